"""Building a catalogue file: never half a file, and the same bytes from the same sources."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from advisor_app.domain.catalogue import Catalogue
from advisor_app.domain.errors import EnvironmentProblem, UserProblem
from advisor_app.domain.text import msg
from advisor_app.models.catalogue_writer import write_catalogue


def build(catalogue: Catalogue, out: Path) -> None:
    """Writes ``catalogue`` to the file ``out``, replacing one that is there only when the new one is whole.

    Raises UserProblem where ``out`` cannot be a file, EnvironmentProblem where it cannot be written; what was there is then still
    there.
    """
    try:
        _check_place(out)
        _write_and_replace(catalogue, out)
    except OSError as error:
        reason = error.strerror or str(error)
        what = msg("{file}: the catalogue cannot be written ({reason}); what was there is unchanged", file=str(out), reason=reason)
        raise EnvironmentProblem(what) from error


def _check_place(out: Path) -> None:
    if not out.parent.is_dir():
        raise UserProblem(msg("{file}: there is no folder {folder}; make it first", file=str(out), folder=str(out.parent)))
    if out.is_dir():
        raise UserProblem(msg("{file}: this is a folder; name a file to write the catalogue to", file=str(out)))


def _write_and_replace(catalogue: Catalogue, out: Path) -> None:
    # In the same folder, since a file cannot be renamed from one disk to another.
    handle, name = tempfile.mkstemp(prefix=f".{out.name}.", suffix=".new", dir=out.parent)
    os.close(handle)
    new = Path(name)
    try:
        write_catalogue(catalogue, new)
        new.chmod(0o644)
        _to_disk(new, os.O_RDWR)
        new.replace(out)
    except BaseException:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise
    if os.name == "posix":  # pragma: no branch - Windows opens no folders
        _to_disk(out.parent, os.O_RDONLY)


def _to_disk(path: Path, flags: int) -> None:
    """Waits until the system has written a file, or the name of a new one in its folder."""
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
