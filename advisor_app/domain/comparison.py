"""Two to five programmes or routes side by side: the same rows read from each, and whether they differ."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from advisor_app.domain.aligning import align
from advisor_app.domain.column_names import column_names
from advisor_app.domain.curriculum import NO_DECISIONS, Alignment, Candidate, CourseList, Decisions, Likeness
from advisor_app.domain.differences import best_of, difference, groups_of
from advisor_app.domain.facts import Evidence, Status
from advisor_app.domain.rows import ROWS, Filled, Row, Shown, Subject, fill
from advisor_app.domain.text import Message, Value, msg_n
from advisor_app.domain.topics import Topic

FEWEST, MOST = 2, 5
COURSES = "curriculum"  # the key of the row of courses


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedRow:
    """One row over all columns.

    ``groups`` gives for each column the place of the first that says the same: equal facts in other units, in another language or
    order are the same, and one silence is like another. ``difference`` says in a few words what differs, ``None`` where nothing
    does. ``best`` are the columns with the best value, none wherever better has more than one meaning.
    """

    row: Row
    cells: tuple[Filled, ...]
    groups: tuple[int, ...]
    difference: Message | None
    best: frozenset[int]

    @property
    def differs(self) -> bool:
        return len(set(self.groups)) > 1

    @property
    def silent(self) -> bool:
        """Whether no page of any column says anything here."""
        return all(cell.silent for cell in self.cells)

    def asked(self, topics: frozenset[Topic]) -> bool:
        """Whether the row bears on one of the topics that a student asked about."""
        return not topics.isdisjoint(self.row.topics)


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
    names, alignment = column_names(subjects), align(subjects, candidates, decisions)
    rows = tuple(_compared(row, subjects, names) for row in ROWS if row.compared)
    return Comparison(
        subjects=subjects,
        rows=tuple(_with_courses(row, alignment) for row in rows if row is not None),
        alignment=alignment,
    )


def _with_courses(row: ComparedRow, alignment: Alignment) -> ComparedRow:
    """The courses differ by what is shared, not by the headings that they stand under."""
    if row.row.key != COURSES or not row.differs or any(not courses.lines for courses in alignment.lists):
        return row
    shared, likely = (sum(one.likeness is likeness for one in alignment.rows) for likeness in (Likeness.SHARED, Likeness.LIKELY))
    said = msg_n(
        "{count} course in common, {likely} probably", "{count} courses in common, {likely} probably", shared, likely=likely
    )
    return replace(row, difference=said)


def _compared(row: Row, subjects: tuple[Subject, ...], names: tuple[Value, ...]) -> ComparedRow | None:
    filled = tuple(fill(row, subject) for subject in subjects)
    if all(cell is None for cell in filled):
        return None
    cells = tuple(cell or _silent(row) for cell in filled)
    if all(cell.silent for cell in cells):
        return ComparedRow(row=row, cells=cells, groups=(0,) * len(cells), difference=None, best=frozenset())
    groups = groups_of(cells)
    said = difference(cells, names, groups)
    return ComparedRow(row=row, cells=cells, groups=groups, difference=said, best=best_of(row, cells))


def _silent(row: Row) -> Filled:
    return Filled(row=row, values=(Shown(value=None, evidence=Evidence(status=Status.NOT_STATED)),))
