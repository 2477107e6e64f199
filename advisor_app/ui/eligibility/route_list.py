"""The list of routes on the left: bands of verdicts, rows of alike routes, exact routes below them."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from advisor_app.domain.route import Route
from advisor_app.domain.verdicts import Verdict
from advisor_app.ui.components.paint import row_focus, row_ground
from advisor_app.ui.components.wrapped import broken, draw_lines, draw_right, height_of, line_height
from advisor_app.ui.icons import draw_icon
from advisor_app.ui.itemmodels.naming import DOT
from advisor_app.ui.itemmodels.routes import EmptyGroups, RouteGroup, RouteLine, RouteRoles, RouteRow, RoutesModel
from advisor_app.ui.looks import VERDICTS
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space, Tone

Index = QModelIndex | QPersistentModelIndex

_TEXT = 44  # where the words of a row begin
_LINE_TEXT = 64
_CHEVRON = 28
_BAND = 35
_EMPTY_LEFT = 40
_EMPTY_STEP = 26  # from one line of names to the next, in a band of empty groups


class RouteDelegate(QStyledItemDelegate):
    """Paints bands, rows and lines alike in both themes."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QTreeView) else option.rect.width()
        return QSize(width, self._height(index.data(RouteRoles.ENTRY), width))

    def _height(self, entry: object, width: int) -> int:
        match entry:
            case RouteRow():
                title = broken(entry.title, Role.STRONG, _room(entry, width), most=2)
                places = broken(_places(entry), Role.SMALL, _whole(entry, width), most=2)
                was = line_height(Role.SMALL) if entry.was else 0
                return max(theme().grow(Size.LIST_ROW), height_of(title, Role.STRONG) + height_of(places, Role.SMALL) + was + 10)
            case RouteLine():
                title = broken(entry.title, Role.SMALL, width - _LINE_TEXT - Space.INSIDE, most=2)
                return max(theme().grow(Size.CONTROL), height_of(title, Role.SMALL) + Space.UNIT)
            case EmptyGroups():
                rows = max(row for _, row in _empty_places(entry, width)) + 1
                return theme().grow(_BAND) + (rows - 1) * _EMPTY_STEP
            case _:
                return theme().grow(_BAND)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect = QRectF(option.rect)
        entry = index.data(RouteRoles.ENTRY)
        view = option.widget
        expanded = isinstance(view, QTreeView) and view.isExpanded(index)
        self._ground(painter, rect, option, index)
        match entry:
            case RouteGroup():
                _draw_group(painter, rect, entry, expanded=expanded)
            case EmptyGroups():
                _draw_empty(painter, rect, entry)
            case RouteRow():
                _draw_row(painter, rect, entry, expanded=expanded)
            case RouteLine():
                _draw_line(painter, rect, entry)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        view, entry = option.widget, index.data(RouteRoles.ENTRY)
        band = isinstance(entry, RouteGroup | EmptyGroups)
        focused = isinstance(view, QTreeView) and view.hasFocus()
        lit = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if band:
            hovered = lit and isinstance(entry, RouteGroup)
            painter.fillRect(rect, theme().hover("bg") if hovered else theme().colour("bg"))
        else:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            row_ground(painter, rect, selected=selected, active=focused, lit=lit)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme().colour("line"))
        if focused and isinstance(view, QTreeView) and view.currentIndex() == index:
            row_focus(painter, rect)


def _whole(row: RouteRow, width: int) -> int:
    """What a line has, left of the arrow."""
    return width - _TEXT - (_CHEVRON if len(row.lines) > 1 else Space.INSIDE)


def _room(row: RouteRow, width: int) -> int:
    """What the title has, left of the wishes."""
    wishes = theme().metrics(Role.SMALL).horizontalAdvance(row.wishes) + Space.INSIDE if row.wishes else 0
    return _whole(row, width) - wishes


def _below(row: RouteRow) -> list[tuple[str, Tone]]:
    """Where, then what speaks against it: the law, the age of the page."""
    parts: list[tuple[str, Tone]] = [(row.places, "text2"), (row.law, "not"), (row.stale, "confirm")]
    said = [(words, tone) for words, tone in parts if words]
    return [(f"{words}{DOT}" if place < len(said) else words, tone) for place, (words, tone) in enumerate(said, 1)]


