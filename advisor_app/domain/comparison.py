"""Two to five programmes or routes side by side: the same rows read from each, and whether they differ."""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor_app.domain.aligning import align
from advisor_app.domain.curriculum import NO_DECISIONS, Alignment, Candidate, CourseList, Decisions
from advisor_app.domain.facts import Evidence, Status
from advisor_app.domain.rows import ROWS, Filled, Row, Shown, Subject, fill

FEWEST, MOST = 2, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedRow:
    """One row over all columns. ``differs`` is about what is said, not about where; one silence is like another."""

    row: Row
    cells: tuple[Filled, ...]

    @property
    def differs(self) -> bool:
        return len({() if cell.silent else tuple(shown.content for shown in cell.values) for cell in self.cells}) > 1

    @property
    def silent(self) -> bool:
        """Whether no page of any column says anything here."""
        return all(cell.silent for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """``rows`` in the order of the groups; ``alignment`` has the courses of all columns beside each other."""

    subjects: tuple[Subject, ...]
    rows: tuple[ComparedRow, ...]
    alignment: Alignment

    @property
    def courses(self) -> tuple[CourseList, ...]:
        """The course lines of each column as printed."""
        return self.alignment.lists


def compare(subjects: tuple[Subject, ...], candidates: Iterable[Candidate] = (), decisions: Decisions = NO_DECISIONS) -> Comparison:
    """Reads every compared row from every column. Rows that no column has anything to say on, and need not, are left out.

    ``candidates`` are pairs of courses that are probably the same, ``decisions`` what people said of such pairs.
    """
    rows = tuple(_compared(row, subjects) for row in ROWS if row.compared)
    return Comparison(
        subjects=subjects,
        rows=tuple(row for row in rows if row is not None),
        alignment=align(subjects, candidates, decisions),
    )


def _compared(row: Row, subjects: tuple[Subject, ...]) -> ComparedRow | None:
    filled = tuple(fill(row, subject) for subject in subjects)
    if all(cell is None for cell in filled):
        return None
    return ComparedRow(row=row, cells=tuple(cell or _silent(row) for cell in filled))


def _silent(row: Row) -> Filled:
    return Filled(row=row, values=(Shown(value=None, evidence=Evidence(status=Status.NOT_STATED)),))
