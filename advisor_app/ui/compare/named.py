"""The dialogs for comparisons that are kept under a name: keeping one, and the list of all."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from advisor_app.domain.errors import EnvironmentProblem
from advisor_app.services.comparisons import MOST_LETTERS, ComparisonShelf, NamedComparison, clean_name
from advisor_app.ui.components import Button, Kind, Label
from advisor_app.ui.strip.picker_rows import ROW, PickerDelegate, PickerRow
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space
from advisor_app.wording import Translator

Index = QModelIndex | QPersistentModelIndex
_WIDTH, _ROWS = 460, 8


class KeepDialog(QDialog):
    """Asks for a name. ``notes`` whether there are any; they may speak of the student, so they are kept only when ticked."""

    def __init__(self, words: Translator, name: str, parent: QWidget, *, notes: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.tr("Keep the comparison"))
        self.field = QLineEdit(name)
        self.field.setAccessibleName(words.tr("Name"))
        self.field.setMaxLength(MOST_LETTERS)
        self.field.setMinimumSize(_WIDTH, theme().grow(Size.CONTROL))
        self.field.selectAll()
        self.notes = QCheckBox(words.tr("Keep my notes with it: whoever uses this computer can read them"))
        self.notes.setMinimumHeight(theme().grow(Size.CONTROL))
        self.notes.setVisible(notes)
        self.keep = Button(words.tr_c("comparison", "Keep"), Kind.PRIMARY)
        self.keep.clicked.connect(self.accept)
        cancel = Button(words.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(cancel)
        below.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.PAD)
        column.setSpacing(Space.UNIT)
        column.addWidget(Label(words.tr("Name"), Role.SMALL_STRONG, "text2"))
        for widget in (self.field, self.notes):
            column.addWidget(widget)
        column.addWidget(Label(words.tr("The columns and the table are kept, and nothing of the student."), Role.SMALL, "text2"))
        column.addLayout(below)
        self.field.textChanged.connect(lambda: self.keep.setEnabled(bool(self.name)))
        self.field.returnPressed.connect(self.keep.click)
        self.keep.setEnabled(bool(self.name))
        self.field.setFocus()

    @property
    def name(self) -> str:
        return clean_name(self.field.text())


class _NamedModel(QAbstractListModel):
    """The last used first. A name is edited in its place."""

    def __init__(self, shelf: ComparisonShelf, words: Translator, rename: Callable[[str, str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._shelf, self._words, self._rename = shelf, words, rename

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's signature
        return 0 if parent.isValid() else len(self._shelf.named)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one = self._shelf.named[index.row()]
        row = PickerRow(one.name, position=index.row(), gloss=_gloss(one, self._words))
        values = {Qt.ItemDataRole.DisplayRole: one.name, Qt.ItemDataRole.EditRole: one.name, ROW: row}
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else values.get(role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not clean_name(str(value)):
            return False
        self._rename(self._shelf.named[index.row()].name, str(value))
        self.dataChanged.emit(index, index)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def again(self) -> None:
        """After something was added or deleted."""
        self.beginResetModel()
        self.endResetModel()


def _gloss(one: NamedComparison, words: Translator) -> str:
    return words.tr_n("{count} column, used on {day}", "{count} columns, used on {day}", len(one.columns), day=words.date(one.used))


class NamedDialog(QDialog):
    """Enter opens, F2 renames, Ctrl+D makes a copy to vary, Delete deletes. ``opened`` and ``deleted`` carry a comparison."""

    opened = Signal(object)
    renamed = Signal(str, str)
    deleted = Signal(object)
    failed = Signal(object)

    def __init__(self, words: Translator, shelf: ComparisonShelf, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.tr("Kept comparisons"))
        self._shelf = shelf
        self.model = _NamedModel(shelf, words, self._rename, self)
        self.list = QListView()
        self.list.setAccessibleName(words.tr("Kept comparisons"))
        self.list.setModel(self.model)
        delegate = PickerDelegate(self.list)
        delegate.width = theme().grow(_WIDTH)
        self.list.setItemDelegate(delegate)
        self.list.setMinimumSize(delegate.width, _ROWS * theme().grow(Size.CONTROL))
        self.list.setEditTriggers(QListView.EditTrigger.EditKeyPressed)
        self.list.doubleClicked.connect(self._open)
        self.open_button = Button(words.tr("Open"), Kind.PRIMARY, key="↵")
        self.vary_button = Button(words.tr("Duplicate and vary"), icon="copy-plus", key="Ctrl+D")
        self.rename_button = Button(words.tr("Rename"), icon="pencil", key="F2")
        self.delete_button = Button(words.tr_c("comparison", "Delete"), icon="x", key=words.tr_c("key", "Del"))
        self._lay_out(words)
        self.open_button.clicked.connect(self._open)
        self.vary_button.clicked.connect(self._vary)
        self.rename_button.clicked.connect(lambda: self.list.edit(self.list.currentIndex()))
        self.delete_button.clicked.connect(self._delete)
        for key, act in (("Return", self._open), ("Enter", self._open), ("Ctrl+D", self._vary), ("Delete", self._delete)):
            QShortcut(QKeySequence(key), self.list, context=Qt.ShortcutContext.WidgetShortcut).activated.connect(act)
        self._choose(0)
        self.list.setFocus()

    def _lay_out(self, words: Translator) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PAD, Space.PAD, Space.PAD, Space.PAD)
        column.setSpacing(Space.INSIDE)
        self.nothing = Label(words.tr("No comparison is kept yet: Ctrl+S keeps the one on the desk."), Role.BODY, "text2")
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        below = QHBoxLayout()
        below.setSpacing(Space.UNIT)
        for button in (self.vary_button, self.rename_button, self.delete_button):
            below.addWidget(button)
        below.addStretch(1)
        below.addWidget(self.open_button)
        column.addLayout(below)

    def _choose(self, row: int) -> None:
        there = self.model.rowCount() > 0
        self.nothing.setVisible(not there)
        for button in (self.open_button, self.vary_button, self.rename_button, self.delete_button):
            button.setEnabled(there)
        self.list.setCurrentIndex(self.model.index(max(0, min(row, self.model.rowCount() - 1)), 0))

    def _chosen(self) -> str:
        index = self.list.currentIndex()
        return self._shelf.named[index.row()].name if index.isValid() else ""

    def _open(self) -> None:
        self._guarded(lambda: self._shelf.opened(self._chosen()), self._give)

    def _vary(self) -> None:
        self._guarded(lambda: self._shelf.duplicate(self._chosen()), self._give)

    def _give(self, one: NamedComparison | None) -> None:
        if one is not None:
            self.accept()
            self.opened.emit(one)

    def _delete(self) -> None:
        row = self.list.currentIndex().row()
        self._guarded(lambda: self._shelf.delete(self._chosen()), lambda gone: self._gone(gone, row))

    def _gone(self, one: NamedComparison | None, row: int) -> None:
        self.model.again()
        self._choose(row)
        if one is not None:
            self.deleted.emit(one)

    def _rename(self, old: str, new: str) -> None:
        self._guarded(lambda: self._shelf.rename(old, new), lambda name: self.renamed.emit(old, name))

    def _guarded(self, do: Callable[[], object], then: Callable[..., None]) -> None:
        """What cannot be kept is not made, and said."""
        try:
            done = do()
        except EnvironmentProblem as problem:
            self.failed.emit(problem)
        else:
            then(done)
