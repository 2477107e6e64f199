"""The bar under the strip: news with Undo, warnings, and what went wrong. One message at a time; the newest stands."""

from collections.abc import Callable
from typing import Literal, NamedTuple, TypeAlias

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from advisor_app.ui.components.button import Button, IconButton, Kind
from advisor_app.ui.components.icon_view import IconView
from advisor_app.ui.components.labels import Label
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Size, Space, Token, Tone
from advisor_app.ui.words import Words

Severity: TypeAlias = Literal["news", "warning", "error"]


class Bar(NamedTuple):
    icon: str
    tone: Tone
    ground: Token


_BARS: dict[Severity, Bar] = {
    "news": Bar("info", "text", "bg"),
    "warning": Bar("triangle-alert", "confirm", "confirm-bg"),
    "error": Bar("circle-alert", "not", "not-bg"),
}
_NEWS_STAYS = 12_000
"""Milliseconds that news stay. Warnings and errors stay until they are closed."""


class MessageBar(QWidget):
    """Hidden until it has something to say. ``show_message`` replaces what it said."""

    closed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._bar = _BARS["news"]
        self._action: Callable[[], None] | None = None
        self._icon = IconView("info", "text", Size.ICON_ROW)
        self.label = Label()
        self.action = Button("", Kind.GHOST)
        self.close_button = IconButton("x", words.tr("Close the message"), size=16)
        self.setMinimumHeight(theme().grow(Size.MESSAGE))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.PAD, 2, Space.HALF, 2)
        line.setSpacing(Space.UNIT + 2)
        line.addWidget(self._icon)
        line.addWidget(self.label, 1)
        line.addWidget(self.action)
        line.addWidget(self.close_button)
        self.action.clicked.connect(self._act)
        self.close_button.clicked.connect(self.dismiss)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._expire)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty when it is not shown."""
        return "" if self.isHidden() else self.label.text()

    def show_message(
        self, text: str, severity: Severity = "news", *, action: str = "", on_action: Callable[[], None] | None = None
    ) -> None:
        """Says ``text``; ``action`` is the words of the one button."""
        self._bar = _BARS[severity]
        self._action = on_action
        self._icon.set_icon(self._bar.icon, self._bar.tone)
        self.label.setText(text)
        self.label.set_tone("text")
        self.action.setText(action.replace("&", "&&"))
        self.action.setVisible(bool(action))
        self.action.updateGeometry()
        self.setAccessibleName(text)
        self.show()
        self.update()
        from PySide6.QtGui import (
            QAccessible,
            QAccessibleEvent,
        )  # late: their long lists of roles cost the first paint a millisecond

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        if severity == "news":
            self._timer.start(_NEWS_STAYS)
        else:
            self._timer.stop()

    def dismiss(self) -> None:
        self._timer.stop()
        self._action = None
        self.hide()
        self.closed.emit()

    def _expire(self) -> None:
        """News go by themselves, but never from under the pointer or the focus."""
        if self.underMouse() or self.action.hasFocus() or self.close_button.hasFocus():
            self._timer.start(_NEWS_STAYS)
        else:
            self.dismiss()

    def _act(self) -> None:
        action = self._action
        self.dismiss()
        if action is not None:
            action()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour(self._bar.ground))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().colour("line"))
