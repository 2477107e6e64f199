"""What the advisor has on the desk: the student, the comparison, the programme looked at, the place, the language and the theme.

The one thing that places share. They read it, ask it to change, and listen; they never know each other.
"""

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Literal, TypeAlias

from PySide6.QtCore import QObject, Signal

from advisor_app.domain.student import Student
from advisor_app.domain.text import Lang
from advisor_app.ui.theme import Mode

if TYPE_CHECKING:  # only a name here, and the window paints before the services are read
    from advisor_app.services.compare import Column

PlaceKey: TypeAlias = Literal["programmes", "eligibility", "compare", "sheet"]
PLACES: tuple[PlaceKey, ...] = ("programmes", "eligibility", "compare", "sheet")

FEWEST_COLUMNS = 2
MOST_COLUMNS = 5
_UNDO_DEPTH = 20


class Added(Enum):
    """What came of adding a column."""

    ADDED = auto()
    THERE_ALREADY = auto()
    FULL = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What Undo brings back."""

    actual: Student
    supposed: Student | None
    comparison: "tuple[Column, ...]"
    selected: str | None


class DeskState(QObject):
    """Observable. A signal comes only when something really changed, and after it has.

    While a what-if lasts, ``student`` is the supposed one and ``actual`` the real one, which stays as it was.
    """

    student_changed = Signal(object)
    supposing_changed = Signal(bool)
    """A what-if began or ended; it comes before the ``student_changed`` that goes with it."""
    comparison_changed = Signal(object)
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
        self._comparison: tuple[Column, ...] = ()
        self._selected: str | None = None
        self._place: PlaceKey = "programmes"
        self._asked: str | None = None
        self._past: list[Snapshot] = []

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
    def comparison(self) -> "tuple[Column, ...]":
        return self._comparison

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
    def comparable(self) -> bool:
        """Whether there are columns enough to compare."""
        return len(self._comparison) >= FEWEST_COLUMNS

    @property
    def can_undo(self) -> bool:
        return bool(self._past)

    # --- change

    def set_student(self, student: Student) -> None:
        """Changes the student shown: the supposed one while a what-if lasts, else the real one."""
        if self.supposing:
            self._set_students(self._actual, student)
        else:
            self._set_students(student, None)

    def suppose(self, student: Student | None = None) -> None:
        """Begins a what-if, or goes on with it: ``student``, or whoever is shown, is only supposed from now on."""
        self._set_students(self._actual, self.student if student is None else student)

    def keep(self) -> None:
        """Ends a what-if: what was supposed is the student's real situation. Undo brings the what-if back."""
        if self.supposing:
            self._remember()
            self._set_students(self.student, None)

    def drop(self) -> None:
        """Ends a what-if and forgets what was supposed. Undo brings it back."""
        if self.supposing:
            self._remember()
            self._set_students(self._actual, None)

    def next_student(self) -> None:
        """Clears the student, what was supposed and the comparison; Undo brings all back."""
        self._remember()
        self._set_students(Student(), None)
        self._set_comparison(())

    def add_to_comparison(self, column: "Column") -> Added:
        if column in self._comparison:
            return Added.THERE_ALREADY
        if len(self._comparison) >= MOST_COLUMNS:
            self.refused.emit()
            return Added.FULL
        self._set_comparison((*self._comparison, column))
        return Added.ADDED

    def remove_from_comparison(self, column: "Column") -> None:
        """Takes the column out, if it is there; Undo brings it back to its place."""
        if column in self._comparison:
            self._remember()
            self._set_comparison(tuple(one for one in self._comparison if one != column))
            self.removed.emit(column)

    def replace_in_comparison(self, old: "Column", new: "Column") -> None:
        """Shows another route of a programme in the same place."""
        if old in self._comparison and new not in self._comparison:
            self._remember()
            self._set_comparison(tuple(new if one == old else one for one in self._comparison))

    def move_in_comparison(self, column: "Column", to: int) -> None:
        """Gives the column another place; beyond the ends is the end."""
        if column in self._comparison:
            others = [one for one in self._comparison if one != column]
            others.insert(max(0, min(to, len(others))), column)
            self._set_comparison(tuple(others))

    def clear_comparison(self) -> None:
        """Takes every column out; Undo brings them back."""
        if self._comparison:
            self._remember()
            self._set_comparison(())

    def undo(self) -> bool:
        """Brings back what the last Next student or removal took away; false where there is nothing."""
        if not self._past:
            return False
        back = self._past.pop()
        self.select(back.selected)
        self._set_students(back.actual, back.supposed)
        self._set_comparison(back.comparison)
        return True

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
        self._actual, self._supposed = actual, supposed
        if self.supposing is not supposing:
            self.supposing_changed.emit(self.supposing)
        if self.student != shown:
            self.student_changed.emit(self.student)

    def _set_comparison(self, columns: "tuple[Column, ...]") -> None:
        if columns != self._comparison:
            self._comparison = columns
            self.comparison_changed.emit(columns)

    def _remember(self) -> None:
        now = Snapshot(actual=self._actual, supposed=self._supposed, comparison=self._comparison, selected=self._selected)
        self._past = [*self._past[1 - _UNDO_DEPTH :], now]
