"""The Compare place: the table, its heads, what a cell rests on, and the columns that can be added."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from advisor_app.domain.student import Student
from advisor_app.services.compare import Column, compare
from advisor_app.services.reader import CatalogueReader
from advisor_app.ui.clock import local_today
from advisor_app.ui.compare.arranged import Order, arranged
from advisor_app.ui.compare.choices import Choice, ProgrammeChoices, choices
from advisor_app.ui.compare.comparison_said import ComparisonSaid, comparison_said
from advisor_app.ui.compare.drawer import WIDTH, Drawer
from advisor_app.ui.compare.foot import Foot
from advisor_app.ui.compare.heads import Heads
from advisor_app.ui.compare.provenance_said import provenance_said
from advisor_app.ui.compare.start import StartPlace
from advisor_app.ui.compare.table import ComparisonTable
from advisor_app.ui.components import Button, Kind, Label, LoadingLine, PaneBar, SegmentedControl
from advisor_app.ui.itemmodels.comparison import ComparisonModel, RowKind
from advisor_app.ui.itemmodels.naming import Namer
from advisor_app.ui.place import Desk, Place
from advisor_app.ui.state import FEWEST_COLUMNS, MOST_COLUMNS, Added
from advisor_app.ui.tokens import Role, Size
from advisor_app.wording import Translator

OpenCatalogue: TypeAlias = Callable[[], AbstractContextManager[CatalogueReader]]
"""Opens the catalogue for one piece of work, on whichever thread that runs."""

TASK, CHOICES = "compare", "compare-choices"


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareSaid:
    """Everything that the place shows, made in one go off the window's thread."""

    said: ComparisonSaid
    name: Namer


def say_comparison(
    open_catalogue: OpenCatalogue, student: Student, columns: tuple[Column, ...], words: Translator, today: date
) -> CompareSaid:
    with open_catalogue() as catalogue:
        compared = compare(catalogue, student, columns)
    subjects = {column.subject.programme.id: column.subject for column in compared.columns}
    name = Namer(words, subjects, today)
    return CompareSaid(said=comparison_said(compared, name), name=name)


@dataclass(frozen=True, slots=True)
class View:
    """What is chosen in this place alone."""

    order: Order
    unfolded: frozenset[str]


