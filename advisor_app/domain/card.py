"""What a list needs of a programme: the line that names it, and the parts that its verdict, its reason and its price come from."""

from dataclasses import dataclass, replace

from advisor_app.domain.catalogue import Award, EntryPoint, Institution, Option, Programme
from advisor_app.domain.facts import Source, not_stated
from advisor_app.domain.headlines import headline_flag
from advisor_app.domain.quantities import Span
from advisor_app.domain.text import Lang, Text


@dataclass(frozen=True, slots=True)
class Item:
    """A campus or a format, by its identifier."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What names a programme in a list. ``levels`` are those one comes from, ``durations`` the different lengths to the award."""

    id: str
    name: str
    name_lang: Lang
    school_id: str
    school: str
    campuses: tuple[Item, ...]
    levels: tuple[int, ...]
    durations: tuple[Span, ...]
    formats: tuple[Item, ...]


def line_of(programme: Programme, school: Institution) -> Line:
    """The line of a programme."""
    names = {campus.id: campus.name for campus in school.campuses}
    return Line(
        id=programme.id,
        name=programme.name,
        name_lang=programme.name_lang,
        school_id=school.id,
        school=school.short_name,
        campuses=tuple(Item(campus, names.get(campus, Text(campus, campus))) for campus in programme.campuses),
        levels=tuple(entry.after for entry in programme.entry_points),
        durations=tuple(dict.fromkeys(span for entry in programme.entry_points if (span := entry.duration.value))),
        formats=tuple(Item(format_.id, format_.name) for format_ in programme.formats),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """``programme`` and ``school`` are cut down; of the flags, which ``flags`` counts, only the one that a list shows is left."""

    programme: Programme
    school: Institution
    source: Source | None
    flags: int


def card_of(programme: Programme, school: Institution, source: Source | None) -> Card:
    """The card of a programme. Its check is that of the whole programme, route by route."""
    return Card(
        programme=_cut(programme),
        school=Institution(id=school.id, name=school.name, short_name=school.short_name, country=school.country),
        source=source,
        flags=len(programme.flags),
    )


def _cut(programme: Programme) -> Programme:
    flag = headline_flag(programme)
    return replace(
        programme,
        aliases=(),
        summary=not_stated(),
        fields=not_stated(),
        awards=tuple(map(_award, programme.awards)),
        campus_evidence=not_stated(),
        specialisations=tuple(map(_option, programme.specialisations)),
        streams=tuple(map(_option, programme.streams)),
        entry_points=tuple(map(_entry, programme.entry_points)),
        curriculum=(),
        language_level=not_stated(),
        minimum_grade=not_stated(),
        places=not_stated(),
        campus_france=not_stated(),
        aims=(),
        skills=(),
        methods=(),
        assessment=(),
        teachers=(),
        jobs=(),
        further_study=(),
        exams=(),
        figures=(),
        partners=(),
        strengths=(),
        accessibility=(),
        contacts=(),
        facts=(),
        flags=(flag,) if flag else (),
    )


def _award(award: Award) -> Award:
    return replace(
        award, nsf_codes=not_stated(), decided_on=not_stated(), expires_on=not_stated(), parties=(), gives=(), gives_not=()
    )


def _option(option: Option) -> Option:
    return replace(option, contents=())


def _entry(entry: EntryPoint) -> EntryPoint:
    return replace(entry, process=())
