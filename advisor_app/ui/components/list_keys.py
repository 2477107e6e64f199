"""A list that is chosen from by keys while the focus stays in the field above it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView

_PAGE = 8


class ListKeys(QObject):
    """Arrows and page keys in the field move the choice in the list; ``taken`` gives the row on which Enter was pressed.

    A filter that is installed on the field after this one hears its keys first.
    """

    taken = Signal(int)

    def __init__(self, field: QLineEdit, view: QListView, page: int = _PAGE) -> None:
        super().__init__(view)
        self._field, self._view = field, view
        self._moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page}
        field.installEventFilter(self)

    def choose(self, row: int) -> None:
        """Chooses a row; beyond the ends is the end."""
        model = self._view.model()
        self._view.setCurrentIndex(model.index(max(0, min(row, model.rowCount() - 1)), 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._field or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        row = self._view.currentIndex().row()
        key = Qt.Key(event.key())
        if key in self._moves:
            self.choose(row + self._moves[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit(row)
        else:
            return False
        return True
