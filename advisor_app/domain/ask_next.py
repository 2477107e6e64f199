"""The one question to ask next: the missing fact about the student whose answer could settle the most routes.

Every missing field is tried with every answer it can have, on the same trees and rules that give the verdicts, so the count is what
would really happen. Where two facts are missing together neither settles anything alone; the one that bears on more routes
comes first then, and of equals the one that an advisor would ask first. Entry requirements come before the law: legal checks
are counted only once no entry verdict lacks a fact.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from advisor_app.domain.catalogue import Programme
from advisor_app.domain.check import assess
from advisor_app.domain.legal import check_law
from advisor_app.domain.reference import Reference
from advisor_app.domain.routes import routes_of
from advisor_app.domain.student import Residence, Student
from advisor_app.domain.text import Message, msg
from advisor_app.domain.verdicts import Verdict
from advisor_app.domain.what_if import answered

LEVELS = range(9)  # Bac+0 to Bac+8
AGES = range(16, 46)  # nobody younger or much older stands at the table
FULL_YEARS = range(11)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """``settles`` routes (where ``legal``, their legal checks) could get a verdict by the answer that settles the most.

    ``bears_on`` counts the routes for which the fact is missing.
    """

    field: str
    ask: Message
    settles: int
    bears_on: int
    legal: bool = False


@dataclass(frozen=True, slots=True)
class Askable:
    """A field of the student: the question in words, and every student that an answer could make."""

    ask: Message
    answers: Callable[[Student, Reference], Iterable[Student]]


def _levels(student: Student, _: Reference) -> Iterator[Student]:
    return (answered(student, "qualification.level", level) for level in LEVELS)


def _credits(student: Student, _: Reference) -> Iterator[Student]:
    return (answered(student, "qualification.credits", Decimal(60 * years)) for years in LEVELS)


def _fields(student: Student, reference: Reference) -> Iterator[Student]:
    return (answered(student, "qualification.fields", (slug,)) for slug in reference.fields)


def _countries(student: Student, _: Reference) -> Iterator[Student]:
    return (
        answered(student, "qualification.country", country) for country in ("FR", "GB")
    )  # only French or foreign makes a difference


def _residences(student: Student, _: Reference) -> Iterator[Student]:
    return (replace(student, residence=residence) for residence in Residence)


def _years_in_france(student: Student, _: Reference) -> Iterator[Student]:
    return (replace(student, years_in_france=years) for years in FULL_YEARS)


def _ages(student: Student, _: Reference) -> Iterator[Student]:
    return (replace(student, age=age) for age in AGES)


# In the order in which an advisor would ask, which decides between equals.
ASKABLE: dict[str, Askable] = {
    "qualification.level": Askable(msg("What is the highest diploma, held or in progress?"), _levels),
    "qualification.fields": Askable(msg("In which field is the diploma?"), _fields),
    "qualification.credits": Askable(msg("How many credits does the student have?"), _credits),
    "qualification.country": Askable(msg("In which country was the diploma obtained?"), _countries),
    "person.residence": Askable(msg("Is the student French, European or from elsewhere?"), _residences),
    "person.years_in_france": Askable(msg("How many full years has the student lived in France?"), _years_in_france),
    "person.age": Askable(msg("How old will the student be at the start?"), _ages),
}


def ask_next(programmes: Iterable[Programme], student: Student, reference: Reference) -> Question | None:
    """The question worth asking, or ``None`` where nothing that is missing would settle anything."""
    programmes = tuple(programmes)
    by_entry = _rank(
        lambda one: _entry_verdicts(programmes, one, reference), _missing(programmes, student, reference), student, reference
    )
    if by_entry is not None:
        return by_entry
    missing = _missing_in_law(programmes, student, reference)
    by_law = _rank(lambda one: _legal_verdicts(programmes, one, reference), missing, student, reference)
    return replace(by_law, legal=True) if by_law else None


def _rank(
    verdicts: Callable[[Student], tuple[Verdict, ...]], missing: Counter[str], student: Student, reference: Reference
) -> Question | None:
    now = verdicts(student)
    ranked = [
        Question(
            field=field,
            ask=askable.ask,
            settles=max(_settled(now, verdicts(one)) for one in askable.answers(student, reference)),
            bears_on=missing[field],
        )
        for field, askable in ASKABLE.items()
        if missing[field]
    ]
    return max(ranked, key=lambda question: (question.settles, question.bears_on), default=None)


def _settled(before: tuple[Verdict, ...], after: tuple[Verdict, ...]) -> int:
    pairs = zip(before, after, strict=True)
    return sum(one is Verdict.NEED_INFO and other is not Verdict.NEED_INFO for one, other in pairs)


def _entry_verdicts(programmes: tuple[Programme, ...], student: Student, reference: Reference) -> tuple[Verdict, ...]:
    """One verdict a route."""
    found: list[Verdict] = []
    for programme in programmes:
        by_entry = {entry.id: assess(entry, student, reference).verdict for entry in programme.entry_points}
        found.extend(by_entry[route.entry] for route in routes_of(programme))
    return tuple(found)


def _legal_verdicts(programmes: tuple[Programme, ...], student: Student, reference: Reference) -> tuple[Verdict, ...]:
    return tuple(
        check_law(programme, route, student, reference).verdict for programme in programmes for route in routes_of(programme)
    )


def _missing(programmes: tuple[Programme, ...], student: Student, reference: Reference) -> Counter[str]:
    """How many undecided routes lack each fact."""
    missing: Counter[str] = Counter()
    for programme in programmes:
        routes = Counter(route.entry for route in routes_of(programme))
        for entry in programme.entry_points:
            assessment = assess(entry, student, reference)
            if assessment.verdict is Verdict.NEED_INFO:
                needs = {finding.answer.needs for finding in assessment.findings if finding.answer.needs}
                missing.update(dict.fromkeys(needs, routes[entry.id]))
    return missing


def _missing_in_law(programmes: tuple[Programme, ...], student: Student, reference: Reference) -> Counter[str]:
    """How many undecided legal checks lack each fact."""
    missing: Counter[str] = Counter()
    for programme in programmes:
        for route in routes_of(programme):
            law = check_law(programme, route, student, reference)
            if law.verdict is Verdict.NEED_INFO:
                missing.update({finding.answer.needs for finding in law.findings if finding.answer.needs})
    return missing
