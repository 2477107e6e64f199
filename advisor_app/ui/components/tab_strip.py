"""The sections of a pane, side by side, the shown one underlined. A flag marks a section with a doubt.

The keyboard's focus stops at the strip once; the arrows move through the sections. Those for which there is no room go into a menu.
"""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QTabBar, QWidget

from advisor_app.ui.components.button import IconButton
from advisor_app.ui.components.control import Line
from advisor_app.ui.components.paint import ring
from advisor_app.ui.icons import draw_icon
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Radius, Role, Size, Space, Tone

_FLAG_GAP = 6
_SIDE = Space.UNIT + 2  # on either side of a tab's words: half of what parts two tabs


class Tab(NamedTuple):
    """``flag_name`` is what the flag says."""

    key: str
    words: str
    flagged: bool = False
    flag_name: str = ""


class TabStrip(QWidget):
    """``chosen`` gives the key of the section; ``more`` names the menu of those without room."""

    chosen = Signal(str)

    def __init__(self, name: str, tabs: Sequence[Tab], value: str, *, more: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._keys = [tab.key for tab in tabs]
        self.bar = _Bar(name)
        self.more = IconButton("ellipsis", more or name, size=Size.ICON_LINE)
        self.more.hide()
        self._menu = QMenu(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.bar, 1)
        line.addWidget(self.more)
        for _ in tabs:
            self.bar.addTab("")
        self.show_tabs(tabs)
        self.set_value(value)
        self.bar.currentChanged.connect(self._changed)
        self.more.clicked.connect(self._open_menu)

    @property
    def value(self) -> str:
        return self._keys[self.bar.currentIndex()]

    def set_value(self, value: str) -> None:
        """Shows another section as chosen; says nothing."""
        said = self.bar.blockSignals(True)
        self.bar.setTabVisible(self._keys.index(value), True)
        self.bar.setCurrentIndex(self._keys.index(value))
        self.bar.blockSignals(said)
        self._fit()

    def show_tabs(self, tabs: Sequence[Tab]) -> None:
        """Other words or flags for the same sections."""
        self.bar.show_tabs(tabs)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(sum(self.bar.widths), theme().grow(Size.CONTROL + 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(max(self.bar.widths, default=0) + self.more.sizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _changed(self, place: int) -> None:
        self._fit()
        self.chosen.emit(self._keys[place])

    def _fit(self) -> None:
        """Shows what there is room for, and always the section that is chosen."""
        shown = _fitting(self.bar.widths, self.bar.currentIndex(), self.width(), self.more.sizeHint().width())
        said = self.bar.blockSignals(True)
        for place in range(self.bar.count()):
            self.bar.setTabVisible(place, place in shown)
        self.bar.lay_out()
        self.bar.blockSignals(said)
        self.more.setVisible(len(shown) < self.bar.count())

    def _open_menu(self) -> None:
        self._menu.clear()
        for place in (place for place in range(self.bar.count()) if not self.bar.isTabVisible(place)):
            action = self._menu.addAction(self.bar.tabs[place].words)
            action.triggered.connect(partial(self.bar.choose, place))
        self._menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))


def _fitting(widths: Sequence[int], chosen: int, room: int, more: int) -> set[int]:
    """The places that fit, from the left; the chosen one takes the place of the last where it would be left out."""
    if sum(widths) <= room:
        return set(range(len(widths)))
    shown = {chosen}
    left = room - more - widths[chosen]
    for place, width in enumerate(widths):
        if place == chosen:
            continue
        if width > left:
            break
        shown.add(place)
        left -= width
    return shown


class _Bar(QTabBar):
    """Qt's own, so that assistive technology meets page tabs; painted as the design has them."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.tabs: list[Tab] = []
        self.widths: list[int] = []
        self._hovered = -1
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_tabs(self, tabs: Sequence[Tab]) -> None:
        line = Line(Role.STRONG)
        self.tabs = list(tabs)
        flags = (Size.ICON_LINE + _FLAG_GAP if tab.flagged else 0 for tab in tabs)
        self.widths = [line.width(None, tab.words) + flag + 2 * _SIDE for tab, flag in zip(tabs, flags, strict=True)]
        for place, tab in enumerate(tabs):
            self.setTabText(place, tab.words.replace("&", "&&"))
            self.setAccessibleTabName(place, f"{tab.words}, {tab.flag_name}" if tab.flag_name else tab.words)
            self.setTabToolTip(place, tab.flag_name)
        self.lay_out()

    def lay_out(self) -> None:
        """Places the tabs anew. Only other words make Qt do so; else it keeps old widths, and how far it had scrolled."""
        for place, tab in enumerate(self.tabs[:1]):
            self.setTabText(place, "")
            self.setTabText(place, tab.words.replace("&", "&&"))

    def showEvent(self, event: QShowEvent) -> None:
        """Flags that came while it was hidden left the widths as they were."""
        super().showEvent(event)
        self.show_tabs(self.tabs)

    def choose(self, place: int, *_: object) -> None:
        """Goes to a section, also one that has no room so far."""
        said = self.blockSignals(True)
        self.setTabVisible(place, True)
        self.blockSignals(said)
        self.setCurrentIndex(place)

    def tabSizeHint(self, place: int) -> QSize:
        return QSize(self.widths[place] if place < len(self.widths) else 0, theme().grow(Size.CONTROL + 4))

    def minimumTabSizeHint(self, place: int) -> QSize:
        return self.tabSizeHint(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last, here = self.count() - 1, self.currentIndex()
        to = {
            Qt.Key.Key_Left: here - 1 if here else last,
            Qt.Key.Key_Right: 0 if here == last else here + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if to is None or event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            event.ignore()
            return
        self.choose(to)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        hovered = self.tabAt(event.position().toPoint())
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place, tab in enumerate(self.tabs):
            rect = self.tabRect(place)
            if self.isTabVisible(place) and not rect.isEmpty():
                self._draw(painter, rect, tab, on=place == self.currentIndex(), lit=place == self._hovered)

    def _draw(self, painter: QPainter, rect: QRect, tab: Tab, *, on: bool, lit: bool) -> None:
        inner = QRectF(rect).adjusted(_SIDE, 0, -_SIDE, 0)
        tone: Tone = "accent" if on else ("text" if lit else "text2")
        role = Role.STRONG if on else Role.BODY
        painter.setFont(theme().font(role))
        painter.setPen(theme().colour(tone))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, tab.words)
        if tab.flagged:
            left = inner.left() + theme().metrics(role).horizontalAdvance(tab.words) + _FLAG_GAP
            draw_icon(painter, "flag", QRectF(left, 0, Size.ICON_LINE, inner.height()), theme().colour("confirm"))
        if on:
            painter.fillRect(QRectF(inner.left(), inner.bottom() - 3, inner.width(), 3), theme().colour("accent"))
            if self.hasFocus():
                ring(painter, QRectF(rect).adjusted(2, 3, -2, -5), Radius.CONTROL, "accent", Size.FOCUS_RING)
