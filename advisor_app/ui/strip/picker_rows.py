"""The rows of a picker: the item model, and how a row is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from advisor_app.ui.components.paint import row_ground
from advisor_app.ui.icons import draw_icon
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space

AnyIndex = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1
_INDENT = Space.INSIDE + 26
"""Where the words begin, after the key."""
_SCROLL_BAR = 14
_WRAPPED = Qt.TextFlag.TextWordWrap.value


@dataclass(frozen=True, slots=True)
class PickerRow:
    """``hint`` is the key that picks it; ``position`` its place among the options, ``None`` for "not given" and typed numbers.

    ``gloss`` explains the label beside it, ``detail`` below it, over as many lines as it takes. What is ``inert`` cannot be picked.
    """

    label: str
    hint: str = ""
    position: int | None = None
    current: bool = False
    opens: bool = False
    quiet: bool = False
    value: object = None
    gloss: str = ""
    detail: str = ""
    inert: bool = False

    @property
    def spoken(self) -> str:
        """All of it, as it is read out."""
        return " ".join(part for part in (f"{self.label}, {self.gloss}." if self.gloss else self.label, self.detail) if part)


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
        if role == Qt.ItemDataRole.DisplayRole:
            return row.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return row.hint
        return row if role == ROW else None


class PickerDelegate(QStyledItemDelegate):
    """Key, words, and a tick on the present value or an arrow where there is a second step."""

    width = 300
    """Of the list: the heights of rows depend on it, and are asked for before the list has been laid out."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        row: PickerRow = index.data(ROW)
        low = theme().grow(Size.CONTROL)
        if not row.detail:
            return QSize(200, low)
        return QSize(200, low + self._detail_height(row, self._room) + Space.HALF)

    @property
    def _room(self) -> int:
        """For words, beside the key and the scroll bar."""
        return self.width - _INDENT - Space.INSIDE - _SCROLL_BAR

    def _detail_height(self, row: PickerRow, width: int) -> int:
        space = QRect(0, 0, width, 1000)
        return theme().metrics(Role.SMALL).boundingRect(space, _WRAPPED, row.detail).height()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row: PickerRow = index.data(ROW)
        whole = QRectF(option.rect)
        rect = QRectF(whole.left(), whole.top(), whole.width(), theme().grow(Size.CONTROL)) if row.detail else whole
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        row_ground(painter, whole, selected=selected, lit=bool(state & QStyle.StateFlag.State_MouseOver))
        painter.setFont(theme().font(Role.SMALL))
        painter.setPen(theme().colour("text2"))
        side = Qt.AlignmentFlag.AlignRight if row.quiet else Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect.adjusted(Space.INSIDE, 0, -Space.INSIDE, 0), Qt.AlignmentFlag.AlignVCenter | side, row.hint)
        role = Role.STRONG if row.current else Role.BODY
        left = rect.left() + _INDENT
        right = rect.right() - Space.INSIDE - (Size.ICON_LINE + Space.UNIT if row.current or row.opens else 0)
        words = theme().metrics(role).elidedText(row.label, Qt.TextElideMode.ElideRight, int(right - left))
        painter.setFont(theme().font(role, italic=row.quiet))
        painter.setPen(theme().colour("text2" if row.quiet else "text"))
        painter.drawText(QRectF(left, rect.top(), right - left, rect.height()), Qt.AlignmentFlag.AlignVCenter, words)
        self._paint_more(painter, row, QRectF(left, rect.top(), right - left, whole.height()), theme().metrics(role), words)
        mark = "check" if row.current else ("chevron-right" if row.opens else "")
        if mark:
            place = QRectF(rect.right() - Space.INSIDE - Size.ICON_LINE, rect.top(), Size.ICON_LINE, rect.height())
            draw_icon(painter, mark, place, theme().colour("accent" if row.current else "text2"))
        painter.restore()

    def _paint_more(self, painter: QPainter, row: PickerRow, room: QRectF, metrics: QFontMetrics, words: str) -> None:
        """The explanation after the label, as far as there is room, and the lines below."""
        small = theme().metrics(Role.SMALL)
        painter.setFont(theme().font(Role.SMALL))
        painter.setPen(theme().colour("text2"))
        first = theme().grow(Size.CONTROL)
        if row.gloss:
            beside = room.adjusted(metrics.horizontalAdvance(words) + Space.UNIT, 0, 0, 0)
            beside.setHeight(first)
            gloss = small.elidedText(row.gloss, Qt.TextElideMode.ElideRight, int(beside.width()))
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, gloss)
        if row.detail:
            below = QRectF(room.left(), room.top() + first - Space.HALF, self._room, room.height())
            painter.drawText(below, _WRAPPED, row.detail)
