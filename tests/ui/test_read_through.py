"""The catalogue is read from beginning to end while the window is used."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from advisor_app.domain.errors import UserProblem
from advisor_app.domain.text import msg
from advisor_app.ui.read_through import ReadThrough
from advisor_app.ui.tasks import TaskRunner


@pytest.fixture
def failures() -> list[BaseException]:
    return []


@pytest.fixture
def tasks(failures: list[BaseException], qtbot: QtBot) -> Iterator[TaskRunner]:
    runner = TaskRunner(failures.append)
    yield runner
    runner.shut_down()


def test_it_takes_every_step_and_then_is_silent(tasks: TaskRunner, failures: list[BaseException], qtbot: QtBot) -> None:
    taken: list[int] = []

    def steps() -> Iterator[None]:
        for number in range(5):
            taken.append(number)
            yield

    reading = ReadThrough(tasks, steps())
    qtbot.waitUntil(lambda: tasks.idle)
    assert (taken, failures) == ([0, 1, 2, 3, 4], [])
    assert reading.parent() is None


def test_what_is_wrong_is_said_once(tasks: TaskRunner, failures: list[BaseException], qtbot: QtBot) -> None:
    problem = UserProblem(msg("damaged"))

    def steps() -> Iterator[None]:
        yield
        raise problem

    reading = ReadThrough(tasks, steps())
    qtbot.waitUntil(lambda: tasks.idle)
    assert failures == [problem]
    del reading


def test_a_window_that_closes_waits_for_no_more_than_one_step(tasks: TaskRunner, qtbot: QtBot) -> None:
    def endless() -> Iterator[None]:
        while True:
            yield

    reading = ReadThrough(tasks, endless())
    tasks.shut_down()
    assert tasks.idle
    del reading
