"""What a list of programmes can be narrowed by, and what each value of it is called.

A programme may have several values of a facet, and always has one (:mod:`.facet_values`): where its page says nothing that is
``NOT_STATED``.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Final

from advisor_app.domain.folding import folded
from advisor_app.domain.money import Money
from advisor_app.domain.quantities import LanguageName, Month, Span
from advisor_app.domain.student import ALTERNANCE, BUDGET_CURRENCY, INITIAL
from advisor_app.domain.terms import AwardKind
from advisor_app.domain.text import Message, Text, Value, msg
from advisor_app.domain.verdicts import Verdict


class Facet(StrEnum):
    """In the order in which they are shown. The verdict is the student's; all others are the programme's own."""

    VERDICT = "verdict"
    SCHOOL = "school"
    CAMPUS = "campus"
    ENTRY = "entry"
    FORMAT = "format"
    AWARD = "award"
    DURATION = "duration"
    INTAKE = "intake"
    FIELD = "field"
    LANGUAGE = "language"
    PRICE = "price"


NOT_STATED: Final = "not_stated"
MASTER_GRADE: Final = "master_grade"
OTHER: Final = "other"
"""Stated, but not as anything that the facet has a value for: a price by the credit, in another currency, or without one."""

BANDS: Final = tuple(map(Decimal, (0, 5_000, 8_000, 11_000, 15_000)))
"""Where the ranges of the tuition of a year begin, in euros. A price on a bound is in the upper range."""

LANGUAGES: Final = {
    "french": "fr",
    "english": "en",
    "spanish": "es",
    "german": "de",
    "italian": "it",
    "portuguese": "pt",
    "arabic": "ar",
    "chinese": "zh",
    "russian": "ru",
    "dutch": "nl",
    "japanese": "ja",
}
"""Languages of teaching as pages name them in English, with their codes."""


def label_of(facet: Facet, value: str, names: Mapping[str, Value]) -> Value:
    """``names`` has those of schools, campuses and fields by their identifiers."""
    if value == NOT_STATED:
        return msg("Not stated")
    make = _LABELS.get(facet)
    return names.get(value, value) if make is None else make(value)


def place_of(facet: Facet, value: str, label: Value) -> tuple[int, int, str]:
    """Sorts the values of a facet: numbers by size, names by the alphabet, what is not stated last."""
    if value == NOT_STATED:
        return (2, 0, "")
    if facet in _FIXED:
        return (0, _FIXED[facet].index(value) if value in _FIXED[facet] else len(_FIXED[facet]), value)
    if value.isdecimal():
        return (0, int(value), "")
    return (1, 0, folded(label.en if isinstance(label, Text) else label if isinstance(label, str) else value))


def _award(value: str) -> Value:
    return msg("Grade of master") if value == MASTER_GRADE else AwardKind(value)


def _price(value: str) -> Message:
    if value == OTHER:
        return msg("By credit, or not in euros")
    low = Decimal(value)
    high = next((upper for lower, upper in pairwise(BANDS) if lower == low), None)
    if high is None:
        return msg("from {amount} a year", amount=Money(low, BUDGET_CURRENCY))
    if not low:
        return msg("up to {amount} a year", amount=Money(high, BUDGET_CURRENCY))
    return msg("{low} to {high} a year", low=Money(low, BUDGET_CURRENCY), high=Money(high, BUDGET_CURRENCY))


_LABELS: Final[dict[Facet, Callable[[str], Value]]] = {
    Facet.VERDICT: Verdict,
    Facet.ENTRY: lambda value: msg("Bac+{level}", level=int(value)),
    Facet.FORMAT: lambda value: msg("Alternance") if value == ALTERNANCE else msg("Initial"),
    Facet.AWARD: _award,
    Facet.DURATION: lambda value: Span(minimum=Decimal(value), maximum=Decimal(value), unit="year"),
    Facet.INTAKE: lambda value: Month(int(value)),
    Facet.LANGUAGE: lambda value: msg("Another language") if value == OTHER else LanguageName(value),
    Facet.PRICE: _price,
}
_FIXED: Final[dict[Facet, tuple[str, ...]]] = {
    Facet.VERDICT: tuple(Verdict),
    Facet.FORMAT: (INITIAL, ALTERNANCE),
    Facet.AWARD: (MASTER_GRADE, *AwardKind),
    Facet.LANGUAGE: (*LANGUAGES.values(), OTHER),
    Facet.PRICE: (*map(str, BANDS), OTHER),
}
