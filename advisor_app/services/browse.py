"""Browsing: which programmes fit a text and some facets, in what order, and the counts of every facet.

:func:`browse` holds the order of everything found, however long, and makes no row of it; :func:`advisor_app.services.listed.rows`
makes those that are looked at.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias, overload

from advisor_app.domain.catalogue import Programme
from advisor_app.domain.check import ProgrammeCheck, check_programme
from advisor_app.domain.facets import Facet, label_of, months_to_award, place_of, values_of, yearly_tuition
from advisor_app.domain.folding import folded
from advisor_app.domain.rows import Filled, Subject, facts_of
from advisor_app.domain.student import Student
from advisor_app.domain.text import Value
from advisor_app.domain.verdicts import Verdict
from advisor_app.services.reader import CatalogueReader, programmes, subject

__all__ = ["Browsed", "Detailed", "Facet", "FacetValue", "FacetValues", "Order", "Query", "Selection", "browse", "details"]


class Order(StrEnum):
    """What the list is sorted by. Fit is the verdict, then how well the words and the wishes match; what is not stated is last."""

    FIT = "fit"
    NAME = "name"
    PRICE = "price"
    DURATION = "duration"
    SCHOOL = "school"


Selection: TypeAlias = Mapping[Facet, frozenset[str]]
"""The values chosen of each facet. Facets narrow each other, values of one facet widen it; none chosen is all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is asked for. Any text is safe."""

    text: str = ""
    selected: Selection = field(default_factory=dict)
    order: Order = Order.FIT
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """``count``: how many programmes the list would have if only this value of its facet were chosen."""

    value: str
    label: Value
    count: int
    selected: bool


class FacetValues(Sequence[FacetValue]):
    """The values of one facet, all that the catalogue knows, in an order that no search changes.

    There may be thousands (schools): each is made when it is looked at.
    """

    def __init__(self, values: Sequence[str], labels: Sequence[Value], counts: Sequence[int], chosen: frozenset[str]) -> None:
        self._values, self._labels, self._counts, self._chosen = values, labels, counts, chosen

    def __len__(self) -> int:
        return len(self._values)

    @overload
    def __getitem__(self, index: int) -> FacetValue: ...
    @overload
    def __getitem__(self, index: slice) -> "tuple[FacetValue, ...]": ...
    def __getitem__(self, index: int | slice) -> "FacetValue | tuple[FacetValue, ...]":
        if isinstance(index, slice):
            return tuple(self[at] for at in range(*index.indices(len(self))))
        value = self._values[index]
        count = int(self._counts[index])
        return FacetValue(value=value, label=self._labels[index], count=count, selected=value in self._chosen)

    def leading(self, most: int) -> tuple[FacetValue, ...]:
        """For a column with room for ``most``: what is chosen and what counts most, in the usual order."""
        first = sorted(range(len(self)), key=lambda at: (self._values[at] not in self._chosen, -self._counts[at], at))[:most]
        return tuple(self[at] for at in sorted(first))


@dataclass(frozen=True, slots=True, kw_only=True)
class Browsed:
    """What was found. ``positions`` are the programmes in their order, by their numbers in the catalogue.

    ``total`` counts the programmes of the whole catalogue, ``routes`` the routes of those found. ``corrected`` is the text that was
    searched for, where mistakes of typing were forgiven to find anything.
    """

    student: Student
    query: Query
    positions: Sequence[int]
    facets: Mapping[Facet, FacetValues]
    total: int
    routes: int
    corrected: str | None = None

    def __len__(self) -> int:
        """How many were found."""
        return len(self.positions)

    def __bool__(self) -> bool:
        return len(self) > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Detailed:
    """One programme opened: every row of it, and the student held against its routes."""

    subject: Subject
    facts: tuple[Filled, ...]
    check: ProgrammeCheck


def details(catalogue: CatalogueReader, student: Student, programme_id: str) -> Detailed:
    """Everything on one programme. Raises ``UserProblem`` for an unknown identifier."""
    programme = catalogue.programme(programme_id)
    opened = subject(catalogue, programme)
    return Detailed(subject=opened, facts=facts_of(opened), check=check_programme(programme, student, opened.reference))


@dataclass(frozen=True, slots=True)
class _Found:
    position: int
    programme: Programme
    check: ProgrammeCheck
    values: Mapping[Facet, tuple[str, ...]]


def browse(catalogue: CatalogueReader, student: Student, query: Query) -> Browsed:
    """The list for ``query``, and the counts of every facet."""
    places = {one: number for number, one in enumerate(catalogue.programme_ids())}
    ids = catalogue.search(query.text) if query.text.strip() else catalogue.programme_ids()
    everything = {one.position: one for one in _all(catalogue, student)}
    found = [everything[places[one]] for one in ids]
    matching = [one for one in found if _matches(one, query.selected)]
    ordered = sorted(matching, key=_KEYS[query.order](catalogue))
    return Browsed(
        student=student,
        query=query,
        positions=[one.position for one in ordered],
        facets={facet: _counted(catalogue, facet, list(everything.values()), found, query.selected) for facet in Facet},
        total=len(places),
        routes=sum(len(one.check.routes) for one in ordered),
    )


def _all(catalogue: CatalogueReader, student: Student) -> Iterator[_Found]:
    reference = catalogue.reference()
    for number, programme in enumerate(programmes(catalogue)):
        check = check_programme(programme, student, reference)
        yield _Found(number, programme, check, {Facet.VERDICT: (check.verdict.value,), **values_of(programme, reference)})


def _fit(one: _Found) -> tuple[int, int]:
    return (one.check.verdict.rank, -(one.check.best.wishes_met if one.check.best else 0))


_KEYS: dict[Order, Callable[[CatalogueReader], Callable[[_Found], tuple[object, ...]]]] = {
    Order.FIT: lambda _: _fit,
    Order.NAME: lambda _: lambda one: (folded(one.programme.name),),
    Order.SCHOOL: lambda catalogue: (
        lambda one: (
            folded(catalogue.institution(one.programme.institution).short_name),
            folded(one.programme.name),
        )
    ),
    Order.PRICE: lambda _: lambda one: (not yearly_tuition(one.programme), yearly_tuition(one.programme)),
    Order.DURATION: lambda _: lambda one: (not months_to_award(one.programme), months_to_award(one.programme)),
}


def _matches(one: _Found, selected: Selection, *, but: Facet | None = None) -> bool:
    return all(facet is but or not values or not values.isdisjoint(one.values[facet]) for facet, values in selected.items())


def _counted(
    catalogue: CatalogueReader, facet: Facet, everything: list[_Found], found: list[_Found], selected: Selection
) -> FacetValues:
    names = _names(catalogue, everything, facet)
    labels = {value: label_of(facet, value, names) for one in everything for value in one.values[facet]}
    if facet is Facet.VERDICT:
        labels = {verdict.value: verdict for verdict in Verdict}
    values = sorted(labels, key=lambda value: place_of(facet, value, labels[value]))
    counted = [one for one in found if _matches(one, selected, but=facet)]
    counts = [sum(value in one.values[facet] for one in counted) for value in values]
    return FacetValues(values, [labels[value] for value in values], counts, selected.get(facet, frozenset()))


def _names(catalogue: CatalogueReader, everything: list[_Found], facet: Facet) -> dict[str, Value]:
    schools = {one.programme.institution: catalogue.institution(one.programme.institution) for one in everything}
    if facet is Facet.SCHOOL:
        return {school.id: school.short_name for school in schools.values()}
    if facet is Facet.CAMPUS:
        return {campus.id: campus.name for school in schools.values() for campus in school.campuses}
    return {field.id: field.name for field in catalogue.reference().fields.values()}
