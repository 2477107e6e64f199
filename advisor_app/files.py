"""Writing a file so that it is whole or as it was before, whatever happens in between. The one place that does so."""

import contextlib
import os
import secrets
from pathlib import Path

_BINARY = getattr(os, "O_BINARY", 0)  # Windows would change line ends
_LONGEST_STEM = 40  # the part's name must not grow beyond what a folder takes


def write_whole(path: Path, content: bytes) -> None:
    """Puts ``content`` at ``path`` in one step: a reader, or a power cut, meets the old file or the new one.

    A link keeps pointing where it did. Raises OSError; what was there before is then still whole.
    """
    target = Path(os.path.realpath(path))
    part = part_of(target)
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
    sync_folder(target.parent)


def part_of(target: Path) -> Path:
    """A name beside ``target`` that is not taken, since a file cannot be renamed from one disk to another."""
    return target.with_name(f".{target.stem[:_LONGEST_STEM]}-{secrets.token_hex(4)}.part")


def sync_folder(folder: Path) -> None:
    """Makes a new name itself survive a power cut, where the system lets folders be synced."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def set_aside(path: Path) -> Path:
    """Renames a file that cannot be used, so that nothing in it is lost, and gives its new name. Raises OSError."""
    aside = _free_name(path)
    path.replace(aside)
    return aside


def _free_name(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.stem}.broken-{number}{path.suffix}")).exists():
        number += 1
    return aside
