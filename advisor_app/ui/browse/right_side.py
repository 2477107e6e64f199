"""The right of the place: the details of what is chosen; before anything is known or chosen, the first question."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from advisor_app.domain.first_question import FIRST_FIELD
from advisor_app.domain.student import Qualification, Student
from advisor_app.ui.browse.start_pane import StartPane
from advisor_app.ui.browse.tab_titles import Tab
from advisor_app.ui.clock import local_today
from advisor_app.ui.place import Desk

if TYPE_CHECKING:
    from advisor_app.ui.browse.detail_pane import DetailPane

COUNTRY = "qualification.country"


class RightSide(QStackedWidget):
    """``answered`` says that the question was answered or made room, so that the focus has to go elsewhere.

    Empty at first. The details are made when they are first asked for; ``connect`` is given them then.
    """

    answered = Signal()

    def __init__(self, desk: Desk, connect: "Callable[[DetailPane], None]") -> None:
        super().__init__()
        self._desk, self._connect = desk, connect
        self._start: StartPane | None = None
        self._details: DetailPane | None = None
        self._tab = Tab.OVERVIEW
        self.addWidget(QWidget())

    @property
    def details(self) -> "DetailPane":
        if self._details is None:
            from advisor_app.ui.browse.detail_pane import DetailPane  # late: the list is there before any programme is looked at

            self._details = DetailPane(self._desk.words)
            self._details.choose_tab(self._tab)
            self.addWidget(self._details)
            self._connect(self._details)
        return self._details

    @property
    def made(self) -> "DetailPane | None":
        """The details, where anybody asked for them yet."""
        return self._details

    @property
    def tab(self) -> Tab:
        """The tab that is or will be shown."""
        return self._tab if self._details is None else self._details.tab

    def choose_tab(self, tab: Tab) -> None:
        self._tab = tab
        if self._details is not None:
            self._details.choose_tab(tab)

    @property
    def today(self) -> date:
        """The day on which ages are told."""
        return local_today() if self._details is None else self._details.today

    def show_details(self) -> None:
        if self._start is None or not self._start.isAncestorOf(self.window().focusWidget()):
            self.setCurrentWidget(self.details)
            return
        if QApplication.activePopupWidget() is not None:
            self.window().focusWidget().clearFocus()  # or the stack would take the focus along
        self._answered()
        self.setCurrentWidget(self.details)

    def _answered(self) -> None:
        """At once, so that the focus falls on nothing else; but while an advisor types in a picker, only when that is closed."""
        picker = QApplication.activePopupWidget()
        if picker is None:
            self.answered.emit()
        else:
            picker.destroyed.connect(self._answered)

    def show_question(self, routes: int) -> None:
        """``routes``: what the answer bears on."""
        if self._start is None:
            self._start = StartPane(self._desk.words, routes)
            self._start.level_given.connect(self._level_given)
            self._start.other_asked.connect(self._ask_country)
            self.addWidget(self._start)
        self.setCurrentWidget(self._start)

    def begin(self) -> bool:
        """Puts the focus on the question; false where it is not shown."""
        if self._start is None or self.currentWidget() is not self._start:
            return False
        self._start.begin()
        return True

    def mark_question(self, student: Student) -> None:
        """While nothing is known the strip marks the level as what to ask; once it is known the mark goes."""
        state = self._desk.state
        if student.empty:
            state.ask(FIRST_FIELD)
        elif state.asked == FIRST_FIELD and any(one.level is not None or one.title for one in student.qualifications):
            state.ask(None)

    def _level_given(self, level: int) -> None:
        student = self._desk.state.student
        first, *others = student.qualifications or (Qualification(),)
        self._answered()
        self._desk.state.set_student(replace(student, qualifications=(replace(first, level=level), *others)))

    def _ask_country(self) -> None:
        """The strip's own picker, where every country and its diplomas are."""
        self._desk.state.ask(COUNTRY)
        self._desk.open_field(COUNTRY)
