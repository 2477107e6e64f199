"""The findings of a route: a tree with guide lines, as high as it needs to be, in a pane that scrolls as a whole."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from advisor_app.ui.components.paint import row_focus
from advisor_app.ui.components.wrapped import Lines, broken, draw_lines, height_of, line_height
from advisor_app.ui.icons import draw_icon
from advisor_app.ui.itemmodels.findings import Column, FindingLine, FindingsModel, LineKind
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space, Token

Index = QModelIndex | QPersistentModelIndex

INDENT = 26
_HEAD = 30
_GAP = 12
_QUOTE = 14  # from the rule beside a quotation to its words
_SHARES = (0.2, 0.17, 0.19)  # of the width, for what the student has, the finding and the source
_LEAST = (112, 108, 128)
_NARROW = 508
_TIGHT = (114, 92)


def column_widths(width: int) -> tuple[int, int, int, int]:
    """The widths of the four columns; what is asked takes the rest.

    Where there is little room the source has no column: it unfolds with the rest of where a line comes from.
    """
    if width < _NARROW:
        return (max(140, width - sum(_TIGHT)), *_TIGHT, 0)
    others = [max(least, round(width * share)) for least, share in zip(_LEAST, _SHARES, strict=True)]
    return (max(160, width - sum(others)), *others)  # type: ignore[return-value]  # four of them


class _Heights(QStyledItemDelegate):
    """Tells the tree how high its rows are; the tree paints them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        if index.column() or not isinstance(view, FindingTree):
            return QSize(0, 0)  # Qt asks for every column and takes the highest
        return QSize(0, view.row_height(index))


