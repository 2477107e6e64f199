"""When the program itself fails: what can be read, what can be sent, and the way on."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor_app import log
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.paths import default_catalogue
from advisor_app.services.problem_report import problem_report
from advisor_app.ui.components.button import Button
from advisor_app.ui.errors import WaysOn
from advisor_app.ui.theme import Theme
from advisor_app.ui.trouble import CrashDialog, ReportDialog
from advisor_app.wording import Translator


def button(dialog: CrashDialog | ReportDialog, words: str) -> Button:
    return next(one for one in dialog.findChildren(Button) if one.text() == words)


def test_the_report_names_versions_catalogue_and_log_and_no_folder(english: Translator, own_data_dir: Path) -> None:
    log.keep(ValueError("Marie Dupont"))
    log.native_file().write_text(
        'Fatal Python error: Segmentation fault\n  File "/home/marie/advisor_app/ui/frame.py", line 3 in x\n'
    )
    catalogue = open_catalogue(default_catalogue())
    text = problem_report(english, catalogue, default_catalogue(), [("screen", "1366 × 768")])
    catalogue.close()
    for part in ("Python: 3.", "SQLite: 3.", "PySide6: 6.", "seed.sqlite", "programmes: 3", "schools: 2", "1366 × 768"):
        assert part in text
    assert "builtins.ValueError" in text
    assert '"advisor_app/ui/frame.py", line 3' in text
    assert "Marie" not in text
    assert "marie" not in text
    assert str(default_catalogue().parent) not in text


def test_a_report_without_a_catalogue_says_so(english: Translator, tmp_path: Path, own_data_dir: Path) -> None:
    text = problem_report(english, None, tmp_path / "gone.sqlite", ())
    assert "open: no" in text
    assert "size: no such file or folder" in text
    assert text.rstrip().endswith("nothing"), "no log yet"


def test_the_report_can_be_read_copied_and_saved(theme_of_app: Theme, english: Translator, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = ReportDialog(english, "Advisor: 1\nélève", None)
    qtbot.addWidget(dialog)
    assert dialog.text.toPlainText() == "Advisor: 1\nélève"
    button(dialog, "Copy").click()
    assert QGuiApplication.clipboard().text() == "Advisor: 1\nélève"
    dialog.save_to(tmp_path / "report.txt")
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == "Advisor: 1\nélève"
    assert "Saved as" in dialog.said.text()
    dialog.save_to(tmp_path / "missing" / "report.txt")
    assert "could not be written" in dialog.said.text()


def test_a_crash_offers_a_restart_and_the_report(theme_of_app: Theme, english: Translator, qtbot: QtBot) -> None:
    asked: list[str] = []
    dialog = CrashDialog(english, WaysOn(report=lambda: "all of it", restart=lambda: asked.append("restart")), None)
    qtbot.addWidget(dialog)
    dialog.open()
    button(dialog, "Read the report…").click()
    report = dialog.findChild(ReportDialog)
    assert report is not None
    assert report.text.toPlainText() == "all of it"
    report.accept()
    QApplication.processEvents()
    button(dialog, "Restart with the same desk").click()
    assert asked == ["restart"]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_control_of_the_report_is_named(theme_of_app: Theme, lang: str, qtbot: QtBot) -> None:
    dialog = ReportDialog(Translator(lang), "x", None)  # type: ignore[arg-type]  # one of the two
    qtbot.addWidget(dialog)
    assert dialog.text.accessibleName()
    assert all(one.text() for one in dialog.findChildren(Button))


def test_a_report_in_french_has_no_english_of_the_systems(french: Translator, tmp_path: Path, own_data_dir: Path) -> None:
    text = problem_report(french, None, tmp_path / "gone.sqlite", ())
    assert "No such file" not in text
    assert "octets" in problem_report(french, None, default_catalogue(), ())
