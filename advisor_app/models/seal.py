"""A catalogue's seal: its last bytes are the digest of all bytes before them.

SQLite sees damage only where it breaks the structure of the file. Where a stick loses a bit within a price or a level, it reads on
and gives another figure (docs/adr/0021). The seal stands in a table of its own, so that the file stays an ordinary database.
"""

from collections.abc import Generator, Iterator
from os import SEEK_END
from pathlib import Path
from typing import BinaryIO, Final

LENGTH: Final = 32
PLACE: Final = bytes(range(1, LENGTH + 1))
"""What stands there until it is sealed."""

TABLE: Final = "CREATE TABLE seal (digest BLOB NOT NULL)"
ROW: Final = "INSERT INTO seal VALUES (?)"
"""Made when all else is where it stays: a new table takes a new page, the last one, and its only row the end of that."""

_SLICE = 1 << 23
"""Bytes read in one step: some ten milliseconds of work."""


def seal(file: Path) -> None:
    """Puts the digest into its place. Raises OSError, and RuntimeError where the place is not at the end of the file."""
    with file.open("r+b") as stream:
        stream.seek(-LENGTH, SEEK_END)
        if stream.read() != PLACE:
            raise RuntimeError(f"{file} does not end with the place for its seal")
        made = _Digest()
        for _ in made.of(stream):
            pass
        stream.write(made.digest)


def reading(file: Path) -> Generator[None, None, bool]:
    """Reads the file from beginning to end, a slice in each step; then whether every byte is as it was written. Raises OSError."""
    made = _Digest()
    with file.open("rb") as stream:
        yield from made.of(stream)
        return stream.read() == made.digest


class _Digest:
    """Of all but the last bytes of a file."""

    def __init__(self) -> None:
        from hashlib import blake2b  # late: nothing else needs it, and the list of programmes waits for this module

        self._made = blake2b(digest_size=LENGTH)

    @property
    def digest(self) -> bytes:
        return self._made.digest()

    def of(self, stream: BinaryIO) -> Iterator[None]:
        """Takes a slice in each step; the stream stands before the last bytes then."""
        left = stream.seek(0, SEEK_END) - LENGTH
        stream.seek(0)
        while left > 0 and (some := stream.read(min(left, _SLICE))):
            self._made.update(some)
            left -= len(some)
            yield
