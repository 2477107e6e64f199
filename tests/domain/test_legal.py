"""The law on contracts, apart from what the school asks."""

from dataclasses import replace
from typing import Any

import pytest

from advisor_app.domain.catalogue import Award, Combination, Format
from advisor_app.domain.check import check_programme
from advisor_app.domain.legal import LegalCheck, against, check_law
from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.base import FindingStatus
from advisor_app.domain.route import Route
from advisor_app.domain.student import Residence, Student, Wishes
from advisor_app.domain.terms import AwardKind, FormatKind, YesNo
from advisor_app.domain.text import same
from advisor_app.domain.verdicts import Verdict
from tests.domain.samples import REFERENCE, programme
from tests.domain.wording import said

KINDS = {
    "apprenticeship": (FormatKind.APPRENTICESHIP, ()),
    "professionalisation": (FormatKind.PROFESSIONALISATION, ()),
    "alternance": (FormatKind.ALTERNANCE, ()),
    "sequence": (FormatKind.SEQUENCE, (FormatKind.INITIAL, FormatKind.ALTERNANCE)),
    "initial": (FormatKind.INITIAL, ()),
}
TITLE = Award(id="title", title="Title", title_lang="fr", kind=AwardKind.RNCP_TITLE)


def law(
    format_: str,
    *,
    state_master: bool = True,
    awards: tuple[Award, ...] = (),
    reference: Reference = REFERENCE,
    **person: object,
) -> LegalCheck:
    kind, years = KINDS[format_]
    one = programme(formats=(Format(id=format_, name=same(format_), kind=kind, years=years),))
    if awards or not state_master:
        one = replace(one, awards=awards or (TITLE,))
    route = Route(programme="example", entry="y1", format=format_, campus="lille")
    return check_law(one, route, Student(**person), reference)  # type: ignore[arg-type]


def test_without_a_contract_there_is_nothing_to_check() -> None:
    check = law("initial")
    assert not check.applies
    assert check.verdict is Verdict.CAN_APPLY


def test_nothing_known_of_the_student_is_missing_and_not_refused() -> None:
    check = law("apprenticeship")
    assert check.applies
    assert check.verdict is Verdict.NEED_INFO
    assert {finding.answer.needs for finding in check.findings} == {"person.residence", "person.age"}


@pytest.mark.parametrize("residence", [Residence.FRENCH, Residence.EU])
def test_french_and_europeans_need_no_authorisation(residence: Residence) -> None:
    assert law("apprenticeship", residence=residence, age=20).verdict is Verdict.CAN_APPLY


@pytest.mark.parametrize(
    ("format_", "state_master", "years", "verdict"),
    [
        ("apprenticeship", True, 0, Verdict.TO_CONFIRM),  # the grade de master opens the first year, through that award
        ("apprenticeship", False, 0, Verdict.NOT_YET),
        ("apprenticeship", False, 1, Verdict.CAN_APPLY),
        ("professionalisation", True, 0, Verdict.NOT_YET),  # the exception is for apprentices only
        ("alternance", False, 0, Verdict.NOT_YET),
        ("sequence", False, 0, Verdict.CAN_APPLY),  # the contract starts after a year of study in France
        ("sequence", False, None, Verdict.CAN_APPLY),  # whatever the answer would be
    ],
)
def test_new_arrivals_from_outside_the_eu(format_: str, state_master: bool, years: int | None, verdict: Verdict) -> None:
    check = law(format_, state_master=state_master, residence=Residence.OTHER, years_in_france=years, age=20)
    assert check.verdict is verdict


def award(kind: AwardKind, confers: YesNo = YesNo.NOT_STATED) -> Award:
    return Award(id="award", title="Award", title_lang="fr", kind=kind, confers_master_grade=confers)


@pytest.mark.parametrize(
    ("given", "contract", "verdict", "words"),
    [
        (award(AwardKind.LABEL_CGE), "apprenticeship", Verdict.TO_CONFIRM, "labelled by the CGE"),
        (award(AwardKind.LABEL_CGE), "professionalisation", Verdict.NOT_YET, "after a first year"),
        (award(AwardKind.SCHOOL_DIPLOMA), "apprenticeship", Verdict.TO_CONFIRM, "not stated"),
        (award(AwardKind.SCHOOL_DIPLOMA, YesNo.NO), "apprenticeship", Verdict.NOT_YET, "after a first year"),
        (award(AwardKind.VISE, YesNo.YES), "apprenticeship", Verdict.TO_CONFIRM, "confers the grade"),
        (award(AwardKind.RNCP_TITLE), "apprenticeship", Verdict.NOT_YET, "after a first year"),
    ],
)
def test_what_the_award_opens_to_new_arrivals(given: Award, contract: str, verdict: Verdict, words: str) -> None:
    check = law(contract, awards=(given,), residence=Residence.OTHER, years_in_france=0, age=20)
    assert check.verdict is verdict
    assert words in said(check.findings[0].answer.reason)


