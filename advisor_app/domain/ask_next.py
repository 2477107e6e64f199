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

from advisor_app.domain.catalogue import EntryPoint, Programme
from advisor_app.domain.check import assess
from advisor_app.domain.first_question import FIRST_FIELD, FIRST_QUESTION
from advisor_app.domain.legal import check_law
from advisor_app.domain.quantities import LanguageName
from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.base import FACTS
from advisor_app.domain.requirements.kinds.award import AWARD_TYPES, INSTITUTION_TYPES
from advisor_app.domain.requirements.kinds.language import CEFR
from advisor_app.domain.route import Route
from advisor_app.domain.routes import routes_of
from advisor_app.domain.student import Grade, LanguageSkill, Residence, Student, SubjectCredits, TestScore
from advisor_app.domain.text import Message, msg
from advisor_app.domain.verdicts import Verdict
from advisor_app.domain.what_if import answered

LEVELS = range(9)  # Bac+0 to Bac+8
AGES = range(16, 46)  # nobody younger or much older stands at the table
FULL_YEARS = range(11)
GRADES = tuple(Grade(Decimal(grade), Decimal(20)) for grade in range(21))
FEW_OR_MANY_MONTHS = (0, 600)
EXTREME_SCORES = (0, 1_000_000)  # below and above the scale of any test


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


def _subject_credits(student: Student, reference: Reference) -> Iterator[Student]:
    """None at all, and plenty in every subject."""
    for amount in (Decimal(0), Decimal(300)):
        taken = tuple(SubjectCredits(slug, amount) for slug in reference.fields)
        yield answered(student, "qualification.subject_credits", taken)


def _trying(field: str, *values: object) -> Callable[[Student, Reference], Iterable[Student]]:
    """Where the answer is a figure or one of many names, the extremes show whether any answer would settle anything."""
    return lambda student, _: (answered(student, field, value) for value in values)


# In the order in which an advisor would ask, which decides between equals.
ASKABLE: dict[str, Askable] = {
    FIRST_FIELD: Askable(FIRST_QUESTION, _levels),
    "qualification.fields": Askable(msg("In which field is the diploma?"), _fields),
    "qualification.credits": Askable(msg("How many credits does the student have?"), _credits),
    "qualification.country": Askable(msg("In which country was the diploma obtained?"), _countries),
    "person.residence": Askable(msg("Is the student French, European or from elsewhere?"), _residences),
    "person.years_in_france": Askable(msg("How many full years has the student lived in France?"), _years_in_france),
    "person.age": Askable(msg("How old will the student be at the start?"), _ages),
    "qualification.award": Askable(msg("What kind of diploma is it?"), _trying("qualification.award", *AWARD_TYPES)),
    "qualification.years": Askable(
        msg("How many years does the degree take?"), _trying("qualification.years", *(Decimal(years) for years in LEVELS))
    ),
    "qualification.grade": Askable(
        msg("What is the overall grade?"),
        _trying("qualification.grade", *GRADES),
    ),
    "qualification.institution": Askable(msg("Which school gave the diploma?"), _trying("qualification.institution", "?")),
    "qualification.institution_type": Askable(
        msg("What kind of school gave the diploma?"), _trying("qualification.institution_type", *INSTITUTION_TYPES)
    ),
    "qualification.subject_credits": Askable(msg("How many credits in which subjects?"), _subject_credits),
    "person.experience_months": Askable(
        msg("How many months has the student worked?"), _trying("person.experience_months", *FEW_OR_MANY_MONTHS)
    ),
    "person.prior_learning": Askable(
        msg("Could prior learning be recognised (VAE, VAPP)?"), _trying("person.prior_learning", True, False)
    ),
    "person.documents": Askable(msg("Which documents does the student have?"), _trying("person.documents", ())),
}


