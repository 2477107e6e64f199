"""A verdict as icon and word on its soft colour. It says, it is never clicked."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from advisor_app.domain.verdicts import Verdict
from advisor_app.ui.components.control import Line
from advisor_app.ui.components.paint import panel
from advisor_app.ui.looks import VERDICTS, Look
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size
from advisor_app.ui.words import Words

_SIDE = 8
_LINE = Line(Role.SMALL_STRONG, icon_size=Size.ICON_LINE, gap=5)


class Pill(QLabel):
    """Icon and word on a soft colour, 24 high."""

    def __init__(self, look: Look, word: str) -> None:
        super().__init__(word)
        self._look = look
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_look(self, look: Look, word: str) -> None:
        self._look = look
        self.setText(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return pill_size(self._look, self.text())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_pill(QPainter(self), QRectF(self.rect()), self._look, self.text())


class VerdictPill(Pill):
    """The verdict of a route or a programme."""

    def __init__(self, verdict: Verdict, words: Words) -> None:
        super().__init__(VERDICTS[verdict], words.render(verdict))

    def show_verdict(self, verdict: Verdict, words: Words) -> None:
        self.show_look(VERDICTS[verdict], words.render(verdict))


def pill_size(look: Look, word: str) -> QSize:
    """For delegates that draw a pill in a row."""
    return QSize(_LINE.width(look.icon, word) + 2 * _SIDE, theme().grow(Size.PILL, Role.SMALL))


def draw_pill(painter: QPainter, rect: QRectF, look: Look, word: str) -> None:
    """For delegates that draw a pill in a row."""
    panel(painter, rect, rect.height() / 2, fill=theme().colour(look.ground))
    _LINE.draw(painter, rect.adjusted(_SIDE - 1, 0, -_SIDE + 1, 0), (look.icon, word, "", None), (look.tone, look.tone))
