"""The start of the window: it is painted before anything heavy is imported, and put together after that.

Nothing stands at the head of this module that the first paint does not need: even Qt's own namespace ``Qt``, with its hundred
enumerations, takes longer to import than all of these together.
"""

import gc
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QApplication

from advisor_app import paths, settings
from advisor_app.sparing import Spared
from advisor_app.ui.main_window import MainWindow
from advisor_app.ui.one_copy import Claim, OneCopy
from advisor_app.ui.tokens import DARK, LIGHT, STYLE, Colours

if TYPE_CHECKING:
    from advisor_app.ui.opened_files import FileTakingApplication

RESTART = 75
"""The exit status of the window that asks for another start."""

_HALF = 128
"""The system's style follows its choice of light or dark: a window's ground of less lightness is dark."""

_DOOR_AFTER = 1_000
"""Milliseconds until other starts are answered, who ask for longer than that: the first list waits for nothing of the network."""

_ATTEMPTS, _BETWEEN = 50, 100
"""How often a copy that does not answer is asked, and the milliseconds between: a start on a slow disk takes some seconds."""


def run(catalogue: Path, *, opens: Path | None = None, until_painted: bool = False, spared: Spared | None = None) -> int:
    """Opens the window on a catalogue and stays until it is closed; or, to measure a start, until it was first drawn.

    Where a copy runs already it comes forward, and opens the file that this one was started with; this one ends.
    """
    app = application()
    copy = OneCopy(paths.user_data_dir())
    if not may_start(copy, opens or (None if catalogue == paths.default_catalogue() else catalogue)):
        return 0
    loaded = settings.load()
    window = MainWindow(_colours(app, loaded.settings.theme))
    window.painted.connect(
        app.quit if until_painted else partial(_fill, app, window, Given(catalogue, opens, loaded, copy, spared or Spared()))
    )
    window.begin()
    status = app.exec()
    if status != RESTART:
        return status
    from PySide6.QtCore import QProcess  # late: seldom needed

    copy.release()
    QProcess.startDetached(sys.executable, _arguments())
    return 0


def _go_on_as_usual(spared: Spared) -> None:
    """Garbage is looked for from now on, but never among what the start has made, nearly all of which stays to the end."""
    gc.freeze()
    spared.end()


def _arguments() -> list[str]:
    """How this program was started, for another start of it."""
    return sys.argv[1:] if paths.is_frozen() else ["-m", "advisor_app", *sys.argv[1:]]


def application() -> QApplication:
    """The application in the style that the theme builds on.

    Named among the arguments, the style never reaches Python: ``setStyle`` hands it over as an object, and the lists of numbers
    that its class brings along hold up the first paint by some 10 ms.
    """
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    if paths.is_frozen() and sys.platform.startswith("linux"):  # a comma in the folder's name leads Qt's own look for them astray
        QApplication.setLibraryPaths([str(paths.shipped_dir() / "PySide6" / "Qt" / "plugins")])
    app = _kind()([*sys.argv[:1], "-style", STYLE])
    app.setProperty(STYLE, True)
    app.setApplicationName("Advisor")
    app.setApplicationDisplayName("Advisor")
    app.setDesktopFileName("advisor")
    return app


def _kind() -> type[QApplication]:
    """On macOS the application itself is told of a double-clicked file; elsewhere the file is an argument."""
    kind: type[QApplication] = QApplication
    if sys.platform == "darwin":
        from advisor_app.ui.opened_files import FileTakingApplication  # late: nobody else waits for it

        kind = FileTakingApplication
    return kind


def _colours(app: QApplication, mode: settings.Theme) -> Colours:
    dark = mode == "dark" or (mode == "system" and app.palette().window().color().lightness() < _HALF)
    return DARK if dark else LIGHT


class Given(NamedTuple):
    """What a start was given, and what it found."""

    catalogue: Path
    opens: Path | None
    loaded: settings.Loaded
    copy: OneCopy
    spared: Spared


def _fill(app: QApplication, window: MainWindow, given: Given) -> None:
    """Everything else, now that the window is there."""
    _read_ahead()
    from PySide6.QtCore import QTimer  # late: the first paint waits for none of these

    from advisor_app import log
    from advisor_app.app import Advisor
    from advisor_app.ui.errors import ErrorDesk, install_hooks

    errors = ErrorDesk(app)
    install_hooks(errors)
    log.watch_below()
    catalogue, opens, files = _handed_over(app, given)
    advisor = Advisor(app, window, catalogue, errors, given.loaded)
    if files is not None:
        files.arrived.connect(advisor.come_forward)
    advisor.restarts.connect(partial(app.exit, RESTART))
    advisor.shown.connect(log.start)
    advisor.shown.connect(partial(_go_on_as_usual, given.spared))
    QTimer.singleShot(_DOOR_AFTER, app, partial(_answer_the_door, app, given.copy, advisor.come_forward))
    app.aboutToQuit.connect(given.copy.release)
    if opens is not None:
        advisor.open_student(opens)
    advisor.load()


def _read_ahead() -> None:
    """Imports what opens the catalogue beside what fills the window. Whoever opens it waits for the rest, and meets what fails."""
    from importlib import import_module  # late, as all that fills the window
    from threading import Thread

    Thread(target=import_module, args=("advisor_app.opening",), daemon=True).start()


def _answer_the_door(app: QApplication, copy: OneCopy, come_forward: Callable[[str], None]) -> None:
    """A start that came before has found the lock, and asks again until somebody answers."""
    from advisor_app.ui.one_copy import Doorbell  # late: it brings the network along

    Doorbell(copy.name, app).rung.connect(come_forward)


def _handed_over(app: QApplication, given: Given) -> "tuple[Path, Path | None, FileTakingApplication | None]":
    """What to start on, and whoever is told of more files later."""
    if type(app) is QApplication:
        return given.catalogue, given.opens, None
    from advisor_app.ui.opened_files import FileTakingApplication  # late: nobody else waits for it

    if not isinstance(app, FileTakingApplication):
        return given.catalogue, given.opens, None
    return *app.begins_with(given.catalogue, given.opens), app


# --- one copy


def may_start(copy: OneCopy, opens: Path | None) -> bool:
    """Whether this copy is to run. Where another answers, it has come forward; where none does, the user decides."""
    for attempt in range(_ATTEMPTS):
        claim = copy.claim()
        if claim in {Claim.OURS, Claim.NO_LOCK}:
            return True
        if claim is Claim.ANOTHER_MACHINE:
            break
        if copy.bring_forward(opens):
            return False
        if attempt + 1 < _ATTEMPTS:  # it may be starting, or ending, at this very moment
            from PySide6.QtCore import QThread  # late: seldom needed

            QThread.msleep(_BETWEEN)
    return _asked(copy)


def _asked(copy: OneCopy) -> bool:
    from advisor_app.ui.dialogs import agreed  # late: seldom seen
    from advisor_app.ui.theme import install_theme
    from advisor_app.wording import Translator

    chosen = settings.load().settings
    words = Translator(settings.language_in_use(chosen))
    app = application()
    install_theme(app, chosen.theme)
    said = words.tr(
        "Advisor seems to be open already, on {machine}, with the same folder of its own, but it does not answer. "
        "Open it here only if it is closed there.",
        machine=copy.owner() or words.tr("another machine"),
    )
    if not agreed(words, said, words.tr("Open it here"), None):
        return False
    copy.take_over()
    return True
