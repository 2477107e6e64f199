"""Work that must not hold up the window: done on a pool's thread, answered on the window's.

A task is known by its key. A newer task with the same key replaces the older, whose result is then dropped, so that fast
typing never shows stale rows. A failure always ends somewhere: with the caller, or with the one handler that shows it. Work
gets data and returns data; no widget enters a thread.
"""

import threading
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRunnable, Qt, QThreadPool, QTimer, Signal
from shiboken6 import isValid

T = TypeVar("T")

Failed = Callable[[BaseException], None]

_QUIET = 150
"""Milliseconds without anything asked or answered: what was answered is painted, and who types the next letter is not held up."""


class Tasks(Protocol):
    """What a place needs of a task runner."""

    def submit(
        self,
        key: Hashable,
        work: Callable[[], T],
        on_done: Callable[[T], None],
        on_error: Failed | None = None,
        *,
        receiver: QObject | None = None,
    ) -> None:
        """Runs ``work``; then ``on_done`` with its result, or ``on_error`` (else the handler of all) with what it raised.

        ``on_done`` is dropped when its object, or ``receiver`` where that is not a bound method, is gone by then.
        """

    def cancel(self, key: Hashable) -> None:
        """Drops the task of that key; its result is never shown."""


@dataclass(eq=False)
class _Task(Generic[T]):
    key: Hashable
    work: Callable[[], T]
    on_done: Callable[[T], None]
    on_error: Failed | None
    receiver: QObject | None
    replaced: threading.Event
    result: T | None = None
    failure: BaseException | None = None
    began: bool = False

    def run(self) -> None:
        self.began = True
        try:
            self.result = self.work()
        except BaseException as error:  # a thread has no caller: whatever it is, it must reach the window
            self.failure = error

    @property
    def wanted(self) -> bool:
        return not self.replaced.is_set() and (self.receiver is None or isValid(self.receiver))


def _receiver_of(*callbacks: Callable[..., Any] | None) -> QObject | None:
    for callback in callbacks:
        owner = getattr(callback, "__self__", None)
        if isinstance(owner, QObject):
            return owner
    return None


class _Answers(QObject):
    """Shared by both runners: who is waiting for what, and how an answer is given."""

    began = Signal(object)
    """A key whose work was begun."""
    ended = Signal(object)
    """A key for which nothing runs any more."""

    def __init__(self, on_failure: Failed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_failure = on_failure
        self._latest: dict[Hashable, _Task[Any]] = {}

    def busy(self, key: Hashable) -> bool:
        """Whether something of that key is still to be answered."""
        return key in self._latest

    @property
    def idle(self) -> bool:
        """Whether nothing is still to be answered."""
        return not self._latest

    def cancel(self, key: Hashable) -> None:
        task = self._latest.pop(key, None)
        if task is not None:
            task.replaced.set()
            self.ended.emit(key)

    def _register(self, task: "_Task[Any]") -> None:
        older = self._latest.get(task.key)
        if older is not None:
            older.replaced.set()
        self._latest[task.key] = task
        if older is None:
            self.began.emit(task.key)

    def _answer(self, task: "_Task[Any]") -> None:
        wanted = task.wanted
        if self._latest.get(task.key) is task:
            del self._latest[task.key]
            self.ended.emit(task.key)
        try:
            if task.failure is not None:
                self._failed(task, wanted=wanted)
            elif wanted:
                task.on_done(task.result)
        except Exception as error:  # a callback that trips over its own feet is shown as well
            self._on_failure(error)

    def _failed(self, task: "_Task[Any]", *, wanted: bool) -> None:
        """The caller's handler while somebody waits; a failure nobody waits for is shown by the handler of all."""
        failure = task.failure
        if failure is None:
            return
        if task.on_error is not None and wanted:
            task.on_error(failure)
        else:
            self._on_failure(failure)


class TaskRunner(_Answers):
    """Runs tasks on a pool of threads. Made and used on the window's thread."""

    _finished = Signal(object)

    def __init__(self, on_failure: Failed, parent: QObject | None = None, *, threads: int = 2) -> None:
        super().__init__(on_failure, parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._jobs: dict[object, _Job] = {}  # Qt keeps no reference that Python's memory management would see
        self._finished.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        key: Hashable,
        work: Callable[[], T],
        on_done: Callable[[T], None],
        on_error: Failed | None = None,
        *,
        receiver: QObject | None = None,
    ) -> None:
        waiting = receiver or _receiver_of(on_done, on_error)
        task: _Task[T] = _Task(key, work, on_done, on_error, waiting, threading.Event())
        self._register(task)
        job = _Job(task, self._finished.emit)
        self._jobs[task] = job
        self._pool.start(job)

    def _settle(self, task: "_Task[Any]") -> None:
        del self._jobs[task]
        if task.began:
            self._answer(task)

    def wait(self, milliseconds: int = 10_000) -> bool:
        """Until every thread is done and every answer given: for the end of the program and for tests."""
        done = self._pool.waitForDone(milliseconds)
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)
        return done

    def shut_down(self) -> None:
        """Drops what is waiting and lets what runs end; nothing is answered any more."""
        for key in tuple(self._latest):
            self.cancel(key)
        self._pool.clear()
        self._pool.waitForDone()


class Quiet(QObject):
    """Says once that every task begun has been answered, and that nobody has asked for more in a while."""

    came = Signal()

    def __init__(self, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_QUIET)
        self._soon.timeout.connect(self._look)
        tasks.ended.connect(self._soon.start)
        self._soon.start()

    def _look(self) -> None:
        if self._tasks.idle:
            self._tasks.ended.disconnect(self._soon.start)
            self.came.emit()


class SynchronousTasks(_Answers):
    """Runs each task at once, on the caller's thread: for tests, and for programs without an event loop."""

    def submit(
        self,
        key: Hashable,
        work: Callable[[], T],
        on_done: Callable[[T], None],
        on_error: Failed | None = None,
        *,
        receiver: QObject | None = None,
    ) -> None:
        waiting = receiver or _receiver_of(on_done, on_error)
        task: _Task[T] = _Task(key, work, on_done, on_error, waiting, threading.Event())
        self._register(task)
        task.run()
        self._answer(task)


class _Job(QRunnable):
    def __init__(self, task: "_Task[Any]", finished: Callable[[object], None]) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._task = task
        self._finished = finished

    def run(self) -> None:
        if not self._task.replaced.is_set():  # else nobody waits for it any more, and it is not even begun
            self._task.run()
        self._finished(self._task)
