"""What every clickable component shares: growing height, hover, the keys that press it, and the shape of its focus ring."""

from functools import lru_cache

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from advisor_app.ui.icons import draw_icon
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Radius, Role, Size, Space, Token, Tone

_PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Control(QAbstractButton):
    """A button that paints itself. Space and Enter press it; its text is its accessible name unless another is given."""

    ring_colour: Token = "accent"

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text.replace("&", "&&") if "&" in text else text)
        if "&" in text:
            self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._hovered = False
        self._own = False
        self.toggled.connect(self._was_toggled)

    @property
    def words(self) -> str:
        """The text as it is shown: an ampersand never marks a shortcut here."""
        return self.text().replace("&&", "&")

    @property
    def hovered(self) -> bool:
        return self._hovered and self.isEnabled()

    @property
    def ring_radius(self) -> float:
        """The radius of the corners that the focus ring goes round."""
        return Radius.CONTROL

    def setChecked(self, on: bool) -> None:
        self._own = True
        super().setChecked(on)
        self._own = False

    def nextCheckState(self) -> None:
        self._own = True
        super().nextCheckState()
        self._own = False

    def _was_toggled(self, on: bool) -> None:
        """Assistive technology toggles what can be checked and Qt then tells of no click: told here, as for everybody else."""
        if not self._own and (on or self.group() is None):
            self.clicked[bool].emit(on)  # type: ignore[index]  # the stubs know of no overloads

    def least_height(self) -> int:
        return theme().grow(Size.CONTROL)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.least_height(), self.least_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PRESS and event.modifiers() in _PLAIN:
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()
        super().leaveEvent(event)


@lru_cache(maxsize=4096)
def advance(text: str, role: Role) -> int:
    """How wide a line of text is; layouts ask again and again."""
    return theme().metrics(role).horizontalAdvance(text)


class Line:
    """Icon, words and key hint set side by side on one line: measured and drawn alike by buttons, chips and pills."""

    def __init__(self, role: Role = Role.STRONG, *, icon_size: int = Size.ICON_LINE, gap: int = Space.UNIT) -> None:
        self.role = role
        self.icon_size = icon_size
        self.gap = gap

    def width(self, icon: str | None, text: str, hint: str = "", trailing: str | None = None) -> int:
        widths = [self.icon_size] if icon else []
        if text:
            widths.append(advance(text, self.role) + 1)
        if hint:
            widths.append(hint_width(hint))
        if trailing:
            widths.append(self.icon_size)
        return sum(widths) + self.gap * max(0, len(widths) - 1)

    def draw(
        self,
        painter: QPainter,
        rect: QRectF,
        parts: tuple[str | None, str, str, str | None],
        tones: tuple[Tone, Tone],
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
    ) -> None:
        """Draws (icon, words, hint, trailing icon) in (tone of icon and words, tone of the hint); the words give way."""
        icon, text, hint, trailing = parts
        metrics = theme().metrics(self.role)
        spare = rect.width() - self.width(icon, text, hint, trailing)
        words = text if spare >= 0 else metrics.elidedText(text, Qt.TextElideMode.ElideRight, self._room(rect, parts))
        x = rect.left() + (max(0.0, spare) / 2 if align == Qt.AlignmentFlag.AlignHCenter else 0)
        colour = theme().colour(tones[0])
        if icon:
            draw_icon(painter, icon, QRectF(x, rect.top(), self.icon_size, rect.height()), colour)
            x += self.icon_size + self.gap
        if words:
            painter.setFont(theme().font(self.role))
            painter.setPen(colour)
            width = metrics.horizontalAdvance(words) + 1
            painter.drawText(QRectF(x, rect.top(), width, rect.height()), Qt.AlignmentFlag.AlignVCenter, words)
            x += width + self.gap
        if hint:
            draw_hint(painter, QRectF(x, rect.top(), hint_width(hint), rect.height()), hint, tones[1])
            x += hint_width(hint) + self.gap
        if trailing:
            draw_icon(painter, trailing, QRectF(x, rect.top(), self.icon_size, rect.height()), theme().colour(tones[1]))

    def _room(self, rect: QRectF, parts: tuple[str | None, str, str, str | None]) -> int:
        icon, text, hint, trailing = parts
        others = self.width(icon, text, hint, trailing) - theme().metrics(self.role).horizontalAdvance(text) - 1
        return max(0, int(rect.width()) - others - 1)


_ENTER = "↵"


def hint_width(hint: str) -> int:
    """The width of a key hint; the font has no glyph for the Enter key, so that one is an icon."""
    words = hint.replace(_ENTER, "")
    extra = Size.ICON_LINE - 4 if _ENTER in hint else 0
    return advance(words, Role.SMALL) + extra + 1


def draw_hint(painter: QPainter, rect: QRectF, hint: str, tone: Tone) -> None:
    words = hint.replace(_ENTER, "")
    painter.setFont(theme().font(Role.SMALL))
    painter.setPen(theme().colour(tone))
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, words)
    if _ENTER in hint:
        size = Size.ICON_LINE - 3
        left = rect.left() + theme().metrics(Role.SMALL).horizontalAdvance(words) - 1
        draw_icon(painter, "corner-down-left", QRectF(left, rect.top() + 1, size, rect.height()), theme().colour(tone))
