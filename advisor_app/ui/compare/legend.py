"""What colours and hatchings stand for, at the right of a band."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from advisor_app.domain.curriculum import Likeness
from advisor_app.domain.pictures.calendar_strip import Mark
from advisor_app.ui.compare.cost_bars import draw_hatching
from advisor_app.ui.compare.month_strip import draw_month
from advisor_app.ui.compare.ticks import draw_tick
from advisor_app.ui.components.wrapped import draw_lines, line_height
from advisor_app.ui.itemmodels.comparison import LegendItem
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role

_SIGN, _GAP, _BETWEEN = 14, 6, 18


def draw_legend(painter: QPainter, rect: QRectF, items: tuple[LegendItem, ...]) -> None:
    """Right-aligned; items that have no room at the left are left out, and each sign is said in words in its cell."""
    metrics = theme().metrics(Role.SMALL)
    right = rect.right()
    for item in reversed(items):
        width = _SIGN + _GAP + metrics.horizontalAdvance(item.words)
        if right - width < rect.left():
            return
        left = right - width
        _draw_sign(painter, QRectF(left, rect.center().y() - _SIGN / 2, _SIGN, _SIGN), item.kind)
        top = rect.top() + (rect.height() - line_height(Role.SMALL)) / 2
        draw_lines(painter, QPointF(left + _SIGN + _GAP, top), (item.words,), Role.SMALL, "text2")
        right = left - _BETWEEN


def _draw_sign(painter: QPainter, rect: QRectF, kind: str) -> None:
    if kind in tuple(Mark):
        above = Mark(kind) in (Mark.START, Mark.DEADLINE)
        box = rect.adjusted(0, 6, 0, 0) if above else rect
        draw_month(painter, box.adjusted(0, 0, 0, -2), frozenset({Mark(kind)}))
    elif kind in tuple(Likeness):
        draw_tick(painter, QRectF(rect.left() + 5, rect.top(), 6, rect.height()), Likeness(kind))
    elif kind == "hatched":
        draw_hatching(painter, rect)
        painter.setPen(QPen(theme().colour("ctl"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    else:
        painter.fillRect(rect, theme().colour("payer2" if kind == "payer2" else "accent"))
