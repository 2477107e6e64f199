"""Puts the window together: the one module that sees every layer.

The window is painted already (``start``), and now gets its frame. The catalogue and what reads it, the places and the sheet are
imported and opened when the frame stands, which is why so many imports stand inside functions here.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from advisor_app import settings
from advisor_app.domain.errors import EnvironmentProblem, reason
from advisor_app.domain.student import Student
from advisor_app.domain.text import Message, msg
from advisor_app.paths import CATALOGUE_SUFFIX, user_data_dir
from advisor_app.ui.components.focus_ring import install_focus_ring
from advisor_app.ui.errors import ErrorDesk, WaysOn
from advisor_app.ui.main_window import MainWindow
from advisor_app.ui.place import Desk, Place, PlaceSpec
from advisor_app.ui.qt_words import QtWords
from advisor_app.ui.scroll_access import install_scroll_access
from advisor_app.ui.sheet.memory import SheetMemory
from advisor_app.ui.state import DeskState
from advisor_app.ui.tasks import Quiet, TaskRunner
from advisor_app.ui.theme import install_theme
from advisor_app.wording import Translator

if TYPE_CHECKING:
    from advisor_app.afterwards import KeptDesk
    from advisor_app.domain.columns import Column
    from advisor_app.domain.curriculum import Decisions
    from advisor_app.models.kept_file import KeptFile
    from advisor_app.models.repository import CatalogueRepository
    from advisor_app.services.session import Session
    from advisor_app.services.shelf import Shelf
    from advisor_app.ui.browse.remembered import Remembered
    from advisor_app.ui.commands import Command
    from advisor_app.ui.session import SessionWatch

_GREETS_AFTER = 300
"""Milliseconds from the desk that is laid out to the greeting: the list of programmes comes first."""


class Advisor(QObject):
    """Holds what the window works with, from the first paint to the end."""

    restarts = Signal()
    """The user asks for another start, with the same desk."""
    shown = Signal()
    """Once: the list of programmes is there, or it is said why there is none. What nobody sees yet is read from now on."""

    def __init__(
        self, app: QApplication, window: MainWindow, catalogue: Path, errors: ErrorDesk, loaded: settings.Loaded | None = None
    ) -> None:
        super().__init__(app)
        self._file = catalogue
        self._loaded = settings.load() if loaded is None else loaded
        self._catalogue: CatalogueRepository | None = None
        self._session: SessionWatch | None = None
        self._restarting = False
        self.greeted = False
        self._waiting: Path | None = None
        self._seen = self._loaded.settings.seen
        install_theme(app, self._loaded.settings.theme)
        install_focus_ring(app)
        install_scroll_access()
        self.state = DeskState(settings.language_in_use(self._loaded.settings), self._loaded.settings.theme, self)
        self._sheet_memory = _sheet_memory(self._loaded.settings, self._keep_settings)
        self.tasks = TaskRunner(errors.report, self)
        self._remembered: Remembered | None = None
        self.window = window
        window.ways_on = WaysOn(report=self.report, restart=self.restart)
        window.closing = self._may_close
        window.fill(self.state, Translator, self._places(), self.tasks, errors)
        qt_words = QtWords(self)
        qt_words.speak(self.state.lang)
        self.state.language_changed.connect(qt_words.speak)
        self.state.language_changed.connect(self._keep_settings)
        self.state.theme_changed.connect(self._keep_settings)
        app.aboutToQuit.connect(self.end)

    def load(self) -> None:
        """Opens the catalogue, and says what was wrong with the settings."""
        for notice in self._loaded.notices:
            self._say(_message(notice))
        self.tasks.submit("catalogue", partial(_opened, self._file), self._opened)
        Quiet(self.tasks, self).came.connect(self._first_shown)

    def _opened(self, catalogue: "CatalogueRepository") -> None:
        from advisor_app import opening  # the pool's thread has imported it

        self._catalogue = catalogue
        self.window.set_catalogue(
            {},
            partial(opening.describe_column, catalogue),
            partial(opening.moves, catalogue),
            partial(opening.look_up, catalogue),
        )

    # --- what the first list does not wait for

    def _first_shown(self) -> None:
        self.shown.emit()
        if self._catalogue is not None:
            self.tasks.submit("desk", partial(_desk, self._catalogue), self._lay_out)

    def _lay_out(self, desk: "KeptDesk") -> None:
        self.window.set_options(desk.options)
        if desk.keeper.notice is not None:
            self._say(desk.keeper.notice)
        self._watch(desk.keeper, desk.session)
        if self.state.empty:
            self.tasks.submit("rehearsal", partial(_rehearse, self._open_one(), self.window.words), _done)
        QTimer.singleShot(_GREETS_AFTER, self, self._greet)

    # --- the first minutes

    def _greet(self) -> None:
        if self._catalogue is None:  # closed again already
            return
        from advisor_app import afterwards, carried  # late, as above
        from advisor_app.ui.first_run.guide import Guide, Known  # late: the catalogue is open, and most starts need little of it
        from advisor_app.ui.read_through import ReadThrough  # late, as above

        known = Known(version=carried.version(), seen=self._seen, sample=partial(afterwards.sample, self._open_one()))
        guide = Guide(self.window, self.state, known, self._greeted, self)
        self.window.more_commands = lambda: [*guide.commands(), *self._help_commands()]
        guide.begin()
        self.greeted = True
        ReadThrough(self.tasks, afterwards.read_through(self._open_one()), self)

    def _greeted(self, school: str, event: str) -> None:
        """The welcome is over, or what is new was said: neither comes again with this version."""
        from advisor_app import carried  # late, as above

        self._seen = carried.version()
        occasion = " · ".join(part for part in (school, event) if part)
        if occasion:
            self._sheet_memory.occasion = occasion
        self._keep_settings()

    def _help_commands(self) -> "list[Command]":
        from advisor_app.ui.commands import Command  # late, as above
        from advisor_app.ui.trouble import ReportDialog

        words = self.window.words
        return [
            Command(
                title=words.tr("Report a problem"),
                run=lambda: ReportDialog(words, self.report(), self.window).open(),
                group=words.tr("Help"),
                icon="circle-alert",
            )
        ]

    @property
    def ready(self) -> bool:
        """Whether the catalogue is open and the desk laid out."""
        return self._session is not None

    # --- the desk as it was left

    def _watch(self, keeper: "KeptFile[Session]", session: "Session") -> None:
        """Takes up what a crash left, or offers it to whoever was quicker, and keeps the desk from now on."""
        from advisor_app.ui.session import SessionWatch, lay_out  # late: nothing is kept before the catalogue is open

        self._session = SessionWatch(self.state, keeper, self.tasks, self)
        if self._waiting is not None:
            self.open_student(self._waiting)
        if session.empty:
            return
        frame, words = self.window.frame, self.window.words
        if not self.state.empty:
            frame.messages.show_message(
                words.tr(
                    "The program did not end as it should have. "
                    "What was on the desk then can come back, in place of what is there now."
                ),
                "warning",  # it stays until it is closed
                action=words.tr("Bring it back"),
                on_action=partial(lay_out, self.state, session),
            )
            return
        lay_out(self.state, session)
        frame.messages.show_message(
            words.tr("The program did not end as it should have. The student and the comparison are as they were."),
            action=words.tr("Clear the desk"),
            on_action=frame.next_student,
        )

    def _may_close(self) -> bool:
        """What is on the desk is not kept beyond the end, so a close by mistake is asked about."""
        if self.state.empty or self._restarting:
            return True
        from advisor_app.ui.dialogs import agreed  # late: no part of the first paint

        words = self.window.words
        return agreed(
            words,
            words.tr("The student and the comparison on the desk are forgotten when Advisor closes."),
            words.tr("Close Advisor"),
            self.window,
        )

    def restart(self) -> None:
        """Ends the program and asks for another start, with the same desk."""
        self._restarting = True
        self.restarts.emit()

    def report(self) -> str:
        """The report of a problem, as plain text."""
        from advisor_app.services.problem_report import problem_report  # late: seldom asked for

        screen = self.window.screen()
        size, scale = screen.size(), screen.devicePixelRatio()
        about_window = [
            ("Qt", QApplication.platformName()),
            (self.window.words.tr("screen"), f"{size.width()} × {size.height()}, {scale:.0%}"),
            (self.window.words.tr("language"), self.state.lang),
        ]
        return problem_report(self.window.words, self._catalogue, self._file, about_window)

    def open_student(self, file: Path) -> None:
        """Puts the student of a file on the desk, in the place of whoever is there; Undo brings them back."""
        if not self.ready:
            self._waiting = file
            return
        from advisor_app import afterwards  # late: the desk is laid out

        self.tasks.submit("student", partial(afterwards.student_of, self._open_one(), file), self._take_student)

    def _take_student(self, student: Student) -> None:
        if not self.state.empty:
            self.window.frame.next_student()
        self.state.set_student(student)

    def come_forward(self, file: str = "") -> None:
        """Somebody started Advisor a second time, perhaps on a student's file: this is the window they look for."""
        if file.lower().endswith(CATALOGUE_SUFFIX):
            if Path(file) != self._file.absolute():
                said = msg("This window works with another catalogue. Close it, then open {file}.", file=Path(file).name)
                self._say(said)
        elif file:
            self.open_student(Path(file))
        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    @contextmanager
    def _reading(self) -> "Iterator[CatalogueRepository]":
        """The open catalogue, for one piece of work on whichever thread that runs."""
        yield self._open_one()

    def _open_one(self) -> "CatalogueRepository":
        if self._catalogue is None:
            raise RuntimeError("a place was shown before the catalogue was open")
        return self._catalogue

    # --- the places: each is imported when it is first shown

    def _places(self) -> tuple[PlaceSpec, ...]:
        return (
            PlaceSpec(key="programmes", icon="library", title=msg("Programmes"), make=self._programmes),
            PlaceSpec(key="eligibility", icon="list-checks", title=msg("Eligibility"), make=self._eligibility),
            PlaceSpec(key="compare", icon="columns-3", title=msg("Compare"), make=self._compare),
            PlaceSpec(key="sheet", icon="file-text", title=msg("Sheet"), make=self._sheet),
            PlaceSpec(key="catalogue", icon="database", title=msg("Catalogue"), make=self._catalogue_facts, at_foot=True),
        )

    def _programmes(self, desk: Desk) -> Place:
        from advisor_app.ui.browse.programmes_place import ProgrammesPlace

        return ProgrammesPlace(desk, self._reading, self._memory())

    def _memory(self) -> "Remembered":
        """What the browser remembers, whatever language it is built in."""
        from advisor_app.ui.browse.remembered import Remembered

        if self._remembered is None:
            self._remembered = Remembered(self.tasks, _shelf, self)
        return self._remembered

    def _eligibility(self, desk: Desk) -> Place:
        from advisor_app.ui.eligibility.place import EligibilityPlace

        return EligibilityPlace(desk, self._reading)

    def _compare(self, desk: Desk) -> Place:
        from advisor_app.models.kept_file import KeptFile
        from advisor_app.services.comparisons import ComparisonShelf, NamedComparisons
        from advisor_app.ui.clock import local_today
        from advisor_app.ui.compare.place import ComparePlace

        kept = KeptFile(user_data_dir() / "comparisons.json", NamedComparisons, NamedComparisons())
        return ComparePlace(desk, self._reading, ComparisonShelf(kept, local_today), self._judged())

    def _judged(self) -> "KeptFile[Decisions]":
        """What people said of courses that are probably the same; the comparison and its sheet read it alike."""
        from advisor_app.domain.curriculum import NO_DECISIONS, Decisions
        from advisor_app.models.kept_file import KeptFile

        return KeptFile(user_data_dir() / "courses.json", Decisions, NO_DECISIONS)

    def _sheet(self, desk: Desk) -> Place:
        from advisor_app.ui.sheet.sheet_place import SheetPlace

        return SheetPlace(desk, self._reading, self._sheet_memory, self._pinned, self._judged())

    def _pinned(self) -> "tuple[Column, ...]":
        from advisor_app.domain.columns import Column

        return tuple(Column(programme=one.id) for one in self._memory().shelf.pinned)

    def _catalogue_facts(self, desk: Desk) -> Place:
        from advisor_app.ui.catalogue_facts.place import CatalogueFactsPlace

        return CatalogueFactsPlace(desk, self._reading)

    # --- settings and the end

    def _keep_settings(self) -> None:
        sheet = self._sheet_memory
        changed = replace(
            self._loaded.settings,
            language=self.state.lang,
            theme=self.state.theme,
            sheet_language=sheet.lang,
            sheet_folder=str(sheet.folder) if sheet.folder else None,
            sheet_paper=sheet.paper,
            occasion=sheet.occasion,
            seen=self._seen,
        )
        self._loaded = replace(self._loaded, settings=changed)
        notice = settings.save(changed)
        if notice is not None:
            self._say(_message(notice))

    def _say(self, warning: Message) -> None:
        self.window.frame.messages.show_message(self.window.words.render(warning), "warning")

    def end(self) -> None:
        """The program ends; once is enough."""
        self.tasks.shut_down()
        session, self._session = self._session, None
        if session is not None:
            with suppress(EnvironmentProblem):  # a disk that refuses has been spoken of, and there is no window any more
                session.end(keep=self._restarting)
        catalogue, self._catalogue = self._catalogue, None
        if catalogue is not None:
            catalogue.close()


