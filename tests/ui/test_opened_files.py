"""Files that the system hands over as events, as macOS does with a double click."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from advisor_app import paths

START = """
import os
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QFileOpenEvent
from advisor_app import paths, start
from advisor_app.app import Advisor
from advisor_app.ui.opened_files import FileTakingApplication

app = FileTakingApplication(["advisor"])  # what start.application() makes on macOS
when, file, said = sys.argv[1:]
if when == "early":
    QCoreApplication.postEvent(app, QFileOpenEvent(file))
QTimer.singleShot(30_000, app, lambda: os._exit(1))

def look():
    advisor = app.findChild(Advisor)
    if advisor is None or not advisor.ready or said not in advisor.window.frame.messages.text:
        return
    timer.stop()
    if when == "late":
        QCoreApplication.postEvent(app, QFileOpenEvent(file))
    QTimer.singleShot(300, app, lambda: tell(advisor))

def tell(advisor):
    print(advisor._file.name, advisor.state.actual.age, advisor.window.frame.messages.text, sep="|", flush=True)
    os._exit(0)  # the window itself would ask whether the student may be forgotten

timer = QTimer(app)
timer.timeout.connect(look)
timer.start(20)
sys.exit(start.run(paths.default_catalogue()))
"""


@pytest.fixture
def student(tmp_path: Path) -> Path:
    file = tmp_path / "élève 1.student.toml"
    file.write_text("[person]\nage = 23\n", encoding="utf-8")
    return file


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    return Path(shutil.copy(paths.default_catalogue(), tmp_path / "école.catalogue.sqlite"))


def _started(when: str, file: Path, said: str = "") -> list[str]:
    """The catalogue, the student's age and the message of a window that was handed a file early or late, once that is ``said``."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "ADVISOR_LANG": "en"}
    command = [sys.executable, "-c", START, when, str(file), said]
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True, timeout=60)
    assert done.stdout, done.stderr
    return done.stdout.strip().split("|")


def test_a_start_by_a_students_file_puts_the_student_on_the_desk(student: Path) -> None:
    assert _started("early", student)[:2] == [paths.default_catalogue().name, "23"]


def test_a_start_by_a_catalogue_opens_that_catalogue(catalogue: Path) -> None:
    assert _started("early", catalogue)[:2] == [catalogue.name, "None"]


def test_a_file_opened_later_goes_to_the_window_that_is_there(student: Path) -> None:
    assert _started("late", student)[:2] == [paths.default_catalogue().name, "23"]


def test_another_catalogue_opened_later_is_spoken_of(catalogue: Path) -> None:
    assert "another catalogue" in _started("late", catalogue)[2]


def test_a_file_that_is_neither_changes_nothing(tmp_path: Path) -> None:
    assert _started("early", tmp_path / "picture.png") == [paths.default_catalogue().name, "None", ""]


def test_a_catalogue_that_a_stick_has_spoilt_is_spoken_of_once_it_was_read_through(catalogue: Path) -> None:
    content = bytearray(catalogue.read_bytes())
    content[content.index(b'"amount":"9750"') + 10] ^= 1  # a price of 8750 can be read as well
    catalogue.write_bytes(content)
    said = _started("early", catalogue, "what it says may be wrong")[2]
    assert said == f"{catalogue}: this catalogue is not as it was written, and what it says may be wrong; copy or build it again"
