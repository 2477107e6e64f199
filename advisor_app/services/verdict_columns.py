"""The verdicts of a whole catalogue in one pass over columns, for lists too long to hold against a student tree by tree.

Rules repeat: of 200,000 entry points a few thousand trees differ, and a few hundred leaves. Every different leaf is checked once,
by the very code that explains it; the trees above are then worked out layer by layer on arrays of one byte a node. The outcome is,
to the last entry, that of :func:`advisor_app.domain.check.assess`; only explanations are left to it (docs/adr/0012).
"""

from collections.abc import Sequence
from typing import Final, Protocol
from weakref import WeakKeyDictionary

import numpy as np

from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.base import Candidate, FindingStatus
from advisor_app.domain.requirements.evaluate import evaluate, readings_status
from advisor_app.domain.student import Qualification, Student
from advisor_app.domain.verdicts import Verdict
from advisor_app.models.numbers import Bytes
from advisor_app.models.rule_columns import AT_LEAST, OPERATORS, Layer, RuleColumns

STATUSES: Final = tuple(FindingStatus)
MET: Final = FindingStatus.MET.rank
NOT_MET: Final = FindingStatus.NOT_MET.rank
SILENT: Final = np.uint8(Verdict.TO_CONFIRM.rank)
"""Where the page states no requirement, or no route."""
NO_ROUTE: Final = np.uint8(255)


class RuledCatalogue(Protocol):
    """An open catalogue that has its rules in columns."""

    def rule_columns(self) -> RuleColumns: ...

    def reference(self) -> Reference: ...


KEPT: Final = 4
"""Students whose verdicts stay in memory: the one on the desk, as is and as supposed, and those just before."""
_KEPT: "WeakKeyDictionary[RuledCatalogue, dict[Student, Bytes]]" = WeakKeyDictionary()


def verdicts_for(catalogue: RuledCatalogue, student: Student) -> Bytes:
    """As :func:`verdicts_of_all`, once for each student, since a search asks again with every key."""
    held = _KEPT.get(catalogue, {})
    if student not in held:
        kept = list(held.items())[1 - KEPT :]
        held = dict(kept) | {student: verdicts_of_all(catalogue, student)}
        _KEPT[catalogue] = held  # replaced, never changed, since several threads may look
    return held[student]


def verdicts_of_all(catalogue: RuledCatalogue, student: Student) -> Bytes:
    """The rank of every programme's verdict (see Verdict.rank), in the catalogue's order: the best of its routes."""
    columns = catalogue.rule_columns()
    ranks = verdict_ranks(columns, student, catalogue.reference())
    found = np.full(len(columns.starts), SILENT)
    some = np.diff(columns.starts, append=len(columns.roots)) > 0
    if some.any():
        best = np.minimum.reduceat(np.where(columns.routed, ranks, NO_ROUTE), columns.starts[some])
        found[some] = np.where(best == NO_ROUTE, SILENT, best)
    return found


def verdict_ranks(columns: RuleColumns, student: Student, reference: Reference) -> Bytes:
    """For each entry point the rank of its verdict for ``student``, by the qualification that serves best."""
    bases: Sequence[Qualification | None] = student.qualifications or (None,)
    found = [_ranks(columns, Candidate(student=student, basis=basis, reference=reference)) for basis in bases]
    # One more place, to which the -1 of those without requirements leads.
    best: Bytes = np.append(np.minimum.reduce(found), SILENT)
    return best.take(columns.roots)


def _table() -> Bytes:
    """What each operator but AT LEAST makes of a set of statuses, given as four bits: the rank, operator after operator."""
    table = np.full((len(OPERATORS), SETS), MET, dtype=np.uint8)
    for bits in range(1, SETS):
        present = tuple(status for status in STATUSES if bits >> status.rank & 1)
        swapped = {MET: NOT_MET, NOT_MET: MET}.get(present[0].rank, present[0].rank)
        table[:AT_LEAST, bits] = (present[-1].rank, present[0].rank, swapped, readings_status(present).rank)
    return table.ravel()


SETS: Final = 1 << len(STATUSES)
TABLE: Final = _table()
BITS: Final = np.array([1 << status.rank for status in STATUSES], dtype=np.uint8)


def _ranks(columns: RuleColumns, candidate: Candidate) -> Bytes:
    ranks = np.zeros(columns.size, dtype=np.uint8)
    ranks[: len(columns.leaves)] = [evaluate(leaf, candidate).status.rank for leaf in columns.leaves]
    ranks[columns.empty] = MET
    ranks[columns.refused] = NOT_MET
    for layer in columns.layers:
        below = ranks.take(layer.children)
        ranks[layer.places] = _nth_best(layer, below) if layer.operators[0] == AT_LEAST else _joined(layer, below)
    return ranks


def _joined(layer: Layer, below: Bytes) -> Bytes:
    """The rank of every group, by the set of ranks below it."""
    sets = np.bitwise_or.reduceat(BITS.take(below), layer.starts)
    found: Bytes = TABLE.take(layer.operators * np.uint8(SETS) + sets)
    return found


def _nth_best(layer: Layer, below: Bytes) -> Bytes:
    """The rank of the n-th best child: as many ranks as have fewer than n children at or above them."""
    ranks = np.zeros(len(layer.places), dtype=np.uint8)
    for rank in range(NOT_MET):
        enough = np.add.reduceat((below <= rank).astype(np.int32), layer.starts) >= layer.needed
        ranks += ~enough
    return ranks
