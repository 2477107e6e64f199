"""Where the shipped files and the user's own lie, in a source checkout and in the standalone program.

Imported before the first window is painted, so nothing heavy is imported here.
"""

import os
import sys
from pathlib import Path

STUDENT_SUFFIX, CATALOGUE_SUFFIX = ".toml", ".sqlite"
"""The ends of the names of the files that Advisor opens."""

_NOWHERE = Path("/nonexistent")  # the home that Debian gives to those who have none


def is_frozen() -> bool:
    """Whether this is the standalone program."""
    return bool(getattr(sys, "frozen", False))


def shipped_dir() -> Path:
    """The folder that holds ``resources`` and ``data``."""
    if is_frozen():
        return Path(getattr(sys, "_MEIPASS", Path(sys.executable).parent))
    return Path(__file__).resolve().parent.parent


def resource_dir() -> Path:
    """Icons, fonts, translations, sheet templates, samples. Never written to."""
    return shipped_dir() / "resources"


def data_dir() -> Path:
    """The catalogue that comes with the program, and its sources in a checkout. Never written to while the program runs."""
    return shipped_dir() / "data"


def default_catalogue() -> Path:
    """The catalogue that is opened when none is named."""
    return data_dir() / "seed.sqlite"


def portable_dir() -> Path:
    """The folder beside the program that, once it is there, takes the place of the platform's: it travels on the same stick."""
    return (Path(sys.executable).parent if is_frozen() else shipped_dir()) / "advisor-data"


def user_data_dir() -> Path:
    """Where the program keeps its own files: ``ADVISOR_DATA_DIR``, else the folder beside it, else the platform's place.

    It need not exist yet. For a user without a home it is a folder that cannot be made, so that nothing is kept and the program
    says so.
    """
    if chosen := os.environ.get("ADVISOR_DATA_DIR"):
        return Path(chosen).expanduser()
    if (beside := portable_dir()).is_dir():
        return beside
    from platformdirs import user_data_path  # here: costs start-up time, and is not needed where the variable is set

    try:
        return user_data_path("advisor", appauthor=False)
    except RuntimeError:
        return _NOWHERE / "advisor"
