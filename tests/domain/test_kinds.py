"""Every kind of requirement, held against students who meet it, do not, or of whom too little is known."""

from dataclasses import fields
from decimal import Decimal

import pytest

from advisor_app.domain.reference import Reference
from advisor_app.domain.reference import TestBand as Band
from advisor_app.domain.requirements.base import KINDS, Answer, Candidate, FindingStatus, kind
from advisor_app.domain.requirements.base import Test as Condition
from advisor_app.domain.requirements.kinds import load
from advisor_app.domain.requirements.kinds.aptitude_test import AptitudeTest
from advisor_app.domain.requirements.kinds.award import AwardType, Institution, InstitutionType
from advisor_app.domain.requirements.kinds.degree_length import DegreeLength
from advisor_app.domain.requirements.kinds.grade import Grade
from advisor_app.domain.requirements.kinds.language import Language
from advisor_app.domain.requirements.kinds.language import TestMinimum as Minimum
from advisor_app.domain.requirements.kinds.person import Age, Document, Experience, OfResidence, PriorLearning
from advisor_app.domain.requirements.kinds.subject_credits import SubjectCredits
from advisor_app.domain.student import Grade as Given
from advisor_app.domain.student import LanguageSkill, Qualification, Residence, Student
from advisor_app.domain.student import SubjectCredits as Taken
from advisor_app.domain.student import TestScore as Score
from tests.domain.samples import REFERENCE
from tests.domain.wording import said

MET, TO_CONFIRM, UNKNOWN, NOT_MET = FindingStatus
D = Decimal


def band(test: str, scale: str, cefr: str, low: str, high: str) -> Band:
    return Band(
        lang="en", test=test, scale=scale, cefr=cefr, minimum=D(low), maximum=D(high), certainty="verified-in-source", source=""
    )


BANDS = (
    band("TOEFL", "0-120", "B2", "72", "94"),
    band("TOEFL", "0-120", "C1", "95", "120"),
    band("TOEFL", "1-6", "B2", "4", "4.5"),
    band("TOEFL", "1-6", "C1", "5", "6"),
    band("IELTS", "0-9", "B2", "5.5", "6.5"),
    band("IELTS", "0-9", "C1", "6.5", "8.0"),
)
KNOWN = Reference(fields=REFERENCE.fields, language_tests=BANDS)


def q(**given: object) -> Student:
    return Student(qualifications=(Qualification(**given),))  # type: ignore[arg-type]


def english(**skill: object) -> Student:
    return Student(languages=(LanguageSkill(lang="en", **skill),))  # type: ignore[arg-type]


def check(test: Condition, student: Student) -> Answer:
    basis = student.qualifications[0] if student.qualifications else None
    return test.check(Candidate(student=student, basis=basis, reference=KNOWN))


LAW_CREDITS = SubjectCredits("law", D(60))
B2 = Language("en", "B2")
IELTS = Language("en", tests=(Minimum("IELTS", D("6.5")),))
OLD_TOEFL = Language("en", tests=(Minimum("TOEFL", D(90)),))

