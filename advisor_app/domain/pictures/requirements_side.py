"""What every column asks, kind by kind, and how the student stands with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor_app.domain.check import RouteCheck
from advisor_app.domain.requirements.base import FindingStatus
from advisor_app.domain.requirements.evaluate import Finding
from advisor_app.domain.text import Listing, Message, Value, msg, msg_n


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementRow:
    """One kind of condition (``level``, ``field`` …): the findings of each column, none where it asks for nothing of the kind."""

    kind: str
    cells: tuple[tuple[Finding, ...], ...]

    def status(self, column: int) -> FindingStatus | None:
        """The worst of the column's findings of this kind; ``None`` where it asks for nothing of it."""
        return max((finding.status for finding in self.cells[column]), key=lambda status: status.rank, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementColumn:
    """``counts`` has every status, best first; soft and indicative conditions are listed and not counted."""

    counts: tuple[tuple[FindingStatus, int], ...]
    silent: bool
    said: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementsSideBySide:
    """The rows in the order in which the columns ask for them. A condition under "one of these" counts like any other here.

    The verdict stands beside the picture and does not follow from its counts.
    """

    rows: tuple[RequirementRow, ...]
    columns: tuple[RequirementColumn, ...]
    said: Value


def requirements_side_by_side(checks: Sequence[RouteCheck | None], names: Sequence[Value]) -> RequirementsSideBySide:
    """The conditions of every column's route; ``None`` for a column without one."""
    found = [check.assessment.findings if check else () for check in checks]
    kinds = dict.fromkeys(finding.leaf.kind for findings in found for finding in findings)
    rows = tuple(
        RequirementRow(kind=kind, cells=tuple(tuple(one for one in findings if one.leaf.kind == kind) for findings in found))
        for kind in kinds
    )
    columns = tuple(_column(check, name) for check, name in zip(checks, names, strict=True))
    return RequirementsSideBySide(rows=rows, columns=columns, said=Listing(tuple(column.said for column in columns), "semicolon"))


def _column(check: RouteCheck | None, name: Value) -> RequirementColumn:
    silent = check is None or check.assessment.outcome is None
    counted = [finding.status for finding in check.assessment.findings if finding.counts] if check else []
    counts = tuple((status, counted.count(status)) for status in FindingStatus)
    words: Value = msg("The page states no entry requirement.")
    if not silent:
        parts = tuple(msg("{status}: {count}", status=status, count=count) for status, count in counts if count)
        total = msg_n("{count} condition", "{count} conditions", len(counted))
        words = msg("{total} ({parts})", total=total, parts=Listing(parts, "comma")) if parts else total
    return RequirementColumn(counts=counts, silent=silent, said=msg("{column}: {words}", column=name, words=words))
