"""The half of the desk that is compared: columns, how their table is arranged, what was said of courses; and undoing, of all."""

from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from PySide6.QtCore import QObject, Signal

from advisor_app.domain.arrangement import Arrangement
from advisor_app.ui.history import History

if TYPE_CHECKING:  # only names here, and the window paints before the services are read
    from advisor_app.domain.columns import Column
    from advisor_app.domain.curriculum import Decisions
    from advisor_app.services.keeper import Keeper

FEWEST_COLUMNS = 2
MOST_COLUMNS = 5


class Added(Enum):
    """What came of adding a column."""

    ADDED = auto()
    THERE_ALREADY = auto()
    FULL = auto()


class ComparisonPart(NamedTuple):
    """What is undone of the comparison: all that changes it."""

    columns: "tuple[Column, ...]"
    arrangement: Arrangement


class DecisionsPart(NamedTuple):
    """What was said of pairs of courses, which outlives the student."""

    decisions: "Decisions | None"


Part: TypeAlias = tuple[object, ...]
"""What is undone together: one of the named tuples, here and of the student."""
Step: TypeAlias = tuple[Part, ...]


class ComparisonState(QObject):
    """Observable. A signal comes only when something really changed, and after it has."""

    comparison_changed = Signal(object)
    arrangement_changed = Signal(object)
    decisions_changed = Signal(object)
    """What people said of courses that are probably the same."""
    history_changed = Signal()
    """There may be something else to undo or to redo."""
    removed = Signal(object)
    """A column that was taken out; Undo brings it back."""
    refused = Signal()
    """A column was not added: the comparison is full. The window says so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comparison: tuple[Column, ...] = ()
        self._arrangement = Arrangement()
        self._taken_out: tuple[Column, ...] = ()
        self._decisions: Decisions | None = None
        self._history: History[Step] = History(self._swap)

    # --- read

    @property
    def comparison(self) -> "tuple[Column, ...]":
        return self._comparison

    @property
    def arrangement(self) -> Arrangement:
        """What the advisor made of the comparison's table."""
        return self._arrangement

    @property
    def decisions(self) -> "Decisions | None":
        """What people said of courses that are probably the same; ``None`` until it was read."""
        return self._decisions

    @property
    def taken_out(self) -> "tuple[Column, ...]":
        """Columns that this student's comparison held before, the last first."""
        return self._taken_out

    @property
    def comparable(self) -> bool:
        """Whether there are columns enough to compare."""
        return len(self._comparison) >= FEWEST_COLUMNS

    # --- change

    def add_to_comparison(self, column: "Column") -> Added:
        if column in self._comparison:
            return Added.THERE_ALREADY
        if len(self._comparison) >= MOST_COLUMNS:
            self.refused.emit()
            return Added.FULL
        self._compare((*self._comparison, column), self._arrangement)
        return Added.ADDED

    def remove_from_comparison(self, column: "Column") -> None:
        """Takes the column out, if it is there; Undo brings it back to its place."""
        if column in self._comparison:
            kept = tuple(one for one in self._comparison if one != column)
            pinned = self._arrangement.pinned - self.is_pinned(column)
            self._compare(kept, replace(self._arrangement, pinned=pinned))
            self.removed.emit(column)

    def replace_in_comparison(self, old: "Column", new: "Column") -> None:
        """Shows another route, or another programme, in the same place."""
        if old in self._comparison and new not in self._comparison:
            self._compare(tuple(new if one == old else one for one in self._comparison), self._arrangement)

    def move_in_comparison(self, column: "Column", to: int) -> None:
        """Gives the column another place, among the pinned ones or among the others; beyond the ends is the end."""
        if column in self._comparison:
            pinned = self._arrangement.pinned
            low, high = (0, pinned - 1) if self.is_pinned(column) else (pinned, len(self._comparison) - 1)
            self._compare(self._with_column_at(column, max(low, min(to, high))), self._arrangement)

    def is_pinned(self, column: "Column") -> bool:
        """Whether the column stays in view while others are scrolled."""
        return column in self._comparison[: self._arrangement.pinned]

    def pin_in_comparison(self, column: "Column", *, pinned: bool) -> None:
        """Puts the column beside the row names, where it stays in view; or lets it go from there."""
        if column in self._comparison and self.is_pinned(column) is not pinned:
            count = self._arrangement.pinned
            order = self._with_column_at(column, count if pinned else count - 1)
            self._compare(order, replace(self._arrangement, pinned=count + 1 if pinned else count - 1))

    def clear_comparison(self) -> None:
        """Takes every column out; Undo brings them back."""
        self._compare((), replace(self._arrangement, pinned=0, name=""))

    def arrange(self, arrangement: Arrangement) -> None:
        """Changes what the table shows of the comparison. Undo brings it back."""
        self._compare(self._comparison, arrangement)

    def open_comparison(self, columns: "tuple[Column, ...]", arrangement: Arrangement) -> None:
        """Puts another comparison on the desk, for the same student. Undo brings the last one back."""
        self._compare(columns[:MOST_COLUMNS], replace(arrangement, pinned=min(arrangement.pinned, len(columns))))

    def decisions_of(self, keeper: "Keeper[Decisions]") -> "Decisions":
        """What people said of pairs of courses, read once from where it is kept; nobody is told, since nothing changes."""
        if self._decisions is None:
            self._decisions = keeper.load()
        return self._decisions

    def decide(self, decisions: "Decisions") -> None:
        """Changes what is said of pairs of courses. Undo brings it back."""
        if decisions != self._decisions:
            self._remember(DecisionsPart(self._decisions))
            self._set_decisions(decisions)

    def name_comparison(self, name: str) -> None:
        """Says what the comparison is kept under. That is no change of it, so there is nothing to undo."""
        self._set_comparison(self._comparison, replace(self._arrangement, name=name))

    def _compare(self, columns: "tuple[Column, ...]", arrangement: Arrangement) -> None:
        if (columns, arrangement) != (self._comparison, self._arrangement):
            self._remember(self._comparison_part())
            self._set_comparison(columns, arrangement)

    def _set_comparison(self, columns: "tuple[Column, ...]", arrangement: Arrangement) -> None:
        moved, arranged = columns != self._comparison, arrangement != self._arrangement
        gone = tuple(one for one in self._comparison if one not in columns)
        self._taken_out = (*gone, *(one for one in self._taken_out if one not in (*gone, *columns)))
        self._comparison, self._arrangement = columns, arrangement
        if moved:
            self.comparison_changed.emit(columns)
        if arranged:
            self.arrangement_changed.emit(arrangement)

    def _set_decisions(self, decisions: "Decisions | None") -> None:
        if decisions != self._decisions:
            self._decisions = decisions
            self.decisions_changed.emit(decisions)

    def _with_column_at(self, column: "Column", place: int) -> "tuple[Column, ...]":
        others = [one for one in self._comparison if one != column]
        others.insert(place, column)
        return tuple(others)

    def _forget_comparison(self) -> None:
        """Another student: nothing is compared, and nothing was."""
        self._set_comparison((), Arrangement())
        self._taken_out = ()

    # --- undoing

    @property
    def can_undo(self) -> bool:
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        return self._history.can_redo

    def undo(self) -> bool:
        """Takes back the last change of the comparison, Next student or end of a what-if; false where there is none."""
        return self._told(self._history.undo())

    def redo(self) -> bool:
        """Does again what was undone last; false where there is nothing."""
        return self._told(self._history.redo())

    def _comparison_part(self) -> ComparisonPart:
        return ComparisonPart(self._comparison, self._arrangement)

    def _remember(self, *step: Part) -> None:
        self._history.remember(step)
        self.history_changed.emit()

    def _forget_history(self) -> None:
        self._history = History(self._swap)
        self.history_changed.emit()

    def _now(self, part: Part) -> Part:
        """The same part of the desk as it is now."""
        return DecisionsPart(self._decisions) if isinstance(part, DecisionsPart) else self._comparison_part()

    def _put(self, part: Part) -> None:
        """Puts a part of the desk back."""
        if isinstance(part, DecisionsPart):
            self._set_decisions(part.decisions)
        elif isinstance(part, ComparisonPart):
            self._set_comparison(part.columns, part.arrangement)

    def _swap(self, step: Step) -> Step:
        """Puts the parts back; what they were just before is the step the other way."""
        now = tuple(self._now(part) for part in step)
        for part in step:
            self._put(part)
        return now

    def _told(self, done: bool) -> bool:
        if done:
            self.history_changed.emit()
        return done
