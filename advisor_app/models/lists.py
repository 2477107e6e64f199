"""What lists of programmes are made from: columns to narrow, sort and search by, and a card for each row that is looked at."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from functools import cached_property, lru_cache
from typing import Any, Protocol, TypeVar

import numpy as np
from sqlalchemy import Connection, Select, func, select

from advisor_app.domain.card import Card, Line
from advisor_app.models import tables
from advisor_app.models.documents import parse
from advisor_app.models.lines import parse_line
from advisor_app.models.list_columns import ListColumns, Numbers, list_columns
from advisor_app.models.search_index import KEPT, Found, SearchIndex

T = TypeVar("T")

KEPT_LINES, KEPT_CARDS = 2048, 512


class Read(Protocol):
    """Makes something of what was read, and says that the file is damaged where that fails."""

    def __call__(self, read: Callable[[], T]) -> T: ...


class Lists:
    """Reads columns when they are first asked for, and cards when they are looked at; positions count from 0.

    ``connect`` gives a connection for one question, ``read`` makes something of what was read. Every method raises UserProblem when
    the file turns out to be damaged.
    """

    def __init__(self, connect: Callable[[], AbstractContextManager[Connection]], read: "Read") -> None:
        self._connect = connect
        self._read = read
        self._lines: dict[int, tuple[Line, Numbers]] = {}
        self._card = lru_cache(KEPT_CARDS)(self._read_card)
        self._found = lru_cache(KEPT)(self._find)

    @cached_property
    def size(self) -> int:
        """How many programmes there are."""
        return int(self._rows(select(func.count()).select_from(tables.programme))[0][0])

    def position(self, programme_id: str) -> int | None:
        """Where a programme stands in the catalogue; ``None`` where it is not there."""
        rows = self._rows(select(tables.programme.c.position).where(tables.programme.c.id == programme_id))
        return rows[0].position - 1 if rows else None

    def lines(self, positions: Iterable[int]) -> list[tuple[Line, Numbers]]:
        """What names the programmes at some positions, each with the numbers of the texts that it is found by."""
        asked = [int(position) for position in positions]
        held = self._lines  # replaced, never changed, since several threads may look
        table = tables.card.c
        missing = [position + 1 for position in asked if position not in held]
        rows = self._rows(select(table.position, table.line, table.texts).where(table.position.in_(missing))) if missing else ()
        new = self._read(lambda: {row.position - 1: (parse_line(row.line), np.frombuffer(row.texts, "<u4")) for row in rows})
        found = {position: held[position] for position in asked if position in held} | new
        self._lines = {**held, **new} if len(held) + len(new) <= KEPT_LINES else found
        return self._read(lambda: [found[position] for position in asked])

    def card(self, position: int) -> Card:
        """What the verdict and the price of the programme at a position come from."""
        return self._card(position)

    def _read_card(self, position: int) -> Card:
        rows = self._rows(select(tables.card.c.json).where(tables.card.c.position == position + 1))
        return self._read(lambda: parse(rows[0].json, Card))

    def texts(self, numbers: Iterable[int]) -> dict[int, str]:
        """Texts by their numbers."""
        table = tables.search_text
        rows = self._rows(select(table.c.id, table.c.words).where(table.c.id.in_([int(number) for number in numbers])))
        return {row.id: row.words for row in rows}

    @cached_property
    def columns(self) -> ListColumns:
        """What programmes are narrowed and sorted by."""
        stored = {row.name: row.numbers for row in self._rows(select(tables.list_column))}
        value = tables.facet_value
        chosen = select(value.c.facet, value.c.value, value.c.name_fr, value.c.name_en).order_by(value.c.facet, value.c.place)
        named = [tuple(row) for row in self._rows(chosen)]
        return self._read(lambda: list_columns(stored, named))

    @cached_property
    def index(self) -> SearchIndex:
        """What programmes are found by."""
        stored = {row.name: row.numbers for row in self._rows(select(tables.search_column))}
        return self._read(lambda: SearchIndex(stored, self.size))

    def find(self, words: Sequence[str]) -> Found:
        """See :meth:`SearchIndex.find`; what was asked for last is remembered."""
        return self._found(tuple(words))

    def verify(self) -> None:
        """Reads everything that has not been read. Raises UserProblem for the first thing wrong."""
        for first in range(0, self.columns.size, KEPT_CARDS):
            some = range(first, min(first + KEPT_CARDS, self.columns.size))
            self.lines(some)
            for position in some:
                self._read_card(position)
        self.find(("a",))

    def _find(self, words: tuple[str, ...]) -> Found:
        index = self.index
        with self._connect() as connection:
            return self._read(lambda: index.find(connection, words))

    def _rows(self, query: Select[Any]) -> Sequence[Any]:
        with self._connect() as connection:
            return connection.execute(query).all()
