"""The table of the comparison: row names and column heads stay in view, bands cross everything, equal neighbours are one cell."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from advisor_app.ui.compare.cells import FOLD_END, LABEL_MARK, draw_cell, row_height
from advisor_app.ui.compare.legend import draw_legend
from advisor_app.ui.components.paint import row_focus
from advisor_app.ui.components.wrapped import broken, draw_lines, height_of, line_height
from advisor_app.ui.icons import draw_icon
from advisor_app.ui.itemmodels.comparison import CellSaid, ComparisonModel, ComparisonRoles, RowKind, RowSaid
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size

Index = QModelIndex | QPersistentModelIndex

_LEFT = 16  # where row names and bands begin
LEAST_COLUMN = Size.COMPARISON_COLUMN - 3
"""Five columns fit beside the row names at 1366 pixels, with a scroll bar."""


class _Cells(QStyledItemDelegate):
    """Draws what crosses the columns and what stands in one."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, cell = index.data(ComparisonRoles.ROW), index.data(ComparisonRoles.CELL)
        rect = QRectF(option.rect)
        painter.save()
        painter.setClipRect(rect)
        if isinstance(row, RowSaid) and row.kind is RowKind.BAND:
            view = option.widget
            width = view.viewport().width() if isinstance(view, QTableView) else rect.width()
            _draw_band(painter, QRectF(0, rect.top(), width, rect.height()), row, -Size.COMPARISON_LABELS)
        elif isinstance(row, RowSaid) and isinstance(cell, CellSaid):
            self._draw(painter, rect, row, cell, option)
        painter.restore()

    def _draw(self, painter: QPainter, rect: QRectF, row: RowSaid, cell: CellSaid, option: QStyleOptionViewItem) -> None:
        view = option.widget
        focused = isinstance(view, QTableView) and view.hasFocus()
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        lit = bool(option.state & QStyle.StateFlag.State_MouseOver)
        fill = theme().colour("accent-soft") if here and focused else theme().hover("surface") if lit else theme().colour("surface")
        painter.fillRect(rect, fill)
        if row.kind is RowKind.FOLD:
            _draw_fold(painter, rect, row, cell, view)
        else:
            draw_cell(painter, rect.adjusted(0, 0, 0, -1), cell)  # as wide as it was measured
        _draw_edges(painter, rect)
        if here and focused:
            row_focus(painter, rect.adjusted(0, 0, -1, -1))


