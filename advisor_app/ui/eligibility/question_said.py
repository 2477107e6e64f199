"""The one question to ask next, with its answers in words. Needs no Qt."""

from dataclasses import dataclass
from decimal import Decimal

from advisor_app.domain.ask_next import Question, ask_next
from advisor_app.domain.quantities import LanguageName
from advisor_app.domain.text import Message, Value
from advisor_app.domain.what_if import answered
from advisor_app.services.check import Checked
from advisor_app.ui.eligibility.answers_said import Typed, asked_by, choice
from advisor_app.ui.itemmodels.naming import Namer
from advisor_app.ui.strip.fields import BY_KEY

MOST_BUTTONS = 5


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
    """``answers`` are the likeliest, ``others`` the rest of them where the strip has no picker of its own.

    ``more`` says that there are any; ``typed`` is set where a number is typed.
    """

    field: str
    bears_on: str
    question: str
    answers: tuple[AnswerSaid, ...]
    others: tuple[AnswerSaid, ...]
    more: bool
    typed: Typed | None
    then: str


def question_said(checked: Checked, name: Namer) -> QuestionSaid | None:
    question = checked.ask_next
    if question is None:
        return None
    answers, more, typed = _choice(question.field, checked, name)
    return QuestionSaid(
        field=question.field,
        bears_on=_bears_on(question, name),
        question=name.tr.render(question.ask),
        answers=answers,
        others=() if question.field in BY_KEY else more,
        more=bool(more),
        typed=typed,
        then=_then(question, checked, name, _leaves_most_open(question.field, (*answers, *more), typed)),
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
        "qualification.grade": tr("Grade"),
        "qualification.years": tr("Length of the degree"),
        "qualification.institution": tr("School"),
        "qualification.institution_type": tr("Kind of school"),
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


def _leaves_most_open(field: str, answers: tuple[AnswerSaid, ...], typed: Typed | None) -> Given | None:
    """The last of the first answers, or the highest number."""
    if answers:
        return answers[min(len(answers), MOST_BUTTONS) - 1].given
    return None if typed is None else Given(field, typed.value(Decimal(typed.high)))


def _then(question: Question, checked: Checked, name: Namer, given: Given | None) -> str:
    """What would be asked after that answer."""
    if given is None:
        return ""
    subject = name.subjects[checked.programmes[0].programme.id]
    after = answered(checked.student, given.field, given.value)
    following = ask_next((one.programme for one in checked.programmes), after, subject.reference)
    if following is None or following.field == question.field:
        return ""
    return name.tr.tr("then: {field}", field=field_name(following.field, name))


def _choice(field: str, checked: Checked, name: Namer) -> tuple[tuple[AnswerSaid, ...], tuple[AnswerSaid, ...], Typed | None]:
    """The likeliest answers, the others, and the number that may be typed."""
    reference = name.subjects[checked.programmes[0].programme.id].reference
    found = choice(field, asked_by(checked, reference))

    def said(value: object, words: Value) -> AnswerSaid:
        kept = name.tr.render(value) if isinstance(value, Message) else value
        return AnswerSaid(name.tr.sentence(words), Given(field, kept))

    buttons = tuple(said(*pair) for pair in found.likely)
    others = tuple(said(*pair) for pair in found.others)
    return buttons[:MOST_BUTTONS], (*buttons[MOST_BUTTONS:], *others), found.typed
