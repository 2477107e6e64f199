"""The list of results: arrows choose, Enter goes to the details, C or Space or the button puts a programme in the comparison."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from advisor_app.ui.browse.row_delegate import RowDelegate
from advisor_app.ui.browse.rows_view import RowsView
from advisor_app.ui.itemmodels.programme_rows import ProgrammeRow
from advisor_app.ui.itemmodels.programmes import ProgrammesModel
from advisor_app.ui.theme import theme
from advisor_app.wording import Translator

Index = QModelIndex | QPersistentModelIndex

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMPARING = (Qt.Key.Key_C, Qt.Key.Key_Space)


class ResultsView(RowsView):
    """``chosen``, ``opened`` and ``compared`` give a programme's id."""

    chosen = Signal(str)
    opened = Signal(str)
    compared = Signal(str)

    def __init__(self, model: ProgrammesModel, translator: Translator) -> None:
        super().__init__()
        self._t = translator
        self._programmes = model
        self._rows = RowDelegate(self)
        self.setItemDelegate(self._rows)
        self._unsaid = False
        self.setModel(model)
        model.dataChanged.connect(self._arrived)
        self.setAccessibleName(translator.tr("Programmes"))
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def height_of(self, row: int) -> int:
        words = self._programmes.row(row)
        return self._rows.height_of(words, self.viewport().width()) if words else self.common_height()

    def common_height(self) -> int:
        return self._rows.common_height()

    def measurable(self) -> bool:
        return self._programmes.complete

    @property
    def current_id(self) -> str | None:
        found: str | None = self.currentIndex().data(ProgrammesModel.ID)
        return found

    def show_current(self, programme_id: str | None) -> None:
        """Marks a programme as the one whose details are shown; says nothing."""
        if programme_id == self.current_id and programme_id is not None:
            return
        index = self._programmes.index_of(programme_id) if programme_id else QModelIndex()
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
        chosen: str | None = current.data(ProgrammesModel.ID) if current.isValid() else None
        self._unsaid = current.isValid() and chosen is None  # far down, where the words are still being fetched
        if chosen is not None:
            self.chosen.emit(chosen)

    def _arrived(self) -> None:
        chosen = self.current_id if self._unsaid else None
        if chosen is not None:
            self._unsaid = False
            self.chosen.emit(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        current = self.current_id
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()  # back and forward are the place's
        elif plain and current and event.key() in _OPENING:
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
            if (programme := index.data(ProgrammesModel.ID)) is not None:
                self.compared.emit(programme)
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            self._tip(event)
            return True
        return super().viewportEvent(event)

    def _on_button(self, event: QMouseEvent, index: QModelIndex) -> bool:
        return index.isValid() and self._rows.button_rect(self.visualRect(index)).contains(event.position().toPoint())

    def _tip(self, event: QHelpEvent) -> None:
        """What the button does, or the whole of the row where lines may be cut."""
        from html import escape  # late: it brings every name of a sign along

        index = self.indexAt(event.pos())
        row: ProgrammeRow | None = index.data(ProgrammesModel.ROW)
        if row is None:
            QToolTip.hideText()
        elif self._rows.button_rect(self.visualRect(index)).contains(event.pos()):
            compared = index.data(ProgrammesModel.COMPARED)
            words = self._t.tr("Take out of the comparison") if compared else self._t.tr("Add to comparison")
            QToolTip.showText(event.globalPos(), f"{words} (C)", self)
        else:
            stale = self._t.tr("page of {day}", day=row.stale) if row.stale else ""
            lines = (
                row.title,
                row.where,
                row.study,
                self._t.tr("{label}: {value}", label=row.word, value=row.why),
                row.price,
                stale,
                row.flag,
            )
            # escaped: a tooltip reads what looks like markup as markup
            words = "<br>".join(escape(line) for line in lines if line)
            QToolTip.showText(event.globalPos(), f"<p style='white-space: pre-wrap'>{words}</p>", self)
