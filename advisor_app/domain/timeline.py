"""The cost timeline: what is to be paid from this student's level to the award, payment by payment, by whom and when.

It adds nothing to the sums of :mod:`.costs`: every counted payment is a part of one of their items, and the payments of an item add
up to its full price (instalments are for who does not pay at once, with a discount). What is not counted stands in its place
all the same, with the reason.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from advisor_app.domain.catalogue import Charge, ChargeKind, Discount, Due, FormatKind, Payer, PaymentPlan, Per, Programme
from advisor_app.domain.charges import (
    Scenario,
    charges_for,
    charges_in,
    discounts_of,
    financing_of,
    has_contract,
    plan_of,
    without_price,
)
from advisor_app.domain.contributions import DueByLaw
from advisor_app.domain.cost_doubts import left_out
from advisor_app.domain.costs import Cost, CostItem, CostYear, Share, cost_of
from advisor_app.domain.facts import SILENT, Evidence, Fact, Status, not_stated
from advisor_app.domain.money import Interval, cents
from advisor_app.domain.prices import Setting
from advisor_app.domain.quantities import Month, SchoolYear
from advisor_app.domain.reference import Reference
from advisor_app.domain.routes import Route, entry_of
from advisor_app.domain.starts import first_school_year, intake_of
from advisor_app.domain.student import Residence, Student
from advisor_app.domain.text import Message, Value, msg

BEFORE_THE_START = (ChargeKind.APPLICATION, ChargeKind.DEPOSIT)
USUAL_START = 9  # where the programme names no month of intake


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """When a payment falls due, as far as it is known: what the page says, and the month that this makes for this student."""

    due: Due | None
    month: Month | None
    evidence: Evidence


NEVER_SAID = When(due=None, month=None, evidence=SILENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """One thing to pay.

    ``price`` is what is paid, whoever pays it, ``None`` where it is not known; ``shares`` split it. ``covers`` says what it is for
    ("year 1", "the whole programme"). ``reason`` says why it is in no sum; a counted payment has none. ``price_year`` is the
    school year that the page prints the price for, ``other_year`` whether this is another than that of the payment: ``None``
    where one of the two is not known. ``charge`` is empty for what the law asks and for a price that no page states.
    """

    what: Value
    covers: Value
    year: int
    price: Interval | None
    currency: str | None
    shares: tuple[Share, ...]
    when: When
    evidence: Evidence
    charge: Charge | None = None
    price_year: str | None = None
    other_year: bool | None = None
    reason: Message | None = None
    by_law: bool = False

    @property
    def counted(self) -> bool:
        """Whether it is a part of the cost's sums."""
        return not self.by_law and self.reason is None


@dataclass(frozen=True, slots=True, kw_only=True)
class AtOnce:
    """What is left to pay of a charge with a discount: every amount that the page's words may mean, from the lowest."""

    discount: Discount
    totals: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineYear:
    """One year from the student's level to the award.

    ``number`` counts the route's years from 1; a year that has to be studied ``elsewhere`` first has 0 or less and no payments: its
    price is not this programme's to state. ``reaches`` is the level (Bac+N) at its end. ``cost`` is the same year of the sums.
    ``over_budget`` is by how much the student's part exceeds the budget, ``None`` without a budget or a price.
    """

    number: int
    reaches: int
    kind: FormatKind | None
    school_year: SchoolYear | None
    payments: tuple[Payment, ...]
    cost: CostYear | None = None
    over_budget: Interval | None = None

    @property
    def elsewhere(self) -> bool:
        return self.number < 1

    @property
    def by_law(self) -> Interval | None:
        """What the law asks in this year; ``None`` where it is not known, nothing where it asks for nothing."""
        prices = [payment.price for payment in self.payments if payment.by_law]
        return None if None in prices else sum((price for price in prices if price), Interval())


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """``scenario`` is ``None`` for a route without a contract. ``cost`` holds the sums; ``at_once`` what discounts leave to pay."""

    scenario: Scenario | None
    cost: Cost
    years: tuple[TimelineYear, ...]
    at_once: tuple[AtOnce, ...] = ()

    @property
    def payments(self) -> tuple[Payment, ...]:
        return tuple(payment for year in self.years for payment in year.payments)

    @property
    def by_law(self) -> Interval | None:
        """What the law asks over all the years, beside the sums; ``None`` where part of it is not known."""
        asked = [year.by_law for year in self.years]
        return None if None in asked else sum((one for one in asked if one), Interval())

    @property
    def student_total(self) -> Interval | None:
        """What the student pays the school and what the law asks of them; ``None`` where either is not known."""
        school, law = self.cost.of(Payer.STUDENT), self.by_law
        return None if school is None or law is None else school + law

    @property
    def complete(self) -> bool:
        """Whether :attr:`student_total` holds everything: nothing open, every year of it at this school."""
        return self.cost.complete and self.student_total is not None and not any(year.elsewhere for year in self.years)


