"""The real window, driven in process, and every screen and state of it: photographed by ``pictures.py``, walked by the tests.

A screen says how to get there from a clear desk, through what an advisor would do or through the desk's state.
"""

import time
from collections.abc import Callable, Hashable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, QRect, QTimer
from PySide6.QtGui import QCursor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from advisor_app import carried, paths, settings
from advisor_app.app import Advisor
from advisor_app.domain.columns import Column
from advisor_app.domain.student import Student
from advisor_app.domain.text import Lang
from advisor_app.interchange.student_file import read_student
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.services.browse import Facet
from advisor_app.ui.browse.programmes_place import ProgrammesPlace
from advisor_app.ui.browse.tab_titles import Tab
from advisor_app.ui.compare.arranged import COURSE_LINES, Rows
from advisor_app.ui.compare.place import ComparePlace
from advisor_app.ui.eligibility.place import EligibilityPlace
from advisor_app.ui.errors import ErrorDesk
from advisor_app.ui.itemmodels.comparison import RowKind
from advisor_app.ui.main_window import MainWindow
from advisor_app.ui.place import Place
from advisor_app.ui.sheet.sheet_place import SheetPlace
from advisor_app.ui.state import PlaceKey
from advisor_app.ui.strip.fields import BY_KEY, FieldKey
from advisor_app.ui.theme import Mode
from advisor_app.ui.tokens import LIGHT

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = paths.resource_dir() / "samples" / "student.toml"
STUDENTS = ROOT / "tests" / "cases" / "students"
HEIP, INTELLIGENCE, SECURITY = "heip-msc-international-relations", "ileri-m2-strategic-intelligence", "ileri-m2-security-defence"

_PATIENCE = 30.0  # seconds until a screen counts as one that never comes
_SOON = 500  # milliseconds: shorter timers belong to the change that they follow

P = TypeVar("P", bound=Place)


class NeverQuietError(Exception):
    """The window is still at work after a long time."""


