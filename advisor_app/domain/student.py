"""What is known about a student. Every part is optional: what is not known is ``None`` or empty, and never means no."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias


class Residence(StrEnum):
    """Nationality as far as rules on study and work ask: French, EU/EEA/Swiss, or other."""

    FRENCH = "french"
    EU = "eu"
    OTHER = "other"


class Standing(StrEnum):
    HELD = "held"
    IN_PROGRESS = "in_progress"


@dataclass(frozen=True, slots=True)
class Grade:
    """An overall grade on its own scale: ``scale`` is its best mark (20, 100, 4.0 …). Grades of two scales are never compared."""

    value: Decimal
    scale: Decimal


@dataclass(frozen=True, slots=True)
class SubjectCredits:
    """ECTS credits within one field of study."""

    field: str
    credits: Decimal


@dataclass(frozen=True, slots=True)
class TestScore:
    """The score of an aptitude test such as the GMAT or TAGE MAGE."""

    test: str
    score: Decimal


@dataclass(frozen=True, slots=True)
class PartScore:
    """The score of one part of a language test: listening, reading, writing, speaking."""

    part: str
    score: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualification:
    """A diploma, held or in progress.

    ``country`` is ISO 3166-1 alpha-2; ``title`` a row of the qualification table; ``level`` Bac+N; ``credits`` in the units of
    ``credit_system``, cumulative since the baccalauréat; ``degree_credits`` how many of them the whole degree has, for systems
    that no fixed ratio ties to ECTS; ``years`` of full-time study; ``fields`` slugs of fields of study;
    ``award`` and ``institution_type`` the kind of diploma and of school, in the words of :mod:`.requirements.kinds.award`.
    """

    country: str | None = None
    title: str | None = None
    level: int | None = None
    credits: Decimal | None = None
    credit_system: str | None = None
    degree_credits: Decimal | None = None
    years: Decimal | None = None
    fields: tuple[str, ...] = ()
    status: Standing = Standing.HELD
    expected: date | None = None
    award: str | None = None
    institution: str | None = None
    institution_type: str | None = None
    grade: Grade | None = None
    subject_credits: tuple[SubjectCredits, ...] = ()

    @property
    def empty(self) -> bool:
        return self == Qualification()


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageSkill:
    """A CEFR level (``A1`` to ``C2``), or the score of a test, overall and in its parts."""

    lang: str
    cefr: str | None = None
    test: str | None = None
    score: Decimal | None = None
    parts: tuple[PartScore, ...] = ()


INITIAL, ALTERNANCE = "initial", "alternance"
"""The two formats that a student can wish for."""
BUDGET_CURRENCY = "EUR"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the student prefers; never part of a verdict. ``start`` is ``YYYY-MM``; the budget is in euros per year."""

    format: str | None = None
    campus: str | None = None
    start: str | None = None
    budget_per_year: Decimal | None = None


Told: TypeAlias = bool | int | Decimal | str
"""What a fact that has no field of its own can be."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something about the person that has no field of its own."""

    name: str
    value: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Student:
    """``years_in_france``: full years of residence before the start; ``age``: in years at the start of the programme.

    ``experience_months``: of relevant work; ``prior_learning``: whether its recognition (VAE, VAPP) is granted or under way;
    ``documents``: what the student can hand in, ``None`` where nobody has asked. ``facts``: what kinds of requirement ask for
    beside all this, by name (see :func:`.requirements.base.asks_for`).
    """

    residence: Residence | None = None
    years_in_france: int | None = None
    age: int | None = None
    qualifications: tuple[Qualification, ...] = ()
    languages: tuple[LanguageSkill, ...] = ()
    tests: tuple[TestScore, ...] = ()
    experience_months: int | None = None
    prior_learning: bool | None = None
    documents: tuple[str, ...] | None = None
    facts: tuple[Fact, ...] = ()
    wishes: Wishes = Wishes()

    @property
    def empty(self) -> bool:
        return self == Student()

    def fact(self, name: str) -> Told | None:
        """What is known under that name, or ``None``."""
        return next((fact.value for fact in self.facts if fact.name == name), None)

    def told(self, name: str, value: Told) -> "Student":
        """With that fact, whatever was known under its name."""
        return replace(self, facts=(*(fact for fact in self.facts if fact.name != name), Fact(name, value)))
