"""Qt's own words."""

from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from advisor_app.ui.qt_words import QtWords


def cancel() -> str:
    return QCoreApplication.translate("QPlatformTheme", "Cancel")


def test_qt_speaks_the_windows_language(qtbot: QtBot) -> None:
    owner = QObject()
    words = QtWords(owner)
    words.speak("fr")
    assert cancel() == "Annuler"
    words.speak("en")
    assert cancel() == "Cancel"
