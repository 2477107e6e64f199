"""The words that somebody may have meant who typed one that is nowhere."""

import re
from collections.abc import Sequence
from typing import Final

from advisor_app.domain.searching import STOPWORDS

MOST: Final = 8
"""Words that one is taken for; more would be guessing."""
_SHORTEST: Final = 4
_LONG: Final = 7
_SHORTEST_PART: Final = 3
_ENDS_IN_FIGURES: Final = re.compile(r"([^\W\d]+)(\d+)")


def nearest(word: str, vocabulary: Sequence[str]) -> tuple[str, ...]:
    """The words of ``vocabulary``, or beginnings of them, that differ least: by one letter wrong, too many, missing or swapped.

    Two such mistakes are forgiven in a word of seven letters or more, none in one of three. A short word must begin as it was
    typed, and figures are never guessed.
    """
    allowed = 0 if len(word) < _SHORTEST or not word.isalpha() else 1 if len(word) < _LONG else 2
    if not allowed:
        return ()
    found = _near(word, vocabulary, allowed)
    begun = _near(
        word, sorted({known[:length] for known in vocabulary for length in (len(word) - 1, len(word), len(word) + 1)}), allowed
    )
    best = min((distance for _, distance in (*found, *begun)), default=allowed + 1)
    chosen = [known for known, distance in found if distance == best] or [known for known, distance in begun if distance == best]
    return tuple(sorted(chosen, key=lambda known: (known[0] != word[0], abs(len(known) - len(word)), known)))[:MOST]


def _near(word: str, known: Sequence[str], allowed: int) -> list[tuple[str, int]]:
    from rapidfuzz import process  # here: only who mistypes waits for it
    from rapidfuzz.distance import OSA

    found = process.extract(word, known, scorer=OSA.distance, processor=None, score_cutoff=allowed, limit=None)
    return [(each, distance) for each, distance, _ in found if each != word]


def is_article(word: str) -> bool:
    """Whether the word can be left out: ``adn`` for ``and``."""
    return bool(_near(word, [article for article in STOPWORDS if len(article) > 1], 1)) and len(word) < _SHORTEST


def parted(word: str, vocabulary: Sequence[str]) -> tuple[str, str] | None:
    """Two words that were typed without a space between them."""
    known = set(vocabulary)
    if (figures := _ENDS_IN_FIGURES.fullmatch(word)) and known.issuperset(figures.groups()):
        return figures[1], figures[2]
    for at in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
        if word[:at] in known and any(each.startswith(word[at:]) for each in vocabulary):
            return word[:at], word[at:]
    return None
