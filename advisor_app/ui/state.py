"""What the advisor has on the desk: the student, the comparison, the programme looked at, the place, the language and the theme.

The one thing that places share. They read it, ask it to change, and listen; they never know each other.
"""

from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from PySide6.QtCore import QObject, Signal

from advisor_app.domain.arrangement import Arrangement
from advisor_app.domain.student import Student
from advisor_app.domain.text import Lang
from advisor_app.domain.what_if import rebased
from advisor_app.ui.history import History
from advisor_app.ui.theme import Mode

if TYPE_CHECKING:  # only a name here, and the window paints before the services are read
    from collections.abc import Iterable

    from advisor_app.domain.columns import Column
    from advisor_app.domain.curriculum import Decisions
    from advisor_app.services.keeper import Keeper

PlaceKey: TypeAlias = Literal["programmes", "eligibility", "compare", "sheet", "catalogue"]
PLACES: tuple[PlaceKey, ...] = ("programmes", "eligibility", "compare", "sheet")
"""The places of the work with a student, in their order."""

FEWEST_COLUMNS = 2
MOST_COLUMNS = 5
MOST_KEPT = 3
"""What-ifs beside the real student: nobody could tell more apart."""


class Added(Enum):
    """What came of adding a column."""

    ADDED = auto()
    THERE_ALREADY = auto()
    FULL = auto()


class StudentPart(NamedTuple):
    """What is undone of the student: only Next student, the end of a what-if, and those that are kept."""

    actual: Student
    supposed: Student | None
    kept: tuple[Student, ...]
    selected: str | None


class ComparisonPart(NamedTuple):
    """What is undone of the comparison: all that changes it."""

    columns: "tuple[Column, ...]"
    arrangement: Arrangement


class DecisionsPart(NamedTuple):
    """What was said of pairs of courses, which outlives the student."""

    decisions: "Decisions | None"


Step: TypeAlias = "tuple[StudentPart | ComparisonPart | DecisionsPart, ...]"


