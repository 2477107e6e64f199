"""What a list needs of a programme: the parts that its row, its verdict and its price come from, and nothing to read at leisure."""

from dataclasses import dataclass, replace

from advisor_app.domain.catalogue import Award, EntryPoint, Institution, Option, Programme
from advisor_app.domain.facts import Source, not_stated
from advisor_app.domain.headlines import headline_flag


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """``programme`` and ``school`` are cut down; all that is left of the flags is the one that a list shows. ``flags`` counts them."""

    programme: Programme
    school: Institution
    source: Source | None
    flags: int


def card_of(programme: Programme, school: Institution, source: Source | None) -> Card:
    """The card of a programme. Its check is that of the whole programme, route by route."""
    campuses = tuple(campus for campus in school.campuses if campus.id in programme.campuses)
    return Card(
        programme=_cut(programme),
        school=Institution(id=school.id, name=school.name, short_name=school.short_name, country=school.country, campuses=campuses),
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
