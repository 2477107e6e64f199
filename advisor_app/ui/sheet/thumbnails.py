"""The pages in small, at the left; the one in sight has a blue edge."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from advisor_app.ui.components import ring
from advisor_app.ui.itemmodels.pages import PagesModel
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space
from advisor_app.wording import Translator

Index = QModelIndex | QPersistentModelIndex

SIDE = 20
WIDTH = Size.THUMBNAILS - 2 * SIDE
NUMBER = 28


class _Delegate(QStyledItemDelegate):
    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self._view = parent
        self._small: dict[tuple[int, float], QPixmap] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(Size.THUMBNAILS, _top(index) + self._height(index) + NUMBER + Space.HALF)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = QRect(option.rect.left() + SIDE, option.rect.top() + _top(index), WIDTH, self._height(index))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.drawPixmap(box, self._picture(index, painter.device().devicePixelRatioF()))
        painter.setPen(QPen(theme().colour("accent" if chosen else "ctl"), 2 if chosen else 1))
        painter.drawRect(box)
        if chosen and self._view.hasFocus():
            ring(painter, QRectF(box).adjusted(-5, -5, 6, 6), 4, "accent", Size.FOCUS_RING)
        painter.setFont(theme().font(Role.SMALL_STRONG if chosen else Role.SMALL))
        painter.setPen(theme().colour("accent" if chosen else "text2"))
        below = QRect(box.left(), box.bottom() + 2, box.width(), NUMBER)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(index.row() + 1))
        painter.restore()

    def forget(self) -> None:
        """Other pages were made."""
        self._small.clear()

    def _height(self, index: Index) -> int:
        page: QImage | None = index.data(PagesModel.PICTURE)
        return round(WIDTH * page.height() / page.width()) if page is not None and page.width() else 96

    def _picture(self, index: Index, scale: float) -> QPixmap:
        key = (index.row(), scale)
        if key not in self._small:
            page: QImage = index.data(PagesModel.PICTURE)
            small = page.scaledToWidth(round(WIDTH * scale), Qt.TransformationMode.SmoothTransformation)
            self._small[key] = QPixmap.fromImage(small)
        return self._small[key]


def _top(index: Index) -> int:
    return Space.PAD if index.row() == 0 else Space.HALF


class Thumbnails(QListView):
    """``chosen`` gives the number of a page, from 0."""

    chosen = Signal(int)

    def __init__(self, model: PagesModel, translator: Translator) -> None:
        super().__init__()
        self._delegate = _Delegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setAccessibleName(translator.tr("Pages"))
        self.setFixedWidth(Size.THUMBNAILS)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        model.dataChanged.connect(self._changed)
        model.modelReset.connect(self._changed)

    def show_page(self, number: int) -> None:
        """Marks the page in sight; says nothing."""
        if number != self.currentIndex().row():
            self.blockSignals(True)
            self.setCurrentIndex(self.model().index(number, 0))
            self.blockSignals(False)
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self.viewport()).fillRect(event.rect(), theme().colour("bg"))
        super().paintEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(current.row())

    def _changed(self) -> None:
        self._delegate.forget()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
