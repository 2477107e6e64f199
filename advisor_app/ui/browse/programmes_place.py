"""The Programmes place: search and facets, results, and the details of one programme."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut

from advisor_app.domain.columns import Column
from advisor_app.domain.student import Student, Wishes
from advisor_app.services.browse import Browsed, Facet, Query
from advisor_app.services.shelf import SavedSearch
from advisor_app.ui.browse import offers
from advisor_app.ui.browse.asking import Answer, OpenCatalogue, Opened, Speaker
from advisor_app.ui.browse.columns import Columns
from advisor_app.ui.browse.facet_column import FacetColumn
from advisor_app.ui.browse.memory_desk import MemoryDesk
from advisor_app.ui.browse.remembered import Remembered
from advisor_app.ui.browse.requests import Requests
from advisor_app.ui.browse.results_pane import ResultsPane
from advisor_app.ui.browse.right_side import RightSide
from advisor_app.ui.browse.tab_titles import Tab
from advisor_app.ui.commands import Command
from advisor_app.ui.comparison_state import Added
from advisor_app.ui.itemmodels.programmes import CHUNK, Chunk, ProgrammesModel
from advisor_app.ui.place import Desk, Place

if TYPE_CHECKING:
    from advisor_app.ui.browse.detail_pane import DetailPane

_LEAST = QSize(600, 320)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


@dataclass(frozen=True, slots=True)
class View:
    """What is chosen in this place alone."""

    query: Query
    tab: Tab
    folded: frozenset[Facet]


class ProgrammesPlace(Place):
    """Listens to the desk; every change asks the services anew, and what is on the screen stays until the answer is there."""

    def __init__(self, desk: Desk, open_catalogue: OpenCatalogue, remembered: Remembered) -> None:
        super().__init__(desk)
        self._found: Browsed | None = None
        self._arriving = False
        self.facets = FacetColumn(desk.words)
        self.results = ResultsPane(desk.words)
        self._right = RightSide(desk, self._connect_details)
        self._columns = Columns(self, self.facets, self.results, self._right)
        self._ask = Requests(desk.tasks, open_catalogue, lambda: Speaker(desk.words, self._right.today), self)
        self.kept = MemoryDesk(desk, remembered, lambda: self._right.made, self._query_in_words, self)
        self._connect()
        self._install_keys()

    @property
    def details(self) -> "DetailPane":
        return self._right.details

    # --- what the frame asks

    def activate(self) -> None:
        self._right.mark_question(self.desk.state.student)
        if self._found is None:
            self._comparison_changed()
            self._browse()
            self._load_details()
        self._arriving = not self.isAncestorOf(self.window().focusWidget())
        self._arrive()

    def memory(self) -> View:
        return View(self._query, self._right.tab, self.facets.folded)

    def restore(self, view: object) -> None:
        if isinstance(view, View):
            self.facets.take_up(view.query.text, view.query.selected, view.folded)
            self.results.set_order(view.query.order, descending=view.query.descending)
            self._right.choose_tab(view.tab)

    def search(self) -> bool:
        self.facets.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.facets.search.selectAll()
        return True

    def minimumSizeHint(self) -> QSize:
        """Everything in here scrolls by itself."""
        return _LEAST

    def heightForWidth(self, _width: int) -> int:
        """Asked for by what holds the place, which would scroll it as a whole to make room for every wrapped label."""
        return _LEAST.height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._columns.fit(event.size().width())

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        return offers.keys(self.desk.words)

    def commands(self) -> Sequence[Command]:
        words = self.desk.words
        return [*offers.orders(self.results, words), *offers.facets(self.facets, words), *self.kept.commands()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain, key = event.modifiers() in _PLAIN, event.key()
        if event.text() == "/":
            self.search()
        elif plain and key == Qt.Key.Key_C and self._shown:
            self._compare(self._shown)
        elif plain and key == Qt.Key.Key_P:
            self.kept.turn_pin()
        elif plain and key == Qt.Key.Key_X:
            self.facets.clear()
        elif plain and key == Qt.Key.Key_Escape and not self.results.view.hasFocus():
            self.facets.fold()
            self.results.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    # --- what is asked of the services

    def _connect(self) -> None:
        state = self.desk.state
        state.student_changed.connect(self._student_changed)
        state.next_began.connect(self._begin_anew)
        state.comparison_changed.connect(self._comparison_changed)
        state.selected_changed.connect(self._selected_changed)
        self.facets.typed.connect(self._browse)
        self.facets.chosen.connect(self._browse)
        self.facets.left_below.connect(self._to_results)
        self.facets.unfolded.connect(lambda on: self._columns.show_results(unfolded=on))
        self.results.ordered.connect(self._browse)
        self.results.search_cleared.connect(self.facets.search.clear)
        self.results.facets_cleared.connect(self.facets.clear)
        self.results.loading.cancelled.connect(self._ask.give_up_finding)
        self.results.view.in_sight.connect(self._load_rows)
        self.results.model.missing.connect(lambda row: self._load_rows(row, row))
        self.results.view.chosen.connect(state.select)
        self.results.view.opened.connect(self._to_details)
        self.results.view.compared.connect(self._compare)
        self._right.answered.connect(self._to_list)
        self.results.memory.clicked.connect(self._open_menu)
        self.kept.led_to.connect(state.select)
        self.kept.opened.connect(self._to_details)
        self.kept.searched.connect(self._search_again)
        self.kept.saving.connect(self._save_search)

    def _connect_details(self, details: "DetailPane") -> None:
        details.compared.connect(self._compare)
        details.copied.connect(self._said_copied)
        details.view.led_to.connect(self._to_details)
        details.pinned.connect(self.kept.turn_pin)

    def _install_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+Shift+C": self._copy_section,
            "Alt+Left": self.kept.back,
            "Alt+Right": self.kept.forward,
            "Ctrl+H": self._open_menu,
            "Ctrl+S": self._save_search,
        }
        for key, then in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(then)

    @property
    def _query(self) -> Query:
        return Query(
            text=self.facets.search.text(),
            selected=self.facets.selection,
            order=self.results.order,
            descending=self.results.descending,
        )

    def _query_in_words(self, query: Query) -> str:
        """``“law” · Paris, Alternance``."""
        words = self.desk.words
        chosen = [self.facets.label_of(facet, value) for facet, values in query.selected.items() for value in sorted(values)]
        return " · ".join([*([words.quoted(query.text)] if query.text else []), *([", ".join(chosen)] if chosen else [])])

    def _open_menu(self) -> None:
        self.kept.open_menu(self.results.memory)

    def _save_search(self) -> None:
        self.kept.save(self._query)

    def _browse(self) -> None:
        state = self.desk.state
        self.results.loading.start()
        self._ask.found(state.student, self._query, state.selected, self._show_found, self._failed)

    def _load_rows(self, first: int, last: int) -> None:
        """The words of what is in sight, where they are not there yet. The latest of several requests is answered."""
        found, model = self.results.model.found, self.results.model
        if found is None:
            return
        ahead = min(last + CHUNK // 2, len(found) - 1)
        starts = [start for start in range(first - first % CHUNK, ahead + 1, CHUNK) if model.row(start) is None]

        def show(chunks: tuple[Chunk, ...]) -> None:
            for chunk in chunks:
                model.put(found, chunk)

        if starts:
            self._ask.rows(found, starts, show)

    def _load_details(self) -> None:
        chosen = self.desk.state.selected
        if chosen is not None:
            self._ask.details(
                self.desk.state.student, chosen, self._right.tab, self._show_details, partial(self._not_opened, chosen)
            )

    def _not_opened(self, programme_id: str, error: BaseException) -> None:
        """What is pinned or recent may be of another catalogue."""
        self.kept.forget(programme_id)
        self.desk.report(error)

    def _failed(self, error: BaseException) -> None:
        self.results.loading.stop()
        self.desk.report(error)

    # --- what the services answer

    def _show_found(self, answer: Answer) -> None:
        found, before = answer.found, self._found
        retyped = bool(found.query.text.strip()) and before is not None and before.query.text != found.query.text
        self._found = found
        self.results.loading.stop()
        self.facets.show_facets(found.facets, verdicts=not found.student.empty)
        self.results.show_found(found, answer.chunks, wishes=found.student.wishes != Wishes())
        if found and not found.student.empty and (retyped or answer.chosen is None):
            self.desk.state.select(self.results.model.index(0).data(ProgrammesModel.ID))  # the best one is looked at
        self.results.view.show_current(self.desk.state.selected)
        self._show_right(found.student)
        self._arrive()

    def _show_details(self, opened: Opened) -> None:
        chosen = opened.detailed.subject.programme.id
        if chosen == self.desk.state.selected:
            self.details.show_details(opened.detailed, compared=chosen in self._compared, ready=(opened.tab, opened.lines))
            self.kept.shown()
            self._show_right(self.desk.state.student)
            self._ask.related(self.desk.state.student, opened.detailed, partial(self.details.show_related, chosen))

    def _show_right(self, student: Student) -> None:
        """The details of what is chosen; before anything is known or chosen, the first question."""
        if self._shown_in_details is not None and self.desk.state.selected is not None:
            self._right.show_details()
        elif student.empty and self._found is not None:
            self._right.show_question(self._found.routes)

    # --- what changes on the desk

    def _student_changed(self, student: Student) -> None:
        if student.empty:
            self.desk.state.select(None)
        self._right.mark_question(student)
        self._browse()
        self._load_details()

    def _begin_anew(self) -> None:
        """What was searched for was the last student's."""
        self.facets.take_up("", {})
        self._browse()

    def _selected_changed(self, programme_id: str) -> None:
        self.results.view.show_current(programme_id or None)
        if programme_id:
            self._load_details()
        else:
            self._show_right(self.desk.state.student)

    def _comparison_changed(self) -> None:
        self.results.model.set_compared(self._compared)
        if self._right.made is not None:
            self._right.made.set_compared(compared=self._shown_in_details in self._compared)

    @property
    def _compared(self) -> frozenset[str]:
        return frozenset(column.programme for column in self.desk.state.comparison)

    @property
    def _shown(self) -> str | None:
        return self.desk.state.selected

    @property
    def _shown_in_details(self) -> str | None:
        return self._right.made.shown_id if self._right.made is not None else None

    # --- what the advisor does

    def _arrive(self) -> None:
        """Puts the focus where one begins, once that is known; not of whoever went elsewhere, or began to search, meanwhile."""
        if not self._arriving or self._found is None:
            return
        self._arriving = False
        if not self.isVisible() or self.facets.isAncestorOf(self.window().focusWidget()):
            return
        if not (self.desk.state.student.empty and self._right.begin()):
            self._to_list()

    def _to_list(self) -> None:
        self.facets.fold()
        self.results.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_results(self) -> None:
        self.facets.fold()
        self.results.view.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.results.view.currentIndex().isValid() and self.results.model.ids:
            self.desk.state.select(self.results.model.index(0).data(ProgrammesModel.ID))

    def _to_details(self, programme_id: str) -> None:
        self.kept.opening(programme_id)
        self.desk.state.select(programme_id)
        self.details.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _search_again(self, search: SavedSearch) -> None:
        query = search.query
        self.facets.take_up(query.text, query.selected)
        self.results.set_order(query.order, descending=query.descending)
        self._browse()

    def _compare(self, programme_id: str) -> None:
        """Puts a programme in the comparison; every column of it is taken out where it is there already."""
        state = self.desk.state
        columns = [column for column in state.comparison if column.programme == programme_id]
        for column in columns:
            state.remove_from_comparison(column)
        if not columns and state.add_to_comparison(Column(programme=programme_id)) is Added.FULL:
            self._comparison_changed()  # the window says that it is full

    def _copy_section(self) -> None:
        if self._right.made is not None:
            self._right.made.copy_section()

    def _said_copied(self, section: str) -> None:
        self.desk.say(self.desk.words.tr("Copied as text: {section}", section=section))
