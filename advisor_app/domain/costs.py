"""What a route costs from entry to award, by year and by payer, with what the page leaves open left open.

Only amounts with a currency, printed for this programme, enter a sum. Everything else is listed in :attr:`Cost.open`, and a total
is complete only when that list is empty. What the page leaves between two readings (the base of a discount, a length of three to
four years, who pays under a contract) makes an interval. What the law asks beside the school's prices is kept apart, since it
is not the school's: :attr:`Cost.by_law`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import reduce
from operator import or_

from advisor_app.domain.catalogue import Charge, Programme
from advisor_app.domain.charges import (
    Scenario,
    StudyYear,
    charges_for,
    charges_in,
    countable,
    financing_of,
    in_dispute,
)
from advisor_app.domain.contributions import DueByLaw, contributions_of
from advisor_app.domain.cost_doubts import doubts, notes
from advisor_app.domain.money import Interval
from advisor_app.domain.prices import Setting, discounted_in, price_in
from advisor_app.domain.quantities import SchoolYear
from advisor_app.domain.reference import Reference
from advisor_app.domain.route import Route
from advisor_app.domain.routes import entry_of
from advisor_app.domain.student import Residence
from advisor_app.domain.terms import ChargeKind, FormatKind, Payer, Per
from advisor_app.domain.text import Message, msg

NOTHING = Decimal(0)
_AT_ONCE = (Per.PROGRAMME, Per.ONCE, Per.NOT_STATED)  # paid in one year of the route, and the price of all
NO_REFERENCE = Reference()


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A payer's part of an amount."""

    payer: Payer
    amount: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class CostItem:
    """One amount to pay in one year of the route (from 1): the ``price``, whoever pays it, and each payer's share.

    ``others`` are charges of which the student meets one or the other, by a fact that is not known, such as the nationality.
    """

    charge: Charge
    year: int
    kind: FormatKind
    price: Interval
    shares: tuple[Share, ...]
    others: tuple[Charge, ...] = ()

    @property
    def total(self) -> Decimal:
        """The full price, before any discount."""
        return self.price.maximum


@dataclass(frozen=True, slots=True, kw_only=True)
class CostYear:
    """One year of the route: ``reaches`` is the level (Bac+N) at its end. ``items`` is empty where nothing can be counted."""

    year: int
    reaches: int
    kind: FormatKind
    items: tuple[CostItem, ...]

    def shares(self) -> tuple[Share, ...]:
        """What each payer pays in this year."""
        return by_payer(self.items)

    @property
    def price(self) -> Interval:
        """What is paid in this year, whoever pays it."""
        return sum((item.price for item in self.items), Interval())


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """The cost of a route. ``open`` lists what the sums leave out; ``notes`` what bears on them without being left out.

    ``by_law`` is beside the sums: what the law has the student pay each year. ``credits`` are the ECTS credits from entry to award.
    """

    currency: str
    years: tuple[CostYear, ...]
    by_payer: tuple[Share, ...]
    open: tuple[Message, ...]
    notes: tuple[Message, ...]
    by_law: tuple[DueByLaw, ...] = ()
    credits: Decimal | None = None
    scenario: Scenario = Scenario.CONTRACT

    @property
    def complete(self) -> bool:
        """Whether the sums hold everything that is to be paid."""
        return not self.open

    @property
    def items(self) -> tuple[CostItem, ...]:
        return tuple(item for year in self.years for item in year.items)

    @property
    def total(self) -> Interval:
        """The price from entry to award, whoever pays it: the sum of the items' prices."""
        return sum((item.price for item in self.items), Interval())

    def of(self, payer: Payer) -> Interval | None:
        """What ``payer`` pays in total, or ``None`` where nothing can be counted."""
        return next((share.amount for share in self.by_payer if share.payer is payer), None)

    @property
    def per_year(self) -> Interval | None:
        """What the student pays in the dearest year.

        What is printed for the whole programme may fall due at once or be spread over its years; the page seldom says.
        """
        if self.of(Payer.STUDENT) is None:
            return None
        yearly = [student_part(item for item in year.items if not _whole(item)) for year in self.years]
        whole = student_part(item for item in self.items if _whole(item))
        dearest = Interval(max(part.minimum for part in yearly), max(part.maximum for part in yearly))
        return dearest + Interval(whole.each(Decimal(len(self.years))).minimum, whole.maximum)

    @property
    def per_credit(self) -> Interval | None:
        """The price of one ECTS credit, whoever pays it, to the cent; ``None`` where the credits or the price of a year is open."""
        return self.total.each(self.credits) if self.credits and self._priced else None

    @property
    def _priced(self) -> bool:
        """Whether the tuition of every year is counted: all of it at once, or year by year."""
        tuition = [item for item in self.items if item.charge.kind is ChargeKind.TUITION]
        priced = {item.year for item in tuition}
        return any(item.charge.per in _AT_ONCE for item in tuition) or (
            bool(priced) and all(one.year in priced for one in self.years)
        )


def _whole(item: CostItem) -> bool:
    return item.charge.per is Per.PROGRAMME


def student_part(items: Iterable[CostItem]) -> Interval:
    """What the student pays of them."""
    return next((share.amount for share in by_payer(items) if share.payer is Payer.STUDENT), Interval())


def by_payer(items: Iterable[CostItem]) -> tuple[Share, ...]:
    """The sums of the shares, payer by payer in the order of ``Payer``."""
    sums: dict[Payer, Interval] = {}
    for item in items:
        for share in item.shares:
            sums[share.payer] = sums.get(share.payer, Interval()) + share.amount
    return tuple(Share(payer=payer, amount=sums[payer]) for payer in Payer if payer in sums)