class ComparePlace(Place):
    """The columns are the desk's; adding, moving and removing them happens there, and everything here follows."""

    def __init__(self, desk: Desk, open_catalogue: OpenCatalogue, today: Callable[[], date] = local_today) -> None:
        super().__init__(desk)
        self._open = open_catalogue
        self._today = today
        self._shown: CompareSaid | None = None
        self._order = Order.DIFFERENCES
        self._unfolded: frozenset[str] = frozenset()
        self._stale = True
        self._build()
        self._connect()

    def activate(self) -> None:
        if self._stale:
            self._load()
        if self.desk.state.comparable:
            self.table.setFocus()
        else:
            self.start.give_focus()

    def memory(self) -> View:
        return View(self._order, self._unfolded)

    def restore(self, view: object) -> None:
        if isinstance(view, View):
            self._order, self._unfolded = view.order, view.unfolded
            self.order.set_value(view.order)

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        tr = self.desk.words.tr
        return (
            (tr("Enter"), tr("Where a cell comes from; unfold a line")),
            (tr("Ctrl+←, Ctrl+→"), tr("Move the column")),
            (tr("Delete"), tr("Take the column out")),
        )

    # --- building

    def _build(self) -> None:
        words = self.desk.words
        self.model = ComparisonModel(self)
        self.table = ComparisonTable(self.model)
        self.table.setAccessibleName(words.tr("Comparison"))
        self.heads = Heads(words)
        self.foot = Foot(words)
        self.loading = LoadingLine(words)
        self.order = SegmentedControl(
            words.tr("Rows"),
            ((Order.DIFFERENCES, words.tr("Differences first")), (Order.ALL, words.tr("All rows"))),
            Order.DIFFERENCES,
        )
        self.add = Button(words.tr("Add column"), icon="plus")
        self.sheet = Button(words.tr("Sheet"), Kind.PRIMARY, icon="file-text", key="Ctrl+P")
        self.sheet.setAccessibleName(words.tr("Export sheet"))
        self.start = StartPlace(words)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._comparison())
        self._stack.addWidget(self.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _comparison(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = PaneBar(least=52)
        bar.line.addWidget(Label(self.desk.words.tr("Comparison"), Role.TITLE, wrap=False), 0, Qt.AlignmentFlag.AlignVCenter)
        bar.line.addStretch(1)
        for widget in (self.order, self.add, self.sheet):
            bar.line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        for part in (bar, self.loading, self.heads):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(self.foot)
        self.drawer = Drawer(self.desk.words, page)
        QWidget.setTabOrder(self.sheet, self.table)
        return page

    def _connect(self) -> None:
        state = self.desk.state
        state.student_changed.connect(self._changed)
        state.comparison_changed.connect(self._changed)
        self.order.chosen.connect(self._reorder)
        self.add.clicked.connect(lambda: self._ask_choices(self.add))
        self.start.add.clicked.connect(lambda: self._ask_choices(self.start.add))
        self.start.programmes.clicked.connect(lambda: state.go("programmes"))
        self.sheet.clicked.connect(lambda: state.go("sheet"))
        self.table.asked.connect(self._ask)
        self.table.scrolled.connect(self._place_heads)
        for part in (self.table, self.heads):
            part.moved.connect(self._move)
            part.removed.connect(self._remove)
        self.drawer.closed.connect(self.table.setFocus)
        self.loading.cancelled.connect(lambda: self.desk.tasks.cancel(TASK))

    # --- loading and showing

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._load()

    def _load(self) -> None:
        state, words, today = self.desk.state, self.desk.words, self._today()
        student, columns = state.student, state.comparison
        if len(columns) < FEWEST_COLUMNS:
            self.desk.tasks.cancel(TASK)
            self.loading.stop()
            self._stale = False
            self.start.show_count(len(columns))
            self._stack.setCurrentIndex(1)
            return
        self.loading.start()
        self.desk.tasks.submit(TASK, lambda: say_comparison(self._open, student, columns, words, today), self._show, self._failed)

    def _failed(self, error: BaseException) -> None:
        self.loading.stop()
        self.desk.report(error)

    def _show(self, shown: CompareSaid) -> None:
        self.loading.stop()
        self._stale = False
        self._shown = shown
        self.drawer.dismiss()  # what it says may no longer be so
        self._stack.setCurrentIndex(0)
        said = shown.said
        words = self.desk.words
        count = words.tr_n("{count} of {most} columns", "{count} of {most} columns", len(said.heads), most=MOST_COLUMNS)
        self.heads.show_heads(said.heads, said.corner, count)
        self.foot.sources.setText(said.sources)
        self.add.setEnabled(len(said.heads) < MOST_COLUMNS)
        self.add.setToolTip("" if self.add.isEnabled() else words.tr("Five columns are the most that can be compared."))
        self._show_rows()

    def _show_rows(self) -> None:
        if self._shown is None:
            return
        said = self._shown.said
        rows = arranged(said, self._order, self._unfolded, self.desk.words)
        here = self.table.currentIndex()
        place = (self.model.row(here.row()).key, here.column()) if here.isValid() else None
        if self.model.show(rows, [head.spoken for head in said.heads]):
            self.table.refreshed()
            self._go_back(place)
            self.table.begin()
        self._place_heads()

    def _go_back(self, place: tuple[str, int] | None) -> None:
        """To the row and column that the reader was at, where they are still there."""
        if place is None or self.table.currentIndex().isValid():
            return
        keys = [row.key for row in self.model.rows]
        if place[0] in keys:
            self.table.setCurrentIndex(self.model.index(keys.index(place[0]), min(place[1], self.model.columnCount() - 1)))

    def _place_heads(self) -> None:
        widths = [self.table.columnWidth(column) for column in range(self.model.columnCount())]
        self.heads.place(widths, self.table.horizontalScrollBar().value(), self.table.viewport().width())
        self._place_drawer()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_drawer()

    def _place_drawer(self) -> None:
        """At the right, or beside the row names where the cell that is asked about is at the right itself."""
        if not self.drawer.isVisible():
            return
        area = self.table.geometry()
        cell = self.table.visualRect(self.table.currentIndex())
        at_right = cell.left() > self.table.viewport().width() - WIDTH
        left = area.left() + Size.COMPARISON_LABELS if at_right else area.right() + 1 - WIDTH
        self.drawer.setGeometry(left, area.top(), WIDTH, area.height())

    # --- what the advisor does

    def _reorder(self, order: str) -> None:
        self._order = Order(order)
        self._show_rows()

    def _ask(self, index: QModelIndex) -> None:
        """Unfolds a fold; says of a cell where it comes from."""
        row = self.model.row(index.row())
        if row.kind is RowKind.FOLD:
            self._unfolded = self._unfolded ^ {row.key}
            self._show_rows()
        elif self._shown is not None and row.kind is not RowKind.BAND:
            self.drawer.open_with(provenance_said(self._shown.said, row, index.column(), self._shown.name))
            self._place_drawer()

    def _move(self, column: int, to: int) -> None:
        state = self.desk.state
        if 0 <= to < len(state.comparison):
            row = self.table.currentIndex().row()
            state.move_in_comparison(state.comparison[column], to)
            if row >= 0:
                self.table.setCurrentIndex(self.model.index(min(row, self.model.rowCount() - 1), to))

    def _remove(self, column: int) -> None:
        state = self.desk.state
        if column >= len(state.comparison):
            return
        title = self._shown.said.heads[column].title if self._shown and column < len(self._shown.said.heads) else ""
        state.remove_from_comparison(state.comparison[column])
        words = self.desk.words
        self.desk.say(words.tr("{column} was taken out.", column=title), action=words.tr("Undo"), on_action=self._undo)

    def _undo(self) -> None:
        self.desk.state.undo()

    def _ask_choices(self, button: Button) -> None:
        there, words, today = self.desk.state.comparison, self.desk.words, self._today()

        def work() -> tuple[ProgrammeChoices, ...]:
            with self._open() as catalogue:
                return choices(catalogue, there, words, today)

        self.desk.tasks.submit(CHOICES, work, lambda found: self._offer(button, found), receiver=self)

    def _offer(self, button: Button, found: tuple[ProgrammeChoices, ...]) -> None:
        menu = self._menu(button, found)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _menu(self, button: Button, found: tuple[ProgrammeChoices, ...]) -> QMenu:
        menu = QMenu(button)
        menu.setAccessibleName(self.desk.words.tr("Add column"))
        for programme in found:
            below = menu.addMenu(programme.name.replace("&", "&&"))
            if programme.best is not None:
                self._offer_one(below, programme.best)
                below.addSeparator()
            for choice in programme.routes:
                self._offer_one(below, choice)
        return menu

    def _offer_one(self, menu: QMenu, choice: Choice) -> None:
        action = menu.addAction(choice.words.replace("&", "&&"))
        action.triggered.connect(lambda _checked=False: self._add(choice.column))

    def _add(self, column: Column) -> None:
        if self.desk.state.add_to_comparison(column) is Added.FULL:
            self.desk.say(self.desk.words.tr("Five columns are the most that can be compared."), "warning")
