"""A row of a facet: checkbox, sometimes a verdict's icon, name, and the count at the right."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from advisor_app.ui.components.control import Control
from advisor_app.ui.components.paint import panel
from advisor_app.ui.components.wrapped import Lines, broken, draw_lines, draw_right, height_of
from advisor_app.ui.icons import draw_icon
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Radius, Role, Size, Space, Tone

if TYPE_CHECKING:  # a name only
    from advisor_app.ui.looks import Look

_BOX = 18
_LINES = 2


class FacetCheck(Control):
    """A check box over the whole row. Without a count it serves as a plain check box.

    A count of zero stays and can still be chosen; it is only quieter. Its spoken name holds the count.
    """

    def __init__(self, name: str, count: int | None = None, *, look: "Look | None" = None, count_text: str = "") -> None:
        super().__init__(name)
        self.setCheckable(True)
        self._look = look
        self._count: int | None = None
        self._count_text = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_count(count, count_text)

    def show_value(self, name: str, count: int, written: str, *, checked: bool, look: "Look | None" = None) -> None:
        """Stands for another value, or for the same with another count, ``written`` as the language does. Says nothing."""
        if name != self.words or look is not self._look:
            self._look = look
            self.setText(name.replace("&", "&&"))
            self.updateGeometry()
            self._count = None
        if count != self._count:
            self.set_count(count, written)
        self.setChecked(checked)

    def set_count(self, count: int | None, text: str = "") -> None:
        """``text`` is the count as the language writes it; the digits where it is left out."""
        self._count = count
        self._count_text = text or ("" if count is None else str(count))
        self.setAccessibleName(f"{self.words} {self._count_text}".strip())
        self.update()

    @property
    def ring_radius(self) -> float:
        return Radius.CHECK

    def sizeHint(self) -> QSize:
        width = self._text_left() + theme().metrics().horizontalAdvance(self.words) + 1
        if self._count_text:
            width += Space.UNIT + theme().metrics(Role.SMALL).horizontalAdvance(self._count_text)
        return QSize(width, self.least_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._text_left() + 40, self.least_height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = broken(self.words, Role.BODY, self._room(width), most=_LINES)
        return max(self.least_height(), height_of(lines, Role.BODY) + Space.HALF)

    @property
    def elided(self) -> bool:
        """Whether some of the name is not shown at the present width."""
        return self._name_lines()[-1].endswith("…")

    def _name_lines(self) -> Lines:
        return broken(self.words, Role.BODY, self._room(self.width()), most=_LINES)

    def _room(self, width: int) -> int:
        """For the name, beside the box and the count."""
        count = theme().metrics(Role.SMALL).horizontalAdvance(self._count_text) + Space.UNIT if self._count_text else 0
        return max(24, width - self._text_left() - count)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        box = QRectF(0, (rect.height() - _BOX) / 2, _BOX, _BOX)
        draw_box(painter, box, checked=self.isChecked(), enabled=self.isEnabled(), lit=self.hovered)
        tone: Tone = "text2" if self._count == 0 or not self.isEnabled() else "text"
        if self._look:
            place = QRectF(_BOX + Space.UNIT, 0, Size.ICON_LINE, rect.height())
            draw_icon(painter, self._look.icon, place, theme().colour(self._look.tone))
        lines = self._name_lines()
        self.setToolTip(self.words if self.elided else "")
        top = (rect.height() - height_of(lines, Role.BODY)) / 2
        draw_lines(painter, QPointF(self._text_left(), top), lines, Role.BODY, tone)
        draw_right(painter, rect, self._count_text, Role.SMALL, "text2")

    def _text_left(self) -> int:
        return _BOX + Space.UNIT + (Size.ICON_LINE + Space.UNIT if self._look else 0)


def draw_box(painter: QPainter, box: QRectF, *, checked: bool, enabled: bool = True, lit: bool = False) -> None:
    """The box itself: for delegates too."""
    if checked and enabled:
        panel(painter, box, Radius.CHECK, fill=theme().hover("accent") if lit else theme().colour("accent"))
        draw_icon(painter, "check", box.adjusted(2, 2, -2, -2), theme().colour("on-accent"))
        return
    fill = theme().hover("surface") if lit else theme().colour("surface")
    panel(painter, box, Radius.CHECK, fill=fill, edge="ctl" if enabled else "line")
    if checked:
        draw_icon(painter, "check", box.adjusted(2, 2, -2, -2), theme().colour("text2"))
