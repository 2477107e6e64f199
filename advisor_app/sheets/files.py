"""Writing a finished sheet to disk: the old file or the new one, never half of either."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from advisor_app.domain.errors import EnvironmentProblem, UserProblem, reason
from advisor_app.domain.text import msg
from advisor_app.files import write_whole

PDF = b"%PDF-"


def save(path: Path, content: bytes) -> None:
    """Writes ``content`` to ``path`` in one step.

    Raises :class:`EnvironmentProblem` when the folder is missing or read-only, the disk is full, or ``path`` is a folder,
    :class:`UserProblem` when it is anything but an ordinary file or holds something else than a PDF; what was there before is
    then still whole.
    """
    if path.is_dir():
        raise EnvironmentProblem(msg("{path} is a folder; give the name of a file in it", path=str(path)))
    target = Path(os.path.realpath(path))  # a link keeps pointing where it did
    with _said(path):
        if (target.exists() or target.is_symlink()) and not _is_sheet(target):
            raise UserProblem(msg("{path} is there already and is no PDF; it stays as it is: give another name", path=str(path)))
        write_whole(target, content)


def save_new(path: Path, content: bytes) -> None:
    """Writes what goes with a sheet, such as a draft message, where nothing stands yet. Raises as :func:`save` does."""
    with _said(path):
        if path.exists() or path.is_symlink():
            raise UserProblem(msg("{path} is there already; it stays as it is: give another name", path=str(path)))
        write_whole(path, content)


@contextmanager
def _said(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        raise EnvironmentProblem(
            msg(
                "{path} could not be written ({reason}); choose another place. Nothing there was changed",
                path=str(path),
                reason=reason(problem),
            )
        ) from problem


def _is_sheet(path: Path) -> bool:
    """A PDF or an empty file. A device or a pipe would be replaced by a file, as root even /dev/null."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(PDF)) in {b"", PDF}
