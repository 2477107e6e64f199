"""Dates, months and school years, as Babel has them. It takes 20 ms and more to import, so the names of months are written out."""

from datetime import date
from typing import Final

from advisor_app.domain.quantities import Month, SchoolYear
from advisor_app.domain.text import Lang

_MONTHS: Final[dict[Lang, tuple[str, ...]]] = {
    "fr": ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
_SHORT_MONTHS: Final[dict[Lang, tuple[str, ...]]] = {
    "fr": ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def long(value: date, lang: Lang, *, day_known: bool = True) -> str:
    """``24 November 2025``; ``March 2020`` where the day is not known."""
    return _say(value, _MONTHS[lang][value.month - 1], lang, day_known=day_known)


def short(value: date, lang: Lang, *, day_known: bool = True) -> str:
    """``24 Nov 2025``; ``Mar 2020`` where the day is not known."""
    return _say(value, _SHORT_MONTHS[lang][value.month - 1], lang, day_known=day_known)


def month(value: Month, lang: Lang) -> str:
    """``September`` or ``September 2026``, as it is written within a sentence."""
    name = _MONTHS[lang][value.month - 1]
    return f"{name} {value.year}" if value.year else name


def school_year(value: SchoolYear, lang: Lang) -> str:
    """``2025/26`` and ``2025-2026``."""
    last = value.start + 1
    return f"{value.start}/{last % 100:02}" if lang == "en" else f"{value.start}-{last}"


def _say(value: date, month_name: str, lang: Lang, *, day_known: bool) -> str:
    if not day_known:
        return f"{month_name} {value.year}"
    day = "1er" if lang == "fr" and value.day == 1 else value.day
    return f"{day} {month_name} {value.year}"
