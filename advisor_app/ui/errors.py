"""What the window does with a failure: the user's and the environment's are said in the message bar; ours get a dialog and the log.

The log holds what a programmer needs and nothing of a student: kinds of errors, places in the program, no values.
"""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from advisor_app import paths
from advisor_app.domain.errors import EnvironmentProblem, Problem
from advisor_app.domain.text import Message, msg

_LOG_SIZE = 256 * 1024
_LOG_KEEPS = 3
_log = logging.getLogger("advisor")
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_file() -> Path:
    """Where the log is kept."""
    return paths.user_data_dir() / "advisor.log"


def start_log(file: Path | None = None) -> Path | None:
    """Begins the log; ``None`` where it cannot be written, and the program goes on without."""
    from logging.handlers import RotatingFileHandler  # late: brings sockets along, which the first paint needs not wait for

    file = file or log_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(file, maxBytes=_LOG_SIZE, backupCount=_LOG_KEEPS, encoding="utf-8", errors="backslashreplace")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    stop_log()
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    return file


def stop_log() -> None:
    """Closes the log's file."""
    for handler in _log.handlers[:]:
        _log.removeHandler(handler)
        handler.close()


def safe_trace(error: BaseException) -> str:
    """The way to the error without its words, which may hold what somebody typed, and without the names of folders."""
    lines: list[str] = []
    for cause in _chain(error):
        lines += [
            f"  {_shortened(frame.filename)}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(cause.__traceback__)
        ]
        reason = f" ({cause.strerror})" if isinstance(cause, OSError) and cause.strerror else ""
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}{reason}")
    return "\n".join(lines)


def _chain(error: BaseException) -> list[BaseException]:
    """The error after what caused it."""
    found: list[BaseException] = []
    walk: BaseException | None = error
    while walk is not None and walk not in found:
        found.append(walk)
        walk = walk.__cause__ or (None if walk.__suppress_context__ else walk.__context__)
    return found[::-1]


def _shortened(file: str) -> str:
    parts = Path(file).parts
    for root in ("advisor_app", "site-packages"):
        if root in parts:
            return "/".join(parts[parts.index(root) :])
    return parts[-1] if parts else file


def as_problem(error: BaseException) -> Problem | None:
    """The error as something a person can mend; ``None`` where it is a fault of the program."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, OSError) and error.strerror:
        place = str(error.filename or "")
        said = msg("{place}: {what}. Nothing that was there before is lost.", place=place, what=error.strerror)
        return EnvironmentProblem(said if place else msg("The system refused: {reason}", reason=error.strerror))
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
            if not _log.handlers:
                start_log()
            _log.error("fault\n%s", safe_trace(error))
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


def crash_text() -> Message:
    """What the dialog says."""
    return msg(
        "Something went wrong in the program. Nothing that you saved is lost, and you can go on. "
        "What happened is noted, without anything about the student, in {file}. "
        "Please send that file to whoever looks after Advisor.",
        file=str(log_file()),
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
            _log.error("fault in a thread\n%s", safe_trace(fault.exc_value))

    def from_qt(level: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
        _log.log(_QT_LEVELS.get(level, logging.WARNING), "Qt: %s", message)

    sys.excepthook = uncaught
    threading.excepthook = in_thread
    qInstallMessageHandler(from_qt)


def remove_hooks() -> None:
    """Undoes :func:`install_hooks`."""
    sys.excepthook = sys.__excepthook__
    threading.excepthook = threading.__excepthook__
    qInstallMessageHandler(None)
