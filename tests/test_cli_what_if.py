"""A what-if on the command line: what is laid over the student, and what moves."""

from pathlib import Path

import pytest

from tests.command import SEED, Advisor


@pytest.fixture
def advisor(capsys: pytest.CaptureFixture[str]) -> Advisor:
    return Advisor(SEED, capsys)


def student_file(folder: Path) -> Path:
    file = folder / "student.toml"
    file.write_text(
        '[person]\nresidence = "other"\nyears_in_france = 0\n[[qualification]]\ncountry = "FR"\nlevel = 3\nfields = ["law"]\n',
        encoding="utf-8",
    )
    return file


def test_a_what_if_stands_beside_the_actual_student(advisor: Advisor, tmp_path: Path) -> None:
    file = student_file(tmp_path)
    actual = advisor("check", file, "--json").data
    supposed = advisor("check", file, "--json", "--what-if", "qualification.level=4").data
    what_if = supposed.pop("what_if")
    assert supposed == actual, "what the contract promises stays as it is"
    assert (what_if["opened"], what_if["closed"]) == (13, 0)
    assert {(move["entry"], move["before"], move["verdict"]) for move in what_if["moved"]} == {
        ("msc2", "not_yet", "to_confirm"),
        ("m2", "not_yet", "can_apply"),
    }
    assert [route["verdict"] for route in what_if["routes"]].count("can_apply") == 16
    assert what_if["ask_next"]["field"] == "person.age"


def test_a_what_if_says_in_words_what_moves(advisor: Advisor, tmp_path: Path) -> None:
    ran = advisor(
        "check", student_file(tmp_path), "--lang", "en", "--what-if", "person.years_in_france=1", "--what-if", "person.age=20"
    )
    assert "What if: person.years_in_france=1; person.age=20 0 routes open up, 0 close" in ran.words
    assert "law: closed → nothing against it" in ran.words


def test_a_what_if_can_be_a_file(advisor: Advisor, tmp_path: Path) -> None:
    other = tmp_path / "what-if.toml"
    other.write_text('[languages]\nen = "C1"\n[[qualification]]\ntitle = "GB-077"\ncountry = "GB"\n', encoding="utf-8")
    ran = advisor("check", student_file(tmp_path), "--json", "--what-if", other).data
    assert {route["verdict"] for route in ran["what_if"]["routes"]} == {"to_confirm", "not_yet"}


@pytest.mark.parametrize(
    ("what_if", "names"),
    [
        ("qualification.levl=4", "--what-if: qualification[1].levl"),
        ('qualification.fields=["pubic-law"]', "public-law"),
        ("=4", "“=4”"),
        ("a.b.c.d=4", "“a.b.c.d=4”"),
        ("nowhere.toml", "nowhere.toml: there is no such file"),
        ("person=4", "--what-if: person"),
        ("qualification=[3]", "--what-if: qualification"),
        ("languages.en=Z9", "--what-if: languages.en"),
        ("person.age=" + "[" * 5000, "--what-if: person.age"),
    ],
)
def test_a_wrong_what_if_is_one_line(advisor: Advisor, tmp_path: Path, what_if: str, names: str) -> None:
    ran = advisor("check", student_file(tmp_path), "--lang", "en", "--what-if", what_if)
    assert names in ran.problem
    assert ran.out == ""
