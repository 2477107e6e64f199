"""Opening a catalogue file: read-only, from any folder or stick, and never one that is not what it should be.

The header is read before SQLite is asked: it says in plain words what a file is, and an ``immutable`` file is not checked by
SQLite itself for having been cut short.
"""

import struct
from dataclasses import dataclass
from errno import ELOOP
from pathlib import Path
from typing import Final

from advisor_app.domain.errors import UserProblem
from advisor_app.domain.text import Message, msg
from advisor_app.models.database import Database
from advisor_app.models.file_format import APPLICATION_ID, SCHEMA_VERSION
from advisor_app.models.repository import CatalogueRepository

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100  # bytes, https://www.sqlite.org/fileformat.html#the_database_header


@dataclass(frozen=True, slots=True)
class _Header:
    page_size: int
    pages: int
    user_version: int
    application_id: int


SOON_READ: Final = 8_000_000
"""Bytes: a file of so many is held against its seal before anything of it is said, in some ten milliseconds."""


def open_catalogue(path: Path, *, seal_up_to: int = 0) -> CatalogueRepository:
    """An open catalogue, to be closed with ``close`` or ``with``. It may be used from several threads.

    Raises UserProblem for a file that is missing, empty, no catalogue, of another version of the program, or cut short; and where
    it has at most ``seal_up_to`` bytes, for one in which a single bit is not as it was written. A larger one is opened unread.
    """
    what = _unfit(path)
    if what is not None:
        raise UserProblem(what)
    catalogue = CatalogueRepository(Database(path))
    if path.stat().st_size <= seal_up_to:
        for _ in catalogue.read_through():
            pass
    return catalogue


def replaceable(path: Path) -> bool:
    """Whether nothing is lost when a catalogue takes the file's place: it is empty, or a catalogue of whatever version."""
    with path.open("rb") as stream:
        start = stream.read(_HEADER)
    return not start or (start.startswith(_MAGIC) and len(start) == _HEADER and _header(start).application_id == APPLICATION_ID)


def _unfit(path: Path) -> Message | None:
    """Why the file is not a catalogue that this program can open."""
    file = str(path)
    try:
        if path.is_dir():
            return msg("{file}: this is a folder; a catalogue is a file", file=file)
        if path.exists() and not path.is_file():
            return msg("{file}: this is not a file that can be read", file=file)
        with path.open("rb") as stream:
            start = stream.read(_HEADER)
        size = path.stat().st_size
    except (OSError, ValueError) as error:
        return _unreadable(file, error)
    if not start:
        return msg("{file}: this file is empty; copy or build the catalogue again", file=file)
    if not start.startswith(_MAGIC) or len(start) < _HEADER:
        return msg("{file}: this is not a catalogue; name one that “advisor catalogue build” has written", file=file)
    return _unfit_header(file, _header(start), size)


def _unreadable(file: str, error: OSError | ValueError) -> Message:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return msg("{file}: there is no such catalogue; check the name, or build it with “advisor catalogue build”", file=file)
    if isinstance(error, PermissionError):
        return msg("{file}: this file may not be read; check its permissions", file=file)
    if isinstance(error, OSError) and error.errno == ELOOP:
        return msg("{file}: symbolic links lead in a circle", file=file)
    return msg("{file}: this file cannot be read ({reason})", file=file, reason=str(error))


def _header(start: bytes) -> _Header:
    (page_size,) = struct.unpack_from(">H", start, 16)
    (pages,) = struct.unpack_from(">I", start, 28)
    (user_version,) = struct.unpack_from(">I", start, 60)
    (application_id,) = struct.unpack_from(">I", start, 68)
    return _Header(65536 if page_size == 1 else page_size, pages, user_version, application_id)


def _unfit_header(file: str, header: _Header, size: int) -> Message | None:
    if header.application_id != APPLICATION_ID:
        return msg(
            "{file}: this is a database of some other program; name one that “advisor catalogue build” has written", file=file
        )
    if header.user_version > SCHEMA_VERSION:
        return msg("{file}: this catalogue was built by a newer version of the program; update the program to open it", file=file)
    if header.user_version < SCHEMA_VERSION:
        return msg("{file}: this catalogue was built by an older version of the program; build it again", file=file)
    if header.page_size * header.pages != size:
        return msg("{file}: this catalogue is cut short or damaged; copy or build it again", file=file)
    return None
