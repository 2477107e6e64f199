"""What a root does with an error that nobody foresaw: keeps all of it in a file, so that one line is enough on the screen."""

import traceback
from datetime import UTC, datetime
from pathlib import Path

from advisor_app import paths


def log_file() -> Path:
    """Where faults are kept."""
    return paths.user_data_dir() / "advisor.log"


def keep(error: BaseException) -> Path | None:
    """Adds the error to the log and says where that is; ``None`` where it cannot be written."""
    entry = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC\n{''.join(traceback.format_exception(error))}\n"
    file = log_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(entry)
    except OSError:
        return None
    return file
