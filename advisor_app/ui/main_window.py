"""The window: painted bare before anything heavy is imported, then filled with the frame, anew in each language.

Light on purpose, since the first paint waits for this module: what the frame is made of is imported when it is made.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QRect, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow

from advisor_app.ui.tokens import Colours, Size

if TYPE_CHECKING:
    from advisor_app.domain.columns import Column
    from advisor_app.domain.errors import Problem
    from advisor_app.domain.text import Lang
    from advisor_app.ui.commands import Command
    from advisor_app.ui.errors import ErrorDesk, WaysOn
    from advisor_app.ui.frame import Frame, FromCatalogue, LookUp
    from advisor_app.ui.kept_what_ifs import Weigh
    from advisor_app.ui.place import Place, PlaceSpec
    from advisor_app.ui.state import DeskState, PlaceKey
    from advisor_app.ui.strip import FieldKey, Option
    from advisor_app.ui.tasks import Tasks
    from advisor_app.ui.tray import Describe
    from advisor_app.ui.words import Words
    from advisor_app.wording import Translator

OPENS_AT = (1366, 768)
_SMALLEST = (720, 480)


class MainWindow(QMainWindow):
    """``painted`` comes once, after the window was first drawn; what is heavy is begun then, with :meth:`fill`."""

    painted = Signal()
    framed = Signal()
    """There is a new frame, in another language."""

    def __init__(self, colours: Colours) -> None:
        super().__init__()
        self._colours = colours
        self._content: _Content | None = None
        self._drawn = False
        self.closing: Callable[[], bool] = _always
        self.ways_on: WaysOn | None = None
        self.more_commands: Callable[[], Sequence[Command]] = tuple
        self.setWindowTitle("Advisor")
        self.setMinimumSize(*_SMALLEST)
        available = self.screen().availableSize()
        self.resize(min(OPENS_AT[0], available.width()), min(OPENS_AT[1], available.height()))

    # --- the first paint

    def begin(self) -> None:
        """Shows the window, and says when it has been drawn."""
        self.show()
        QTimer.singleShot(0, self._first_drawn)

    def _first_drawn(self) -> None:
        self._drawn = True
        if self._content is not None:
            self.frame.set_drawn()
        self.painted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The grounds and lines of what is to come, where it will stand; the frame then covers them."""
        if self._content is not None:
            super().paintEvent(event)
            return
        top = Size.STRIP_LOW if self.height() < Size.LOW_WINDOW else Size.STRIP
        line = QColor(self._colours["line"])
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._colours["surface"]))
        painter.fillRect(QRect(0, top, Size.RAIL, self.height() - top), QColor(self._colours["bg"]))
        painter.fillRect(QRect(0, top - 1, self.width(), 1), line)
        painter.fillRect(QRect(Size.RAIL - 1, 0, 1, self.height()), line)

    # --- what comes from outside

    def fill(
        self,
        state: "DeskState",
        translator: "Callable[[Lang], Translator]",
        places: "Sequence[PlaceSpec]",
        tasks: "Tasks",
        errors: "ErrorDesk",
    ) -> None:
        """Puts everything into the window. Once."""
        from advisor_app.ui.icons import app_icon  # late: no part of the first paint

        self.setWindowIcon(app_icon())
        self._content = _Content(self, state, translator, places, tasks, errors)
        if self._drawn:
            self.frame.set_drawn()
        errors.listen(self.show_problem, self.show_crash)

    def set_catalogue(
        self,
        options: "Mapping[FieldKey, tuple[Option, ...]]",
        describe: "Describe",
        weigh: "Weigh | None" = None,
        look_up: "LookUp | None" = None,
    ) -> None:
        """The catalogue is open: what can be picked from it, what its columns are called, what a what-if moves, what is found.

        Places may be built now.
        """
        self._filled.set_catalogue(options, describe, weigh, look_up)

    def set_options(self, options: "Mapping[FieldKey, tuple[Option, ...]]") -> None:
        """More that can be picked from the catalogue: the list of programmes did not wait for it."""
        self._filled.set_options(options)

    @property
    def _filled(self) -> "_Content":
        if self._content is None:
            raise RuntimeError("the window is still empty")
        return self._content

    @property
    def frame(self) -> "Frame":
        return self._filled.frame

    @property
    def words(self) -> "Translator":
        return self.frame.words

    @property
    def place(self) -> "Place | None":
        """The place shown, once it is built."""
        return self.frame.place

    def show_problem(self, problem: "Problem") -> None:
        """Something that the user can mend."""
        self._filled.show_problem(problem)

    def show_crash(self, _error: BaseException) -> None:
        """A fault of the program. One dialog at a time: a fault that repeats must not bury the window."""
        from advisor_app.ui.trouble import CrashDialog  # late: no part of the first paint

        if self.findChild(CrashDialog) is None:
            CrashDialog(self.words, self.ways_on, self).open()

    # --- the window

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._content is not None:
            self.frame.fit_height(self.height())

    def closeEvent(self, event: QCloseEvent) -> None:
        """``closing`` may say no: the user changed their mind."""
        if not self.closing():
            event.ignore()
            return
        if self._content is not None:
            self.frame.close_picker()
        super().closeEvent(event)


