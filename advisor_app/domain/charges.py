"""Which of a programme's charges a route meets in each of its years, for which student, and who pays them. No arithmetic."""

from dataclasses import dataclass
from enum import StrEnum

from advisor_app.domain.catalogue import Charge, Discount, Financing, PaymentPlan, Programme
from advisor_app.domain.facts import Status
from advisor_app.domain.route import Route
from advisor_app.domain.routes import fewest_years, format_of, years_of
from advisor_app.domain.student import Residence
from advisor_app.domain.terms import ChargeKind, FormatKind, YesNo
from advisor_app.domain.text import Value


class Scenario(StrEnum):
    """What a route under a contract costs depends on whether there is one by the start."""

    CONTRACT = "contract"
    NO_CONTRACT = "no_contract"


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyYear:
    """One year of a route, from 1. ``formats`` are those whose prices hold in it, empty where the page does not say which.

    ``certain`` is false for a year that only the longest reading of the length has.
    """

    number: int
    kind: FormatKind
    formats: frozenset[str]
    certain: bool = True


def study_years(programme: Programme, route: Route, scenario: Scenario = Scenario.CONTRACT) -> tuple[StudyYear, ...]:
    """The years of ``route``, first to last; none where its length is not known."""
    fewest = fewest_years(programme, route)
    return tuple(
        StudyYear(
            number=number,
            kind=kind if scenario is Scenario.CONTRACT else FormatKind.INITIAL,
            formats=_formats(programme, route, kind, scenario),
            certain=number <= fewest,
        )
        for number, kind in enumerate(years_of(programme, route), start=1)
    )


def _formats(programme: Programme, route: Route, kind: FormatKind, scenario: Scenario) -> frozenset[str]:
    """By the format's name or, for a year of a sequence, also by the formats of that year's kind."""
    if kind.has_contract and scenario is Scenario.NO_CONTRACT:
        financing = financing_of(programme, route)
        instead = financing.without_contract_format if financing else None
        return frozenset({instead} if instead else ())
    if not format_of(programme, route).years:
        return frozenset({route.format})
    return frozenset({route.format, *(format_.id for format_ in programme.formats if format_.kind is kind)})


def has_contract(programme: Programme, route: Route) -> bool:
    """Whether any year of the route is under a contract; by its format where the length is not known."""
    kinds = years_of(programme, route) or (format_of(programme, route).kind,)
    return any(kind.has_contract for kind in kinds)


def applies(charge: Charge, year: StudyYear) -> bool:
    """Whether the charge is for the way one studies in that year."""
    return not charge.formats or not year.formats.isdisjoint(charge.formats)


def without_price(year: StudyYear) -> bool:
    """Whether nothing tells which price holds in that year: no contract was found, and the page does not say what then."""
    return not year.formats


def charges_of(programme: Programme, route: Route) -> tuple[Charge, ...]:
    """The charges that this route meets in any of its years, parts of other charges left out."""
    return charges_in(programme, route, study_years(programme, route))


def charges_in(programme: Programme, route: Route, years: tuple[StudyYear, ...]) -> tuple[Charge, ...]:
    """The same where the years are known already, with a contract or without."""
    return tuple(
        charge
        for charge in programme.charges
        if charge.included_in is None
        and meets(charge, route)
        and (any(applies(charge, year) for year in years) if years else _by_format(charge, route))
    )


def _by_format(charge: Charge, route: Route) -> bool:
    """Where the length is not known: by the route's own format."""
    return not charge.formats or route.format in charge.formats


def meets(charge: Charge, route: Route) -> bool:
    """Whether the charge is for the entry point, place, option and start of that route."""
    ties = (
        (charge.entry_points, route.entry),
        (charge.campuses, route.campus),
        (charge.specialisations, route.specialisation),
        (charge.streams, route.stream),
        (charge.intakes, route.intake),
    )
    return all(not tied or chosen in tied for tied, chosen in ties)


def price_key(programme: Programme, route: Route) -> tuple[object, ...]:
    """What routes of one price have in common: entry, format, and the charges that they meet."""
    return (route.entry, route.format, *(meets(charge, route) for charge in programme.charges))


def charges_for(charges: tuple[Charge, ...], residence: Residence | None) -> tuple[Charge, ...]:
    """Those of ``charges`` that a student of that residence may meet; all of them where it is not known."""
    return tuple(charge for charge in charges if residence is None or not charge.residences or residence in charge.residences)


def for_somebody(charge: Charge) -> bool:
    """Whether the charge is for an audience that only words describe."""
    return charge.audience is not None and not charge.residences


def countable(charge: Charge) -> bool:
    """Whether the amount may enter a sum: printed, with a currency, for this programme and for this student."""
    printed = charge.amount is not None and charge.currency is not None and charge.status is not Status.OTHER_PROGRAMME
    return printed and not for_somebody(charge)


def financing_of(programme: Programme, route: Route) -> Financing | None:
    """The page's statement on who pays under this route's contract."""
    return next((financing for financing in programme.financing if route.format in financing.formats), None)


def discounts_of(programme: Programme, charge: Charge) -> tuple[Discount, ...]:
    """The discounts on a charge for which the page, or arithmetic, says what is left to pay."""
    return tuple(discount for discount in programme.discounts if discount.charge == charge.id and discount.bases)


def plan_of(programme: Programme, charge: Charge, year: StudyYear) -> PaymentPlan | None:
    """How the charge may be paid in parts in that year."""
    for plan in programme.plans:
        if plan.charge == charge.id and (not plan.formats or not year.formats.isdisjoint(plan.formats)):
            return plan
    return None


def deposit_on_top(programme: Programme, charge: Charge, plan: PaymentPlan) -> bool | None:
    """Whether the deposit comes on top of the charge; ``None`` where nothing tells.

    A deposit that is a charge of its own is counted, or not, as that charge says.
    """
    if plan.deposit is None or any(other.included_in == charge.id for other in programme.charges) or _own_charge(programme, plan):
        return False
    if plan.deposit_included is not YesNo.NOT_STATED:
        return plan.deposit_included is YesNo.NO
    if plan.instalments is None or plan.instalment.value is None or charge.amount is None:
        return None
    # instalments are whole cents, so the last may differ from the others by a few: which sum is nearer decides
    rest = plan.instalments * plan.instalment.value
    return abs(rest - charge.amount) < abs(rest + plan.deposit - charge.amount)


def _own_charge(programme: Programme, plan: PaymentPlan) -> bool:
    return any(other.kind is ChargeKind.DEPOSIT and other.amount == plan.deposit for other in programme.charges)


def charge_label(charge: Charge) -> Value:
    """What the charge is called, in the page's own terms where it has any."""
    return charge.label or charge.kind


def in_dispute(financing: Financing) -> bool:
    """Whether the page leaves open how the price is split."""
    return financing.status is Status.CONFLICTING or financing.student_share.value is None
