"""The findings of one route as a tree for a view: what the school asks, what the law asks, the wishes, and notes.

The model knows finished words only; :mod:`advisor_app.ui.eligibility.findings_said` makes them, in any thread.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, IntEnum, auto
from typing import TypeAlias

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from advisor_app.ui.looks import Look

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable  # joining them takes longer than all else that flags() does


class LineKind(Enum):
    """A heading and a note go across all columns; a group has no source of its own."""

    HEADING = auto()
    GROUP = auto()
    FINDING = auto()
    NOTE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """One line of the tree. ``stale`` is set where the page that asks is old; ``spoken`` says the whole line.

    ``proof`` is what unfolds below: the quotation, how it was read, the document.
    """

    kind: LineKind
    asked: str
    spoken: str
    look: Look | None = None
    reason: str = ""
    has: str = ""
    word: str = ""
    section: str = ""
    age: str = ""
    stale: str = ""
    proof: tuple[str, ...] = ()
    children: "tuple[FindingLine, ...]" = ()


class Column(IntEnum):
    """The columns, in their order on the screen."""

    ASKED = 0
    HAS = 1
    FINDING = 2
    SOURCE = 3


class Shown(Enum):
    """What came of showing findings: nothing, other words in the same rows, or other rows."""

    SAME = auto()
    RETOLD = auto()
    ANEW = auto()


class FindingRoles(IntEnum):
    """What the delegate asks for beside the text."""

    LINE = Qt.ItemDataRole.UserRole + 1


@dataclass(slots=True, eq=False)
class _Node:
    line: FindingLine
    parent: "_Node | None"
    row: int
    children: "list[_Node]"


class FindingsModel(QAbstractItemModel):
    """Four columns; everything can be reached with the arrows and nothing can be changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[FindingLine, ...] = ()
        self._headings: tuple[str, ...] = ("", "", "", "")
        self._tops: list[_Node] = []

    def show(self, lines: Sequence[FindingLine], headings: Sequence[str]) -> Shown:
        """Shows other findings. A tree of the same shape keeps its rows, and only those that say something else are told of."""
        if tuple(lines) == self._lines and tuple(headings) == self._headings:
            return Shown.SAME
        if tuple(headings) == self._headings and _alike(self._lines, lines):
            self._lines = tuple(lines)
            self._retell(self._tops, self._lines)
            return Shown.RETOLD
        self.beginResetModel()
        self._lines, self._headings = tuple(lines), tuple(headings)
        self._tops = [_grown(line, None, row) for row, line in enumerate(self._lines)]
        self.endResetModel()
        return Shown.ANEW

    def _retell(self, nodes: "list[_Node]", lines: Sequence[FindingLine]) -> None:
        for node, line in zip(nodes, lines, strict=True):
            if node.line != line:
                changed = _own(node.line) != _own(line)
                node.line = line
                self._retell(node.children, line.children)
                if changed:
                    here = self.createIndex(node.row, 0, node)
                    self.dataChanged.emit(here, self.createIndex(node.row, Column.SOURCE, node))

    def line(self, index: Index) -> FindingLine | None:
        return _node(index).line if index.isValid() else None

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 Qt's signature
        if parent.isValid() and parent.column() != 0:
            return QModelIndex()
        children = _node(parent).children if parent.isValid() else self._tops
        if not (0 <= column < len(Column) and 0 <= row < len(children)):
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    def parent(self, child: Index) -> QModelIndex:  # type: ignore[override]  # QObject.parent() shares the name
        above = _node(child).parent if child.isValid() else None
        return self.createIndex(above.row, 0, above) if above else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if parent.isValid():
            return len(_node(parent).children) if parent.column() == 0 else 0
        return len(self._tops)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = _node(index).line
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _text(line, Column(index.column()))
            case Qt.ItemDataRole.AccessibleTextRole:
                return line.spoken if index.column() == Column.ASKED else _text(line, Column(index.column()))
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(line.proof) or None
            case FindingRoles.LINE:
                return line
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(Column):
            return self._headings[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags


def _alike(one: Sequence[FindingLine], other: Sequence[FindingLine]) -> bool:
    """Whether two trees have the same rows, whatever these say."""
    return len(one) == len(other) and all(
        first.kind is second.kind and _alike(first.children, second.children) for first, second in zip(one, other, strict=True)
    )


def _own(line: FindingLine) -> FindingLine:
    """What a line says itself."""
    return replace(line, children=())


def _text(line: FindingLine, column: Column) -> str:
    match column:
        case Column.ASKED:
            return line.asked
        case Column.HAS:
            return line.has
        case Column.FINDING:
            return line.word
        case Column.SOURCE:
            return " · ".join(part for part in (line.section, line.age, line.stale) if part)


def _node(index: Index) -> _Node:
    node = index.internalPointer()
    if not isinstance(node, _Node):
        raise TypeError("an index of another model")
    return node


def _grown(line: FindingLine, parent: _Node | None, row: int) -> _Node:
    node = _Node(line, parent, row, [])
    node.children = [_grown(child, node, place) for place, child in enumerate(line.children)]
    return node
