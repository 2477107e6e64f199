"""The heads of the columns: what stands in the column, the verdict, the law apart, and the button that takes it out.

A head is dragged to another place with the mouse; Ctrl+Left and Ctrl+Right do the same.
"""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from advisor_app.domain.verdicts import Verdict
from advisor_app.ui.compare.comparison_said import HeadSaid
from advisor_app.ui.components import ElidedLabel, IconButton, IconLabel, Label, VerdictPill, rule
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space
from advisor_app.wording import Translator

_PAD = 14
_STEPS = {"Ctrl+Left": -1, "Ctrl+Right": 1}


class Head(QWidget):
    """One column's head. ``moved`` says by how many places it is to move."""

    removed = Signal()
    moved = Signal(int)

    def __init__(self, said: HeadSaid, words: Translator) -> None:
        super().__init__()
        self._words = words
        self.said = said
        self.title = ElidedLabel("", Role.HEAD, lines=3)
        self.subtitle = ElidedLabel("", Role.SMALL, "text2", lines=2)
        self.pill = VerdictPill(Verdict.TO_CONFIRM, words)
        self.law = IconLabel("scale", "", "text2")
        self.reason = ElidedLabel("", Role.SMALL, "text2", lines=2)
        self.stale = IconLabel("flag", "", "confirm")
        self.remove = IconButton("x", words.tr("Remove from the comparison"), tone="text2", size=16)
        self.remove.clicked.connect(self.removed)
        for label in (self.law, self.stale):
            label.label.setWordWrap(False)
        for widget in (self.title, self.subtitle, self.pill, self.reason, self.law, self.stale, self.remove):
            widget.setParent(self)
        for key, step in _STEPS.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self.moved.emit(step))
        self.show_head(said)

    def show_head(self, said: HeadSaid) -> None:
        self.said = said
        words = self._words
        self.setAccessibleName(said.spoken)
        self.title.setText(said.title)
        self.subtitle.setText(said.subtitle)
        self.pill.setVisible(said.verdict is not None)
        if said.verdict is not None:
            self.pill.show_verdict(said.verdict, words)
        self.law.setVisible(bool(said.law))
        self.law.set("scale", said.law, said.law_tone)
        self.reason.setVisible(bool(said.reason))
        self.reason.setText(said.reason)
        self.stale.setVisible(bool(said.stale))
        self.stale.set("flag", said.stale, "confirm")
        name = words.tr("Remove {column} from the comparison", column=said.title)
        self.remove.setAccessibleName(name)
        self.remove.setToolTip(name)
        self._arranged(self.width(), move=True)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        words = self._words
        menu = QMenu(self)
        menu.setAccessibleName(self.said.title)
        menu.addAction(words.tr("Move left"), lambda: self.moved.emit(-1))
        menu.addAction(words.tr("Move right"), lambda: self.moved.emit(1))
        menu.addAction(self.remove.accessibleName(), self.removed.emit)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("surface"))
        line = theme().colour("line")
        painter.fillRect(self.width() - 1, 0, 1, self.height(), line)

    def heightForWidth(self, width: int) -> int:
        return self._arranged(width, move=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arranged(self.width(), move=True)

    def _arranged(self, width: int, *, move: bool) -> int:
        """Names beside the button, then the verdict and what goes with it, on as many lines as that takes."""
        room = width - _PAD - Space.UNIT
        y = Space.INSIDE
        button = self.remove.sizeHint()
        if move:
            self.remove.setGeometry(QRect(QPoint(width - button.width() - Space.HALF, Space.HALF + 2), button))
        for label in (self.title, self.subtitle):
            across = width - _PAD - button.width() - Space.HALF if label is self.title else room
            high = label.heightForWidth(across)
            if move:
                label.setGeometry(_PAD, y, across, high)
            y += high
        return self._flowed(y + 6, room, move=move) + Space.UNIT

    def _flowed(self, top: int, room: int, *, move: bool) -> int:
        """Side by side on lines as high as the pill; returns where the last line ends."""
        x, y, step = 0, top, self.pill.sizeHint().height()
        for widget in (self.pill, self.reason, self.law, self.stale):
            if widget.isHidden():
                continue
            size = widget.sizeHint()
            if x and x + size.width() > room:
                x, y = 0, y + step
            high = widget.heightForWidth(room) if size.width() > room else size.height()
            if move:
                widget.setGeometry(_PAD + x, y + max(0, step - high) // 2, min(size.width(), room - x), high)
            y += max(0, high - step)
            x += size.width() + 6
        return y + step


class Heads(QWidget):
    """All heads in a row beside the corner; they move sideways with the table below them."""

    removed = Signal(int)
    moved = Signal(int, int)

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._heads: list[Head] = []
        self._drag: tuple[int, QPoint] | None = None
        self._window = QWidget(self)
        self._marker = QWidget(self._window)
        self._marker.hide()
        self._corner = QWidget(self)
        self.place_of_student = Label("", Role.SMALL_STRONG)
        self.count = Label("", Role.SMALL, "text2")
        column = QVBoxLayout(self._corner)
        column.setContentsMargins(Space.PAD, Space.UNIT, Space.HALF, Space.UNIT)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self.place_of_student)
        column.addWidget(self.count)
        self._line = rule(parent=self)
        self._edge = rule(vertical=True, parent=self)

    @property
    def heads(self) -> tuple[Head, ...]:
        return tuple(self._heads)

    def show_heads(self, said: tuple[HeadSaid, ...], corner: str, count: str) -> None:
        """Shows the heads of other columns; those that stay keep their widgets, and with them the focus."""
        self.place_of_student.setText(corner)
        self.count.setText(count)
        kept = {head.said.column: head for head in self._heads}
        wanted = [one.column for one in said]
        for column, head in kept.items():
            if column not in wanted:
                head.hide()
                head.deleteLater()
        self._heads = [kept.get(one.column) or self._made(one) for one in said]
        for head, one in zip(self._heads, said, strict=True):
            if head.said != one:
                head.show_head(one)
        for before, after in zip(self._heads, self._heads[1:], strict=False):
            QWidget.setTabOrder(before.remove, after.remove)

    def place(self, widths: list[int], offset: int, shown: int) -> None:
        """Sets the heads over their columns: ``offset`` is how far the table is scrolled, ``shown`` how wide it is."""
        high = max((head.heightForWidth(width) for head, width in zip(self._heads, widths, strict=False)), default=0)
        self.setFixedHeight(high + 1)
        left = Size.COMPARISON_LABELS
        self._corner.setGeometry(0, 0, left - 1, high)
        self._edge.setGeometry(left - 1, 0, 1, high)
        self._line.setGeometry(0, high, self.width(), 1)
        self._window.setGeometry(left, 0, shown, high)
        x = -offset
        for head, width in zip(self._heads, widths, strict=False):
            head.setGeometry(QRect(x, 0, width, high))
            x += width

    def _made(self, said: HeadSaid) -> Head:
        head = Head(said, self._words)
        head.setParent(self._window)
        head.removed.connect(lambda: self.removed.emit(self._heads.index(head)))
        head.moved.connect(lambda step: self.moved.emit(self._heads.index(head), self._heads.index(head) + step))
        head.show()
        return head

    # --- dragging

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position().toPoint())
        self._drag = (place, event.position().toPoint()) if place is not None else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._drag is None or abs(at.x() - self._drag[1].x()) < QApplication.startDragDistance():
            return
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        target = self._at(at)
        if target is not None:
            head = self._heads[target]
            x = head.x() if target <= self._drag[0] else head.x() + head.width() - 3
            self._marker.setGeometry(x, 0, 3, self.height())
            self._marker.setStyleSheet(f"background: {theme().colours['accent']}")
            self._marker.show()
            self._marker.raise_()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        self.unsetCursor()
        marked = self._marker.isVisible()
        self._marker.hide()
        target = self._at(event.position().toPoint())
        if drag is not None and target is not None and target != drag[0] and marked:
            self.moved.emit(drag[0], target)

    def _at(self, point: QPoint) -> int | None:
        inside = self._window.mapFrom(self, point)
        return next((place for place, head in enumerate(self._heads) if head.geometry().contains(inside)), None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("bg"))