def _places(row: RouteRow) -> str:
    return "".join(words for words, _ in _below(row))


def _draw_verdict(painter: QPainter, rect: QRectF, left: float, verdict: Verdict, size: int) -> None:
    look = VERDICTS[verdict]
    draw_icon(painter, look.icon, QRectF(left, rect.top(), size, rect.height()), theme().colour(look.tone))


def _draw_group(painter: QPainter, rect: QRectF, group: RouteGroup, *, expanded: bool) -> None:
    arrow = "chevron-down" if expanded else "chevron-right"
    draw_icon(painter, arrow, QRectF(rect.left() + 16, rect.top(), Size.ICON_LINE, rect.height()), theme().colour("text2"))
    _draw_verdict(painter, rect, rect.left() + 40, group.verdict, Size.ICON_LINE)
    top = rect.top() + (rect.height() - line_height(Role.STRONG)) / 2
    draw_lines(painter, QPointF(rect.left() + 64, top), (group.title,), Role.STRONG, "text")
    after = theme().metrics(Role.STRONG).horizontalAdvance(group.title) + Space.UNIT
    count = f"{group.count} ({group.was})" if group.was else str(group.count)
    draw_lines(painter, QPointF(rect.left() + 64 + after, top), (count,), Role.BODY, "text2")


def _empty_places(band: EmptyGroups, width: int) -> list[tuple[int, int]]:
    """Where each name begins: from the left, and on which line; a name that would be cut goes to the next one."""
    places: list[tuple[int, int]] = []
    left, row = _EMPTY_LEFT, 0
    for _, words in band.names:
        room = 24 + theme().metrics(Role.BODY).horizontalAdvance(words)
        if left + room > width - Space.UNIT and left > _EMPTY_LEFT:
            left, row = _EMPTY_LEFT, row + 1
        places.append((left, row))
        left += room + Space.PAD
    return places


def _draw_empty(painter: QPainter, rect: QRectF, band: EmptyGroups) -> None:
    places = _empty_places(band, int(rect.width()))
    step = line_height(Role.BODY) if not places[-1][1] else _EMPTY_STEP
    first = rect.top() + (rect.height() - step * (places[-1][1] + 1)) / 2
    for (verdict, words), (left, row) in zip(band.names, places, strict=True):
        line = QRectF(rect.left(), first + row * step, rect.width(), step)
        _draw_verdict(painter, line, rect.left() + left, verdict, Size.ICON_LINE)
        top = line.top() + (step - line_height(Role.BODY)) / 2
        draw_lines(painter, QPointF(rect.left() + left + 24, top), (words,), Role.BODY, "text2")


def _draw_parts(painter: QPainter, at: QPointF, parts: list[tuple[str, Tone]]) -> None:
    """One after the other on a line, each in its colour."""
    for words, tone in parts:
        draw_lines(painter, at, (words,), Role.SMALL, tone)
        at += QPointF(theme().metrics(Role.SMALL).horizontalAdvance(words), 0)


def _draw_row(painter: QPainter, rect: QRectF, row: RouteRow, *, expanded: bool) -> None:
    room = _room(row, int(rect.width()))
    title = broken(row.title, Role.STRONG, room, most=2)
    places = broken(_places(row), Role.SMALL, _whole(row, int(rect.width())), most=2)
    inner = height_of(title, Role.STRONG) + height_of(places, Role.SMALL) + (line_height(Role.SMALL) if row.was else 0)
    top = rect.top() + (rect.height() - inner) / 2
    _draw_verdict(painter, rect, rect.left() + 16, row.verdict, Size.ICON_ROW)
    draw_lines(painter, QPointF(rect.left() + _TEXT, top), title, Role.STRONG, "text")
    below = QPointF(rect.left() + _TEXT, top + height_of(title, Role.STRONG))
    if len(places) == 1:
        _draw_parts(painter, below, _below(row))
    else:
        draw_lines(painter, below, places, Role.SMALL, "text2")
    if row.was:
        _draw_was(painter, below + QPointF(0, height_of(places, Role.SMALL)), row.was, row.was_words)
    end = _CHEVRON if len(row.lines) > 1 else Space.INSIDE
    beside = QRectF(rect.left(), top, rect.width() - end, line_height(Role.STRONG))
    draw_right(painter, beside, row.wishes, Role.SMALL, "text2")
    if len(row.lines) > 1:
        arrow = "chevron-down" if expanded else "chevron-right"
        at = QRectF(rect.right() - 24, rect.top(), Size.ICON_LINE, rect.height())
        draw_icon(painter, arrow, at, theme().colour("text2"))


