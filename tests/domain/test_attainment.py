"""What a diploma stands for: level and credits are worked out apart, and doubts stay."""

from datetime import date
from decimal import Decimal

import pytest

from advisor_app.domain.attainment import Attained, Doubt, credits_of, is_foreign, level_of
from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.base import Answer, Candidate, FindingStatus
from advisor_app.domain.requirements.kinds.credits import Credits
from advisor_app.domain.requirements.kinds.field import Field
from advisor_app.domain.requirements.kinds.level import Level
from advisor_app.domain.requirements.kinds.motivation import Motivation
from advisor_app.domain.student import Qualification, Standing, Student
from advisor_app.domain.text import same
from tests.domain.samples import REFERENCE, row
from tests.domain.wording import said

MET, TO_CONFIRM, UNKNOWN, NOT_MET = FindingStatus


def attained(low: int, high: int | None = None, *doubts: Doubt) -> Attained:
    return Attained(Decimal(low), Decimal(low if high is None else high), frozenset(doubts))


@pytest.mark.parametrize(
    ("qualification", "expected"),
    [
        (Qualification(), None),
        (Qualification(level=3), attained(3)),
        (Qualification(level=3, country="FR"), attained(3)),
        (Qualification(level=3, country="GB"), attained(3, 3, Doubt.FOREIGN)),
        (Qualification(level=3, status=Standing.IN_PROGRESS), attained(3, 3, Doubt.IN_PROGRESS)),
        (Qualification(title="FR-licence"), attained(3)),
        (Qualification(title="IN-bachelor"), attained(2, 3, Doubt.FOREIGN)),
        (Qualification(title="IN-bachelor", level=4), attained(4, 4, Doubt.FOREIGN)),
        (Qualification(title="FR-prepa"), attained(2, 2, Doubt.NO_DIPLOMA)),
        (Qualification(title="no such row"), None),
    ],
)
def test_level(qualification: Qualification, expected: Attained | None) -> None:
    assert level_of(qualification, REFERENCE) == expected


@pytest.mark.parametrize(
    ("qualification", "expected"),
    [
        (Qualification(), None),
        (Qualification(credits=Decimal(150)), attained(150)),
        (Qualification(credits=Decimal(360), credit_system="CATS"), attained(180)),
        (Qualification(level=4), attained(240)),
        (Qualification(level=8), attained(300)),  # a doctorate brings no credits of its own
        (Qualification(level=3, country="GB"), attained(180, 180, Doubt.ESTIMATE)),
        (Qualification(years=Decimal(2)), attained(120, 120, Doubt.ESTIMATE)),
        (Qualification(title="FR-licence"), attained(180)),
        (Qualification(title="GB-ordinary"), attained(150, 150, Doubt.USUAL)),
        (Qualification(title="IN-bachelor"), attained(120, 180, Doubt.USUAL)),
        (Qualification(title="XX-unknown"), None),
        # Hours have no national ratio: the years count instead.
        (
            Qualification(credits=Decimal(3000), credit_system="BR-hours", country="BR", years=Decimal(4)),
            attained(240, 240, Doubt.ESTIMATE),
        ),
        (Qualification(credits=Decimal(90), status=Standing.IN_PROGRESS), attained(90, 90, Doubt.IN_PROGRESS)),
        # No fixed ratio: so many make a year, or so many the whole degree.
        (Qualification(credits=Decimal(80), credit_system="CN-xuefen"), attained(120, 137, Doubt.ESTIMATE)),
        (
            Qualification(credits=Decimal(75), credit_system="CN-xuefen", degree_credits=Decimal(150), years=Decimal(4)),
            attained(120, 120, Doubt.ESTIMATE),
        ),
        (Qualification(credits=Decimal(100), credit_system="KR-hakjeom"), attained(175, 175, Doubt.CONVERTED)),
        (Qualification(credits=Decimal(100), credit_system="no-such-system"), None),
    ],
)
def test_credits(qualification: Qualification, expected: Attained | None) -> None:
    assert credits_of(qualification, REFERENCE) == expected


@pytest.mark.parametrize(
    ("qualification", "foreign"),
    [
        (Qualification(), None),
        (Qualification(country="FR"), False),
        (Qualification(country="SN"), True),
        (Qualification(title="FR-licence"), False),
    ],
)
def test_foreign_is_what_is_not_french_and_unknown_is_neither(qualification: Qualification, foreign: bool | None) -> None:
    assert is_foreign(qualification, REFERENCE) is foreign


def check(test: Level | Credits | Field | Motivation, **qualification: object) -> Answer:
    basis = Qualification(**qualification) if qualification else None  # type: ignore[arg-type]
    return test.check(Candidate(student=Student(), basis=basis, reference=REFERENCE))


