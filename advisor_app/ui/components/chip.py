"""A chip of the student strip."""

from enum import Enum, auto

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent

from advisor_app.ui.components.control import Control, Line
from advisor_app.ui.components.paint import panel
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Space, Token, Tone


class ChipLook(Enum):
    """FACT: about the student. WISH: what the student prefers. SUPPOSED: only in a what-if. GAP: not given. ASKED: to ask next."""

    FACT = auto()
    WISH = auto()
    SUPPOSED = auto()
    GAP = auto()
    ASKED = auto()


_FILL: dict[ChipLook, Token] = {
    ChipLook.FACT: "bg",
    ChipLook.WISH: "surface",
    ChipLook.SUPPOSED: "accent-soft",
    ChipLook.GAP: "surface",
    ChipLook.ASKED: "info-bg",
}
_EDGE: dict[ChipLook, Token] = {
    ChipLook.FACT: "line",
    ChipLook.WISH: "line",
    ChipLook.SUPPOSED: "accent",
    ChipLook.GAP: "ctl",
    ChipLook.ASKED: "info",
}
_TONE: dict[ChipLook, Tone] = {
    ChipLook.FACT: "text",
    ChipLook.WISH: "text",
    ChipLook.SUPPOSED: "accent",
    ChipLook.GAP: "text2",
    ChipLook.ASKED: "info",
}
_SUPPOSED_ICON = "route"  # of the what-if, so that the mark is no colour alone


class Chip(Control):
    """Icon (or none) and value. Its accessible name is the field's name; the value is its description."""

    def __init__(self, icon: str, field: str, value: str = "", look: ChipLook = ChipLook.GAP) -> None:
        super().__init__(value or field)
        self.icon_name = icon or None
        self.field = field
        self._line = Line(Role.STRONG, icon_size=16, gap=6)
        self.look = look
        self.show_value(value, look)

    def show_value(self, value: str, look: ChipLook, spoken: str = "") -> None:
        """Shows a value, or the field's name where none is given; ``spoken`` is read out instead of a short value."""
        self.look = look
        self.ring_colour = "info" if look is ChipLook.ASKED else "accent"
        self.setText((value or self.field).replace("&", "&&"))
        self.setAccessibleName(self.field)
        self.setAccessibleDescription(spoken or value)
        self._line.role = Role.BODY if look is ChipLook.GAP else Role.STRONG
        self.updateGeometry()
        self.update()

    @property
    def ring_radius(self) -> float:
        return self.height() / 2

    def sizeHint(self) -> QSize:
        width = self._line.width(self.icon_name, self.words, trailing=self._trailing)
        return QSize(width + 2 * (Space.INSIDE - 1), self.least_height())

    @property
    def _trailing(self) -> str | None:
        return _SUPPOSED_ICON if self.look is ChipLook.SUPPOSED else None

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        ground = _FILL[self.look]
        lit = self.hovered or self.isDown()
        panel(
            painter,
            rect,
            rect.height() / 2,
            fill=theme().hover(ground) if lit else theme().colour(ground),
            edge=_EDGE[self.look],
            dashed=self.look in (ChipLook.GAP, ChipLook.ASKED),
        )
        tone = _TONE[self.look]
        self._line.draw(painter, rect.adjusted(8, 0, -8, 0), (self.icon_name, self.words, "", self._trailing), (tone, tone))
