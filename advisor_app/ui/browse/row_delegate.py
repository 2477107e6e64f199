"""Draws a row of the results: title, where, length, verdict with reason, price, and a line of doubt or of what was found."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from advisor_app.ui.components import draw_pill, panel, pill_size, row_focus, row_ground
from advisor_app.ui.components.marked import draw_marked
from advisor_app.ui.components.wrapped import broken
from advisor_app.ui.icons import draw_icon
from advisor_app.ui.itemmodels.programme_rows import Found, ProgrammeRow
from advisor_app.ui.itemmodels.programmes import ProgrammesModel
from advisor_app.ui.looks import VERDICTS
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space, Tone

Index = QModelIndex | QPersistentModelIndex

TOP = 11
GAP = 5
TITLE_LINES = 2
_FAINT = (0.72, 0.4, 0.55)
"""How wide, of the row, the lines are that stand for words to come."""


@dataclass(frozen=True, slots=True)
class _Heights:
    title: int
    small: int
    pill: int

    @classmethod
    def now(cls) -> "_Heights":
        look = VERDICTS[next(iter(VERDICTS))]
        return cls(theme().grow(Role.HEAD.value.line, Role.HEAD), theme().grow(18, Role.SMALL), pill_size(look, "x").height())

    def of_row(self, title_lines: int, *, last: bool) -> int:
        """``last``: whether the row ends in a line of doubt, or of what was found."""
        lines = title_lines * self.title + 2 * (self.small + 1) + GAP + self.pill + GAP + self.small
        return TOP + lines + (GAP + self.small if last else 0) + TOP + 1


class RowDelegate(QStyledItemDelegate):
    """The compare button is a part of the row, see :meth:`button_rect`."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self._view = parent

    def height_of(self, row: ProgrammeRow, width: int) -> int:
        """As high as its words need."""
        return _Heights.now().of_row(len(self._title(row, width)), last=bool(row.flag or row.found))

    def common_height(self) -> int:
        """High enough for any row."""
        return _Heights.now().of_row(TITLE_LINES, last=True)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._view.visualRect(index).height())

    def button_rect(self, row_rect: QRect) -> QRect:
        """Where the compare button of a row lies."""
        side = theme().grow(Size.CONTROL)
        return QRect(row_rect.right() - Space.INSIDE - side + 1, row_rect.top() + Space.INSIDE, side, side)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ProgrammeRow | None = index.data(ProgrammesModel.ROW)
        rect, state = QRect(option.rect), option.state
        focused = self._view.hasFocus()
        painter.save()
        selected = bool(state & QStyle.StateFlag.State_Selected)
        lit = bool(state & QStyle.StateFlag.State_MouseOver)
        row_ground(painter, QRectF(rect), selected=selected, active=focused, lit=lit)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme().colour("line"))
        if row is None:
            self._faint(painter, QRectF(rect))
        else:
            self._words(painter, QRectF(rect), row)
            self._button(painter, self.button_rect(rect), compared=bool(index.data(ProgrammesModel.COMPARED)))
        if focused and state & QStyle.StateFlag.State_HasFocus:
            row_focus(painter, QRectF(rect))
        painter.restore()

    def _words(self, painter: QPainter, rect: QRectF, row: ProgrammeRow) -> None:
        heights = _Heights.now()
        left, y = rect.left() + Space.PAD, rect.top() + TOP
        across, narrow = rect.width() - Space.PAD - Space.INSIDE, self._title_width(round(rect.width()))
        lines = self._title(row, round(rect.width()))
        draw_marked(painter, QRectF(left, y, narrow, heights.title), lines, (row.title, row.marks), Role.HEAD)
        y += len(lines) * heights.title
        self._line(painter, QRectF(left, y, narrow, heights.small), row.where, "text2", Role.SMALL)
        y += heights.small + 1
        self._study(painter, QRectF(left, y, across, heights.small), row)
        y += heights.small + 1 + GAP
        self._verdict(painter, QRectF(left, y, across, heights.pill), row)
        y += heights.pill + GAP
        icon = "wallet" if row.price_known else "circle-dashed"
        self._with_icon(painter, QRectF(left, y, across, heights.small), icon, self._price(row, across), "text2")
        last = QRectF(left, y + heights.small + GAP, across, heights.small)
        if row.found:
            self._found(painter, last, row.found)
        elif row.flag:
            self._with_icon(painter, last, "flag", row.flag, "confirm")

    @staticmethod
    def _price(row: ProgrammeRow, across: float) -> str:
        """With its school year where there is room; else that stands in the tooltip and the details."""
        dated = f"{row.price} · {row.price_year}"
        room = across - Size.ICON_LINE - GAP
        return dated if row.price_year and theme().metrics(Role.SMALL).horizontalAdvance(dated) <= room else row.price

    def _study(self, painter: QPainter, rect: QRectF, row: ProgrammeRow) -> None:
        """Length and formats; at the right that the page is old, and the flag where its line says what was found."""
        right = rect.right()
        if row.found and row.flag:
            right -= Size.ICON_LINE
            draw_icon(painter, "flag", QRectF(right, rect.top(), Size.ICON_LINE, rect.height()), theme().colour("confirm"))
            right -= Space.UNIT
        if row.stale:
            right -= theme().metrics(Role.SMALL).horizontalAdvance(row.stale)
            words = QRectF(right, rect.top(), rect.right() - right, rect.height())
            self._line(painter, words, row.stale, "confirm", Role.SMALL)
            right -= Size.ICON_LINE + GAP
            draw_icon(painter, "clock", QRectF(right, rect.top(), Size.ICON_LINE, rect.height()), theme().colour("confirm"))
            right -= Space.UNIT
        self._line(painter, QRectF(rect.left(), rect.top(), right - rect.left(), rect.height()), row.study, "text2", Role.SMALL)

    def _verdict(self, painter: QPainter, rect: QRectF, row: ProgrammeRow) -> None:
        look = VERDICTS[row.verdict]
        pill = pill_size(look, row.word).width()
        draw_pill(painter, QRectF(rect.left(), rect.top(), pill, rect.height()), look, row.word)
        self._line(painter, rect.adjusted(pill + Space.UNIT, 0, 0, 0), row.reason, "text2", Role.SMALL)

    def _found(self, painter: QPainter, rect: QRectF, found: Found) -> None:
        draw_icon(painter, "search", QRectF(rect.left(), rect.top(), Size.ICON_LINE, rect.height()), theme().colour("text2"))
        words = rect.adjusted(Size.ICON_LINE + GAP, 0, 0, 0)
        before = f"{found.where} · "
        text = before + found.words
        marks = tuple((start + len(before), end + len(before)) for start, end in found.marks)
        shown = theme().metrics(Role.SMALL).elidedText(text, Qt.TextElideMode.ElideRight, int(words.width()))
        draw_marked(painter, words, (shown,), (text, marks), Role.SMALL)

    def _with_icon(self, painter: QPainter, rect: QRectF, name: str, words: str, tone: Tone) -> None:
        draw_icon(painter, name, QRectF(rect.left(), rect.top(), Size.ICON_LINE, rect.height()), theme().colour(tone))
        self._line(painter, rect.adjusted(Size.ICON_LINE + GAP, 0, 0, 0), words, tone, Role.SMALL)

    @staticmethod
    def _line(painter: QPainter, rect: QRectF, words: str, tone: Tone, role: Role) -> None:
        painter.setFont(theme().font(role))
        painter.setPen(theme().colour(tone))
        shown = theme().metrics(role).elidedText(words, Qt.TextElideMode.ElideRight, int(rect.width()) + 1)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    @staticmethod
    def _faint(painter: QPainter, rect: QRectF) -> None:
        """A row whose words are still to come."""
        for number, share in enumerate(_FAINT):
            across = (rect.width() - 2 * Space.PAD) * share
            line = QRectF(rect.left() + Space.PAD, rect.top() + TOP + 4 + number * 26, across, 10)
            panel(painter, line, 5, fill=theme().colour("sunken"))

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