class Stage:
    """The program as ``app.py`` puts it together, at a given size. Close it before another is made."""

    def __init__(self, app: QApplication, catalogue: Path | None = None) -> None:
        app.setCursorFlashTime(0)  # a picture must not depend on when it was taken
        self.faults: list[BaseException] = []
        errors = ErrorDesk(app)
        errors.crash.connect(self.faults.append)
        self.window = MainWindow(LIGHT)
        loaded = settings.load()
        greeted = replace(loaded, settings=replace(loaded.settings, seen=carried.version()))
        self.advisor = Advisor(app, self.window, catalogue or paths.default_catalogue(), errors, greeted)
        self.window.painted.connect(self.advisor.load)
        self.state = self.advisor.state
        self._running: set[Hashable] = set()
        self.advisor.tasks.began.connect(self._running.add)
        self.advisor.tasks.ended.connect(self._running.discard)
        self.catalogue = open_catalogue(paths.default_catalogue())

    def open(self, width: int = 1366, height: int = 768) -> None:
        """Shows the window and waits until its first place stands."""
        self.window.resize(width, height)
        self.window.begin()
        self.window.activateWindow()
        QCursor.setPos(self.window.mapToGlobal(QPoint(width - 1, height - 1)))  # nothing is under the pointer there
        self.settle()

    def close(self) -> None:
        """Takes the window away, as quitting would."""
        self.close_popups()
        self.window.closing = lambda: True  # nobody is there to be asked
        self.window.close()
        self.advisor.end()
        self.window.deleteLater()
        self.advisor.deleteLater()
        self.catalogue.close()
        _flush()

    # --- waiting

    def settle(self) -> None:
        """Until no work runs, no short timer is waiting, and everything that follows from them is shown."""
        self.until(lambda: True)

    def until(self, reached: Callable[[], bool]) -> None:
        """The same, and until ``reached`` holds."""
        ends, quiet = time.monotonic() + _PATIENCE, 0
        while quiet < 3:
            _flush()
            timers = (*self.window.findChildren(QTimer), *self.advisor.findChildren(QTimer))
            ready = not self._running and not any(_due_soon(timer) for timer in timers) and reached()
            quiet = quiet + 1 if ready else 0
            if not ready:
                QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            if time.monotonic() > ends:
                raise NeverQuietError(f"waited for {_PATIENCE:.0f} s; running: {self._running}")

    # --- the desk

    def look(self, lang: Lang, mode: Mode = "light") -> None:
        """Changes language and theme, as the foot of the rail does."""
        self.state.set_theme(mode)
        self.state.set_lang(lang)
        self.settle()

    def clear(self) -> None:
        """The desk and the places as they are when the program starts, in the present language and theme."""
        self.close_popups()
        self.state.next_student()
        self.state.select(None)
        self.state.ask(None)
        self.state.go("programmes")
        self.state.language_changed.emit(self.state.lang)  # which builds all places anew
        self.settle()

    def go(self, place: PlaceKey) -> None:
        self.state.go(place)
        self.settle()

    def read(self, file: Path) -> Student:
        return read_student(file, self.catalogue.reference(), self.catalogue.campus_ids())

    def student(self, file: Path = SAMPLE) -> None:
        """Puts the student of a file on the desk."""
        self.state.set_student(self.read(file))
        self.settle()

    def compare(self, count: int) -> None:
        """The three programmes, then routes of them that differ as much as can be."""
        routes = self.catalogue.routes((HEIP,))
        apart = (next(route for route in routes if route.format != "initial"), routes[-1])
        whole = tuple(Column(programme=one) for one in (HEIP, INTELLIGENCE, SECURITY))
        for column in (*whole, *(Column(programme=HEIP, route=route) for route in apart))[:count]:
            self.state.add_to_comparison(column)
        self.settle()

    # --- the places

    @property
    def programmes(self) -> ProgrammesPlace:
        return self._place(ProgrammesPlace)

    @property
    def eligibility(self) -> EligibilityPlace:
        return self._place(EligibilityPlace)

    @property
    def comparison(self) -> ComparePlace:
        return self._place(ComparePlace)

    @property
    def sheet(self) -> SheetPlace:
        return self._place(SheetPlace)

    def _place(self, kind: type[P]) -> P:
        place = self.window.place
        if not isinstance(place, kind):
            raise TypeError(f"{kind.__name__} is not the place shown")
        return place

    # --- what is seen

    def shown(self) -> tuple[QWidget, ...]:
        """The window and what is open above it: pickers, menus, dialogs."""
        return (self.window, *(one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not self.window))

    def close_popups(self) -> None:
        for widget in self.shown()[1:]:
            with suppress(RuntimeError):  # closing one may take another with it
                widget.close()
        self.settle()

    def picture(self) -> QImage:
        """The window with what is open above it. Popups are laid over it where they stand, so no screen is needed."""
        self.settle()
        window, *above = self.shown()
        picture = window.grab().toImage()
        painter = QPainter(picture)
        for widget in above:
            place = window.mapFromGlobal(widget.mapToGlobal(QPoint(0, 0)))
            painter.drawPixmap(place, widget.grab())
            if isinstance(widget, QDialog):  # which the window manager gives an edge
                painter.drawRect(QRect(place, widget.size()).adjusted(-1, -1, 0, 0))
        painter.end()
        return picture


def _flush() -> None:
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()


def _due_soon(timer: QTimer) -> bool:
    return timer.isActive() and timer.isSingleShot() and timer.interval() <= _SOON


# --- the screens


class Screen(NamedTuple):
    """``show`` goes there from a clear desk."""

    name: str
    show: Callable[[Stage], None]


def start(_stage: Stage) -> None:
    """Nothing is known yet."""


def programmes(stage: Stage) -> None:
    stage.student()


def programmes_compared(stage: Stage) -> None:
    stage.student()
    stage.compare(2)


def _tab(tab: Tab, programme: str = HEIP) -> Callable[[Stage], None]:
    def show(stage: Stage) -> None:
        stage.student()
        stage.state.select(programme)
        stage.settle()
        stage.programmes.details.choose_tab(tab)
        stage.settle()

    return show


def provenance(stage: Stage) -> None:
    """Where two facts of the overview come from."""
    stage.student()
    view = stage.programmes.details.view
    folding = [row for row, line in enumerate(view.lines.lines) if line.fold]
    for row in folding[:2]:
        view.toggle(view.lines.index(row))
    view.setFocus()


def nothing_found(stage: Stage) -> None:
    stage.student()
    stage.programmes.facets.search.setText("oceanography")


def search(stage: Stage) -> None:
    stage.student()
    stage.window.frame.strip.setFocus()
    stage.programmes.search()
    stage.programmes.facets.search.setText("intel")


def forgiven(stage: Stage) -> None:
    """Words with mistakes of typing, and where others were found."""
    stage.student()
    stage.programmes.facets.search.setText("stratgic inteligence")


def found_elsewhere(stage: Stage) -> None:
    """Found in courses and texts, not in names."""
    stage.student()
    stage.programmes.facets.search.setText("project")


