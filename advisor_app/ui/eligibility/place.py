"""The Eligibility place: every route on the left, one of them explained on the right."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from advisor_app.domain.columns import Column
from advisor_app.domain.route import Route
from advisor_app.domain.student import Student
from advisor_app.domain.what_if import answered
from advisor_app.services.check import Checked, check_best
from advisor_app.services.reader import CatalogueReader
from advisor_app.services.what_if import moves
from advisor_app.ui.clock import local_today
from advisor_app.ui.comparison_state import Added
from advisor_app.ui.components import Button, Kind, Label, LoadingLine, PaneBar, rule
from advisor_app.ui.eligibility.findings_said import headings
from advisor_app.ui.eligibility.question_card import QuestionCard
from advisor_app.ui.eligibility.question_said import Given, QuestionSaid, question_said
from advisor_app.ui.eligibility.route_list import RouteList
from advisor_app.ui.eligibility.route_pane import RoutePane
from advisor_app.ui.eligibility.route_said import RouteSaid, check_of, route_said
from advisor_app.ui.eligibility.routes_said import Before, RoutesSaid, routes_said
from advisor_app.ui.eligibility.settle import settle
from advisor_app.ui.itemmodels.naming import Namer
from advisor_app.ui.itemmodels.routes import RoutesModel
from advisor_app.ui.place import Desk, Place
from advisor_app.ui.tokens import Role, Size
from advisor_app.wording import Translator

OpenCatalogue: TypeAlias = Callable[[], AbstractContextManager[CatalogueReader]]
"""Opens the catalogue for one piece of work, on whichever thread that runs."""

TASK = "eligibility"
KEY = "Ctrl+Shift+W"
_NARROWEST = 344  # of the list; its bar has to hold two buttons in French
_SHARE = 0.4  # of a small window


@dataclass(frozen=True, slots=True, kw_only=True)
class EligibilitySaid:
    """Everything that the place shows, made in one go off the window's thread."""

    checked: Checked
    name: Namer
    before: Before
    routes: RoutesSaid
    question: QuestionSaid | None
    route: RouteSaid | None


@dataclass(frozen=True, slots=True)
class Whom:
    """``actual`` is the real student while ``shown`` is only supposed, else ``None``."""

    shown: Student
    actual: Student | None


def say_eligibility(
    open_catalogue: OpenCatalogue, whom: Whom, words: Translator, today: date, shown: tuple[str | None, Route | None]
) -> EligibilitySaid:
    """Holds the student against everything; ``shown`` are the campus that the list is narrowed to and the route looked at."""
    campus, wanted = shown
    with open_catalogue() as catalogue:
        checked = check_best(catalogue, whom.shown, () if wanted is None else (wanted.programme,))
        ids = [one.programme.id for one in checked.programmes]
        before = {} if whom.actual is None else moves(catalogue, whom.actual, whom.shown, ids).was()
    name = Namer(words, checked.subjects, today)
    routes = routes_said(checked, name, campus, before)
    there = [one.route for one in checked.routes if campus in {None, one.route.campus}]
    route = wanted if wanted in there else next(iter(there), None)
    return EligibilitySaid(
        checked=checked,
        name=name,
        before=before,
        routes=routes,
        question=question_said(checked, name),
        route=route_said(checked, route, name, before.get(route)) if route else None,
    )


@dataclass(frozen=True, slots=True)
class View:
    """What is chosen in this place alone."""

    route: Route | None
    campus: str | None


