"""The strip of a year: a box a month, filled for courses, barred for intensive weeks, hatched for work; signs above it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from advisor_app.domain.pictures.calendar_strip import Mark
from advisor_app.ui.compare.cost_bars import draw_hatching
from advisor_app.ui.compare.pictures import MonthStrip
from advisor_app.ui.components.wrapped import draw_lines, line_height
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role

_BOX, _WIDEST, _SIGNS, _GAP = 14, 18, 9, 4


def strip_height(_figures: MonthStrip, _width: int) -> int:
    return _SIGNS + _BOX + line_height(Role.SMALL) + _GAP


def draw_strip(painter: QPainter, rect: QRectF, figures: MonthStrip) -> None:
    step = min(_WIDEST, int(rect.width()) // len(figures.letters))
    for place, (letter, marks) in enumerate(zip(figures.letters, figures.marks, strict=True)):
        left = rect.left() + place * step
        box = QRectF(left, rect.top() + _SIGNS, step - 2, _BOX)
        draw_month(painter, box, marks)
        middle = left + (step - 2 - theme().metrics(Role.SMALL).horizontalAdvance(letter)) / 2
        draw_lines(painter, QPointF(middle, box.bottom() + 1), (letter,), Role.SMALL, "text2")


def draw_month(painter: QPainter, box: QRectF, marks: frozenset[Mark]) -> None:
    """A box with what the month holds; work and courses share it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    upper = box.adjusted(0, 0, 0, -box.height() / 2) if Mark.WORK in marks and Mark.STUDY in marks else box
    if Mark.STUDY in marks:
        painter.fillRect(upper, theme().colour("accent"))
    if Mark.WORK in marks:
        lower = box.adjusted(0, box.height() / 2, 0, 0) if Mark.STUDY in marks else box
        draw_hatching(painter, lower)
    painter.setPen(QPen(theme().colour("ctl"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    if Mark.INTENSIVE in marks:
        _draw_bars(painter, box, on_fill=Mark.STUDY in marks)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if Mark.START in marks:
        _draw_sign(painter, QPointF(box.center().x(), box.top() - 2), start=True)
    if Mark.DEADLINE in marks:
        _draw_sign(painter, QPointF(box.center().x(), box.top() - 5), start=False)
    painter.restore()


def _draw_bars(painter: QPainter, box: QRectF, *, on_fill: bool) -> None:
    colour = theme().colour("on-accent" if on_fill else "accent")
    for part in (1, 2, 3):
        x = box.left() + box.width() * part / 4
        painter.fillRect(QRectF(x - 0.5, box.top() + 3, 1.5, box.height() - 6), colour)


def _draw_sign(painter: QPainter, at: QPointF, *, start: bool) -> None:
    """A triangle that points at the month, or a diamond above it."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("accent" if start else "confirm"))
    triangle = [QPointF(-4, -6), QPointF(4, -6), QPointF(0, 0)]
    diamond = [QPointF(0, -4), QPointF(4, 0), QPointF(0, 4), QPointF(-4, 0)]
    painter.drawPolygon(QPolygonF([at + point for point in (triangle if start else diamond)]))
