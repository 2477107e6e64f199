"""The comparison as a table for a view: rows under bands, equal neighbours merged, equal and silent rows folded.

The model knows finished words and figures only; :mod:`advisor_app.ui.compare.comparison_said` makes them, in any thread.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, IntEnum, auto
from typing import NamedTuple, Protocol, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from advisor_app.domain.rows import Filled
from advisor_app.domain.topics import Topic
from advisor_app.ui.looks import Look
from advisor_app.ui.tokens import Tone

Index: TypeAlias = QModelIndex | QPersistentModelIndex


class RowKind(Enum):
    """BAND heads a group; FOLD stands for the rows that it hides; NOTE is the advisor's own.

    The cells of a PICTURE stand on one floor in all columns, so they never merge.
    """

    BAND = auto()
    FACT = auto()
    PICTURE = auto()
    FOLD = auto()
    NOTE = auto()


class Para(NamedTuple):
    """A paragraph of a cell; ``lead`` is semibold and stands before ``text`` on the same line.

    ``icon`` stands before it, ``mark`` after its last word: how a value is known where it is not simply stated.
    """

    text: str
    lead: str = ""
    small: bool = False
    italic: bool = False
    tone: Tone = "text"
    icon: str | None = None
    mark: Look | None = None


class Picture(Protocol):
    """Figures to be drawn in a cell; equal figures need no new drawing."""

    def __hash__(self) -> int: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class CellSaid:
    """One cell. Neighbours of the same ``key`` merge. ``status`` and ``flag`` say in words what the marks stand for.

    ``best`` says that this is the best of the row, where better has one meaning.
    """

    key: Hashable
    paras: tuple[Para, ...] = ()
    status: str = ""
    flag: str = ""
    best: str = ""
    spoken: str = ""
    picture: Picture | None = None
    filled: Filled | None = field(default=None, compare=False, repr=False)


ACROSS = (RowKind.BAND, RowKind.FOLD, RowKind.NOTE)
"""The rows that cross all columns."""


class LegendItem(NamedTuple):
    """What a colour or a hatching stands for."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowSaid:
    """One row. ``folded`` are the rows that a FOLD stands for; ``group`` is the band that it is under.

    ``difference`` says in a few words what differs; ``asked`` marks what the student asked about, ``topics`` what it bears on.
    """

    kind: RowKind
    key: str
    group: str
    label: str
    differs: bool = False
    difference: str = ""
    asked: bool = False
    topics: frozenset[Topic] = frozenset()
    brief: bool = False
    silent: bool = False
    unfolded: bool = False
    cells: tuple[CellSaid, ...] = ()
    folded: "tuple[RowSaid, ...]" = ()
    legend: tuple[LegendItem, ...] = ()
    runs: tuple[tuple[int, int], ...] = field(init=False, compare=False, repr=False)
    """(first column, how many) of each stretch of neighbours that say the same; found once, where the row is made."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "runs", tuple(_runs(self)))


class ComparisonRoles(IntEnum):
    """What the delegate asks for beside the text."""

    ROW = Qt.ItemDataRole.UserRole + 1
    CELL = Qt.ItemDataRole.UserRole + 2


class Merged(NamedTuple):
    """A cell that reaches over several columns."""

    row: int
    column: int
    columns: int


class Changed(NamedTuple):
    """What another comparison changed: all of it, or what those rows say."""

    anew: bool
    rows: tuple[int, ...]


class ComparisonModel(QAbstractTableModel):
    """One column for each programme or route; the rows' names are the vertical header."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[RowSaid, ...] = ()
        self._columns: tuple[str, ...] = ()

    def show(self, rows: Sequence[RowSaid], columns: Sequence[str]) -> Changed:
        """Shows another comparison. ``columns`` are their spoken names.

        Where only what some cells say is different the rows stay, and with them the place that the reader is at.
        """
        new, names = tuple(rows), tuple(columns)
        same_shape = len(new) == len(self._rows) and len(names) == len(self._columns)
        if same_shape and all(_shape(one) == _shape(other) for one, other in zip(new, self._rows, strict=True)):
            if names != self._columns:
                self._columns = names
                self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(names) - 1)
            return Changed(anew=False, rows=self._replace(new))
        self.beginResetModel()
        self._rows, self._columns = new, names
        self.endResetModel()
        return Changed(anew=True, rows=tuple(range(len(new))))

    def _replace(self, rows: tuple[RowSaid, ...]) -> tuple[int, ...]:
        """Tells of changed cells only, so that nothing else is painted again."""
        old_rows, self._rows = self._rows, rows
        changed = [place for place, (new, old) in enumerate(zip(rows, old_rows, strict=True)) if new != old]
        for place in changed:
            new, old = rows[place], old_rows[place]
            if _name(new) != _name(old):
                self.headerDataChanged.emit(Qt.Orientation.Vertical, place, place)
            for column, (one, other) in enumerate(zip(new.cells, old.cells, strict=True)):
                if one != other:
                    self.dataChanged.emit(self.index(place, column), self.index(place, column))
        return tuple(changed)

    def row(self, place: int) -> RowSaid:
        return self._rows[place]

    @property
    def rows(self) -> tuple[RowSaid, ...]:
        return self._rows

    def cell(self, index: Index) -> CellSaid | None:
        cells = self._rows[index.row()].cells if index.isValid() else ()
        return cells[index.column()] if index.column() < len(cells) else None

    def merged(self) -> Iterator[Merged]:
        """Every cell that reaches over more than one column."""
        for place, row in enumerate(self._rows):
            if row.kind in ACROSS:
                if len(self._columns) > 1:
                    yield Merged(place, 0, len(self._columns))
            elif row.kind is not RowKind.PICTURE:
                yield from (Merged(place, start, length) for start, length in row.runs if length > 1)

    # --- Qt's interface

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, index.column())
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return _tip(row, index.column())
            case ComparisonRoles.ROW:
                return row
            case ComparisonRoles.CELL:
                return self.cell(index)
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._columns[section] if 0 <= section < len(self._columns) else None
        return self._rows[section].label if 0 <= section < len(self._rows) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _text(self, row: RowSaid, column: int) -> str:
        if row.kind is RowKind.BAND or column >= len(row.cells):
            return row.label if column == 0 else ""
        return "\n".join(f"{para.lead}{para.text}" for para in row.cells[column].paras)

    def _spoken(self, row: RowSaid, column: int) -> str:
        """Row, column, value and status. A merged cell names every column that it stands for."""
        if column >= len(row.cells):
            return self._text(row, column)
        cell = row.cells[column]
        if row.kind in ACROSS:
            return f"{row.label}: {cell.spoken}"
        start, length = next((run for run in row.runs if run[0] <= column < run[0] + run[1]), (column, 1))
        names = ", ".join(self._columns[start : start + length])
        known = f", {cell.status}" if cell.status.casefold() not in cell.spoken.casefold() else ""
        return ". ".join(part for part in (f"{row.label}, {names}: {cell.spoken}{known}", row.difference) if part)


def _runs(row: RowSaid) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for place, cell in enumerate(row.cells):
        if found and row.kind is not RowKind.PICTURE and row.cells[place - 1].key == cell.key:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((place, 1))
    return found


def _name(row: RowSaid) -> tuple[object, ...]:
    """What is drawn left of the columns."""
    return (row.label, row.differs, row.difference, row.asked)


def _shape(row: RowSaid) -> tuple[object, ...]:
    return (row.kind, row.key, row.unfolded, row.runs)


def _tip(row: RowSaid, column: int) -> str | None:
    if column >= len(row.cells):
        return None
    cell = row.cells[column]
    return "\n".join(part for part in (cell.best, cell.status, cell.flag) if part) or None
