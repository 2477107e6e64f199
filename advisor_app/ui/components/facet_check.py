"""A row of a facet: checkbox, sometimes a verdict's icon, name, and the count at the right."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from advisor_app.ui.components.control import Control
from advisor_app.ui.components.paint import panel
from advisor_app.ui.icons import draw_icon
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Radius, Role, Size, Space, Tone

if TYPE_CHECKING:  # a name only
    from advisor_app.ui.looks import Look

_BOX = 18


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
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_count(count, count_text)

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

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        self._draw_box(painter, QRectF(0, (rect.height() - _BOX) / 2, _BOX, _BOX))
        tone: Tone = "text2" if self._count == 0 or not self.isEnabled() else "text"
        if self._look:
            place = QRectF(_BOX + Space.UNIT, 0, Size.ICON_LINE, rect.height())
            draw_icon(painter, self._look.icon, place, theme().colour(self._look.tone))
        counts = theme().metrics(Role.SMALL).horizontalAdvance(self._count_text)
        room = int(rect.width() - self._text_left() - (counts + Space.UNIT if self._count_text else 0))
        words = theme().metrics().elidedText(self.words, Qt.TextElideMode.ElideRight, room)
        self.setToolTip(self.words if words != self.words else "")
        painter.setFont(theme().font())
        painter.setPen(theme().colour(tone))
        painter.drawText(QRectF(self._text_left(), 0, room + 1, rect.height()), Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(theme().font(Role.SMALL))
        painter.setPen(theme().colour("text2"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._count_text)

    def _text_left(self) -> int:
        return _BOX + Space.UNIT + (Size.ICON_LINE + Space.UNIT if self._look else 0)

    def _draw_box(self, painter: QPainter, box: QRectF) -> None:
        checked, enabled = self.isChecked(), self.isEnabled()
        if checked and enabled:
            panel(painter, box, Radius.CHECK, fill=theme().hover("accent") if self.hovered else theme().colour("accent"))
            draw_icon(painter, "check", box.adjusted(2, 2, -2, -2), theme().colour("on-accent"))
            return
        fill = theme().hover("surface") if self.hovered else theme().colour("surface")
        panel(painter, box, Radius.CHECK, fill=fill, edge="ctl" if enabled else "line")
        if checked:
            draw_icon(painter, "check", box.adjusted(2, 2, -2, -2), theme().colour("text2"))
