"""Wishes: what the student prefers. Met, not met, or depends; never part of a verdict."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from advisor_app.domain.catalogue import Programme
from advisor_app.domain.costs import Cost
from advisor_app.domain.facts import Status
from advisor_app.domain.legal import LegalFinding
from advisor_app.domain.money import Interval, Money
from advisor_app.domain.quantities import Month
from advisor_app.domain.route import Route
from advisor_app.domain.routes import format_of
from advisor_app.domain.starts import intake_of, wished_month
from advisor_app.domain.student import ALTERNANCE, BUDGET_CURRENCY, Wishes
from advisor_app.domain.terms import FormatKind, Per
from advisor_app.domain.text import Message, msg

FORMAT = "format"
NO_START = msg("The page does not state when the programme starts.")


@dataclass(frozen=True, slots=True, kw_only=True)
class WishFinding:
    """``met`` is ``None`` where it depends on something that is not known or not decided.

    ``closed_by`` is the rule of law that closes what was wished for, where that is why this is another route.
    """

    wish: str
    met: bool | None
    reason: Message
    closed_by: LegalFinding | None = None


def check_wishes(programme: Programme, route: Route, cost: Cost, wishes: Wishes) -> tuple[WishFinding, ...]:
    """Each wish that was given, held against ``route``."""
    return tuple(_findings(programme, route, cost, wishes))


def _findings(programme: Programme, route: Route, cost: Cost, wishes: Wishes) -> Iterator[WishFinding]:
    if wishes.format is not None:
        yield _format(programme, route, wishes.format)
    if wishes.campus is not None:
        yield _campus(programme, route, wishes.campus)
    if wishes.start is not None:
        yield _start(programme, route, wishes)
    if wishes.budget_per_year is not None:
        yield _budget(cost, wishes.budget_per_year)


def _format(programme: Programme, route: Route, wished: str) -> WishFinding:
    format_ = format_of(programme, route)
    if format_.kind is FormatKind.SEQUENCE:
        return WishFinding(wish=FORMAT, met=None, reason=msg("Part of this route is initial study, part is under contract."))
    met = format_.kind.has_contract is (wished == ALTERNANCE)
    reason = msg("This route has the format wished for.") if met else msg("This route has another format.")
    return WishFinding(wish=FORMAT, met=met, reason=reason)


def _campus(programme: Programme, route: Route, wished: str) -> WishFinding:
    """A place that the page does not give, such as a school's address of years ago, neither fulfils a wish nor fails it."""
    met = route.campus == wished
    if programme.campus_evidence.status is Status.INFERRED and (met or wished not in programme.campuses):
        return WishFinding(wish="campus", met=None, reason=msg("The place is inferred: to be confirmed."))
    reason = msg("This route is on the campus wished for.") if met else msg("This route is on another campus.")
    return WishFinding(wish="campus", met=met, reason=reason)


def _start(programme: Programme, route: Route, wishes: Wishes) -> WishFinding:
    intake, wished = intake_of(programme, route), wished_month(wishes)
    if intake is None or wished is None:
        taught = programme.calendar.teaching_from.value
        reason = msg("Courses from {month}, start not stated.", month=Month(taught)) if taught else NO_START
        return WishFinding(wish="start", met=None, reason=reason)
    year, month = wished
    met = intake.month == month and intake.year in {None, year}
    reason = msg("The programme starts in that month.") if met else msg("The programme starts in another month.")
    return WishFinding(wish="start", met=met, reason=reason)


def _budget(cost: Cost, budget: Decimal) -> WishFinding:
    """Against every reading of the price, never against the one that suits best."""
    per_year = cost.per_year
    if per_year is None:
        return _of_budget(None, msg("The price is not stated, so the budget cannot be compared."))
    if cost.currency != BUDGET_CURRENCY:
        return _of_budget(None, msg("The price is not in euros, so the budget cannot be compared."))
    if per_year.maximum > budget:
        return _above(cost, per_year, budget)
    if any(year.kind.has_contract for year in cost.years):
        return _of_budget(None, msg("Within the budget as long as a contract runs."))
    if not cost.complete:
        return _of_budget(None, msg("Within the budget, but part of the cost is not stated."))
    return _of_budget(True, msg("Within the budget."))


def _of_budget(met: bool | None, reason: Message) -> WishFinding:
    return WishFinding(wish="budget_per_year", met=met, reason=reason)


def _above(cost: Cost, per_year: Interval, budget: Decimal) -> WishFinding:
    low, high = (Money(max(bound - budget, Decimal(0)), cost.currency) for bound in (per_year.minimum, per_year.maximum))
    for_a_year = any(item.charge.per is Per.NOT_STATED for item in cost.items)
    if per_year.minimum <= budget:
        least, most = (Money(bound, cost.currency) for bound in (per_year.minimum, per_year.maximum))
        return _of_budget(None, msg("{low} to {high} a year: the budget may not be enough.", low=least, high=most))
    if low == high:
        above = msg("{amount} a year above the budget.", amount=high)
        unsure = msg("{amount} above the budget, if the price is that of one year.", amount=high)
    else:
        above = msg("{low} to {high} a year above the budget.", low=low, high=high)
        unsure = msg("{low} to {high} above the budget, if the price is that of one year.", low=low, high=high)
    return _of_budget(False, unsure if for_a_year else above)
