"""A catalogue's file, read through the driver alone.

SQLAlchemy describes and writes the file (``tables``, ``catalogue_writer``). Reading it is a handful of fixed questions, and the
list of programmes would wait a third of a second for SQLAlchemy to be imported (docs/adr/0019).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock
from typing import Any, Final, TypeAlias, TypeVar

from sqlcipher3 import dbapi2

from advisor_app.domain.errors import UserProblem
from advisor_app.domain.text import msg
from advisor_app.models import seal
from advisor_app.models.damage import DAMAGED

T = TypeVar("T")

Row: TypeAlias = Any
"""What was read: fields by name or by place, as the question lists them. The driver has no types."""

_PRAGMAS = ("query_only = ON", "trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0")

_PATIENCE: Final = 10.0
"""Seconds for which a question waits for another's connection where no new one can be made: none takes as long."""


class Database:
    """Safe to use from several threads: each question takes a connection of its own, and gives it back.

    Every method but ``close`` raises UserProblem when the file turns out to be damaged.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        # immutable: no lock, no journal, so a read-only stick is as good as a disk. The builder replaces a file, it never changes
        # one, so whoever has an older one open goes on reading that (see _another). And not mapped into memory: where a stick is
        # pulled out, or somebody cuts the file short, reading memory would end the whole process; reading the file is a problem
        # in words.
        self._place = path.resolve()
        self._address = f"{self._place.as_uri()}?mode=ro&immutable=1"
        self._idle: SimpleQueue[Any] = SimpleQueue()
        self._connecting = Lock()
        self._file: tuple[int, ...] | None = None
        self._closed = False

    def close(self) -> None:
        """Lets go of the file, for whoever asks no more; a question that is being answered still is."""
        self._closed = True
        while (connection := self._waiting()) is not None:
            connection.close()

    def rows(self, question: str, *values: object) -> list[Row]:
        """All rows of an answer."""
        with self._connection() as connection:
            return connection.execute(question, values).fetchall()  # type: ignore[no-any-return]

    def column(self, question: str, *values: object) -> list[Any]:
        """The first field of every row."""
        return [row[0] for row in self.rows(question, *values)]

    def one(self, question: str, *values: object) -> Any:  # noqa: ANN401 - whatever the field holds
        """The first field of the first row, ``None`` where there is none."""
        return next(iter(self.column(question, *values)), None)

    def made(self, make: Callable[[], T]) -> T:
        """What ``make`` makes of rows, where they are what this program writes."""
        try:
            return make()
        except DAMAGED as error:
            raise self.damaged() from error

    def damaged(self) -> UserProblem:
        """What is said of a file that cannot be read to its end."""
        return UserProblem(msg("{file}: this catalogue is damaged; copy or build it again", file=str(self.path)))

    def read_through(self) -> Iterator[None]:
        """Holds every byte against the file's seal, some in each step. Raises UserProblem where one is not as it was written."""
        try:
            whole = yield from seal.reading(self.path)
        except OSError as error:
            raise self.damaged() from error
        if not whole:
            said = msg(
                "{file}: this catalogue is not as it was written, and what it says may be wrong; copy or build it again",
                file=str(self.path),
            )
            raise UserProblem(said)

    @contextmanager
    def _connection(self) -> Iterator[Any]:
        try:
            connection = self._waiting() or self._another()
            try:
                yield connection
            finally:
                self._give_back(connection)
        except (dbapi2.Error, UnicodeError, Empty) as error:  # SQLite stores whatever bytes it is given as text
            raise self.damaged() from error

    def _another(self) -> Any:  # noqa: ANN401 - the driver has no types
        """A new connection; where another file, or none, has the name by now, one that has the old file open."""
        with self._connecting:
            if self._file is None:
                connection = self._connect()
                self._file = _identity(self._place)
                return connection
            if _identity(self._place) == self._file:
                connection = self._connect()
                if _identity(self._place) == self._file:
                    return connection
                connection.close()
        return self._idle.get(timeout=_PATIENCE)

    def _connect(self) -> Any:  # noqa: ANN401 - the driver has no types
        connection = dbapi2.connect(self._address, uri=True, check_same_thread=False)
        connection.row_factory = dbapi2.Row
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return connection

    def _waiting(self) -> Any:  # noqa: ANN401 - the driver has no types
        try:
            return self._idle.get_nowait()
        except Empty:
            return None

    def _give_back(self, connection: Any) -> None:  # noqa: ANN401 - the driver has no types
        self._idle.put(connection)
        if self._closed:  # perhaps only since a moment ago: whoever looks last leaves nothing open
            self.close()


def _identity(file: Path) -> tuple[int, ...]:
    """Which file has the name; empty where none has."""
    try:
        status = file.stat()
    except OSError:
        return ()
    return status.st_dev, status.st_ino
