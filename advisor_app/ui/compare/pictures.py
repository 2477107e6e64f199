"""The figures of what is drawn in cells. Finished words and shares only; no Qt."""

from typing import NamedTuple

from advisor_app.domain.curriculum import Likeness
from advisor_app.domain.pictures.calendar_strip import Mark
from advisor_app.domain.requirements.base import FindingStatus
from advisor_app.ui.tokens import Token


class YearBar(NamedTuple):
    """One year of study. ``parts`` are (colour, share of the common scale), from below; hatched where it is open.

    The height of a year that is wholly open means nothing: it then has no parts.
    """

    level: str
    amount: str
    stated: bool
    parts: tuple[tuple[Token, float, bool], ...]


class Bars(NamedTuple):
    """What each year costs, on the scale of all columns."""

    bars: tuple[YearBar, ...]


class CourseTicks(NamedTuple):
    """One tick for each course in the order of the page, a line for each year; ``label`` names the year."""

    years: tuple[tuple[str, tuple[Likeness, ...]], ...]


class MonthStrip(NamedTuple):
    """Twelve months by their first letters, and what each holds."""

    letters: tuple[str, ...]
    marks: tuple[frozenset[Mark], ...]


class Conditions(NamedTuple):
    """What is asked, kind by kind, each kind at the same place in all columns; ``None`` where a column asks nothing of it."""

    statuses: tuple[FindingStatus | None, ...]
