"""Dates, months and school years.

The names of the months stand here, since a list of programmes needs a few of them and Babel's tables take longer to read than the
list. A test holds them against Babel's.
"""

from datetime import date

from advisor_app.domain.quantities import Month, SchoolYear
from advisor_app.domain.text import Lang

_MONTHS: dict[Lang, tuple[str, ...]] = {
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
}
_SHORT: dict[Lang, tuple[str, ...]] = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "fr": ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."),
}


def long(value: date, lang: Lang, *, day_known: bool = True) -> str:
    """``24 November 2025``; ``March 2020`` where the day is not known."""
    return _say(value, _MONTHS[lang], lang, day_known=day_known)


def short(value: date, lang: Lang, *, day_known: bool = True) -> str:
    """``24 Nov 2025``; ``Mar 2020`` where the day is not known."""
    return _say(value, _SHORT[lang], lang, day_known=day_known)


def month(value: Month, lang: Lang) -> str:
    """``September`` or ``September 2026``, as it is written within a sentence."""
    named = _MONTHS[lang][value.month - 1]
    return f"{named} {value.year}" if value.year else named


def school_year(value: SchoolYear, lang: Lang) -> str:
    """``2025/26`` and ``2025-2026``."""
    last = value.start + 1
    return f"{value.start}/{last % 100:02}" if lang == "en" else f"{value.start}-{last}"


def _say(value: date, months: tuple[str, ...], lang: Lang, *, day_known: bool) -> str:
    named = f"{months[value.month - 1]} {value.year}"
    if not day_known:
        return named
    return f"1er {named}" if lang == "fr" and value.day == 1 else f"{value.day} {named}"
