"""The band under the strip while something is supposed: what, what it moves, and how it ends; else the what-ifs that are kept."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from advisor_app.ui.components.button import Button, Kind
from advisor_app.ui.components.icon_view import IconView
from advisor_app.ui.components.labels import Label
from advisor_app.ui.kept_what_ifs import KeptWhatIfs, Weigh
from advisor_app.ui.state import DeskState
from advisor_app.ui.strip.options import Options
from advisor_app.ui.tasks import Tasks
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space
from advisor_app.ui.what_if_said import change_said, supposed_said
from advisor_app.ui.words import Words

if TYPE_CHECKING:  # only a name here, and the window paints before the services are read
    from advisor_app.services.what_if import Moves

TASK = "what-if"
KEEP = "Ctrl+Shift+K"


class WhatIfBand(QWidget):
    """Hidden while nothing is supposed and nothing kept.

    ``dropped`` asks to go back to the real student; ``kept`` says what now stands beside it.
    """

    dropped = Signal()
    kept = Signal(str)

    def __init__(self, state: DeskState, words: Words, options: Options, tasks: Tasks, weigh: "Weigh | None") -> None:
        super().__init__()
        self._state, self._words, self._options = state, words, options
        self._tasks, self._weigh = tasks, weigh
        self.label = Label("", Role.STRONG)
        self.keep = Button(words.tr("Keep beside"), Kind.GHOST, icon="pin", key=KEEP)
        self.keep.setToolTip(words.tr("Keep this what-if beside the real situation, to go back to and to print"))
        self.adopt = Button(words.tr("It is so"), Kind.GHOST, icon="check")
        self.adopt.setToolTip(words.tr("What is supposed is the student’s real situation"))
        self.back = Button(words.tr("Back"), Kind.GHOST, icon="undo-2", key="Ctrl+Shift+W")
        self.back.setToolTip(words.tr("Back to the student’s real situation"))
        self.setMinimumHeight(theme().grow(Size.MESSAGE))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._line = line = QHBoxLayout(self)
        line.setContentsMargins(Space.PAD, 2, Space.UNIT, 2)
        line.setSpacing(Space.UNIT + 2)
        line.addWidget(IconView("route", "accent", Size.ICON_ROW))
        line.addWidget(self.label, 1)
        self.beside = KeptWhatIfs(state, words, tasks)
        line.addWidget(self.beside, 3)
        for button in (self.keep, self.adopt, self.back):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.beside.looked_at.connect(state.suppose)
        self.beside.forgotten.connect(state.forget)
        self.keep.clicked.connect(self._keep)
        QShortcut(QKeySequence(KEEP), self).activated.connect(self.keep.click)
        self.adopt.clicked.connect(state.adopt)
        self.back.clicked.connect(self.dropped)
        state.supposing_changed.connect(self.refresh)
        state.student_changed.connect(self.refresh)
        state.kept_changed.connect(self.refresh)
        self.refresh()

    def set_catalogue(self, options: Options, weigh: "Weigh | None") -> None:
        """The catalogue is open: how facts are called, and what they move."""
        self._weigh = weigh
        self.set_options(options)

    def set_options(self, options: Options) -> None:
        """How facts are called."""
        self._options = options
        self.refresh()

    @property
    def text(self) -> str:
        """What it says; empty when it is not shown."""
        return "" if self.isHidden() else self.label.text()

    def refresh(self) -> None:
        """Shows the state's what-if. The old sentence stays until what moves is known."""
        state, weigh = self._state, self._weigh
        actual, supposed = state.actual, state.student
        self.keep.setEnabled(actual != supposed)
        self.adopt.setEnabled(actual != supposed)
        for button in (self.keep, self.adopt, self.back):
            button.setVisible(state.supposing)
        self.beside.setVisible(not state.supposing)
        self._line.setStretchFactor(self.label, 1 if state.supposing else 0)
        if not state.supposing:
            self._tasks.cancel(TASK)
            self._show_kept()
        elif weigh is None or actual == supposed:
            self._tasks.cancel(TASK)
            self._say(supposed_said(actual, supposed, None, self._options, self._words))
        else:
            if self.isHidden():
                self._say(supposed_said(actual, supposed, None, self._options, self._words))
            self._tasks.submit(TASK, lambda: weigh(actual, supposed), self._show)

    def _show_kept(self) -> None:
        if not self._state.kept:
            self.hide()
            return
        self.beside.show_kept(self._options, self._weigh)
        self._say(self._words.tr("Beside the real situation:"))

    def _keep(self) -> None:
        name = change_said(self._state.actual, self._state.student, self._options, self._words)
        self._state.keep()
        self.kept.emit(name)

    def _show(self, moves: "Moves") -> None:
        if self._state.supposing:
            self._say(supposed_said(self._state.actual, self._state.student, moves, self._options, self._words))

    def _say(self, text: str) -> None:
        self.show()
        if text != self.label.text():
            self.label.setText(text)
            self.setAccessibleName(text)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("accent-soft"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().colour("line"))
