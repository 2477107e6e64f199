"""The lines of a tab as Qt sees them: which there are, which are opened, and what is read out."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from advisor_app.ui.browse.lines import Line

Index = QModelIndex | QPersistentModelIndex


class LinesModel(QAbstractListModel):
    """Lines with their opened state, which is kept for lines of the same key when the lines change."""

    LINE = Qt.ItemDataRole.UserRole + 1
    OPENED = Qt.ItemDataRole.UserRole + 2

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._opened: set[str] = set()

    @property
    def lines(self) -> tuple[Line, ...]:
        return self._lines

    def line(self, row: int) -> tuple[Line, bool]:
        """A line, and whether it is opened."""
        line = self._lines[row]
        return line, line.key in self._opened

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Shows other lines. Where only their words change, views keep their place."""
        lines = tuple(lines)
        if [line.key for line in lines] == [line.key for line in self._lines]:
            self._replace(lines)
            return
        self.beginResetModel()
        self._lines = lines
        self._opened &= {line.key for line in lines}
        self.endResetModel()

    def _replace(self, lines: tuple[Line, ...]) -> None:
        """Lines that say the same stay the very same objects, so that their layouts are found again."""
        kept = tuple(old if old == new else new for old, new in zip(self._lines, lines, strict=True))
        changed = [row for row, (old, new) in enumerate(zip(self._lines, kept, strict=True)) if old is not new]
        self._lines = kept
        for row in changed:
            self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return line.spoken
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return "\n".join(para.text for para in line.fold) if line.key in self._opened else None
            case LinesModel.LINE:
                return line
            case LinesModel.OPENED:
                return line.key in self._opened
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def is_open(self, index: Index) -> bool:
        return self._lines[index.row()].key in self._opened

    def set_open(self, index: Index, opened: bool) -> None:
        """Unfolds what stands below a line, or folds it; nothing happens to a line with nothing below."""
        line = self._lines[index.row()]
        if not line.fold or opened is (line.key in self._opened):
            return
        (self._opened.add if opened else self._opened.discard)(line.key)
        here = self.index(index.row())
        self.dataChanged.emit(here, here)
