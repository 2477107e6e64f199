"""What lists are narrowed and sorted by, as columns: :mod:`.list_compiler` makes them when a catalogue is built.

Of every facet a programme has a set of values. Sets repeat (two campuses, three fields of study), so a column has one number for
each programme, and narrowing and counting are done on the few sets instead of the many programmes. An order is the
programmes one after the other, as the whole catalogue would be listed; what is not stated comes last.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from advisor_app.domain.facets import Facet, label_of
from advisor_app.domain.text import Text, Value
from advisor_app.domain.verdicts import Verdict
from advisor_app.models.numbers import BYTE, INT, SMALL, Numbers

STORED: Final = tuple(facet for facet in Facet if facet is not Facet.VERDICT)
ORDERS: Final = ("name", "price", "duration", "school")
NO_PRICE: Final = -1

CENTS: Final = 100


@dataclass(frozen=True, slots=True)
class FacetColumn:
    """``sets`` has for every programme the number of its set of values; set ``n`` holds ``members`` from ``starts[n]`` on."""

    values: tuple[str, ...]
    labels: tuple[Value, ...]
    sets: Numbers
    starts: Numbers
    members: Numbers

    def within(self, chosen: Iterable[str]) -> npt.NDArray[np.bool_]:
        """For every programme whether it has one of the chosen values."""
        wanted = np.isin(self.members, [at for at, value in enumerate(self.values) if value in set(chosen)])
        return np.logical_or.reduceat(wanted, self.starts)[self.sets]

    def counts(self, positions: Numbers | None) -> Numbers:
        """How many of those programmes, or of all, have each value."""
        sets = self.sets if positions is None else self.sets.take(positions)
        by_set = np.bincount(sets, minlength=len(self.starts))
        lengths = np.diff(self.starts, append=len(self.members))
        counted = np.bincount(self.members, weights=by_set.repeat(lengths), minlength=len(self.values))
        return counted.astype(np.int64)


@dataclass(frozen=True, slots=True)
class Ordered:
    """``positions`` are all programmes in an order; of the first ``stated`` it is known where they belong."""

    positions: Numbers
    stated: int


@dataclass(frozen=True, slots=True)
class ListColumns:
    """The columns of a catalogue of ``size`` programmes.

    ``tuition`` is the least that a year costs, in cents, or NO_PRICE. ``first_verdicts`` are the ranks of the verdicts while
    nothing is known of the student, the same for everybody.
    """

    size: int
    facets: Mapping[Facet, FacetColumn]
    orders: Mapping[str, Ordered]
    routes: Numbers
    tuition: Numbers
    name_words: Numbers
    first_verdicts: Numbers


def list_columns(stored: Mapping[str, bytes], values: Sequence[tuple[str, str, str | None, str | None]]) -> ListColumns:
    """The columns behind what was stored; ``values`` are facet, value and the names of it, in order.

    Raises LookupError or ValueError for what does not belong together.
    """
    tuition = np.frombuffer(stored["tuition"], INT)
    size = len(tuition)
    by_facet: dict[str, list[tuple[str, Value]]] = {facet: [] for facet in STORED}
    for facet, value, fr, en in values:
        name = Text(fr, en) if fr is not None and en is not None and fr != en else fr
        by_facet[facet].append((value, label_of(Facet(facet), value, {} if name is None else {value: name})))
    columns = ListColumns(
        size=size,
        facets={facet: _facet(stored, facet, by_facet[facet]) for facet in STORED},
        orders={order: _order(stored, order) for order in ORDERS},
        routes=np.frombuffer(stored["routes"], SMALL),
        tuition=tuition,
        name_words=np.frombuffer(stored["name_words"], BYTE),
        first_verdicts=np.frombuffer(stored["first_verdicts"], BYTE),
    )
    _check(columns)
    return columns


def _facet(stored: Mapping[str, bytes], facet: Facet, values: list[tuple[str, Value]]) -> FacetColumn:
    small = stored.get(f"{facet}.sets.small")
    return FacetColumn(
        values=tuple(value for value, _ in values),
        labels=tuple(label for _, label in values),
        sets=np.frombuffer(stored[f"{facet}.sets.int"], INT) if small is None else np.frombuffer(small, SMALL),
        starts=np.frombuffer(stored[f"{facet}.starts"], INT),
        members=np.frombuffer(stored[f"{facet}.members"], INT),
    )


def _order(stored: Mapping[str, bytes], order: str) -> Ordered:
    numbers = np.frombuffer(stored[f"order.{order}"], INT)
    return Ordered(numbers[1:], int(numbers[0]))


def _check(columns: ListColumns) -> None:
    """Nothing leads beside the columns."""
    size = columns.size
    sound = len(columns.routes) == len(columns.name_words) == len(columns.first_verdicts) == size
    sound &= _within(columns.first_verdicts, len(Verdict))
    for facet in columns.facets.values():
        sound &= len(facet.sets) == size and _within(facet.sets, len(facet.starts))
        sound &= _within(facet.starts, len(facet.members)) and _within(facet.members, len(facet.values))
        sound &= bool((np.diff(facet.starts) > 0).all())
    for order in columns.orders.values():
        sound &= len(order.positions) == size and _within(order.positions, size) and 0 <= order.stated <= size
    if not sound:
        raise ValueError("columns that do not belong together")


def _within(numbers: Numbers, end: int) -> bool:
    return not len(numbers) or bool(numbers.min() >= 0 and numbers.max() < end)
