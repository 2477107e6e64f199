"""Draws a row of the results: title, where, verdict with its reason, price, and one doubt; at the right the compare button."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from advisor_app.ui.components import draw_pill, panel, pill_size, row_focus, row_ground
from advisor_app.ui.components.wrapped import broken
from advisor_app.ui.icons import draw_icon
from advisor_app.ui.itemmodels.programmes import ProgrammeRow, ProgrammesModel
from advisor_app.ui.looks import VERDICTS
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space, Tone

Index = QModelIndex | QPersistentModelIndex

TOP = 13
GAP = 6
TITLE_LINES = 2


@dataclass(frozen=True, slots=True)
class _Heights:
    title: int
    small: int
    pill: int

    @classmethod
    def now(cls) -> "_Heights":
        look = VERDICTS[next(iter(VERDICTS))]
        return cls(theme().grow(Role.HEAD.value.line, Role.HEAD), theme().grow(18, Role.SMALL), pill_size(look, "x").height())


class RowDelegate(QStyledItemDelegate):
    """Rows of one to two title lines; the compare button is a part of the row, see :meth:`button_rect`."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self._view = parent

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row: ProgrammeRow = index.data(ProgrammesModel.ROW)
        heights = _Heights.now()
        lines = len(self._title(row, self._view.viewport().width()))
        extra = heights.small + GAP if row.flag else 0
        height = TOP + lines * heights.title + heights.small + 2 + 5 + heights.pill + GAP + heights.small + extra + TOP + 1
        return QSize(0, height)

    def button_rect(self, row_rect: QRect) -> QRect:
        """Where the compare button of a row lies."""
        side = theme().grow(Size.CONTROL)
        return QRect(row_rect.right() - Space.INSIDE - side + 1, row_rect.top() + Space.INSIDE, side, side)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ProgrammeRow = index.data(ProgrammesModel.ROW)
        rect = option.rect
        state = option.state
        focused = self._view.hasFocus()
        painter.save()
        selected = bool(state & QStyle.StateFlag.State_Selected)
        lit = bool(state & QStyle.StateFlag.State_MouseOver)
        row_ground(painter, QRectF(rect), selected=selected, active=focused, lit=lit)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme().colour("line"))
        self._words(painter, QRectF(rect), row)
        self._button(painter, self.button_rect(rect), compared=bool(index.data(ProgrammesModel.COMPARED)))
        if focused and state & QStyle.StateFlag.State_HasFocus:
            row_focus(painter, QRectF(rect))
        painter.restore()

    def _words(self, painter: QPainter, rect: QRectF, row: ProgrammeRow) -> None:
        heights = _Heights.now()
        left, y = rect.left() + Space.PAD, rect.top() + TOP
        across = rect.width() - Space.PAD - Space.INSIDE
        for line in self._title(row, round(rect.width())):
            self._line(painter, QRectF(left, y, across, heights.title), line, "text", Role.HEAD)
            y += heights.title
        narrow = self._title_width(round(rect.width()))
        self._line(painter, QRectF(left, y, narrow, heights.small + 2), row.where, "text2", Role.SMALL)
        y += heights.small + 2 + 5
        self._verdict(painter, QRectF(left, y, across, heights.pill), row)
        y += heights.pill + GAP
        icon = "wallet" if row.price_known else "circle-dashed"
        self._with_icon(painter, QRectF(left, y, across, heights.small), icon, row.price, "text2")
        if row.flag:
            self._with_icon(painter, QRectF(left, y + heights.small + GAP, across, heights.small), "flag", row.flag, "confirm")

    def _verdict(self, painter: QPainter, rect: QRectF, row: ProgrammeRow) -> None:
        look = VERDICTS[row.verdict]
        pill = pill_size(look, row.word).width()
        draw_pill(painter, QRectF(rect.left(), rect.top(), pill, rect.height()), look, row.word)
        self._line(painter, rect.adjusted(pill + Space.UNIT, 0, 0, 0), row.reason, "text2", Role.SMALL)

    def _with_icon(self, painter: QPainter, rect: QRectF, name: str, words: str, tone: Tone) -> None:
        draw_icon(painter, name, QRectF(rect.left(), rect.top(), Size.ICON_LINE, rect.height()), theme().colour(tone))
        self._line(painter, rect.adjusted(Size.ICON_LINE + GAP, 0, 0, 0), words, tone, Role.SMALL)

    @staticmethod
    def _line(painter: QPainter, rect: QRectF, words: str, tone: Tone, role: Role) -> None:
        painter.setFont(theme().font(role))
        painter.setPen(theme().colour(tone))
        shown = theme().metrics(role).elidedText(words, Qt.TextElideMode.ElideRight, int(rect.width()))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    @staticmethod
    def _button(painter: QPainter, rect: QRect, *, compared: bool) -> None:
        panel(painter, QRectF(rect), fill=theme().colour("surface"), edge="accent-line" if compared else "line")
        inner = QRectF(rect.center().x() - 8, rect.top(), Size.ICON_ROW, rect.height())
        draw_icon(painter, "check" if compared else "plus", inner, theme().colour("accent" if compared else "text2"))

    @staticmethod
    def _title_width(row_width: int) -> int:
        return row_width - Space.PAD - 2 * Space.INSIDE - theme().grow(Size.CONTROL)

    def _title(self, row: ProgrammeRow, row_width: int) -> tuple[str, ...]:
        """At most two lines; what does not fit ends in an ellipsis."""
        return broken(row.title, Role.HEAD, max(40, self._title_width(row_width)), most=TITLE_LINES)
