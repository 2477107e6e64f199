from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from advisor_app.domain.reference import Reference
from advisor_app.domain.student import Grade, LanguageSkill, Qualification, Residence, Standing, Student, SubjectCredits, Wishes
from advisor_app.domain.student import TestScore as Score
from advisor_app.interchange.source_files import read_catalogue
from advisor_app.interchange.source_problems import SourceProblems
from advisor_app.interchange.student_file import LIMIT, read_student
from tests.interchange.said import lines

CAMPUSES = ("paris", "lyon", "paris-la-defense")
FULL = """
[person]
residence = "other"
years_in_france = 0
age = 22

[[qualification]]
country = "GB"
title = "GB-077"
level = 3
credits = 360
credit_system = "CATS"
years = 3
fields = ["oceanography"]
status = "held"
expected = 2027-06-30

[languages]
fr = "B2"
en = { test = "IELTS", score = 6.5 }

[wishes]
format = "alternance"
campus = "paris"
start = "2027-09"
budget_per_year = "9000"
"""


@pytest.fixture(scope="module")
def reference() -> Reference:
    return read_catalogue(Path(__file__).parent.parent / "catalogues" / "made_up").reference


def read(folder: Path, text: str, reference: Reference) -> Student:
    path = folder / "student.toml"
    path.write_text(text, encoding="utf-8")
    return read_student(path, reference, CAMPUSES)


def test_every_key(tmp_path: Path, reference: Reference) -> None:
    assert read(tmp_path, FULL, reference) == Student(
        residence=Residence.OTHER,
        years_in_france=0,
        age=22,
        qualifications=(
            Qualification(
                country="GB",
                title="GB-077",
                level=3,
                credits=Decimal(360),
                credit_system="CATS",
                years=Decimal(3),
                fields=("oceanography",),
                status=Standing.HELD,
                expected=date(2027, 6, 30),
            ),
        ),
        languages=(LanguageSkill(lang="fr", cefr="B2"), LanguageSkill(lang="en", test="IELTS", score=Decimal("6.5"))),
        wishes=Wishes(format="alternance", campus="paris", start="2027-09", budget_per_year=Decimal(9000)),
    )


def test_every_key_may_be_left_out(tmp_path: Path, reference: Reference) -> None:
    assert read(tmp_path, "", reference) == Student()
    assert read(tmp_path, "[person]\n[languages]\n[wishes]\n", reference).empty
    assert read(tmp_path, "[[qualification]]\n", reference).qualifications == (Qualification(),)


def test_other_names_of_a_credit_system_are_known(tmp_path: Path, reference: Reference) -> None:
    assert read(tmp_path, FULL.replace('"CATS"', '"akts"'), reference).qualifications[0].credit_system == "ECTS"
    assert read(tmp_path, '[[qualification]]\ncredit_system = "ECTS"', Reference()).qualifications[0].credit_system == "ECTS"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("[person]", "[persons]", "student.toml:2: persons: this key is not known; did you mean “person”?"),
        ("age = 22", "aeg = 22", "student.toml:5: person.aeg: this key is not known; did you mean “age”?"),
        (
            "credits = 360",
            "credit = 360",
            "student.toml:11: qualification[1].credit: this key is not known; did you mean “credits”",
        ),
        ('country = "GB"', 'country = "UK"', "student.toml:8: qualification[1].country: there is no country “UK”"),
        ('country = "GB"', 'country = "UK"', "codes are those of ISO 3166-1; did you mean “GB”?"),
        ('country = "GB"', 'country = "gb"', "did you mean “GB”?"),
        ('country = "GB"', 'country = "Royaume Uni"', "did you mean “GB”?"),
        ('country = "GB"', 'country = "FR"', "title: “GB-077” is a qualification of United Kingdom, not of the country given"),
        (
            '"oceanography"',
            '"oceanographie"',
            ":14: qualification[1].fields[1]: there is no field of study “oceanographie”; did you mean “oceanography”?",
        ),
        (
            '"GB-077"',
            '"GB-77"',
            "qualification[1].title: the qualification table has no row “GB-77”; did you mean “GB-077 (Bachelor (Honours))”?",
        ),
        ('"GB-077"', '"bachelor honours"', "did you mean “GB-077 (Bachelor (Honours))”?"),
        ("level = 3", "level = 9", "qualification[1].level: a number from 0 to 8 is expected, not 9; did you mean “8”?"),
        ("level = 3", 'level = "Bac+3"', "qualification[1].level: a whole number without quotation marks is expected, not Bac+3"),
        ("level = 3", "level = true", "qualification[1].level: a whole number"),
        ("credits = 360", "credits = -1", "qualification[1].credits: a number from 0 to 2000 is expected, not -1"),
        ("credits = 360", "credits = nan", "qualification[1].credits: a number such as"),
        ('"CATS"', '"CAST"', "qualification[1].credit_system: “CAST” is not known here; did you mean “CATS”"),
        ('status = "held"', 'status = "hold"', "qualification[1].status: “hold” is not known here; did you mean “held”?"),
        ("expected = 2027-06-30", 'expected = "2027-06-30"', "qualification[1].expected: a date such as 2026-09-01"),
        ('residence = "other"', 'residence = "europe"', "person.residence: “europe” is not known here; did you mean “eu”?"),
        ("age = 22", "age = 220", "person.age: a number from 10 to 120 is expected, not 220"),
        ('fr = "B2"', 'fr = "B3"', "languages.fr: “B3” is not known here; known are A1 and A2 and B1"),
        (
            'fr = "B2"',
            'french = "B2"',
            "languages.french: there is no language “french”; codes are those of ISO 639-1; did you mean “fr”",
        ),
        ('"IELTS"', '"IETLS"', "languages.en.test: “IETLS” is not known here; did you mean “IELTS”?"),
        ("score = 6.5", "score = 65", "languages.en.score: no score of IELTS is 65; its scale is 0-9"),
        ("score = 6.5", "scores = 6.5", "languages.en.scores: this key is not known; did you mean “score”?"),
        (
            'format = "alternance"',
            'format = "alternence"',
            "wishes.format: “alternence” is not known here; did you mean “alternance”?",
        ),
        ('campus = "paris"', 'campus = "pari"', "wishes.campus: “pari” is not known here; did you mean “paris”"),
        ('"2027-09"', '"09/2027"', "wishes.start: a year and a month such as “2027-09” are expected, not “09/2027”"),
        ('"9000"', '"9 000 €"', "wishes.budget_per_year: a number such as"),
        ("[languages]\nfr", "languages = 1\n[other]\nfr", "languages"),
    ],
)
def test_each_mistake_is_named(tmp_path: Path, reference: Reference, old: str, new: str, expected: str) -> None:
    assert old in FULL
    with pytest.raises(SourceProblems) as caught:
        read(tmp_path, FULL.replace(old, new, 1), reference)
    found = lines(caught.value)
    assert any(expected in line for line in found), found