def timelines(
    programme: Programme, route: Route, student: Student, reference: Reference, level: int | None = None
) -> tuple[Timeline, ...]:
    """The timeline of a route; of one under a contract two: with a contract from the start, and with none found by the start.

    ``level`` is where the student stands (Bac+N): the years from there to the entry are shown as studied elsewhere.
    """
    scenarios = tuple(Scenario) if has_contract(programme, route) else (Scenario.CONTRACT,)
    start = first_school_year(programme, route, student.wishes)
    found = []
    for scenario in scenarios:
        cost = cost_of(programme, route, student.residence, reference=reference, scenario=scenario, start=start)
        setting = Setting.of(programme, route, reference, scenario)
        laid = _Laid(setting, cost, start, student.residence, student.wishes.budget_per_year)
        found.append(
            Timeline(
                scenario=scenario if len(scenarios) > 1 else None,
                cost=cost,
                years=(*_elsewhere(programme, route, start, level), *laid.years()),
                at_once=tuple(laid.at_once()),
            )
        )
    return tuple(found)


def _elsewhere(programme: Programme, route: Route, start: SchoolYear | None, level: int | None) -> Iterator[TimelineYear]:
    entered = entry_of(programme, route).after
    for reaches in range(entered + 1 if level is None else level + 1, entered + 1):
        number = reaches - entered
        yield TimelineYear(number=number, reaches=reaches, kind=None, school_year=_school_year(start, number), payments=())


def _school_year(start: SchoolYear | None, number: int) -> SchoolYear | None:
    return SchoolYear(start.start + number - 1) if start else None


