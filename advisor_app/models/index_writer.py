"""Writes the search index that :mod:`advisor_app.models.search_index` reads."""

import json
from array import array
from collections.abc import Iterable, Iterator
from typing import Any, Final

import numpy as np
from sqlalchemy import Connection, insert, select, text
from sqlalchemy.sql import column, table

from advisor_app.domain.folding import words_of
from advisor_app.domain.glossary import Glossary
from advisor_app.domain.searching import STOPWORDS, Where
from advisor_app.models import tables
from advisor_app.models.numbers import INT, Numbers
from advisor_app.models.search_index import PLACES, SHIFT

_AT_ONCE: Final = 5000

CREATE = text(
    "CREATE VIRTUAL TABLE search USING fts5(words, content = '', columnsize = 0, detail = none, "
    "tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3')"
)
_SEARCH = table("search", column("rowid"), column("words"))
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
        columns["glossary"] = json.dumps(self._glossary.names, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
        columns["vocabulary"] = "\n".join(self._connection.exec_driver_sql(_WORDS).scalars()).encode()
        self._connection.execute(text("DROP TABLE temp.vocabulary"))
        self._connection.execute(
            insert(tables.search_column), [{"name": name, "numbers": numbers} for name, numbers in columns.items()]
        )

    def _postings(self, where: Where) -> Iterator[tuple[str, Numbers]]:
        texts, owners = np.array(self._texts.pop(where), INT), np.array(self._owners.pop(where), INT)
        yield "starts", np.concatenate(([0], np.cumsum(np.bincount(texts)))).astype(INT)
        yield "owners", owners[np.argsort(texts, kind="stable")]

    def _indexed(self, words: str) -> str:
        folded = [word for word in words_of(words) if word not in STOPWORDS]
        return " ".join(dict.fromkeys((*folded, *self._glossary.others(folded))))
