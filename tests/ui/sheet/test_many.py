"""Many sheets in one go: each file whole or absent, and what was left out is said."""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.columns import Column
from advisor_app.domain.errors import EnvironmentProblem, UserProblem
from advisor_app.domain.student import Student
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.services.reader import CatalogueReader
from advisor_app.services.sheet import SheetKind, SheetRequest
from advisor_app.sheets.order import Options
from advisor_app.ui.sheet.many import MOST, Job, each_programme, each_student, in_every_language, make
from advisor_app.ui.sheet.many_dialog import ManyDialog, Offered
from advisor_app.ui.sheet.preview import Wanted
from advisor_app.wording import Translator
from tests.command import HEIP, SECURITY, SEED
from tests.ui.desk import Heard, make_desk
from tests.ui.small_catalogue import TODAY

COLUMNS = (Column(programme=HEIP), Column(programme=SECURITY))
WANTED = Wanted(
    request=SheetRequest(kind=SheetKind.COMPARISON, student=Student(), columns=COLUMNS),
    options=Options(lang="en", printed_on=TODAY, first_name="Noor"),
)


def seed() -> AbstractContextManager[CatalogueReader]:
    return nullcontext(open_catalogue(SEED))


def made(jobs: tuple[Job, ...], folder: Path, stopped: Callable[[], bool] = lambda: False) -> tuple[list[str], list[str], bool]:
    done: list[int] = []
    outcome = make(jobs, folder, seed, done.append, stopped)
    words = Translator("en")
    assert all(path.is_file() for path in outcome.saved)
    return [path.name for path in outcome.saved], [f"{name}: {words.render(why)}" for name, why in outcome.failed], outcome.stopped


def test_the_sheet_in_both_languages(tmp_path: Path) -> None:
    names, failed, _ = made(in_every_language(WANTED), tmp_path)
    assert names == ["Comparaison HEIP ILERI 2026-11-22.pdf", "Comparison HEIP ILERI 2026-11-22.pdf"]
    assert failed == []
    for name in names:
        with pikepdf.open(tmp_path / name) as pdf:
            assert len(pdf.pages) > 0


def test_a_sheet_for_each_programme_never_replaces_what_is_there(tmp_path: Path) -> None:
    once = made(each_programme(WANTED, COLUMNS, ["en"]), tmp_path)[0]
    assert once == [
        "Programme MSc Expert in International Relations & Cooperations 2026-11-22.pdf",
        "Programme Master 2 International Security and Defense 2026-11-22.pdf",
    ]
    before = (tmp_path / once[0]).stat().st_mtime_ns
    again = made(each_programme(WANTED, COLUMNS, ["en"]), tmp_path)[0]
    assert [name.removesuffix(" (2).pdf") for name in again] == [name.removesuffix(".pdf") for name in once]
    assert (tmp_path / once[0]).stat().st_mtime_ns == before


@pytest.fixture
def students(tmp_path: Path) -> Path:
    folder = tmp_path / "students"
    folder.mkdir()
    (folder / "a.toml").write_text('[[qualification]]\ncountry = "FR"\nlevel = 3\nfields = ["law"]\n')
    (folder / "b.toml").write_text("[person]\nageing = 22\n")
    (folder / "c.toml").write_text("")
    (folder / "notes.txt").write_text("not a student")
    return folder


def test_a_summary_for_each_student_file_and_a_broken_one_is_left_out(tmp_path: Path, students: Path) -> None:
    jobs = each_student(WANTED, students, ["en"])
    assert all(job.options.first_name == "" for job in jobs), "one student's name never stands on another's sheet"
    names, failed, stopped = made(jobs, tmp_path)
    assert names == ["Eligibility a 2026-11-22.pdf", "Eligibility c 2026-11-22.pdf"]
    assert not stopped
    (said,) = failed
    assert said.startswith("b.toml: ")
    assert "ageing" in said


