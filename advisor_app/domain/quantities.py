"""Quantities that a page gives between two bounds, parts of dates, and languages by their code."""

from dataclasses import dataclass
from decimal import Decimal


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


@dataclass(frozen=True, slots=True)
class LanguageName:
    """A language by its ISO 639-1 code, to be named in whichever language is spoken."""

    code: str
