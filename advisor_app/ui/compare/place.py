"""The Compare place: asks for the comparison, shows it, and knows who does what with it."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from typing import NamedTuple, TypeAlias

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from advisor_app.domain.arrangement import Arrangement
from advisor_app.domain.curriculum import Decisions, Pair
from advisor_app.domain.errors import EnvironmentProblem
from advisor_app.services.comparisons import ComparisonShelf
from advisor_app.services.keeper import Keeper
from advisor_app.services.reader import CatalogueReader
from advisor_app.ui.clock import local_today
from advisor_app.ui.commands import Command as Offered
from advisor_app.ui.compare.abilities import Abilities
from advisor_app.ui.compare.arranged import Rows, Seen, arranged, told
from advisor_app.ui.compare.bar import Bar, below
from advisor_app.ui.compare.commands import Command
from advisor_app.ui.compare.comparison_said import CompareSaid, ComparisonSaid, say_comparison
from advisor_app.ui.compare.deeds import Deeds, Spot
from advisor_app.ui.compare.handing_over import Handing
from advisor_app.ui.compare.keeping import Keeping
from advisor_app.ui.compare.offers import Find, Offer, Offers
from advisor_app.ui.compare.page import ComparisonPage
from advisor_app.ui.compare.presentation import Presentation
from advisor_app.ui.compare.start import StartPlace
from advisor_app.ui.compare.undecided import undecided, with_courses
from advisor_app.ui.comparison_state import FEWEST_COLUMNS, MOST_COLUMNS
from advisor_app.ui.components import LoadingLine
from advisor_app.ui.itemmodels.comparison import RowSaid
from advisor_app.ui.place import Desk, Place

OpenCatalogue: TypeAlias = Callable[[], AbstractContextManager[CatalogueReader]]
"""Opens the catalogue for one piece of work, on whichever thread that runs."""

TASK, LOOK_UP = "compare", "compare-look-up"
NARROW = 1000
"""Below this width the buttons say less."""


class Laid(NamedTuple):
    """The rows as they are shown, and what they were laid out for: most of them are, off the window's thread."""

    said: ComparisonSaid
    seen: Seen
    arrangement: Arrangement
    rows: tuple[RowSaid, ...]


