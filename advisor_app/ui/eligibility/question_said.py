"""The one question to ask next, with its answers in words. Needs no Qt."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from advisor_app.domain.ask_next import Question, ask_next
from advisor_app.domain.quantities import LanguageName
from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.kinds.field import Field
from advisor_app.domain.requirements.tree import leaves
from advisor_app.domain.student import Residence
from advisor_app.domain.text import Value, msg
from advisor_app.domain.what_if import answered
from advisor_app.services.check import Checked
from advisor_app.ui.itemmodels.naming import Namer

MOST_BUTTONS = 5
NUMBERS = {"person.age": (15, 99)}
"""Fields whose answer is typed, with their bounds."""


@dataclass(frozen=True, slots=True)
class Given:
    """A field of the student, by the name that findings and questions use for it, and what it becomes."""

    field: str
    value: object


@dataclass(frozen=True, slots=True)
class AnswerSaid:
    words: str
    given: Given


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionSaid:
    """``answers`` are the likeliest; ``more`` says that there are others; ``bounds`` are set where a number is typed."""

    field: str
    bears_on: str
    question: str
    answers: tuple[AnswerSaid, ...]
    more: bool
    bounds: tuple[int, int] | None
    then: str


def question_said(checked: Checked, name: Namer) -> QuestionSaid | None:
    question = checked.ask_next
    if question is None:
        return None
    answers, more = _choice(question.field, checked, name)
    return QuestionSaid(
        field=question.field,
        bears_on=_bears_on(question, name),
        question=name.tr.render(question.ask),
        answers=answers,
        more=bool(more),
        bounds=NUMBERS.get(question.field),
        then=_then(question, checked, name, (*answers, *more)),
    )


def field_name(field: str, name: Namer) -> str:
    """What the student strip calls the field."""
    tr = name.tr.tr
    return {
        "qualification.level": tr("Level"),
        "qualification.fields": tr("Field of study"),
        "qualification.credits": tr("Credits"),
        "qualification.country": tr("Country of the qualification"),
        "person.residence": tr("Residence"),
        "person.years_in_france": tr("Years in France"),
        "person.age": tr("Age"),
        "person.experience_months": tr("Work experience"),
        "person.prior_learning": tr("Prior learning"),
        "person.documents": tr("Documents"),
    }.get(field) or _other_name(field, name)


def _other_name(field: str, name: Namer) -> str:
    where, _, what = field.partition(".")
    if where == "languages":
        return name.tr.sentence(LanguageName(what))
    return what if where == "tests" else name.tr.tr("The diploma")


def _bears_on(question: Question, name: Namer) -> str:
    if question.legal:
        return name.tr.tr_n("bears on {count} legal check", "bears on {count} legal checks", question.bears_on)
    return name.tr.tr_n("bears on {count} route", "bears on {count} routes", question.bears_on)


def _then(question: Question, checked: Checked, name: Namer, answers: tuple[AnswerSaid, ...]) -> str:
    """What would be asked after the last of the first answers, which is the one that leaves most open."""
    given = answers[min(len(answers), MOST_BUTTONS) - 1].given if answers else None
    if given is None and question.field in NUMBERS:
        given = Given(question.field, NUMBERS[question.field][1])
    if given is None or not checked.programmes:
        return ""
    subject = name.subjects[checked.programmes[0].programme.id]
    after = answered(checked.student, given.field, given.value)
    following = ask_next((one.programme for one in checked.programmes), after, subject.reference)
    return name.tr.tr("then: {field}", field=field_name(following.field, name)) if following else ""


def _choice(field: str, checked: Checked, name: Namer) -> tuple[tuple[AnswerSaid, ...], tuple[AnswerSaid, ...]]:
    """The likeliest answers, and the others."""
    if field not in _CHOICES or not checked.programmes:
        return (), ()
    reference = name.subjects[checked.programmes[0].programme.id].reference
    likely, others = _CHOICES[field](checked, reference)

    def said(pairs: Iterable[tuple[object, Value]]) -> tuple[AnswerSaid, ...]:
        return tuple(AnswerSaid(name.tr.render(words), Given(field, value)) for value, words in pairs)

    buttons, more = said(likely), said(others)
    return buttons[:MOST_BUTTONS], (*buttons[MOST_BUTTONS:], *more)


Pairs = list[tuple[object, Value]]
Choice = tuple[Pairs, Pairs]


def _levels(_: Checked, __: Reference) -> Choice:
    def said(levels: Iterable[int]) -> Pairs:
        return [(level, msg("Bac+{level}", level=level) if level else msg("Bac")) for level in levels]

    return said(range(2, 6)), said((0, 1, 6, 7, 8))


def _credits(_: Checked, __: Reference) -> Choice:
    def said(amounts: Iterable[int]) -> Pairs:
        return [(Decimal(amount), msg("{credits} ECTS", credits=amount)) for amount in amounts]

    return said((120, 180, 240, 300)), said((60, 90, 150, 210, 270, 360))


def _fields(checked: Checked, reference: Reference) -> Choice:
    """Fields that a school names come first."""
    asked = dict.fromkeys(slug for slug in _asked(checked) if slug in reference.fields)
    others = sorted(slug for slug in reference.fields if slug not in asked)

    def said(slugs: Iterable[str]) -> Pairs:
        return [((slug,), reference.fields[slug].name) for slug in slugs]

    return said(asked), said(others)


def _asked(checked: Checked) -> Iterable[str]:
    for programme in checked.programmes:
        for entry in programme.programme.entry_points:
            for leaf in leaves(entry.requirements) if entry.requirements else ():
                if isinstance(leaf.test, Field):
                    yield from leaf.test.of


def _countries(_: Checked, reference: Reference) -> Choice:
    countries: Pairs = list(reference.countries.items())
    return [pair for pair in countries if pair[0] == "FR"] or [("FR", msg("France"))], [
        pair for pair in countries if pair[0] != "FR"
    ]


def _residences(_: Checked, __: Reference) -> Choice:
    return [(residence, residence) for residence in Residence], []


def _years(_: Checked, __: Reference) -> Choice:
    said: Pairs = [(0, msg("Less than a year")), (1, msg("1 year")), (2, msg("2 years or more"))]
    return said, []


def _numbers(_: Checked, __: Reference) -> Choice:
    return [], []


_CHOICES: dict[str, Callable[[Checked, Reference], Choice]] = {
    "qualification.level": _levels,
    "qualification.credits": _credits,
    "qualification.fields": _fields,
    "qualification.country": _countries,
    "person.residence": _residences,
    "person.years_in_france": _years,
    "person.age": _numbers,
}
