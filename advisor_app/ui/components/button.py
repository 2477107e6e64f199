"""Buttons: the next step (primary), another step (secondary), a quiet action (ghost), and an icon alone."""

from enum import Enum, auto

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu

from advisor_app.ui.components.control import Control, Line
from advisor_app.ui.components.paint import panel
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space, Token, Tone


class Kind(Enum):
    """At most one primary button is shown at a time."""

    PRIMARY = auto()
    SECONDARY = auto()
    GHOST = auto()


class Button(Control):
    """Words with an optional icon and the key that does the same.

    A checkable button shows that it is on by colour and a tick. ``tone`` colours the words of secondary and ghost buttons.
    """

    def __init__(
        self,
        text: str,
        kind: Kind = Kind.SECONDARY,
        *,
        icon: str | None = None,
        key: str = "",
        tone: Tone = "text",
        trailing: str | None = None,
    ) -> None:
        super().__init__(text)
        self.kind = kind
        self.icon_name = icon
        self.key_hint = key
        self.tone: Tone = "accent" if kind is Kind.GHOST and tone == "text" else tone
        self.ring_colour = "info" if tone == "info" else "accent"
        self._trailing = trailing
        self._brief = False
        self._widest = Line(Role.STRONG)
        self._line = Line(Role.STRONG)
        if key:
            self.setAccessibleDescription(key)

    def show_key(self, key: str) -> None:
        """Writes the key beside the words, or leaves it off; it is read out all the same."""
        if key != self.key_hint:
            self.key_hint = key
            self.updateGeometry()
            self.update()

    def show_words(self, *, shown: bool) -> None:
        """Shows the icon alone where there is no room; the words stay its name, and stand in its tooltip."""
        if shown is self._brief:
            self._brief = not shown
            self.setToolTip(self.words if self._brief else "")
            self.updateGeometry()
            self.update()

    def setMenu(self, menu: QMenu) -> None:
        """Opens the menu below the button when it is pressed."""
        menu.setParent(self, menu.windowFlags())
        self.clicked.connect(lambda: menu.popup(self.mapToGlobal(self.rect().bottomLeft())))

    def sizeHint(self) -> QSize:
        if self._brief:
            return QSize(self.least_height(), self.least_height())
        padding = Space.UNIT if self.kind is Kind.GHOST else Space.INSIDE + 2
        width = self._widest.width(self._icon(), self.words, self.key_hint, self._trailing)
        return QSize(width + 2 * padding, self.least_height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, edge = self._ground()
        panel(painter, QRectF(self.rect()), fill=fill, edge=edge)
        tone = self._tone()
        hint: Tone = "on-accent" if tone == "on-accent" else "text2"
        inner = QRectF(self.rect()).adjusted(Space.UNIT, 0, -Space.UNIT, 0)
        self._line.role = Role.STRONG if self.isEnabled() else Role.BODY
        parts = (self._icon(), "", "", None) if self._brief else (self._icon(), self.words, self.key_hint, self._trailing)
        self._line.draw(painter, inner, parts, (tone, hint))

    def _icon(self) -> str | None:
        return "check" if self.isCheckable() and self.isChecked() else self.icon_name

    def _tone(self) -> Tone:
        if not self.isEnabled():
            return "text2"
        if self.isChecked():
            return "accent"
        return "on-accent" if self.kind is Kind.PRIMARY else self.tone

    def _ground(self) -> tuple[QColor | None, Token | None]:
        if self.kind is Kind.GHOST:
            return (theme().hover("surface") if self._lit() else None), None
        if not self.isEnabled():
            return theme().colour("surface"), "line"
        if self.isChecked():
            return (theme().hover("accent-soft") if self._lit() else theme().colour("accent-soft")), "accent-line"
        base: Token = "accent" if self.kind is Kind.PRIMARY else "surface"
        edge: Token | None = None if self.kind is Kind.PRIMARY else ("info" if self.tone == "info" else "ctl")
        return (theme().hover(base) if self._lit() else theme().colour(base)), edge

    def _lit(self) -> bool:
        return self.hovered or self.isDown()


class IconButton(Control):
    """A square button with an icon alone; ``name`` is what it does, also shown as its tooltip."""

    def __init__(self, icon: str, name: str, *, edged: bool = False, tone: Tone = "text", size: int = Size.ICON_ROW) -> None:
        super().__init__("")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.icon_name = icon
        self._edged = edged
        self._tone: Tone = tone
        self._size = size

    def sizeHint(self) -> QSize:
        return QSize(self.least_height(), self.least_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        on = self.isCheckable() and self.isChecked()
        base: Token = "accent-soft" if on and not self._edged else "surface"
        lit = self.hovered or self.isDown()
        fill = theme().hover(base) if lit else (theme().colour(base) if self._edged or on else None)
        edge: Token = ("accent-line" if on else "ctl") if self.isEnabled() else "line"
        panel(painter, QRectF(self.rect()), fill=fill, edge=edge if self._edged else None)
        tone: Tone = "accent" if on else (self._tone if self.isEnabled() else "text2")
        self._draw(painter, "check" if on else self.icon_name, tone)

    def _draw(self, painter: QPainter, name: str, tone: Tone) -> None:
        Line(icon_size=self._size).draw(
            painter, QRectF(self.rect()), (name, "", "", None), (tone, tone), Qt.AlignmentFlag.AlignHCenter
        )
