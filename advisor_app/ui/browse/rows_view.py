"""A list that costs the same however long it is: only the rows in sight are measured and drawn.

Qt's list view asks its model about every row before it shows the first, which 200,000 rows make felt. It stays the base, since
assistive technology knows it as a list; where things lie is worked out here. Short lists have rows as high as their words need,
long ones rows of one height.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem

from advisor_app.ui.components.viewport import own_viewport

Index = QModelIndex | QPersistentModelIndex

MEASURED = 10
"""Up to as many rows are each measured; there are words for all of them from the beginning."""
_STEP = 32  # pixels by which a wheel scrolls


class RowsView(QListView):
    """``in_sight`` gives the first and the last row seen after the list was scrolled or laid out."""

    in_sight = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        own_viewport(self)
        self._tops: Sequence[int] = (0,)
        self._each = 0
        self._reported = (-1, -1)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)

    # --- for the list that is built on this

    def height_of(self, row: int) -> int:
        """The height of one row of a short list."""
        raise NotImplementedError

    def common_height(self) -> int:
        """The height of every row of a long list."""
        raise NotImplementedError

    def measurable(self) -> bool:
        """Whether the words of every row are there to be measured."""
        return True

    # --- where things lie

    @property
    def _count(self) -> int:
        model: QAbstractItemModel | None = self.model()
        return 0 if model is None else model.rowCount()

    @property
    def _total(self) -> int:
        return self._each * self._count if self._each else self._tops[-1]

    def _top(self, row: int) -> int:
        return self._each * row if self._each else self._tops[row]

    def _row_at(self, y: int) -> int:
        """The row at ``y`` pixels from the top of the list; beyond the last one its number is the count."""
        if y < 0 or y >= self._total:
            return -1 if y < 0 else self._count
        return y // self._each if self._each else bisect_right(self._tops, y) - 1

    def doItemsLayout(self) -> None:
        count = self._count
        long = count > MEASURED or not self.measurable()
        self._each = self.common_height() if long else 0
        self._tops = (0,) if long else tuple(accumulate((self.height_of(row) for row in range(count)), initial=0))
        self._reported = (-1, -1)
        QAbstractItemView.doItemsLayout(self)  # past QListView, which would ask about every row

    def updateGeometries(self) -> None:
        bar, page = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(page)
        bar.setSingleStep(_STEP)
        bar.setRange(0, max(0, self._total - page))
        self.horizontalScrollBar().setRange(0, 0)

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def visualRect(self, index: Index) -> QRect:
        row = index.row()
        if not index.isValid() or row >= self._count or (not self._each and row + 1 >= len(self._tops)):
            return QRect()
        top = self._top(row)
        return QRect(0, top - self.verticalOffset(), self.viewport().width(), self._top(row + 1) - top)

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self._row_at(point.y() + self.verticalOffset())
        return self.model().index(row, 0) if 0 <= row < self._count else QModelIndex()

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible) -> None:
        rect = self.visualRect(index)
        bar, page = self.verticalScrollBar(), self.viewport().height()
        if not rect.isValid():
            return
        if hint is QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - page // 2)
        elif rect.top() < 0 or rect.height() > page or hint is QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(bar.value() + rect.top())
        elif rect.bottom() >= page:
            bar.setValue(bar.value() + rect.bottom() - page + 1)

    def moveCursor(self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        here, last = self.currentIndex().row(), self._count - 1
        to = self._moved(action, here, last) if here >= 0 else 0
        return self.model().index(max(0, min(to, last)), 0) if last >= 0 else QModelIndex()

    def _moved(self, action: QAbstractItemView.CursorAction, here: int, last: int) -> int:
        move = QAbstractItemView.CursorAction
        page = max(1, self.viewport().height())
        match action:
            case move.MoveUp | move.MovePrevious:
                return here - 1
            case move.MoveDown | move.MoveNext:
                return here + 1
            case move.MovePageUp:
                return min(here - 1, max(0, self._row_at(max(0, self._top(here) - page))))
            case move.MovePageDown:
                return max(here + 1, self._row_at(self._top(here) + page))
            case move.MoveHome:
                return 0
            case move.MoveEnd:
                return last
        return here

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.center())
        self.selectionModel().select(QItemSelection(index, index), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    # --- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        offset, page = self.verticalOffset(), self.viewport().height()
        first, last = self._row_at(offset), min(self._row_at(offset + page - 1), self._count - 1)
        hovered = self._hovered()
        for row in range(max(0, first), last + 1):
            index = self.model().index(row, 0)
            rect = self.visualRect(index)
            if event.rect().intersects(rect):
                self.itemDelegate().paint(painter, self._option(index, rect, lit=row == hovered), index)
        painter.end()
        if first >= 0 and (first, last) != self._reported:
            self._reported = (first, last)
            self.in_sight.emit(first, last)

    def _option(self, index: QModelIndex, rect: QRect, *, lit: bool) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        state = QStyle.StateFlag.State_Enabled
        if self.selectionModel().isSelected(index):
            state |= QStyle.StateFlag.State_Selected
        if index == self.currentIndex() and self.hasFocus():
            state |= QStyle.StateFlag.State_HasFocus
        if lit:
            state |= QStyle.StateFlag.State_MouseOver
        option.rect, option.state = rect, state
        return option

    def _hovered(self) -> int:
        spot = self.viewport().mapFromGlobal(self.cursor().pos())
        return self.indexAt(spot).row() if self.viewport().underMouse() else -1

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverMove, QEvent.Type.HoverLeave, QEvent.Type.Leave):
            self.viewport().update()
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.doItemsLayout()
