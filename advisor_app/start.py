"""The start of the window: it is painted before anything heavy is imported, and put together after that.

Nothing stands at the head of this module that the first paint does not need.
"""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from advisor_app import settings
from advisor_app.ui.main_window import MainWindow
from advisor_app.ui.tokens import DARK, LIGHT, STYLE, Colours

if TYPE_CHECKING:
    pass


def run(catalogue: Path, *, until_painted: bool = False) -> int:
    """Opens the window on a catalogue and stays until it is closed; or, to measure a start, until it was first drawn."""
    app = application()
    loaded = settings.load()
    window = MainWindow(_colours(app, loaded.settings.theme))
    window.painted.connect(app.quit if until_painted else partial(_fill, app, window, catalogue, loaded))
    window.begin()
    return app.exec()


def application() -> QApplication:
    """The application in the style that the theme builds on.

    Named among the arguments, the style never reaches Python: ``setStyle`` hands it over as an object, and the lists of numbers
    that its class brings along hold up the first paint by some 10 ms.
    """
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    app = QApplication([*sys.argv[:1], "-style", STYLE])
    app.setProperty(STYLE, True)
    app.setApplicationName("Advisor")
    app.setApplicationDisplayName("Advisor")
    app.setDesktopFileName("advisor")
    return app


def _colours(app: QApplication, mode: settings.Theme) -> Colours:
    dark = mode == "dark" or (mode == "system" and app.styleHints().colorScheme() == Qt.ColorScheme.Dark)
    return DARK if dark else LIGHT


def _fill(app: QApplication, window: MainWindow, catalogue: Path, loaded: settings.Loaded) -> None:
    """Everything else, now that the window is there."""
    from advisor_app import log  # late: the first paint waits for none of these
    from advisor_app.app import Advisor
    from advisor_app.ui.errors import ErrorDesk, install_hooks

    errors = ErrorDesk(app)
    install_hooks(errors)
    log.start()
    Advisor(app, window, catalogue, errors, loaded).load()
