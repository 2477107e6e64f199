"""The one component that draws cost bars: one a year on a common scale, the open part hatched, amount above, level below."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from advisor_app.ui.compare.pictures import Bars, YearBar
from advisor_app.ui.components.wrapped import broken, draw_lines, height_of, line_height
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Token

BARS = 66  # the height of the dearest year
OPEN = 58  # of a year of which nothing is stated; it means nothing
WIDEST = 88
_GAP = 4
_BETWEEN = 12


def bars_height(figures: Bars, width: int) -> int:
    """What the bars need at that width."""
    bars = figures.bars
    step = _step(bars, width)
    above = max(height_of(_amount(bar, step), Role.SMALL_STRONG) for bar in bars)
    below = max(height_of(_level(bar, step), Role.SMALL) for bar in bars)
    return above + _GAP + BARS + 1 + _GAP + below


def draw_bars(painter: QPainter, rect: QRectF, figures: Bars) -> None:
    """Draws the bars from the left of ``rect``, which is as high as ``bars_height`` says."""
    bars = figures.bars
    step = _step(bars, int(rect.width()))
    above = max(height_of(_amount(bar, step), Role.SMALL_STRONG) for bar in bars)
    floor = round(rect.top() + above + _GAP + BARS)
    for place, bar in enumerate(bars):
        left = rect.left() + place * step
        top = _draw_bar(painter, QRectF(left, floor - BARS, min(WIDEST, step - _BETWEEN), BARS), bar)
        _draw_amount(painter, bar, QPointF(left, top - _GAP), step)
        axis = QRectF(left, floor, step - (_BETWEEN if place == len(bars) - 1 else 0), 1)
        painter.fillRect(axis, theme().colour("ctl"))
        draw_lines(painter, QPointF(left, floor + 1 + _GAP), _level(bar, step), Role.SMALL, "text2")


def _step(bars: tuple[YearBar, ...], width: int) -> int:
    return min(WIDEST + 40, width // len(bars))


def _amount(bar: YearBar, step: int) -> tuple[str, ...]:
    role = Role.SMALL_STRONG if bar.stated else Role.SMALL
    return broken(bar.amount, role, step - 4, italic=not bar.stated)


def _level(bar: YearBar, step: int) -> tuple[str, ...]:
    return broken(bar.level, Role.SMALL, step - 6)


def _draw_amount(painter: QPainter, bar: YearBar, above: QPointF, step: int) -> None:
    lines = _amount(bar, step)
    role = Role.SMALL_STRONG if bar.stated else Role.SMALL
    at = QPointF(above.x(), above.y() - len(lines) * line_height(role))
    draw_lines(painter, at, lines, role, "text" if bar.stated else "text2", italic=not bar.stated)


def _draw_bar(painter: QPainter, rect: QRectF, bar: YearBar) -> float:
    """Draws one bar into the bottom of ``rect``; returns where it ends."""
    if not bar.parts:
        if bar.stated:  # nothing to pay
            return rect.bottom()
        whole = QRectF(rect.left(), rect.bottom() - OPEN, rect.width(), OPEN)
        _hatch(painter, whole)
        return whole.top()
    bottom = rect.bottom()
    for token, share, open_ in bar.parts:
        height = max(2.0, round(share * rect.height()))
        part = QRectF(rect.left(), bottom - height, rect.width(), height)
        if open_:
            _hatch(painter, part)
        else:
            _fill(painter, part, token)
        bottom = part.top()
    return bottom


def _fill(painter: QPainter, rect: QRectF, token: Token) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour(token))
    painter.setClipRect(rect)
    painter.drawRoundedRect(rect.adjusted(0, 0, 0, 3), 2, 2)
    painter.restore()


def _hatch(painter: QPainter, rect: QRectF) -> None:
    painter.save()
    edge = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setClipRect(rect)
    draw_hatching(painter, rect)
    painter.setPen(QPen(theme().colour("ctl"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(edge)
    painter.restore()


def draw_hatching(painter: QPainter, rect: QRectF) -> None:
    """Slanted lines, the same at every scale of the screen."""
    painter.save()
    painter.setClipRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QBrush(theme().colour("ctl")), 1))
    x = rect.left() - rect.height()
    while x < rect.right():
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()))
        x += 6
    painter.restore()
