"""Browsing: the programmes that fit a text and some facets, with their verdicts for this student, and the counts of every facet."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from advisor_app.domain.catalogue import Institution, Programme
from advisor_app.domain.check import ProgrammeCheck, check_programme
from advisor_app.domain.facts import Flag, Source
from advisor_app.domain.headlines import headline_flag, price_line, reason_line
from advisor_app.domain.rows import Filled, Subject, facts_of
from advisor_app.domain.student import Student
from advisor_app.domain.text import Value, msg
from advisor_app.domain.verdicts import Verdict
from advisor_app.domain.wishes import ALTERNANCE, INITIAL
from advisor_app.services.reader import CatalogueReader, programmes, subject


class Facet(StrEnum):
    """What a list of programmes can be narrowed by, in the order in which it is shown."""

    VERDICT = "verdict"
    SCHOOL = "school"
    FORMAT = "format"
    CAMPUS = "campus"
    ENTRY = "entry"


class Order(StrEnum):
    """What the list is sorted by; a search's own ranking decides between equals."""

    VERDICT = "verdict"
    NAME = "name"
    SCHOOL = "school"


Selection: TypeAlias = Mapping[Facet, frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    text: str = ""
    selected: Selection = field(default_factory=dict)
    order: Order = Order.VERDICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One programme of the list, with what is readable without a click."""

    check: ProgrammeCheck
    institution: Institution
    source: Source | None
    campuses: tuple[Value, ...]
    reason: Value
    price: Value
    flag: Flag | None

    @property
    def programme(self) -> Programme:
        return self.check.programme

    @property
    def verdict(self) -> Verdict:
        return self.check.verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """``count``: how many programmes the list would have if only this value of its facet were chosen."""

    value: str
    label: Value
    count: int
    selected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Browsed:
    """``total`` counts the programmes of the whole catalogue, ``routes`` the routes of those listed."""

    listed: tuple[Listed, ...]
    facets: dict[Facet, tuple[FacetValue, ...]]
    total: int

    @property
    def routes(self) -> int:
        return sum(len(one.check.routes) for one in self.listed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Detailed:
    """One programme opened: every row of it, and the student held against its routes."""

    subject: Subject
    facts: tuple[Filled, ...]
    check: ProgrammeCheck


def browse(catalogue: CatalogueReader, student: Student, query: Query) -> Browsed:
    """The list for ``query``. Facets narrow with AND between facets and OR between the values of one."""
    ids = catalogue.search(query.text) if query.text.strip() else catalogue.programme_ids()
    found = tuple(_listed(catalogue, programme, student) for programme in programmes(catalogue, ids))
    matching = tuple(one for one in found if _matches(one, query.selected))
    return Browsed(
        listed=tuple(sorted(matching, key=_KEYS[query.order])),
        facets={facet: _counted(facet, found, query.selected) for facet in Facet},
        total=len(catalogue.programme_ids()),
    )


def details(catalogue: CatalogueReader, student: Student, programme_id: str) -> Detailed:
    """Everything on one programme. Raises ``UserProblem`` for an unknown identifier."""
    programme = catalogue.programme(programme_id)
    opened = subject(catalogue, programme)
    return Detailed(subject=opened, facts=facts_of(opened), check=check_programme(programme, student, opened.reference))


def _listed(catalogue: CatalogueReader, programme: Programme, student: Student) -> Listed:
    check = check_programme(programme, student, catalogue.reference())
    opened = subject(catalogue, programme)
    return Listed(
        check=check,
        institution=opened.institution,
        source=opened.sources.get(programme.source),
        campuses=tuple(opened.campus_name(campus) for campus in programme.campuses),
        reason=reason_line(check),
        price=price_line(programme, check.best.route if check.best else None, student.residence),
        flag=headline_flag(programme),
    )


def _by_verdict(one: Listed) -> tuple[int, int]:
    """Of equal verdicts, more wishes met come first."""
    return (one.verdict.rank, -(one.check.best.wishes_met if one.check.best else 0))


_KEYS: dict[Order, Callable[[Listed], tuple[int | str, ...]]] = {
    Order.VERDICT: _by_verdict,
    Order.NAME: lambda one: (one.programme.name.casefold(),),
    Order.SCHOOL: lambda one: (one.institution.short_name.casefold(), one.programme.name.casefold()),
}


def _verdicts(one: Listed) -> Iterable[tuple[str, Value]]:
    return ((one.verdict.value, one.verdict),)


def _schools(one: Listed) -> Iterable[tuple[str, Value]]:
    return ((one.institution.id, one.institution.short_name),)


def _formats(one: Listed) -> Iterable[tuple[str, Value]]:
    for format_ in one.programme.formats:
        if format_.kind.has_contract:
            yield (ALTERNANCE, msg("Alternance"))
        else:
            yield (INITIAL, msg("Initial"))


def _campuses(one: Listed) -> Iterable[tuple[str, Value]]:
    return zip(one.programme.campuses, one.campuses, strict=True)


def _entries(one: Listed) -> Iterable[tuple[str, Value]]:
    return ((str(entry.after), msg("Bac+{level}", level=entry.after)) for entry in one.programme.entry_points)


_VALUES: dict[Facet, Callable[[Listed], Iterable[tuple[str, Value]]]] = {
    Facet.VERDICT: _verdicts,
    Facet.SCHOOL: _schools,
    Facet.FORMAT: _formats,
    Facet.CAMPUS: _campuses,
    Facet.ENTRY: _entries,
}


def _matches(one: Listed, selected: Selection, *, but: Facet | None = None) -> bool:
    return all(
        facet is but or not values or not values.isdisjoint(value for value, _ in _VALUES[facet](one))
        for facet, values in selected.items()
    )


def _counted(facet: Facet, found: tuple[Listed, ...], selected: Selection) -> tuple[FacetValue, ...]:
    """A value that no other facet leaves keeps its place with a count of nothing."""
    labels: dict[str, Value] = {verdict.value: verdict for verdict in Verdict} if facet is Facet.VERDICT else {}
    counts: dict[str, int] = {}
    for one in found:
        values = dict(_VALUES[facet](one))
        labels |= {value: label for value, label in values.items() if value not in labels}
        if _matches(one, selected, but=facet):
            counts |= {value: counts.get(value, 0) + 1 for value in values}
    chosen = selected.get(facet, frozenset())
    return tuple(
        FacetValue(value=value, label=label, count=counts.get(value, 0), selected=value in chosen)
        for value, label in labels.items()
    )
