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
LONG, STEM = 8, 6  # letters
SHORT = 3  # letters of a word that is no plural
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
# Endings to try in turn on a word that the glossary does not have: plurals and feminines of both languages.
_ENDINGS = (
    (re.compile(r"s$"), ""),
    (re.compile(r"ies$"), "y"),
    (re.compile(r"es$"), ""),
    (re.compile(r"aux$"), "al"),
    (re.compile(r"eaux$"), "eau"),
    (re.compile(r"elles?$"), "el"),
    (re.compile(r"ennes?$"), "en"),
    (re.compile(r"ives?$"), "if"),
    (re.compile(r"euses?$"), "eux"),
    (re.compile(r"e$"), ""),
)
_COMPOUNDS = re.compile(r"^(cyber|counter)(?=[a-z]{4})")  # written as one word or two
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
    apart = (part for word in _plain_words(_TAUGHT_IN.sub(" ", title)) for part in _COMPOUNDS.sub(r"\1 ", word).split())
    singular = [_form(_british(word)) for word in apart if word not in glossary.STOP]
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


@cache
def _british(word: str) -> str:
    for pattern, instead in _AMERICAN:
        word = pattern.sub(instead, word)
    return word


@cache
def _form(word: str) -> str:
    """The form of a word that the glossary has; else the word without the ending of a plural."""
    known = _glossary().words
    forms = (word, *(pattern.sub(instead, word) for pattern, instead in _ENDINGS if pattern.search(word)))
    plain = word[:-1] if word.endswith("s") and len(word) > SHORT and not word.endswith(("ss", "us")) else word
    return next((form for form in forms if form in known), plain)


def _concepts(words: list[str]) -> Iterator[str]:
    """Phrases of the glossary first, then single words; unknown words stand for themselves."""
    known = _glossary().concepts
    place = 0
    while place < len(words):
        pair = "+".join(words[place : place + 2])
        phrase = pair if pair in known else words[place]
        yield known.get(phrase) or _stem(phrase)
        place += phrase.count("+") + 1


def _stem(word: str) -> str:
    """A long word that the glossary does not have by its beginning, which the two languages often share."""
    return word[:STEM] if len(word) >= LONG and word not in glossary.WHOLE else word


@dataclass(frozen=True, slots=True)
class _Glossary:
    """``concepts`` by word or phrase, ``words`` that stand in any of them, ``themes`` by concept."""

    concepts: dict[str, str]
    words: frozenset[str]
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
    return _Glossary(concepts, frozenset(word for phrase in concepts for word in phrase.split("+")), themes)


def _lines(section: str) -> Iterator[tuple[str, dict[str, str]]]:
    for line in section.strip().splitlines():
        concept, _, words = line.partition(" = ")
        yield concept, dict.fromkeys(words.split(), concept)
