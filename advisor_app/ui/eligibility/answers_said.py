"""The answers that can be given on the spot to the question asked next, for every field that one can be about. Needs no Qt."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.base import FACTS
from advisor_app.domain.requirements.base import Test as Condition
from advisor_app.domain.requirements.kinds.aptitude_test import AptitudeTest
from advisor_app.domain.requirements.kinds.award import AWARD_TYPES, INSTITUTION_TYPES, Institution
from advisor_app.domain.requirements.kinds.field import Field
from advisor_app.domain.requirements.kinds.grade import Grade
from advisor_app.domain.requirements.kinds.language import CEFR
from advisor_app.domain.requirements.kinds.person import Document
from advisor_app.domain.requirements.kinds.subject_credits import SubjectCredits
from advisor_app.domain.requirements.tree import leaves
from advisor_app.domain.student import Grade as Given
from advisor_app.domain.student import LanguageSkill, Qualification, Residence, Student, TestScore
from advisor_app.domain.student import SubjectCredits as Taken
from advisor_app.domain.text import Value, msg
from advisor_app.services.check import Checked

Pairs: TypeAlias = "list[tuple[object, Value]]"


@dataclass(frozen=True, slots=True)
class Typed:
    """A number that is typed: its bounds, whether it may be broken, and what it becomes."""

    low: int
    high: int
    value: Callable[[Decimal], object] = field(compare=False)
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """The likeliest answers, the others, and the number that may be typed instead. A value that is a message is stored in words."""

    likely: Pairs
    others: Pairs
    typed: Typed | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What the answers depend on: the student, what the programmes ask for, and the tables."""

    student: Student
    conditions: tuple[Condition, ...]
    reference: Reference

    @property
    def diploma(self) -> Qualification:
        return self.student.qualifications[0] if self.student.qualifications else Qualification()


def asked_by(checked: Checked, reference: Reference) -> Asked:
    entries = (entry for one in checked.programmes for entry in one.programme.entry_points if entry.requirements)
    conditions = tuple(leaf.test for entry in entries for leaf in leaves(entry.requirements))  # type: ignore[arg-type]  # filtered
    return Asked(checked.student, tuple(dict.fromkeys(conditions)), reference)


def choice(of: str, asked: Asked) -> Choice:
    """What can be answered to a question about the field ``of``."""
    where, _, name = of.partition(".")
    if where == "languages":
        return _languages(name)
    if where == "tests":
        return _score(name, asked)
    if name in FACTS:
        return _brought_along(name)
    return _CHOICES[of](asked) if of in _CHOICES else Choice([], [])


def _number(low: int, high: int) -> Choice:
    return Choice([], [], Typed(low, high, int))


def _levels(_: Asked) -> Choice:
    def said(levels: Iterable[int]) -> Pairs:
        return [(level, msg("Bac+{level}", level=level) if level else msg("Bac")) for level in levels]

    return Choice(said(range(2, 6)), said((0, 1, 6, 7, 8)))


def _credits(_: Asked) -> Choice:
    def said(amounts: Iterable[int]) -> Pairs:
        return [(Decimal(amount), msg("{credits} ECTS", credits=amount)) for amount in amounts]

    return Choice(said((120, 180, 240, 300)), said((60, 90, 150, 210, 270, 360)))


def _fields(asked: Asked) -> Choice:
    """Fields that a school names come first."""
    fields = asked.reference.fields
    named = dict.fromkeys(slug for test in asked.conditions if isinstance(test, Field) for slug in test.of if slug in fields)
    others = sorted(slug for slug in fields if slug not in named)

    def said(slugs: Iterable[str]) -> Pairs:
        return [((slug,), fields[slug].name) for slug in slugs]

    return Choice(said(named), said(others))


def _countries(asked: Asked) -> Choice:
    others: Pairs = [pair for pair in asked.reference.countries.items() if pair[0] != "FR"]
    return Choice([("FR", asked.reference.countries.get("FR") or msg("France"))], others)


def _residences(_: Asked) -> Choice:
    return Choice([(residence, residence) for residence in Residence], [])


def _years_in_france(_: Asked) -> Choice:
    return Choice([(0, msg("Less than a year")), (1, msg("1 year")), (2, msg("2 years or more"))], [])


