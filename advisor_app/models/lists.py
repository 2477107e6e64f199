"""What lists of programmes are made from: columns to narrow, sort and search by, and a card for each row that is looked at."""

import json
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from advisor_app.models.database import Database
from advisor_app.models.lines import parse_line
from advisor_app.models.list_columns import ListColumns, list_columns
from advisor_app.models.numbers import Numbers
from advisor_app.models.search_index import KEPT, Found, SearchIndex

if TYPE_CHECKING:
    from advisor_app.domain.card import Card
    from advisor_app.domain.lines import Line

KEPT_LINES, KEPT_CARDS = 2048, 512

# Asked for by however many numbers, as a list in JSON.
_LINES = "SELECT position, line, texts FROM card WHERE position IN (SELECT value FROM json_each(?))"
_TEXTS = "SELECT id, words FROM search_text WHERE id IN (SELECT value FROM json_each(?))"
_FACETS = "SELECT facet, value, name_fr, name_en FROM facet_value ORDER BY facet, place"


class Lists:
    """Reads columns when they are first asked for, and cards when they are looked at; positions count from 0.

    Every method raises UserProblem when the file turns out to be damaged.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lines: dict[int, tuple[Line, Numbers]] = {}
        self._card = lru_cache(KEPT_CARDS)(self._read_card)
        self._found = lru_cache(KEPT)(self._find)

    @cached_property
    def size(self) -> int:
        """How many programmes there are."""
        return int(self._database.one("SELECT count(*) FROM programme"))

    def position(self, programme_id: str) -> int | None:
        """Where a programme stands in the catalogue; ``None`` where it is not there."""
        position = self._database.one("SELECT position FROM programme WHERE id = ?", programme_id)
        return None if position is None else position - 1

    def lines(self, positions: Iterable[int]) -> "list[tuple[Line, Numbers]]":
        """What names the programmes at some positions, each with the numbers of the texts that it is found by."""
        asked = [int(position) for position in positions]
        held = self._lines  # replaced, never changed, since several threads may look
        missing = [position + 1 for position in asked if position not in held]
        rows = self._database.rows(_LINES, json.dumps(missing)) if missing else ()
        read = self._database.made
        new = read(lambda: {row["position"] - 1: (parse_line(row["line"]), np.frombuffer(row["texts"], "<u4")) for row in rows})
        found = {position: held[position] for position in asked if position in held} | new
        self._lines = {**held, **new} if len(held) + len(new) <= KEPT_LINES else found
        return read(lambda: [found[position] for position in asked])

    def card(self, position: int) -> "Card":
        """What the verdict and the price of the programme at a position come from."""
        return self._card(position)

    def _read_card(self, position: int) -> "Card":
        from advisor_app.domain.card import Card  # late: a list is there before anything is known of a student
        from advisor_app.models.documents import parse

        rows = self._database.column("SELECT json FROM card WHERE position = ?", position + 1)
        return self._database.made(lambda: parse(rows[0], Card))

    def texts(self, numbers: Iterable[int]) -> dict[int, str]:
        """Texts by their numbers."""
        rows = self._database.rows(_TEXTS, json.dumps([int(number) for number in numbers]))
        return {row["id"]: row["words"] for row in rows}

    @cached_property
    def columns(self) -> ListColumns:
        """What programmes are narrowed and sorted by."""
        stored = {row["name"]: row["numbers"] for row in self._database.rows("SELECT name, numbers FROM list_column")}
        named = [tuple(row) for row in self._database.rows(_FACETS)]
        return self._database.made(lambda: list_columns(stored, named))

    @cached_property
    def index(self) -> SearchIndex:
        """What programmes are found by."""
        stored = {row["name"]: row["numbers"] for row in self._database.rows("SELECT name, numbers FROM search_column")}
        return self._database.made(lambda: SearchIndex(stored, self.size))

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
        return self._database.made(lambda: index.find(self._database, words))