def facet_in_full(stage: Stage) -> None:
    """Every value of a facet."""
    stage.student()
    facets = stage.programmes.facets
    facets.groups[Facet.FIELD].open(opened=True)
    stage.settle()
    facets.groups[Facet.FIELD].more.click()


def remembered(stage: Stage) -> None:
    """The menu of pins, recent programmes and saved searches."""
    stage.student()
    place = stage.programmes
    if not place.details.pin_button.isChecked():
        place.kept.turn_pin()
    place.kept.opened.emit(INTELLIGENCE)
    place.facets.search.setText("law")
    stage.settle()
    place.kept.saving.emit()
    place.facets.search.clear()
    stage.settle()
    place.results.memory.click()


def related(stage: Stage) -> None:
    """The end of the overview."""
    stage.student()
    stage.programmes.details.view.scrollToBottom()


def catalogue(stage: Stage) -> None:
    stage.go("catalogue")


def palette(stage: Stage) -> None:
    stage.student()
    stage.window.frame.open_palette()


def palette_typed(stage: Stage) -> None:
    stage.student()
    stage.window.frame.open_palette().field.setText("intel")


def eligibility_empty(stage: Stage) -> None:
    stage.go("eligibility")


def eligibility(stage: Stage) -> None:
    stage.student()
    stage.go("eligibility")


def eligibility_asks(stage: Stage) -> None:
    """Little is known: a question to ask next."""
    stage.student(STUDENTS / "level-without-field.toml")
    stage.go("eligibility")


def eligibility_not_yet(stage: Stage) -> None:
    """Everything is closed, with ways forward."""
    stage.student(STUDENTS / "two-years.toml")
    stage.go("eligibility")


def eligibility_foreign(stage: Stage) -> None:
    stage.student(STUDENTS / "british-bachelor.toml")
    stage.go("eligibility")


def compare_empty(stage: Stage) -> None:
    stage.go("compare")


def _compare(count: int) -> Callable[[Stage], None]:
    def show(stage: Stage) -> None:
        stage.student()
        stage.compare(count)
        stage.go("compare")

    return show


def compare_all_rows(stage: Stage) -> None:
    _compare(3)(stage)
    stage.comparison.bar.rows.set_value(Rows.ALL)
    stage.comparison.bar.rows.chosen.emit(Rows.ALL)


def compare_end(stage: Stage) -> None:
    """The foot of the table, where costs and courses are drawn."""
    compare_all_rows(stage)
    stage.settle()
    stage.comparison.page.table.scrollToBottom()


def compare_costs(stage: Stage) -> None:
    _compare(3)(stage)
    place = stage.comparison.page
    bars = next(number for number, row in enumerate(place.model.rows) if row.kind is RowKind.PICTURE)
    place.table.scrollTo(place.model.index(bars, 0), place.table.ScrollHint.PositionAtCenter)


def compare_courses(stage: Stage) -> None:
    """The courses one by one, with pairs to decide on, a note and a hidden row."""
    compare_all_rows(stage)
    stage.settle()
    page = stage.comparison.page
    page.folded.emit(COURSE_LINES)
    note = {"fr": "Demander pour Lyon", "en": "Ask about Lyon"}[stage.state.lang]
    stage.state.arrange(stage.state.arrangement.with_note("curriculum", note).with_hidden("length", hidden=True))
    stage.settle()
    course = next(number for number, row in enumerate(page.model.rows) if row.key == COURSE_LINES)
    page.table.setCurrentIndex(page.model.index(course, 0))
    page.table.scrollTo(page.table.currentIndex(), page.table.ScrollHint.PositionAtTop)


def compare_add(stage: Stage) -> None:
    """What can be put beside the columns."""
    _compare(2)(stage)
    stage.comparison.bar.add.click()


def compare_source(stage: Stage) -> None:
    """Where a cell comes from."""
    _compare(3)(stage)
    place = stage.comparison.page
    fact = next(number for number, row in enumerate(place.model.rows) if row.kind is RowKind.FACT and row.differs)
    place.table.setCurrentIndex(place.model.index(fact, 1))
    place.table.asked.emit(place.table.currentIndex())


def sheet_empty(stage: Stage) -> None:
    stage.go("sheet")


def sheet(stage: Stage) -> None:
    _compare(3)(stage)
    stage.go("sheet")
    stage.until(lambda: stage.sheet.pages.rowCount() > 0)


def sheet_of_one(stage: Stage) -> None:
    """One programme in full, with what stands at its head unfolded and the first finding opened."""
    sheet(stage)
    panel = stage.sheet.panel
    panel.kind.chosen.emit("programme")
    stage.settle()
    panel.details.head.click()
    toggle = panel.claims.rows[0].toggle
    if toggle is not None:
        toggle.click()


