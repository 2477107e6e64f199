"""The pages of the sheet as Qt sees them: small pictures with their numbers."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage

from advisor_app.wording import Translator

Index = QModelIndex | QPersistentModelIndex


class PagesModel(QAbstractListModel):
    """``PICTURE`` is the page, at whatever size it was rendered."""

    PICTURE = Qt.ItemDataRole.UserRole + 1

    def __init__(self, translator: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._t = translator
        self._pages: tuple[QImage, ...] = ()

    def set_pages(self, pages: Sequence[QImage]) -> None:
        """Shows other pages; as many as before keep their place."""
        same = len(pages) == len(self._pages)
        if same:
            self._pages = tuple(pages)
            if pages:
                self.dataChanged.emit(self.index(0), self.index(len(pages) - 1))
            return
        self.beginResetModel()
        self._pages = tuple(pages)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._pages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._pages):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._t.tr("Page {number} of {count}", number=index.row() + 1, count=len(self._pages))
        return self._pages[index.row()] if role == PagesModel.PICTURE else None
