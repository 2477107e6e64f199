"""The routes grouped by verdict, as a tree for a view: groups, rows that merge alike routes, exact routes.

The model knows finished words only; :mod:`advisor_app.ui.eligibility.routes_said` makes them, in any thread.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from advisor_app.domain.route import Route
from advisor_app.domain.verdicts import Verdict

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable  # joining them takes longer than all else that flags() does


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteLine:
    """One exact route, below the row that it is merged into."""

    route: Route
    verdict: Verdict
    title: str
    wishes: str
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteRow:
    """Routes that differ only by campus, specialisation, stream and intake. ``lines`` are best first, and never none.

    ``was`` is the verdict for the real student, in words too, where what is supposed moved it. ``law`` speaks where it closes them.
    """

    verdict: Verdict
    title: str
    places: str
    law: str
    stale: str
    wishes: str
    spoken: str
    lines: tuple[RouteLine, ...]
    was: Verdict | None = None
    was_words: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        route = self.lines[0].route
        return (route.programme, route.entry, route.format)


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteGroup:
    """All rows of one verdict. ``count`` is the number of exact routes; ``was`` says how many there are for the real student."""

    verdict: Verdict
    title: str
    count: int
    spoken: str
    rows: tuple[RouteRow, ...]
    was: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyGroups:
    """Neighbouring verdicts that no route has, sharing one band."""

    names: tuple[tuple[Verdict, str], ...]
    spoken: str


Entry: TypeAlias = RouteGroup | EmptyGroups | RouteRow | RouteLine


class RouteRoles(IntEnum):
    """What the delegate asks for beside the text."""

    ENTRY = Qt.ItemDataRole.UserRole + 1


@dataclass(slots=True, eq=False)
class _Node:
    """A place in the tree. Indexes point at nodes, so a node lives as long as the model shows it."""

    entry: Entry
    parent: "_Node | None"
    row: int
    children: "list[_Node]"


class RoutesModel(QAbstractItemModel):
    """One column. An empty band can be read and not chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: Sequence[RouteGroup | EmptyGroups] = ()
        self._tops: list[_Node] = []
        self._title = ""

    def show(self, groups: Sequence[RouteGroup | EmptyGroups], title: str = "") -> bool:
        """Shows other groups; false where the same rows stay, whatever they say. ``title`` names the column to a screen reader."""
        if tuple(groups) == self._groups and title == self._title:
            return False
        if title == self._title and _alike(self._groups, groups):
            self._groups = tuple(groups)
            self._retell(self._tops, groups)
            return False
        self.beginResetModel()
        self._groups, self._title = tuple(groups), title
        self._tops = [_grown(group, None, row) for row, group in enumerate(groups)]
        self.endResetModel()
        return True

    def _retell(self, nodes: "list[_Node]", entries: Sequence[Entry]) -> None:
        for node, entry in zip(nodes, entries, strict=True):
            if node.entry != entry:
                node.entry = entry
                here = self._index(node)
                self.dataChanged.emit(here, here)
                self._retell(node.children, _below(entry))

    def entry(self, index: Index) -> Entry | None:
        return _node(index).entry if index.isValid() else None

    def route(self, index: Index) -> Route | None:
        """The route that a line stands for: its own, or the best of those merged; none for a group."""
        match self.entry(index):
            case RouteRow() as row:
                return row.lines[0].route
            case RouteLine() as line:
                return line.route
            case _:
                return None

    def find(self, route: Route) -> QModelIndex:
        """The row that stands for ``route`` by itself, else the exact line below its row."""
        for node in self._walk(self._tops):
            match node.entry:
                case RouteRow(lines=lines) if lines[0].route == route:
                    return self._index(node)
                case RouteLine(route=own) if own == route:
                    return self._index(node)
                case _:
                    continue
        return QModelIndex()

    def best(self) -> QModelIndex:
        """The first row."""
        first = next((node for node in self._walk(self._tops) if isinstance(node.entry, RouteRow)), None)
        return self._index(first) if first else QModelIndex()

    def groups(self) -> Iterator[tuple[QModelIndex, RouteGroup]]:
        for node in self._tops:
            if isinstance(node.entry, RouteGroup):
                yield self._index(node), node.entry

    # --- Qt's interface

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 Qt's signature
        children = _node(parent).children if parent.isValid() else self._tops
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row])

    def parent(self, child: Index) -> QModelIndex:  # type: ignore[override]  # QObject.parent() shares the name
        above = _node(child).parent if child.isValid() else None
        return self._index(above) if above else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(_node(parent).children if parent.isValid() else self._tops)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = _node(index).entry
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.spoken if isinstance(entry, EmptyGroups) else entry.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return entry.spoken
            case Qt.ItemDataRole.ToolTipRole:
                return entry.title if isinstance(entry, RouteRow | RouteLine) else None
            case RouteRoles.ENTRY:
                return entry
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        across = orientation == Qt.Orientation.Horizontal and section == 0
        return self._title if across and role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(_node(index).entry, EmptyGroups):
            return Qt.ItemFlag.ItemNeverHasChildren
        return _FLAGS

    def _index(self, node: _Node) -> QModelIndex:
        return self.createIndex(node.row, 0, node)

    def _walk(self, nodes: list[_Node]) -> Iterator[_Node]:
        for node in nodes:
            yield node
            yield from self._walk(node.children)


def _node(index: Index) -> _Node:
    node = index.internalPointer()
    if not isinstance(node, _Node):
        raise TypeError("an index of another model")
    return node


def _grown(entry: Entry, parent: _Node | None, row: int) -> _Node:
    """A node with everything below it. A row of a single route has nothing to unfold."""
    node = _Node(entry, parent, row, [])
    node.children = [_grown(child, node, place) for place, child in enumerate(_below(entry))]
    return node


def _below(entry: Entry) -> Sequence[Entry]:
    if isinstance(entry, RouteGroup):
        return entry.rows
    return entry.lines if isinstance(entry, RouteRow) and len(entry.lines) > 1 else ()


def _alike(one: Sequence[Entry], other: Sequence[Entry]) -> bool:
    """Whether both are the same routes in the same rows and groups, whatever is said of them."""
    return len(one) == len(other) and all(
        _key(first) == _key(second) and _alike(_below(first), _below(second)) for first, second in zip(one, other, strict=True)
    )


def _key(entry: Entry) -> object:
    match entry:
        case RouteGroup(verdict=verdict):
            return verdict
        case EmptyGroups(names=names):
            return tuple(verdict for verdict, _ in names)
        case RouteRow(key=key, lines=lines):
            return key, lines[0].route
        case RouteLine(route=route):
            return route