def cost_of(
    programme: Programme,
    route: Route,
    residence: Residence | None = None,
    *,
    reference: Reference = NO_REFERENCE,
    scenario: Scenario = Scenario.CONTRACT,
    start: SchoolYear | None = None,
) -> Cost:
    """The cost of ``route`` as far as the page tells it, for a student of that ``residence``.

    ``start`` is the school year in which the route begins, where it is known; only what the law asks depends on it. Where the
    residence is not known and prices depend on it, the items that differ become one a year, which spans them. ``reference`` has the
    ratios of credit systems and what the law asks.
    """
    setting = Setting.of(programme, route, reference, scenario)
    charges = charges_in(programme, route, setting.years)
    by_residence = residence is None and any(charge.residences for charge in charges)
    charges = charges_for(charges, residence)
    currency = _currency(charges)
    found = [tuple(_items(setting, charges_for(charges, one), currency)) for one in (Residence if by_residence else (residence,))]
    items = tuple(_merged(found)) if by_residence else found[0]
    own_legal = any(charge.kind is ChargeKind.LEGAL for charge in charges)  # the page names it itself
    by_law = () if own_legal else contributions_of(reference, programme.country, setting.years, start)
    nationality = (msg("The price depends on the student’s nationality"),) if by_residence else ()
    counted = tuple(dict.fromkeys(charge for item in items for charge in (item.charge, *item.others)))
    return Cost(
        currency=currency,
        years=_years(setting, items),
        by_payer=by_payer(items),
        open=(*nationality, *doubts(setting, charges, currency, by_law)),
        notes=tuple(notes(setting, counted, by_law)),
        by_law=by_law,
        credits=entry_of(programme, route).credits.value,
        scenario=scenario,
    )


def _years(setting: Setting, items: tuple[CostItem, ...]) -> tuple[CostYear, ...]:
    entered = entry_of(setting.programme, setting.route).after
    return tuple(
        CostYear(
            year=year.number,
            reaches=entered + year.number,
            kind=year.kind,
            items=tuple(item for item in items if item.year == year.number),
        )
        for year in setting.years
    )


def _currency(charges: tuple[Charge, ...]) -> str:
    """That of the first price which may be counted, else of the first that is printed."""
    printed = (*(charge.currency for charge in charges if countable(charge)), *(charge.currency for charge in charges))
    return next((one for one in printed if one), "EUR")


def _items(setting: Setting, charges: tuple[Charge, ...], currency: str) -> Iterator[CostItem]:
    for charge in charges:
        if countable(charge) and charge.currency == currency:
            for year in setting.years:
                own = not year.kind.has_contract and (charge.payer is Payer.STUDENT or setting.scenario is Scenario.NO_CONTRACT)
                price = discounted_in(setting, charge, year) if own else price_in(setting, charge, year)
                if price is not None:
                    shares = _shares(setting, charge, year, price)
                    yield CostItem(charge=charge, year=year.number, kind=year.kind, price=price, shares=shares)


def _shares(setting: Setting, charge: Charge, year: StudyYear, price: Interval) -> tuple[Share, ...]:
    """Who pays: by the page's own statement in a year under a contract, where it has one; by the charge in all others."""
    if charge.kind is not ChargeKind.TUITION or not year.kind.has_contract:
        without = setting.scenario is Scenario.NO_CONTRACT and charge.kind is ChargeKind.TUITION
        return (Share(payer=Payer.STUDENT if without else charge.payer, amount=price),)
    financing = financing_of(setting.programme, setting.route)
    part = Interval(NOTHING, price.maximum)
    if financing is None:
        if charge.formats or charge.payer is not Payer.STUDENT:
            return (Share(payer=charge.payer, amount=price),)
        return (Share(payer=Payer.STUDENT, amount=part), Share(payer=Payer.NOT_STATED, amount=part))
    if in_dispute(financing) or financing.student_share.value is None:
        return (Share(payer=Payer.STUDENT, amount=part), Share(payer=financing.payer, amount=part))
    left = financing.student_share.value
    return (Share(payer=Payer.STUDENT, amount=price.at_most(left)), Share(payer=financing.payer, amount=price.above(left)))


def _merged(found: list[tuple[CostItem, ...]]) -> Iterator[CostItem]:
    """The items that every reading has, and for each year one that spans those which differ."""
    common = [item for item in found[0] if all(item in others for others in found[1:])]
    yield from common
    for year in dict.fromkeys(item.year for items in found for item in items):
        rests = [tuple(item for item in items if item.year == year and item not in common) for items in found]
        differing = [item for rest in rests for item in rest]
        if differing:
            dearest = max(differing, key=lambda item: item.total)
            others = dict.fromkeys(item.charge for item in differing if item.charge is not dearest.charge)
            price, shares = _spanned([_sum(rest) for rest in rests]), _spanned_shares(rests)
            yield replace(dearest, price=price, shares=shares, others=tuple(others))


def _sum(items: tuple[CostItem, ...]) -> Interval:
    return sum((item.price for item in items), Interval())


def _spanned(intervals: Iterable[Interval]) -> Interval:
    return reduce(or_, intervals)


def _spanned_shares(rests: list[tuple[CostItem, ...]]) -> tuple[Share, ...]:
    sums = [{share.payer: share.amount for share in by_payer(rest)} for rest in rests]
    payers = (payer for payer in Payer if any(payer in one for one in sums))
    return tuple(Share(payer=payer, amount=_spanned(one.get(payer, Interval()) for one in sums)) for payer in payers)
