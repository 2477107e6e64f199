"""A route's sums laid out in payments: what is to be paid, by whom and when, and what no sum holds, with the reason."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from advisor_app.domain.catalogue import Charge, Discount, Due, PaymentPlan
from advisor_app.domain.charges import (
    charges_for,
    charges_in,
    discounts_of,
    financing_of,
    plan_of,
    without_price,
)
from advisor_app.domain.contributions import DueByLaw, last_known
from advisor_app.domain.cost_doubts import left_out
from advisor_app.domain.costs import Cost, CostItem, CostYear, Share
from advisor_app.domain.facts import SILENT, Evidence, Fact, Status, not_stated
from advisor_app.domain.money import Interval, cents
from advisor_app.domain.prices import Setting
from advisor_app.domain.quantities import Month, SchoolYear
from advisor_app.domain.starts import intake_of
from advisor_app.domain.student import Residence
from advisor_app.domain.terms import ChargeKind, Payer, Per
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


def school_year_of(start: SchoolYear | None, number: int) -> SchoolYear | None:
    """The school year of a route's year, from 1; ``None`` where the first is not known."""
    return SchoolYear(start.start + number - 1) if start else None


@dataclass(frozen=True, slots=True)
class Laid:
    """The sums of one route laid out in payments."""

    setting: Setting
    cost: Cost
    start: SchoolYear | None
    residence: Residence | None

    def of_year(self, year: CostYear) -> tuple[Payment, ...]:
        """Everything to pay in that year, what comes first by its kind first."""
        return tuple(sorted(self._payments(year), key=_order))

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
        paid = school_year_of(self.start, year)
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
            reason=None if known else last_known(row),
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
        when = school_year_of(self.start, year)
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
