"""Every value of one facet, however many: type to find, arrows move, Enter ticks."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from advisor_app.services.browse import FacetValues
from advisor_app.ui.components import Label, SearchField, row_ground
from advisor_app.ui.components.facet_check import draw_box
from advisor_app.ui.components.list_keys import ListKeys
from advisor_app.ui.components.wrapped import draw_right
from advisor_app.ui.strip.matching import matches
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space
from advisor_app.wording import Translator

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole.UserRole + 1
_BOX = 18
_WIDTH, _ROWS = 340, 10


class ValuesModel(QAbstractListModel):
    """The values that fit what is typed, with their ticks."""

    def __init__(self, values: FacetValues, chosen: frozenset[str], words: Translator, parent: QObject) -> None:
        super().__init__(parent)
        self._values = values
        self._chosen = set(chosen)
        self._t = words
        self._labels = [words.sentence(value.label) for value in values]
        self._shown: Sequence[int] = range(len(values))

    def find(self, typed: str) -> None:
        self.beginResetModel()
        self._shown = matches(typed, self._labels)
        self.endResetModel()

    def toggle(self, row: int) -> tuple[str, bool]:
        """Ticks a value or takes the tick away; gives the value, and whether it is ticked now."""
        value = self._values[self._shown[row]].value
        (self._chosen.discard if value in self._chosen else self._chosen.add)(value)
        here = self.index(row)
        self.dataChanged.emit(here, here)
        return value, value in self._chosen

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        place = self._shown[index.row()]
        ticked, count = self._values[place].value in self._chosen, self._values[place].count
        written = self._t.render(count)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._labels[place]
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._labels[place]} {written}"
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return (self._labels[place], written, bool(count), ticked) if role == ROLE else None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(_WIDTH - 40, theme().grow(Size.CONTROL))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        label, count, some, ticked = index.data(ROLE)
        rect, state = QRectF(option.rect), option.state
        painter.save()
        selected = bool(state & QStyle.StateFlag.State_Selected)
        row_ground(painter, rect, selected=selected, lit=bool(state & QStyle.StateFlag.State_MouseOver))
        inner = rect.adjusted(Space.INSIDE, 0, -Space.INSIDE, 0)
        draw_box(painter, QRectF(inner.left(), inner.center().y() - _BOX / 2, _BOX, _BOX), checked=ticked)
        draw_right(painter, inner, count, Role.SMALL, "text2")
        words = inner.adjusted(_BOX + Space.UNIT, 0, -theme().metrics(Role.SMALL).horizontalAdvance(count) - Space.UNIT, 0)
        painter.setFont(theme().font())
        painter.setPen(theme().colour("text" if some else "text2"))
        shown = theme().metrics().elidedText(label, Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


class FacetPopup(QFrame):
    """``toggled`` gives a value that was chosen or taken back. Closes with Escape or a click elsewhere."""

    toggled = Signal(str, bool)

    def __init__(self, title: str, values: FacetValues, chosen: frozenset[str], words: Translator, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("popup", "true")
        self.setAccessibleName(title)
        self.model = ValuesModel(values, chosen, words, self)
        self.field = SearchField(words.tr("Find within {facet}", facet=title), words.tr("Type to find"))
        self.list = QListView()
        self.list.setAccessibleName(title)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setModel(self.model)
        self.list.setFixedHeight(min(_ROWS, max(1, len(values))) * theme().grow(Size.CONTROL) + 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.UNIT, Space.UNIT, Space.UNIT, Space.UNIT)
        column.setSpacing(Space.UNIT)
        column.addWidget(Label(title, Role.SMALL_STRONG, "text2"))
        column.addWidget(self.field)
        column.addWidget(self.list)
        column.addWidget(Label(words.tr("Enter ticks, Esc closes"), Role.SMALL, "text2"))
        self.setFixedWidth(_WIDTH)
        self._keys = ListKeys(self.field, self.list, _ROWS)
        self._keys.taken.connect(self._toggle)
        self.field.textChanged.connect(self._typed)
        self.list.clicked.connect(lambda index: self._toggle(index.row()))
        self._keys.choose(0)

    def open_beside(self, widget: QWidget) -> None:
        """To the right of a widget, wholly in the window as far as that goes."""
        self.adjustSize()
        at = widget.mapToGlobal(QPoint(widget.width() + Space.UNIT, 0))
        window = widget.window()
        room = widget.screen().availableGeometry().intersected(QRect(window.mapToGlobal(QPoint(0, 0)), window.size()))
        x = max(room.left(), min(at.x(), room.right() - self.width()))
        self.move(x, max(room.top(), min(at.y(), room.bottom() - self.height())))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _typed(self, text: str) -> None:
        self.model.find(text)
        self._keys.choose(0)

    def _toggle(self, row: int) -> None:
        if 0 <= row < self.model.rowCount():
            self.toggled.emit(*self.model.toggle(row))
