"""The requirements of all entry points of a catalogue as columns, made when the catalogue is built and kept in its file.

Rules repeat, so every different leaf and every different group has one place, leaves first. A place is a number; groups say which
places stand below them, layer by layer. What a leaf only says (its section, its quote) plays no part here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from advisor_app.domain.catalogue import Programme
from advisor_app.domain.requirements.kinds.field import Field
from advisor_app.domain.requirements.tree import All, AnyOf, AppliesTo, AtLeast, Leaf, Node, Not, Readings, Strength, children
from advisor_app.domain.routes import routes_of
from advisor_app.models.documents import dump, parse_node
from advisor_app.models.numbers import BYTE, INT, Bytes

Places = npt.NDArray[np.intp]
Packed = Mapping[str, bytes]

OPERATORS: Final[tuple[type[Node], ...]] = (All, AnyOf, Not, Readings, AtLeast)
AT_LEAST: Final = OPERATORS.index(AtLeast)
_BYTES: Final = ("operators", "routed")


@dataclass(frozen=True, slots=True)
class Layer:
    """Groups whose children all stand in layers below: where each group stands, its operator, and its children end to end.

    AT LEAST, which counts, has layers of its own.
    """

    places: Places
    operators: Bytes
    needed: Places
    starts: Places
    children: Places


@dataclass(frozen=True, slots=True)
class RuleColumns:
    """The requirements of many entry points. ``roots`` has one place for each of them; no requirement at all has none (-1).

    ``starts`` has for each programme, in the catalogue's order, the number of its first entry point; ``routed`` is 1 for every
    entry point that some route goes through.
    """

    leaves: tuple[Leaf, ...]
    layers: tuple[Layer, ...]
    size: int
    empty: Places
    refused: Places
    roots: Places
    starts: Places
    routed: Bytes


class RuleCompiler:
    """Makes the columns of one programme after the other; keeps nothing of a programme but its rules."""

    def __init__(self) -> None:
        self._leaves: dict[Leaf, int] = {}
        self._groups: dict[tuple[int, int, tuple[int, ...]], int] = {}
        self._heights: dict[int, int] = {}
        self._roots: list[int] = []
        self._starts: list[int] = []
        self._routed: list[bool] = []

    def add(self, programme: Programme) -> None:
        """The next programme."""
        routed = {route.entry for route in routes_of(programme)}
        self.add_trees((entry.requirements, entry.id in routed) for entry in programme.entry_points)

    def add_trees(self, entries: Iterable[tuple[Node | None, bool]]) -> None:
        """The next programme, by the requirements of each entry point and whether a route goes through it."""
        self._starts.append(len(self._roots))
        for tree, routed in entries:
            self._roots.append(-1 if tree is None else self._place(tree))
            self._routed.append(routed)

    def _place(self, node: Node, *, excluded: bool = False) -> int:
        """A place of its own for every different node; groups count down from -2 until all leaves are known."""
        if isinstance(node, Leaf) and not _splits(node):
            return self._leaves.setdefault(_bare(node, excluded=excluded), len(self._leaves))
        if isinstance(node, Leaf):
            node = AnyOf(_alone(node))
        below = children(node) if isinstance(node, Not) else tuple(child for child in children(node) if counts(child))
        places = tuple(self._place(child, excluded=excluded != isinstance(node, Not)) for child in below)
        key = (OPERATORS.index(type(node)), max(node.n, 0) if isinstance(node, AtLeast) else 0, places)
        place = self._groups.setdefault(key, -2 - len(self._groups))
        self._heights[place] = 1 + max((self._heights.get(child, 0) for child in places), default=0)
        return place

    def columns(self) -> RuleColumns:
        """The columns of all programmes that were added."""
        first = len(self._leaves)

        def at(place: int) -> int:
            return place if place >= -1 else first - 2 - place

        by_height: dict[tuple[int, bool], list[tuple[int, int, int, list[int]]]] = {}
        empty: list[int] = []
        refused: list[int] = []
        for (operator, needed, below), place in self._groups.items():
            if below:
                group = (at(place), operator, needed, [at(child) for child in below])
                by_height.setdefault((self._heights[place], operator == AT_LEAST), []).append(group)
            else:
                (refused if operator == AT_LEAST and needed > 0 else empty).append(at(place))
        return RuleColumns(
            leaves=tuple(self._leaves),
            layers=tuple(_layer(by_height[height]) for height in sorted(by_height)),
            size=first + len(self._groups),
            empty=_places(empty),
            refused=_places(refused),
            roots=_places([at(root) for root in self._roots]),
            starts=_places(self._starts),
            routed=np.array(self._routed, dtype=BYTE),
        )


def counts(node: Node) -> bool:
    """Only mandatory conditions count for a verdict, and groups that hold any."""
    if isinstance(node, Leaf):
        return node.strength is Strength.MANDATORY
    return any(counts(child) for child in children(node))


def packed(columns: RuleColumns) -> Iterator[tuple[str, bytes]]:
    """Every column by its name, the same on every machine. The leaves are apart: see :func:`leaf_documents`."""
    for name, column in (
        *_named(columns, ""),
        *(each for n, layer in enumerate(columns.layers) for each in _named(layer, f"{n}.")),
    ):
        yield name, column.astype(BYTE if name.endswith(_BYTES) else INT).tobytes()


def leaf_documents(columns: RuleColumns) -> Iterator[str]:
    """Every leaf as it is stored, in the order of their places."""
    return map(dump, columns.leaves)


def unpacked(stored: Packed, documents: Sequence[str]) -> RuleColumns:
    """The columns behind what was stored. Raises LookupError or ValueError for what does not belong together."""
    layers: list[Layer] = []
    while f"{len(layers)}.places" in stored:
        layers.append(Layer(**_read(stored, Layer, f"{len(layers)}.")))
    arrays = _read(stored, RuleColumns, "")
    groups = sum(len(layer.places) for layer in layers) + len(arrays["empty"]) + len(arrays["refused"])
    leaves = tuple(_leaf(document) for document in documents)
    columns = RuleColumns(leaves=leaves, layers=tuple(layers), size=len(leaves) + groups, **arrays)
    _check(columns)
    return columns


_APART = frozenset({"leaves", "layers", "size"})


def _named(holder: RuleColumns | Layer, prefix: str) -> Iterator[tuple[str, Places | Bytes]]:
    for field in fields(holder):
        if field.name not in _APART:
            yield prefix + field.name, getattr(holder, field.name)


def _read(stored: Packed, cls: type[RuleColumns] | type[Layer], prefix: str) -> dict[str, Any]:
    names = [field.name for field in fields(cls) if field.name not in _APART]
    return {name: _column(stored[prefix + name], name) for name in names}


def _column(numbers: bytes, name: str) -> npt.NDArray[Any]:
    # Places are widened once, since numpy would do so each time that they lead somewhere.
    return np.frombuffer(numbers, BYTE) if name in _BYTES else np.frombuffer(numbers, INT).astype(np.intp)


def _check(columns: RuleColumns) -> None:
    """Every place that is named is there, so that no answer is read from beside the columns."""
    sound = len(columns.routed) == len(columns.roots) and _within(columns.roots, -1, columns.size)
    sound &= _within(columns.starts, 0, len(columns.roots) + 1) and bool((np.diff(columns.starts) >= 0).all())
    for layer in columns.layers:
        sound &= 0 < len(layer.places) == len(layer.operators) == len(layer.needed) == len(layer.starts)
        sound &= _within(layer.places, 0, columns.size) and _within(layer.children, 0, columns.size)
        counting = layer.operators == AT_LEAST
        sound &= bool(counting.all() or not counting.any())
        sound &= _within(layer.operators, 0, len(OPERATORS)) and _within(layer.starts, 0, len(layer.children))
    if not (sound and _within(columns.empty, 0, columns.size) and _within(columns.refused, 0, columns.size)):
        raise ValueError("rules that do not belong together")


def _within(column: Places | Bytes, low: int, end: int) -> bool:
    return not len(column) or bool(column.min() >= low and column.max() < end)


def _splits(leaf: Leaf) -> bool:
    return isinstance(leaf.test, Field) and len(leaf.test.of) > 1


def _alone(leaf: Leaf) -> tuple[Leaf, ...]:
    """Each field of a list alone: the list comes to the best of them. Fields are few, of lists there is no end."""
    fields_ = leaf.test.of if isinstance(leaf.test, Field) else ()
    return tuple(replace(leaf, test=Field((each,)), strength=Strength.MANDATORY) for each in sorted(set(fields_)))


def _bare(leaf: Leaf, *, excluded: bool) -> Leaf:
    """What decides. Under a NOT only a condition that does not bind everyone is another."""
    excluded = excluded and leaf.applies_to is not AppliesTo.EVERYONE
    return Leaf(kind=leaf.kind, test=leaf.test, applies_to=leaf.applies_to, home=leaf.home, excluded=excluded)


def _leaf(document: str) -> Leaf:
    node = parse_node(document)
    if not isinstance(node, Leaf):
        raise ValueError("not a single condition")  # noqa: TRY004 - damaged, not of a wrong type
    return node


def _layer(groups: list[tuple[int, int, int, list[int]]]) -> Layer:
    lengths = [len(below) for *_, below in groups]
    return Layer(
        places=_places([place for place, *_ in groups]),
        operators=np.array([operator for _, operator, _, _ in groups], dtype=BYTE),
        needed=_places([needed for _, _, needed, _ in groups]),
        starts=np.cumsum([0, *lengths[:-1]], dtype=np.intp),
        children=_places([child for *_, below in groups for child in below]),
    )


def _places(numbers: list[int]) -> Places:
    return np.array(numbers, dtype=np.intp)
