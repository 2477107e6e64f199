"""A student with something changed: an answer just given, or an improvement that is only supposed.

The real student is never touched: students are immutable, and every function returns another one.
"""

from collections.abc import Iterable
from dataclasses import fields, replace
from decimal import Decimal
from typing import TypeVar

from advisor_app.domain.requirements.base import FACTS, Change
from advisor_app.domain.student import Qualification, Student

QUALIFICATION, LANGUAGES, TESTS = "qualification", "languages", "tests"

T = TypeVar("T", Student, Qualification)


def answered(student: Student, field: str, value: object, basis: Qualification | None = None) -> Student:
    """``student`` with ``field`` (``qualification.level``, ``person.age``, ``languages.en``, ``tests.GMAT``) set to ``value``.

    Of several qualifications ``basis`` is the one that changes, else the first; a first one is made where there is none.
    Raises ``TypeError`` for a field that students do not have.
    """
    where, _, name = field.partition(".")
    if where == QUALIFICATION:
        return _on_qualification(student, basis, name, value)
    if where == LANGUAGES:
        others = tuple(skill for skill in student.languages if skill.lang != name)
        return replace(student, languages=(*others, value))  # type: ignore[arg-type]  # a LanguageSkill, by the field's name
    if where == TESTS:
        kept = tuple(score for score in student.tests if score.test.casefold() != name.casefold())
        return replace(student, tests=(*kept, value))  # type: ignore[arg-type]  # a TestScore, by the field's name
    if name in FACTS:
        return student.told(name, value)  # type: ignore[arg-type]  # of the fact's own type
    return _replaced(student, name, value)


def improved(student: Student, changes: Iterable[Change], basis: Qualification | None) -> Student:
    """``student`` with every change made to the same qualification. What is there already and better is kept."""
    place = _place(student, basis)
    for change in changes:
        where, _, name = change.field.partition(".")
        current = student.qualifications[place] if place < len(student.qualifications) else Qualification()
        held: object = student.fact(name) if name in FACTS else getattr(current if where == QUALIFICATION else student, name, None)
        student = answered(student, change.field, _better(held, change.value), current if student.qualifications else None)
    return student


def rebased(supposed: Student, before: Student, after: Student) -> Student:
    """What ``supposed`` would be had it begun from ``after`` instead of ``before``: what it changed stays, the rest follows.

    A what-if that is kept goes on standing beside the real student, of whom more and more is told. Diplomas follow one by one, as
    long as there are as many of them.
    """
    changed = _following(supposed, before, after)
    counts = {len(one.qualifications) for one in (supposed, before, after)}
    if len(counts) > 1:
        return changed
    triples = zip(supposed.qualifications, before.qualifications, after.qualifications, strict=True)
    return replace(changed, qualifications=tuple(_following(*three) for three in triples))


def _following(supposed: T, before: T, after: T) -> T:
    return replace(
        supposed,
        **{
            field.name: getattr(after, field.name)
            for field in fields(supposed)
            if getattr(supposed, field.name) == getattr(before, field.name)
        },
    )


def _better(held: object, wanted: object) -> object:
    """Lists are joined and numbers never lowered; anything else is replaced."""
    if isinstance(held, tuple) and isinstance(wanted, tuple):
        return tuple(dict.fromkeys((*held, *wanted)))
    if isinstance(held, int | Decimal) and isinstance(wanted, int | Decimal) and not isinstance(held, bool):
        return max(held, wanted)
    return wanted


def _on_qualification(student: Student, basis: Qualification | None, name: str, value: object) -> Student:
    all_ = list(student.qualifications or (Qualification(),))
    place = _place(student, basis)
    changed = _replaced(all_[place], name, value)
    all_[place] = replace(changed, credit_system=None) if name == "credits" else changed  # what is answered is in ECTS
    return replace(student, qualifications=tuple(all_))


def _place(student: Student, basis: Qualification | None) -> int:
    return student.qualifications.index(basis) if basis is not None and basis in student.qualifications else 0


def _replaced(of: T, name: str, value: object) -> T:
    return replace(of, **{name: value})  # type: ignore[arg-type]  # the names are those of the fields