def test_every_mistake_is_named_at_once(tmp_path: Path, reference: Reference) -> None:
    with pytest.raises(SourceProblems) as caught:
        read(tmp_path, FULL.replace("age = 22", "age = 1").replace('"B2"', '"B9"').replace("level = 3", "level = 30"), reference)
    assert [line.split(": ")[1] for line in lines(caught.value)] == ["person.age", "qualification[1].level", "languages.fr"]


def test_sizes_are_limited(tmp_path: Path, reference: Reference) -> None:
    for text, expected in (
        ("#" * (LIMIT + 1), "the file is larger than 200 kB"),
        ("[[qualification]]\n" * 21, "at most 20 qualifications can be given"),
        ("[[qualification]]\nfields = [" + '"law", ' * 21 + "]", "at most 20 fields of study can be given"),
    ):
        with pytest.raises(SourceProblems) as caught:
            read(tmp_path, text, reference)
        assert expected in lines(caught.value)[0]


def test_no_file(tmp_path: Path, reference: Reference) -> None:
    with pytest.raises(SourceProblems) as caught:
        read_student(tmp_path / "x.toml", reference, CAMPUSES)
    assert lines(caught.value) == [f"{tmp_path}/x.toml: there is no such file"]


def test_a_row_of_the_table_may_be_given_by_another_of_its_names(tmp_path: Path, reference: Reference) -> None:
    student = read(tmp_path, '[[qualification]]\ncountry = "GB"\ntitle = "UK-004"\n', reference)
    assert student.qualifications[0].title == "UK-004"


MORE = """
[person]
experience_months = 18
prior_learning = false
documents = ["transcript"]

[[qualification]]
award = "bachelor"
institution = "Sciences Po"
institution_type = "political_studies"
grade = { value = 13.5, scale = 20 }
subject_credits = [{ field = "oceanography", credits = 40 }]

[tests]
GMAT = 620
"""


def test_what_only_some_requirements_ask_for(tmp_path: Path, reference: Reference) -> None:
    assert read(tmp_path, MORE, reference) == Student(
        qualifications=(
            Qualification(
                award="bachelor",
                institution="Sciences Po",
                institution_type="political_studies",
                grade=Grade(Decimal("13.5"), Decimal(20)),
                subject_credits=(SubjectCredits("oceanography", Decimal(40)),),
            ),
        ),
        tests=(Score("GMAT", Decimal(620)),),
        experience_months=18,
        prior_learning=False,
        documents=("transcript",),
    )


def test_a_grade_on_a_scale_whose_best_mark_is_the_lowest(tmp_path: Path, reference: Reference) -> None:
    german = read(tmp_path, "[[qualification]]\ngrade = { value = 2.3, scale = 1 }", reference)
    assert german.qualifications[0].grade == Grade(Decimal("2.3"), Decimal(1))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[[qualification]]\naward = "batchelor"', "did you mean “bachelor”"),
        ('[[qualification]]\ninstitution_type = "univ"', "“univ” is not known here"),
        ('[[qualification]]\nsubject_credits = [{ field = "oceanografy", credits = 3 }]', "did you mean “oceanography”"),
        ('[[qualification]]\nsubject_credits = [{ field = "oceanography", credits = -3 }]', "a number from 0 to 2000"),
        ("[[qualification]]\ngrade = { value = 25, scale = 20 }", "grade.value: a number from 0 to 20 is expected, not 25"),
        ("[[qualification]]\ngrade = { value = 5, scale = 0 }", "grade.scale: a number from 1 to 1000"),
        ("[[qualification]]\ngrade = { value = -1, scale = 20 }", "grade.value: a number from 0 to 20"),
        ('[tests]\nGMAT = "high"', "a number such as"),
        ("tests = 3", "a table is expected here"),
        ("[person]\nexperience_months = 9999", "a number from 0 to 720"),
    ],
)
def test_their_mistakes_are_named_too(tmp_path: Path, reference: Reference, text: str, words: str) -> None:
    with pytest.raises(SourceProblems) as caught:
        read(tmp_path, text, reference)
    assert words in " ".join(lines(caught.value))