class EligibilityPlace(Place):
    """Answers and what-ifs change the desk's student; everything here follows from that."""

    def __init__(self, desk: Desk, open_catalogue: OpenCatalogue, today: Callable[[], date] = local_today) -> None:
        super().__init__(desk)
        self._open = open_catalogue
        self._today = today
        self._said: EligibilitySaid | None = None
        self._route: Route | None = None
        self._campus: str | None = None
        self._stale = True
        self._build()
        self._connect()

    @property
    def route(self) -> Route | None:
        """The route looked at."""
        return self._route

    def activate(self) -> None:
        if self._stale:
            self._load()
        self.list.setFocus()

    def memory(self) -> View:
        return View(self._route, self._campus)

    def restore(self, view: object) -> None:
        if isinstance(view, View):
            self._route, self._campus = view.route, view.campus

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        words = self.desk.words
        return (
            ("C", words.tr("Add to comparison")),
            (words.tr("←, →"), words.tr("Fold and unfold a group or a row")),
            (words.tr("Enter"), words.tr("Where a finding comes from")),
        )

    def open_route(self, route: Route) -> None:
        """Shows the route here, for others who link to it."""
        if self._said is None or self._stale:
            self._route = route
        elif check_of(self._said.checked, route) is None:  # of a programme that was not looked at
            self._route = route
            self._load()
        else:
            self.list_route(route)

    # --- building

    def _build(self) -> None:
        words = self.desk.words
        self.model = RoutesModel(self)
        self.list = RouteList(self.model)
        self.list.setAccessibleName(words.tr("Eligibility"))
        self.question = QuestionCard(words)
        self.pane = RoutePane(words)
        self.loading = LoadingLine(words)
        self.what_if = self._switch()
        self._count = Label("", Role.HEAD, wrap=False)
        self._of = Label("", Role.SMALL, "text2", wrap=False)
        self.campus = Button(words.tr("All campuses"), Kind.GHOST, trailing="chevron-down")
        self.campus.tone = "text2"
        self._campuses = QMenu(self.campus)
        self._campuses.setAccessibleName(words.tr("Campus"))
        self.campus.setMenu(self._campuses)
        self._choices = QActionGroup(self)
        self._left = QWidget()
        self._left.setFixedWidth(Size.ROUTES)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._bar(), self.loading, self.question, rule()):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._left)
        line.addWidget(rule(vertical=True))
        line.addWidget(self.pane, 1)

    def _switch(self) -> Button:
        words = self.desk.words
        switch = Button(words.tr("What if…"), icon="route")
        switch.setCheckable(True)
        switch.setChecked(self.desk.state.supposing)
        switch.setToolTip(words.tr("Suppose something about the student, keeping the real situation  ({key})", key=KEY))
        return switch

    def _bar(self) -> PaneBar:
        bar = PaneBar(least=52)
        counted = QVBoxLayout()
        counted.setSpacing(0)
        counted.addStretch(1)
        counted.addWidget(self._count)
        counted.addWidget(self._of)
        counted.addStretch(1)
        bar.line.addLayout(counted, 1)
        bar.line.addWidget(self.what_if, 0, Qt.AlignmentFlag.AlignVCenter)
        bar.line.addWidget(self.campus, 0, Qt.AlignmentFlag.AlignVCenter)
        return bar

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window the list gives way to what explains it."""
        super().resizeEvent(event)
        self._left.setFixedWidth(max(_NARROWEST, min(Size.ROUTES, round(event.size().width() * _SHARE))))

    def _connect(self) -> None:
        state = self.desk.state
        state.student_changed.connect(self._changed)
        state.supposing_changed.connect(self._changed)
        self.what_if.clicked.connect(self._toggle_what_if)
        state.comparison_changed.connect(self._show_compared)
        self.list.chosen.connect(self._choose)
        self.question.answered.connect(self._answer)
        self.question.other_wanted.connect(self.desk.open_field)
        self.pane.opened.connect(self.list_route)
        self.pane.tried.connect(self.desk.state.suppose)
        self.pane.compared.connect(self._compare)
        self.loading.cancelled.connect(lambda: self.desk.tasks.cancel(TASK))
        shortcut = QShortcut(QKeySequence("C"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.pane.compare.click)

    # --- loading and showing

    def _changed(self) -> None:
        self.what_if.setChecked(self.desk.state.supposing)
        self._stale = True
        if self.isVisible():
            self._load()

    def _load(self) -> None:
        state, words, today = self.desk.state, self.desk.words, self._today()
        whom = Whom(state.student, state.actual if state.student != state.actual else None)
        shown = (self._campus, self._route)
        self.loading.start()
        self.desk.tasks.submit(TASK, lambda: say_eligibility(self._open, whom, words, today, shown), self._show, self._failed)

    def _failed(self, error: BaseException) -> None:
        self.loading.stop()
        self.desk.report(error)

    def _show(self, said: EligibilitySaid) -> None:
        self.loading.stop()
        self._stale = False
        self._said = said
        self._count.setText(said.routes.routes)
        self._of.setText(said.routes.programmes)
        self._of.setToolTip(said.routes.left_out)
        self._show_campuses(said.routes)
        asked_anew = self.question.question != said.question
        self.question.show_question(said.question)
        self.desk.state.ask(said.question.field if said.question else None)
        self._route = said.route.route if said.route else None
        if self.model.show(said.routes.groups, self.desk.words.tr("Route")):
            self.list.restore(self._route)
        self._show_route(said.route)
        if asked_anew:
            settle(self.question.inner, self)
        settle(self.pane.tree, self.pane)

    def _show_route(self, route: RouteSaid | None) -> None:
        if self._said is None:
            return
        compared = route is not None and self._column(route.route) in self.desk.state.comparison
        self.pane.show_route(route, headings(self._said.name), in_comparison=compared)

    def _show_compared(self) -> None:
        if self._route is not None:
            self.pane.show_in_comparison(self._column(self._route) in self.desk.state.comparison)

    def _show_campuses(self, routes: RoutesSaid) -> None:
        names = dict(routes.campuses)
        chosen = names.get(self._campus or "", self.desk.words.tr("All campuses"))
        self.campus.setText(chosen.replace("&", "&&"))
        self.campus.setAccessibleName(self.desk.words.tr("Campus: {campus}", campus=chosen))
        self.campus.updateGeometry()
        if [action.data() for action in self._campuses.actions()] == [None, *names]:
            return
        self._campuses.clear()
        for campus, name in ((None, self.desk.words.tr("All campuses")), *names.items()):
            self._campuses.addAction(self._campus_action(campus, name))

    def _campus_action(self, campus: str | None, name: str) -> QAction:
        action = QAction(name.replace("&", "&&"), self._campuses)
        action.setCheckable(True)
        action.setChecked(campus == self._campus)
        action.setData(campus)
        self._choices.addAction(action)
        action.triggered.connect(lambda: self.narrow(campus))
        return action

    # --- what the advisor does

    def narrow(self, campus: str | None) -> None:
        """Shows the routes of one campus, or all."""
        self._campus = campus
        self._load()

    def list_route(self, route: Route) -> None:
        """Goes to another route of the list."""
        if self._campus not in {None, route.campus}:
            self._route = route
            self.narrow(None)
        else:
            self.list.open_route(route)

    def _choose(self, route: Route) -> None:
        if self._said is None or route == self._route:
            return
        self._route = route
        said = self._said
        self._show_route(route_said(said.checked, route, said.name, said.before.get(route)))

    def _answer(self, given: Given) -> None:
        self.desk.state.set_student(answered(self.desk.state.student, given.field, given.value))

    def _toggle_what_if(self) -> None:
        """The button shows what the state says, which may have been changed by key as well."""
        if self.desk.state.supposing:
            self.desk.state.drop()
        else:
            self.desk.state.suppose()

    def _compare(self, route: Route) -> None:
        state, column = self.desk.state, self._column(route)
        if column in state.comparison:
            state.remove_from_comparison(column)
        elif state.add_to_comparison(column) is Added.FULL:
            self.desk.say(self.desk.words.tr("The comparison has five columns already: take one out first."), "warning")
        self._show_compared()

    @staticmethod
    def _column(route: Route) -> Column:
        return Column(programme=route.programme, route=route)