def test_of_two_awards_the_one_that_serves_best_counts() -> None:
    both = (TITLE, award(AwardKind.NATIONAL_MASTER), award(AwardKind.LABEL_CGE))
    check = law("apprenticeship", awards=both, residence=Residence.OTHER, years_in_france=0, age=20)
    assert "grade de master" in said(check.findings[0].answer.reason)


@pytest.mark.parametrize(
    ("person", "words"),
    [
        ({}, "not given"),
        ({"residence": Residence.EU}, "EU, EEA or Swiss"),
        ({"residence": Residence.OTHER}, "from outside the EU"),
        ({"residence": Residence.OTHER, "years_in_france": 0}, "from outside the EU, new in France"),
    ],
)
def test_after_a_year_of_study_it_does_not_matter_where_one_comes_from(person: dict[str, Any], words: str) -> None:
    finding = law("sequence", age=20, **person).findings[0]
    assert (finding.status, said(finding.answer.has)) == (FindingStatus.MET, words)


@pytest.mark.parametrize(
    ("format_", "age", "status"),
    [
        ("apprenticeship", 15, FindingStatus.NOT_MET),
        ("apprenticeship", 16, FindingStatus.MET),
        ("apprenticeship", 29, FindingStatus.MET),
        ("apprenticeship", 30, FindingStatus.TO_CONFIRM),  # exceptions exist
        ("professionalisation", 25, FindingStatus.MET),
        ("professionalisation", 26, FindingStatus.TO_CONFIRM),  # as a registered job-seeker
        ("alternance", 30, FindingStatus.TO_CONFIRM),
    ],
)
def test_ages(format_: str, age: int, status: FindingStatus) -> None:
    assert law(format_, residence=Residence.FRENCH, age=age).findings[-1].status is status


def test_each_finding_says_what_it_rests_on_and_when_it_was_checked() -> None:
    for finding in law("apprenticeship").findings:
        assert finding.rule.article
        assert finding.rule.checked_on.year == 2026


@pytest.mark.parametrize(
    ("youngest", "oldest", "words"),
    [
        (18, None, "Aged 18 at least at the start of the contract"),
        (None, 20, "Aged 20 at most at the start of the contract"),
    ],
)
def test_a_rule_with_one_bound_only(youngest: int | None, oldest: int | None, words: str) -> None:
    one = replace(REFERENCE.legal_rules["apprenticeship-age"], minimum_age=youngest, maximum_age=oldest)
    check = law("apprenticeship", reference=Reference(legal_rules={one.id: one}), age=19)
    [finding] = check.findings
    assert said(finding.asked) == words
    assert finding.status is FindingStatus.MET


def test_the_contract_checked_is_named_and_the_better_one_is_taken() -> None:
    assert law("alternance", residence=Residence.FRENCH, age=28).contract is FormatKind.APPRENTICESHIP
    assert law("professionalisation").contract is FormatKind.PROFESSIONALISATION


def test_a_catalogue_without_legal_rules_checks_none() -> None:
    assert not law("apprenticeship", reference=Reference()).applies


def test_only_the_awards_that_a_route_leads_to_open_the_first_year() -> None:
    """A master's degree of the research stream says nothing for the professional one."""
    title = replace(programme().awards[0], id="title", kind=AwardKind.RNCP_TITLE)
    master = replace(programme().awards[0], streams=("research",))
    one = programme(awards=(title, master))
    newcomer = Student(residence=Residence.OTHER, years_in_france=0, age=22)
    route = Route(programme="example", entry="y1", format="apprenticeship", campus="lille")
    found = {stream: check_law(one, replace(route, stream=stream), newcomer, REFERENCE) for stream in ("research", "professional")}
    assert found["research"].verdict is Verdict.TO_CONFIRM
    assert found["professional"].verdict is Verdict.NOT_YET


def test_the_rule_on_which_the_verdict_rests_is_named_in_few_words() -> None:
    closed = law("professionalisation", residence=Residence.OTHER, years_in_france=0, age=21)
    assert closed.closed
    assert said(against(closed) or "") == "closed by law (R5221-7)"
    doubtful = law("apprenticeship", residence=Residence.OTHER, years_in_france=0, age=21)
    assert said(against(doubtful) or "") == "by law, to be confirmed (R5221-7)"
    assert against(law("apprenticeship", residence=Residence.FRENCH, age=21)) is None
    assert against(law("initial")) is None


def test_a_wish_that_the_law_closes_says_so_on_the_route_that_is_shown_instead() -> None:
    formats = tuple(Format(id=id_, name=same(id_), kind=KINDS[id_][0]) for id_ in ("initial", "professionalisation"))
    ways = (Combination(entry_points=("y1",), formats=tuple(one.id for one in formats), campuses=("lille",)),)
    student = Student(residence=Residence.OTHER, years_in_france=0, age=21, wishes=Wishes(format="alternance"))
    best = check_programme(programme(formats=formats, combinations=ways), student, REFERENCE).best
    assert best is not None
    (wish,) = best.wishes
    assert wish.met is False
    assert said(wish.reason) == "professionalisation: closed by law. Shown here: initial."
    assert wish.closed_by is not None
    assert wish.closed_by.rule.article == "R5221-7"
