"""The table of the comparison: row names and column heads stay in view, bands cross everything, equal neighbours are one cell."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from advisor_app.ui.compare.cells import FOLD_END, draw_cell, row_height
from advisor_app.ui.compare.commands import KEYS, Command
from advisor_app.ui.compare.row_names import RowNames, draw_band, draw_edges
from advisor_app.ui.components.paint import row_focus
from advisor_app.ui.icons import draw_icon
from advisor_app.ui.itemmodels.comparison import ACROSS, CellSaid, Changed, ComparisonModel, ComparisonRoles, RowKind, RowSaid
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Size

Index = QModelIndex | QPersistentModelIndex

LEAST_COLUMN = Size.COMPARISON_COLUMN - 3
"""Five columns fit beside the row names at 1366 pixels, with a scroll bar."""
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class _Cells(QStyledItemDelegate):
    """Draws what crosses the columns and what stands in one."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, cell = index.data(ComparisonRoles.ROW), index.data(ComparisonRoles.CELL)
        if not isinstance(row, RowSaid):
            return
        painter.save()
        painter.setClipRect(QRectF(option.rect))
        if row.kind is RowKind.BAND:
            self._draw_band(painter, row, option)
        elif isinstance(cell, CellSaid):
            self._draw(painter, row, cell, option)
        painter.restore()

    def _draw_band(self, painter: QPainter, row: RowSaid, option: QStyleOptionViewItem) -> None:
        rect, (here, lit) = QRectF(option.rect), _state(option)
        draw_band(painter, rect, row, -Size.COMPARISON_LABELS, lit=lit)
        if here:  # one ring round both halves: the inner edge is out of sight
            row_focus(painter, rect.adjusted(-rect.height(), 0, -1, -1))

    def _draw(self, painter: QPainter, row: RowSaid, cell: CellSaid, option: QStyleOptionViewItem) -> None:
        rect, (here, lit) = QRectF(option.rect), _state(option)
        fill = theme().colour("accent-soft") if here else theme().hover("surface") if lit else theme().colour("surface")
        painter.fillRect(rect, fill)
        draw_content(painter, rect, row, cell)
        draw_edges(painter, rect)
        if here:
            row_focus(painter, rect.adjusted(0, 0, -1, -1))


def _state(option: QStyleOptionViewItem) -> tuple[bool, bool]:
    """Whether the reader stands here, and whether the pointer does."""
    view = option.widget
    focused = isinstance(view, QTableView) and view.hasFocus()
    here = focused and bool(option.state & QStyle.StateFlag.State_Selected)
    return here, bool(option.state & QStyle.StateFlag.State_MouseOver)


def draw_content(painter: QPainter, rect: QRectF, row: RowSaid, cell: CellSaid) -> None:
    """What stands in a cell, on whatever ground it has; as wide as it was measured."""
    if row.kind not in ACROSS:
        draw_cell(painter, rect.adjusted(0, 0, 0, -1), cell, on_floor=row.kind is RowKind.PICTURE)
        return
    draw_cell(painter, rect.adjusted(0, 0, -FOLD_END, -1), cell)
    if row.folded:
        arrow = "chevron-down" if row.unfolded else "chevron-right"
        place = QRectF(rect.right() - 30, rect.top(), Size.ICON_LINE, rect.height())
        draw_icon(painter, arrow, place, theme().colour("text2"))


