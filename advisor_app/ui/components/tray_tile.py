"""A tile of the comparison tray, and the dashed one that adds."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from advisor_app.ui.components.button import IconButton
from advisor_app.ui.components.control import Control, Line
from advisor_app.ui.components.labels import ElidedLabel
from advisor_app.ui.components.paint import panel
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space


class TrayTile(QFrame):
    """Short name, school and entry, and the button that takes the column out."""

    removed = Signal()

    def __init__(self, title: str, detail: str, remove_name: str) -> None:
        super().__init__()
        self.setAccessibleName(f"{title}, {detail}")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme().grow(Size.TILE, Role.SMALL, 2))
        self.setMinimumWidth(112)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(ElidedLabel(title, Role.SMALL_STRONG, lines=1))
        words.addWidget(ElidedLabel(detail, Role.SMALL, "text2", lines=1))
        words.addStretch(1)
        self.remove = IconButton("x", remove_name, tone="text2", size=16)
        self.remove.clicked.connect(self.removed)
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 0, 1, 0)
        line.setSpacing(Space.HALF)
        line.addLayout(words, 1)
        line.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, _event: QPaintEvent) -> None:
        panel(QPainter(self), QRectF(self.rect()), fill=theme().colour("bg"), edge="line")


class TileRow(QScrollArea):
    """Tiles side by side. They narrow where there is little room, and below that the row scrolls with the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(140)

    def show_tiles(self, tiles: Sequence[QWidget]) -> None:
        """Shows these instead of what was there."""
        body = QWidget()
        line = QHBoxLayout(body)
        line.setContentsMargins(3, 0, 3, 0)
        line.setSpacing(Space.UNIT)
        for tile in tiles:
            line.addWidget(tile)
        line.addStretch(1)
        self.setWidget(body)

    def focusNextPrevChild(self, forward: bool) -> bool:
        moved = super().focusNextPrevChild(forward)
        focused = self.focusWidget()
        if focused is not None:
            self.ensureWidgetVisible(focused, 8, 0)
        return moved


class AddTile(Control):
    """The dashed tile at the end of the tray; ``key`` is the key drawn as a keycap within the words, at ``{key}``."""

    def __init__(self, text: str, key: str = "") -> None:
        super().__init__(text.replace("{key}", key))
        before, _, after = text.partition("{key}")
        self._parts = (before.strip(), key, after.strip()) if key else (text, "", "")
        self._line = Line(Role.BODY)

    def least_height(self) -> int:
        return theme().grow(Size.TILE)

    def sizeHint(self) -> QSize:
        before, key, after = self._parts
        width = self._line.width("plus", before) + 2 * Space.INSIDE
        if key:
            width += self._cap_width() + theme().metrics().horizontalAdvance(after) + 2 * Space.UNIT + 1
        return QSize(width, self.least_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(44, self.sizeHint().width()), self.least_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        panel(painter, rect, fill=theme().hover("surface") if self.hovered else None, edge="ctl", dashed=True)
        before, key, after = self._parts
        inner = rect.adjusted(Space.INSIDE, 0, -Space.INSIDE, 0)
        self._line.draw(painter, inner, ("plus", before, "", None), ("text2", "text2"), Qt.AlignmentFlag.AlignLeft)
        if not key:
            return
        x = inner.left() + self._line.width("plus", before) + Space.UNIT
        cap = QRectF(x, rect.center().y() - 11, self._cap_width(), 22)
        panel(painter, cap, 4, fill=theme().colour("surface"), edge="ctl")
        painter.setFont(theme().font(Role.SMALL_STRONG))
        painter.setPen(theme().colour("text"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
        rest = QRectF(cap.right() + Space.UNIT, rect.top(), inner.right() - cap.right() - Space.UNIT + 1, rect.height())
        painter.setFont(theme().font())
        painter.setPen(theme().colour("text2"))
        words = theme().metrics().elidedText(after, Qt.TextElideMode.ElideRight, int(rest.width()))
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, words)

    def _cap_width(self) -> int:
        return max(24, theme().metrics(Role.SMALL_STRONG).horizontalAdvance(self._parts[1]) + 12)
