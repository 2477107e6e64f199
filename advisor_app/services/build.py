"""Building a catalogue file: never half a file, and the same bytes from the same sources."""

import os
from collections.abc import Iterable
from pathlib import Path

from advisor_app.domain.catalogue import Catalogue, Programme
from advisor_app.domain.errors import EnvironmentProblem, UserProblem, reason
from advisor_app.domain.text import msg
from advisor_app.files import replacing
from advisor_app.models.catalogue_file import replaceable
from advisor_app.models.catalogue_writer import write_catalogue


def build(catalogue: Catalogue, out: Path, programmes: Iterable[Programme] | None = None) -> None:
    """Writes ``catalogue`` to the file ``out``, replacing one that is there only when the new one is whole.

    ``programmes`` stand in for those of ``catalogue`` where there are too many to be held in memory.
    Raises UserProblem where ``out`` cannot be a file, EnvironmentProblem where it cannot be written; what was there is then still
    there.
    """
    try:
        target = Path(os.path.realpath(out))  # a link keeps pointing where it did
        _check_place(out, target)
        with replacing(target) as new:
            write_catalogue(catalogue, new, programmes)
            new.chmod(0o644)
    except OSError as error:
        why = reason(error)
        what = msg("{file}: the catalogue cannot be written ({reason}); what was there is unchanged", file=str(out), reason=why)
        raise EnvironmentProblem(what) from error


def _check_place(out: Path, target: Path) -> None:
    if not target.parent.is_dir():
        raise UserProblem(msg("{file}: there is no folder {folder}; make it first", file=str(out), folder=str(out.parent)))
    if target.is_dir():
        raise UserProblem(msg("{file}: this is a folder; name a file to write the catalogue to", file=str(out)))
    if target.exists() or target.is_symlink():
        # A device or a pipe would be replaced by a file, as root even /dev/null.
        if not target.is_file():
            raise UserProblem(msg("{file}: this is not an ordinary file; name another for the catalogue", file=str(out)))
        if not replaceable(target):
            raise UserProblem(
                msg("{file}: something else than a catalogue is in this file; remove it or name another", file=str(out))
            )