class DeskState(QObject):
    """Observable. A signal comes only when something really changed, and after it has.

    While a what-if lasts, ``student`` is the supposed one and ``actual`` the real one, which stays as it was. What-ifs that are
    ``kept`` stand beside the real student, to go back to and to print; they follow what is told of the real student later on.
    """

    student_changed = Signal(object)
    supposing_changed = Signal(bool)
    """A what-if began or ended; it comes before the ``student_changed`` that goes with it."""
    kept_changed = Signal(object)
    """The what-ifs that stand beside the real student."""
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
    selected_changed = Signal(str)
    place_changed = Signal(str)
    asked_changed = Signal(str)
    language_changed = Signal(str)
    theme_changed = Signal(str)

    def __init__(self, lang: Lang = "en", theme: Mode = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lang: Lang = lang
        self._theme: Mode = theme
        self._actual = Student()
        self._supposed: Student | None = None
        self._kept: tuple[Student, ...] = ()
        self._kept_shown: Student | None = None
        self._comparison: tuple[Column, ...] = ()
        self._arrangement = Arrangement()
        self._taken_out: tuple[Column, ...] = ()
        self._decisions: Decisions | None = None
        self._selected: str | None = None
        self._place: PlaceKey = "programmes"
        self._asked: str | None = None
        self._history: History[Step] = History(self._swap)

    # --- read

    @property
    def lang(self) -> Lang:
        return self._lang

    @property
    def theme(self) -> Mode:
        return self._theme

    @property
    def student(self) -> Student:
        """The student that everything is shown for: the supposed one while a what-if lasts."""
        return self._actual if self._supposed is None else self._supposed

    @property
    def actual(self) -> Student:
        """The real student, whatever is supposed."""
        return self._actual

    @property
    def supposing(self) -> bool:
        """Whether a what-if lasts: changes of the student are then suppositions."""
        return self._supposed is not None

    @property
    def kept(self) -> tuple[Student, ...]:
        """The what-ifs that stand beside the real student, the oldest first."""
        return self._kept

    @property
    def beside(self) -> Student | None:
        """The what-if to show and print beside the real student: the one that lasts, else the one kept last."""
        supposed = self._supposed if self._supposed != self._actual else None
        return supposed or (self._kept[-1] if self._kept else None)

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
    def selected(self) -> str | None:
        """The identifier of the programme looked at."""
        return self._selected

    @property
    def place(self) -> PlaceKey:
        return self._place

    @property
    def asked(self) -> str | None:
        """The field of the student to ask about next, as findings and questions name it: ``qualification.level``."""
        return self._asked

    @property
    def empty(self) -> bool:
        """Whether there is nothing on the desk that anybody would miss."""
        return self._actual.empty and self._supposed is None and not self._kept and not self._comparison

    @property
    def comparable(self) -> bool:
        """Whether there are columns enough to compare."""
        return len(self._comparison) >= FEWEST_COLUMNS

    @property
    def can_undo(self) -> bool:
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        return self._history.can_redo

    # --- change

    def set_student(self, student: Student) -> None:
        """Changes the student shown: the supposed one while a what-if lasts, else the real one, whom kept what-ifs follow."""
        if self.supposing:
            self._set_students(self._actual, student)
        else:
            before = self._actual
            self._set_students(student, None)
            self._set_kept(rebased(one, before, student) for one in self._kept)

    def suppose(self, student: Student | None = None) -> None:
        """Begins a what-if, or goes on with it: ``student``, or whoever is shown, is only supposed from now on."""
        if student in self._kept:
            self._kept_shown = student
        self._set_students(self._actual, self.student if student is None else student)

    def keep(self) -> None:
        """Ends a what-if and keeps it beside the real student; one that was kept before gives up its place. Undo brings it back."""
        supposed = self._supposed
        if supposed is None or supposed == self._actual:
            return
        self._remember(self._student_part())
        others = [one for one in self._kept if one not in (supposed, self._kept_shown)]
        self._set_students(self._actual, None)
        self._set_kept([*others, supposed][-MOST_KEPT:])

    def forget(self, kept: Student) -> None:
        """Takes a what-if away that was kept. Undo brings it back."""
        if kept in self._kept:
            self._remember(self._student_part())
            self._set_kept(one for one in self._kept if one != kept)

    def adopt(self) -> None:
        """Ends a what-if: what was supposed is the student's real situation. Undo brings the what-if back."""
        if self._supposed is not None:
            self._remember(self._student_part())
            self._set_students(self._supposed, None)

    def drop(self) -> None:
        """Ends a what-if and forgets what was supposed; what is kept stays. Undo brings it back."""
        if self.supposing:
            self._remember(self._student_part())
            self._set_students(self._actual, None)

    def next_student(self) -> None:
        """Clears the student, what was supposed and the comparison; Undo brings all back."""
        self._remember(self._student_part(), self._comparison_part())
        self._set_students(Student(), None)
        self._set_kept(())
        self._set_comparison((), Arrangement())
        self._taken_out = ()

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

    def undo(self) -> bool:
        """Takes back the last change of the comparison, Next student or end of a what-if; false where there is none."""
        return self._told(self._history.undo())

    def redo(self) -> bool:
        """Does again what was undone last; false where there is nothing."""
        return self._told(self._history.redo())

    def select(self, programme_id: str | None) -> None:
        if programme_id != self._selected:
            self._selected = programme_id
            self.selected_changed.emit(programme_id or "")

    def go(self, place: PlaceKey) -> None:
        if place != self._place:
            self._place = place
            self.place_changed.emit(place)

    def ask(self, field: str | None) -> None:
        """Says which field of the student is to be asked about next."""
        if field != self._asked:
            self._asked = field
            self.asked_changed.emit(field or "")

    def set_lang(self, lang: Lang) -> None:
        if lang != self._lang:
            self._lang = lang
            self.language_changed.emit(lang)

    def set_theme(self, mode: Mode) -> None:
        if mode != self._theme:
            self._theme = mode
            self.theme_changed.emit(mode)

    def _set_students(self, actual: Student, supposed: Student | None) -> None:
        shown, supposing = self.student, self.supposing
        if supposed is None:
            self._kept_shown = None
        self._actual, self._supposed = actual, supposed
        if self.supposing is not supposing:
            self.supposing_changed.emit(self.supposing)
        if self.student != shown:
            self.student_changed.emit(self.student)

    def _compare(self, columns: "tuple[Column, ...]", arrangement: Arrangement) -> None:
        if (columns, arrangement) != (self._comparison, self._arrangement):
            self._remember(self._comparison_part())
            self._set_comparison(columns, arrangement)

    def _set_kept(self, kept: "Iterable[Student]") -> None:
        """What says no more than the real student is no what-if any longer."""
        told = tuple(dict.fromkeys(one for one in kept if one != self._actual))
        if told != self._kept:
            self._kept = told
            self.kept_changed.emit(told)

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

    # --- as it was left

    def laid_out(self) -> tuple[StudentPart, ComparisonPart]:
        """All that is on the desk."""
        return self._student_part(), self._comparison_part()

    def lay_out(self, student: StudentPart, comparison: ComparisonPart) -> None:
        """Puts it back on an empty desk, with nothing to undo."""
        self._swap((student, comparison))
        self._history = History(self._swap)
        self.history_changed.emit()

    # --- undoing

    def _student_part(self) -> StudentPart:
        return StudentPart(self._actual, self._supposed, self._kept, self._selected)

    def _comparison_part(self) -> ComparisonPart:
        return ComparisonPart(self._comparison, self._arrangement)

    def _remember(self, *step: StudentPart | ComparisonPart | DecisionsPart) -> None:
        self._history.remember(step)
        self.history_changed.emit()

    def _now(self, part: StudentPart | ComparisonPart | DecisionsPart) -> StudentPart | ComparisonPart | DecisionsPart:
        """The same part of the desk as it is now."""
        if isinstance(part, DecisionsPart):
            return DecisionsPart(self._decisions)
        return self._student_part() if isinstance(part, StudentPart) else self._comparison_part()

    def _swap(self, step: Step) -> Step:
        """Puts the parts back; what they were just before is the step the other way."""
        now = tuple(self._now(part) for part in step)
        for part in step:
            if isinstance(part, DecisionsPart):
                self._set_decisions(part.decisions)
            elif isinstance(part, StudentPart):
                self.select(part.selected)
                self._set_students(part.actual, part.supposed)
                self._set_kept(part.kept)
            else:
                self._set_comparison(part.columns, part.arrangement)
        return now

    def _told(self, done: bool) -> bool:
        if done:
            self.history_changed.emit()
        return done
