"""What the title of a course says, whatever the language, spelling and order of words: a few concepts, and the theme they are of.

Two titles with the same ``spelling`` are the same title; two that share concepts are at most likely the same course.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property

from advisor_app.domain import course_glossary as glossary

FAINT_WEIGHT = 0.4
_WORD = re.compile(r"[a-z0-9]+")
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}
# Spellings of one word on the two sides of the Atlantic; what the glossary gathers need not be here.
_AMERICAN = (
    (re.compile(r"iz(e|es|ed|ing|ation|ations|ational)$"), r"is\1"),
    (re.compile(r"^defense"), "defence"),
    (re.compile(r"^program$"), "programme"),
    (re.compile(r"^center"), "centre"),
    (re.compile(r"^(lab|col|behavi|neighb)or(s|ed|al)?$"), r"\1our\2"),
)
_PLURALS = (
    (re.compile(r"ies$"), "y"),
    (re.compile(r"(eaux)$"), "eau"),
    (re.compile(r"(ch|sh|ss|x)es$"), r"\1"),
    (re.compile(r"(?<![su])s$"), ""),
    (re.compile(r"(?<=eu)x$"), ""),
)
# French words in the feminine or the plural, to the form that the glossary has.
_FEMININE = (
    (re.compile(r"aux$"), "al"),
    (re.compile(r"elle$"), "el"),
    (re.compile(r"enne$"), "en"),
    (re.compile(r"ive$"), "if"),
    (re.compile(r"euse$"), "eux"),
    (re.compile(r"e$"), ""),
)
_TAUGHT_IN = re.compile(r"\((?:in|en)\s[^)]*\)", re.IGNORECASE)  # says nothing of what the course is about
_ELISION = re.compile(r"\b(l|d|qu|s|n|j|c|m|t)['’]", re.IGNORECASE)


class Theme(StrEnum):
    """What a course is about, as far as its title tells."""

    LAW = "law"
    POLITICS = "politics"
    SECURITY = "security"
    ECONOMICS = "economics"
    MANAGEMENT = "management"
    COMMUNICATION = "communication"
    COMPUTING = "computing"
    LANGUAGES = "languages"
    METHODS = "methods"
    CAREER = "career"
    OTHER = "other"


@dataclass(frozen=True)
class TitleWords:
    """A title brought to its concepts. ``spelling`` is the title without case, accents, punctuation and national spelling.

    ``numbers`` are those that stand in it, so that the first part of a course is not taken for the second.
    """

    spelling: str
    concepts: frozenset[str]
    numbers: frozenset[str]

    @cached_property
    def weight(self) -> float:
        return weight_of(self.concepts)

    @cached_property
    def commonplace(self) -> bool:
        """Whether any school may have a course of this title."""
        return self.concepts <= glossary.COMMONPLACE

    @cached_property
    def theme(self) -> Theme:
        """The theme that most of the title's weight is of; of equals the one that is named first in ``Theme``."""
        known = _glossary().themes
        found = [known[concept] for concept in self.concepts if concept in known]
        clear = [known[concept] for concept in self.concepts if concept in known and concept not in glossary.FAINT] or found
        return max(Theme, key=lambda theme: (clear.count(theme), found.count(theme))) if found else Theme.OTHER


@cache
def words_of(title: str) -> TitleWords:
    """The words of a title."""
    words = [_british(word) for word in _plain_words(title)]
    singular = [_singular(_british(word)) for word in _plain_words(_TAUGHT_IN.sub(" ", title))]
    concepts = frozenset(_concepts(singular))
    numbers = frozenset(word for word in singular if word.isdigit())
    return TitleWords(" ".join(words), concepts - numbers, numbers)


def weight_of(concepts: frozenset[str]) -> float:
    """How much they say: a word that any course may have counts little."""
    return sum(FAINT_WEIGHT if concept in glossary.FAINT else 1.0 for concept in concepts)


def opposed(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether what sets the two apart makes them two courses, such as "macro" and "micro"."""
    only_one, only_other = one - other, other - one
    return any((a in only_one and b in only_other) or (b in only_one and a in only_other) for a, b in glossary.OPPOSED)


def _plain_words(title: str) -> list[str]:
    without = _ELISION.sub(" ", title.replace("&", " and "))
    letters = unicodedata.normalize("NFKD", without.casefold())
    found = _WORD.findall("".join(letter for letter in letters if not unicodedata.combining(letter)))
    if len(found) > 1 and found[-1] in _ROMAN:
        found[-1] = _ROMAN[found[-1]]
    return found


def _british(word: str) -> str:
    for pattern, instead in _AMERICAN:
        word = pattern.sub(instead, word)
    return word


def _singular(word: str) -> str:
    if len(word) > 3:
        for pattern, instead in _PLURALS:
            if pattern.search(word):
                return pattern.sub(instead, word)
    return word


def _concepts(words: list[str]) -> Iterator[str]:
    """Phrases of the glossary first, then single words; unknown words stand for themselves."""
    known = _glossary().concepts
    words = [word for word in words if word not in glossary.STOP]
    place = 0
    while place < len(words):
        pair = "+".join(words[place : place + 2])
        phrase = pair if pair in known else words[place]
        yield known.get(phrase) or _of_feminine(phrase, known)
        place += phrase.count("+") + 1


def _of_feminine(word: str, known: dict[str, str]) -> str:
    """The concept of a word's masculine singular; the word itself where the glossary has none of its forms."""
    forms = (pattern.sub(instead, word) for pattern, instead in _FEMININE if pattern.search(word))
    return next((known[form] for form in forms if form in known), word)


@dataclass(frozen=True, slots=True)
class _Glossary:
    concepts: dict[str, str]
    themes: dict[str, Theme]


@cache
def _glossary() -> _Glossary:
    concepts: dict[str, str] = {}
    themes: dict[str, Theme] = {}
    for theme in Theme:
        for concept, words in _lines(getattr(glossary, theme.name, "")):
            themes[concept] = theme
            concepts |= words
    for _, words in _lines(glossary.GENERAL):
        concepts |= words
    return _Glossary(concepts, themes)


def _lines(section: str) -> Iterator[tuple[str, dict[str, str]]]:
    for line in section.strip().splitlines():
        concept, _, words = line.partition(" = ")
        yield concept, {"+".join(_singular(word) for word in phrase.split("+")): concept for phrase in words.split()}
