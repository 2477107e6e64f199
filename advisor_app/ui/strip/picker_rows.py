"""The rows of a picker: the item model, and how a row is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from advisor_app.ui.components.paint import row_ground
from advisor_app.ui.icons import draw_icon
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space

AnyIndex = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class PickerRow:
    """``hint`` is the key that picks it; ``position`` its place among the options, ``None`` for "not given" and typed numbers."""

    label: str
    hint: str = ""
    position: int | None = None
    current: bool = False
    opens: bool = False
    quiet: bool = False
    value: object = None


class PickerModel(QAbstractListModel):
    """The rows that fit what was typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PickerRow, ...] = ()

    @property
    def rows(self) -> tuple[PickerRow, ...]:
        return self._rows

    def set_rows(self, rows: Sequence[PickerRow]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, which nothing changes
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.label
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return row.hint
        return row if role == ROW else None


class PickerDelegate(QStyledItemDelegate):
    """Key, words, and a tick on the present value or an arrow where there is a second step."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return QSize(200, theme().grow(Size.CONTROL))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row: PickerRow = index.data(ROW)
        rect = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        row_ground(painter, rect, selected=selected, lit=bool(state & QStyle.StateFlag.State_MouseOver))
        painter.setFont(theme().font(Role.SMALL))
        painter.setPen(theme().colour("text2"))
        side = Qt.AlignmentFlag.AlignRight if row.quiet else Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect.adjusted(Space.INSIDE, 0, -Space.INSIDE, 0), Qt.AlignmentFlag.AlignVCenter | side, row.hint)
        role = Role.STRONG if row.current else Role.BODY
        left = rect.left() + Space.INSIDE + 26
        right = rect.right() - Space.INSIDE - (Size.ICON_LINE + Space.UNIT if row.current or row.opens else 0)
        words = theme().metrics(role).elidedText(row.label, Qt.TextElideMode.ElideRight, int(right - left))
        painter.setFont(theme().font(role, italic=row.quiet))
        painter.setPen(theme().colour("text2" if row.quiet else "text"))
        painter.drawText(QRectF(left, rect.top(), right - left, rect.height()), Qt.AlignmentFlag.AlignVCenter, words)
        mark = "check" if row.current else ("chevron-right" if row.opens else "")
        if mark:
            place = QRectF(rect.right() - Space.INSIDE - Size.ICON_LINE, rect.top(), Size.ICON_LINE, rect.height())
            draw_icon(painter, mark, place, theme().colour("accent" if row.current else "text2"))
        painter.restore()
