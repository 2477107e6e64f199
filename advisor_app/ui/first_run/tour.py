"""A short tour on a sample student: each step puts the program where it speaks of, and says one thing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.columns import Column
from advisor_app.domain.student import Student
from advisor_app.domain.text import Message, msg
from advisor_app.ui.components.button import Button, Kind
from advisor_app.ui.components.labels import Label
from advisor_app.ui.components.paint import panel
from advisor_app.ui.state import DeskState, PlaceKey
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Radius, Role, Space
from advisor_app.ui.words import Words

_WIDTH = 400
_COMPARED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One step: where it happens, and what is said there."""

    place: PlaceKey
    title: Message
    says: Message


STOPS = (
    Stop(
        place="programmes",
        title=msg("A student stops by"),
        says=msg(
            "What you hear goes into the strip on top, and every field of it may stay empty. This student is a sample. "
            "Each programme says at once whether they can apply, and why."
        ),
    ),
    Stop(
        place="eligibility",
        title=msg("Every path, and the one question to ask"),
        says=msg(
            "Routes stand in groups by verdict, with what is asked, what the student has, and the smallest change that would "
            "turn a no. What is not known yet is never a no: the card on top says what to ask next."
        ),
    ),
    Stop(
        place="compare",
        title=msg("Two to five, side by side"),
        says=msg(
            "C puts a programme into the comparison. Differences come first, the cost is this student’s, and each cell says "
            "where it comes from."
        ),
    ),
    Stop(
        place="sheet",
        title=msg("What the family takes home"),
        says=msg(
            "The pages just as they print, in French or English whatever the window speaks. Ctrl+S saves the PDF. Afterwards, Next "
            "student clears the desk."
        ),
    ),
)


class TourCard(QWidget):
    """The card over the window's lower right corner. ``moved`` says to which step, ``ended`` that it is over."""

    moved = Signal(int)
    ended = Signal()

    def __init__(self, words: Words, step: int, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setAccessibleName(words.tr("Tour"))
        stop = STOPS[step]
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PAD, Space.PAD, Space.PAD, Space.INSIDE)
        column.setSpacing(Space.UNIT)
        count = words.tr("{number} of {count}", number=step + 1, count=len(STOPS))
        column.addWidget(Label(count, Role.SMALL, "text2"))
        column.addWidget(Label(words.render(stop.title), Role.SECTION))
        self.says = Label(words.render(stop.says))
        self.says.setMinimumWidth(_WIDTH - 2 * Space.PAD)
        column.addWidget(self.says)
        column.addLayout(self._buttons(words, step))
        self.setFixedWidth(_WIDTH)
        over.installEventFilter(self)
        self._settle()

    def _buttons(self, words: Words, step: int) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(Space.UNIT)
        end = Button(words.tr("End the tour"), Kind.GHOST, key="Esc")
        end.clicked.connect(self.ended)
        line.addWidget(end)
        line.addStretch(1)
        if step:
            back = Button(words.tr("Previous"))
            back.clicked.connect(lambda: self.moved.emit(step - 1))
            line.addWidget(back)
        last = step + 1 == len(STOPS)
        self.next = Button(words.tr("Finish") if last else words.tr("Next"), Kind.PRIMARY)
        self.next.clicked.connect(self.ended if last else (lambda: self.moved.emit(step + 1)))
        line.addWidget(self.next)
        return line

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._settle()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        self.adjustSize()
        over = self._over
        self.move(over.width() - self.width() - Space.WIDE, over.height() - self.height() - Space.WIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme()
        panel(painter, QRectF(self.rect()), Radius.CARD, fill=colours.colour("surface"), edge="accent")


class Tour(QObject):
    """Leads through the stops on a desk of its own, and puts back what was there when it ends."""

    ended = Signal()

    def __init__(self, state: DeskState, sample: Student, programmes: Sequence[str], show: Callable[[int], TourCard]) -> None:
        super().__init__(state)
        self._state = state
        self._show = show
        self._before = (*state.laid_out(), state.place)
        self._card: TourCard | None = None
        self.step = 0
        state.next_student()
        state.set_student(sample)
        for programme in programmes[:_COMPARED]:
            state.add_to_comparison(Column(programme=programme))
        self.go(0)

    def go(self, step: int) -> None:
        """Shows a stop: its place, and its card."""
        self.step = step
        self._state.go(STOPS[step].place)
        self._take_away()
        self._card = self._show(step)
        self._card.moved.connect(self.go)
        self._card.ended.connect(self.end)
        self._card.show()
        self._card.raise_()
        self._card.next.setFocus()

    def end(self) -> None:
        """Puts the desk back as it was."""
        self._take_away()
        student, comparison, place = self._before
        self._state.lay_out(student, comparison)
        self._state.go(place)
        self.ended.emit()
        self.deleteLater()

    def _take_away(self) -> None:
        card, self._card = self._card, None
        if card is not None:
            card.hide()
            card.deleteLater()
