"""What a qualification is usually taken to stand for: its level, its credits, and the doubts that remain.

Level, credits, years and award are four different things and are worked out apart. What the student gives by hand comes
before what the qualification table says. Only the French level is official; no law makes a foreign diploma equivalent to
it (ENIC-NARIC France: comparison, not equivalence), so a foreign diploma keeps the doubt ``FOREIGN``.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from advisor_app.domain.reference import QualificationRow, Reference
from advisor_app.domain.student import Qualification, Standing, Student

FRANCE = "FR"
ECTS = "ECTS"
ECTS_PER_YEAR = Decimal(60)  # one full-time academic year, by the definition of ECTS
LAST_LEVEL_WITH_CREDITS = 5  # no ECTS credits are normally given for what comes after a master's degree


class Doubt(Enum):
    """Why a value is not simply so."""

    FOREIGN = auto()
    IN_PROGRESS = auto()
    ESTIMATE = auto()
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


def is_foreign(qualification: Qualification, reference: Reference) -> bool | None:
    """Whether the diploma is from outside France; ``None`` when neither its country nor its title is known."""
    row = row_of(qualification, reference)
    country = qualification.country or (row.country if row else None)
    return None if country is None else country != FRANCE


def level_of(qualification: Qualification, reference: Reference) -> Attained | None:
    """The level in years after the baccalauréat (Bac+N), or ``None`` when nothing tells it."""
    row = row_of(qualification, reference)
    doubts = _doubts(qualification, reference)
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


def credits_of(qualification: Qualification, reference: Reference) -> Attained | None:
    """Cumulative ECTS credits since the baccalauréat, or ``None`` when nothing tells them.

    Credits given in another system are converted by its national ratio; where only the level or the years are known, a year
    counts 60 ECTS, which for anything but a French diploma is an estimate.
    """
    progress = _doubts(qualification, reference) - {Doubt.FOREIGN}
    estimate = progress | {Doubt.ESTIMATE}
    if qualification.credits is not None:
        ratio = _ratio(qualification, reference)
        if ratio is not None:
            # to the hundredth: 45 US quarter hours are 60 ECTS, and 60/45 has no end
            return _exactly((qualification.credits * ratio).quantize(Decimal("0.01")), progress)
    row = row_of(qualification, reference)
    if row is not None and row.ects_min is not None and row.ects_max is not None:
        return Attained(row.ects_min, row.ects_max, progress if row.credits_certain else estimate)
    certain = is_foreign(qualification, reference) is not True
    if qualification.level is not None:
        years = Decimal(min(qualification.level, LAST_LEVEL_WITH_CREDITS))
        return _exactly(years * ECTS_PER_YEAR, progress if certain else estimate)
    if qualification.years is not None:
        return _exactly(qualification.years * ECTS_PER_YEAR, estimate)
    return None


def _ratio(qualification: Qualification, reference: Reference) -> Decimal | None:
    system = qualification.credit_system or ECTS
    if system == ECTS:
        return Decimal(1)
    known = reference.credit_systems.get(system)
    return known.ects_per_unit if known else None


def _exactly(value: Decimal, doubts: frozenset[Doubt]) -> Attained:
    return Attained(value, value, doubts)


def _doubts(qualification: Qualification, reference: Reference) -> frozenset[Doubt]:
    doubts = set()
    if is_foreign(qualification, reference):
        doubts.add(Doubt.FOREIGN)
    if qualification.status is Standing.IN_PROGRESS:
        doubts.add(Doubt.IN_PROGRESS)
    return frozenset(doubts)
