"""The ground of what asks or answers: a soft colour with round corners."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from advisor_app.ui.components.paint import panel
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Radius, Space, Token


class Card(QWidget):
    """A column on a soft ground; add to ``column``."""

    def __init__(self, ground: Token = "accent-soft") -> None:
        super().__init__()
        self._ground: Token = ground
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(Space.PAD, Space.INSIDE, Space.PAD, Space.INSIDE)
        self.column.setSpacing(Space.HALF)

    def paintEvent(self, _event: QPaintEvent) -> None:
        panel(QPainter(self), QRectF(self.rect()), Radius.CARD, fill=theme().colour(self._ground))