def askable(field: str) -> Askable | None:
    """How to ask for a field; languages and tests are asked for by name, and what a kind of requirement brings along as it says."""
    where, _, name = field.partition(".")
    if where == "languages":
        levels = (LanguageSkill(lang=name, cefr=level) for level in CEFR)
        return Askable(msg("What is the student’s level in {language}?", language=LanguageName(name)), _trying(field, *levels))
    if where == "tests":
        scores = (TestScore(name, Decimal(score)) for score in EXTREME_SCORES)
        return Askable(msg("What did the student score in {test}?", test=name), _trying(field, *scores))
    brought = FACTS.get(name)
    if brought is not None and brought.field == field:
        return Askable(brought.ask, _trying(field, *brought.answers))
    return ASKABLE.get(field)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Undecided:
    """Routes that share one missing verdict: how many, what they lack, and whether a student would have the verdict."""

    routes: int
    needs: frozenset[str]
    settled: Callable[[Student], bool]


def ask_next(programmes: Iterable[Programme], student: Student, reference: Reference) -> Question | None:
    """The question worth asking, or ``None`` where nothing that is missing would settle anything."""
    programmes = tuple(programmes)
    by_entry = _best(tuple(_entries(programmes, student, reference)), student, reference)
    if by_entry is not None:
        return by_entry
    by_law = _best(tuple(_contracts(programmes, student, reference)), student, reference)
    return replace(by_law, legal=True) if by_law else None


def _best(undecided: tuple[_Undecided, ...], student: Student, reference: Reference) -> Question | None:
    questions = []
    for field in sorted({need for one in undecided for need in one.needs}, key=_asked_when):
        lacking = tuple(one for one in undecided if field in one.needs)
        way = askable(field)
        if way is not None:
            bears_on = sum(one.routes for one in lacking)
            settles = _most_settled(lacking, way.answers(student, reference), bears_on)
            questions.append(Question(field=field, ask=way.ask, settles=settles, bears_on=bears_on))
    return max(questions, key=lambda question: (question.settles, question.bears_on), default=None)


def _asked_when(field: str) -> tuple[int, str]:
    """The place of a field in the order of asking; languages and tests come last."""
    return (tuple(ASKABLE).index(field) if field in ASKABLE else len(ASKABLE), field)


def _most_settled(lacking: tuple[_Undecided, ...], answers: Iterable[Student], most: int) -> int:
    """By the answer that settles most; no answer is tried once one settles everything."""
    best = 0
    for answer in answers:
        best = max(best, sum(one.routes for one in lacking if one.settled(answer)))
        if best == most:
            break
    return best


def _entries(programmes: tuple[Programme, ...], student: Student, reference: Reference) -> Iterator[_Undecided]:
    for programme in programmes:
        routes = Counter(route.entry for route in routes_of(programme))
        for entry in programme.entry_points:
            assessment = assess(entry, student, reference)
            if assessment.verdict is Verdict.NEED_INFO and routes[entry.id]:
                needs = frozenset(finding.answer.needs for finding in assessment.findings if finding.answer.needs)
                settled = _entry_settled(entry, reference)
                yield _Undecided(routes=routes[entry.id], needs=needs, settled=settled)


def _entry_settled(entry: EntryPoint, reference: Reference) -> Callable[[Student], bool]:
    return lambda one: assess(entry, one, reference).verdict is not Verdict.NEED_INFO


def _contracts(programmes: tuple[Programme, ...], student: Student, reference: Reference) -> Iterator[_Undecided]:
    for programme in programmes:
        by_format: dict[str, list[Route]] = {}
        for route in routes_of(programme):
            by_format.setdefault(route.format, []).append(route)
        for routes in by_format.values():
            law = check_law(programme, routes[0], student, reference)  # the format alone decides
            if law.verdict is Verdict.NEED_INFO:
                needs = frozenset(finding.answer.needs for finding in law.findings if finding.answer.needs)
                yield _Undecided(routes=len(routes), needs=needs, settled=_law_settled(programme, routes[0], reference))


def _law_settled(programme: Programme, route: Route, reference: Reference) -> Callable[[Student], bool]:
    return lambda one: check_law(programme, route, one, reference).verdict is not Verdict.NEED_INFO
