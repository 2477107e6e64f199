"""Quantities that a page gives between two bounds, parts of dates, and languages by their code."""

import re
from dataclasses import dataclass
from decimal import Decimal

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
    def read(cls, written: str) -> "SchoolYear | None":
        """The school year behind ``2025/2026`` or ``2025-26``; ``None`` for anything else, such as a date."""
        found = _WRITTEN.fullmatch(written)
        return cls(int(found[1])) if found and (int(found[1]) + 1) % 100 == int(found[2]) % 100 else None


@dataclass(frozen=True, slots=True)
class LanguageName:
    """A language by its ISO 639-1 code, to be named in whichever language is spoken."""

    code: str
