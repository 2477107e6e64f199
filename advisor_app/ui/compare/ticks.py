"""The overlap strip: one tick a course line, filled where the title stands elsewhere too, outlined where it is likely the same."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from advisor_app.domain.curriculum import Likeness
from advisor_app.ui.compare.pictures import CourseTicks
from advisor_app.ui.components.wrapped import draw_lines
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role

_WIDTH, _HEIGHT, _STEP, _ROW, _LABEL = 4, 16, 6, 20, 24


def ticks_height(figures: CourseTicks, width: int) -> int:
    """What the ticks need at that width."""
    return sum(_lines(len(ticks), width) for _, ticks in figures.years) * _ROW


def draw_ticks(painter: QPainter, rect: QRectF, figures: CourseTicks) -> None:
    """Draws the ticks year by year in the order of the page, going on below where there is no more room."""
    top, across = rect.top(), _a_row(int(rect.width()))
    for label, ticks in figures.years:
        draw_lines(painter, QPointF(rect.left(), top - 1), (label,), Role.SMALL, "text2")
        for place, likeness in enumerate(ticks):
            row, column = divmod(place, across)
            draw_tick(painter, QRectF(rect.left() + _LABEL + column * _STEP, top + row * _ROW, _WIDTH, _HEIGHT), likeness)
        top += _lines(len(ticks), int(rect.width())) * _ROW


def draw_tick(painter: QPainter, rect: QRectF, likeness: Likeness) -> None:
    if likeness is Likeness.LIKELY:
        painter.setPen(QPen(theme().colour("accent"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        return
    painter.fillRect(rect, theme().colour("accent" if likeness is Likeness.SHARED else "cell"))


def _lines(count: int, width: int) -> int:
    return -(-count // _a_row(width))


def _a_row(width: int) -> int:
    return max(1, (width - _LABEL + _STEP - _WIDTH) // _STEP)
