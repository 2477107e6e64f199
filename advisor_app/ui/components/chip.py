"""A chip of the student strip."""

from enum import Enum, auto

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent

from advisor_app.ui.components.control import Control, Line
from advisor_app.ui.components.paint import panel
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Space, Token, Tone


class ChipLook(Enum):
    """FACT: about the student. WISH: what the student prefers. GAP: not given. ASKED: the gap to ask about next."""

    FACT = auto()
    WISH = auto()
    GAP = auto()
    ASKED = auto()


_FILL: dict[ChipLook, Token] = {ChipLook.FACT: "bg", ChipLook.WISH: "surface", ChipLook.GAP: "surface", ChipLook.ASKED: "info-bg"}


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
        return QSize(self._line.width(self.icon_name, self.words) + 2 * (Space.INSIDE - 1), self.least_height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        ground = _FILL[self.look]
        lit = self.hovered or self.isDown()
        asked = self.look is ChipLook.ASKED
        panel(
            painter,
            rect,
            rect.height() / 2,
            fill=theme().hover(ground) if lit else theme().colour(ground),
            edge="info" if asked else ("line" if self.look in (ChipLook.FACT, ChipLook.WISH) else "ctl"),
            dashed=self.look in (ChipLook.GAP, ChipLook.ASKED),
        )
        tone: Tone = "info" if asked else ("text2" if self.look is ChipLook.GAP else "text")
        self._line.draw(painter, rect.adjusted(8, 0, -8, 0), (self.icon_name, self.words, "", None), (tone, tone))
