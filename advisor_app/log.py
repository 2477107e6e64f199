"""The log: one file in which the window and the command line keep the way to a fault of the program. Light: no part of Qt.

It holds what a programmer needs and nothing of a student: kinds of errors and places in the program. An error's own words are left
out, as they may hold what somebody typed, and so are the names of folders, which may hold a person's.
"""

import logging
import re
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from advisor_app import paths

SIZE = 256 * 1024
KEEPS = 3
_MOST_EARLY = 100
_log = logging.getLogger("advisor")
_early: list[tuple[int, str]] = []
_below: list[TextIO] = []  # Python's fault handler needs its file to stay open
_FOLDERS = re.compile(r'"([^"\n]+)"')


def log_file() -> Path:
    """Where the log is kept."""
    return paths.user_data_dir() / "advisor.log"


def start(file: Path | None = None) -> Path | None:
    """Keeps the log open, for a program that stays; ``None`` where it cannot be written, and the program goes on without.

    What was noted before is written now.
    """
    from logging.handlers import RotatingFileHandler  # late: brings sockets along, which the first list needs not wait for

    file = file or log_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(file, maxBytes=SIZE, backupCount=KEEPS, encoding="utf-8", errors="backslashreplace")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    stop()
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    while _early:
        note(*_early.pop(0))
    return file


def native_file() -> Path:
    """Where the way to a crash below Python is kept: of Qt or of the database, which end the process at once."""
    return log_file().with_name("advisor-crash.log")


def watch_below() -> None:
    """Has a crash below Python leave its way in a file of its own. Where that cannot be written the program goes on without."""
    import faulthandler  # late: no part of the first paint

    file = native_file()
    try:
        if file.exists() and file.stat().st_size > SIZE:
            file.unlink()
        _below.append(file.open("a", encoding="utf-8"))
    except OSError:
        return
    faulthandler.enable(_below[-1])


def newest(lines: int) -> str:
    """The newest lines of the log, after what a crash below Python left, without the names of folders; empty where nothing is."""
    below, noted = (_read(file) for file in (native_file(), log_file()))
    told = [_FOLDERS.sub(lambda found: f'"{_shortened(found.group(1))}"', line) for line in below[-lines:]]
    return "\n".join([*told, *noted[-lines:]])


def _read(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []


def stop() -> None:
    """Closes the log's file."""
    for handler in _log.handlers[:]:
        _log.removeHandler(handler)
        handler.close()


def note(level: int, said: str) -> None:
    """Writes a line of the program's own into the log, once that is open."""
    if _log.handlers:
        _log.log(level, "%s", said)
    else:
        _early.append((level, said))
        del _early[:-_MOST_EARLY]


def fault(error: BaseException, where: str = "fault") -> None:
    """Writes the way to an error into the log, which is opened for it if need be."""
    if not _log.handlers:
        start()
    _log.error("%s\n%s", where, way_to(error))


def keep(error: BaseException) -> Path | None:
    """Adds the way to an error without keeping the log open; says where, or ``None`` where it cannot be written."""
    file = log_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} ERROR {way_to(error)}\n")
    except OSError:
        return None
    return file


def way_to(error: BaseException) -> str:
    """The kind of the error and of what caused it, the cause first, each after the places in the program that it came through."""
    lines: list[str] = []
    for cause in _chain(error):
        steps = traceback.extract_tb(cause.__traceback__)
        lines += [f"  {_shortened(step.filename)}:{step.lineno} {step.name}" for step in steps]
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
