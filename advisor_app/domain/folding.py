"""Words as they are compared: without case, accents and ligatures, whatever the keyboard they were typed on."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

LONGEST: Final = 40
"""Characters of a word; what comes after plays no part."""

_KEPT_APART = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "’": "'", "ʼ": "'"})
_WORD = re.compile(r"[^\W_]+")


class _WithoutMarks(dict[int, int | None]):
    """Characters as they are, marks left out; each is looked up once."""

    def __missing__(self, point: int) -> int | None:
        kept = None if unicodedata.combining(chr(point)) else point
        self[point] = kept
        return kept


_MARKS = _WithoutMarks()


def folded(words: str) -> str:
    """Letters that Unicode keeps apart and people do not, made one: ``Œuvre d’été`` is ``oeuvre d'ete``."""
    if words.isascii():
        return words.lower()
    return unicodedata.normalize("NFKD", words.casefold()).translate(_MARKS).translate(_KEPT_APART)


def words_of(text: str) -> list[str]:
    """The words of a text, folded."""
    return [word[:LONGEST] for word in _WORD.findall(folded(text))]


def words_at(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of a text, folded, and where each stands in it as it is written."""
    # Folding changes lengths, so words are first found as written; an accent typed as a character of its own belongs to its word.
    for found in _WRITTEN.finditer(text):
        written = found[0]
        for word in (written[:LONGEST].lower(),) if written.isascii() else words_of(written):
            yield word, found.start(), found.end()


_WRITTEN = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
