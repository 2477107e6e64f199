"""Payments by date, with and without a contract; the pictures' figures; what the law asks. Sums to the cent: tests/cases/costs."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.catalogue import Calendar, Charge, Due, Intake, PaymentPlan, Programme
from advisor_app.domain.charges import Scenario
from advisor_app.domain.costs import Cost, cost_of
from advisor_app.domain.facts import Fact, Status, not_stated
from advisor_app.domain.money import Interval, split
from advisor_app.domain.pictures.cost_bars import cost_bars
from advisor_app.domain.quantities import Month, SchoolYear, Span
from advisor_app.domain.reference import Contribution, CreditSystem, Reference
from advisor_app.domain.route import Route
from advisor_app.domain.student import Residence, Student, Wishes
from advisor_app.domain.terms import ChargeKind, Moment, Payer, Per, YesNo
from advisor_app.domain.text import same
from tests.domain.laid import laid
from tests.domain.samples import APPLICATION, REFERENCE, TWO_YEARS, programme, tuition
from tests.domain.wording import said


def levy(school_year: str, amount: int, **more: object) -> Contribution:
    base = Contribution(
        id="levy",
        name=same("Levy"),
        country="FR",
        school_year=school_year,
        amount=Decimal(amount),
        currency="EUR",
        owed_by=("initial", "apprenticeship"),
        not_owed_by=("professionalisation",),
        exempt=(same("grant holders"),),
        checked_on=date(2026, 11, 1),
        source="law",
    )
    return replace(base, **more)  # type: ignore[arg-type]


LEVIES = Reference(contributions=(levy("2026/2027", 100), levy("2027/2028", 110)))
IN_FRANCE = programme(country="FR")
FROM_2026 = Student(wishes=Wishes(start="2026-09"))


def test_what_the_law_asks_is_paid_year_by_year_beside_the_sums() -> None:
    [timeline] = laid(IN_FRANCE, student=FROM_2026, reference=LEVIES)
    assert [year.by_law for year in timeline.years] == [Interval.of(Decimal(100)), Interval.of(Decimal(110))]
    assert timeline.cost.of(Payer.STUDENT) == Interval.of(Decimal(12050))
    assert timeline.student_total == Interval.of(Decimal(12260))
    assert timeline.complete
    assert [said(note) for note in timeline.cost.notes] == [
        "Besides, by law: Levy: 100 € for 2026/27, 110 € for 2027/28",
        "Levy is not paid by: grant holders",
    ]


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("2027-09", "Levy: 110 € for 2027/28; not stated for the rest"),
        ("2028-09", "Levy: 110 € in 2027/28, the last amount known, each year, paid by the student"),
        (None, "Levy: 110 € in 2027/28, the last amount known, each year, paid by the student"),
    ],
)
def test_a_year_without_an_amount_leaves_the_sum_open(start: str | None, words: str) -> None:
    [timeline] = laid(IN_FRANCE, student=Student(wishes=Wishes(start=start)), reference=LEVIES)
    assert timeline.by_law is None
    assert timeline.student_total is None
    assert not timeline.complete
    assert words in [said(item) for item in timeline.cost.open]


def test_no_law_is_asked_of_a_school_elsewhere_or_of_a_page_that_names_the_charge_itself() -> None:
    [abroad] = laid(programme(country="GB"), student=FROM_2026, reference=LEVIES)
    assert abroad.by_law == Interval()
    own = Charge(id="own", kind=ChargeKind.LEGAL, amount=Decimal(103), currency="EUR", per=Per.YEAR)
    [named] = laid(replace(IN_FRANCE, charges=(*IN_FRANCE.charges, own)), student=FROM_2026, reference=LEVIES)
    assert named.by_law == Interval()
    assert named.cost.of(Payer.STUDENT) == Interval.of(Decimal(12256))


def test_whoever_is_exempt_is_not_named_where_nobody_is() -> None:
    [timeline] = laid(IN_FRANCE, student=FROM_2026, reference=Reference(contributions=(levy("2026/2027", 100, exempt=()),)))
    assert [said(note) for note in timeline.cost.notes] == []


def test_two_timelines_for_a_route_under_a_contract() -> None:
    with_one, without = laid(IN_FRANCE, "apprenticeship")
    assert (with_one.scenario, without.scenario) == (Scenario.CONTRACT, Scenario.NO_CONTRACT)
    assert [payment.what for payment in without.payments if payment.reason] == [ChargeKind.TUITION] * 2
    assert "Price if no contract is found: as initial" in [said(item) for item in without.cost.open]
    [initial] = laid(IN_FRANCE)
    assert initial.scenario is None


def test_without_a_contract_the_price_that_the_page_names_is_the_students() -> None:
    instead = replace(programme().financing[0], without_contract_format="initial")
    _, without = laid(programme(financing=(instead,)), "apprenticeship")
    assert without.cost.of(Payer.STUDENT) == Interval.of(Decimal(12050))
    assert without.cost.complete


def test_years_before_the_entry_are_studied_elsewhere() -> None:
    [timeline] = laid(programme(), entry="y2", level=2)
    assert [(year.number, year.reaches, year.elsewhere) for year in timeline.years] == [(-1, 3, True), (0, 4, True), (1, 5, False)]
    assert not timeline.complete


def dated(plan: PaymentPlan, intake: int = 9) -> Programme:
    calendar = Calendar(intakes=(Intake(id="sept", month=intake),))
    return programme(charges=(tuition("6000", Per.ONCE), APPLICATION), plans=(plan,), calendar=calendar)


def test_months_fall_in_the_year_that_begins_with_the_intake_and_what_comes_before_it_before() -> None:
    plan = PaymentPlan(
        id="p",
        charge="tuition",
        deposit=Decimal(600),
        deposit_due=Fact(value=Due(month=6, day=30)),
        instalments=3,
        instalments_due=Fact(value=(Due(month=9), Due(month=1), Due(moment=Moment.START))),
    )
    [timeline] = laid(dated(plan), entry="y2", student=FROM_2026)
    months = [payment.when.month for payment in timeline.payments if payment.charge and payment.charge.id == "tuition"]
    assert months == [Month(6, 2026), Month(9, 2026), Month(1, 2027), None]
    [unknown] = laid(dated(plan), entry="y2")
    assert [payment.when.month for payment in unknown.payments][1] == Month(6)


def test_a_deposit_larger_than_the_price_leaves_nothing_for_the_balance() -> None:
    plan = PaymentPlan(id="p", charge="tuition", deposit=Decimal(9000), deposit_included=YesNo.YES)
    [timeline] = laid(dated(plan), entry="y2")
    assert [payment.price for payment in timeline.payments] == [Interval.of(Decimal(amount)) for amount in (50, 6000, 0)]


def test_a_plan_of_another_format_or_programme_is_not_this_students() -> None:
    for plan in (
        PaymentPlan(id="p", charge="tuition", deposit=Decimal(600), formats=("apprenticeship",)),
        PaymentPlan(id="p", charge="tuition", deposit=Decimal(600), status=Status.OTHER_PROGRAMME),
    ):
        [timeline] = laid(dated(plan), entry="y2")
        assert [payment.what for payment in timeline.payments] == [ChargeKind.APPLICATION, ChargeKind.TUITION]


def test_a_deposit_whose_place_is_not_stated_is_counted_within_and_said() -> None:
    plan = PaymentPlan(id="p", charge="tuition", deposit=Decimal(600))
    [timeline] = laid(dated(plan), entry="y2")
    assert timeline.cost.of(Payer.STUDENT) == Interval.of(Decimal(6050))
    assert [said(item) for item in timeline.cost.open] == [
        "Tuition: the page does not say whether the deposit of 600 € is part of it"
    ]


def test_instalments_without_a_deposit_are_parts_of_the_whole() -> None:
    [timeline] = laid(dated(PaymentPlan(id="p", charge="tuition", instalments=4)), entry="y2")
    assert [payment.price for payment in timeline.payments][1:] == [Interval.of(Decimal(1500))] * 4


def test_years_in_which_nationality_makes_no_difference_keep_their_items() -> None:
    home = tuition("5000", Per.ONCE, id="home", residences=(Residence.FRENCH, Residence.EU))
    overseas = tuition("8000", Per.ONCE, id="overseas", residences=(Residence.OTHER,))
    every_year = Charge(id="gym", kind=ChargeKind.SUPPLEMENT, amount=Decimal(90), currency="EUR", per=Per.YEAR)
    [timeline] = laid(programme(charges=(home, overseas, every_year, APPLICATION)))
    assert [year.cost.price for year in timeline.years if year.cost] == [
        Interval(Decimal(5140), Decimal(8140)),
        Interval.of(Decimal(90)),
    ]


@pytest.mark.parametrize(("each", "total"), [("1800", 6050), ("2000", 6650)])
def test_the_instalments_tell_whether_the_deposit_is_part_of_the_price(each: str, total: int) -> None:
    plan = PaymentPlan(id="p", charge="tuition", deposit=Decimal(600), instalments=3, instalment=Fact(value=Decimal(each)))
    [timeline] = laid(dated(plan), entry="y2")
    assert timeline.cost.of(Payer.STUDENT) == Interval.of(Decimal(total))


def test_prices_of_another_school_year_are_marked() -> None:
    one = programme(charges=(tuition("6000", school_year="2026/2027"), APPLICATION))
    [known] = laid(one, student=FROM_2026)
    assert [payment.other_year for payment in known.payments] == [None, False, True]
    [unknown] = laid(one)
    assert [payment.other_year for payment in unknown.payments] == [None, None, True]


def test_an_intake_with_its_year_tells_the_school_year() -> None:
    one = programme(calendar=Calendar(intakes=(Intake(id="sept", month=1, year=2028),)))
    [timeline] = laid(one)
    assert [year.school_year for year in timeline.years] == [SchoolYear(2027), SchoolYear(2028)]


def test_the_budget_is_held_against_every_year_in_euros() -> None:
    [timeline] = laid(programme(), student=Student(wishes=Wishes(budget_per_year=Decimal(6020))))
    assert [year.over_budget for year in timeline.years] == [Interval.of(Decimal(30)), Interval.of(Decimal(0))]
    pounds = programme(charges=(tuition("6000", currency="GBP"),))
    [timeline] = laid(pounds, student=Student(wishes=Wishes(budget_per_year=Decimal(6020))))
    assert [year.over_budget for year in timeline.years] == [None, None]


def test_nobody_says_who_pays_a_general_price_under_a_contract() -> None:
    found = cost_of(programme(financing=()), Route(programme="example", entry="y2", format="apprenticeship", campus="lille"))
    assert found.of(Payer.STUDENT) == Interval(Decimal(50), Decimal(6050))
    assert found.of(Payer.NOT_STATED) == Interval(Decimal(0), Decimal(6000))
    assert found.total == Interval.of(Decimal(6050))


def test_local_credits_count_by_their_ratio_and_not_without_one() -> None:
    def costing(system: str) -> Cost:
        charge = tuition("10.01", Per.CREDIT, credit_system=system)
        route = Route(programme="example", entry="y1", format="initial", campus="lille")
        return cost_of(programme(charges=(charge, APPLICATION)), route, reference=REFERENCE)

    assert costing("ECTS").of(Payer.STUDENT) == Interval.of(Decimal("1251.20"))
    assert costing("CATS").of(Payer.STUDENT) == Interval.of(Decimal("2452.40"))
    assert [said(item) for item in costing("BR-hours").open] == [
        "Tuition: 10.01 € for a credit of BR-hours, which no fixed ratio ties to ECTS"
    ]
    assert isinstance(REFERENCE.credit_systems["CATS"], CreditSystem)


def test_a_price_for_the_whole_programme_may_fall_due_at_once_or_year_by_year() -> None:
    route = Route(programme="example", entry="y1", format="initial", campus="lille")
    found = cost_of(programme(charges=(tuition("18000", Per.PROGRAMME), APPLICATION)), route)
    assert found.of(Payer.STUDENT) == Interval.of(Decimal(18050))
    assert found.per_year == Interval(Decimal(9050), Decimal(18050))


# --- totals are the sum of their parts, whatever the charges

AMOUNTS = st.decimals(min_value=0, max_value=50_000, places=2)
CHARGES = st.lists(
    st.builds(
        lambda amount, per, kind, payer, formats, residences: Charge(
            id="c",
            kind=kind,
            amount=amount,
            currency="EUR",
            per=per,
            payer=payer,
            formats=formats,
            residences=residences,
            audience=same("some") if residences else None,
        ),
        AMOUNTS,
        st.sampled_from(Per),
        st.sampled_from(ChargeKind),
        st.sampled_from(Payer),
        st.sampled_from([(), ("initial",), ("apprenticeship",)]),
        st.sampled_from([(), (Residence.OTHER,), (Residence.FRENCH, Residence.EU)]),
    ),
    max_size=6,
)


@given(
    CHARGES,
    st.sampled_from(["initial", "apprenticeship", "sequence"]),
    st.sampled_from([None, *Residence]),
    st.integers(12, 36),
    st.integers(0, 12),
    st.booleans(),
)
def test_sums_are_the_sums_of_their_parts(
    charges: list[Charge], format_: str, residence: Residence | None, shortest: int, more: int, stated: bool
) -> None:
    length = Fact(value=Span(minimum=Decimal(shortest), maximum=Decimal(shortest + more))) if stated else not_stated()
    entry = replace(TWO_YEARS, duration=length)
    named = tuple(replace(charge, id=f"c{place}") for place, charge in enumerate(charges))
    one = programme(charges=named, entry_points=(entry, *programme().entry_points[1:]))
    for timeline in laid(one, format_, student=Student(residence=residence)):
        cost = timeline.cost
        assert cost.total == sum((item.price for item in cost.items), Interval())
        for payer in Payer:
            parts = [share.amount for item in cost.items for share in item.shares if share.payer is payer]
            assert (cost.of(payer) or Interval()) == sum(parts, Interval())
        counted = [payment for payment in timeline.payments if payment.counted]
        assert sum((p.price.maximum for p in counted if p.price), Decimal(0)) == cost.total.maximum
        assert all(item.price.minimum <= item.price.maximum for item in cost.items)
        assert sum((share.amount.maximum for share in cost.by_payer), Decimal(0)) >= cost.total.maximum
        bars = cost_bars([timeline], ["one"])
        heights = [sum((part.amount for part in bar.known), bar.open) for bar in bars.columns[0].bars]
        assert sum(heights, Decimal(0)) == cost.total.maximum


@given(AMOUNTS, st.integers(1, 24))
def test_parts_of_whole_cents_add_up(amount: Decimal, parts: int) -> None:
    found = split(amount, parts)
    assert len(found) == parts
    assert sum(found) == amount
