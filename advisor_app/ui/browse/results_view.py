"""The list of results: arrows choose, Enter goes to the details, C or Space or the button puts a programme in the comparison."""

import html

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QToolTip

from advisor_app.ui.browse.row_delegate import RowDelegate
from advisor_app.ui.itemmodels.programmes import ProgrammeRow, ProgrammesModel
from advisor_app.ui.theme import theme
from advisor_app.wording import Translator

Index = QModelIndex | QPersistentModelIndex

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMPARING = (Qt.Key.Key_C, Qt.Key.Key_Space)


class ResultsView(QListView):
    """``chosen``, ``opened`` and ``compared`` give a programme's id."""

    chosen = Signal(str)
    opened = Signal(str)
    compared = Signal(str)

    def __init__(self, model: ProgrammesModel, translator: Translator) -> None:
        super().__init__()
        self._t = translator
        self._rows = RowDelegate(self)
        self.setItemDelegate(self._rows)
        self.setModel(model)
        self.setAccessibleName(translator.tr("Programmes"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(32)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def current_id(self) -> str | None:
        found: str | None = self.currentIndex().data(ProgrammesModel.ID)
        return found

    def show_current(self, programme_id: str | None) -> None:
        """Marks a programme as the one whose details are shown; says nothing."""
        model = self.model()
        if not isinstance(model, ProgrammesModel):
            return
        if programme_id == self.current_id and programme_id is not None:
            return
        index = model.index_of(programme_id) if programme_id else QModelIndex()
        self.blockSignals(True)
        if index.isValid():
            self.setCurrentIndex(index)
        else:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        self.blockSignals(False)
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(current.data(ProgrammesModel.ID))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        current = self.current_id
        if plain and current and event.key() in _OPENING:
            self.opened.emit(current)
        elif plain and current and event.key() in _COMPARING:
            self.compared.emit(current)
        elif event.text() and event.text().isprintable():
            event.ignore()  # letters are the window's, not a search within the list
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self._on_button(event, index):
            self.compared.emit(index.data(ProgrammesModel.ID))
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            self._tip(event)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _on_button(self, event: QMouseEvent, index: QModelIndex) -> bool:
        return index.isValid() and self._rows.button_rect(self.visualRect(index)).contains(event.position().toPoint())

    def _tip(self, event: QHelpEvent) -> None:
        """What the button does, or the whole of the row where lines may be cut."""
        index = self.indexAt(event.pos())
        row: ProgrammeRow | None = index.data(ProgrammesModel.ROW)
        if row is None:
            QToolTip.hideText()
        elif self._rows.button_rect(self.visualRect(index)).contains(event.pos()):
            compared = index.data(ProgrammesModel.COMPARED)
            words = self._t.tr("Take out of the comparison") if compared else self._t.tr("Add to comparison")
            QToolTip.showText(event.globalPos(), f"{words} (C)", self)
        else:
            lines = (row.title, row.where, f"{row.word}: {row.reason}", row.price, row.flag)
            # escaped: a tooltip reads what looks like markup as markup
            words = "<br>".join(html.escape(line) for line in lines if line)
            QToolTip.showText(event.globalPos(), f"<p style='white-space: pre-wrap'>{words}</p>", self)
