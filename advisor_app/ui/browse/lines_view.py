"""The list that a tab is: arrows move, Enter or a click unfolds where a fact comes from, Ctrl+C copies it as text.

A line that leads to another programme opens that instead.
"""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from advisor_app.ui.browse.layout import Setting, draw_setting, set_line
from advisor_app.ui.browse.lines import Line, as_text, group_of
from advisor_app.ui.components.paint import row_focus
from advisor_app.ui.itemmodels.lines import LinesModel
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Size, Space

Index = QModelIndex | QPersistentModelIndex

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class LinesDelegate(QStyledItemDelegate):
    """Draws lines. Keeps their layouts until the width, the theme or the lines change."""

    def __init__(self, parent: "LinesView") -> None:
        super().__init__(parent)
        self._view = parent
        self._settings: dict[tuple[str, int, bool], tuple[Line, Setting]] = {}
        theme().changed.connect(self._settings.clear)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(0, round(self._setting(index, width).height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, opened = self._view.lines.line(index.row())
        rect = QRectF(option.rect)
        painter.save()
        if opened:
            painter.fillRect(rect, theme().colour("accent-soft"))
        elif (line.fold or line.leads_to) and option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme().hover("surface"))
        setting = self._setting(index, round(rect.width()))
        draw_setting(painter, setting, QPointF(rect.left() + Space.DETAIL, rect.top()))
        if line.ruled:
            edge = rect.adjusted(Space.DETAIL, rect.height() - 1, -Space.DETAIL, 0)
            painter.fillRect(edge, theme().colour("line"))
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            row_focus(painter, rect)
        painter.restore()

    def _setting(self, index: Index, width: int) -> Setting:
        line, opened = self._view.lines.line(index.row())
        key = (line.key, width, opened)
        known = self._settings.get(key)
        if known is None or known[0] is not line:
            known = (line, set_line(line, width - 2 * Space.DETAIL, opened=opened))
            self._settings[key] = known
        return known[1]


class LinesView(QListView):
    """A tab's list. ``led_to`` gives the programme that a line leads to."""

    led_to = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._lines = LinesModel(self)
        self.setItemDelegate(LinesDelegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.verticalScrollBar().setSingleStep(Size.FACT_ROW)
        self.setModel(self._lines)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def lines(self) -> LinesModel:
        return self._lines

    def toggle(self, index: QModelIndex) -> None:
        """Unfolds or folds a line and keeps all of it in sight."""
        if not index.isValid():
            return
        if leads_to := self._lines.lines[index.row()].leads_to:
            self.led_to.emit(leads_to)
        else:
            self._lines.set_open(index, not self._lines.is_open(index))
            self.scheduleDelayedItemsLayout()
            self.executeDelayedItemsLayout()
            self.scrollTo(index)

    def copy(self) -> None:
        """Puts the current line on the clipboard as plain text; a heading with all that stands under it."""
        row = self.currentIndex().row()
        if row < 0:
            return
        lines = group_of(self._lines.lines, row)
        words = "\n".join(as_text(lines)).strip() if len(lines) > 1 else lines[0].copied
        QGuiApplication.clipboard().setText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()  # back and forward are the place's
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in _OPENING and index.isValid():
            self.toggle(index)
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left) and index.isValid():
            if self._lines.is_open(index) is not (event.key() == Qt.Key.Key_Right):
                self.toggle(index)
        elif event.text().isprintable() and event.text():
            event.ignore()  # letters are the window's, not a search within the list
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.toggle(self.indexAt(event.position().toPoint()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._lines.rowCount():
            self.setCurrentIndex(self._lines.index(0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.HoverMove:
            hovered: Line | None = self.indexAt(self.viewport().mapFromGlobal(self.cursor().pos())).data(LinesModel.LINE)
            folds = hovered is not None and bool(hovered.fold or hovered.leads_to)
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if folds else Qt.CursorShape.ArrowCursor)
        return super().viewportEvent(event)