def _years(_: Asked) -> Choice:
    return Choice([(Decimal(years), msg("{years} years", years=years)) for years in (2, 3, 4, 5)], [])


def _of_kind(names: "dict[str, Value]", likely: Iterable[str]) -> Choice:
    first = tuple(likely)
    return Choice([(key, names[key]) for key in first], [pair for pair in names.items() if pair[0] not in first])


def _awards(_: Asked) -> Choice:
    return _of_kind({**AWARD_TYPES}, ("bachelor", "national_licence", "professional_bachelor", "master", "engineer"))


def _institution_types(_: Asked) -> Choice:
    return _of_kind({**INSTITUTION_TYPES}, INSTITUTION_TYPES)


def _institutions(asked: Asked) -> Choice:
    names = dict.fromkeys(name for test in asked.conditions if isinstance(test, Institution) for name in test.of)
    return Choice([(msg("Another school"), msg("Another school")), *((name, name) for name in names)], [])


def _grades(asked: Asked) -> Choice:
    """On the scale that is asked for first."""
    scale = next((test.scale for test in asked.conditions if isinstance(test, Grade)), Decimal(20))
    low, high = (int(scale), 6) if scale == 1 else (0, int(scale))  # a best mark of 1 counts downwards
    return Choice([], [], Typed(low, high, lambda value: Given(value, scale), broken=True))


def _subject_credits(asked: Asked) -> Choice:
    """Enough or not, in the first subject of which nothing is said yet."""
    known = asked.diploma.subject_credits
    for test in asked.conditions:
        if isinstance(test, SubjectCredits) and not any(asked.reference.is_within(one.field, test.field) for one in known):
            subject = asked.reference.fields[test.field].name if test.field in asked.reference.fields else test.field
            enough, none = (*known, Taken(test.field, test.minimum)), (*known, Taken(test.field, Decimal(0)))
            said = msg("{credits} or more in {field}", credits=test.minimum, field=subject)
            return Choice([(enough, said), (none, msg("Fewer in {field}", field=subject))], [])
    return Choice([], [])


def _documents(asked: Asked) -> Choice:
    names = tuple(dict.fromkeys(test.name for test in asked.conditions if isinstance(test, Document)))
    each: Pairs = [((name,), name) for name in names]
    every: Pairs = [(names, msg("All of them"))] if len(names) > 1 else []
    return Choice([((), msg("None")), *every, *each], [])


def _yes_or_no(_: Asked) -> Choice:
    return Choice([(True, msg("Yes")), (False, msg("No"))], [])


def _languages(lang: str) -> Choice:
    said: Pairs = [(LanguageSkill(lang=lang, cefr=level), level) for level in reversed(CEFR)]
    return Choice(said[:5], said[5:])


def _score(test: str, asked: Asked) -> Choice:
    minimum = max((one.minimum for one in asked.conditions if isinstance(one, AptitudeTest) and one.test == test), default=None)
    high = 1000 if minimum is None or minimum <= 1000 else int(minimum) * 2
    return Choice([], [], Typed(0, high, lambda value: TestScore(test, value)))


def _brought_along(name: str) -> Choice:
    fact = FACTS[name]
    if fact.type_ is bool:
        return Choice([(True, msg("Yes")), (False, msg("No"))], [])
    if fact.type_ is str:
        return Choice([(value, str(value)) for value in fact.answers], [])
    bounds = [int(value) for value in fact.answers if isinstance(value, int | Decimal)]
    return Choice([], [], Typed(min(bounds), max(bounds), fact.type_, broken=fact.type_ is Decimal))


_CHOICES: dict[str, Callable[[Asked], Choice]] = {
    "qualification.level": _levels,
    "qualification.credits": _credits,
    "qualification.fields": _fields,
    "qualification.country": _countries,
    "qualification.years": _years,
    "qualification.award": _awards,
    "qualification.institution_type": _institution_types,
    "qualification.institution": _institutions,
    "qualification.grade": _grades,
    "qualification.subject_credits": _subject_credits,
    "person.residence": _residences,
    "person.years_in_france": _years_in_france,
    "person.age": lambda _: _number(15, 99),
    "person.experience_months": lambda _: _number(0, 600),
    "person.prior_learning": _yes_or_no,
    "person.documents": _documents,
}
