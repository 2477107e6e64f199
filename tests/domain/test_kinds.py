"""Every kind of requirement, held against the cases of tests/cases/kinds: one file a kind, which anyone may add to."""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.base import KINDS, Answer, Candidate, FindingStatus, kind
from advisor_app.domain.requirements.base import Test as Condition
from advisor_app.domain.requirements.kinds import load
from advisor_app.domain.requirements.kinds.aptitude_test import AptitudeTest
from advisor_app.domain.requirements.kinds.award import AwardType, InstitutionType
from advisor_app.domain.requirements.kinds.degree_length import DegreeLength
from advisor_app.domain.requirements.kinds.grade import Grade
from advisor_app.domain.requirements.kinds.language import Language
from advisor_app.domain.requirements.kinds.language import TestMinimum as Minimum
from advisor_app.domain.requirements.kinds.person import Age, Document, Experience, OfResidence
from advisor_app.domain.requirements.kinds.subject_credits import SubjectCredits
from advisor_app.domain.requirements.tree import Leaf, Node
from advisor_app.domain.student import LanguageSkill, Student
from advisor_app.domain.what_if import improved
from advisor_app.interchange.requirement_trees import register
from advisor_app.interchange.source_files import read_catalogue
from advisor_app.interchange.structuring import strict_converter, structure
from advisor_app.interchange.student_file import student_of
from tests.domain.wording import said

ROOT = Path(__file__).parents[2]
D = Decimal
FOLDER = ROOT / "tests" / "cases" / "kinds"


@dataclass(frozen=True)
class Case:
    """One case of a file, with the condition and the student that it describes."""

    name: str
    leaf: Leaf
    student: Student
    expect: FindingStatus
    reason: str | None

    def answer(self, student: Student | None = None) -> Answer:
        held = self.student if student is None else student
        basis = held.qualifications[0] if held.qualifications else None
        return self.leaf.test.check(Candidate(student=held, basis=basis, reference=reference()))


@cache
def reference() -> Reference:
    return read_catalogue(ROOT / "data" / "catalogue").reference


def case(name: str, written: dict[str, Any]) -> Case:
    converter = strict_converter(floats=False, rules={})
    register(converter)
    leaf: object = structure(converter, written["asked"], Node)  # type: ignore[arg-type]  # mypy takes a union for no class
    assert isinstance(leaf, Leaf)
    student = student_of(written["student"], reference(), ())
    return Case(name, leaf, student, FindingStatus(written["expect"]), written.get("reason"))


@cache
def cases() -> tuple[Case, ...]:
    files = {
        file.stem: tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)["case"]
        for file in sorted(FOLDER.glob("*.toml"))
    }
    return tuple(case(f"{name}-{number}", one) for name, many in files.items() for number, one in enumerate(many, start=1))


def named(one: Case) -> str:
    return one.name


@pytest.mark.parametrize("one", cases(), ids=named)
def test_case(one: Case) -> None:
    answer = one.answer()
    assert answer.status is one.expect
    assert bool(answer.needs) is (answer.status is FindingStatus.UNKNOWN)
    assert said(answer.reason).endswith((".", "?"))
    assert said(one.leaf.test.asked(reference()))
    if one.reason:
        assert said(answer.reason) == one.reason


def test_every_kind_has_a_file_of_cases_with_every_answer_that_it_can_give() -> None:
    assert {file.stem for file in FOLDER.glob("*.toml")} == set(load())
    for name in set(load()) - {"motivation", "prior_learning", "experience", "institution"}:
        given = {one.expect for one in cases() if one.leaf.kind == name}
        assert {FindingStatus.MET, FindingStatus.NOT_MET, FindingStatus.UNKNOWN} <= given, name


@pytest.mark.parametrize("one", [one for one in cases() if one.expect is FindingStatus.NOT_MET], ids=named)
def test_the_change_offered_really_turns_the_condition(one: Case) -> None:
    change = one.answer().change
    if change is None:  # nothing that the student could change
        assert isinstance(one.leaf.test, Age | OfResidence | Language)
        return
    basis = one.student.qualifications[0] if one.student.qualifications else None
    assert one.answer(improved(one.student, (change,), basis)).status is not FindingStatus.NOT_MET


@pytest.mark.parametrize(
    "test",
    [
        DegreeLength(D(0)),
        SubjectCredits("lwa", D(60)),
        AwardType(("magister",)),
        InstitutionType(("castle",)),
        Grade(D(21), D(20)),
        Grade(D(1), D(0)),
        Age(),
        Age(30, 18),
        OfResidence(()),
        Experience(0),
        Document(" "),
        AptitudeTest("GMAT", D(0)),
        Language("en"),
        Language("en", "B7"),
        Language("en", tests=(Minimum("TOFEL", D(90)),)),
    ],
)
def test_parameters_that_make_no_sense_are_found_when_a_catalogue_is_built(test: Condition) -> None:
    assert test.problems(reference())


@pytest.mark.parametrize("one", cases(), ids=named)
def test_sensible_parameters_are_left_alone(one: Case) -> None:
    assert one.leaf.test.problems(reference()) == ()


def test_two_kinds_cannot_share_a_name() -> None:
    with pytest.raises(ValueError, match="two kinds"):
        kind("level")(type("Another", (), {}))
    assert KINDS["level"].__name__ == "Level"


def asked(written: dict[str, Any]) -> str:
    return said(case("one", {"asked": written, "student": {}, "expect": "unknown"}).leaf.test.asked(reference()))


def test_conditions_read_like_a_sentence() -> None:
    assert asked({"kind": "age", "minimum": 18, "maximum": 30}) == "Aged 18 to 30"
    assert asked({"kind": "age", "maximum": 30}) == "Aged 30 at most"
    assert asked({"kind": "grade", "minimum": 12, "scale": 20, "strict": True}) == "Grade above 12/20"
    ielts = {"kind": "language", "lang": "en", "cefr": "B2", "tests": [{"test": "IELTS", "minimum": "6.5"}]}
    assert asked(ielts) == "English: B2 or IELTS 6.5"


def test_a_test_that_no_table_has_is_for_the_school_to_decide() -> None:
    student = Student(languages=(LanguageSkill(lang="en", test="PTE", score=D(60)),))
    answer = Language("en", "B2").check(Candidate(student=student, basis=None, reference=reference()))
    assert answer.status is FindingStatus.TO_CONFIRM
    assert said(answer.has) == "PTE 60"
