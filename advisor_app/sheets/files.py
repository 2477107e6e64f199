"""Writing a finished sheet to disk: the old file or the new one, never half of either."""

import contextlib
import os
import secrets
from pathlib import Path

from advisor_app.domain.errors import EnvironmentProblem
from advisor_app.domain.text import msg

_BINARY = getattr(os, "O_BINARY", 0)  # Windows would change line ends


def save(path: Path, content: bytes) -> None:
    """Writes ``content`` to ``path`` in one step.

    Raises :class:`EnvironmentProblem` when the folder is missing or read-only, the disk is full, or ``path`` is a folder;
    a file that was there before is then still whole.
    """
    if path.is_dir():
        raise EnvironmentProblem(msg("{path} is a folder; give the name of a file in it", path=str(path)))
    try:
        _replace(path, content)
    except OSError as problem:
        raise EnvironmentProblem(
            msg(
                "{path} could not be written ({reason}); choose another place. Nothing there was changed",
                path=str(path),
                reason=problem.strerror or type(problem).__name__,
            )
        ) from problem


def _replace(path: Path, content: bytes) -> None:
    target = path.resolve()  # a link keeps pointing where it did
    part = target.with_name(f".{target.stem[:40]}-{secrets.token_hex(4)}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Makes the new name itself survive a power cut, where the system lets folders be synced."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
