"""The rows of a list: made for those that are looked at, never for the whole list."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from advisor_app.domain.check import check_programme
from advisor_app.domain.facts import Flag, Source
from advisor_app.domain.headlines import headline_flag, price_line, reason_line
from advisor_app.domain.quantities import Span
from advisor_app.domain.text import Lang, Value
from advisor_app.domain.verdicts import Verdict
from advisor_app.services.browse import Browsed
from advisor_app.services.reader import CatalogueReader, subject


class Where(StrEnum):
    """Where a programme was found, best first."""

    NAME = "name"
    SCHOOL = "school"
    AWARD = "award"
    FIELD = "field"
    PLACE = "place"
    COURSE = "course"
    JOB = "job"
    SKILL = "skill"
    PROSE = "prose"


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """The words in which something typed was found, cut to one line; ``marks`` are the parts to highlight (start, end)."""

    where: Where
    words: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An entry point, a format or a campus, by its identifier."""

    id: str
    name: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One programme of the list, with what is readable without a click.

    ``levels`` are those one comes from (Bac+N), ``durations`` the different lengths to the award. ``source`` says how old the page
    is, ``flags`` how many doubts there are, ``flag`` which one to show. ``name_marks`` are the parts of the name that were typed,
    ``snippet`` is given where something was found elsewhere.
    """

    position: int
    id: str
    name: str
    name_lang: Lang
    school_id: str
    school: str
    school_name: str
    campuses: tuple[Item, ...]
    entries: tuple[Item, ...]
    levels: tuple[int, ...]
    durations: tuple[Span, ...]
    formats: tuple[Item, ...]
    routes: int
    price: Value
    verdict: Verdict
    reason: Value
    flag: Flag | None
    flags: int
    source: Source | None
    name_marks: tuple[tuple[int, int], ...] = ()
    snippet: Snippet | None = None


def rows(catalogue: CatalogueReader, found: Browsed, start: int = 0, stop: int | None = None) -> tuple[Listed, ...]:
    """The rows of ``found`` from ``start`` up to ``stop``, as of a slice."""
    ids = catalogue.programme_ids()
    return tuple(_listed(catalogue, found, position, ids[position]) for position in found.positions[start:stop])


def row_of(catalogue: CatalogueReader, found: Browsed, programme_id: str) -> int | None:
    """In which row of ``found`` a programme stands; ``None`` where it was not found."""
    ids = catalogue.programme_ids()
    position = ids.index(programme_id) if programme_id in ids else -1
    return _index(found.positions, position)


def _index(positions: Sequence[int], position: int) -> int | None:
    return next((row for row, each in enumerate(positions) if each == position), None)


def _listed(catalogue: CatalogueReader, found: Browsed, position: int, programme_id: str) -> Listed:
    programme = catalogue.programme(programme_id)
    opened = subject(catalogue, programme)
    check = check_programme(programme, found.student, opened.reference)
    return Listed(
        position=position,
        id=programme.id,
        name=programme.name,
        name_lang=programme.name_lang,
        school_id=opened.institution.id,
        school=opened.institution.short_name,
        school_name=opened.institution.name,
        campuses=tuple(Item(id=campus, name=opened.campus_name(campus)) for campus in programme.campuses),
        entries=tuple(Item(id=entry.id, name=entry.name) for entry in programme.entry_points),
        levels=tuple(entry.after for entry in programme.entry_points),
        durations=tuple(dict.fromkeys(span for entry in programme.entry_points if (span := entry.duration.value))),
        formats=tuple(Item(id=format_.id, name=format_.name) for format_ in programme.formats),
        routes=len(check.routes),
        price=price_line(programme, check.best.route if check.best else None, found.student.residence),
        verdict=check.verdict,
        reason=reason_line(check),
        flag=headline_flag(programme),
        flags=len(programme.flags),
        source=opened.sources.get(programme.source),
    )
