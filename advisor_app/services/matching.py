"""Words typed, and the programmes in which every one of them is found; where none has them all, mistakes of typing are forgiven."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from advisor_app.domain.folding import words_at, words_of
from advisor_app.domain.searching import FORGIVEN, MOST_WORDS, STOPWORDS
from advisor_app.models.lists import Lists
from advisor_app.models.numbers import Numbers
from advisor_app.models.search_index import NOWHERE, Found
from advisor_app.services import typing_mistakes

Sums: TypeAlias = npt.NDArray[np.uint16]
Mask: TypeAlias = npt.NDArray[np.bool_]
Word: TypeAlias = tuple[str, ...]
"""What is looked for where a word was typed: itself, or what may have been meant."""

MISSED: Final = np.uint16(0xFFFF)
LONGEST: Final = 10_000
_LOOKED_AT: Final = 50
_LETTERS: Final = 2
"""A word of no more says too little to stand for a text of which others are found nowhere."""
_SILENT = ("P", "Z", "C")  # Unicode's punctuation, spaces and control characters
_PARTED = re.compile(r"(?<!\d)(\d{1,3})((?:[ \u00a0\u202f.]\d{3})+)(?!\d)")


@dataclass(frozen=True, slots=True)
class Matched:
    """``sums`` has for every programme what its words add up to, the smallest the best, MISSED where one of them is not found.

    ``corrected`` is the text that was looked for where it is not the one that was typed.
    """

    words: tuple[Word, ...]
    sums: Sums
    corrected: str | None = None

    @property
    def hits(self) -> Mask:
        found: Mask = self.sums != MISSED
        return found


def matched(lists: Lists, text: str) -> Matched | None:
    """The programmes for ``text``; ``None`` where nothing is asked, so that all of them are meant. Any text is safe."""
    text = text[:LONGEST]
    typed = typed_words(text)
    if not typed:
        said = any(not unicodedata.category(char).startswith(_SILENT) for char in text)
        return Matched((), np.full(lists.size, MISSED)) if said else None
    found = _found(lists, tuple((word,) for word in typed))
    if found.hits.any():
        return found
    return next((better for better in _forgiven(lists, text, typed) if better.hits.any()), found)


def typed_words(text: str) -> list[str]:
    """What counts of a text: its words folded, each once; articles only where there is nothing else. ``36 000`` is one word."""
    words = list(dict.fromkeys(words_of(_PARTED.sub(lambda found: re.sub(r"\D", "", found[0]), text))))
    return ([word for word in words if word not in STOPWORDS] or words)[:MOST_WORDS]


def _found(lists: Lists, words: tuple[Word, ...], corrected: str | None = None) -> Matched:
    sums = np.zeros(lists.size, np.uint16)
    missed = np.zeros(lists.size, np.bool_)
    places = [lists.find(word) for word in words]
    for place in places:
        sums += place.penalties
        missed |= place.penalties == NOWHERE
    if len(places) > 1:
        np.minimum(sums, lists.index.penalties([(_together(places), 0)]), out=sums)
    sums[missed] = MISSED
    return Matched(words, sums, corrected)


def _together(places: Sequence[Found]) -> Numbers:
    """The texts in which all words are found: they say more than the same words here and there."""
    fewest, *others = sorted(places, key=lambda place: len(place.texts))
    texts = fewest.texts
    for other in others:
        texts = texts[other.among(texts)]
    return texts


def _forgiven(lists: Lists, text: str, typed: Sequence[str]) -> Iterator[Matched]:
    """What may have been meant, the likeliest first: words run together or apart, then words that are nearly those typed."""
    for joined in _joined(typed):
        yield _corrected(lists, text, joined)
    nowhere = [word for word in typed if not len(lists.find((word,)).texts)]
    kept = [word for word in typed if word not in nowhere or not typing_mistakes.is_article(word)]
    if kept and len(kept) < len(typed):
        yield _corrected(lists, text, tuple((word,) for word in kept))
        yield from _forgiven(lists, text, kept)
    meant = {word: typing_mistakes.nearest(word, lists.index.vocabulary) for word in nowhere or typed}
    if nowhere:
        yield _corrected(lists, text, tuple(meant[word] or (word,) if word in meant else (word,) for word in typed))
        apart = {word: parts for word in nowhere if (parts := typing_mistakes.parted(word, lists.index.vocabulary))}
        if apart:
            yield _corrected(lists, text, tuple((part,) for word in typed for part in apart.get(word, (word,))))
    else:  # every word is found somewhere, but never all together
        for mistaken in sorted(typed, key=lambda word: len(lists.find((word,)).texts)):
            if meant[mistaken]:
                yield _corrected(lists, text, tuple(meant[word] if word == mistaken else (word,) for word in typed))
    found = [word for word in typed if word not in nowhere]
    if (
        max(1, len(nowhere)) < sum(len(word) > _LETTERS for word in found) < len(typed)
    ):  # the others are said in passing, as in “a master in security, please”
        yield _corrected(lists, text, tuple((word,) for word in found))


def _joined(typed: Sequence[str]) -> Iterator[tuple[Word, ...]]:
    for at, (one, other) in enumerate(pairwise(typed)):
        yield tuple((word,) for word in (*typed[:at], one + other, *typed[at + 2 :]))


def _corrected(lists: Lists, text: str, words: tuple[Word, ...]) -> Matched:
    found = _found(lists, words, " ".join(_spelt(lists, word) for word in words))
    known = set(words_of(text))
    forgiven = sum(not known.intersection(word) for word in words) * FORGIVEN
    return Matched(words, np.where(found.hits, found.sums + np.uint16(forgiven), MISSED), found.corrected)


def _spelt(lists: Lists, word: Word) -> str:
    """The likeliest word as the catalogue writes it, with its accents."""
    found = lists.find(word[:1]).texts[:_LOOKED_AT]  # a text may stand there for a word of the other language
    for _, written in sorted(lists.texts(found).items()):
        at = [(len(folded), written[start:stop]) for folded, start, stop in words_at(written) if folded.startswith(word[0])]
        if at:
            return min(at)[1]
    return word[0]
