"""Quantities that a page gives between two bounds, parts of dates, and languages by their code."""

import re
from dataclasses import dataclass
from decimal import Decimal

FIRST_MONTH = 7  # a start in July or August belongs to the school year that follows
_WRITTEN = re.compile(r"\s*(\d{4})\s*[/–-]\s*(\d{2}|\d{4})\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A quantity between two bounds, inclusive, either of which may be open. ``unit``: month, week, day, hour, year."""

    minimum: Decimal | None = None
    maximum: Decimal | None = None
    unit: str = "month"


@dataclass(frozen=True, slots=True)
class Month:
    """A month, 1 to 12, of some year or of every year."""

    month: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """The school year that begins in September of ``start``."""

    start: int

    @classmethod
    def of(cls, year: int, month: int) -> "SchoolYear":
        """The school year that a programme starting in that month belongs to; one that starts in summer begins the next."""
        return cls(year if month >= FIRST_MONTH else year - 1)

    def start_of(self, month: int) -> int:
        """The calendar year in which a school year begins that starts in ``month``."""
        return self.start if month >= FIRST_MONTH else self.start + 1

    @classmethod
    def read(cls, written: str) -> "SchoolYear | None":
        """The school year behind ``2025/2026`` or ``2025-26``; ``None`` for anything else, such as a date."""
        found = _WRITTEN.fullmatch(written)
        return cls(int(found[1])) if found and (int(found[1]) + 1) % 100 == int(found[2]) % 100 else None


@dataclass(frozen=True, slots=True)
class LanguageName:
    """A language by its ISO 639-1 code, to be named in whichever language is spoken."""

    code: str