class ComparisonTable(QTableView):
    """``asked`` is emitted where Enter or a click asks about a cell, ``commanded`` for the keys of ``commands``.

    ``edge`` says that the reader goes on beyond the first or the last column shown, where others are out of view.
    """

    asked = Signal(QModelIndex)
    moved = Signal(int, int)
    removed = Signal(int)
    commanded = Signal(Command)
    edge = Signal(int)
    wanted_menu = Signal(QPoint)
    resized = Signal()

    def __init__(self, model: ComparisonModel) -> None:
        super().__init__()
        self._comparison = model
        self.setModel(model)
        self.setItemDelegate(_Cells(self))
        self.names = RowNames(self)
        self.setVerticalHeader(self.names)
        self.names.chosen.connect(self._name_chosen)
        self.names.wanted.connect(self._menu_of)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(1)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setMinimumHeight(3 * Size.COMPARISON_ROW)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def fitting(self) -> int:
        """How many columns there is room for."""
        return max(1, self.viewport().width() // LEAST_COLUMN)

    def widths(self) -> list[int]:
        """All columns are equally wide; the last one takes what a division leaves."""
        count = max(1, self._comparison.columnCount())
        wide, spare = divmod(self.viewport().width(), count)
        return [wide + (spare if place == count - 1 else 0) for place in range(count)]

    def refreshed(self, changed: Changed) -> None:
        """After other rows are shown: merges, widths and heights of what changed."""
        if changed.anew:
            self.clearSpans()
            for merged in self._comparison.merged():
                self.setSpan(merged.row, merged.column, 1, merged.columns)
            self._fit_columns()
        self._fit_rows(changed.rows)

    def _fit_columns(self) -> None:
        for place, width in enumerate(self.widths()[: self._comparison.columnCount()]):
            if self.columnWidth(place) != width:
                self.setColumnWidth(place, width)

    def _fit_rows(self, places: "tuple[int, ...] | range") -> None:
        widths = self.widths()
        for place in places:
            height = row_height(self._comparison.row(place), widths, Size.COMPARISON_LABELS, self.viewport().width())
            if self.names.sectionSize(place) != height:
                self.names.resizeSection(place, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_columns()
            self._fit_rows(range(self._comparison.rowCount()))
            self.resized.emit()

    # --- keys and clicks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        column, index = self.currentIndex().column(), self.currentIndex()
        step = _SIDEWAYS.get(Qt.Key(event.key()))
        command = KEYS.get((Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier))
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and step is not None and column >= 0:
            self.moved.emit(column, column + step)
        elif event.key() in _ENTER and index.isValid():
            self.asked.emit(index)
        elif event.key() == Qt.Key.Key_Delete and column >= 0:
            self.removed.emit(column)
        elif command is not None:
            self.commanded.emit(command)
        elif step is not None and self._beyond(index, step):
            return
        else:
            super().keyPressEvent(event)

    def _beyond(self, index: QModelIndex, step: int) -> bool:
        """Left and right fold a band, and go on beyond the last column in view."""
        if not index.isValid():
            return False
        row = self._comparison.row(index.row())
        if row.kind is RowKind.BAND:
            if row.unfolded is (step < 0):
                self.asked.emit(index)
            return True
        ends = index.column() if step < 0 else index.column() + self.columnSpan(index.row(), index.column()) - 1
        if 0 <= ends + step < self._comparison.columnCount():
            return False
        self.edge.emit(step)
        return True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index == self.currentIndex():
            self.asked.emit(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Sideways, it goes from column to column."""
        if abs(event.angleDelta().x()) > abs(event.angleDelta().y()):
            self.edge.emit(-1 if event.angleDelta().x() > 0 else 1)
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            self.wanted_menu.emit(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center()))
            return
        index = self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            self.wanted_menu.emit(event.globalPos())

    def _name_chosen(self, row: int) -> None:
        index = self._comparison.index(row, 0)
        self.setCurrentIndex(index)
        if self._comparison.row(row).kind in (RowKind.BAND, RowKind.FOLD):
            self.asked.emit(index)

    def _menu_of(self, row: int, at: QPoint) -> None:
        self.setCurrentIndex(self._comparison.index(row, max(0, self.currentIndex().column())))
        self.wanted_menu.emit(at)

    # --- the focus

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.begin()
        self.viewport().update()
        self.names.viewport().update()

    def begin(self) -> None:
        """Stands on the first fact, where it has the focus and stands on none."""
        if self.hasFocus() and not self.currentIndex().isValid():
            self.setCurrentIndex(self._first())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
        self.names.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The ring round a band has a half beside the names."""
        super().currentChanged(current, previous)
        for index in (current, previous):
            if index.isValid() and self._comparison.row(index.row()).kind is RowKind.BAND:
                self.names.viewport().update()

    def _first(self) -> QModelIndex:
        place = next((place for place, row in enumerate(self._comparison.rows) if row.kind is not RowKind.BAND), 0)
        return self._comparison.index(place, 0)
