"""Writing a file so that it is whole or as it was before, whatever happens in between. The one place that does so."""

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

_BINARY = getattr(os, "O_BINARY", 0)  # Windows would change line ends
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
_RANDOM = 8  # hexadecimal digits
_ABANDONED = 3_600  # seconds; no file takes that long to write
_LONGEST_STEM = 40  # the part's name must not grow beyond what a folder takes


def write_whole(path: Path, content: bytes) -> None:
    """Puts ``content`` at ``path`` in one step: a reader, or a power cut, meets the old file or the new one.

    A link keeps pointing where it did. Raises OSError; what was there before is then still whole.
    """
    with replacing(path) as part, os.fdopen(os.open(part, _WRITE, 0o666), "wb") as file:
        file.write(content)


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A free name beside ``path``, whose file takes the place of ``path`` once whoever wrote it is done.

    For what is too large to be held in memory, or is written by others. Whatever fails, what was there before is still whole and
    nothing is left beside it.
    """
    target = Path(os.path.realpath(path))
    _sweep(target)
    part = _part_of(target)
    try:
        yield part
        _to_disk(part, os.O_RDWR | _BINARY)
        part.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    if os.name == "posix":  # the new name itself survives a power cut, where the system lets folders be synced
        with contextlib.suppress(OSError):
            _to_disk(target.parent, os.O_RDONLY)


def _part_of(target: Path) -> Path:
    """A name beside ``target`` that is not taken, since a file cannot be renamed from one disk to another."""
    return target.with_name(f".{target.stem[:_LONGEST_STEM]}-{os.urandom(_RANDOM // 2).hex()}.part")


def _sweep(target: Path) -> None:
    """Removes the parts of this file that a power cut left, once nobody can be writing them any more."""
    begin, end = f".{target.stem[:_LONGEST_STEM]}-", ".part"
    length = len(begin) + _RANDOM + len(end)
    with contextlib.suppress(OSError), os.scandir(target.parent) as entries:
        for entry in entries:
            ours = len(entry.name) == length and entry.name.startswith(begin) and entry.name.endswith(end)
            if ours and time.time() - entry.stat(follow_symlinks=False).st_mtime > _ABANDONED:
                Path(entry.path).unlink()


def _to_disk(path: Path, flags: int) -> None:
    handle = os.open(path, flags)
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
