"""The search index: SQLite's FTS5 over texts, made with the catalogue and travelling in its file (docs/adr/0013).

Programmes say the same things: of the courses, fields, cities and jobs of a catalogue each different text is in the index once,
under a number that says in which place it stands. FTS5 finds the texts in which a word begins, at once for all places; columns
lead from texts to programmes. Texts are folded before FTS5 sees them, and stand there with the words of the other language.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, insert, select, text
from sqlalchemy.sql import column, table

from advisor_app.domain.folding import words_of
from advisor_app.domain.glossary import Glossary
from advisor_app.domain.searching import PENALTY, STOPWORDS, UNFINISHED, Where
from advisor_app.models import tables

Bytes: TypeAlias = npt.NDArray[np.uint8]
Numbers: TypeAlias = npt.NDArray[Any]

NOWHERE: Final = 255
"""The penalty of a programme in which a word was not found."""
KEPT: Final = 16
"""Words whose programmes stay in memory: those before the one that is being typed are asked for at every key."""

PLACES: Final = tuple(Where)
SHIFT: Final = 24
"""A text's number is its place in PLACES and then its number there."""
_INT: Final = np.dtype("<i4")
_AT_ONCE: Final = 5000

CREATE = text(
    "CREATE VIRTUAL TABLE search USING fts5(words, content = '', columnsize = 0, detail = none, "
    "tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3')"
)
_SEARCH = table("search", column("rowid"), column("words"))
_FOUND = text("SELECT group_concat(rowid, ' ') FROM search WHERE search MATCH :query")
_WORDS = "SELECT term FROM temp.vocabulary ORDER BY term"


class IndexWriter:
    """Takes the texts of one programme after the other; the index itself is written last, in the order of its texts."""

    def __init__(self, connection: Connection, glossary: Glossary) -> None:
        self._connection = connection
        self._glossary = glossary
        self._known: dict[Where, dict[str, int]] = {where: {} for where in Where}
        self._texts: dict[Where, array[int]] = {where: array("i") for where in Where}
        self._owners: dict[Where, array[int]] = {where: array("i") for where in Where}
        self._new: list[dict[str, Any]] = []
        self._prose = 0

    def add(self, position: int, texts: Iterable[tuple[Where, str]]) -> bytes:
        """A programme's texts, by its position from 0. Gives their numbers, best place first, as they are stored."""
        numbers = array("I")
        for where, words in texts:
            number, is_new = self._number(where, words)
            self._texts[where].append(number)
            self._owners[where].append(position)
            numbers.append(PLACES.index(where) << SHIFT | number)
            if is_new:
                self._new.append({"id": numbers[-1], "words": words})
        if len(self._new) >= _AT_ONCE:
            self._write_texts()
        return np.array(numbers, "<u4").tobytes()

    def _write_texts(self) -> None:
        if self._new:
            self._connection.execute(insert(tables.search_text), self._new)
        self._new = []

    def _number(self, where: Where, words: str) -> tuple[int, bool]:
        if where is Where.PROSE:  # is hardly ever said twice, and too long to be remembered
            self._prose += 1
            return self._prose - 1, True
        known = self._known[where]
        before = len(known)
        number = known.setdefault(words, before)
        return number, number == before

    def finish(self) -> None:
        """Writes the index and the columns beside it."""
        self._write_texts()
        columns = {f"{where.value}.{name}": column.tobytes() for where in Where for name, column in self._postings(where)}
        self._known.clear()
        chosen = select(tables.search_text.c.id, tables.search_text.c.words).order_by(tables.search_text.c.id)
        rows = self._connection.execute(chosen)
        while some := rows.fetchmany(_AT_ONCE):
            self._connection.execute(insert(_SEARCH), [{"rowid": number, "words": self._indexed(words)} for number, words in some])
        self._connection.execute(text("INSERT INTO search(search) VALUES ('optimize')"))
        self._connection.execute(text("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, search, row)"))
        columns["vocabulary"] = "\n".join(self._connection.exec_driver_sql(_WORDS).scalars()).encode()
        self._connection.execute(text("DROP TABLE temp.vocabulary"))
        self._connection.execute(
            insert(tables.search_column), [{"name": name, "numbers": numbers} for name, numbers in columns.items()]
        )

    def _postings(self, where: Where) -> Iterator[tuple[str, Numbers]]:
        texts, owners = np.array(self._texts.pop(where), _INT), np.array(self._owners.pop(where), _INT)
        yield "starts", np.concatenate(([0], np.cumsum(np.bincount(texts)))).astype(_INT)
        yield "owners", owners[np.argsort(texts, kind="stable")]

    def _indexed(self, words: str) -> str:
        folded = [word for word in words_of(words) if word not in STOPWORDS]
        return " ".join(dict.fromkeys((*folded, *self._glossary.others(folded))))


