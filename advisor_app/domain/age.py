"""How old a source is, and whether a price is of a school year that is over. Age never changes a verdict; it is said beside it."""

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor_app.domain.facts import Source

STALE_AFTER_MONTHS = 24
SCHOOL_YEAR_ENDS = (8, 31)  # school years run from 1 September to 31 August

_SCHOOL_YEAR = re.compile(r"(\d{4})\s*[/–-]\s*\d{2,4}")


def months_old(dated: date, today: date) -> int:
    """Full months between a source's date and today; 0 for a date in the future, as on a laptop whose clock is wrong."""
    months = (today.year - dated.year) * 12 + today.month - dated.month - (today.day < dated.day)
    return max(months, 0)


def is_old(dated: date | None, today: date) -> bool:
    """What is over 24 months old, or without any date."""
    return dated is None or months_old(dated, today) > STALE_AFTER_MONTHS


def is_stale(source: "Source", today: date) -> bool:
    """A source of over 24 months, or without any date, is stale."""
    return is_old(source.dated, today)


def is_over(school_year: str, today: date) -> bool:
    """Whether the school year (``2025/2026``) has ended. What cannot be read as one is not over."""
    found = _SCHOOL_YEAR.match(school_year)
    return found is not None and today > date(int(found[1]) + 1, *SCHOOL_YEAR_ENDS)