@dataclass(frozen=True, slots=True)
class _Laid:
    """The sums of one route laid out in payments."""

    setting: Setting
    cost: Cost
    start: SchoolYear | None
    residence: Residence | None
    budget: Decimal | None

    def years(self) -> Iterator[TimelineYear]:
        for year in self.cost.years:
            yield TimelineYear(
                number=year.year,
                reaches=year.reaches,
                kind=year.kind,
                school_year=_school_year(self.start, year.year),
                payments=tuple(sorted(self._payments(year), key=_order)),
                cost=year,
                over_budget=self._over_budget(year),
            )

    def _over_budget(self, year: CostYear) -> Interval | None:
        paid = next((share.amount for share in year.shares() if share.payer is Payer.STUDENT), None)
        in_euros = self.cost.currency == "EUR"
        return paid.above(self.budget) if paid is not None and self.budget is not None and in_euros else None

    def _payments(self, year: CostYear) -> Iterator[Payment]:
        for item in year.items:
            yield from self._of_item(item)
        if year.year == 1:
            yield from self._uncounted()
        if without_price(self.setting.years[year.year - 1]):
            yield self._unstated(year.year)
        for due in self.cost.by_law:
            if due.year == year.year:
                yield self._by_law(due)

    def _of_item(self, item: CostItem) -> Iterator[Payment]:
        study = self.setting.years[item.year - 1]
        plan = plan_of(self.setting.programme, item.charge, study)
        alone = len(item.shares) == 1 and item.shares[0].payer is Payer.STUDENT and not item.kind.has_contract
        if plan is None or not alone or item.others or plan.status is Status.OTHER_PROGRAMME:
            yield self._payment(item, item.charge.label or item.charge.kind, item.price, self._when(item.charge.due, item))
        else:
            yield from self._planned(item, plan)

    def _planned(self, item: CostItem, plan: PaymentPlan) -> Iterator[Payment]:
        """The deposit, then the instalments; the last makes up the sum. A discount for paying at once is not theirs."""
        full = Interval(item.price.maximum, item.price.maximum)
        deposit = Interval.of(min(plan.deposit or Decimal(0), full.maximum))
        if deposit.maximum:
            yield self._payment(item, ChargeKind.DEPOSIT, deposit, self._when(plan.deposit_due, item, before=item.year == 1), plan)
        rest = full.maximum - deposit.maximum
        count = plan.instalments or 1
        each = plan.instalment.value if plan.instalment.value is not None else cents(rest / count)
        for place in range(1, count + 1):
            part = each if place < count else rest - each * (count - 1)
            what = msg("instalment {place} of {count}", place=place, count=count) if count > 1 else msg("balance")
            yield self._payment(item, what, Interval.of(part), self._when_instalment(plan, place, item), plan)

    def _payment(self, item: CostItem, what: Value, price: Interval, when: When, evidence: Evidence | None = None) -> Payment:
        one = len(item.shares) == 1
        return Payment(
            what=what,
            covers=_covers(item.charge, item.year, len(self.cost.years)),
            year=item.year,
            price=price,
            currency=self.cost.currency,
            shares=(Share(payer=item.shares[0].payer, amount=price),) if one else item.shares,
            when=when,
            evidence=evidence or item.charge,
            charge=item.charge,
            price_year=item.charge.school_year,
            other_year=self._other_year(item.charge, item.year),
        )

    def _other_year(self, charge: Charge, year: int) -> bool | None:
        printed = SchoolYear.read(charge.school_year) if charge.school_year else None
        paid = _school_year(self.start, year)
        if printed is not None and paid is None and year > 1:
            return True  # whenever the route begins, either this year or the first is another than the one printed
        return None if printed is None or paid is None else printed != paid

    def _uncounted(self) -> Iterator[Payment]:
        """The charges that no sum holds, in the first year."""
        counted = {charge.id for item in self.cost.items for charge in (item.charge, *item.others)}
        charges = charges_in(self.setting.programme, self.setting.route, self.setting.years)
        for charge in charges_for(charges, self.residence):
            reason = left_out(self.setting, charge, self.cost.currency)
            if charge.id in counted or reason is None:
                continue
            yield Payment(
                what=charge.label or charge.kind,
                covers=_covers(charge, 1, len(self.cost.years)),
                year=1,
                price=None if charge.amount is None else Interval.of(charge.amount),
                currency=charge.currency,
                shares=(),
                when=self._when(charge.due, None, before=charge.kind in BEFORE_THE_START),
                evidence=charge,
                charge=charge,
                price_year=charge.school_year,
                other_year=self._other_year(charge, 1),
                reason=reason,
            )

    def _unstated(self, year: int) -> Payment:
        """The tuition of a year without the contract that the page supposes."""
        financing = financing_of(self.setting.programme, self.setting.route)
        return Payment(
            what=ChargeKind.TUITION,
            covers=msg("year {year}", year=year),
            year=year,
            price=None,
            currency=None,
            shares=(),
            when=NEVER_SAID,
            evidence=financing.without_contract if financing else SILENT,
            reason=msg("not stated without a contract"),
        )

    def _by_law(self, due: DueByLaw) -> Payment:
        row, known = due.basis, due.amount is not None
        return Payment(
            what=row.name,
            covers=msg("year {year}", year=due.year),
            year=due.year,
            price=due.amount,
            currency=row.currency,
            shares=(Share(payer=Payer.STUDENT, amount=due.amount),) if due.amount else (),
            when=NEVER_SAID,
            evidence=Evidence(section=row.source, valid_for=row.school_year) if known else SILENT,
            price_year=row.school_year if known else None,
            other_year=False if known else None,
            by_law=True,
        )

    # --- when

    def _when(self, due: Fact[Due], item: CostItem | None, *, before: bool = False) -> When:
        before = before or (item is not None and item.charge.kind in BEFORE_THE_START)
        return When(due=due.value, month=self._month(due.value, item.year if item else 1, before=before), evidence=due)

    def _when_instalment(self, plan: PaymentPlan, place: int, item: CostItem) -> When:
        listed = plan.instalments_due.value or ()
        due = listed[place - 1] if place <= len(listed) else None
        return When(due=due, month=self._month(due, item.year), evidence=plan.instalments_due if due else not_stated())

    def _month(self, due: Due | None, year: int, *, before: bool = False) -> Month | None:
        """The month of the calendar in which something falls due: in the twelve from the intake on, or those before it."""
        if due is None or due.month is None:
            return None
        when = _school_year(self.start, year)
        intake = intake_of(self.setting.programme, self.setting.route)
        first = intake.month if intake else USUAL_START
        if when is None:
            return Month(due.month)
        later = -(due.month >= first) if before else due.month < first
        return Month(due.month, when.start_of(first) + later)

    def at_once(self) -> Iterator[AtOnce]:
        """For every discount on what the student pays alone: what is left over all the years that it may be had in."""
        for charge in dict.fromkeys(item.charge for item in self.cost.items if not item.kind.has_contract):
            times = sum(item.charge is charge and not item.kind.has_contract for item in self.cost.items)
            for discount in discounts_of(self.setting.programme, charge):
                yield AtOnce(discount=discount, totals=tuple(sorted({base.total * times for base in discount.bases})))


def _covers(charge: Charge, year: int, years: int) -> Value:
    if charge.kind in BEFORE_THE_START or charge.per is Per.ONCE:
        return msg("once")
    if charge.per is Per.PROGRAMME or years == 1:
        return msg("the whole programme")
    return msg("year {year}", year=year)


_KINDS = {ChargeKind.APPLICATION: 0, ChargeKind.DEPOSIT: 1, ChargeKind.TUITION: 2}


def _order(payment: Payment) -> int:
    """What has to be paid first comes first, as far as the kind tells; payments of one kind keep their order."""
    if payment.charge is None:
        return 4 if payment.by_law else _KINDS[ChargeKind.TUITION]
    return _KINDS.get(payment.charge.kind, 3)