class _Names(QHeaderView):
    """The names of the rows, with the sign that a row differs."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setFixedWidth(Size.COMPARISON_LABELS)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        return QSize(Size.COMPARISON_LABELS, 0)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        model = self.model()
        if not isinstance(model, ComparisonModel):
            return
        row, area = model.row(logicalIndex), QRectF(rect)
        painter.save()
        painter.setClipRect(area)
        if row.kind is RowKind.BAND:
            _draw_band(painter, area, row, 0)
        else:
            self._draw_name(painter, area, row)
        painter.restore()

    def _draw_name(self, painter: QPainter, area: QRectF, row: RowSaid) -> None:
        painter.fillRect(area, theme().colour("bg"))
        words = broken(row.label, Role.SMALL, int(area.width()) - _LEFT - LABEL_MARK)
        top = area.top() + (area.height() - height_of(words, Role.SMALL)) / 2
        draw_lines(painter, QPointF(area.left() + _LEFT, top), words, Role.SMALL, "text2")
        if row.differs:
            sign = QRectF(area.right() - LABEL_MARK + 6, area.top(), Size.ICON_LINE, area.height())
            draw_icon(painter, "equal-not", sign, theme().colour("accent"))
        _draw_edges(painter, area)


class ComparisonTable(QTableView):
    """``asked`` is emitted where Enter or a click asks about a cell, ``moved`` and ``removed`` for whole columns."""

    asked = Signal(QModelIndex)
    moved = Signal(int, int)
    removed = Signal(int)
    scrolled = Signal()

    def __init__(self, model: ComparisonModel) -> None:
        super().__init__()
        self._comparison = model
        self.setModel(model)
        self.setItemDelegate(_Cells(self))
        self.setVerticalHeader(_Names(self))
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(1)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalScrollBar().valueChanged.connect(lambda _value: self._scrolled())

    def column_width(self) -> int:
        """All columns are as wide as there is room for, and never narrower than can be read."""
        count = max(1, self._comparison.columnCount())
        return max(LEAST_COLUMN, self.viewport().width() // count)

    def refreshed(self) -> None:
        """After other rows are shown: merges, widths and heights."""
        if self.rowSpan(0, 0) or self._comparison.rowCount():
            self.clearSpans()
        for merged in self._comparison.merged():
            self.setSpan(merged.row, merged.column, 1, merged.columns)
        self._fit()

    def _fit(self) -> None:
        count = self._comparison.columnCount()
        wide = self.column_width()
        spare = self.viewport().width() - wide * count
        widths = [wide + (spare if place == count - 1 and spare > 0 else 0) for place in range(count)]
        for place, width in enumerate(widths):
            if self.columnWidth(place) != width:
                self.setColumnWidth(place, width)
        names = self.verticalHeader()
        for place, row in enumerate(self._comparison.rows):
            height = row_height(row, widths, Size.COMPARISON_LABELS, self.viewport().width())
            if names.sectionSize(place) != height:
                names.resizeSection(place, height)
        self.scrolled.emit()

    def _scrolled(self) -> None:
        self.viewport().update()  # bands and folds stay where they are while columns move under them
        self.scrolled.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        column = self.currentIndex().column()
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and step is not None and column >= 0:
            self.moved.emit(column, column + step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self.asked.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete and column >= 0:
            self.removed.emit(column)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index == self.currentIndex():
            self.asked.emit(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.begin()
        self.viewport().update()

    def begin(self) -> None:
        """Stands on the first row, where it has the focus and stands on none: bands cannot be stood on, so arrows lead nowhere."""
        if self.hasFocus() and not self.currentIndex().isValid():
            self.setCurrentIndex(self._first())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _first(self) -> QModelIndex:
        place = next((place for place, row in enumerate(self._comparison.rows) if row.kind is not RowKind.BAND), 0)
        return self._comparison.index(place, 0)


def _draw_edges(painter: QPainter, rect: QRectF) -> None:
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme().colour("line"))
    painter.fillRect(QRectF(rect.right() - 1, rect.top(), 1, rect.height()), theme().colour("line"))


def _draw_band(painter: QPainter, rect: QRectF, row: RowSaid, shift: int) -> None:
    """Drawn in two halves, beside the names and over the columns, as if it were one."""
    painter.fillRect(rect, theme().colour("bg"))
    top = rect.top() + (rect.height() - line_height(Role.SMALL_STRONG)) / 2
    draw_lines(painter, QPointF(rect.left() + _LEFT + shift, top), (row.label,), Role.SMALL_STRONG, "text2")
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme().colour("line"))
    if row.legend and shift:
        used = theme().metrics(Role.SMALL_STRONG).horizontalAdvance(row.label) + _LEFT + shift
        draw_legend(painter, rect.adjusted(max(0, used) + 16, 0, -16, 0), row.legend)


def _draw_fold(painter: QPainter, rect: QRectF, row: RowSaid, cell: CellSaid, view: object) -> None:
    width = view.viewport().width() if isinstance(view, QTableView) else rect.width()
    area = QRectF(0, rect.top(), width, rect.height())
    draw_cell(painter, area.adjusted(0, 0, -FOLD_END, -1), cell)
    arrow = "chevron-down" if row.unfolded else "chevron-right"
    draw_icon(painter, arrow, QRectF(width - 30, rect.top(), Size.ICON_LINE, rect.height()), theme().colour("text2"))
