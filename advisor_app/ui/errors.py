"""What the window does with a failure: the user's and the environment's go to the message bar; ours get a dialog and the log."""

import logging
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from advisor_app import log
from advisor_app.domain.errors import EnvironmentProblem, Problem, reason
from advisor_app.domain.text import Message, msg

_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def as_problem(error: BaseException) -> Problem | None:
    """The error as something a person can mend; ``None`` where it is a fault of the program."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, OSError) and error.strerror:
        place = str(error.filename or "")
        said = msg("{place}: {what}. Nothing that was there before is lost.", place=place, what=reason(error))
        return EnvironmentProblem(said if place else msg("The system refused: {reason}", reason=reason(error)))
    return None


class ErrorDesk(QObject):
    """The one place where failures arrive. Until a window listens they are kept and shown when it does."""

    problem = Signal(object)
    """A Problem, for the message bar."""
    crash = Signal(object)
    """A fault of the program, for the dialog. It stands in the log already."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._early: list[BaseException] = []
        self._listening = False

    def report(self, error: BaseException) -> None:
        """Takes any failure, on the window's thread."""
        problem = as_problem(error)
        if problem is None:
            log.fault(error)
        if not self._listening:
            self._early.append(error)
        elif problem is not None:
            self.problem.emit(problem)
        else:
            self.crash.emit(error)

    def listen(self, on_problem: Callable[[Problem], None], on_crash: Callable[[BaseException], None]) -> None:
        """The window is there: shows what has come so far, and what comes from now on."""
        self.problem.connect(on_problem)
        self.crash.connect(on_crash)
        self._listening = True
        early, self._early = self._early, []
        for error in early:
            problem = as_problem(error)
            if problem is not None:
                self.problem.emit(problem)
            else:
                self.crash.emit(error)


@dataclass(frozen=True, slots=True, kw_only=True)
class WaysOn:
    """What can be done after a fault: ``report`` gives the report's text, ``restart`` starts anew with the same desk."""

    report: Callable[[], str]
    restart: Callable[[], None]


def crash_text() -> Message:
    """What the dialog says."""
    return msg(
        "Something went wrong in the program. Nothing that you saved is lost, and you can go on. "
        "What happened is noted, without anything about the student, in {file}. "
        "Please send that file to whoever looks after Advisor.",
        file=str(log.log_file()),
    )


def install_hooks(desk: ErrorDesk) -> None:
    """Leads every failure that nobody caught to ``desk``, and Qt's own messages to the log."""

    def uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            desk.report(error)

    def in_thread(fault: threading.ExceptHookArgs) -> None:
        if fault.exc_value is not None:
            log.fault(fault.exc_value, "fault in a thread")

    def from_qt(level: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
        log.note(_QT_LEVELS.get(level, logging.WARNING), f"Qt: {message}")

    sys.excepthook = uncaught
    threading.excepthook = in_thread
    qInstallMessageHandler(from_qt)


def remove_hooks() -> None:
    """Undoes :func:`install_hooks`."""
    sys.excepthook = sys.__excepthook__
    threading.excepthook = threading.__excepthook__
    qInstallMessageHandler(None)
