"""The few lines that stand for a programme in a list: why this verdict, what it costs, what to beware of."""

from advisor_app.domain.catalogue import Charge, Programme
from advisor_app.domain.charges import charges_for, charges_of, financing_of
from advisor_app.domain.check import Assessment, ProgrammeCheck, RouteCheck, Way
from advisor_app.domain.facts import Flag, Status
from advisor_app.domain.money import Money
from advisor_app.domain.requirements.base import FindingStatus
from advisor_app.domain.route import Route
from advisor_app.domain.student import Residence
from advisor_app.domain.terms import ChargeKind, Payer, Per
from advisor_app.domain.text import Message, Value, msg, msg_n
from advisor_app.domain.verdicts import Verdict


def reason_line(check: ProgrammeCheck) -> Value:
    """Why the programme has its verdict: how many routes are open, or what decides the best one."""
    return reason_of(check.best.assessment if check.best else None, len(check.routes), check.count(Verdict.CAN_APPLY))


def reason_of(best: Assessment | None, routes: int, open_routes: int) -> Value:
    """Why a programme of so many ``routes`` has its verdict; ``best`` is how the best of them was assessed."""
    if open_routes:
        return msg_n("{open} of {count} route", "{open} of {count} routes", routes, open=open_routes)
    return assessment_reason(best) if best else msg("The page states no route.")


def other_route(way: Way, named: Value) -> Message:
    """Another route, as what it is: "open" is only what has no condition left."""
    if way.verdict is Verdict.CAN_APPLY:
        return msg("Open now: {route}", route=named)
    return msg("Another way in, to be confirmed: {route}", route=named)


def route_reason(check: RouteCheck) -> Value:
    """Why one route has its verdict, in one line."""
    return assessment_reason(check.assessment)


def assessment_reason(assessment: Assessment) -> Value:
    """Why all routes from one entry point have their verdict, in one line."""
    finding = assessment.decisive
    if assessment.outcome is None:
        return msg("The page states no entry requirement.")
    if assessment.verdict is Verdict.CAN_APPLY or finding is None:
        return msg("Conditions met on what you told us; the school decides.")
    if finding.status is FindingStatus.NOT_MET:
        return msg("asks {asked}, has {has}", asked=finding.asked, has=finding.answer.has)
    if finding.excluded and assessment.verdict is Verdict.NOT_YET:
        return msg("ruled out: {asked}; has {has}", asked=finding.asked, has=finding.answer.has)
    return finding.answer.reason


def price_line(programme: Programme, route: Route | None, residence: Residence | None = None) -> Message:
    """The tuition of a route with its period and who pays it; never an amount that is printed for another programme.

    Prices that differ only by whom they are for, such as students from outside the EU, are given from the lowest to the highest.
    """
    charges = _tuitions(programme, route, residence)
    charge = charges[0] if charges else None
    if charge is None or charge.amount is None or charge.status is Status.OTHER_PROGRAMME:
        return msg("Price not stated")
    amount = Money(charge.amount, charge.currency)
    if charge.per is Per.NOT_STATED:
        return msg("{amount}, period not stated", amount=amount)
    payer = _payer(programme, route, charge)
    if payer is not Payer.STUDENT:
        return msg("{amount} {per}, paid by {payer}", amount=amount, per=charge.per, payer=payer)
    amounts = [each.amount for each in charges if each.amount is not None and _alike(each, charge)]
    if min(amounts) != max(amounts):
        low, high = (Money(bound, charge.currency) for bound in (min(amounts), max(amounts)))
        return msg("{low} to {high} {per}", low=low, high=high, per=charge.per)
    if charge.audience is not None and not charge.residences:
        return msg("{amount} {per} for {audience}", amount=amount, per=charge.per, audience=charge.audience)
    return msg("{amount} {per}", amount=amount, per=charge.per)


def price_year(programme: Programme, route: Route | None, residence: Residence | None = None) -> str | None:
    """The school year of the price that :func:`price_line` gives, as the page writes it."""
    charge = next(iter(_tuitions(programme, route, residence)), None)
    if charge is None or charge.amount is None or charge.status is Status.OTHER_PROGRAMME:
        return None
    return charge.school_year


def _tuitions(programme: Programme, route: Route | None, residence: Residence | None) -> tuple[Charge, ...]:
    charges = charges_of(programme, route) if route else programme.charges
    return tuple(charge for charge in charges_for(charges, residence) if charge.kind is ChargeKind.TUITION)


def _alike(one: Charge, other: Charge) -> bool:
    """Whether two prices are for the same thing, in the same currency and for the same period."""
    if one.status is Status.OTHER_PROGRAMME:
        return False
    return all(getattr(one, key) == getattr(other, key) for key in ("formats", "entry_points", "currency", "per", "payer"))


def _payer(programme: Programme, route: Route | None, charge: Charge) -> Payer:
    financing = financing_of(programme, route) if route else None
    sure = financing is not None and financing.status is Status.STATED and financing.student_share.value == 0
    return financing.payer if financing and sure else charge.payer


def headline_flag(programme: Programme) -> Flag | None:
    """The doubt to show in a list: the first of the most severe that has a short form."""
    flags = [flag for flag in programme.flags if flag.short]
    return min(flags, key=lambda flag: flag.severity.value, default=None)
