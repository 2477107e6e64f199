"""The fields of the strip: how each is read from a student and written into one. Needs no Qt.

Field keys are those that findings and questions use, so that the one to ask next can be marked here.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias, cast

from advisor_app.domain.student import LanguageSkill, Qualification, Residence, Standing, Student
from advisor_app.domain.text import Message, msg

FieldKey: TypeAlias = Literal[
    "qualification.level",
    "qualification.fields",
    "qualification.country",
    "qualification.title",
    "qualification.status",
    "qualification.credits",
    "languages",
    "wishes.format",
    "wishes.campus",
    "wishes.start",
    "wishes.budget_per_year",
    "person.residence",
    "person.years_in_france",
    "person.age",
]

CEFR = ("A1", "A2", "B1", "B2", "C1", "C2")

Spoken: TypeAlias = "tuple[str, str]"
"""A language's code and a CEFR level."""


@dataclass(frozen=True, slots=True)
class Title:
    """A row of the qualification table, with the levels it is usually treated as, and whether the level is official."""

    id: str
    country: str
    low: int | None = None
    high: int | None = None
    official: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StripField:
    """``name`` is said to assistive technology, ``gap`` stands on the chip while nothing is given.

    ``keys`` open the picker: the digit, and what a French keyboard sends from the same key. ``number`` means that any whole
    number between the bounds can be typed. ``chip`` is the field on whose chip this one is shown, where it has none of its own;
    ``asked_of`` says whether a gap is worth a place in this student's strip.
    """

    key: FieldKey
    name: Message
    gap: Message
    icon: str
    keys: tuple[str, ...]
    wish: bool = False
    number: tuple[int, int] | None = None
    chip: FieldKey | None = None
    asked_of: Callable[[Student], bool] = lambda _student: True
    get: Callable[[Student], object | None]
    put: Callable[[Student, object | None], Student]

    @property
    def shortcut(self) -> str:
        """The key as it is written next to the action."""
        return self.keys[0]


def first_qualification(student: Student) -> Qualification:
    """The qualification that the strip shows and changes."""
    return student.qualifications[0] if student.qualifications else Qualification()


def _with_first(student: Student, changed: Qualification) -> Student:
    others = student.qualifications[1:]
    kept = () if changed.empty and not others else (changed,)
    return replace(student, qualifications=(*kept, *others))


def _put_level(student: Student, value: object | None) -> Student:
    """A level typed here stands for itself, so a title picked before, and the years that went with it, no longer hold."""
    level = None if value is None else int(str(value))
    return _with_first(student, replace(first_qualification(student), level=level, title=None, years=None))


def _put_fields(student: Student, value: object | None) -> Student:
    fields = () if value is None else cast("tuple[str, ...]", value)
    return _with_first(student, replace(first_qualification(student), fields=fields))


def _put_country(student: Student, value: object | None) -> Student:
    """A diploma's title belongs to its country."""
    country = None if value is None else str(value)
    first = first_qualification(student)
    title = first.title if country is not None and country == first.country else None
    return _with_first(student, replace(first, country=country, title=title))


def _put_title(student: Student, value: object | None) -> Student:
    """A title brings its own level and years; those given by hand would stand before them, so they go where it has a level."""
    first = first_qualification(student)
    if not isinstance(value, Title):
        return _with_first(student, replace(first, title=None))
    changed = replace(first, title=value.id, country=value.country)
    return _with_first(student, changed if value.low is None else replace(changed, level=None, years=None))


def _get_status(student: Student) -> object | None:
    """The date at which a diploma in progress is expected, or that it is in progress; nothing for one that is held."""
    first = first_qualification(student)
    return None if first.status is Standing.HELD else first.expected or first.status


def _put_status(student: Student, value: object | None) -> Student:
    expected = value if isinstance(value, date) else None
    status = Standing.IN_PROGRESS if expected or value is Standing.IN_PROGRESS else Standing.HELD
    return _with_first(student, replace(first_qualification(student), status=status, expected=expected))


def _put_credits(student: Student, value: object | None) -> Student:
    """Credits given here are ECTS."""
    credits_ = None if value is None else Decimal(str(value))
    return _with_first(student, replace(first_qualification(student), credits=credits_, credit_system=None))


def _get_languages(student: Student) -> tuple[Spoken, ...] | None:
    """Every language, with its level or the test that was taken."""
    said = tuple((skill.lang, skill.cefr or skill.test or "") for skill in student.languages)
    return said or None


def _put_language(student: Student, value: object | None) -> Student:
    """One language more, or another level of one; nothing takes all of them out."""
    if value is None:
        return replace(student, languages=())
    lang, level = cast("Spoken", value)
    skill = LanguageSkill(lang=lang, cefr=level)
    if any(one.lang == lang for one in student.languages):
        return replace(student, languages=tuple(skill if one.lang == lang else one for one in student.languages))
    return replace(student, languages=(*student.languages, skill))


def _put_budget(student: Student, value: object | None) -> Student:
    budget = None if value is None else Decimal(str(value))
    return replace(student, wishes=replace(student.wishes, budget_per_year=budget))


