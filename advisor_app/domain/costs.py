"""What a route costs from entry to award, by year and by payer, with what the page leaves open left open.

Only amounts with a currency, printed for this programme, enter a sum. Everything else is listed in :attr:`Cost.open`, and a total
is complete only when that list is empty. Under a contract the page's own statement on who pays decides; where its statements
differ, each payer's part stays between nothing and the whole price.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from advisor_app.domain.catalogue import Charge, ChargeKind, Discount, Financing, FormatKind, Payer, Per, Programme
from advisor_app.domain.facts import Status
from advisor_app.domain.money import Interval, Money
from advisor_app.domain.routes import Route, entry_of, semesters_in, years_of
from advisor_app.domain.student import Residence
from advisor_app.domain.text import Message, Value, msg

NOTHING = Decimal(0)
EXPECTED = (ChargeKind.TUITION, ChargeKind.APPLICATION)  # what every school has, so that a page's silence on it is said


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A payer's part of an amount."""

    payer: Payer
    amount: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class CostItem:
    """One amount to pay in one year of the route (from 1), split by payer."""

    charge: Charge
    year: int
    kind: FormatKind
    shares: tuple[Share, ...]

    @property
    def total(self) -> Decimal:
        """The price, whoever pays it."""
        return max(share.amount.maximum for share in self.shares)


