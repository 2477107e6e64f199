"""Student files: what is known about one student, in TOML. The README shows one with every key."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from advisor_app.domain.reference import QualificationRow, Reference
from advisor_app.domain.requirements.base import FACTS
from advisor_app.domain.requirements.kinds import load
from advisor_app.domain.requirements.kinds.award import AWARD_TYPES, INSTITUTION_TYPES
from advisor_app.domain.requirements.kinds.language import CEFR, PARTS
from advisor_app.domain.student import (
    Fact,
    Grade,
    LanguageSkill,
    PartScore,
    Qualification,
    Residence,
    Student,
    SubjectCredits,
    TestScore,
    Wishes,
)
from advisor_app.domain.text import Message, msg
from advisor_app.interchange.languages import LANGUAGES
from advisor_app.interchange.source_problems import Key, SourceProblems, nearest
from advisor_app.interchange.structuring import Rule, Wrong, Wrongs, strict_converter, structure, unknown_keys, unknown_value
from advisor_app.interchange.toml_files import read_toml

LIMIT = 200_000  # bytes
MOST_QUALIFICATIONS = 20
MOST_FIELDS = 20
FORMATS = ("initial", "alternance")
_START = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])")
_SCALE = re.compile(r"(\d+)-(\d+)")

# Country codes that people write and ISO 3166-1 does not know.
_SAID_CODES = {"UK": "GB", "EL": "GR", "EN": "GB"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Person:
    residence: Residence | None = None
    years_in_france: int | None = None
    age: int | None = None
    experience_months: int | None = None
    prior_learning: bool | None = None
    documents: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Score:
    test: str
    score: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    person: _Person = field(default_factory=_Person)
    qualification: tuple[Qualification, ...] = ()
    wishes: Wishes = field(default_factory=Wishes)


def read_student(path: Path, reference: Reference, campuses: Collection[str]) -> Student:
    """The student that a file describes. ``campuses`` are the identifiers that the catalogue knows.

    Raises SourceProblems with everything that is wrong, each with its line and the nearest valid values.
    """
    file = read_toml(path, limit=LIMIT)
    try:
        return student_of(file.data, reference, campuses)
    except Wrongs as error:
        raise SourceProblems(file.problem(wrong.key, wrong.what, wrong.nearest) for wrong in error.wrongs) from error


def student_of(data: Mapping[str, Any], reference: Reference, campuses: Collection[str]) -> Student:
    """The student that the keys of a student file describe. Raises Wrongs with everything that is wrong."""
    converter = strict_converter(floats=True, rules=_rules(reference, campuses))
    rest = dict(data)
    wrongs: list[Wrong] = []
    languages = _languages(rest.pop("languages", {}), reference, wrongs)
    tests = _tests(rest.pop("tests", {}), wrongs)
    facts = _facts(rest, wrongs)
    made = _File()
    try:
        made = structure(converter, rest, _File)
    except Wrongs as error:
        wrongs += error.wrongs
    if wrongs:
        raise Wrongs(wrongs)
    person = made.person
    return Student(
        residence=person.residence,
        years_in_france=person.years_in_france,
        age=person.age,
        qualifications=tuple(_with_system(each, reference) for each in made.qualification),
        languages=languages,
        tests=tests,
        experience_months=person.experience_months,
        prior_learning=person.prior_learning,
        documents=person.documents,
        facts=facts,
        wishes=made.wishes,
    )


def _with_system(qualification: Qualification, reference: Reference) -> Qualification:
    """Other names of a credit system lead to the one that the tables use."""
    named = reference.credit_system(qualification.credit_system or "")
    return replace(qualification, credit_system=named.id) if named else qualification


def _rules(reference: Reference, campuses: Collection[str]) -> Mapping[type, Rule]:
    return {
        _File: _file,
        _Person: _person,
        Qualification: lambda made, _: _qualification(made, reference),
        Grade: _grade,
        SubjectCredits: lambda made, _: _from_to("credits", made.credits, 0, 2000),
        Wishes: lambda made, _: _wishes(made, campuses),
    }


def _file(made: _File, _: Mapping[str, Any]) -> Iterator[Wrong]:
    if len(made.qualification) > MOST_QUALIFICATIONS:
        yield Wrong(msg("at most {count} qualifications can be given", count=MOST_QUALIFICATIONS), ("qualification",))


def _person(made: _Person, _: Mapping[str, Any]) -> Iterator[Wrong]:
    yield from _from_to("years_in_france", made.years_in_france, 0, 120)
    yield from _from_to("age", made.age, 10, 120)
    yield from _from_to("experience_months", made.experience_months, 0, 720)


def _from_to(key: str, value: int | Decimal | None, least: int, most: int) -> Iterator[Wrong]:
    if value is not None and not least <= value <= most:
        closest = str(least if value < least else most)
        what = msg("a number from {least} to {most} is expected, not {value}", least=str(least), most=str(most), value=str(value))
        yield Wrong(what, (key,), (closest,))


def _qualification(made: Qualification, reference: Reference) -> Iterator[Wrong]:
    if made.country is not None and made.country not in reference.countries:
        yield _unknown_country(made.country, reference)
    yield from _title(made, reference)
    yield from _from_to("level", made.level, 0, 8)
    yield from _from_to("credits", made.credits, 0, 2000)
    yield from _from_to("degree_credits", made.degree_credits, 1, 2000)
    yield from _from_to("years", made.years, 0, 20)
    system = made.credit_system
    if system is not None and system != "ECTS" and reference.credit_system(system) is None:
        yield unknown_value(system, ("ECTS", *reference.credit_systems), ("credit_system",))
    if len(made.fields) > MOST_FIELDS:
        yield Wrong(msg("at most {count} fields of study can be given", count=MOST_FIELDS), ("fields",))
    for place, slug in enumerate(made.fields[:MOST_FIELDS]):
        if slug not in reference.fields:
            yield _unknown_field(slug, reference, ("fields", place))
    if made.expected is not None:
        yield from _from_to("expected", made.expected.year, 1950, 2100)
    yield from _unknown_key("award", made.award, AWARD_TYPES)
    yield from _unknown_key("institution_type", made.institution_type, INSTITUTION_TYPES)
    for place, taken in enumerate(made.subject_credits):
        if taken.field not in reference.fields:
            yield _unknown_field(taken.field, reference, ("subject_credits", place, "field"))


def _grade(made: Grade, _: Mapping[str, Any]) -> Iterator[Wrong]:
    yield from _from_to("scale", made.scale, 1, 1000)
    # A best mark of 6 or less may be the lowest figure, as the German 1.
    yield from _from_to("value", made.value, 0, max(int(made.scale), 1) if made.scale > 6 else 6)


def _unknown_key(key: str, value: str | None, known: Collection[str]) -> Iterator[Wrong]:
    if value is not None and value not in known:
        yield unknown_value(value, known, (key,))


def _unknown_country(code: str, reference: Reference) -> Wrong:
    names = {name: code for code, text in reference.countries.items() for name in (code, text.fr, text.en)}
    if code.upper() in {*reference.countries, *_SAID_CODES}:
        near: Iterable[str] = [_SAID_CODES.get(code.upper(), code.upper())]
    else:
        near = dict.fromkeys(names[name] for name in nearest(code, names))
    return Wrong(msg("there is no country “{code}”; codes are those of ISO 3166-1", code=code), ("country",), tuple(near))


def _unknown_field(slug: str, reference: Reference, key: Key) -> Wrong:
    names = {name: each.id for each in reference.fields.values() for name in (each.id, each.name.fr, each.name.en)}
    near = tuple(dict.fromkeys(names[name] for name in nearest(slug, names)))
    return Wrong(msg("there is no field of study “{slug}”", slug=slug), key, near)


def _title(made: Qualification, reference: Reference) -> Iterator[Wrong]:
    row = reference.qualification(made.title or "")
    if made.title is not None and row is None:
        near = _near_titles(made.title, made.country, reference)
        yield Wrong(msg("the qualification table has no row “{title}”", title=made.title), ("title",), near)
    elif row is not None and made.country not in {None, row.country}:
        near = _near_titles(row.title, made.country, reference)
        yield Wrong(_elsewhere(row), ("title",), near)


def _elsewhere(row: QualificationRow) -> Message:
    return msg("“{title}” is a qualification of {country}, not of the country given", title=row.id, country=row.country_name)


def _near_titles(title: str, country: str | None, reference: Reference) -> tuple[str, ...]:
    """Rows of the same country first: a title such as “Bachelor” exists in dozens."""
    rows = [row for row in reference.qualifications.values() if country in {None, row.country}] or reference.qualifications.values()
    names = {name: f"{row.id} ({row.title})" for row in rows for name in (row.id, row.title)}
    return tuple(dict.fromkeys(names[name] for name in nearest(title, names)))


def _wishes(made: Wishes, campuses: Collection[str]) -> Iterator[Wrong]:
    if made.format is not None and made.format not in FORMATS:
        yield unknown_value(made.format, FORMATS, ("format",))
    if made.campus is not None and made.campus not in campuses:
        yield unknown_value(made.campus, sorted(campuses), ("campus",))
    if made.start is not None and not _START.fullmatch(made.start):
        yield Wrong(msg("a year and a month such as “2027-09” are expected, not “{value}”", value=made.start), ("start",))
    yield from _from_to("budget_per_year", made.budget_per_year, 0, 1_000_000)


# --- facts that kinds of requirement bring along, tests and languages


def _facts(rest: dict[str, Any], wrongs: list[Wrong]) -> tuple[Fact, ...]:
    """Takes out of ``[person]`` what kinds of requirement ask for beside the keys that always exist."""
    load()
    person = rest.get("person")
    if not isinstance(person, dict):
        return ()
    rest["person"] = {key: value for key, value in person.items() if key not in FACTS}
    facts = []
    for name in FACTS.keys() & person.keys():
        try:
            facts.append(Fact(name, structure(strict_converter(floats=True, rules={}), person[name], FACTS[name].type_)))
        except Wrongs as error:
            wrongs += (Wrong(wrong.what, ("person", name, *wrong.key), wrong.nearest) for wrong in error.wrongs)
    return tuple(sorted(facts, key=lambda fact: fact.name))


def _tests(data: object, wrongs: list[Wrong]) -> tuple[TestScore, ...]:
    """Aptitude tests: a name and a score each."""
    if not isinstance(data, dict):
        wrongs.append(Wrong(msg("a table is expected here: [tests]"), ("tests",)))
        return ()
    scores = []
    for test, value in data.items():
        try:
            scores.append(TestScore(test, structure(strict_converter(floats=True, rules={}), value, Decimal)))
        except Wrongs as error:
            wrongs += (Wrong(wrong.what, ("tests", test, *wrong.key), wrong.nearest) for wrong in error.wrongs)
    return tuple(scores)


def _languages(data: object, reference: Reference, wrongs: list[Wrong]) -> tuple[LanguageSkill, ...]:
    if not isinstance(data, dict):
        wrongs.append(Wrong(msg("a table is expected here: [languages]"), ("languages",)))
        return ()
    skills = []
    for lang, value in data.items():
        try:
            skills.append(_language(lang, value, reference))
        except Wrongs as error:
            wrongs += (Wrong(wrong.what, ("languages", lang, *wrong.key), wrong.nearest) for wrong in error.wrongs)
    return tuple(skills)


def _language(lang: str, value: object, reference: Reference) -> LanguageSkill:
    if lang not in LANGUAGES:
        names = {name: code for code, english in LANGUAGES.items() for name in (code, english)}
        near = tuple(dict.fromkeys(names[name] for name in nearest(lang, names)))
        raise Wrongs([Wrong(msg("there is no language “{code}”; codes are those of ISO 639-1", code=lang), (), near)])
    if isinstance(value, dict):
        given = dict(value)
        parts = _parts(given.pop("parts", {}))
        score = structure(strict_converter(floats=True, rules={}), given, _Score)
        if wrongs := list(_score(lang, score, reference)):
            raise Wrongs(wrongs)
        return LanguageSkill(lang=lang, test=score.test, score=score.score, parts=parts)
    if not isinstance(value, str) or value not in CEFR:
        raise Wrongs([unknown_value(value, CEFR)])
    return LanguageSkill(lang=lang, cefr=value)


def _parts(data: object) -> tuple[PartScore, ...]:
    """The score of each part of a test that is given."""
    if not isinstance(data, dict):
        raise Wrongs([Wrong(msg("a table of the test’s parts is expected here"), ("parts",))])
    if wrongs := list(unknown_keys(data.keys() - PARTS.keys(), PARTS, ("parts",))):
        raise Wrongs(wrongs)
    try:
        scores = structure(strict_converter(floats=True, rules={}), data, dict[str, Decimal])
    except Wrongs as error:
        raise Wrongs(Wrong(wrong.what, ("parts", *wrong.key), wrong.nearest) for wrong in error.wrongs) from error
    return tuple(PartScore(part, scores[part]) for part in PARTS if part in scores)


def _score(lang: str, made: _Score, reference: Reference) -> Iterator[Wrong]:
    scales = {band.scale for band in reference.language_tests if (band.lang, band.test) == (lang, made.test)}
    if not scales:
        yield unknown_value(made.test, sorted({band.test for band in reference.language_tests if band.lang == lang}), ("test",))
    elif scales == {"diploma"}:
        yield Wrong(msg("{test} is passed at a level: give the level itself, such as “B2”", test=made.test), ("test",))
    elif made.score is not None and not any(_on_scale(made.score, scale) for scale in scales):
        what = msg(
            "no score of {test} is {score}; its scale is {scale}",
            test=made.test,
            score=str(made.score),
            scale=" / ".join(sorted(scales)),
        )
        yield Wrong(what, ("score",))


def _on_scale(score: Decimal, scale: str) -> bool:
    bounds = _SCALE.fullmatch(scale)
    return bounds is None or int(bounds[1]) <= score <= int(bounds[2])
