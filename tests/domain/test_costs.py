"""Totals to the cent, with everything that a page leaves open left out and said."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.catalogue import Charge, Discount, DiscountBase, EntryPoint, Financing, Programme
from advisor_app.domain.costs import Cost, cost_of
from advisor_app.domain.facts import Fact, Status, not_stated
from advisor_app.domain.money import Interval
from advisor_app.domain.quantities import Span
from advisor_app.domain.route import Route
from advisor_app.domain.student import Residence
from advisor_app.domain.terms import ChargeKind, Payer, Per
from advisor_app.domain.text import same
from tests.domain.samples import APPLICATION, TWO_YEARS, programme, tuition
from tests.domain.wording import said


def cost(one: Programme, format_: str = "initial", entry: str = "y1") -> Cost:
    return cost_of(one, Route(programme=one.id, entry=entry, format=format_, campus="lille"))


def exactly(amount: str) -> Interval:
    return Interval.of(Decimal(amount))


def between(low: str, high: str) -> Interval:
    return Interval(Decimal(low), Decimal(high))


def test_two_years_at_a_yearly_price_and_one_application_fee() -> None:
    found = cost(programme())
    assert found.of(Payer.STUDENT) == exactly("12050")
    assert found.complete
    assert found.per_year == exactly("6050")
    assert [(year.reaches, len(year.items)) for year in found.years] == [(4, 2), (5, 1)]


def test_under_a_contract_the_payer_named_by_the_page_pays_the_tuition() -> None:
    found = cost(programme(), "apprenticeship")
    assert found.of(Payer.STUDENT) == exactly("50")
    assert found.of(Payer.OPCO) == exactly("12000")


def test_a_sequence_is_paid_year_by_year() -> None:
    found = cost(programme(), "sequence")
    assert found.of(Payer.STUDENT) == exactly("6050")
    assert found.of(Payer.OPCO) == exactly("6000")


def test_a_sequence_takes_each_year_the_price_of_its_kind() -> None:
    prices = (
        tuition("6000", formats=("initial",)),
        tuition("7000", id="work", formats=("apprenticeship",), payer=Payer.EMPLOYER),
    )
    one = programme(charges=prices, financing=())
    assert cost(one, "sequence").by_payer[0].amount == exactly("6000")
    assert cost(one, "sequence").of(Payer.EMPLOYER) == exactly("7000")
    assert cost(one, "apprenticeship").of(Payer.EMPLOYER) == exactly("14000")
    assert cost(one, "initial").of(Payer.EMPLOYER) is None


@pytest.mark.parametrize(
    ("per", "total"),
    [
        (Per.YEAR, "2000"),
        (Per.SEMESTER, "4000"),
        (Per.PROGRAMME, "1000"),
        (Per.ONCE, "1000"),
        (Per.CREDIT, "120000"),
    ],
)
def test_units(per: Per, total: str) -> None:
    assert cost(programme(charges=(tuition("1000", per),))).of(Payer.STUDENT) == exactly(total)


def test_a_price_for_a_period_that_is_not_printed_is_counted_once_and_says_so() -> None:
    found = cost(programme(charges=(tuition("9750", Per.NOT_STATED),)), entry="y2")
    assert found.of(Payer.STUDENT) == exactly("9750")
    assert [said(note) for note in found.notes] == ["Tuition: the page does not say for which period; counted once"]


def test_over_several_years_a_price_without_a_period_is_once_or_once_a_year() -> None:
    found = cost(programme(charges=(tuition("9750", Per.NOT_STATED), APPLICATION)))
    assert found.of(Payer.STUDENT) == between("9800", "19550")
    assert [said(item) for item in found.open] == ["Tuition: 9,750 €, without a period: once, or once a year"]


LEFT_OUT = [
    (tuition(None), "Tuition: not stated"),
    (tuition("80", currency=None), "Tuition: 80, currency not printed"),
    (
        tuition("9750", status=Status.OTHER_PROGRAMME, other_programme="another"),
        "Tuition: 9,750 € is printed for another programme",
    ),
    (tuition("100", Per.MODULE), "Tuition: 100 € a module, number of modules not stated"),
]


@pytest.mark.parametrize(("charge", "words"), LEFT_OUT)
def test_what_cannot_be_counted_is_left_out_and_said(charge: Charge, words: str) -> None:
    found = cost(programme(charges=(charge, APPLICATION)))
    assert [said(item) for item in found.open] == [words]
    assert found.of(Payer.STUDENT) == exactly("50")
    assert not found.complete


def test_another_currency_is_not_added_up() -> None:
    pounds = replace(APPLICATION, currency="GBP")
    found = cost(programme(charges=(tuition("6000"), pounds)))
    assert found.of(Payer.STUDENT) == exactly("12000")
    assert [said(item) for item in found.open] == ["Application fee: £50, in another currency"]


def test_a_page_that_names_no_application_fee_leaves_it_open() -> None:
    assert [said(item) for item in cost(programme(charges=(tuition("6000"),))).open] == ["Application fee: not stated"]


def test_a_price_per_credit_needs_the_number_of_credits() -> None:
    entry = replace(TWO_YEARS, credits=not_stated())
    found = cost(programme(charges=(tuition("100", Per.CREDIT), APPLICATION), entry_points=(entry,)))
    assert found.of(Payer.STUDENT) == exactly("50")


def test_a_part_of_another_charge_is_not_counted_twice() -> None:
    deposit = Charge(
        id="deposit", kind=ChargeKind.DEPOSIT, amount=Decimal(500), currency="EUR", per=Per.ONCE, included_in="tuition"
    )
    assert cost(programme(charges=(tuition("6000"), APPLICATION, deposit))).of(Payer.STUDENT) == exactly("12050")


def test_a_charge_for_one_entry_point_only() -> None:
    one = programme(charges=(tuition("6000", entry_points=("y2",)), APPLICATION))
    assert cost(one).of(Payer.STUDENT) == exactly("50")
    assert cost(one, entry="y2").of(Payer.STUDENT) == exactly("6050")


def _discount(*totals: str) -> Discount:
    bases = tuple(DiscountBase(base=Decimal(9750), total=Decimal(total), text=same(total)) for total in totals)
    return Discount(id="cash", charge="tuition", rate=Decimal(5), condition=same("paid at once"), bases=bases)


def test_a_discount_whose_base_is_not_said_leaves_an_interval() -> None:
    one = programme(
        charges=(tuition("9750", Per.ONCE), replace(APPLICATION, amount=Decimal(0))), discounts=(_discount("9262.50", "9337.50"),)
    )
    found = cost(one)
    assert found.of(Payer.STUDENT) == between("9262.50", "9750")
    assert [said(note) for note in found.notes] == ["5% off (paid at once); the page does not say of what"]
    assert cost(programme(charges=one.charges, discounts=(_discount("9262.50"),))).notes[0].template.endswith("({condition})")


def test_a_discount_is_nothing_to_an_employer() -> None:
    one = programme(charges=(tuition("9750", Per.ONCE),), discounts=(_discount("9262.50", "9337.50"),))
    assert cost(one, "apprenticeship").of(Payer.OPCO) == exactly("9750")


def test_statements_that_differ_leave_each_part_between_nothing_and_all() -> None:
    disputed = Financing(formats=("apprenticeship",), payer=Payer.EMPLOYER, text=same("all or part"), status=Status.CONFLICTING)
    found = cost(programme(financing=(disputed,)), "apprenticeship")
    assert found.of(Payer.STUDENT) == between("50", "12050")
    assert found.of(Payer.EMPLOYER) == between("0", "12000")
    assert [said(item) for item in found.open] == [
        "Who pays what under a contract: the page says different things",
        "Price if no contract is found: not stated",
    ]


def test_silence_on_who_pays_is_said() -> None:
    assert [said(item) for item in cost(programme(financing=()), "apprenticeship").open] == [
        "Who pays under a contract: not stated"
    ]


def test_a_length_that_is_not_stated_leaves_everything_open() -> None:
    entry = EntryPoint(id="y1", name="Year 1", year=1, after=3, duration=not_stated())
    found = cost(programme(entry_points=(entry,)))
    assert found.by_payer == ()
    assert found.per_year is None
    assert "Length: not stated" in [said(item) for item in found.open]


AMOUNTS = st.decimals(min_value=0, max_value=50_000, places=2)


@given(
    st.lists(st.tuples(AMOUNTS, st.sampled_from([Per.YEAR, Per.SEMESTER, Per.ONCE])), max_size=5),
    st.sampled_from(["initial", "sequence"]),
)
def test_totals_are_the_sum_of_their_parts(prices: list[tuple[Decimal, Per]], format_: str) -> None:
    charges = tuple(tuition(str(amount), per, id=f"c{index}") for index, (amount, per) in enumerate(prices))
    found = cost(programme(charges=charges), format_)
    times = {Per.YEAR: 2, Per.SEMESTER: 4, Per.ONCE: 1}
    assert sum((share.amount.maximum for share in found.by_payer), Decimal(0)) == sum(amount * times[per] for amount, per in prices)
    assert sum((item.total for year in found.years for item in year.items), Decimal(0)) == sum(
        amount * times[per] for amount, per in prices
    )


def test_a_price_by_nationality_is_taken_for_the_student_or_spanned() -> None:
    home = tuition("6000", id="home", residences=(Residence.FRENCH, Residence.EU))
    overseas = tuition("9000", id="overseas", residences=(Residence.OTHER,), audience=same("non-EU"))
    one = programme(charges=(home, overseas, replace(APPLICATION, payer=Payer.EMPLOYER)))
    route = Route(programme=one.id, entry="y1", format="initial", campus="lille")
    assert cost_of(one, route, Residence.EU).of(Payer.STUDENT) == exactly("12000")
    assert cost_of(one, route, Residence.OTHER).of(Payer.STUDENT) == exactly("18000")
    unknown = cost_of(one, route)
    assert unknown.of(Payer.STUDENT) == between("12000", "18000")
    assert unknown.of(Payer.EMPLOYER) == exactly("50")
    assert [said(item) for item in unknown.open] == ["The price depends on the student’s nationality"]


def test_a_price_for_people_that_only_words_describe_is_said_and_not_counted() -> None:
    alumni = tuition("5000", audience=same("former students"))
    found = cost(programme(charges=(alumni, APPLICATION)))
    assert found.of(Payer.STUDENT) == exactly("50")
    assert [said(item) for item in found.open] == ["Tuition: 5,000 € per year for former students"]


def test_a_price_for_an_audience_only_is_left_out_for_that_reason_whatever_its_currency() -> None:
    prices = tuple(tuition(amount, id=amount, currency="GBP", audience=same(f"{amount} people")) for amount in ("9000", "18000"))
    found = cost(programme(charges=prices))
    assert found.currency == "GBP"
    assert [said(left_out) for left_out in found.open] == [
        "Tuition: £9,000 per year for 9000 people",
        "Tuition: £18,000 per year for 18000 people",
        "Application fee: not stated",
    ]


def test_a_last_half_year_has_one_semester() -> None:
    entry = replace(TWO_YEARS, duration=Fact(value=Span(minimum=Decimal(18), maximum=Decimal(18))))
    found = cost(programme(charges=(tuition("1000", Per.SEMESTER),), entry_points=(entry,)))
    assert found.of(Payer.STUDENT) == exactly("3000")