def _draw_was(painter: QPainter, at: QPointF, was: Verdict, words: str) -> None:
    """The verdict for the real student, below what is supposed."""
    look, step = VERDICTS[was], line_height(Role.SMALL)
    draw_icon(painter, look.icon, QRectF(at.x(), at.y(), 14, step), theme().colour(look.tone))
    draw_lines(painter, at + QPointF(14 + Space.HALF, 0), (words,), Role.SMALL, look.tone)


def _draw_line(painter: QPainter, rect: QRectF, line: RouteLine) -> None:
    wishes = theme().metrics(Role.SMALL).horizontalAdvance(line.wishes) + Space.INSIDE if line.wishes else 0
    title = broken(line.title, Role.SMALL, int(rect.width()) - _LINE_TEXT - wishes - Space.INSIDE, most=2)
    top = rect.top() + (rect.height() - height_of(title, Role.SMALL)) / 2
    _draw_verdict(painter, rect, rect.left() + _TEXT, line.verdict, 14)
    draw_lines(painter, QPointF(rect.left() + _LINE_TEXT, top), title, Role.SMALL, "text")
    draw_right(painter, rect.adjusted(0, 0, -Space.INSIDE, 0), line.wishes, Role.SMALL, "text2")


class RouteList(QTreeView):
    """``chosen`` says which route is looked at; a band can be folded by click, Enter, Left and Right."""

    chosen = Signal(object)

    def __init__(self, model: RoutesModel) -> None:
        super().__init__()
        self._routes = model
        self.setModel(model)
        self.setItemDelegate(RouteDelegate(self))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._folded: set[Verdict] = set()
        self.collapsed.connect(lambda index: self._fold(index, folded=True))
        self.expanded.connect(lambda index: self._fold(index, folded=False))
        self.selectionModel().currentChanged.connect(self._moved)

    def restore(self, route: Route | None) -> Route | None:
        """After other rows are shown: folds as before, and goes back to ``route``, or to the best one where it is gone."""
        folded = set(self._folded)
        for index, group in self._routes.groups():
            self.setExpanded(index, group.verdict not in folded)
        self._folded = folded
        index = self._routes.find(route) if route else QModelIndex()
        if not index.isValid():
            index = self._routes.best()
        top = index.parent()
        while top.parent().isValid():
            top = top.parent()
        # Going to a row would unfold its group.
        self.setCurrentIndex(index if not top.isValid() or self.isExpanded(top) else top)
        return self._routes.route(index)

    def open_route(self, route: Route) -> None:
        """Goes to ``route``, unfolding what it is in."""
        index = self._routes.find(route)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._toggle(self.currentIndex()):
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        on_arrow = event.position().x() > self.viewport().width() - _CHEVRON - Space.HALF
        if isinstance(self._routes.entry(index), RouteGroup) or on_arrow:
            self._toggle(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # heights follow the width

    def focusInEvent(self, event: QEvent) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]  # Qt sends a QFocusEvent
        self.viewport().update()

    def focusOutEvent(self, event: QEvent) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.viewport().update()

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """The delegate draws the arrows."""

    def _toggle(self, index: QModelIndex) -> bool:
        if not self._routes.rowCount(index):
            return False
        self.setExpanded(index, not self.isExpanded(index))
        return True

    def _fold(self, index: QModelIndex, *, folded: bool) -> None:
        entry = self._routes.entry(index)
        if isinstance(entry, RouteGroup):
            (self._folded.add if folded else self._folded.discard)(entry.verdict)

    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        route = self._routes.route(current)
        if route is not None:
            self.chosen.emit(route)