def _opened(file: Path) -> "CatalogueRepository":
    """On a pool's thread: imports the database, and all that comes with it."""
    from advisor_app import opening

    return opening.opened(file)


def _desk(catalogue: "CatalogueRepository") -> "KeptDesk":
    from advisor_app import afterwards

    return afterwards.desk(catalogue)


def _rehearse(catalogue: "CatalogueRepository", words: Translator) -> None:
    from advisor_app import afterwards

    afterwards.rehearse(catalogue, words)


def _done(_nothing: None) -> None:
    """Nobody waits for it."""


def _shelf() -> "KeptFile[Shelf]":
    from advisor_app import afterwards

    return afterwards.shelf()


def _message(notice: settings.Notice) -> Message:
    """A notice of the settings as the rest of the program says things."""
    said = {
        name: _message(value) if isinstance(value, settings.Notice) else reason(value) if isinstance(value, OSError) else value
        for name, value in notice.params
    }
    return Message(notice.template, tuple(said.items()))


def _sheet_memory(chosen: settings.Settings, kept: Callable[[], None]) -> SheetMemory:
    """What the Sheet place begins with."""
    return SheetMemory(
        lang=chosen.sheet_language,
        folder=Path(chosen.sheet_folder) if chosen.sheet_folder else None,
        paper=chosen.sheet_paper,
        occasion=chosen.occasion,
        kept=kept,
    )