@dataclass(frozen=True, slots=True, kw_only=True)
class CostYear:
    """One year of the route: ``reaches`` is the level (Bac+N) at its end. ``items`` is empty where nothing can be counted."""

    year: int
    reaches: int
    kind: FormatKind
    items: tuple[CostItem, ...]

    def shares(self) -> tuple[Share, ...]:
        return _by_payer(self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """The cost of a route. ``open`` lists what the sums leave out; ``notes`` what bears on them without being left out."""

    currency: str
    years: tuple[CostYear, ...]
    by_payer: tuple[Share, ...]
    open: tuple[Message, ...]
    notes: tuple[Message, ...]

    @property
    def complete(self) -> bool:
        return not self.open

    def of(self, payer: Payer) -> Interval | None:
        """What ``payer`` pays in total, or ``None`` where nothing can be counted."""
        return next((share.amount for share in self.by_payer if share.payer is payer), None)

    @property
    def per_year(self) -> Interval | None:
        """What the student pays in the dearest year."""
        amounts = [share.amount for year in self.years for share in year.shares() if share.payer is Payer.STUDENT]
        return max(amounts, key=lambda amount: amount.maximum, default=None)


def cost_of(programme: Programme, route: Route, residence: Residence | None = None) -> Cost:
    """The cost of ``route`` as far as the page tells it, for a student of that ``residence``.

    Where the residence is not known and prices depend on it, each payer's sum spans all of them, and the years are those of the
    dearest.
    """
    charges = charges_of(programme, route)
    if residence is not None or not any(charge.residences for charge in charges):
        return _cost(programme, route, charges_for(charges, residence))
    return _spanning([_cost(programme, route, charges_for(charges, one)) for one in Residence])


def charges_for(charges: tuple[Charge, ...], residence: Residence | None) -> tuple[Charge, ...]:
    """Those of ``charges`` that a student of that residence may meet; all of them where it is not known."""
    return tuple(charge for charge in charges if residence is None or not charge.residences or residence in charge.residences)


def _spanning(costs: list[Cost]) -> Cost:
    dearest = max(costs, key=lambda cost: sum((share.amount.maximum for share in cost.by_payer), NOTHING))
    shares = [share for cost in costs for share in cost.by_payer]
    spans = {
        payer: Interval(min(part.minimum for part in parts), max(part.maximum for part in parts))
        for payer in Payer
        if (parts := [share.amount for share in shares if share.payer is payer])
    }
    by_payer = tuple(Share(payer=payer, amount=amount) for payer, amount in spans.items())
    left_out = dict.fromkeys(
        (msg("The price depends on the student’s nationality"), *(item for cost in costs for item in cost.open))
    )
    return replace(dearest, by_payer=by_payer, open=tuple(left_out))


def _cost(programme: Programme, route: Route, charges: tuple[Charge, ...]) -> Cost:
    kinds = years_of(programme, route)
    printed = (*(charge.currency for charge in charges if _countable(charge)), *(charge.currency for charge in charges))
    currency = next((one for one in printed if one), "EUR")
    counted = tuple(charge for charge in charges if _countable(charge) and charge.currency == currency)
    items = tuple(item for charge in counted for item in _items(programme, route, charge, kinds))
    entry = entry_of(programme, route)
    years = tuple(
        CostYear(year=year, reaches=entry.after + year, kind=kind, items=tuple(item for item in items if item.year == year))
        for year, kind in enumerate(kinds, start=1)
    )
    left_out = (
        *_open(charges, currency),
        *_contract_doubts(programme, route, kinds),
        *(() if kinds else (msg("Length: not stated"),)),
    )
    return Cost(
        currency=currency, years=years, by_payer=_by_payer(items), open=left_out, notes=tuple(_notes(programme, counted, kinds))
    )


def charges_of(programme: Programme, route: Route) -> tuple[Charge, ...]:
    """The charges that this route meets in any of its years, parts of other charges left out."""
    kinds = years_of(programme, route)
    return tuple(
        charge
        for charge in programme.charges
        if charge.included_in is None
        and (not charge.entry_points or route.entry in charge.entry_points)
        and any(_applies(programme, route, charge, kind) for kind in kinds or (None,))
    )


def financing_of(programme: Programme, route: Route) -> Financing | None:
    """The page's statement on who pays under this route's contract."""
    return next((financing for financing in programme.financing if route.format in financing.formats), None)


def _applies(programme: Programme, route: Route, charge: Charge, kind: FormatKind | None) -> bool:
    """By the format's name or, for a year of a sequence, by a format of that year's kind."""
    if not charge.formats:
        return True
    kinds = {format_.kind for format_ in programme.formats if format_.id in charge.formats}
    sequence = any(format_.id == route.format and format_.years for format_ in programme.formats)
    return kind in kinds if sequence else route.format in charge.formats


def _countable(charge: Charge) -> bool:
    printed = charge.amount is not None and charge.currency is not None and charge.status is not Status.OTHER_PROGRAMME
    return printed and not _for_somebody(charge)


def _for_somebody(charge: Charge) -> bool:
    """For an audience that only words describe."""
    return charge.audience is not None and not charge.residences


def _items(programme: Programme, route: Route, charge: Charge, kinds: tuple[FormatKind, ...]) -> Iterator[CostItem]:
    years = [year for year, kind in enumerate(kinds, start=1) if _applies(programme, route, charge, kind)]
    if charge.per not in {Per.YEAR, Per.SEMESTER, Per.CREDIT, Per.MODULE}:
        years = years[:1]
    for year in years:
        amount = _in_year(programme, route, charge, year, len(kinds))
        if amount is not None:
            kind = kinds[year - 1]
            yield CostItem(charge=charge, year=year, kind=kind, shares=_shares(programme, route, charge, kind, amount))


def _in_year(programme: Programme, route: Route, charge: Charge, year: int, years: int) -> Decimal | None:
    amount = charge.amount or NOTHING
    if charge.per is Per.SEMESTER:
        return amount * semesters_in(programme, route, year)
    if charge.per is Per.CREDIT:
        credits_ = entry_of(programme, route).credits.value
        return None if credits_ is None else amount * credits_ / years
    return None if charge.per is Per.MODULE else amount


def _shares(programme: Programme, route: Route, charge: Charge, kind: FormatKind, amount: Decimal) -> tuple[Share, ...]:
    whole, part = Interval.of(amount), Interval(NOTHING, amount)
    financing = financing_of(programme, route)
    if charge.kind is not ChargeKind.TUITION or not kind.has_contract or financing is None:
        if charge.payer is Payer.STUDENT and not kind.has_contract:
            return (Share(payer=Payer.STUDENT, amount=_discounted(programme, charge, amount)),)
        return (Share(payer=charge.payer, amount=whole),)
    if financing.status is Status.CONFLICTING or financing.student_share.value is None:
        return (Share(payer=Payer.STUDENT, amount=part), Share(payer=financing.payer, amount=part))
    left = min(financing.student_share.value, amount)
    return (Share(payer=Payer.STUDENT, amount=Interval.of(left)), Share(payer=financing.payer, amount=Interval.of(amount - left)))


def discounts_of(programme: Programme, charge: Charge) -> tuple[Discount, ...]:
    return tuple(discount for discount in programme.discounts if discount.charge == charge.id and discount.bases)


def _discounted(programme: Programme, charge: Charge, amount: Decimal) -> Interval:
    """From the lowest price with any one discount to the full price, since a discount is the student's choice."""
    lowest = [base.total for discount in discounts_of(programme, charge) for base in discount.bases]
    return Interval.of(amount, *lowest)


def _by_payer(items: Iterable[CostItem]) -> tuple[Share, ...]:
    sums: dict[Payer, Interval] = {}
    for item in items:
        for share in item.shares:
            sums[share.payer] = sums.get(share.payer, Interval()) + share.amount
    return tuple(Share(payer=payer, amount=sums[payer]) for payer in Payer if payer in sums)


def charge_label(charge: Charge) -> Value:
    """What the charge is called, in the page's own terms where it has any."""
    return charge.label or charge.kind


def _open(charges: tuple[Charge, ...], currency: str) -> Iterator[Message]:
    for charge in charges:
        reason = _left_out(charge, currency)
        if reason is not None:
            yield msg("{charge}: {reason}", charge=charge_label(charge), reason=reason)
    for kind in EXPECTED:
        if not any(charge.kind is kind for charge in charges):
            yield msg("{charge}: {reason}", charge=kind, reason=msg("not stated"))


def _left_out(charge: Charge, currency: str) -> Message | None:
    if charge.amount is None:
        return msg("not stated")
    if charge.status is Status.OTHER_PROGRAMME:
        return msg("{amount} is printed for another programme", amount=Money(charge.amount, charge.currency))
    if charge.currency is None:
        return msg("{amount}, currency not printed", amount=charge.amount)
    if charge.currency != currency:
        return msg("{amount}, in another currency", amount=Money(charge.amount, charge.currency))
    if charge.audience is not None and _for_somebody(charge):
        return msg(
            "{amount} {per} for {audience}", amount=Money(charge.amount, charge.currency), per=charge.per, audience=charge.audience
        )
    if charge.per is Per.MODULE:
        return msg("{amount} a module, number of modules not stated", amount=Money(charge.amount, charge.currency))
    return None


def _contract_doubts(programme: Programme, route: Route, kinds: tuple[FormatKind, ...]) -> Iterator[Message]:
    if not any(kind.has_contract for kind in kinds):
        return
    financing = financing_of(programme, route)
    if financing is None:
        yield msg("Who pays under a contract: not stated")
        return
    if financing.status is Status.CONFLICTING:
        yield msg("Who pays what under a contract: the page says different things")
    if financing.without_contract.value is None:
        yield msg("Price if no contract is found: not stated")


def _notes(programme: Programme, charges: tuple[Charge, ...], kinds: tuple[FormatKind, ...]) -> Iterator[Message]:
    for charge in charges:
        if charge.per is Per.NOT_STATED:
            yield msg("{charge}: the page does not say for which period; counted once", charge=charge_label(charge))
        if FormatKind.INITIAL in kinds:
            yield from (_discount_note(discount) for discount in discounts_of(programme, charge))


def _discount_note(discount: Discount) -> Message:
    if len(discount.bases) > 1:
        return msg("{rate} % off ({condition}); the page does not say of what", rate=discount.rate, condition=discount.condition)
    return msg("{rate} % off ({condition})", rate=discount.rate, condition=discount.condition)
