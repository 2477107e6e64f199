"""What is shown while something takes long: nothing at first, a line after 300 ms, words and Cancel after 2 s."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.ui.components.button import Button, Kind
from advisor_app.ui.components.labels import Label
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Space
from advisor_app.ui.words import Words

LINE_AFTER = 300
WORDS_AFTER = 2000
_STEP = 40


class LoadingLine(QWidget):
    """Stands under a pane's bar; the old content stays below it. ``cancelled`` asks the owner to drop the work."""

    cancelled = Signal()

    def __init__(self, words: Words, text: str = "") -> None:
        super().__init__()
        self._bar = _Bar()
        self._message = QWidget()
        line = QHBoxLayout(self._message)
        line.setContentsMargins(Space.PAD, 0, Space.UNIT, 0)
        line.addWidget(Label(text or words.tr("Still working…"), Role.SMALL, "text2"), 1)
        self.cancel = Button(words.tr("Cancel"), Kind.GHOST)
        line.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._message)
        self._bar.hide()
        self._message.hide()
        self._line_timer = self._timer(LINE_AFTER, self._bar.begin)
        self._words_timer = self._timer(WORDS_AFTER, self._message.show)
        self.cancel.clicked.connect(self._cancel)

    def start(self) -> None:
        """Something was begun; shown only if it lasts."""
        if not self._words_timer.isActive() and not self._message.isVisible():
            self._line_timer.start()
            self._words_timer.start()

    def stop(self) -> None:
        """It ended."""
        self._line_timer.stop()
        self._words_timer.stop()
        self._bar.end()
        self._message.hide()

    def _cancel(self) -> None:
        self.stop()
        self.cancelled.emit()

    def _timer(self, after: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(then)
        return timer


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(2)
        self._at = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP)
        self._timer.timeout.connect(self._step)

    def begin(self) -> None:
        self._at = 0
        self._timer.start()
        self.show()

    def end(self) -> None:
        self._timer.stop()
        self.hide()

    def _step(self) -> None:
        self._at = (self._at + 3) % 120
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("line"))
        left = (self._at - 20) * self.width() // 100
        painter.fillRect(left, 0, self.width() // 5, self.height(), theme().colour("accent"))