class ComparePlace(Place):
    """The columns and their arrangement are the desk's; every change happens there, and everything here follows."""

    def __init__(
        self,
        desk: Desk,
        open_catalogue: OpenCatalogue,
        shelf: ComparisonShelf,
        judged: Keeper[Decisions],
        today: Callable[[], date] = local_today,
    ) -> None:
        super().__init__(desk)
        self._judged = judged
        self._open, self._today = open_catalogue, today
        self._shown: CompareSaid | None = None
        self._seen = Seen()
        self._laid: Laid | None = None
        self._stale = True
        self.bar = Bar(desk.words)
        self.page = ComparisonPage(desk.words)
        self.loading = LoadingLine(desk.words)
        self.start = StartPlace(desk.words)
        self.deeds = Deeds(desk, self._ask_offers, self._offers, lambda: self.page.model.rows, self._pairs)
        self.keeping = Keeping(desk, shelf, self._look_up, self, self._show_name)
        self.handing = Handing(desk, today, self)
        self.presentation: Presentation | None = None
        self.abilities = Abilities(
            words=desk.words,
            state=desk.state,
            add=self.add,
            keep=self.keeping.keep,
            list_all=self.keeping.list_all,
            vary=self.keeping.vary,
            copy=self.copy,
            save=self.save_table,
            present=self.present,
            show_all=self.deeds.show_all,
            next_pair=self.next_pair,
        )
        self._lay_out()
        self._connect()
        self.abilities.install_keys(self)

    def activate(self) -> None:
        if self._stale:
            self._load()
        if self.desk.state.comparable:
            self.page.table.setFocus()
        else:
            self._show_start()
            self.start.give_focus()

    def memory(self) -> Seen:
        return self._seen

    def restore(self, view: object) -> None:
        if isinstance(view, Seen):
            self._seen = view
            self.bar.rows.set_value(view.rows)

    def commands(self) -> Sequence[Offered]:
        return tuple(self.abilities.commands())

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        return self.abilities.shortcuts()

    # --- building

    def _lay_out(self) -> None:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.loading)
        column.addWidget(self.page, 1)
        self._whole = whole
        self._stack = QStackedWidget()
        self._stack.addWidget(whole)
        self._stack.addWidget(self.start)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        QWidget.setTabOrder(self.bar.sheet, self.page.table)

    def _connect(self) -> None:
        state, bar, page = self.desk.state, self.bar, self.page
        state.student_changed.connect(self._changed)
        state.comparison_changed.connect(self._changed)
        state.arrangement_changed.connect(self._show_rows)
        state.arrangement_changed.connect(self._show_name)
        state.decisions_changed.connect(self._decided)
        bar.rows.chosen.connect(self._choose_rows)
        bar.add.clicked.connect(self.add)
        bar.title.clicked.connect(lambda: self.keeping.menu(bar.title).popup(below(bar.title)))
        bar.more.clicked.connect(lambda: self.abilities.menu(self, bar.more.accessibleName()).popup(below(bar.more)))
        bar.present.clicked.connect(self.present)
        bar.sheet.clicked.connect(lambda: state.go("sheet"))
        page.done.connect(self._do)
        page.dropped.connect(self._drop)
        page.folded.connect(self._fold)
        page.wanted_menu.connect(lambda spot: self.deeds.menu(spot, self).popup(spot.at))
        self.start.add.clicked.connect(self.add)
        self.start.programmes.clicked.connect(lambda: state.go("programmes"))
        self.start.named.connect(self.keeping.open_recent)
        self.loading.cancelled.connect(lambda: self.desk.tasks.cancel(TASK))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.set_narrow(narrow=self.width() < NARROW)

    # --- loading and showing

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible() or self.presentation is not None:
            self._load()

    def _decided(self, decisions: Decisions) -> None:
        """Kept at once; a decision that cannot be kept still holds until the program ends, and that is said."""
        try:
            self._judged.save(decisions)
        except EnvironmentProblem as problem:
            self.desk.report(problem)
        self._changed()

    def _pairs(self, key: str) -> tuple[Pair, ...]:
        return self._shown.said.pairs.get(key, ()) if self._shown else ()

    def _load(self) -> None:
        state, words, today, opened = self.desk.state, self.desk.words, self._today(), self._open
        student, columns = state.student, state.comparison
        if len(columns) < FEWEST_COLUMNS:
            self.desk.tasks.cancel(TASK)
            self.loading.stop()
            self._stale = False
            self._show_start()
            return
        decisions = state.decisions_of(self._judged)
        seen, arrangement = self._seen, state.arrangement

        def work() -> tuple[CompareSaid, Laid]:
            with opened() as catalogue:
                shown = say_comparison(catalogue, (student, columns, decisions), words, today)
            return shown, Laid(shown.said, seen, arrangement, arranged(shown.said, seen, arrangement, words))

        self.loading.start()
        self.desk.tasks.submit(TASK, work, self._show, self._failed)

    def _show_start(self) -> None:
        self.start.show_count(len(self.desk.state.comparison), self.keeping.recent)
        self._stack.setCurrentWidget(self.start)

    def _failed(self, error: BaseException) -> None:
        self.loading.stop()
        self.desk.report(error)

    def _show(self, answer: tuple[CompareSaid, Laid]) -> None:
        shown, self._laid = answer
        self.loading.stop()
        self._stale = False
        self._shown = shown
        self._stack.setCurrentWidget(self._whole)
        full = len(shown.said.heads) >= MOST_COLUMNS
        self.bar.add.setEnabled(not full)
        self.bar.add.setToolTip(self.desk.words.tr("Five columns are the most that can be compared.") if full else "+")
        self._show_rows()

    def _show_rows(self) -> None:
        """After another comparison, or another look at the same one."""
        if self._shown is None or self._stale:
            return
        arrangement = self.desk.state.arrangement
        self._show_name()
        rows = self.rows()
        self.page.show_comparison(self._shown, rows, arrangement.pinned)
        if self.presentation is not None:
            self.presentation.show_comparison(self._shown.said, told(rows, arrangement))

    def _show_name(self) -> None:
        self.bar.show_name(self.desk.state.arrangement.name, changed=self.keeping.changed)

    def told(self) -> tuple[RowSaid, ...]:
        """The rows that are handed on, and that the student sees."""
        return told(self.rows(), self.desk.state.arrangement)

    def rows(self) -> tuple[RowSaid, ...]:
        """The rows as they are shown, of all columns."""
        if self._shown is None:
            return ()
        said, seen, arrangement = self._shown.said, self._seen, self.desk.state.arrangement
        laid = self._laid
        if laid is None or laid.said is not said or (laid.seen, laid.arrangement) != (seen, arrangement):
            laid = self._laid = Laid(said, seen, arrangement, arranged(said, seen, arrangement, self.desk.words))
        return laid.rows

    # --- what the advisor does

    def _choose_rows(self, rows: str) -> None:
        self._seen = replace(self._seen, rows=Rows(rows))
        self._show_rows()

    def _fold(self, key: str) -> None:
        """A band folds its group away; a fold shows what it stands for."""
        if key.startswith("band:"):
            self._seen = replace(self._seen, collapsed=self._seen.collapsed ^ {key})
        else:
            self._seen = replace(self._seen, unfolded=self._seen.unfolded ^ {key})
        self._show_rows()

    def next_pair(self, step: int) -> None:
        """Goes to the next pair of courses that nobody has decided on, or back to the one before."""
        if self._shown is None or not self.desk.state.comparable:
            return
        keys = undecided(self._shown.said)
        if not keys:
            self.desk.say(self.desk.words.tr("No pair of courses is left to decide on."))
            return
        self._seen = with_courses(self._seen)
        self.bar.rows.set_value(self._seen.rows)
        self._show_rows()
        self.page.go_on(keys, step)

    def _do(self, command: Command, spot: Spot) -> None:
        """Where a column moves, the reader goes along."""
        state = self.desk.state
        column = state.comparison[spot.column] if 0 <= spot.column < len(state.comparison) else None
        self.deeds.do(command, spot)
        if command in (Command.LEFT, Command.RIGHT, Command.PIN) and column in state.comparison:
            self.page.bring(state.comparison.index(column))

    def _drop(self, column: int, to: int) -> None:
        state = self.desk.state
        if 0 <= column < len(state.comparison):
            state.move_in_comparison(state.comparison[column], to)

    def add(self) -> None:
        """Opens the list that a column is chosen from, where there is room for one more."""
        if self._stack.currentWidget() is self.start:
            self.deeds.add(self.start.add)
        elif self.bar.add.isEnabled():
            self.deeds.add(self.bar.add)

    def copy(self) -> None:
        if self._shown is not None and self.desk.state.comparable:
            self.handing.copy(self._shown, self.told())

    def save_table(self, suffix: str) -> None:
        if self._shown is not None and self.desk.state.comparable:
            self.handing.save(self._shown, self.told(), suffix)

    def present(self) -> None:
        """The larger view that the student sees; pressed again, it is gone."""
        if self.presentation is not None:
            self.presentation.close()
        elif self._shown is not None and self.desk.state.comparable:
            self.presentation = Presentation(self.desk.words, self.window())
            self.presentation.left.connect(self._presented)
            self.presentation.show_comparison(self._shown.said, self.told())
            self.presentation.begin()

    def _presented(self) -> None:
        self.presentation = None
        self.page.table.setFocus()

    # --- questions to the catalogue

    def _offers(self) -> Offers:
        state = self.desk.state
        return Offers(
            student=state.student, there=state.comparison, taken_out=state.taken_out, words=self.desk.words, today=self._today()
        )

    def _ask_offers(self, find: Find, typed: str, then: Callable[[tuple[Offer, ...]], None]) -> None:
        self._look_up(lambda catalogue: find(catalogue, typed), then)

    def _look_up(self, work: Callable[[CatalogueReader], object], then: Callable[..., None]) -> None:
        opened = self._open

        def look() -> object:
            with opened() as catalogue:
                return work(catalogue)

        self.desk.tasks.submit(LOOK_UP, look, then)