class FindingTree(QTreeView):
    """Always unfolded; the arrows walk it, and Enter or a click unfolds where a line comes from."""

    grown = Signal()

    def __init__(self, model: FindingsModel) -> None:
        super().__init__()
        self._findings = model
        self._width = 0
        self._measured: dict[int, int] = {}
        self._opened: set[int] = set()
        self.setModel(model)
        self.setItemDelegate(_Heights(self))
        self.setHeader(_Headings(self))
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAllColumnsShowFocus(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setTabKeyNavigation(False)

    def refreshed(self, *, anew: bool) -> None:
        """After other findings are shown. Where they are in the same rows, not ``anew``, what is unfolded stays so."""
        self._measured.clear()
        if anew:
            self._opened.clear()
            self.expandAll()
        self._fit()

    def row_height(self, index: Index) -> int:
        node = index.internalId()
        if node not in self._measured:
            line = self._findings.line(index)
            widths, depth = column_widths(self.width()), _depth(index)
            base = _height(line, depth, widths) if line else 0
            self._measured[node] = base + (_proof_height(line, depth, sum(widths)) if line and node in self._opened else 0)
        return self._measured[node]

    def toggle(self, index: QModelIndex) -> bool:
        """Unfolds or folds where a line comes from; false where there is nothing to unfold."""
        line = self._findings.line(index)
        if line is None or not line.proof:
            return False
        node = index.internalId()
        self._opened ^= {node}
        self._measured.pop(node, None)
        self._fit()
        self.grown.emit()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.toggle(self.currentIndex()):
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.toggle(self.indexAt(event.position().toPoint()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.width() != self._width:
            self._width = self.width()
            self._measured.clear()
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._findings.index(0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """The rows draw their own guides."""

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._findings.line(index)
        if line is None:
            return
        rect = QRectF(0, option.rect.top(), self.viewport().width(), option.rect.height())
        painter.save()
        current = self._is_current(index)
        if current and self.hasFocus():
            painter.fillRect(rect, theme().colour("accent-soft"))
        below = _proof_height(line, _depth(index), int(rect.width())) if index.internalId() in self._opened else 0
        upper = rect.adjusted(0, 0, 0, -below)
        _draw_guides(painter, rect, upper, index, line)
        if below:
            _draw_proof(painter, QRectF(rect.left(), upper.bottom(), rect.width(), below), line, _depth(index))
        if line.kind in (LineKind.HEADING, LineKind.NOTE):
            _draw_across(painter, upper, line)
        else:
            _draw_finding(painter, upper, line, _depth(index), column_widths(self.width()))
        if line.kind is not LineKind.NOTE:
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme().colour("line"))
        if current and self.hasFocus():
            row_focus(painter, rect)
        painter.restore()

    def _is_current(self, index: Index) -> bool:
        current = self.currentIndex()
        return current.row() == index.row() and current.parent() == index.parent() and current.isValid()

    def _fit(self) -> None:
        """As high as its rows, its columns as wide as there is room for."""
        widths = column_widths(self.width())
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self.scheduleDelayedItemsLayout()
        self.setFixedHeight(self.header().sizeHint().height() + sum(self._heights(QModelIndex())) + 2)

    def _heights(self, parent: QModelIndex) -> list[int]:
        found = []
        for row in range(self._findings.rowCount(parent)):
            index = self._findings.index(row, 0, parent)
            found += [self.row_height(index), *self._heights(index)]
        return found


class _Headings(QHeaderView):
    """The names of the columns, quiet, with a line below."""

    def __init__(self, parent: QTreeView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setStretchLastSection(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(0, theme().grow(_HEAD, Role.SMALL_STRONG))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        painter.fillRect(rect, theme().colour("surface"))
        words = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        role = Role.SMALL_STRONG if logicalIndex == Column.ASKED else Role.SMALL
        top = rect.top() + (rect.height() - line_height(role)) / 2
        draw_lines(painter, QPointF(rect.left(), top), broken(words, role, rect.width() - 4, most=1), role, "text2")
        painter.fillRect(QRectF(rect.left(), rect.bottom(), rect.width(), 1), theme().colour("line"))
        painter.restore()


def _depth(index: Index) -> int:
    depth, above = 0, index.parent()
    while above.isValid():
        depth, above = depth + 1, above.parent()
    return depth


def _left(depth: int) -> int:
    """Where the words of a row begin."""
    return depth * INDENT + INDENT


def _cells(line: FindingLine, depth: int, widths: tuple[int, ...]) -> tuple[Lines, Lines, Lines, Lines, Lines]:
    """Asked, reason, has, finding, and where it stands, broken to their columns."""
    room = widths[0] - _left(depth) - _GAP
    strong = Role.STRONG
    source = broken(_source(line), Role.SMALL, widths[3] - 22 - 4) if widths[3] else ()
    return (
        broken(line.asked, strong, room),
        broken(line.reason, Role.SMALL, room) if line.reason else (),
        broken(line.has, Role.SMALL, widths[1] - _GAP) if line.has else (),
        broken(line.word, Role.SMALL_STRONG, widths[2] - _GAP),
        source if line.section or line.age else (),
    )


def _source(line: FindingLine) -> str:
    return " · ".join(part for part in (line.section, line.age) if part)


def _height(line: FindingLine, depth: int, widths: tuple[int, ...]) -> int:
    if line.kind is LineKind.HEADING:
        return theme().grow(_HEAD, Role.SMALL_STRONG) + Space.INSIDE
    if line.kind is LineKind.NOTE:
        return height_of(broken(line.asked, Role.SMALL, sum(widths) - 22), Role.SMALL) + 2 * Space.INSIDE
    asked, reason, has, word, source = _cells(line, depth, widths)
    old = line_height(Role.SMALL) if line.stale and source else 0
    inner = max(
        height_of(asked, Role.STRONG) + height_of(reason, Role.SMALL),
        height_of(has, Role.SMALL),
        height_of(word, Role.SMALL_STRONG),
        height_of(source, Role.SMALL) + old,
    )
    return max(theme().grow(Size.FINDING_ROW), inner + 9)


def _proof_height(line: FindingLine, depth: int, width: int) -> int:
    room = width - _left(depth) - _QUOTE
    return sum(height_of(broken(part, Role.SMALL, room), Role.SMALL) for part in line.proof) + Space.UNIT


def _draw_proof(painter: QPainter, rect: QRectF, line: FindingLine, depth: int) -> None:
    """The quotation, how it was read and the document, with a rule at the left."""
    left = _left(depth)
    painter.fillRect(QRectF(left, rect.top(), 3, rect.height() - Space.UNIT), theme().colour("accent-line"))
    top = rect.top()
    for part in line.proof:
        words = broken(part, Role.SMALL, int(rect.width()) - left - _QUOTE)
        draw_lines(painter, QPointF(left + _QUOTE, top), words, Role.SMALL, "text2", italic=part[:1] in "“«")
        top += height_of(words, Role.SMALL)


def _draw_guides(painter: QPainter, rect: QRectF, upper: QRectF, index: Index, line: FindingLine) -> None:
    """From each group down to its children: an elbow at the row, a line past it where more children follow."""
    painter.setPen(QPen(theme().colour("ctl"), 1))
    depth = _depth(index)
    middle = round(upper.center().y()) + 0.5
    if line.children:
        x = depth * INDENT + 8.5
        painter.drawLine(QPointF(x, middle + 12), QPointF(x, rect.bottom()))
    at, level = index, depth
    while level > 0:
        x = (level - 1) * INDENT + 8.5
        parent = at.parent()
        follows = at.row() + 1 < at.model().rowCount(parent)
        own = level == depth
        if follows or own:
            painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom() if follows else middle))
        if own:
            painter.drawLine(QPointF(x, middle), QPointF(x + 12, middle))
        at, level = parent, level - 1


def _draw_across(painter: QPainter, rect: QRectF, line: FindingLine) -> None:
    if line.kind is LineKind.NOTE:
        words = broken(line.asked, Role.SMALL, int(rect.width()) - 22)
        top = rect.top() + (rect.height() - height_of(words, Role.SMALL)) / 2
        _draw_look(painter, line, QRectF(rect.left(), top, Size.ICON_LINE, line_height(Role.SMALL)))
        draw_lines(painter, QPointF(rect.left() + 22, top), words, Role.SMALL, "text2")
        return
    role = Role.SMALL_STRONG
    top = rect.bottom() - line_height(role) - 7
    _draw_look(painter, line, QRectF(rect.left(), top, Size.ICON_LINE, line_height(role)))
    draw_lines(painter, QPointF(rect.left() + 22, top), (line.asked,), role, "text2")
    after = theme().metrics(role).horizontalAdvance(line.asked) + 22 + Space.UNIT
    aside = broken(f"· {line.reason}", Role.SMALL, int(rect.width() - after), most=1)
    draw_lines(painter, QPointF(rect.left() + after, top), aside, Role.SMALL, "text2")


def _draw_look(painter: QPainter, line: FindingLine, rect: QRectF) -> None:
    if line.look:
        draw_icon(painter, line.look.icon, rect, theme().colour(line.look.tone))


def _draw_finding(painter: QPainter, rect: QRectF, line: FindingLine, depth: int, widths: tuple[int, ...]) -> None:
    asked, reason, has, word, source = _cells(line, depth, widths)
    tone: Token = line.look.tone if line.look else "text2"
    _draw_look(painter, line, QRectF(depth * INDENT, rect.top(), Size.ICON_ROW, rect.height()))
    top = _top(rect, height_of(asked, Role.STRONG) + height_of(reason, Role.SMALL))
    draw_lines(painter, QPointF(_left(depth), top), asked, Role.STRONG, "text")
    draw_lines(painter, QPointF(_left(depth), top + height_of(asked, Role.STRONG)), reason, Role.SMALL, "text2")
    draw_lines(painter, QPointF(widths[0], _top(rect, height_of(has, Role.SMALL))), has, Role.SMALL, "text")
    at = QPointF(widths[0] + widths[1], _top(rect, height_of(word, Role.SMALL_STRONG)))
    draw_lines(painter, at, word, Role.SMALL_STRONG, tone)
    if source:
        _draw_source(painter, rect, line, source, sum(widths[:3]))
    elif not widths[3] and line.proof:  # the source has no column here, and unfolds
        side = QRectF(rect.right() - Size.ICON_LINE, rect.top(), Size.ICON_LINE, rect.height())
        draw_icon(painter, "link-2", side, theme().colour("accent"))


def _draw_source(painter: QPainter, rect: QRectF, line: FindingLine, source: Lines, left: int) -> None:
    step = line_height(Role.SMALL)
    top = _top(rect, height_of(source, Role.SMALL) + (step if line.stale else 0))
    draw_icon(painter, "link-2", QRectF(left, top, Size.ICON_LINE, step), theme().colour("accent"))
    draw_lines(painter, QPointF(left + 22, top), source, Role.SMALL, "text2")
    if len(source) == 1 and line.section:
        draw_lines(painter, QPointF(left + 22, top), (line.section,), Role.SMALL, "accent")
    if line.stale:
        at = QPointF(left + 22, top + height_of(source, Role.SMALL))
        draw_lines(painter, at, (line.stale,), Role.SMALL, "confirm")


def _top(rect: QRectF, inner: int) -> float:
    return rect.top() + (rect.height() - inner) / 2
