"""Which drawing goes with which figures. A new picture is one entry here."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from advisor_app.ui.compare.conditions import conditions_height, draw_conditions
from advisor_app.ui.compare.cost_bars import bars_height, draw_bars
from advisor_app.ui.compare.month_strip import draw_strip, strip_height
from advisor_app.ui.compare.pictures import Bars, Conditions, CourseTicks, MonthStrip
from advisor_app.ui.compare.ticks import draw_ticks, ticks_height
from advisor_app.ui.itemmodels.comparison import Picture

Drawing = tuple[Callable[[Any, int], int], Callable[[QPainter, QRectF, Any], None]]
"""What a picture needs at a width, and how it is drawn."""

_DRAWINGS: dict[type, Drawing] = {
    Bars: (bars_height, draw_bars),
    CourseTicks: (ticks_height, draw_ticks),
    MonthStrip: (strip_height, draw_strip),
    Conditions: (conditions_height, draw_conditions),
}


def picture_height(picture: Picture | None, width: int) -> int:
    """What the picture needs at that width; nothing where there is none."""
    return 0 if picture is None else _DRAWINGS[type(picture)][0](picture, width)


def draw_picture(painter: QPainter, rect: QRectF, picture: Picture) -> None:
    _DRAWINGS[type(picture)][1](painter, rect, picture)
