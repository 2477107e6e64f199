"""What a cost leaves out, and what has to be known of what it holds, in words."""

from collections.abc import Iterator
from itertools import groupby

from advisor_app.domain.catalogue import Charge, Discount
from advisor_app.domain.charges import (
    Scenario,
    charge_label,
    deposit_on_top,
    discounts_of,
    financing_of,
    for_somebody,
    has_contract,
    plan_of,
    without_price,
)
from advisor_app.domain.contributions import DueByLaw, exempt, said
from advisor_app.domain.facts import Status
from advisor_app.domain.money import Money
from advisor_app.domain.prices import Setting, period_is_open, ratio_of, units_of
from advisor_app.domain.terms import ChargeKind, FormatKind, Per
from advisor_app.domain.text import Message, msg

EXPECTED = (ChargeKind.TUITION, ChargeKind.APPLICATION)  # what every school has, so that a page's silence on it is said


def doubts(setting: Setting, charges: tuple[Charge, ...], currency: str, by_law: tuple[DueByLaw, ...]) -> Iterator[Message]:
    """What the sums leave out or leave between two bounds that the page does not settle."""
    for charge in charges:
        reason = left_out(setting, charge, currency)
        if reason is not None:
            yield msg("{charge}: {reason}", charge=charge_label(charge), reason=reason)
    for kind in EXPECTED:
        if not any(charge.kind is kind for charge in charges) and not _without_price(setting, kind):
            yield msg("{charge}: {reason}", charge=kind, reason=msg("not stated"))
    yield from _contract_doubts(setting)
    if not setting.years:
        yield msg("Length: not stated")
    for due in _by_contribution(by_law):
        if any(one.amount is None for one in due):
            yield said(due)


def _without_price(setting: Setting, kind: ChargeKind) -> bool:
    """That the tuition is not known without a contract is said by itself."""
    return kind is ChargeKind.TUITION and any(without_price(year) for year in setting.years)


def _by_contribution(by_law: tuple[DueByLaw, ...]) -> Iterator[tuple[DueByLaw, ...]]:
    for _, due in groupby(by_law, key=lambda one: one.basis.id):
        yield tuple(due)


def left_out(setting: Setting, charge: Charge, currency: str) -> Message | None:
    """Why a charge is in no sum, or only as an interval; ``None`` for one that is simply counted."""
    if charge.amount is None:
        return msg("not stated")
    amount = Money(charge.amount, charge.currency)
    if charge.status is Status.OTHER_PROGRAMME:
        return msg("{amount} is printed for another programme", amount=amount)
    if charge.currency is None:
        return msg("{amount}, currency not printed", amount=charge.amount)
    if charge.currency != currency:
        return msg("{amount}, in another currency", amount=amount)
    if charge.audience is not None and for_somebody(charge):
        return msg("{amount} {per} for {audience}", amount=amount, per=charge.per, audience=charge.audience)
    return _unit_doubt(setting, charge, amount) or _deposit_doubt(setting, charge)


def _unit_doubt(setting: Setting, charge: Charge, amount: Money) -> Message | None:
    if period_is_open(setting, charge):
        return msg("{amount}, without a period: once, or once a year", amount=amount)
    if charge.per is Per.MODULE and units_of(setting, charge) is None:
        return msg("{amount} a module, number of modules not stated", amount=amount)
    if charge.per is not Per.CREDIT or units_of(setting, charge) is not None:
        return None
    if ratio_of(setting.reference, charge) is None:
        system = charge.credit_system or ""
        return msg("{amount} for a credit of {system}, which no fixed ratio ties to ECTS", amount=amount, system=system)
    return msg("{amount} a credit, number of credits not stated", amount=amount)


def _deposit_doubt(setting: Setting, charge: Charge) -> Message | None:
    plans = (plan_of(setting.programme, charge, year) for year in setting.years[:1])
    for plan in plans:
        if plan is not None and plan.deposit is not None and deposit_on_top(setting.programme, charge, plan) is None:
            deposit = Money(plan.deposit, charge.currency)
            return msg("the page does not say whether the deposit of {amount} is part of it", amount=deposit)
    return None


def _contract_doubts(setting: Setting) -> Iterator[Message]:
    if not has_contract(setting.programme, setting.route):
        return
    financing = financing_of(setting.programme, setting.route)
    if financing is None:
        yield msg("Who pays under a contract: not stated")
        return
    if financing.status is Status.CONFLICTING and setting.scenario is Scenario.CONTRACT:
        yield msg("Who pays what under a contract: the page says different things")
    if financing.without_contract.value is None:
        yield msg("Price if no contract is found: not stated")
    elif setting.scenario is Scenario.NO_CONTRACT and financing.without_contract_format is None:
        yield msg("Price if no contract is found: {words}", words=financing.without_contract.value)


def notes(setting: Setting, charges: tuple[Charge, ...], by_law: tuple[DueByLaw, ...]) -> Iterator[Message]:
    """What bears on the sums without being left out of them. ``charges`` are those that are counted."""
    for charge in charges:
        if charge.per is Per.NOT_STATED and not period_is_open(setting, charge):
            yield msg("{charge}: the page does not say for which period; counted once", charge=charge_label(charge))
        if any(year.kind is FormatKind.INITIAL for year in setting.years):
            yield from (_discount_note(discount) for discount in discounts_of(setting.programme, charge))
    if not all(year.certain for year in setting.years):
        yield msg("The length is not exact, so the price lies between the shortest and the longest")
    yield from _without_contract_hint(setting)
    for due in _by_contribution(by_law):
        if all(one.amount is not None for one in due):
            yield msg("Besides, by law: {contribution}", contribution=said(due))
        freed = exempt(due)
        if freed is not None:
            yield freed


def _discount_note(discount: Discount) -> Message:
    if len(discount.bases) > 1:
        return msg("{rate} % off ({condition}); the page does not say of what", rate=discount.rate, condition=discount.condition)
    return msg("{rate} % off ({condition})", rate=discount.rate, condition=discount.condition)


def _without_contract_hint(setting: Setting) -> Iterator[Message]:
    """What is printed for those without a contract, for comparison: whether one may then study so, the page does not say."""
    if not any(without_price(year) for year in setting.years):
        return
    initial = {format_.id for format_ in setting.programme.formats if format_.kind is FormatKind.INITIAL}
    for charge in setting.programme.charges:
        for_all = not charge.formats or not initial.isdisjoint(charge.formats)
        if (
            charge.kind is ChargeKind.TUITION
            and for_all
            and charge.amount is not None
            and left_out(setting, charge, charge.currency or "") is None
        ):
            amount = Money(charge.amount, charge.currency)
            yield msg(
                "For comparison, the price without a contract in initial study: {amount} {per}", amount=amount, per=charge.per
            )
