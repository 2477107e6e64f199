"""The task runner: answers on the window's thread, stale ones dropped, no failure lost."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread, Signal
from pytestqt.qtbot import QtBot

from advisor_app.ui.tasks import Quiet, SynchronousTasks, TaskRunner


class Shown(QObject):
    """A panel that waits for rows."""

    came = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[object] = []
        self.threads: list[QThread] = []

    def show_rows(self, rows: object) -> None:
        self.rows.append(rows)
        self.threads.append(QThread.currentThread())
        self.came.emit()


class Handler:
    """The one handler of all failures."""

    def __init__(self) -> None:
        self.errors: list[BaseException] = []

    def __call__(self, error: BaseException) -> None:
        self.errors.append(error)


@pytest.fixture
def handler() -> Handler:
    return Handler()


@pytest.fixture
def runner(qapp: object, handler: Handler) -> Iterator[TaskRunner]:
    made = TaskRunner(handler)
    yield made
    made.shut_down()


def fail() -> object:
    raise ValueError("of the work")


def test_work_runs_elsewhere_and_is_answered_here(runner: TaskRunner, qtbot: QtBot) -> None:
    shown = Shown()
    with qtbot.waitSignal(shown.came):
        runner.submit("rows", threading.get_ident, shown.show_rows)
    assert shown.rows != [threading.get_ident()]
    assert shown.threads == [QThread.currentThread()]


def test_a_newer_request_replaces_the_older(runner: TaskRunner, qtbot: QtBot) -> None:
    shown = Shown()
    started, hold = threading.Event(), threading.Event()

    def slow() -> str:
        started.set()
        hold.wait(10)
        return "old"

    runner.submit("rows", slow, shown.show_rows)
    assert started.wait(10)
    runner.submit("rows", lambda: "new", shown.show_rows)
    qtbot.waitUntil(lambda: shown.rows == ["new"])
    hold.set()
    assert runner.wait()
    assert shown.rows == ["new"]


def test_a_replaced_request_is_not_even_begun(qapp: object, handler: Handler) -> None:
    runner = TaskRunner(handler, threads=1)
    shown = Shown()
    hold, begun = threading.Event(), []
    runner.submit("other", lambda: hold.wait(10), lambda _: None)
    for number in range(5):
        runner.submit("rows", lambda number=number: begun.append(number), shown.show_rows)  # type: ignore[misc]  # counts
    hold.set()
    assert runner.wait()
    assert begun == [4]
    assert len(shown.rows) == 1


def test_different_keys_do_not_disturb_each_other(runner: TaskRunner) -> None:
    shown = Shown()
    runner.submit("rows", lambda: 1, shown.show_rows)
    runner.submit("details", lambda: 2, shown.show_rows)
    assert runner.wait()
    assert sorted(map(str, shown.rows)) == ["1", "2"]


def test_a_failure_reaches_the_caller(runner: TaskRunner, handler: Handler) -> None:
    caught: list[BaseException] = []
    runner.submit("rows", fail, lambda _: None, caught.append)
    assert runner.wait()
    assert [str(error) for error in caught] == ["of the work"]
    assert handler.errors == []


def test_a_failure_nobody_handles_reaches_the_one_handler(runner: TaskRunner, handler: Handler) -> None:
    runner.submit("rows", fail, lambda _: None)
    assert runner.wait()
    assert [type(error) for error in handler.errors] == [ValueError]


def test_a_failure_of_a_replaced_request_is_not_lost(runner: TaskRunner, handler: Handler) -> None:
    started, hold = threading.Event(), threading.Event()

    def slow_failure() -> object:
        started.set()
        hold.wait(10)
        return fail()

    never: list[BaseException] = []
    runner.submit("rows", slow_failure, lambda _: None, never.append)
    assert started.wait(10)
    runner.submit("rows", lambda: 1, lambda _: None)
    hold.set()
    assert runner.wait()
    assert never == []
    assert [type(error) for error in handler.errors] == [ValueError]


def test_a_callback_that_fails_is_reported(runner: TaskRunner, handler: Handler) -> None:
    def trip(_: object) -> None:
        raise KeyError("of the callback")

    runner.submit("rows", lambda: 1, trip)
    assert runner.wait()
    assert [type(error) for error in handler.errors] == [KeyError]


def test_even_a_thread_that_wants_to_end_the_program_is_reported(runner: TaskRunner, handler: Handler) -> None:
    def leave() -> object:
        raise SystemExit(3)

    runner.submit("rows", leave, lambda _: None)
    assert runner.wait()
    assert [type(error) for error in handler.errors] == [SystemExit]


def test_a_panel_that_is_gone_gets_nothing(runner: TaskRunner, handler: Handler, qtbot: QtBot) -> None:
    shown = Shown()
    rows = shown.rows
    hold = threading.Event()
    runner.submit("rows", lambda: hold.wait(10), shown.show_rows)
    with qtbot.waitSignal(shown.destroyed):
        shown.deleteLater()
    hold.set()
    assert runner.wait()
    assert rows == []
    assert handler.errors == []


def test_a_named_receiver_that_is_gone_gets_nothing(runner: TaskRunner, qtbot: QtBot) -> None:
    owner, hold = QObject(), threading.Event()
    rows: list[object] = []
    runner.submit("rows", lambda: hold.wait(10), rows.append, receiver=owner)
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    hold.set()
    assert runner.wait()
    assert rows == []


def test_a_cancelled_request_is_dropped(runner: TaskRunner) -> None:
    shown, hold = Shown(), threading.Event()
    runner.submit("rows", lambda: hold.wait(10), shown.show_rows)
    assert runner.busy("rows")
    runner.cancel("rows")
    assert not runner.busy("rows")
    hold.set()
    assert runner.wait()
    assert shown.rows == []


def test_it_tells_when_something_begins_and_ends(runner: TaskRunner) -> None:
    heard: list[str] = []
    runner.began.connect(lambda key: heard.append(f"began {key}"))
    runner.ended.connect(lambda key: heard.append(f"ended {key}"))
    runner.submit("rows", lambda: 1, lambda _: None)
    assert runner.wait()
    assert heard == ["began rows", "ended rows"]


def test_it_is_quiet_once_when_everything_is_answered(runner: TaskRunner, qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()
    answered: list[object] = []
    quiet = Quiet(runner)
    came: list[list[object]] = []
    quiet.came.connect(lambda: came.append(list(answered)))

    def slow() -> str:
        begun.set()
        go_on.wait(10)
        return "slow"

    def then(found: object) -> None:
        answered.append(found)
        runner.submit("next", lambda: "next", answered.append)

    runner.submit("slow", slow, then)
    begun.wait(10)
    runner.submit("quick", lambda: "quick", answered.append)
    qtbot.waitUntil(lambda: "quick" in answered)
    go_on.set()
    with qtbot.waitSignal(quiet.came):
        pass
    runner.submit("later", lambda: "later", answered.append)
    qtbot.waitUntil(lambda: "later" in answered)
    with qtbot.assertNotEmitted(quiet.came, wait=250):
        pass
    assert came == [["quick", "slow", "next"]]


def test_it_is_quiet_where_nothing_was_asked(runner: TaskRunner, qtbot: QtBot) -> None:
    quiet = Quiet(runner)
    with qtbot.waitSignal(quiet.came):
        pass


def test_a_failure_makes_it_quiet_too(runner: TaskRunner, handler: Handler, qtbot: QtBot) -> None:
    runner.submit("rows", fail, lambda _: None)
    quiet = Quiet(runner)
    with qtbot.waitSignal(quiet.came):
        pass
    assert len(handler.errors) == 1


def test_synchronous_tasks_answer_at_once(qapp: object, handler: Handler) -> None:
    tasks, shown = SynchronousTasks(handler), Shown()
    tasks.submit("rows", lambda: "rows", shown.show_rows)
    tasks.submit("rows", fail, shown.show_rows)
    assert shown.rows == ["rows"]
    assert [type(error) for error in handler.errors] == [ValueError]
