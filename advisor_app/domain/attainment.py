"""What a qualification is usually taken to stand for: its level, its credits, and the doubts that remain.

Level, credits, years and award are four different things and are worked out apart. What the student gives by hand comes
before what the qualification table says. Only the French level is official; no law makes a foreign diploma equivalent to
it (ENIC-NARIC France: comparison, not equivalence), so a foreign diploma keeps the doubt ``FOREIGN``.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from advisor_app.domain.reference import CreditSystem, QualificationRow, Reference
from advisor_app.domain.student import Qualification, Standing, Student

FRANCE = "FR"
ECTS = "ECTS"
ECTS_PER_YEAR = Decimal(60)  # one full-time academic year, by the definition of ECTS
LAST_LEVEL_WITH_CREDITS = 5  # no ECTS credits are normally given for what comes after a master's degree
WHOLE_DEGREES = frozenset({"short_cycle", "first_cycle", "long_cycle"})
"""Tiers of the qualification table whose degrees begin after secondary school."""
_RANGE = re.compile(r"(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?")


class Doubt(Enum):
    """Why a value is not simply so.

    Of credits: an ``ESTIMATE`` counts 60 ECTS for a full year, ``USUAL`` is what the table gives for the diploma, ``CONVERTED``
    went through a ratio that is not the country's own.
    """

    FOREIGN = auto()
    IN_PROGRESS = auto()
    ESTIMATE = auto()
    USUAL = auto()
    CONVERTED = auto()
    NO_DIPLOMA = auto()


@dataclass(frozen=True, slots=True)
class Attained:
    """A value between two bounds, equal where there is no range, with the doubts on it."""

    low: Decimal
    high: Decimal
    doubts: frozenset[Doubt]


def row_of(qualification: Qualification, reference: Reference) -> QualificationRow | None:
    """The row of the qualification table that the student's diploma was picked from."""
    return reference.qualification(qualification.title) if qualification.title else None


def is_foreign(qualification: Qualification, reference: Reference, home: str = FRANCE) -> bool | None:
    """Whether the diploma is from outside ``home``; ``None`` when neither its country nor its title is known."""
    row = row_of(qualification, reference)
    country = qualification.country or (row.country if row else None)
    return None if country is None else country != home


def level_of(qualification: Qualification, reference: Reference, home: str = FRANCE) -> Attained | None:
    """The level in years after the baccalauréat (Bac+N), or ``None`` when nothing tells it.

    A school compares the diplomas of other countries than its own, ``home``; those of its own it knows.
    """
    row = row_of(qualification, reference)
    doubts = _doubts(qualification, reference, home)
    if qualification.level is not None:
        low = high = qualification.level
    elif row is not None and row.bac_plus_min is not None and row.bac_plus_max is not None:
        low, high = row.bac_plus_min, row.bac_plus_max
    else:
        return None
    if row is not None and not row.awarded:
        doubts |= {Doubt.NO_DIPLOMA}
    return Attained(Decimal(low), Decimal(high), doubts)


def level_of_student(student: Student, reference: Reference) -> int | None:
    """The highest level (Bac+N) that any of the student's diplomas stands for; ``None`` where nothing tells it."""
    levels = (level_of(one, reference) for one in student.qualifications)
    return max((int(level.high) for level in levels if level), default=None)


def credits_of(qualification: Qualification, reference: Reference, home: str = FRANCE) -> Attained | None:
    """Cumulative ECTS credits since the baccalauréat, or ``None`` when nothing tells them.

    Credits given in another system are converted by its national ratio, else by the general rule: credits × 60 × years ÷ total of
    the degree, which is an estimate. Where only the level or the years are known a year counts 60 ECTS, which for anything but a
    French diploma is an estimate too.
    """
    progress = _doubts(qualification, reference, home) - {Doubt.FOREIGN}
    estimate = progress | {Doubt.ESTIMATE}
    given = _given_credits(qualification, reference, progress)
    if given is not None:
        return given
    row = row_of(qualification, reference)
    if row is not None and row.ects_min is not None and row.ects_max is not None:
        return Attained(row.ects_min, row.ects_max, progress if row.credits_certain else progress | {Doubt.USUAL})
    certain = is_foreign(qualification, reference, home) is not True
    if qualification.level is not None:
        years = Decimal(min(qualification.level, LAST_LEVEL_WITH_CREDITS))
        return _exactly(years * ECTS_PER_YEAR, progress if certain else estimate)
    if qualification.years is not None:
        return _exactly(qualification.years * ECTS_PER_YEAR, estimate)
    return None


def _given_credits(qualification: Qualification, reference: Reference, progress: frozenset[Doubt]) -> Attained | None:
    """What was given by hand, in ECTS; ``None`` where nothing was, or nothing ties the system to ECTS."""
    credits_ = qualification.credits
    if credits_ is None:
        return None
    system = reference.credit_systems.get(qualification.credit_system or ECTS)
    if system is None:
        return _exactly(credits_, progress) if qualification.credit_system in {None, ECTS} else None
    if system.ects_per_unit is not None:
        return _exactly(
            _in_ects(credits_, system.ects_per_unit), progress if _is_national(system) else progress | {Doubt.CONVERTED}
        )
    units = _units_of_a_year(qualification, system, reference)
    if units is None:
        return None
    low, high = units
    least, most = ((credits_ * ECTS_PER_YEAR / year).quantize(Decimal(1)) for year in (high, low))  # an estimate has no hundredths
    return Attained(least, most, progress | {Doubt.ESTIMATE})


def _is_national(system: CreditSystem) -> bool:
    """Whether the ratio is the country's own, not one that was worked out from degrees."""
    return system.certainty.startswith("verified")


def _in_ects(credits_: Decimal, ratio: Decimal) -> Decimal:
    """To the hundredth: 45 US quarter hours are 60 ECTS, and 60/45 has no end."""
    return (credits_ * ratio).quantize(Decimal("0.01"))


def _units_of_a_year(qualification: Qualification, system: CreditSystem, reference: Reference) -> tuple[Decimal, Decimal] | None:
    """How many of a system's credits make a year of full-time study: of this very degree, else what is usual."""
    years = years_of(qualification, reference)
    if qualification.degree_credits and years and years.low == years.high and years.low > 0:
        units = qualification.degree_credits / years.low
        return units, units
    return _range(system.full_time_year)


def years_of(qualification: Qualification, reference: Reference) -> Attained | None:
    """Years of full-time study that the degree takes, or ``None`` when nothing tells them.

    The table counts the years of a second cycle by themselves, so they do not say how long the whole way was.
    """
    if qualification.years is not None:
        return _exactly(qualification.years, frozenset())
    row = row_of(qualification, reference)
    bounds = _range(row.years) if row is not None and row.tier in WHOLE_DEGREES else None
    return Attained(*bounds, frozenset()) if bounds else None


def _range(words: str) -> tuple[Decimal, Decimal] | None:
    """``3`` and ``3-4``; ``None`` for anything that says more than a number or a range."""
    found = _RANGE.fullmatch(words)
    return (Decimal(found[1]), Decimal(found[2] or found[1])) if found else None


def _exactly(value: Decimal, doubts: frozenset[Doubt]) -> Attained:
    return Attained(value, value, doubts)


def _doubts(qualification: Qualification, reference: Reference, home: str) -> frozenset[Doubt]:
    doubts = set()
    if is_foreign(qualification, reference, home):
        doubts.add(Doubt.FOREIGN)
    if qualification.status is Standing.IN_PROGRESS:
        doubts.add(Doubt.IN_PROGRESS)
    return frozenset(doubts)
