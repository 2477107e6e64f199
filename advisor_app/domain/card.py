"""What a list needs of a programme: its line, and the parts that its verdict, its reason and its price come from."""

from dataclasses import dataclass, replace

from advisor_app.domain.best_route import outlook
from advisor_app.domain.catalogue import Award, EntryPoint, Institution, Option, Programme
from advisor_app.domain.facts import Fact, Source, not_stated
from advisor_app.domain.headlines import headline_flag
from advisor_app.domain.lines import Item, Line
from advisor_app.domain.reference import Reference
from advisor_app.domain.student import Student
from advisor_app.domain.text import Text


def line_of(programme: Programme, school: Institution, source: Source | None, reference: Reference) -> Line:
    """The line of a programme; ``source`` is its page."""
    flag = headline_flag(programme)
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
        dated=source.dated if source else None,
        doubt=flag.short if flag else None,
        doubts=len(programme.flags),
        first=outlook(programme, Student(), reference).glance,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """``programme`` and ``school`` are cut down to what a verdict, its reason and a price come from, and their names."""

    programme: Programme
    school: Institution
    source: Source | None


def card_of(programme: Programme, school: Institution, source: Source | None) -> Card:
    """The card of a programme. Its check is that of the whole programme, route by route."""
    return Card(
        programme=_cut(programme),
        school=Institution(id=school.id, name=school.name, short_name=school.short_name, country=school.country),
        source=source,
    )


def _cut(programme: Programme) -> Programme:
    return replace(
        programme,
        aliases=(),
        summary=not_stated(),
        fields=not_stated(),
        awards=tuple(map(_award, programme.awards)),
        campus_evidence=Fact(status=programme.campus_evidence.status),
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
        flags=(),
    )


def _award(award: Award) -> Award:
    return replace(
        award, nsf_codes=not_stated(), decided_on=not_stated(), expires_on=not_stated(), parties=(), gives=(), gives_not=()
    )


def _option(option: Option) -> Option:
    return replace(option, contents=())


def _entry(entry: EntryPoint) -> EntryPoint:
    return replace(entry, process=())
