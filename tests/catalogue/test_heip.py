"""HEIP's MSc as an advisor would ask about it."""

from collections import Counter
from datetime import date
from decimal import Decimal

from advisor_app.domain.catalogue import Catalogue, Programme
from advisor_app.domain.check import check_programme
from advisor_app.domain.costs import cost_of
from advisor_app.domain.facts import Status
from advisor_app.domain.money import Interval
from advisor_app.domain.quantities import Span
from advisor_app.domain.route import Route
from advisor_app.domain.routes import routes_of
from advisor_app.domain.student import Qualification, Student
from advisor_app.domain.terms import AwardKind, PartyRole, Payer, Per, YesNo
from advisor_app.domain.verdicts import Verdict


def graduate(field: str, *, level: int = 3, country: str = "FR") -> Student:
    basis = Qualification(country=country, level=level, credits=Decimal(level * 60), fields=(field,))
    return Student(qualifications=(basis,))


def verdicts(programme: Programme, student: Student, catalogue: Catalogue, entry: str) -> set[Verdict]:
    check = check_programme(programme, student, catalogue.reference)
    return {route.verdict for route in check.routes if route.route.entry == entry}


def route(programme: Programme, entry: str, format_: str) -> Route:
    return next(route for route in routes_of(programme) if (route.entry, route.format) == (entry, format_))


def test_what_one_obtains(heip: Programme) -> None:
    (award,) = heip.awards
    assert award.kind is AwardKind.RNCP_TITLE
    assert (award.title, award.title_lang) == ("Expert en relations et coopérations internationales", "fr")
    assert (award.level.value, award.number.value, award.decided_on.value) == (7, "39853", date(2024, 11, 28))
    assert award.expires_on.status is Status.NOT_STATED
    assert award.confers_master_grade is YesNo.NOT_STATED
    assert [party.name for party in award.parties if party.role is PartyRole.CERTIFYING] == ["MBA Institute"]


def test_what_it_does_not_give_comes_from_the_law_not_from_the_page(heip: Programme) -> None:
    points = heip.awards[0].gives_not
    assert {"grade de master", "doctorate"} <= {
        words for words in ("grade de master", "doctorate") for p in points if words in p.text.en
    }
    assert all(point.source != "heip-msc-page" for point in points)


def test_fifteen_routes_and_no_defence_in_lyon(heip: Programme) -> None:
    routes = routes_of(heip)
    assert Counter(route.entry for route in routes) == {"msc1": 9, "msc2": 6}
    assert {route.specialisation for route in routes if route.campus == "lyon"} == {"international-affairs-economic-diplomacy"}
    assert {route.entry for route in routes if route.format == "initial-alternance"} == {"msc1"}
    assert {route.intake for route in routes} == {"september"}
    assert {combination.status for combination in heip.combinations if "msc2" in combination.entry_points} == {Status.INFERRED}


def test_who_can_apply_for_the_first_year(heip: Programme, catalogue: Catalogue) -> None:
    for field in ("law", "public-law", "history", "languages", "sociology", "political-science", "economics", "geopolitics"):
        assert verdicts(heip, graduate(field), catalogue, "msc1") == {Verdict.CAN_APPLY}, field


def test_a_french_diploma_in_another_field_is_to_be_confirmed_since_the_list_may_bind_foreign_ones_only(
    heip: Programme, catalogue: Catalogue
) -> None:
    assert verdicts(heip, graduate("computing"), catalogue, "msc1") == {Verdict.TO_CONFIRM}
    assert verdicts(heip, graduate("computing", country="GB"), catalogue, "msc1") == {Verdict.NOT_YET}


def test_who_can_apply_for_the_second_year(heip: Programme, catalogue: Catalogue) -> None:
    for field in (
        "international-relations",
        "political-science",
        "public-administration",
        "public-law",
        "economics",
        "geopolitics",
    ):
        assert verdicts(heip, graduate(field, level=4), catalogue, "msc2") == {Verdict.CAN_APPLY}, field
    for field in ("law", "social-sciences"):  # broader than what is asked for
        assert verdicts(heip, graduate(field, level=4), catalogue, "msc2") == {Verdict.TO_CONFIRM}, field
    for field in ("humanities", "history", "private-law", "business", "computing"):
        assert verdicts(heip, graduate(field, level=4), catalogue, "msc2") == {Verdict.NOT_YET}, field


def test_prices_are_per_year_and_of_2025(heip: Programme) -> None:
    prices = {charge.id: charge for charge in heip.charges}
    assert [str(prices[name].amount) for name in ("tuition-alternance", "tuition-initial")] == ["10950", "10350"]
    for charge in (prices["tuition-alternance"], prices["tuition-initial"]):
        assert (charge.currency, charge.per, charge.school_year) == ("EUR", Per.YEAR, "2025/2026")


def test_the_application_fee_has_no_currency(heip: Programme) -> None:
    fee = next(charge for charge in heip.charges if charge.id == "application")
    assert (fee.amount, fee.currency, fee.per, fee.entry_points) == (Decimal(80), None, Per.ONCE, ())


def test_the_cost_of_each_formula(heip: Programme) -> None:
    initial = cost_of(heip, route(heip, "msc1", "initial"))
    assert initial.of(Payer.STUDENT) == Interval.of(Decimal(20700))
    alternance = cost_of(heip, route(heip, "msc1", "alternance"))
    assert alternance.of(Payer.STUDENT) == Interval.of(Decimal(0))
    assert alternance.of(Payer.EMPLOYER_OR_OPCO) == Interval.of(Decimal(21900))
    mixed = cost_of(heip, route(heip, "msc1", "initial-alternance"))
    assert mixed.of(Payer.STUDENT) == Interval.of(Decimal(10350))
    assert mixed.of(Payer.EMPLOYER_OR_OPCO) == Interval.of(Decimal(10950))
    direct = cost_of(heip, route(heip, "msc2", "initial"))
    assert direct.of(Payer.STUDENT) == Interval.of(Decimal(10350))
    assert not any(cost.complete for cost in (initial, alternance, mixed, direct))


def test_the_internship_and_its_two_readings(heip: Programme) -> None:
    (duty,) = heip.duties
    assert duty.length.value == Span(minimum=Decimal(4), maximum=Decimal(6), unit="month")
    assert duty.mandatory.value is True
    assert [reading.value for reading in duty.years.readings] == [(1, 2), (1,)]


def test_forty_course_lines_of_which_38_differ(heip: Programme) -> None:
    first, second = heip.curriculum
    assert (len(first.courses), len(second.courses)) == (20, 20)
    titles = [course.title for block in heip.curriculum for course in block.courses]
    assert [title for title, count in Counter(titles).items() if count > 1] == ["Mediatraining", "English"]
    assert len(set(titles)) == 38
    assert [len(option.contents) for option in heip.specialisations] == [3, 3]


def test_the_skill_blocks_the_jobs_and_the_process(heip: Programme) -> None:
    assert [len(block.skills) for block in heip.skills] == [5, 4, 4, 4]
    assert [len(jobs.jobs) for jobs in heip.jobs] == [6, 6]
    for entry in heip.entry_points:
        assert entry.process[0].text.en == "File presented to a jury"
        delay = entry.process[2].delay.value
        assert delay is not None
        assert (delay.maximum, delay.unit) == (Decimal(4), "week")