def _put_residence(student: Student, value: object | None) -> Student:
    """Years in France only matter to, and are only known of, somebody who comes from outside the EU."""
    residence = None if value is None else Residence(str(value))
    years = student.years_in_france if residence is Residence.OTHER else None
    return replace(student, residence=residence, years_in_france=years)


def _put_format(student: Student, value: object | None) -> Student:
    return replace(student, wishes=replace(student.wishes, format=_word(value)))


def _put_campus(student: Student, value: object | None) -> Student:
    return replace(student, wishes=replace(student.wishes, campus=_word(value)))


def _put_start(student: Student, value: object | None) -> Student:
    return replace(student, wishes=replace(student.wishes, start=_word(value)))


def _put_years_in_france(student: Student, value: object | None) -> Student:
    return replace(student, years_in_france=None if value is None else int(str(value)))


def _put_age(student: Student, value: object | None) -> Student:
    return replace(student, age=None if value is None else int(str(value)))


def _word(value: object | None) -> str | None:
    return None if value is None else str(value)


FIELDS: tuple[StripField, ...] = (
    StripField(
        key="qualification.level",
        name=msg("Level"),
        gap=msg("Level"),
        icon="graduation-cap",
        keys=("Ctrl+1", "Ctrl+&"),
        get=lambda student: first_qualification(student).level,
        put=_put_level,
    ),
    StripField(
        key="qualification.fields",
        name=msg("Field of study"),
        gap=msg("Field"),
        icon="book-open",
        keys=("Ctrl+2", "Ctrl+É"),
        get=lambda student: first_qualification(student).fields or None,
        put=_put_fields,
    ),
    StripField(
        key="qualification.country",
        name=msg("Country of the qualification"),
        gap=msg("Country"),
        icon="globe",
        keys=("Ctrl+3", 'Ctrl+"'),
        get=lambda student: first_qualification(student).country,
        put=_put_country,
    ),
    StripField(
        key="qualification.status",
        name=msg("Held or in progress"),
        gap=msg("In progress?"),
        icon="clock",
        keys=("Ctrl+I",),
        asked_of=lambda student: not first_qualification(student).empty,
        get=_get_status,
        put=_put_status,
    ),
    StripField(
        key="qualification.credits",
        name=msg("Credits"),
        gap=msg("Credits"),
        icon="coins",
        keys=("Ctrl+4", "Ctrl+'"),
        number=(0, 999),
        get=lambda student: first_qualification(student).credits,
        put=_put_credits,
    ),
    StripField(
        key="languages",
        name=msg("Languages"),
        gap=msg("Languages"),
        icon="languages",
        keys=("Ctrl+5", "Ctrl+("),
        get=_get_languages,
        put=_put_language,
    ),
    StripField(
        key="wishes.format",
        name=msg("Format"),
        gap=msg("Format"),
        icon="briefcase",
        keys=("Ctrl+6", "Ctrl+-"),
        wish=True,
        get=lambda student: student.wishes.format,
        put=_put_format,
    ),
    StripField(
        key="wishes.campus",
        name=msg("Campus"),
        gap=msg("Campus"),
        icon="map-pin",
        keys=("Ctrl+7", "Ctrl+È"),
        wish=True,
        get=lambda student: student.wishes.campus,
        put=_put_campus,
    ),
    StripField(
        key="wishes.start",
        name=msg("Start"),
        gap=msg("Start"),
        icon="calendar",
        keys=("Ctrl+8", "Ctrl+_"),
        wish=True,
        get=lambda student: student.wishes.start,
        put=_put_start,
    ),
    StripField(
        key="wishes.budget_per_year",
        name=msg("Budget per year"),
        gap=msg("Budget"),
        icon="wallet",
        keys=("Ctrl+9", "Ctrl+Ç"),
        wish=True,
        number=(0, 200_000),
        get=lambda student: student.wishes.budget_per_year,
        put=_put_budget,
    ),
    StripField(
        key="person.residence",
        name=msg("Residence"),
        gap=msg("Residence"),
        icon="house",
        keys=("Ctrl+0", "Ctrl+À"),
        get=lambda student: student.residence,
        put=_put_residence,
    ),
    StripField(
        key="person.years_in_france",
        name=msg("Years in France"),
        gap=msg("Years in France"),
        icon="hourglass",
        keys=("Ctrl+Y",),
        asked_of=lambda student: student.residence is Residence.OTHER,
        get=lambda student: student.years_in_france,
        put=_put_years_in_france,
    ),
    StripField(
        key="person.age",
        name=msg("Age"),
        gap=msg("Age"),
        icon="cake",
        keys=("Ctrl+G",),
        number=(14, 99),
        get=lambda student: student.age,
        put=_put_age,
    ),
)

_TITLE = StripField(
    key="qualification.title",
    name=msg("Diploma"),
    gap=msg("Diploma"),
    icon="graduation-cap",
    keys=("Ctrl+3",),
    chip="qualification.country",
    get=lambda student: first_qualification(student).title,
    put=_put_title,
)

BY_KEY: dict[str, StripField] = {field.key: field for field in (*FIELDS, _TITLE)}
"""Every field by its key, those that share a chip too."""
