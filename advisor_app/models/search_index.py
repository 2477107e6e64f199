"""The search index: SQLite's FTS5 over texts, made with the catalogue and travelling in its file (docs/adr/0013).

:mod:`advisor_app.models.index_writer` writes it.

Programmes say the same things: of the courses, fields, cities and jobs of a catalogue each different text is in the index once,
under a number that says in which place it stands. FTS5 finds the texts in which a word begins, at once for all places; columns
lead from texts to programmes. Texts are folded before FTS5 sees them, and stand there with the words of the other language.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import Final

import numpy as np
import numpy.typing as npt

from advisor_app.domain.glossary import Glossary
from advisor_app.domain.searching import PENALTY, UNFINISHED, Where
from advisor_app.models.database import Database
from advisor_app.models.numbers import INT, Bytes, Numbers

NOWHERE: Final = 255
"""The penalty of a programme in which a word was not found."""
KEPT: Final = 16
"""Words whose programmes stay in memory: those before the one that is being typed are asked for at every key."""

PLACES: Final = tuple(Where)
SHIFT: Final = 24
"""A text's number is its place in PLACES and then its number there."""

_FOUND: Final = "SELECT group_concat(rowid, ' ') FROM search WHERE search MATCH ?"


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
    """Finds programmes by words. ``stored`` are the columns that ``index_writer`` left; ``size`` counts programmes.

    ``glossary`` has the words of the other language with which the texts were indexed.
    """

    def __init__(self, stored: Mapping[str, bytes], size: int) -> None:
        self.size = size
        self._postings = {where: _Postings(stored, where, size) for where in Where}
        self._vocabulary = stored["vocabulary"]
        self.glossary = Glossary(json.loads(stored["glossary"]))

    @cached_property
    def vocabulary(self) -> list[str]:
        """Every word of the index, in order."""
        return self._vocabulary.decode().split("\n")

    def find(self, database: Database, words: Sequence[str]) -> Found:
        """Where any of ``words``, or a word that begins so, is found."""
        begun = _found(database, " OR ".join(f'"{word}" *' for word in words))
        whole = _found(database, " OR ".join(f'"{word}"' for word in words))
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
        self.starts = np.frombuffer(stored[f"{where.value}.starts"], INT)
        self.owners = np.frombuffer(stored[f"{where.value}.owners"], INT)
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


def _found(database: Database, query: str) -> Numbers:
    """The numbers of the texts, in order; in one string, since fetching them row by row takes five times as long."""
    listed = database.one(_FOUND, query)
    return np.fromstring(listed, np.int64, sep=" ") if listed else np.zeros(0, np.int64)
