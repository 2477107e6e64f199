"""The heads of all columns beside the corner. One is dragged to another place, or moved by Ctrl+Left and Ctrl+Right."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from advisor_app.ui.compare.commands import Command
from advisor_app.ui.compare.head import Head
from advisor_app.ui.compare.heads_said import HeadSaid
from advisor_app.ui.components import Label, rule
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space
from advisor_app.wording import Translator


class Heads(QWidget):
    """Numbers are places among the heads shown."""

    commanded = Signal(int, Command)
    moved = Signal(int, int)
    wanted_menu = Signal(int, QPoint)

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._heads: list[Head] = []
        self._compact = False
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

    def set_compact(self, *, compact: bool) -> None:
        self._compact = compact
        for head in self._heads:
            head.set_compact(compact=compact)

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
        stops = [stop for head in self._heads for stop in (head.route, head.remove)]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def place(self, widths: list[int]) -> None:
        """Sets the heads over their columns."""
        pairs = list(zip(self._heads, widths, strict=False))
        high = max((head.heightForWidth(width) for head, width in pairs), default=0)
        high = max(high, self._corner.heightForWidth(Size.COMPARISON_LABELS))
        self.setFixedHeight(high + 1)
        left = Size.COMPARISON_LABELS
        self._corner.setGeometry(0, 0, left - 1, high)
        self._edge.setGeometry(left - 1, 0, 1, high)
        self._line.setGeometry(0, high, self.width(), 1)
        self._window.setGeometry(left, 0, sum(widths), high)
        x = 0
        for head, width in pairs:
            head.setGeometry(QRect(x, 0, width, high))
            x += width

    def _made(self, said: HeadSaid) -> Head:
        head = Head(said, self._words)
        head.setParent(self._window)
        head.set_compact(compact=self._compact)
        head.commanded.connect(lambda command: self.commanded.emit(self._heads.index(head), command))
        head.wanted_menu.connect(lambda at: self.wanted_menu.emit(self._heads.index(head), at))
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
