"""What is asked, met or not: one sign a condition, each kind at the same place in every column."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

from advisor_app.ui.compare.pictures import Conditions
from advisor_app.ui.icons import draw_icon
from advisor_app.ui.looks import VERDICTS
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Size

_STEP, _ROW = Size.ICON_LINE + 3, Size.ICON_LINE + 6


def conditions_height(figures: Conditions, width: int) -> int:
    return -(-len(figures.statuses) // _a_row(width)) * _ROW


def draw_conditions(painter: QPainter, rect: QRectF, figures: Conditions) -> None:
    """Icons as in the tree of findings; a dot stands where this column asks nothing and another does."""
    across = _a_row(int(rect.width()))
    for place, status in enumerate(figures.statuses):
        row, column = divmod(place, across)
        box = QRectF(rect.left() + column * _STEP, rect.top() + row * _ROW, Size.ICON_LINE, Size.ICON_LINE)
        if status is None:
            painter.setPen(QPen(theme().colour("ctl"), 1))
            painter.drawPoint(box.center())
            painter.drawEllipse(box.center(), 1.5, 1.5)
        else:
            look = VERDICTS[status.verdict]
            draw_icon(painter, look.icon, box, theme().colour(look.tone))


def _a_row(width: int) -> int:
    return max(1, width // _STEP)
