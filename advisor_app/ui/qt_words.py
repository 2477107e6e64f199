"""Qt's own words, in its file dialogs and menus, in the window's language."""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from advisor_app import paths
from advisor_app.domain.text import Lang


class QtWords(QObject):
    """Installs Qt's translation of a language; Qt speaks English by itself."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._translator: QTranslator | None = None

    def speak(self, lang: Lang) -> None:
        """From now on Qt speaks that language. One that is not there leaves it English."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
        if lang != "en":
            made = QTranslator(self)
            if made.load(f"qtbase_{lang}", str(_folder())):
                QCoreApplication.installTranslator(made)
                self._translator = made


def _folder() -> Path:
    """Where Qt's translations are; in the standalone folder, whose name may lead Qt's own look astray, beside its libraries."""
    if paths.is_frozen() and sys.platform.startswith("linux"):
        return paths.shipped_dir() / "PySide6" / "Qt" / "translations"
    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
