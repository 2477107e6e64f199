"""A what-if in one sentence: what is supposed, and how many routes open and close. Needs no Qt."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from advisor_app.domain.student import Student
from advisor_app.domain.text import msg_n
from advisor_app.ui.strip.fields import FIELDS, StripField, first_qualification
from advisor_app.ui.strip.options import Options, chip_text, sentence, title_of
from advisor_app.ui.words import Words

if TYPE_CHECKING:  # only a name here, and the window paints before the services are read
    from advisor_app.services.what_if import Moves


def supposed_said(actual: Student, supposed: Student, moves: "Moves | None", options: Options, words: Words) -> str:
    """``What if: Bac+4 — 7 routes open up, 0 close``; without ``moves`` only what is supposed."""
    if actual == supposed:
        return words.tr("What if: change any fact of the student; the real situation is kept.")
    change = change_said(actual, supposed, options, words)
    if moves is None:
        return words.tr("What if: {change}", change=change)
    return words.tr("What if: {change} — {moves}", change=change, moves=moves_said(moves, words))


def change_said(actual: Student, supposed: Student, options: Options, words: Words) -> str:
    """What tells the supposed student from the real one, which is a what-if's name: ``Bac+4, 31 years old``."""
    return ", ".join(dict.fromkeys(_changes(actual, supposed, options, words)))


def moves_said(moves: "Moves", words: Words) -> str:
    """``7 routes open up, 0 close``."""
    opened = words.tr_n("{count} route opens up", "{count} routes open up", moves.opened)
    closed = words.tr_n("{count} closes", "{count} close", moves.closed)
    return f"{opened}, {closed}"


def _changes(actual: Student, supposed: Student, options: Options, words: Words) -> Iterator[str]:
    """As the chips of the strip say it, the diploma's title first; then what has no chip."""
    before, after = first_qualification(actual), first_qualification(supposed)
    title = title_of(after.title, options) if after.title != before.title else None
    if title is not None:
        yield sentence(words.render(title.label))
    for field in FIELDS:
        value = field.get(supposed)
        if value != field.get(actual) and not (title is not None and _goes_with_title(field)):
            yield _change(field, value, actual, options, words)
    yield from _without_chip(actual, supposed, words)


def _goes_with_title(field: StripField) -> bool:
    """A title brings its country, and its own level."""
    return field.key in {"qualification.level", "qualification.country"}


def _change(field: StripField, value: object | None, actual: Student, options: Options, words: Words) -> str:
    if value is None:
        return words.tr("{field}: not given", field=field.name)
    if field.key == "languages" and isinstance(value, tuple):
        known = field.get(actual)
        new = tuple(one for one in value if not isinstance(known, tuple) or one not in known)
        return chip_text(field.key, new or value, options, words)
    return chip_text(field.key, value, options, words)


def _without_chip(actual: Student, supposed: Student, words: Words) -> Iterator[str]:
    """What only some programmes ask for has no chip, and is named in words."""
    before, after = first_qualification(actual), first_qualification(supposed)
    if supposed.experience_months != actual.experience_months and supposed.experience_months is not None:
        months = supposed.experience_months
        yield words.render(msg_n("{count} month of experience", "{count} months of experience", months))
    if supposed.prior_learning != actual.prior_learning and supposed.prior_learning:
        yield words.tr("Prior learning recognised")
    yield from (name for name in supposed.documents or () if name not in (actual.documents or ()))
    yield from (words.tr("{test} {score}", test=one.test, score=one.score) for one in supposed.tests if one not in actual.tests)
    if after.grade != before.grade and after.grade is not None:
        yield words.tr("Grade {value}/{scale}", value=after.grade.value, scale=after.grade.scale)
    if _bare(actual) != _bare(supposed):
        yield words.tr("another diploma")


def _bare(student: Student) -> tuple[object, ...]:
    """Of a student's diplomas what has neither a chip nor a name of its own. A title brings its years."""
    first = first_qualification(student)
    years = first.years if first.title is None else None
    return (first.award, first.institution, first.institution_type, first.subject_credits, years, student.qualifications[1:])
