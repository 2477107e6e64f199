"""The comparison as it is seen: heads over the table, the columns that fit, what a cell rests on, the line at the foot."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollBar, QVBoxLayout, QWidget

from advisor_app.ui.compare.arranged import windowed
from advisor_app.ui.compare.commands import Command
from advisor_app.ui.compare.comparison_said import CompareSaid
from advisor_app.ui.compare.deeds import Spot
from advisor_app.ui.compare.drawer import WIDTH, Drawer
from advisor_app.ui.compare.foot import Foot
from advisor_app.ui.compare.heads import Heads
from advisor_app.ui.compare.provenance_said import provenance_said
from advisor_app.ui.compare.table import ComparisonTable
from advisor_app.ui.compare.undecided import next_row
from advisor_app.ui.compare.window import Window
from advisor_app.ui.comparison_state import MOST_COLUMNS
from advisor_app.ui.itemmodels.comparison import ComparisonModel, RowKind, RowSaid
from advisor_app.ui.tokens import Size
from advisor_app.wording import Translator

LOW = 500
"""Below this height the heads are compact, and the foot leaves its room to the table: tooltips and the drawer say the same."""


class ComparisonPage(QWidget):
    """``done`` carries a command and where it was given, ``dropped`` a column and its new place, ``folded`` a band or a fold."""

    done = Signal(Command, object)
    dropped = Signal(int, int)
    folded = Signal(str)
    wanted_menu = Signal(object)

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._shown: CompareSaid | None = None
        self._rows: tuple[RowSaid, ...] = ()
        self._row = 0
        self.window_ = Window()
        self.model = ComparisonModel(self)
        self.table = ComparisonTable(self.model)
        self.table.setAccessibleName(words.tr("Comparison"))
        self.heads = Heads(words)
        self.foot = Foot(words)
        self.sideways = QScrollBar(Qt.Orientation.Horizontal)
        self.sideways.setAccessibleName(words.tr("Columns out of view"))
        self.sideways.hide()
        self.drawer = Drawer(words, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heads)
        column.addWidget(self.table, 1)
        column.addWidget(self.sideways)
        column.addWidget(self.foot)
        self._connect()

    def _connect(self) -> None:
        table, heads = self.table, self.heads
        table.asked.connect(self.ask)
        table.resized.connect(self._resized)
        table.moved.connect(lambda column, to: self._do(Command.LEFT if to < column else Command.RIGHT, column))
        table.removed.connect(lambda column: self._do(Command.REMOVE, column))
        table.commanded.connect(lambda command: self._do(command, table.currentIndex().column()))
        table.edge.connect(self._go_aside)
        table.wanted_menu.connect(lambda at: self.wanted_menu.emit(self._spot(table.currentIndex().column(), at)))
        heads.commanded.connect(lambda place, command: self._do(command, place, of_head=True))
        heads.moved.connect(lambda place, to: self.dropped.emit(self.window_.column(place), self.window_.column(to)))
        heads.wanted_menu.connect(lambda place, at: self.wanted_menu.emit(self._spot(place, at, of_head=True)))
        self.sideways.valueChanged.connect(self._show_from)
        self.drawer.closed.connect(table.setFocus)
        table.selectionModel().currentChanged.connect(self._say_difference)

    # --- showing

    def show_comparison(self, shown: CompareSaid, rows: tuple[RowSaid, ...], pinned: int) -> None:
        """The rows of the columns that there is room for. The reader stays at the row and the column that they were at."""
        if shown is not self._shown:
            self.drawer.dismiss()  # what it says may no longer be so
        here = self.here()
        self._shown, self._rows = shown, rows
        self.window_.fit(len(shown.said.heads), pinned, self.table.fitting())
        self._show_window(here)

    def _show_window(self, here: tuple[str, int] | None) -> None:
        if self._shown is None:
            return
        said = self._shown.said
        names = [head.spoken for head in self.window_.of(said.heads)]
        changed = self.model.show(windowed(self._rows, self.window_.columns, len(said.heads)), names)
        self.table.refreshed(changed)
        if changed.anew:
            self._go_back(here)
            self.table.begin()
        self._say_difference()
        self._show_heads()

    def _show_heads(self) -> None:
        if self._shown is None:
            return
        said, words, window = self._shown.said, self._words, self.window_
        count = words.tr_n("{count} of {most} columns", "{count} of {most} columns", len(said.heads), most=MOST_COLUMNS)
        if window.hidden:
            count += "\n" + words.tr_n("{count} out of view", "{count} out of view", window.hidden)
        heads = tuple(replace(said.heads[one], pinned=one < window.pinned) for one in window.columns)
        self.heads.show_heads(heads, said.corner, count)
        self.heads.place(self.table.widths())
        self.sideways.blockSignals(True)  # it follows; it does not lead
        self.sideways.setRange(0, window.hidden)
        self.sideways.setPageStep(max(1, window.room))
        self.sideways.setValue(window.first)
        self.sideways.blockSignals(False)
        self.sideways.setVisible(window.hidden > 0)
        self._place_drawer()

    def _say_difference(self) -> None:
        """At the foot: what differs in the row that the reader is at, else the pages that all rests on."""
        index = self.table.currentIndex()
        row = self.model.row(index.row()) if index.isValid() and index.row() < self.model.rowCount() else None
        if row is not None and row.difference:
            self.foot.say(self._words.tr("{row}: {value}", row=row.label, value=row.difference), differs=True)
        elif self._shown is not None:
            self.foot.say(self._shown.said.sources)

    def here(self) -> tuple[str, int] | None:
        """The row and the column, by its place in the comparison, that the reader is at."""
        index = self.table.currentIndex()
        if not index.isValid() or index.row() >= self.model.rowCount():
            return None
        self._row = index.row()
        return self.model.row(index.row()).key, self.window_.column(index.column())

    def _go_back(self, here: tuple[str, int] | None) -> None:
        keys = [row.key for row in self.model.rows]
        if here is not None and keys:
            self.stand(keys.index(here[0]) if here[0] in keys else min(self._row, len(keys) - 1), here[1])

    def stand(self, row: int, column: int) -> None:
        """Stands in a row, at a column of the comparison."""
        place = max(0, min(self.window_.place_of(column), self.model.columnCount() - 1))
        self.table.setCurrentIndex(self.model.index(row, place))

    def go_on(self, keys: frozenset[str], step: int) -> None:
        """Stands in the next of those rows, or in the one before, in the same column."""
        here = self.table.currentIndex()
        row = next_row(self.model.rows, keys, here.row(), step)
        if row is not None:
            self.table.setCurrentIndex(self.model.index(row, max(0, here.column())))
            self.table.setFocus()

    # --- columns out of view

    def bring(self, column: int) -> None:
        """Brings a column into view and stands there, in the same row."""
        here = self.here()
        self.window_.show_column(column)
        self._show_window((here[0], column) if here else None)
        if here is not None:
            self._go_back((here[0], column))

    def _go_aside(self, step: int) -> None:
        """To the next column that is out of view."""
        window, first = self.window_, self.window_.first
        window.first = max(0, min(window.hidden, first + step))
        if window.first != first:
            here = self.here()
            edge = window.columns[-1] if step > 0 else window.columns[min(window.kept, len(window.columns) - 1)]
            self._show_window((here[0], edge) if here else None)

    def _show_from(self, first: int) -> None:
        here = self.here()
        self.window_.first = first
        self._show_window(here)

    def _resized(self) -> None:
        if self._shown is not None and self.window_.room != self.table.fitting():
            here = self.here()
            self.window_.fit(len(self._shown.said.heads), self.window_.pinned, self.table.fitting())
            self._show_window(here)
        elif self._shown is not None:
            self._show_heads()

    def resizeEvent(self, event: QResizeEvent) -> None:
        low = self.height() < LOW
        self.heads.set_compact(compact=low)
        self.foot.setVisible(not low)
        super().resizeEvent(event)
        self._show_heads()

    # --- what is asked of a cell or a column

    def ask(self, index: QModelIndex) -> None:
        """Unfolds a fold or a band; says of a cell where it comes from."""
        row = self.model.row(index.row())
        if row.kind is RowKind.BAND or row.folded:
            self.folded.emit(row.key)
        elif row.kind is RowKind.NOTE:
            self._do(Command.NOTE, index.column())
        elif self._shown is not None and row.kind is not RowKind.FOLD:
            whole = next(one for one in self._rows if one.key == row.key)
            self.drawer.open_with(provenance_said(self._shown.said, whole, self.window_.column(index.column()), self._shown.name))
            self._place_drawer()

    def _do(self, command: Command, place: int, *, of_head: bool = False) -> None:
        at = self.table.viewport().mapToGlobal(self.table.visualRect(self.table.currentIndex()).bottomLeft())
        self.done.emit(command, self._spot(place, at, of_head=of_head))

    def _spot(self, place: int, at: QPoint, *, of_head: bool = False) -> Spot:
        index = self.table.currentIndex()
        row = self.model.row(index.row()) if index.isValid() and not of_head else None
        heads = self.heads.heads
        under = heads[place].route if 0 <= place < len(heads) else self.heads
        return Spot(column=self.window_.column(place), row=row, at=at, under=under)

    # --- the drawer

    def _place_drawer(self) -> None:
        """At the right, or beside the row names where the cell that is asked about is at the right itself."""
        if not self.drawer.isVisible():
            return
        area = self.table.geometry()
        cell = self.table.visualRect(self.table.currentIndex())
        at_right = cell.left() > self.table.viewport().width() - WIDTH
        left = area.left() + Size.COMPARISON_LABELS if at_right else area.right() + 1 - WIDTH
        self.drawer.setGeometry(left, area.top(), WIDTH, area.height())
