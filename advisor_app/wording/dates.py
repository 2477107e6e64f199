"""Dates, months and school years. Babel is imported on first use: the first window is painted before."""

from datetime import date

from advisor_app.domain.quantities import Month, SchoolYear
from advisor_app.domain.text import Lang


def long(value: date, lang: Lang, *, day_known: bool = True) -> str:
    """``24 November 2025``; ``March 2020`` where the day is not known."""
    return _say(value, "d MMMM y" if day_known else "MMMM y", lang)


def short(value: date, lang: Lang, *, day_known: bool = True) -> str:
    """``24 Nov 2025``; ``Mar 2020`` where the day is not known."""
    return _say(value, "d MMM y" if day_known else "MMM y", lang)


def month(value: Month, lang: Lang) -> str:
    """``September`` or ``September 2026``, as it is written within a sentence."""
    return _say(date(value.year or 2000, value.month, 1), "LLLL y" if value.year else "LLLL", lang)


def school_year(value: SchoolYear, lang: Lang) -> str:
    """``2025/26`` and ``2025-2026``."""
    last = value.start + 1
    return f"{value.start}/{last % 100:02}" if lang == "en" else f"{value.start}-{last}"


def _say(value: date, pattern: str, lang: Lang) -> str:
    from babel.dates import format_date  # late: the first paint waits for none of it

    said = format_date(value, pattern, locale=lang)
    first_of_month = lang == "fr" and value.day == 1 and pattern.startswith("d")
    return f"1er{said[1:]}" if first_of_month else said
