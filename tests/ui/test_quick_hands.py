"""Who begins before the catalogue is open or the desk laid out loses nothing by it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor_app import paths, settings
from advisor_app.app import Advisor
from advisor_app.domain.student import Student
from advisor_app.models.kept_file import KeptFile
from advisor_app.services.session import Session
from advisor_app.ui.dialogs import QuestionDialog
from advisor_app.ui.errors import ErrorDesk
from advisor_app.ui.main_window import MainWindow
from advisor_app.ui.tokens import LIGHT

QUICK, LEFT = Student(age=21), Student(age=35)

Start = Callable[[], Advisor]


@pytest.fixture
def start(own_data_dir: Path, qtbot: QtBot) -> Iterator[Start]:
    """Starts the program on which somebody enters a student before anything is read."""
    made: list[Advisor] = []
    settings.save(settings.Settings(language="en", seen="0"))

    def started() -> Advisor:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        window = MainWindow(LIGHT)
        qtbot.addWidget(window, before_close_func=lambda one: setattr(one, "closing", lambda: True))
        advisor = Advisor(app, window, paths.default_catalogue(), ErrorDesk())
        made.append(advisor)
        window.begin()
        advisor.load()
        advisor.state.set_student(QUICK)
        return advisor

    yield started
    for advisor in made:
        advisor.end()
        advisor.deleteLater()


def kept() -> KeptFile[Session]:
    return KeptFile(paths.user_data_dir() / "session.json", Session, Session())


def test_a_student_entered_at_once_would_come_back_after_a_crash(start: Start, qtbot: QtBot) -> None:
    advisor = start()
    qtbot.waitUntil(lambda: advisor.ready, timeout=20_000)
    qtbot.waitUntil(lambda: kept().load().student == QUICK, timeout=5_000)


def test_what_a_crash_left_is_offered_to_whoever_was_quicker(start: Start, qtbot: QtBot) -> None:
    kept().save(Session(student=LEFT))
    advisor = start()
    qtbot.waitUntil(lambda: advisor.ready, timeout=20_000)
    assert advisor.state.actual == QUICK
    bar = advisor.window.frame.messages
    assert "can come back" in bar.text
    bar.action.click()
    assert advisor.state.actual == LEFT


def test_a_close_by_mistake_is_asked_about_before_the_catalogue_is_open(start: Start) -> None:
    advisor = start()
    asked: list[QuestionDialog] = []

    def say_no() -> None:
        asked.extend(advisor.window.findChildren(QuestionDialog))
        asked[0].no.click()

    QTimer.singleShot(0, say_no)
    assert not advisor.ready
    assert not advisor.window.close()
    assert len(asked) == 1