@pytest.mark.parametrize(
    ("qualification", "status", "reason"),
    [
        ({"level": 3}, MET, "The diploma is at the level asked for."),
        ({"level": 5}, MET, "Bac+5 is above the Bac+3 asked for."),
        ({"level": 2}, NOT_MET, "The diploma is 1 year short of the Bac+3 asked for."),
        ({"level": 0}, NOT_MET, "The diploma is 3 years short of the Bac+3 asked for."),
        ({"country": "GB"}, UNKNOWN, "The level of the diploma is not given."),
        ({"title": "IN-bachelor"}, TO_CONFIRM, "A foreign diploma has no legal equivalence in France; the school compares it."),
        ({"level": 3, "status": Standing.IN_PROGRESS}, TO_CONFIRM, "The diploma is not obtained yet."),
        (
            {"level": 3, "status": Standing.IN_PROGRESS, "expected": date(2027, 6, 30)},
            TO_CONFIRM,
            "The diploma is not obtained yet; it is expected on 30 June 2027.",
        ),
    ],
)
def test_level_reasons(qualification: dict[str, object], status: FindingStatus, reason: str) -> None:
    answer = check(Level(3), **qualification)
    assert (answer.status, said(answer.reason)) == (status, reason)


def test_years_without_a_diploma_are_for_the_school_to_decide() -> None:
    answer = check(Level(2), title="FR-prepa")
    assert (answer.status, said(answer.reason)) == (TO_CONFIRM, "These years give credits but no diploma; the school decides.")


@pytest.mark.parametrize(
    ("qualification", "status", "reason"),
    [
        ({"level": 3}, MET, "The 180 credits asked for are there."),
        ({"level": 2}, NOT_MET, "60 ECTS credits short of the 180 asked for."),
        ({"title": "GB-ordinary"}, NOT_MET, "30 ECTS credits short of the 180 asked for."),
        ({"title": "IN-bachelor"}, TO_CONFIRM, "These are the credits that this diploma usually carries; the school decides."),
        ({"fields": ("law",)}, UNKNOWN, "The number of credits is not given."),
    ],
)
def test_credit_reasons(qualification: dict[str, object], status: FindingStatus, reason: str) -> None:
    answer = check(Credits(Decimal(180)), **qualification)
    assert (answer.status, said(answer.reason)) == (status, reason)


@pytest.mark.parametrize(
    ("fields", "status", "reason"),
    [
        (("tax-law",), MET, "tax-law is among the fields asked for."),
        (("law",), TO_CONFIRM, "law is broader than what is asked for; which branch: public-law?"),
        (("computing", "law"), TO_CONFIRM, "law is broader than what is asked for; which branch: public-law?"),
        (("computing",), NOT_MET, "computing is not among the fields asked for."),
        ((), UNKNOWN, "The field of the diploma is not given."),
    ],
)
def test_a_narrower_field_fits_a_broader_one_is_to_confirm(fields: tuple[str, ...], status: FindingStatus, reason: str) -> None:
    answer = check(Field(("public-law", "economics")), level=3, fields=fields)
    assert (answer.status, said(answer.reason)) == (status, reason)


def test_what_the_student_has_is_said_with_its_doubts() -> None:
    assert said(check(Level(3), title="IN-bachelor").has) == "usually treated as Bac+2 or Bac+3"
    assert said(check(Level(3), level=3, country="GB").has) == "usually treated as Bac+3"
    assert said(check(Credits(Decimal(1)), title="IN-bachelor").has) == "between 120 and 180 ECTS, estimated"
    assert said(check(Credits(Decimal(1)), title="GB-ordinary").has) == "usually 150 ECTS"
    assert said(check(Credits(Decimal(1)), level=2).has) == "120 ECTS"


def test_nobody_can_check_a_motivation() -> None:
    assert check(Motivation(same("keen"))).status is TO_CONFIRM


@pytest.mark.parametrize(
    ("test", "key"),
    [(Level(9), "minimum"), (Level(-1), "minimum"), (Credits(Decimal(0)), "minimum"), (Field(("lwa",)), "of")],
)
def test_a_parameter_that_makes_no_sense_is_named_with_values_that_would_do(test: Level | Credits | Field, key: str) -> None:
    [invalid] = test.problems(REFERENCE)
    assert invalid.key == key
    assert invalid.valid


@pytest.mark.parametrize("test", [Level(3), Credits(Decimal(180)), Field(("law",)), Motivation(same("keen"))])
def test_sensible_parameters_have_no_problems(test: Level | Credits | Field | Motivation) -> None:
    assert test.problems(REFERENCE) == ()


def test_a_french_diploma_that_counts_for_two_levels_is_for_the_school_to_decide() -> None:
    between = Reference(qualifications={"FR-x": row("FR-x", "FR", bac=(2, 3), ects=(120, 180))})
    candidate = Candidate(student=Student(), basis=Qualification(title="FR-x"), reference=between)
    answer = Level(3).check(candidate)
    assert (answer.status, said(answer.has)) == (TO_CONFIRM, "Bac+2 or Bac+3")
    assert said(answer.reason) == "Depending on how it is counted the diploma stands for Bac+2 or Bac+3."
    credits_answer = Credits(Decimal(180)).check(candidate)
    assert said(credits_answer.reason) == "The credits are a range that includes what is asked for; the school decides."
