"""A small chart of lying bars: label, bar, count. All of it is said to assistive technology as well."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from advisor_app.ui.components.paint import panel
from advisor_app.ui.components.wrapped import broken, draw_lines, draw_right
from advisor_app.ui.icons import draw_icon
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space

_ROW, _BAR, _LABELS = 28, 12, 0.42
"""Heights of a row and of its bar, and the share of the width that labels take."""


@dataclass(frozen=True, slots=True)
class Bar:
    """``written`` is the count as the language writes it; a ``grave`` one is in the colour of warnings and has an icon."""

    label: str
    count: int
    written: str
    grave: bool = False


class BarChart(QWidget):
    """``told`` is what is said of the whole: title, then every label with its count."""

    def __init__(self, title: str, bars: Sequence[Bar], told: str) -> None:
        super().__init__()
        self.bars = tuple(bars)
        self.setAccessibleName(title)
        self.setAccessibleDescription(told)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(320, len(self.bars) * theme().grow(_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(220, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        height = theme().grow(_ROW)
        most = max((bar.count for bar in self.bars), default=0)
        counts = max((theme().metrics(Role.SMALL).horizontalAdvance(bar.written) for bar in self.bars), default=0)
        for number, bar in enumerate(self.bars):
            self._draw(painter, QRectF(0, number * height, self.width(), height), bar, most, counts)

    def _draw(self, painter: QPainter, rect: QRectF, bar: Bar, most: int, counts: int) -> None:
        labels = rect.width() * _LABELS
        left = 0
        if bar.grave and bar.count:
            draw_icon(painter, "triangle-alert", QRectF(0, rect.top(), Size.ICON_LINE, rect.height()), theme().colour("confirm"))
            left = Size.ICON_LINE + Space.HALF
        lines = broken(bar.label, Role.SMALL, int(labels - left), most=1)
        self_top = rect.top() + (rect.height() - theme().grow(18, Role.SMALL)) / 2
        draw_lines(painter, QPointF(left, self_top), lines, Role.SMALL, "text" if bar.count else "text2")
        room = rect.width() - labels - Space.UNIT - counts - Space.UNIT
        across = room * bar.count / most if most else 0
        place = QRectF(labels + Space.UNIT, rect.center().y() - _BAR / 2, max(across, 2 if bar.count else 0), _BAR)
        if bar.count:
            panel(painter, place, 2, fill=theme().colour("confirm" if bar.grave else "accent"))
        else:
            painter.fillRect(QRectF(place.left(), rect.top() + 6, 1, rect.height() - 12), theme().colour("ctl"))
        draw_right(painter, rect, bar.written, Role.SMALL, "text")
