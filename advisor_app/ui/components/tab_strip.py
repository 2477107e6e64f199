"""The sections of a pane, side by side, the shown one underlined. A flag marks a section with a doubt."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from advisor_app.ui.components.control import Control, Line
from advisor_app.ui.icons import draw_icon
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space, Tone

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Tab(NamedTuple):
    key: str
    words: str
    flagged: bool = False
    flag_name: str = ""


class TabStrip(QWidget):
    """Left and right arrows move; ``chosen`` gives the key of the section."""

    chosen = Signal(str)

    def __init__(self, name: str, tabs: Sequence[Tab], value: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._tabs: dict[str, _TabButton] = {}
        self._group = QButtonGroup(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.DETAIL)
        for tab in tabs:
            button = _TabButton(tab)
            button.clicked.connect(lambda _on=False, key=tab.key: self.chosen.emit(key))
            self._tabs[tab.key] = button
            self._group.addButton(button)
            line.addWidget(button)
        line.addStretch(1)
        self._tabs[value].setChecked(True)

    @property
    def value(self) -> str:
        return next(key for key, tab in self._tabs.items() if tab.isChecked())

    def set_value(self, value: str) -> None:
        """Shows another section as chosen; says nothing."""
        self._tabs[value].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = list(self._tabs)
        key = keys[(keys.index(self.value) + step) % len(keys)]
        self._tabs[key].setFocus(Qt.FocusReason.OtherFocusReason)
        self._tabs[key].click()


class _TabButton(Control):
    def __init__(self, tab: Tab) -> None:
        super().__init__(tab.words)
        self.setCheckable(True)
        self._flagged = tab.flagged
        self._line = Line(Role.STRONG)
        if tab.flag_name:
            self.setAccessibleDescription(tab.flag_name)
            self.setToolTip(tab.flag_name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _STEPS:
            event.ignore()  # the strip moves the choice
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        width = self._line.width(None, self.words) + (Size.ICON_LINE + 6 if self._flagged else 0)
        return QSize(width, theme().grow(Size.CONTROL + 4))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        on = self.isChecked()
        tone: Tone = "accent" if on else ("text" if self.hovered else "text2")
        role = Role.STRONG if on else Role.BODY
        painter.setFont(theme().font(role))
        painter.setPen(theme().colour(tone))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, self.words)
        if self._flagged:
            left = theme().metrics(role).horizontalAdvance(self.words) + 6
            draw_icon(painter, "flag", QRectF(left, 0, Size.ICON_LINE, rect.height()), theme().colour("confirm"))
        if on:
            painter.fillRect(QRectF(0, rect.height() - 3, rect.width(), 3), theme().colour("accent"))
