"""The overlap strip: one tick a course line, filled where the title stands elsewhere too, outlined where it is likely the same."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from advisor_app.domain.curriculum import Likeness
from advisor_app.ui.theme import theme

_WIDTH, _HEIGHT, _STEP, _ROW = 4, 16, 6, 20


def ticks_height(count: int, width: int) -> int:
    """What ``count`` ticks need at that width."""
    return -(-count // _a_row(width)) * _ROW if count else 0


def draw_ticks(painter: QPainter, rect: QRectF, ticks: tuple[Likeness, ...]) -> None:
    """Draws the ticks in the order of the page, going on below where there is no more room."""
    across = _a_row(int(rect.width()))
    for place, likeness in enumerate(ticks):
        row, column = divmod(place, across)
        draw_tick(painter, QRectF(rect.left() + column * _STEP, rect.top() + row * _ROW, _WIDTH, _HEIGHT), likeness)


def draw_tick(painter: QPainter, rect: QRectF, likeness: Likeness) -> None:
    if likeness is Likeness.LIKELY:
        painter.setPen(QPen(theme().colour("accent"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        return
    painter.fillRect(rect, theme().colour("accent" if likeness is Likeness.SHARED else "cell"))


def _a_row(width: int) -> int:
    return max(1, (width + _STEP - _WIDTH) // _STEP)