def sheet_summary(stage: Stage) -> None:
    """Every route of a student."""
    sheet(stage)
    stage.sheet.panel.kind.chosen.emit("summary")


def sheet_to_mend(stage: Stage) -> None:
    """An event whose name claims too much."""
    sheet(stage)
    details = stage.sheet.panel.details
    details.head.click()
    details.occasion.setText("Les masters de HEIP")


def sheets_at_once(stage: Stage) -> None:
    sheet(stage)
    stage.sheet.several()


def _picker(field: FieldKey, typed: str = "") -> Callable[[Stage], None]:
    def show(stage: Stage) -> None:
        stage.student(STUDENTS / "level-without-field.toml")
        picker = stage.window.frame.strip.open_picker(BY_KEY[field])
        picker.field.setText(typed)
        picker.field.textEdited.emit(typed)

    return show


def picker_diploma(stage: Stage) -> None:
    """The second step of the country: the diplomas that are known there."""
    _picker("qualification.country")(stage)
    picker = stage.window.frame.strip.picker
    if picker is not None:
        picker.list.clicked.emit(picker.model.index(1, 0))


def keys(stage: Stage) -> None:
    stage.student()
    stage.window.frame.show_keys()


def next_student(stage: Stage) -> None:
    """News with Undo."""
    stage.student()
    stage.window.frame.next_student()


def error(stage: Stage) -> None:
    """A sheet that cannot be saved."""
    sheet(stage)
    stage.sheet.hand_over.ask_file = lambda _suggested: Path("/no-such-folder/sheet.pdf")
    stage.sheet.hand_over.save()


def crash(stage: Stage) -> None:
    """A fault of the program itself."""
    stage.student()
    stage.window.show_crash(RuntimeError())


def what_if(stage: Stage) -> None:
    """A way forward, tried."""
    eligibility_not_yet(stage)
    stage.settle()
    ways = [row.action for row in stage.eligibility.pane.ways.rows if not row.isHidden() and row.action.words]
    if ways:
        ways[-1].click()


SCREENS: tuple[Screen, ...] = (
    Screen("start", start),
    Screen("programmes", programmes),
    Screen("programmes-compared", programmes_compared),
    *(Screen(f"tab-{tab}", _tab(tab)) for tab in Tab),
    Screen("tab-admission-ileri", _tab(Tab.ADMISSION, INTELLIGENCE)),
    Screen("tab-costs-ileri", _tab(Tab.COSTS, SECURITY)),
    Screen("provenance", provenance),
    Screen("search", search),
    Screen("nothing-found", nothing_found),
    Screen("search-forgiven", forgiven),
    Screen("search-elsewhere", found_elsewhere),
    Screen("facet-in-full", facet_in_full),
    Screen("remembered", remembered),
    Screen("related", related),
    Screen("catalogue", catalogue),
    Screen("palette", palette),
    Screen("palette-typed", palette_typed),
    Screen("eligibility-empty", eligibility_empty),
    Screen("eligibility", eligibility),
    Screen("eligibility-asks", eligibility_asks),
    Screen("eligibility-not-yet", eligibility_not_yet),
    Screen("eligibility-what-if", what_if),
    Screen("eligibility-foreign", eligibility_foreign),
    Screen("compare-empty", compare_empty),
    Screen("compare-2", _compare(2)),
    Screen("compare-3", _compare(3)),
    Screen("compare-5", _compare(5)),
    Screen("compare-all-rows", compare_all_rows),
    Screen("compare-end", compare_end),
    Screen("compare-costs", compare_costs),
    Screen("compare-courses", compare_courses),
    Screen("compare-add", compare_add),
    Screen("compare-source", compare_source),
    Screen("sheet-empty", sheet_empty),
    Screen("sheet", sheet),
    Screen("sheet-programme", sheet_of_one),
    Screen("sheet-summary", sheet_summary),
    Screen("sheet-to-mend", sheet_to_mend),
    Screen("sheets-at-once", sheets_at_once),
    Screen("picker-level", _picker("qualification.level")),
    Screen("picker-field", _picker("qualification.fields", "law")),
    Screen("picker-country", _picker("qualification.country")),
    Screen("picker-diploma", picker_diploma),
    Screen("picker-nothing", _picker("qualification.country", "atlantis")),
    Screen("picker-budget", _picker("wishes.budget_per_year", "9500")),
    Screen("keys", keys),
    Screen("message", next_student),
    Screen("error", error),
    Screen("crash", crash),
)
