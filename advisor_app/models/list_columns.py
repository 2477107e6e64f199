"""What lists are narrowed and sorted by, as columns: made when the catalogue is built, and kept in its file.

Of every facet a programme has a set of values. Sets repeat (two campuses, three fields of study), so a column has one number for
each programme, and narrowing and counting are done on the few sets instead of the many programmes. An order is the
programmes one after the other, as the whole catalogue would be listed; what is not stated comes last.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from advisor_app.domain.catalogue import Institution, Programme
from advisor_app.domain.facet_values import months_to_award, values_of, yearly_tuition
from advisor_app.domain.facets import Facet, label_of, place_of
from advisor_app.domain.folding import folded, words_of
from advisor_app.domain.reference import Reference
from advisor_app.domain.routes import routes_of
from advisor_app.domain.text import Text, Value

Numbers: TypeAlias = npt.NDArray[Any]

STORED: Final = tuple(facet for facet in Facet if facet is not Facet.VERDICT)
ORDERS: Final = ("name", "price", "duration", "school")
NO_PRICE: Final = -1

_INT: Final = np.dtype("<i4")
_SMALL: Final = np.dtype("<u2")
_BYTE: Final = np.dtype("u1")
_CENTS: Final = 100


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
    """The columns of a catalogue of ``size`` programmes. ``tuition`` is the least that a year costs, in cents, or NO_PRICE."""

    size: int
    facets: Mapping[Facet, FacetColumn]
    orders: Mapping[str, Ordered]
    routes: Numbers
    tuition: Numbers
    name_words: Numbers


# --- made


class ListCompiler:
    """Takes one programme after the other; keeps of each what it is narrowed and sorted by."""

    def __init__(self, reference: Reference, schools: Mapping[str, Institution]) -> None:
        self._reference = reference
        self._schools = schools
        self._sets: dict[Facet, dict[tuple[str, ...], int]] = {facet: {} for facet in STORED}
        self._of: dict[Facet, list[int]] = {facet: [] for facet in STORED}
        self._campuses: dict[str, Value] = {}
        self._keys: dict[str, list[tuple[object, ...]]] = {order: [] for order in ORDERS}
        self._routes: list[int] = []
        self._tuition: list[int] = []
        self._name_words: list[int] = []

    def add(self, programme: Programme) -> None:
        """The next programme."""
        for facet, values in values_of(programme, self._reference).items():
            known = self._sets[facet]
            self._of[facet].append(known.setdefault(tuple(sorted(values)), len(known)))
        school = self._schools[programme.institution]
        for campus in school.campuses:
            self._campuses.setdefault(campus.id, campus.name)
        name, prices, lengths = folded(programme.name), yearly_tuition(programme), months_to_award(programme)
        self._keys["name"].append((False, name))
        self._keys["school"].append((False, folded(school.short_name), name))
        self._keys["price"].append((not prices, *prices[:1], name))
        self._keys["duration"].append((not lengths, *lengths[:1], name))
        self._routes.append(len(routes_of(programme)))
        self._tuition.append(int(prices[0] * _CENTS) if prices else NO_PRICE)
        self._name_words.append(min(len(words_of(programme.name)), 255))

    def rows(self) -> Iterator[dict[str, Any]]:
        """Every value of every facet, named where the catalogue names it."""
        for facet in STORED:
            for place, (value, label) in enumerate(self._values(facet).items()):
                name = label if isinstance(label, Text) else Text(label, label) if isinstance(label, str) else None
                names = {"name_fr": name and name.fr, "name_en": name and name.en}
                yield {"facet": facet.value, "place": place, "value": value, **names}

    def columns(self) -> Iterator[tuple[str, bytes]]:
        """Every column as it is stored, the same on every machine."""
        for facet in STORED:
            places = {value: place for place, value in enumerate(self._values(facet))}
            members = [sorted(places[value] for value in values) for values in self._sets[facet]]
            few = len(members) <= np.iinfo(_SMALL).max
            yield f"{facet}.sets.{'small' if few else 'int'}", np.array(self._of[facet], _SMALL if few else _INT).tobytes()
            yield f"{facet}.starts", np.cumsum([0, *map(len, members)])[:-1].astype(_INT).tobytes()
            yield f"{facet}.members", np.array([place for places_ in members for place in places_], _INT).tobytes()
        for order, keys in self._keys.items():
            positions = sorted(range(len(keys)), key=keys.__getitem__)
            yield f"order.{order}", np.array([sum(not key[0] for key in keys), *positions], _INT).tobytes()
        yield "routes", np.minimum(self._routes, np.iinfo(_SMALL).max).astype(_SMALL).tobytes()
        yield "tuition", np.minimum(self._tuition, np.iinfo(_INT).max).astype(_INT).tobytes()
        yield "name_words", np.array(self._name_words, _BYTE).tobytes()

    def _values(self, facet: Facet) -> dict[str, Value]:
        """The values of a facet with their labels, in the order in which they are shown."""
        labels = {value: label_of(facet, value, self._names(facet)) for values in self._sets[facet] for value in values}
        return {value: labels[value] for value in sorted(labels, key=lambda value: place_of(facet, value, labels[value]))}

    def _names(self, facet: Facet) -> Mapping[str, Value]:
        if facet is Facet.SCHOOL:
            return {school.id: school.short_name for school in self._schools.values()}
        if facet is Facet.CAMPUS:
            return self._campuses
        return {field.id: field.name for field in self._reference.fields.values()}


# --- read


def list_columns(stored: Mapping[str, bytes], values: Sequence[tuple[str, str, str | None, str | None]]) -> ListColumns:
    """The columns behind what was stored; ``values`` are facet, value and the names of it, in order.

    Raises LookupError or ValueError for what does not belong together.
    """
    tuition = np.frombuffer(stored["tuition"], _INT)
    size = len(tuition)
    by_facet: dict[str, list[tuple[str, Value]]] = {facet: [] for facet in STORED}
    for facet, value, fr, en in values:
        name = Text(fr, en) if fr is not None and en is not None and fr != en else fr
        by_facet[facet].append((value, label_of(Facet(facet), value, {} if name is None else {value: name})))
    columns = ListColumns(
        size=size,
        facets={facet: _facet(stored, facet, by_facet[facet]) for facet in STORED},
        orders={order: _order(stored, order) for order in ORDERS},
        routes=np.frombuffer(stored["routes"], _SMALL),
        tuition=tuition,
        name_words=np.frombuffer(stored["name_words"], _BYTE),
    )
    _check(columns)
    return columns


def _facet(stored: Mapping[str, bytes], facet: Facet, values: list[tuple[str, Value]]) -> FacetColumn:
    small = stored.get(f"{facet}.sets.small")
    return FacetColumn(
        values=tuple(value for value, _ in values),
        labels=tuple(label for _, label in values),
        sets=np.frombuffer(stored[f"{facet}.sets.int"], _INT) if small is None else np.frombuffer(small, _SMALL),
        starts=np.frombuffer(stored[f"{facet}.starts"], _INT),
        members=np.frombuffer(stored[f"{facet}.members"], _INT),
    )


def _order(stored: Mapping[str, bytes], order: str) -> Ordered:
    numbers = np.frombuffer(stored[f"order.{order}"], _INT)
    return Ordered(numbers[1:], int(numbers[0]))


def _check(columns: ListColumns) -> None:
    """Nothing leads beside the columns."""
    size = columns.size
    sound = len(columns.routes) == len(columns.name_words) == size
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
