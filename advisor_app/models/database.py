"""A catalogue's file, read through the driver alone.

SQLAlchemy describes and writes the file (``tables``, ``catalogue_writer``). Reading it is a handful of fixed questions, and the
list of programmes would wait a third of a second for SQLAlchemy to be imported (docs/adr/0019).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, TypeAlias, TypeVar

from sqlcipher3 import dbapi2

from advisor_app.domain.errors import UserProblem
from advisor_app.domain.text import msg
from advisor_app.models import seal
from advisor_app.models.damage import DAMAGED

T = TypeVar("T")

Row: TypeAlias = Any
"""What was read: fields by name or by place, as the question lists them. The driver has no types."""

_PRAGMAS = ("query_only = ON", "trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0")


class Database:
    """Safe to use from several threads: each question takes a connection of its own, and gives it back.

    Every method but ``close`` raises UserProblem when the file turns out to be damaged.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        # immutable: no lock, no journal, so a read-only stick is as good as a disk. The builder replaces a file, it never changes
        # one, so whoever has an older one open goes on reading that. And not mapped into memory: where a stick is pulled out, or
        # somebody cuts the file short, reading memory would end the whole process; reading the file is a problem in words.
        self._address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._idle: SimpleQueue[Any] = SimpleQueue()
        self._closed = False

    def close(self) -> None:
        """Lets go of the file. The database is of no use afterwards; a question that is being answered still is."""
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
            connection = self._waiting() or self._connect()
            try:
                yield connection
            finally:
                self._give_back(connection)
        except (dbapi2.Error, UnicodeError) as error:  # SQLite stores whatever bytes it is given as text
            raise self.damaged() from error

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
        if self._closed:
            connection.close()
        else:
            self._idle.put(connection)
