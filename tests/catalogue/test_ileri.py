"""ILERI's two Master 2 as an advisor would ask about them."""

from collections import Counter
from decimal import Decimal

import pytest

from advisor_app.domain.aligning import align
from advisor_app.domain.catalogue import Catalogue, Programme
from advisor_app.domain.check import check_programme
from advisor_app.domain.costs import cost_of
from advisor_app.domain.curriculum import Likeness
from advisor_app.domain.facts import Status
from advisor_app.domain.headlines import price_line
from advisor_app.domain.money import Interval
from advisor_app.domain.requirements.tree import leaves
from advisor_app.domain.routes import routes_of
from advisor_app.domain.rows import Subject
from advisor_app.domain.student import Qualification, Student
from advisor_app.domain.terms import AwardKind, Payer, Per, YesNo
from advisor_app.domain.text import msg
from advisor_app.domain.verdicts import Verdict


@pytest.fixture(params=["intelligence", "security"])
def either(request: pytest.FixtureRequest) -> Programme:
    programme: Programme = request.getfixturevalue(request.param)
    return programme


def test_both_lead_to_two_awards_by_two_bodies(intelligence: Programme, security: Programme) -> None:
    for programme, university in ((intelligence, "IAE de Poitiers"), (security, "Université Grenoble Alpes")):
        school, master = programme.awards
        assert (school.kind, master.kind) == (AwardKind.SCHOOL_DIPLOMA, AwardKind.NATIONAL_MASTER)
        assert [party.name for party in school.parties] == ["ILERI"]
        assert [party.name for party in master.parties] == [university]
        assert (school.confers_master_grade, master.confers_master_grade) == (YesNo.NOT_STATED, YesNo.YES)
        assert school.level.status is Status.NOT_STATED
        assert (master.level.value, master.level.status) == (7, Status.INFERRED)


def test_three_routes_and_four(intelligence: Programme, security: Programme) -> None:
    assert Counter(route.format for route in routes_of(intelligence)) == {
        "initial": 1,
        "apprenticeship": 1,
        "professionalisation": 1,
    }
    assert Counter((route.format, route.stream) for route in routes_of(security)) == {
        (format_, stream): 1 for format_ in ("initial", "apprenticeship") for stream in ("research", "professional")
    }
    assert {route.campus for route in (*routes_of(intelligence), *routes_of(security))} == {"paris-la-defense"}


def test_all_three_programmes_have_22_routes(catalogue: Catalogue) -> None:
    assert sum(len(routes_of(programme)) for programme in catalogue.programmes.values()) == 22


def test_they_ask_for_level_and_credits_and_no_field(either: Programme, catalogue: Catalogue) -> None:
    (entry,) = either.entry_points
    assert entry.requirements is not None
    assert [leaf.kind for leaf in leaves(entry.requirements)] == ["level", "credits"]
    basis = Qualification(country="FR", level=4, credits=Decimal(240), fields=("computing",))
    assert check_programme(either, Student(qualifications=(basis,)), catalogue.reference).verdict is Verdict.CAN_APPLY
    basis = Qualification(country="FR", level=3, credits=Decimal(180), fields=("international-relations",))
    assert check_programme(either, Student(qualifications=(basis,)), catalogue.reference).verdict is Verdict.NOT_YET


def test_the_price_of_strategic_intelligence_has_no_period(intelligence: Programme) -> None:
    tuition = intelligence.charges[0]
    assert (tuition.amount, tuition.currency, tuition.per, tuition.school_year) == (Decimal(9750), "EUR", Per.NOT_STATED, None)


def test_five_per_cent_can_mean_two_amounts(intelligence: Programme) -> None:
    (discount,) = intelligence.discounts
    assert [f"{base.base} {base.total}" for base in discount.bases] == ["9750 9262.50", "8250 9337.50"]
    initial = cost_of(intelligence, routes_of(intelligence)[0])
    assert initial.of(Payer.STUDENT) == Interval(Decimal("9262.50"), Decimal(9750))


def test_six_instalments_after_a_deposit(intelligence: Programme) -> None:
    (plan,) = intelligence.plans
    assert (plan.deposit, plan.instalments, plan.instalment.value) == (Decimal(1500), 6, Decimal(1375))
    assert (plan.instalment.status, plan.deposit_included) == (Status.CALCULATED, YesNo.NOT_STATED)


def test_the_price_of_security_and_defence_is_not_stated(security: Programme) -> None:
    assert price_line(security, None) == msg("Price not stated")
    for route in routes_of(security):
        cost = cost_of(security, route)
        assert cost.by_payer == ()
        assert not cost.complete
    for part in (*security.charges, *security.plans, *security.discounts):
        assert part.status is Status.OTHER_PROGRAMME
    assert {charge.other_programme for charge in security.charges} == {"ileri-m2-strategic-intelligence"}


def test_who_pays_under_a_contract_is_in_dispute(intelligence: Programme, security: Programme) -> None:
    assert [len(programme.financing[0].readings) for programme in (intelligence, security)] == [2, 3]
    for programme in (intelligence, security):
        (financing,) = programme.financing
        assert financing.status is Status.CONFLICTING
        assert financing.student_share.status is Status.NOT_STATED


def test_the_year(either: Programme) -> None:
    calendar = either.calendar
    assert calendar.intakes == ()
    assert calendar.intake.status is Status.NOT_STATED
    assert (calendar.teaching_from.value, calendar.teaching_to.value) == (10, 4)
    assert (calendar.days_per_week.value, calendar.intensive_weeks.value) == (Decimal(2), 2)
    (entry,) = either.entry_points
    assert (entry.duration.status, entry.credits.status) == (Status.INFERRED, Status.NOT_STATED)


def test_the_internships(intelligence: Programme, security: Programme) -> None:
    (internship,) = intelligence.duties
    assert internship.mandatory.status is Status.NOT_STATED
    (duty,) = security.duties
    spans = [(reading.value.minimum, reading.value.maximum) for reading in duty.length.readings]
    assert spans == [(Decimal(6), None), (Decimal(6), Decimal(6)), (Decimal(4), Decimal(6))]
    assert [reading.value for reading in duty.mandatory.readings] == [True, False]


def test_six_courses_have_the_same_title_and_two_are_likely_the_same(
    catalogue: Catalogue, intelligence: Programme, security: Programme
) -> None:
    subjects = tuple(
        Subject(programme=programme, institution=catalogue.institutions["ileri"], reference=catalogue.reference)
        for programme in (intelligence, security)
    )
    lists = align(subjects).lists
    assert [len(courses.lines) for courses in lists] == [18, 20]
    for courses in lists:
        assert (courses.count(Likeness.SHARED), courses.count(Likeness.LIKELY)) == (6, 2)


def test_the_doctorate_rests_on_the_university_and_the_research_stream(security: Programme, intelligence: Programme) -> None:
    (study,) = security.further_study
    assert (study.award, study.stream) == ("national-master", "research")
    assert intelligence.further_study == ()


def test_partners_and_examinations(intelligence: Programme, security: Programme) -> None:
    assert [party.name for party in intelligence.partners] == ["CEIS", "POLARISK"]
    assert [party.name for party in security.partners][:2] == ["CESICE", "Sciences Po Grenoble"]
    assert len(security.exams) == 3
    assert (len(intelligence.aims), len(security.aims)) == (7, 9)