CASES = [
    (DegreeLength(D(3)), q(years=D(3)), MET),
    (DegreeLength(D(3)), q(years=D(2)), NOT_MET),
    (DegreeLength(D(3)), q(level=3), UNKNOWN),  # a level is not a length
    (LAW_CREDITS, q(subject_credits=(Taken("public-law", D(40)), Taken("tax-law", D(20)))), MET),
    (LAW_CREDITS, q(subject_credits=(Taken("law", D(30)), Taken("economics", D(60)))), NOT_MET),
    (LAW_CREDITS, q(fields=("law",)), UNKNOWN),
    (AwardType(("master", "engineer")), q(award="engineer"), MET),
    (AwardType(("master",)), q(award="rncp_title"), NOT_MET),
    (AwardType(("master",)), q(level=5), UNKNOWN),  # a level is not an award
    (InstitutionType(("university",)), q(institution_type="university"), MET),
    (InstitutionType(("university",)), q(institution_type="private_school"), NOT_MET),
    (InstitutionType(("university",)), q(), UNKNOWN),
    (Institution(("Sciences Po",)), q(institution="sciences po"), MET),
    (Institution(("Sciences Po",)), q(institution="IEP de Paris"), TO_CONFIRM),  # a school has many names
    (Institution(("Sciences Po",)), q(), UNKNOWN),
    (Grade(D(12), D(20)), q(grade=Given(D(12), D(20))), MET),
    (Grade(D(12), D(20), strict=True), q(grade=Given(D(12), D(20))), NOT_MET),
    (Grade(D(12), D(20)), q(grade=Given(D(11), D(20))), NOT_MET),
    (Grade(D(12), D(20)), q(grade=Given(D(1), D(4))), TO_CONFIRM),  # a converted grade never refuses anyone
    (Grade(D(12), D(20)), q(), UNKNOWN),
    (Age(minimum=18), Student(age=18), MET),
    (Age(maximum=30), Student(age=31), NOT_MET),
    (Age(18, 30), Student(age=17), NOT_MET),
    (Age(18, 30), Student(), UNKNOWN),
    (OfResidence((Residence.FRENCH, Residence.EU)), Student(residence=Residence.EU), MET),
    (OfResidence((Residence.FRENCH,)), Student(residence=Residence.OTHER), NOT_MET),
    (OfResidence((Residence.FRENCH,)), Student(), UNKNOWN),
    (Experience(12), Student(experience_months=24), TO_CONFIRM),  # the school decides what is relevant
    (Experience(12), Student(experience_months=11), NOT_MET),
    (Experience(12), Student(), UNKNOWN),
    (PriorLearning(), Student(prior_learning=True), TO_CONFIRM),
    (PriorLearning(), Student(prior_learning=False), NOT_MET),
    (PriorLearning(), Student(), UNKNOWN),
    (Document("Transcript"), Student(documents=("transcript",)), MET),
    (Document("Transcript"), Student(documents=()), NOT_MET),
    (Document("Transcript"), Student(), UNKNOWN),
    (AptitudeTest("GMAT", D(600)), Student(tests=(Score("gmat", D(550)), Score("GMAT", D(610)))), MET),
    (AptitudeTest("GMAT", D(600)), Student(tests=(Score("GMAT", D(590)),)), NOT_MET),
    (AptitudeTest("GMAT", D(600)), Student(tests=(Score("GRE", D(330)),)), UNKNOWN),
    (B2, english(cefr="C1"), MET),
    (B2, english(cefr="B1"), NOT_MET),
    (B2, Student(languages=(LanguageSkill(lang="fr", cefr="C2"),)), UNKNOWN),
    (B2, english(test="IELTS", score=D(7)), TO_CONFIRM),  # a table of correspondence, not the test itself
    (Language("en", "C1"), english(test="IELTS", score=D(6)), NOT_MET),
    (Language("en", "C1"), english(test="IELTS", score=D("6.5")), NOT_MET),  # of overlapping bands the lower
    (B2, english(test="IELTS"), TO_CONFIRM),
    (B2, english(test="Cambridge", score=D(190)), TO_CONFIRM),
    (IELTS, english(test="IELTS", score=D("6.5")), MET),
    (IELTS, english(test="IELTS", score=D(6)), NOT_MET),
    (IELTS, english(test="TOEFL", score=D(100)), TO_CONFIRM),
    (IELTS, english(cefr="C2"), TO_CONFIRM),
    (IELTS, english(cefr="B1"), NOT_MET),
    (OLD_TOEFL, english(test="TOEFL", score=D("4.5")), TO_CONFIRM),  # the scale of January 2026
    (OLD_TOEFL, english(test="TOEFL", score=D(89)), NOT_MET),
    (Language("en", tests=(Minimum("TOEFL", D(5), "1-6"),)), english(test="TOEFL", score=D(100)), TO_CONFIRM),
]


@pytest.mark.parametrize(("test", "student", "status"), CASES)
def test_status(test: Condition, student: Student, status: FindingStatus) -> None:
    answer = check(test, student)
    assert answer.status is status
    assert said(answer.reason).endswith((".", "?"))
    assert said(test.asked(KNOWN))
    assert bool(answer.needs) is (status is UNKNOWN)


def test_every_kind_has_its_cases() -> None:
    tried = {type(test) for test, _, _ in CASES}
    elsewhere = {"level", "credits", "field", "motivation"}  # tests/domain/test_attainment.py
    assert {name for name, cls in load().items() if cls not in tried} == elsewhere


@pytest.mark.parametrize(("test", "student"), [(test, student) for test, student, status in CASES if status is NOT_MET])
def test_the_change_offered_really_turns_the_condition(test: Condition, student: Student) -> None:
    change = check(test, student).change
    if change is None:  # nothing that the student could change
        assert isinstance(test, Age | OfResidence | Language)
        return
    where, _, name = change.field.partition(".")
    if where == "qualification":
        turned = q(**{name: change.value})
    elif where == "languages":
        turned = Student(languages=(change.value,))  # type: ignore[arg-type]
    else:
        turned = Student(**{name: change.value})  # type: ignore[arg-type]
    better = check(test, turned).status
    assert better.rank < NOT_MET.rank or (isinstance(test, Grade) and test.strict)


@pytest.mark.parametrize(
    "test",
    [
        DegreeLength(D(0)),
        SubjectCredits("lwa", D(60)),
        SubjectCredits("law", D(0)),
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
    assert test.problems(KNOWN)


@pytest.mark.parametrize("test", [test for test, _, _ in CASES])
def test_sensible_parameters_are_left_alone(test: Condition) -> None:
    assert test.problems(KNOWN) == ()


def test_a_kind_is_a_frozen_dataclass_with_a_name_of_its_own() -> None:
    for cls in load().values():
        assert fields(cls) is not None  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="two kinds"):
        kind("level")(type("Another", (), {}))
    assert KINDS["level"].__name__ == "Level"


def test_conditions_read_like_a_sentence() -> None:
    assert said(Age(18, 30).asked(KNOWN)) == "Aged 18 to 30"
    assert said(Age(maximum=30).asked(KNOWN)) == "Aged 30 at most"
    assert said(Grade(D(12), D(20), strict=True).asked(KNOWN)) == "Grade above 12/20"
    assert said(Language("en", "B2", (Minimum("IELTS", D("6.5")),)).asked(KNOWN)) == "English: B2 or IELTS 6.5"
    assert said(check(B2, english(test="IELTS")).has) == "IELTS"
