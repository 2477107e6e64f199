"""The list of programmes as Qt sees it: as long as what was found, with the words of those rows that were looked at."""

from collections import OrderedDict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from advisor_app.services.browse import Browsed
from advisor_app.ui.itemmodels.programme_rows import ProgrammeRow
from advisor_app.wording import Translator

Index = QModelIndex | QPersistentModelIndex

CHUNK = 10
"""Rows that are put into words together: some more than are seen at once, since each costs milliseconds."""
_KEPT_CHUNKS = 200
_COMPARED_ORDER = 500
"""Up to as many rows it is seen whether a list is still in the same order, so that views can keep their place."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Neighbouring rows in words, from row ``start`` on."""

    start: int
    rows: tuple[ProgrammeRow, ...]


class ProgrammesModel(QAbstractListModel):
    """``missing`` asks for the words of a row that was looked at and is not there yet: see :meth:`put`."""

    ROW = Qt.ItemDataRole.UserRole + 1
    ID = Qt.ItemDataRole.UserRole + 2
    COMPARED = Qt.ItemDataRole.UserRole + 3

    missing = Signal(int)

    def __init__(self, translator: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._t = translator
        self._found: Browsed | None = None
        self._count = 0
        self._chunks: OrderedDict[int, tuple[ProgrammeRow, ...]] = OrderedDict()
        self._places: dict[str, int] = {}
        self._compared: frozenset[str] = frozenset()

    @property
    def found(self) -> Browsed | None:
        """What is shown."""
        return self._found

    @property
    def ids(self) -> tuple[str, ...]:
        """The programmes whose words are there, in their order."""
        return tuple(row.id for start in sorted(self._chunks) for row in self._chunks[start])

    @property
    def complete(self) -> bool:
        """Whether every row has its words."""
        return sum(map(len, self._chunks.values())) == self._count

    def show(self, found: Browsed, chunks: Sequence[Chunk]) -> None:
        """Shows what was found, with the words of its first rows. A list in the same order keeps its place in views."""
        if self._same_order(found):
            self._found = found
            for chunk in chunks:
                self.put(found, chunk)
            return
        self.beginResetModel()
        self._found, self._count = found, len(found)
        self._chunks.clear()
        self._places.clear()
        for chunk in chunks:
            self._keep(chunk)
        self.endResetModel()

    def put(self, found: Browsed, chunk: Chunk) -> None:
        """The words of some rows of ``found``; those of another list come too late."""
        if found is not self._found:
            return
        known = self._chunks.get(chunk.start, ())
        self._keep(chunk)
        changed = [number for number, row in enumerate(chunk.rows) if number >= len(known) or known[number] != row]
        for number in changed:
            here = self.index(chunk.start + number)
            self.dataChanged.emit(here, here)

    def set_compared(self, ids: Collection[str]) -> None:
        """Which programmes are in the comparison."""
        changed = frozenset(ids) ^ self._compared
        self._compared = frozenset(ids)
        for index in (self.index_of(one) for one in changed):
            if index.isValid():
                self.dataChanged.emit(index, index)

    def index_of(self, programme_id: str) -> QModelIndex:
        """Invalid where the programme is not listed, or has no words yet."""
        return self.index(self._places[programme_id]) if programme_id in self._places else QModelIndex()

    def row(self, number: int) -> ProgrammeRow | None:
        """The words of a row, if they are there."""
        start = number - number % CHUNK
        rows = self._chunks.get(start)
        if rows is None or number - start >= len(rows):
            return None
        self._chunks.move_to_end(start)
        return rows[number - start]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self._count:
            return None
        row = self.row(index.row())
        if row is None:
            return self._not_yet(index.row(), role)
        compared = row.id in self._compared
        answers: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: row.title,
            Qt.ItemDataRole.AccessibleTextRole: row.spoken,
            Qt.ItemDataRole.AccessibleDescriptionRole: self._t.tr("In comparison") if compared else None,
            ProgrammesModel.ROW: row,
            ProgrammesModel.ID: row.id,
            ProgrammesModel.COMPARED: compared,
        }
        return answers.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def _not_yet(self, number: int, role: int) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, ProgrammesModel.ROW):
            return None
        self.missing.emit(number)
        return None if role == ProgrammesModel.ROW else self._t.tr("Row {number}", number=number + 1)

    def _keep(self, chunk: Chunk) -> None:
        self._chunks[chunk.start] = chunk.rows
        self._chunks.move_to_end(chunk.start)
        self._places.update((row.id, chunk.start + number) for number, row in enumerate(chunk.rows))
        while len(self._chunks) > _KEPT_CHUNKS:
            _, gone = self._chunks.popitem(last=False)
            for row in gone:
                self._places.pop(row.id, None)

    def _same_order(self, found: Browsed) -> bool:
        old = self._found
        if old is None or not 0 < len(found) == self._count <= _COMPARED_ORDER:
            return False
        return list(found.positions) == list(old.positions)
