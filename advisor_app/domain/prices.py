"""What one charge comes to in one year of a route, before anybody's share of it: units, lengths, deposits, discounts."""

from dataclasses import dataclass, field
from decimal import Decimal

from advisor_app.domain.catalogue import Charge, Discount, Programme
from advisor_app.domain.charges import Scenario, StudyYear, applies, deposit_on_top, plan_of, study_years, without_price
from advisor_app.domain.facts import Status
from advisor_app.domain.money import Interval, cents, split
from advisor_app.domain.reference import Reference
from advisor_app.domain.route import Route
from advisor_app.domain.routes import entry_of, semesters_in
from advisor_app.domain.terms import ChargeKind, Per, YesNo

NOTHING = Decimal(0)
HUNDRED = Decimal(100)
ECTS = "ECTS"
ONCE = (ChargeKind.APPLICATION, ChargeKind.DEPOSIT)  # nobody asks for these every year
IN_PARTS = (Per.CREDIT, Per.MODULE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One route as it is studied: with or without a contract, in these years, with the tables that units are converted by."""

    programme: Programme
    route: Route
    reference: Reference = field(default_factory=Reference)
    scenario: Scenario = Scenario.CONTRACT
    years: tuple[StudyYear, ...] = ()

    @classmethod
    def of(cls, programme: Programme, route: Route, reference: Reference, scenario: Scenario) -> "Setting":
        years = study_years(programme, route, scenario)
        return cls(programme=programme, route=route, reference=reference, scenario=scenario, years=years)


def price_in(setting: Setting, charge: Charge, year: StudyYear) -> Interval | None:
    """What the charge comes to in that year; ``None`` where it is not met then, or nothing tells what it comes to."""
    priced = _whole_price(setting, charge, year)
    return None if priced is None else priced + _deposit(setting, charge, year)


def discounted_in(setting: Setting, charge: Charge, year: StudyYear) -> Interval | None:
    """The same for a student who may have the discounts: from the lowest price with them to the full one.

    A discount is the student's choice or luck. Two are taken together only where the page says of both that they add up.
    """
    priced = _whole_price(setting, charge, year)
    if priced is None:
        return None
    lowest = cents(priced.minimum * _left_with_discounts(setting.programme, charge))
    return Interval(lowest, priced.maximum) + _deposit(setting, charge, year)


def _whole_price(setting: Setting, charge: Charge, year: StudyYear) -> Interval | None:
    """Without a deposit that comes on top, which no discount is of."""
    if charge.amount is None or not applies(charge, year) or (charge.kind is ChargeKind.TUITION and without_price(year)):
        return None
    first = next(each for each in setting.years if applies(charge, each))
    return _by_unit(setting, charge, charge.amount, year, year is first)


def _by_unit(setting: Setting, charge: Charge, amount: Decimal, year: StudyYear, first: bool) -> Interval | None:
    if charge.per is Per.SEMESTER:
        fewest, most = semesters_in(setting.programme, setting.route, year.number)
        return Interval(amount * fewest, amount * most)
    if charge.per in IN_PARTS:
        units = units_of(setting, charge)
        return None if units is None else Interval.of(split(cents(amount * units), len(setting.years))[year.number - 1])
    if charge.per is Per.YEAR:
        return Interval(amount if year.certain else NOTHING, amount)
    if first:
        return Interval.of(amount)
    # once, or once a year: a page that names no period leaves both
    return Interval(NOTHING, amount) if period_is_open(setting, charge) else None


def period_is_open(setting: Setting, charge: Charge) -> bool:
    """Whether it makes a difference that the page names no period."""
    return charge.per is Per.NOT_STATED and charge.kind not in ONCE and len(setting.years) > 1


def units_of(setting: Setting, charge: Charge) -> Decimal | None:
    """How many credits, in the charge's own system, or modules the route has; ``None`` where that is not known."""
    entry = entry_of(setting.programme, setting.route)
    if charge.per is Per.MODULE:
        return None if entry.modules.value is None else Decimal(entry.modules.value)
    ratio = ratio_of(setting.reference, charge)
    return None if entry.credits.value is None or not ratio else entry.credits.value / ratio


def ratio_of(reference: Reference, charge: Charge) -> Decimal | None:
    """How many ECTS credits one credit of the charge's system is; ``None`` where no ratio holds everywhere."""
    if charge.credit_system is None or charge.credit_system == ECTS:
        return Decimal(1)
    system = reference.credit_system(charge.credit_system)
    return system.ects_per_unit if system else None


def _deposit(setting: Setting, charge: Charge, year: StudyYear) -> Interval:
    """What the first year has to be paid on top: a deposit is an advance on the price unless the page says otherwise."""
    plan = plan_of(setting.programme, charge, year)
    first = next(each for each in setting.years if applies(charge, each))
    if year is not first or plan is None or plan.deposit is None or not deposit_on_top(setting.programme, charge, plan):
        return Interval()
    return Interval.of(plan.deposit)


# --- discounts


def _left_with_discounts(programme: Programme, charge: Charge) -> Decimal:
    """The smallest part of the price that is left to pay."""
    mine = [one for one in programme.discounts if one.charge == charge.id and one.status is not Status.OTHER_PROGRAMME]
    together = sum((1 - left_with(one, charge) for one in mine if one.cumulative is YesNo.YES), NOTHING)
    return max(NOTHING, min((1 - together, *(left_with(one, charge) for one in mine))))


def left_with(discount: Discount, charge: Charge) -> Decimal:
    """The smallest part of the charge that this discount leaves; of the whole charge where no base is given."""
    if discount.bases and charge.amount:
        return min(base.total for base in discount.bases) / charge.amount
    return 1 - discount.rate / HUNDRED
