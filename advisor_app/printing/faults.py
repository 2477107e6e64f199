"""What a root does with an error that nobody foresaw: keeps the way to it in a file, so that one line is enough on the screen.

An error's own words are left out: they may hold what somebody typed about a student.
"""

import traceback
from datetime import UTC, datetime
from pathlib import Path

from advisor_app import paths


def log_file() -> Path:
    """Where faults are kept."""
    return paths.user_data_dir() / "advisor.log"


def keep(error: BaseException) -> Path | None:
    """Adds the error to the log and says where that is; ``None`` where it cannot be written."""
    file = log_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} ERROR {way_to(error)}\n")
    except OSError:
        return None
    return file


def way_to(error: BaseException) -> str:
    """The kind of the error and of what caused it, each with the places in the program that it came through."""
    lines = []
    cause: BaseException | None = error
    while cause is not None:
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        steps = traceback.extract_tb(cause.__traceback__)
        lines += [f"  {Path(step.filename).name}:{step.lineno} {step.name}" for step in steps]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines)
