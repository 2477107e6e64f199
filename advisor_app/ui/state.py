"""What the advisor has on the desk: the student, the comparison, the programme looked at, the place, the language and the theme.

The one thing that places share. They read it, ask it to change, and listen; they never know each other. Its comparison, and
undoing, are in :mod:`.comparison_state`.
"""

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from PySide6.QtCore import QObject, Signal

from advisor_app.domain.student import Student
from advisor_app.domain.text import Lang
from advisor_app.ui.comparison_state import ComparisonPart, ComparisonState, Part
from advisor_app.ui.theme import Mode

if TYPE_CHECKING:  # only a name here, and the window paints before the services are read
    from collections.abc import Iterable

PlaceKey: TypeAlias = Literal["programmes", "eligibility", "compare", "sheet", "catalogue"]
PLACES: tuple[PlaceKey, ...] = ("programmes", "eligibility", "compare", "sheet")
"""The places of the work with a student, in their order."""

MOST_KEPT = 3
"""What-ifs beside the real student: nobody could tell more apart."""


class StudentPart(NamedTuple):
    """What is undone of the student: only Next student, the end of a what-if, and those that are kept."""

    actual: Student
    supposed: Student | None
    kept: tuple[Student, ...]
    selected: str | None


class DeskState(ComparisonState):
    """Observable. A signal comes only when something really changed, and after it has.

    While a what-if lasts, ``student`` is the supposed one and ``actual`` the real one, which stays as it was. What-ifs that are
    ``kept`` stand beside the real student, to go back to and to print; they follow what is told of the real student later on.
    """

    student_changed = Signal(object)
    next_began = Signal()
    """Comes before what is on the desk is cleared."""
    supposing_changed = Signal(bool)
    """A what-if began or ended; it comes before the ``student_changed`` that goes with it."""
    kept_changed = Signal(object)
    """The what-ifs that stand beside the real student."""
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
        self._selected: str | None = None
        self._place: PlaceKey = "programmes"
        self._asked: str | None = None

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

    # --- change

    def set_student(self, student: Student) -> None:
        """Changes the student shown: the supposed one while a what-if lasts, else the real one, whom kept what-ifs follow."""
        if self.supposing:
            self._set_students(self._actual, student)
        else:
            before = self._actual
            self._set_students(student, None)
            if self._kept:
                from advisor_app.domain.what_if import rebased  # late: seldom needed; it brings all of requirements

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
        self.next_began.emit()
        self._set_students(Student(), None)
        self._set_kept(())
        self._forget_comparison()

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

    def _set_kept(self, kept: "Iterable[Student]") -> None:
        """What says no more than the real student is no what-if any longer."""
        told = tuple(dict.fromkeys(one for one in kept if one != self._actual))
        if told != self._kept:
            self._kept = told
            self.kept_changed.emit(told)

    # --- as it was left

    def laid_out(self) -> tuple[StudentPart, ComparisonPart]:
        """All that is on the desk."""
        return self._student_part(), self._comparison_part()

    def lay_out(self, student: StudentPart, comparison: ComparisonPart) -> None:
        """Puts it back on an empty desk, with nothing to undo."""
        self._swap((student, comparison))
        self._forget_history()

    # --- undoing

    def _student_part(self) -> StudentPart:
        return StudentPart(self._actual, self._supposed, self._kept, self._selected)

    def _now(self, part: Part) -> Part:
        return self._student_part() if isinstance(part, StudentPart) else super()._now(part)

    def _put(self, part: Part) -> None:
        if isinstance(part, StudentPart):
            self.select(part.selected)
            self._set_students(part.actual, part.supposed)
            self._set_kept(part.kept)
        else:
            super()._put(part)
