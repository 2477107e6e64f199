"""A student with one more fact: an answer to a question, or the what-if of a way forward. Needs no Qt."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from advisor_app.domain.requirements.base import Change
from advisor_app.domain.student import Qualification, Residence, Student


@dataclass(frozen=True, slots=True)
class Given:
    """A field of the student, by the name that findings and questions use for it, and what it becomes."""

    field: str
    value: object


def with_given(student: Student, given: Given, basis: Qualification | None = None) -> Student:
    """``student`` with that field changed; of several qualifications ``basis`` is the one that changes, else the first.

    Raises KeyError for a field that nobody asks about.
    """
    return _SETTERS[given.field](student, given.value, basis)


def with_changes(student: Student, changes: Iterable[Change], basis: Qualification | None) -> Student:
    """``student`` with every change made to the same qualification."""
    for change in changes:
        place = _place(student, basis)
        student = with_given(student, Given(change.field, change.value), basis)
        basis = student.qualifications[place] if student.qualifications else None
    return student


def knows(field: str) -> bool:
    """Whether this field can be set here."""
    return field in _SETTERS


def _place(student: Student, basis: Qualification | None) -> int:
    known = basis is not None and basis in student.qualifications
    return student.qualifications.index(basis) if known and basis is not None else 0


def _qualified(student: Student, basis: Qualification | None, **changes: object) -> Student:
    all_ = list(student.qualifications or (Qualification(),))
    place = _place(student, basis)
    all_[place] = replace(all_[place], **changes)  # type: ignore[arg-type]  # the setters below name real fields
    return replace(student, qualifications=tuple(all_))


def _level(student: Student, value: object, basis: Qualification | None) -> Student:
    return _qualified(student, basis, level=value)


def _credits(student: Student, value: object, basis: Qualification | None) -> Student:
    """Credits are asked for, and therefore given, in ECTS."""
    return _qualified(student, basis, credits=Decimal(str(value)), credit_system=None)


def _fields(student: Student, value: object, basis: Qualification | None) -> Student:
    return _qualified(student, basis, fields=tuple(value) if isinstance(value, tuple) else (value,))


def _country(student: Student, value: object, basis: Qualification | None) -> Student:
    return _qualified(student, basis, country=value)


def _residence(student: Student, value: object, _: Qualification | None) -> Student:
    return replace(student, residence=Residence(str(value)))


def _years(student: Student, value: object, _: Qualification | None) -> Student:
    return replace(student, years_in_france=int(str(value)))


def _age(student: Student, value: object, _: Qualification | None) -> Student:
    return replace(student, age=int(str(value)))


_SETTERS: dict[str, Callable[[Student, object, Qualification | None], Student]] = {
    "qualification.level": _level,
    "qualification.credits": _credits,
    "qualification.fields": _fields,
    "qualification.country": _country,
    "person.residence": _residence,
    "person.years_in_france": _years,
    "person.age": _age,
}
