"""What a programme can be found by, and how much it says that a word was found there."""

from enum import StrEnum
from typing import Final


class Where(StrEnum):
    """Where a word was found, best first."""

    NAME = "name"
    SCHOOL = "school"
    AWARD = "award"
    FIELD = "field"
    PLACE = "place"
    FORMAT = "format"
    ENTRY = "entry"
    COURSE = "course"
    JOB = "job"
    SKILL = "skill"
    PROSE = "prose"


PENALTY: Final = {
    Where.NAME: 0,
    Where.SCHOOL: 3,
    Where.AWARD: 5,
    Where.FIELD: 6,
    Where.PLACE: 6,
    Where.FORMAT: 6,
    Where.ENTRY: 6,
    Where.COURSE: 10,
    Where.JOB: 12,
    Where.SKILL: 13,
    Where.PROSE: 18,
}
"""What a word found there adds, so that the smallest sum is best. It must fit into one byte with those of MOST_WORDS words."""
UNFINISHED: Final = 1
"""What it adds besides where only the beginning of a word was found."""
FORGIVEN: Final = 1
"""What it adds besides where a mistake of typing was forgiven."""
MOST_WORDS: Final = 12
"""Of a query; who types more has pasted something."""

STOPWORDS: Final = frozenset(
    [
        "a",
        "au",
        "aux",
        "avec",
        "by",
        "d",
        "dans",
        "de",
        "des",
        "du",
        "en",
        "et",
        "for",
        "in",
        "l",
        "la",
        "le",
        "les",
        "of",
        "on",
        "ou",
        "par",
        "pour",
        "sur",
        "the",
        "to",
        "un",
        "une",
        "with",
        "and",
        "an",
        "at",
        "or",
    ]
)
"""Words that everything has. They are in no index, and count only where nothing else is typed."""