class _Content:
    """The frame, and what it is made of again in another language."""

    def __init__(
        self,
        window: MainWindow,
        state: "DeskState",
        translator: "Callable[[Lang], Translator]",
        places: "Sequence[PlaceSpec]",
        tasks: "Tasks",
        errors: "ErrorDesk",
    ) -> None:
        from PySide6.QtCore import Qt  # late: no part of the first paint

        from advisor_app.ui.theme import theme  # late, as the frame is

        self._window = window
        self._state = state
        self._translator = translator
        self._places = places
        self._tasks = tasks
        self._errors = errors
        self._taken = _without_catalogue()
        self._views: dict[PlaceKey, object] = {}
        self._ready = False
        self._standing: Problem | None = None
        self.frame = self._made()
        state.language_changed.connect(self._rebuild, Qt.ConnectionType.QueuedConnection)
        state.theme_changed.connect(lambda: theme().set_mode(state.theme))

    def set_catalogue(
        self,
        options: "Mapping[FieldKey, tuple[Option, ...]]",
        describe: "Describe",
        weigh: "Weigh | None",
        look_up: "LookUp | None",
    ) -> None:
        from advisor_app.ui.frame import FromCatalogue  # late, as the frame is
        from advisor_app.ui.strip.options import merged  # late, as the frame is

        self._taken = FromCatalogue(options=merged(self._taken.options, options), describe=describe, weigh=weigh, look_up=look_up)
        self._ready = True
        self.frame.set_catalogue(self._taken)

    def set_options(self, options: "Mapping[FieldKey, tuple[Option, ...]]") -> None:
        from advisor_app.ui.strip.options import merged  # late, as the frame is

        self._taken = replace(self._taken, options=merged(self._taken.options, options))
        self.frame.set_options(self._taken.options)

    def show_problem(self, problem: "Problem") -> None:
        """Without a catalogue it is all there is to see, so it stays in any language."""
        self._standing = None if self._ready else problem
        self.frame.messages.show_message(self.frame.words.render(problem.message), "error")

    def _made(self) -> "Frame":
        from advisor_app.ui.frame import Frame  # late: the first paint does not wait for all that it is made of

        words = self._translator(self._state.lang)
        frame = Frame(self._state, words, self._places, self._tasks, self._errors.report, self._taken)
        frame.remember(self._views)
        frame.more_commands = self._more_commands
        self._window.setLocale(_locale(self._state.lang))
        self._window.setCentralWidget(frame)
        frame.show()  # at once: the keys of a frame that is still to be shown do nothing
        frame.fit_height(self._window.height())
        return frame

    def _more_commands(self) -> "Sequence[Command]":
        return self._window.more_commands()

    def _rebuild(self) -> None:
        """In another language: all of it anew. A message that stands is dropped, but for one that explains an empty window."""
        old = self.frame
        old.retire()
        # What is chosen in the places stays in another language; built anew in the same one, they begin anew.
        self._views = old.views() if old.words.lang != self._state.lang else {}
        self.frame = self._made()
        self.frame.set_drawn()
        self._window.framed.emit()
        if self._ready:
            self.frame.set_catalogue(self._taken)
        if self._standing is not None:
            self.show_problem(self._standing)


def _always() -> bool:
    return True


def _without_catalogue() -> "FromCatalogue":
    from datetime import UTC, datetime  # late, as the frame is

    from advisor_app.ui.frame import FromCatalogue  # late, as the frame is
    from advisor_app.ui.strip.options import fixed_options  # late, as the frame is

    return FromCatalogue(options=fixed_options(datetime.now(UTC).date()), describe=_by_identifier)


def _by_identifier(column: "Column", _words: "Words") -> tuple[str, str]:
    """A column's name while no catalogue is open."""
    return column.programme, ""


def _locale(lang: "Lang") -> QLocale:
    return QLocale(QLocale.Language.French if lang == "fr" else QLocale.Language.English)
