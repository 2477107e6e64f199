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

    student: Student
    comparison: "tuple[Column, ...]"
    selected: str | None


class DeskState(QObject):
    """Observable. A signal comes only when something really changed, and after it has."""

    student_changed = Signal(object)
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
        self._student = Student()
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
        return self._student

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
        if student != self._student:
            self._student = student
            self.student_changed.emit(student)

    def next_student(self) -> None:
        """Clears the student and the comparison; Undo brings both back."""
        self._remember()
        self.set_student(Student())
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
        self.set_student(back.student)
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

    def _set_comparison(self, columns: "tuple[Column, ...]") -> None:
        if columns != self._comparison:
            self._comparison = columns
            self.comparison_changed.emit(columns)

    def _remember(self) -> None:
        now = Snapshot(student=self._student, comparison=self._comparison, selected=self._selected)
        self._past = [*self._past[1 - _UNDO_DEPTH :], now]