def test_too_many_are_refused_before_anything_is_made(tmp_path: Path) -> None:
    for number in range(MOST // 2 + 1):
        (tmp_path / f"{number}.toml").touch()
    with pytest.raises(UserProblem):
        each_student(WANTED, tmp_path, ["en", "fr"])
    assert len(each_student(WANTED, tmp_path, ["en"])) == MOST // 2 + 1


def test_it_can_be_stopped_between_two_sheets(tmp_path: Path) -> None:
    stop = threading.Event()
    outcome = make(in_every_language(WANTED), tmp_path, seed, lambda _: stop.set(), stop.is_set)
    assert (len(outcome.saved), outcome.stopped) == (1, True)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_is_gone_stops_it_at_once(tmp_path: Path) -> None:
    names, failed, stopped = made(in_every_language(WANTED), tmp_path / "gone")
    assert (names, stopped, len(failed)) == ([], True, 1)
    assert "no such file or folder" in failed[0]


# --- the dialog


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(parent: QWidget, tmp_path: Path) -> tuple[ManyDialog, Heard]:
    desk, heard = make_desk("en")
    opened = ManyDialog(desk, seed, WANTED, Offered(COLUMNS, (), tmp_path), parent)
    opened.show()
    return opened, heard


def test_the_dialog_saves_and_says_what_it_made(dialog: tuple[ManyDialog, Heard], tmp_path: Path) -> None:
    opened, _ = dialog
    folders: list[Path] = []
    opened.saved.connect(folders.append)
    assert opened.save_button.text() == "Save 2 sheets"
    QTest.keyClick(opened.save_button, Qt.Key.Key_Return)
    assert opened.accessibleDescription() == f"2 sheets saved in {tmp_path}"
    assert folders == [tmp_path]
    assert not opened.bar.isVisible()
    assert len(list(tmp_path.iterdir())) == 2


def test_the_dialog_asks_for_the_folder_of_students(dialog: tuple[ManyDialog, Heard], students: Path) -> None:
    opened, _ = dialog
    opened.what._segments["students"].click()
    assert not opened.save_button.isEnabled()
    opened.ask_folder = lambda _title, _start: students
    opened.students.click()
    assert opened.save_button.text() == "Save 3 sheets"
    opened.language._segments["both"].click()
    assert opened.save_button.text() == "Save 6 sheets"
    opened.save()
    assert "4 sheets saved" in opened.accessibleDescription()
    assert "Left out: b.toml." in opened.accessibleDescription()


def test_the_pinned_programmes_can_be_made_too(parent: QWidget, tmp_path: Path) -> None:
    desk, _ = make_desk("en")
    opened = ManyDialog(desk, seed, WANTED, Offered(COLUMNS, (Column(programme=HEIP), Column(programme="gone")), tmp_path), parent)
    opened.what._segments["pinned"].click()
    opened.save()
    assert "1 sheet saved" in opened.accessibleDescription()
    assert "Left out: gone." in opened.accessibleDescription()


def test_each_programme_needs_some(parent: QWidget, tmp_path: Path) -> None:
    desk, _ = make_desk("fr")
    opened = ManyDialog(desk, seed, WANTED, Offered((), (), tmp_path), parent)
    assert not opened.what._segments["programmes"].isEnabled()
    assert not opened.what._segments["pinned"].isEnabled()
    assert opened.windowTitle() == "Plusieurs fiches à la fois"


def test_every_control_of_the_dialog_has_a_name(dialog: tuple[ManyDialog, Heard]) -> None:
    opened, _ = dialog
    for what in ("languages", "programmes", "students"):
        opened.what._segments[what].click()
        for widget in opened.findChildren(QWidget):
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible():
                assert widget.accessibleName() or getattr(widget, "words", ""), repr(widget)


def test_what_cannot_be_read_is_an_environment_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path, _pattern: str) -> list[Path]:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "glob", refuse)
    with pytest.raises(EnvironmentProblem):
        each_student(WANTED, tmp_path, ["en"])