@dataclass(frozen=True, slots=True)
class Found:
    """What a word is found in: for every programme what that adds to its rank, NOWHERE for none, and the texts by their numbers."""

    penalties: Bytes
    texts: Numbers

    def among(self, texts: Numbers) -> npt.NDArray[np.bool_]:
        """Which of ``texts`` the word is in."""
        if not len(self.texts):
            return np.zeros(len(texts), np.bool_)
        at = np.searchsorted(self.texts, texts)
        return self.texts.take(at, mode="clip") == texts  # type: ignore[no-any-return]


class SearchIndex:
    """Finds programmes by words. ``stored`` are the columns that :class:`IndexWriter` left; ``size`` counts programmes."""

    def __init__(self, stored: Mapping[str, bytes], size: int) -> None:
        self.size = size
        self._postings = {where: _Postings(stored, where, size) for where in Where}
        self._vocabulary = stored["vocabulary"]

    @cached_property
    def vocabulary(self) -> list[str]:
        """Every word of the index, in order."""
        return self._vocabulary.decode().split("\n")

    def find(self, connection: Connection, words: Sequence[str]) -> Found:
        """Where any of ``words``, or a word that begins so, is found."""
        begun = _found(connection, " OR ".join(f'"{word}" *' for word in words))
        whole = _found(connection, " OR ".join(f'"{word}"' for word in words))
        best = self.penalties(((begun, UNFINISHED), (whole, 0)))
        return Found(best, begun.astype(np.uint32))

    def penalties(self, found: Sequence[tuple[Numbers, int]]) -> Bytes:
        """For every programme what its best text adds; each of ``found`` are texts, in order, and what they add besides."""
        best = np.full(self.size, NOWHERE, np.uint8)
        places = ((PENALTY[where] + more, where, texts) for where in Where for texts, more in found if len(texts))
        for penalty, where, texts in sorted(places, key=itemgetter(0), reverse=True):  # so that the best is written last
            base = PLACES.index(where) << SHIFT
            some = texts[slice(*np.searchsorted(texts, np.array((base, base + (1 << SHIFT)), texts.dtype)))]
            if len(some):
                best[self._postings[where].owners_of(some - texts.dtype.type(base))] = penalty
        return best


class _Postings:
    """From the texts of one place to the programmes that they stand in."""

    def __init__(self, stored: Mapping[str, bytes], where: Where, size: int) -> None:
        self.starts = np.frombuffer(stored[f"{where.value}.starts"], _INT)
        self.owners = np.frombuffer(stored[f"{where.value}.owners"], _INT)
        sound = len(self.starts) > 0 and self.starts[0] == 0 and self.starts[-1] == len(self.owners)
        sound = sound and bool((np.diff(self.starts) >= 0).all())
        if not sound or (len(self.owners) and not (self.owners.min() >= 0 and self.owners.max() < size)):
            raise ValueError("texts that belong to no programme")

    def owners_of(self, texts: Numbers) -> Numbers:
        """The programmes of some texts, one after the other."""
        first, lengths = self.starts[texts], self.starts[texts + 1] - self.starts[texts]
        steps = np.arange(lengths.sum())
        found: Numbers = self.owners[steps + np.repeat(first - np.cumsum(lengths) + lengths, lengths)]
        return found


def _found(connection: Connection, query: str) -> Numbers:
    """The numbers of the texts, in order; in one string, since fetching them row by row takes five times as long."""
    listed = connection.execute(_FOUND, {"query": query}).scalar()
    return np.fromstring(listed, np.int64, sep=" ") if listed else np.zeros(0, np.int64)
