"""Whether two names may be of one school. Schools have many names, so only what has nothing in common is apart."""

import re
import unicodedata
from enum import IntEnum

# Words that say what kind of thing a school is, or hold a name together: sharing one of them proves nothing.
_LITTLE = frozenset(
    ("de", "des", "du", "d", "la", "le", "les", "l", "of", "the", "for", "and", "et", "en", "in", "a", "und", "der")
)
_UNIVERSITY = ("universite", "university", "universita", "universitat", "universidad", "universidade", "universiteit", "univ")
_KINDS = (
    "institut",
    "institute",
    "instituto",
    "istituto",
    "ecole",
    "school",
    "college",
    "faculte",
    "faculty",
    "academie",
    "academy",
)
_RANKS = (
    "haute",
    "hautes",
    "higher",
    "grande",
    "grandes",
    "superieure",
    "national",
    "nationale",
    "international",
    "internationale",
)
_SUBJECTS = ("etudes", "studies", "sciences", "science", "business", "commerce", "management", "campus", "centre", "center")
_GENERIC = _LITTLE | {*_UNIVERSITY, *_KINDS, *_RANKS, *_SUBJECTS}
_POLITICAL_STUDIES = "institut d'etudes politiques"
_SAID_FOR = {"sciences po": _POLITICAL_STUDIES, "iep": _POLITICAL_STUDIES}
"""What everybody calls it, and what it is."""
_SHORTEST_ACRONYM = 3


class Likeness(IntEnum):
    NONE = 0
    PERHAPS = 1
    SAME = 2


def likeness_of(one: str, other: str) -> Likeness:
    """The same but for accents, capitals and marks; perhaps the same where a telling word or an acronym is shared."""
    first, second = _words(one), _words(other)
    if first == second:
        return Likeness.SAME
    if {*first} & {*second} - _GENERIC or _is_short_for(first, second) or _is_short_for(second, first):
        return Likeness.PERHAPS
    return Likeness.NONE


def _words(name: str) -> tuple[str, ...]:
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    words = " ".join(re.findall(r"\w+", plain.casefold()))
    for short, long in _SAID_FOR.items():
        words = re.sub(rf"\b{short}\b", long, words)
    return tuple(re.findall(r"\w+", words))


def _is_short_for(short: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """``LSE`` for “London School of Economics”, with or without its little words."""
    if len(short) != 1 or len(short[0]) < _SHORTEST_ACRONYM:
        return False
    telling = [word for word in words if word not in _LITTLE]
    return short[0] in {"".join(word[0] for word in words), "".join(word[0] for word in telling)}
