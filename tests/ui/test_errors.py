"""Failures: whose they are, what is said, what is noted."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning

from advisor_app import log as log_of_program
from advisor_app.domain.errors import EnvironmentProblem, Problem, UserProblem
from advisor_app.domain.text import msg
from advisor_app.ui.errors import (
    ErrorDesk,
    as_problem,
    crash_text,
    install_hooks,
    remove_hooks,
)


@pytest.fixture
def log() -> Iterator[Path]:
    file = log_of_program.start()
    assert file is not None
    yield file
    log_of_program.stop()


class Window:
    def __init__(self) -> None:
        self.said: list[Problem] = []
        self.crashes: list[BaseException] = []


def listening(desk: ErrorDesk) -> Window:
    window = Window()
    desk.listen(window.said.append, window.crashes.append)
    return window


def raise_it(error: Exception) -> None:
    raise error


def raised(error: Exception) -> Exception:
    with pytest.raises(type(error)) as caught:
        raise_it(error)
    return caught.value


def test_what_the_user_can_mend_is_said(qapp: object, log: Path) -> None:
    desk = ErrorDesk()
    window = listening(desk)
    problem = UserProblem(msg("No programme is called {id}.", id="x"))
    desk.report(problem)
    assert window.said == [problem]
    assert window.crashes == []
    assert log.read_text(encoding="utf-8") == ""


def test_a_full_disk_is_the_environments() -> None:
    problem = as_problem(OSError(28, "No space left on device", "/media/stick/sheet.pdf"))
    assert isinstance(problem, EnvironmentProblem)
    assert dict(problem.message.params)["place"] == "/media/stick/sheet.pdf"
    assert as_problem(ValueError("x")) is None


def test_ours_is_noted_without_what_was_typed(qapp: object, log: Path) -> None:
    desk = ErrorDesk()
    window = listening(desk)
    error = raised(KeyError("Marie Dupont, 22"))
    desk.report(error)
    assert window.crashes == [error]
    noted = log.read_text(encoding="utf-8")
    assert "KeyError" in noted
    assert "test_errors.py" in noted
    assert "Marie" not in noted
    assert str(Path.home()) not in noted


def wrap(cause: Exception) -> None:
    raise RuntimeError("Marie") from cause


def test_the_trace_names_the_causes() -> None:
    with pytest.raises(RuntimeError) as caught:
        wrap(raised(OSError(13, "Permission denied", "/home/marie/secret")))
    trace = log_of_program.way_to(caught.value)
    assert "OSError (Permission denied)" in trace or "PermissionError (Permission denied)" in trace
    assert trace.endswith("RuntimeError")
    assert "marie" not in trace.casefold()


def test_early_failures_wait_for_the_window(qapp: object, log: Path) -> None:
    desk = ErrorDesk()
    problem, fault = UserProblem(msg("Broken.")), ValueError("early")
    desk.report(problem)
    desk.report(fault)
    window = listening(desk)
    assert (window.said, window.crashes) == ([problem], [fault])


@pytest.fixture
def hooked(qapp: object, log: Path) -> Iterator[Window]:
    desk = ErrorDesk()
    window = listening(desk)
    install_hooks(desk)
    yield window
    remove_hooks()


def test_whatever_nobody_caught_arrives(hooked: Window, log: Path) -> None:
    error = raised(ValueError("x"))
    sys.excepthook(ValueError, error, error.__traceback__)
    assert hooked.crashes == [error]


def test_qt_and_threads_write_into_the_log(hooked: Window, log: Path) -> None:
    qWarning("of Qt")
    thread = threading.Thread(target=lambda: raise_it(ZeroDivisionError("secret")))
    thread.start()
    thread.join()
    noted = log.read_text(encoding="utf-8")
    assert "of Qt" in noted
    assert "ZeroDivisionError" in noted
    assert "secret" not in noted


def test_the_crash_dialog_names_the_log(own_data_dir: Path) -> None:
    assert dict(crash_text().params)["file"] == str(log_of_program.log_file())
    assert log_of_program.log_file().is_relative_to(own_data_dir)


def test_without_a_log_the_program_goes_on(tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("")
    assert log_of_program.start(blocked / "advisor.log") is None
