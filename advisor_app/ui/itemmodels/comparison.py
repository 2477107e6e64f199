"""The comparison as a table for a view: rows under bands, equal neighbours merged, equal and silent rows folded.

The model knows finished words and figures only; :mod:`advisor_app.ui.compare.comparison_said` makes them, in any thread.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, IntEnum, auto
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from advisor_app.domain.curriculum import Likeness
from advisor_app.domain.rows import Filled
from advisor_app.ui.looks import Look
from advisor_app.ui.tokens import Token, Tone

Index: TypeAlias = QModelIndex | QPersistentModelIndex


class RowKind(Enum):
    """BAND heads a group; FOLD stands for the rows that it hides; BARS and TICKS are drawn."""

    BAND = auto()
    FACT = auto()
    BARS = auto()
    TICKS = auto()
    FOLD = auto()


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


class YearBar(NamedTuple):
    """One year of study. ``parts`` are (colour, share of the common scale), from below; hatched where it is open.

    The height of a year that is wholly open means nothing: it then has no parts.
    """

    level: str
    amount: str
    stated: bool
    parts: tuple[tuple[Token, float, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CellSaid:
    """One cell. Neighbours of the same ``key`` merge. ``status`` and ``flag`` say in words what the marks stand for."""

    key: Hashable
    paras: tuple[Para, ...] = ()
    status: str = ""
    flag: str = ""
    spoken: str = ""
    bars: tuple[YearBar, ...] = ()
    ticks: tuple[Likeness, ...] = ()
    filled: Filled | None = field(default=None, compare=False, repr=False)


class LegendItem(NamedTuple):
    """What a colour or a hatching stands for."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowSaid:
    """One row. ``folded`` are the rows that a FOLD stands for; ``group`` is the band that it is under."""

    kind: RowKind
    key: str
    group: str
    label: str
    differs: bool = False
    brief: bool = False
    silent: bool = False
    unfolded: bool = False
    cells: tuple[CellSaid, ...] = ()
    folded: "tuple[RowSaid, ...]" = ()
    legend: tuple[LegendItem, ...] = ()


class ComparisonRoles(IntEnum):
    """What the delegate asks for beside the text."""

    ROW = Qt.ItemDataRole.UserRole + 1
    CELL = Qt.ItemDataRole.UserRole + 2


class Merged(NamedTuple):
    """A cell that reaches over several columns."""

    row: int
    column: int
    columns: int


class ComparisonModel(QAbstractTableModel):
    """One column for each programme or route; the rows' names are the vertical header."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[RowSaid, ...] = ()
        self._columns: tuple[str, ...] = ()

    def show(self, rows: Sequence[RowSaid], columns: Sequence[str]) -> bool:
        """Shows another comparison; false where it is the one shown already. ``columns`` are their spoken names.

        Where only what some cells say is different the rows stay, and with them the place that the reader is at.
        """
        new, names = tuple(rows), tuple(columns)
        if new == self._rows and names == self._columns:
            return False
        same_shape = len(new) == len(self._rows) and names == self._columns
        if same_shape and all(_shape(one) == _shape(other) for one, other in zip(new, self._rows, strict=True)):
            self._replace(new)
            return True
        self.beginResetModel()
        self._rows, self._columns = new, names
        self.endResetModel()
        return True

    def _replace(self, rows: tuple[RowSaid, ...]) -> None:
        changed = [place for place, (new, old) in enumerate(zip(rows, self._rows, strict=True)) if new != old]
        self._rows = rows
        last = len(self._columns) - 1
        for place in changed:
            self.dataChanged.emit(self.index(place, 0), self.index(place, last))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, place, place)

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
            if row.kind in (RowKind.BAND, RowKind.FOLD):
                if len(self._columns) > 1:
                    yield Merged(place, 0, len(self._columns))
            elif row.kind is not RowKind.BARS:
                yield from (Merged(place, start, length) for start, length in runs(row) if length > 1)

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
        """A band is read and never stood on."""
        if not index.isValid() or self._rows[index.row()].kind is RowKind.BAND:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _text(self, row: RowSaid, column: int) -> str:
        if column >= len(row.cells):
            return row.label if row.kind is RowKind.BAND and column == 0 else ""
        return "\n".join(f"{para.lead}{para.text}" for para in row.cells[column].paras)

    def _spoken(self, row: RowSaid, column: int) -> str:
        """Row, column, value and status. A merged cell names every column that it stands for."""
        if column >= len(row.cells):
            return self._text(row, column)
        cell = row.cells[column]
        if row.kind is RowKind.FOLD:
            return f"{row.label}: {cell.spoken}"
        start, length = next((run for run in runs(row) if run[0] <= column < run[0] + run[1]), (column, 1))
        names = ", ".join(self._columns[start : start + length])
        return f"{row.label}, {names}: {cell.spoken}"


def runs(row: RowSaid) -> list[tuple[int, int]]:
    """(first column, how many) of each stretch of neighbours that say the same."""
    found: list[tuple[int, int]] = []
    for place, cell in enumerate(row.cells):
        if found and row.kind is not RowKind.BARS and row.cells[place - 1].key == cell.key:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((place, 1))
    return found


def _shape(row: RowSaid) -> tuple[object, ...]:
    return (row.kind, row.key, row.unfolded, tuple(runs(row)))


def _tip(row: RowSaid, column: int) -> str | None:
    if column >= len(row.cells):
        return None
    cell = row.cells[column]
    return "\n".join(part for part in (cell.status, cell.flag) if part) or None
