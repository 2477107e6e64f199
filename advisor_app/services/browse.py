"""Browsing: which programmes fit a text and some facets, in what order, and the counts of every facet.

:func:`browse` holds the order of everything found, however long, and makes no row of it; :func:`advisor_app.services.listed.rows`
makes those that are looked at.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias, overload

import numpy as np
import numpy.typing as npt

from advisor_app.domain.facets import Facet
from advisor_app.domain.student import Student
from advisor_app.domain.text import Value
from advisor_app.domain.verdicts import Verdict
from advisor_app.models.list_columns import ListColumns
from advisor_app.services.matching import Mask, Word, matched
from advisor_app.services.ordering import Order, Positions, fitness, ordered
from advisor_app.services.reader import CatalogueReader

if TYPE_CHECKING:
    from advisor_app.models.numbers import Bytes

__all__ = ["Browsed", "Facet", "FacetValue", "FacetValues", "Order", "Query", "Selection", "browse"]

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

    def __init__(self, values: Sequence[str], labels: Sequence[Value], counts: npt.NDArray[Any], chosen: frozenset[str]) -> None:
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
        keys = -self._counts
        keys[[self._values.index(value) for value in self._chosen if value in self._values]] = np.iinfo(keys.dtype).min
        return tuple(self[at] for at in sorted(np.argsort(keys, kind="stable")[:most].tolist()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Browsed:
    """What was found. ``positions`` are the programmes in their order, by their numbers in the catalogue, from 0.

        ``total`` counts the programmes of the whole catalogue, ``routes`` the routes of those found. ``corrected`` is the text that
    was searched for, where mistakes of typing were forgiven to find anything, and ``words`` what rows are to highlight.
    """

    student: Student
    query: Query
    positions: Positions
    facets: Mapping[Facet, FacetValues]
    total: int
    routes: int
    corrected: str | None = None
    words: tuple[Word, ...] = ()

    def __len__(self) -> int:
        """How many were found."""
        return len(self.positions)

    def __bool__(self) -> bool:
        return len(self) > 0


def browse(catalogue: CatalogueReader, student: Student, query: Query) -> Browsed:
    """The list for ``query``, and the counts of every facet."""
    lists = catalogue.lists
    columns = lists.columns
    match = matched(lists, query.text)
    verdicts = verdicts_of(catalogue, student)
    narrowed = {facet: _within(columns, verdicts, facet, values) for facet, values in query.selected.items() if values}
    hits = None if match is None else match.hits
    listed = _all_of(hits, narrowed.values())
    positions = ordered(columns, query.order, listed, fitness(columns, student, verdicts, match), descending=query.descending)
    counted_among: dict[Facet, Positions | None] = dict.fromkeys(Facet, None if listed is None else positions)
    for facet in narrowed:
        left = _all_of(hits, (mask for other, mask in narrowed.items() if other is not facet))
        counted_among[facet] = None if left is None else np.flatnonzero(left)
    return Browsed(
        student=student,
        query=query,
        positions=positions,
        facets={facet: _counted(columns, verdicts, facet, among, query.selected) for facet, among in counted_among.items()},
        total=columns.size,
        routes=int(columns.routes.take(positions).sum(dtype=np.int64)),
        corrected=match.corrected if match else None,
        words=match.words if match else (),
    )


def verdicts_of(catalogue: CatalogueReader, student: Student) -> "Bytes":
    """The rank of every programme's verdict (see Verdict.rank), in the catalogue's order."""
    if student.empty:
        return catalogue.lists.columns.first_verdicts
    from advisor_app.services.verdict_columns import verdicts_for  # late: it brings all that requirements are made of

    return verdicts_for(catalogue, student)


def _within(columns: ListColumns, verdicts: "Bytes", facet: Facet, values: frozenset[str]) -> Mask:
    if facet is Facet.VERDICT:
        return np.isin(verdicts, [verdict.rank for verdict in Verdict if verdict.value in values])
    return columns.facets[facet].within(values)


def _all_of(hits: Mask | None, narrowed: Iterable[Mask]) -> Mask | None:
    """Those in every one; ``None`` for all programmes."""
    masks = [mask for mask in (hits, *narrowed) if mask is not None]
    return np.logical_and.reduce(masks) if masks else None


def _counted(columns: ListColumns, verdicts: "Bytes", facet: Facet, among: Positions | None, selected: Selection) -> FacetValues:
    """The values of a facet, counted among those that the text and the other facets leave, or among all."""
    chosen = selected.get(facet, frozenset())
    if facet is Facet.VERDICT:
        ranks = verdicts if among is None else verdicts.take(among)
        names = [verdict.value for verdict in Verdict]
        return FacetValues(names, tuple(Verdict), np.bincount(ranks, minlength=len(names)), chosen)
    column = columns.facets[facet]
    return FacetValues(column.values, column.labels, column.counts(among), chosen)
