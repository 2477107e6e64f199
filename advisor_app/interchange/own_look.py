"""The look of the school whose computer this is. Apart from its reading: most schools have none, and then nothing waits for it."""

from pathlib import Path

from advisor_app.domain.look import NEUTRAL, Look
from advisor_app.paths import user_data_dir

NAME = "look.toml"


def look_file() -> Path:
    """Where the look is looked for when no other file is named."""
    return user_data_dir() / NAME


def own_look() -> Look:
    """The look in the user's folder; the neutral one where there is none. Raises SourceProblems for a file that will not do."""
    file = look_file()
    if not file.exists():
        return NEUTRAL
    from advisor_app.interchange.look_file import read_look  # late: it brings the readers of files along

    return read_look(file)
