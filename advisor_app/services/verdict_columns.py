"""The verdicts of a whole catalogue in one pass over columns, for lists too long to hold against a student tree by tree.

Rules repeat: of 200,000 entry points a few thousand trees differ, and a few hundred leaves. Every different leaf is checked once,
by the very code that explains it; the trees above are then worked out layer by layer on arrays of one byte a node. The outcome is,
to the last entry, that of :func:`advisor_app.domain.check.assess`; only explanations are left to it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.base import Candidate, FindingStatus
from advisor_app.domain.requirements.evaluate import evaluate, readings_status
from advisor_app.domain.requirements.tree import All, AnyOf, AtLeast, Leaf, Node, Not, Readings, Strength, children
from advisor_app.domain.student import Qualification, Student
from advisor_app.domain.verdicts import Verdict

Bytes = npt.NDArray[np.uint8]
Places = npt.NDArray[np.int32]

STATUSES: Final = tuple(FindingStatus)
MET: Final = FindingStatus.MET.rank
NOT_MET: Final = FindingStatus.NOT_MET.rank
OPERATORS: Final[tuple[type[Node], ...]] = (All, AnyOf, Not, Readings, AtLeast)
AT_LEAST: Final = OPERATORS.index(AtLeast)


def _table() -> Bytes:
    """What each operator but AT LEAST makes of a set of statuses, given as four bits."""
    table = np.full((len(OPERATORS), 1 << len(STATUSES)), MET, dtype=np.uint8)
    for bits in range(1, 1 << len(STATUSES)):
        present = tuple(status for status in STATUSES if bits >> status.rank & 1)
        swapped = {MET: NOT_MET, NOT_MET: MET}.get(present[0].rank, present[0].rank)
        table[:AT_LEAST, bits] = (present[-1].rank, present[0].rank, swapped, readings_status(present).rank)
    return table


TABLE: Final = _table()


@dataclass(frozen=True, slots=True)
class Layer:
    """Groups whose children all stand in layers below: where each group stands, its operator, and its children end to end."""

    places: Places
    operators: Bytes
    needed: Places
    starts: Places
    children: Places

    def settle(self, ranks: Bytes) -> None:
        """Writes the rank of every group of this layer."""
        below = ranks[self.children]
        bits = np.bitwise_or.reduceat(np.left_shift(1, below, dtype=np.uint8), self.starts)
        found = TABLE[self.operators, bits]
        counted = self.operators == AT_LEAST
        if counted.any():
            found[counted] = self._nth_best(below)[counted]
        ranks[self.places] = found

    def _nth_best(self, below: Bytes) -> Bytes:
        """The rank of the n-th best child: as many ranks as have fewer than n children at or above them."""
        ranks = np.zeros(len(self.places), dtype=np.uint8)
        for rank in range(NOT_MET):
            enough = np.add.reduceat((below <= rank).astype(np.int32), self.starts) >= self.needed
            ranks += ~enough
        return ranks


@dataclass(frozen=True, slots=True)
class RuleColumns:
    """The requirements of many entry points. ``roots`` has one place for each of them; no requirement at all has none (-1)."""

    leaves: tuple[Leaf, ...]
    layers: tuple[Layer, ...]
    size: int
    empty: Places
    refused: Places
    roots: Places


def compiled(trees: Iterable[Node | None]) -> RuleColumns:
    """The columns of ``trees``, one for each entry point, in their order."""
    compiler = _Compiler()
    roots = [-1 if tree is None else compiler.place(tree) for tree in trees]
    return compiler.columns(roots)


def verdict_ranks(columns: RuleColumns, student: Student, reference: Reference) -> Bytes:
    """For each entry point the rank of its verdict (see Verdict.rank) for ``student``, by the qualification that serves best."""
    bases: Sequence[Qualification | None] = student.qualifications or (None,)
    found = [_ranks(columns, Candidate(student=student, basis=basis, reference=reference)) for basis in bases]
    best = np.minimum.reduce(found)
    stated = columns.roots >= 0
    return np.where(stated, best[columns.roots], np.uint8(Verdict.TO_CONFIRM.rank))


def _ranks(columns: RuleColumns, candidate: Candidate) -> Bytes:
    ranks = np.zeros(max(columns.size, 1), dtype=np.uint8)
    ranks[: len(columns.leaves)] = [evaluate(leaf, candidate).status.rank for leaf in columns.leaves]
    ranks[columns.empty] = MET
    ranks[columns.refused] = NOT_MET
    for layer in columns.layers:
        layer.settle(ranks)
    return ranks


class _Compiler:
    """Gives every different node one place: leaves first, then groups by their height."""

    def __init__(self) -> None:
        self._leaves: dict[Leaf, int] = {}
        self._groups: dict[tuple[int, int, tuple[int, ...]], int] = {}
        self._heights: dict[int, int] = {}
        self._seen: dict[Node, int] = {}

    def place(self, node: Node) -> int:
        """A place of its own for every different node; groups count down from -2 until all leaves are known."""
        known = self._seen.get(node)
        if known is None:
            known = self._seen[node] = self._leaf(node) if isinstance(node, Leaf) else self._group(node)
        return known

    def _leaf(self, leaf: Leaf) -> int:
        return self._leaves.setdefault(leaf, len(self._leaves))

    def _group(self, node: Node) -> int:
        below = children(node) if isinstance(node, Not) else tuple(child for child in children(node) if counts(child))
        places = tuple(self.place(child) for child in below)
        needed = node.n if isinstance(node, AtLeast) else 0
        key = (OPERATORS.index(type(node)), needed, places)
        place = self._groups.setdefault(key, -2 - len(self._groups))
        self._heights[place] = 1 + max((self._heights.get(child, 0) for child in places), default=0)
        return place

    def columns(self, roots: list[int]) -> RuleColumns:
        first = len(self._leaves)

        def at(place: int) -> int:
            return place if place >= -1 else first - 2 - place

        by_height: dict[int, list[tuple[int, int, int, list[int]]]] = {}
        empty: list[int] = []
        refused: list[int] = []
        for (operator, needed, below), place in self._groups.items():
            if below:
                by_height.setdefault(self._heights[place], []).append((at(place), operator, needed, [at(child) for child in below]))
            else:
                (refused if operator == AT_LEAST and needed > 0 else empty).append(at(place))
        return RuleColumns(
            leaves=tuple(self._leaves),
            layers=tuple(_layer(by_height[height]) for height in sorted(by_height)),
            size=first + len(self._groups),
            empty=np.array(empty, dtype=np.int32),
            refused=np.array(refused, dtype=np.int32),
            roots=np.array([at(root) for root in roots], dtype=np.int32),
        )


def counts(node: Node) -> bool:
    """Only mandatory conditions count for a verdict, and groups that hold any."""
    if isinstance(node, Leaf):
        return node.strength is Strength.MANDATORY
    return any(counts(child) for child in children(node))


def _layer(groups: list[tuple[int, int, int, list[int]]]) -> Layer:
    lengths = [len(below) for *_, below in groups]
    return Layer(
        places=np.array([place for place, *_ in groups], dtype=np.int32),
        operators=np.array([operator for _, operator, _, _ in groups], dtype=np.uint8),
        needed=np.array([needed for _, _, needed, _ in groups], dtype=np.int32),
        starts=np.cumsum([0, *lengths[:-1]], dtype=np.int32),
        children=np.array([child for *_, below in groups for child in below], dtype=np.int32),
    )
