"""Wishes: what the student prefers. Met, not met, or depends; never part of a verdict."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from advisor_app.domain.catalogue import Programme
from advisor_app.domain.costs import Cost
from advisor_app.domain.money import Money
from advisor_app.domain.routes import Route, format_of
from advisor_app.domain.starts import intake_of, wished_month
from advisor_app.domain.student import ALTERNANCE, BUDGET_CURRENCY, Wishes
from advisor_app.domain.terms import FormatKind
from advisor_app.domain.text import Message, msg


@dataclass(frozen=True, slots=True, kw_only=True)
class WishFinding:
    """``met`` is ``None`` where it depends on something that is not known or not decided."""

    wish: str
    met: bool | None
    reason: Message


def check_wishes(programme: Programme, route: Route, cost: Cost, wishes: Wishes) -> tuple[WishFinding, ...]:
    """Each wish that was given, held against ``route``."""
    return tuple(_findings(programme, route, cost, wishes))


def _findings(programme: Programme, route: Route, cost: Cost, wishes: Wishes) -> Iterator[WishFinding]:
    if wishes.format is not None:
        yield _format(programme, route, wishes.format)
    if wishes.campus is not None:
        met = route.campus == wishes.campus
        reason = msg("This route is on the campus wished for.") if met else msg("This route is on another campus.")
        yield WishFinding(wish="campus", met=met, reason=reason)
    if wishes.start is not None:
        yield _start(programme, route, wishes)
    if wishes.budget_per_year is not None:
        yield _budget(cost, wishes.budget_per_year)


def _format(programme: Programme, route: Route, wished: str) -> WishFinding:
    format_ = format_of(programme, route)
    if format_.kind is FormatKind.SEQUENCE:
        return WishFinding(wish="format", met=None, reason=msg("Part of this route is initial study, part is under contract."))
    met = format_.kind.has_contract is (wished == ALTERNANCE)
    reason = msg("This route has the format wished for.") if met else msg("This route has another format.")
    return WishFinding(wish="format", met=met, reason=reason)


def _start(programme: Programme, route: Route, wishes: Wishes) -> WishFinding:
    intake, wished = intake_of(programme, route), wished_month(wishes)
    if intake is None or wished is None:
        return WishFinding(wish="start", met=None, reason=msg("The page does not state when the programme starts."))
    year, month = wished
    met = intake.month == month and intake.year in {None, year}
    reason = msg("The programme starts in that month.") if met else msg("The programme starts in another month.")
    return WishFinding(wish="start", met=met, reason=reason)


def _budget(cost: Cost, budget: Decimal) -> WishFinding:
    per_year = cost.per_year
    if per_year is None:
        return WishFinding(
            wish="budget_per_year", met=None, reason=msg("The price is not stated, so the budget cannot be compared.")
        )
    if cost.currency != BUDGET_CURRENCY:
        return WishFinding(
            wish="budget_per_year", met=None, reason=msg("The price is not in euros, so the budget cannot be compared.")
        )
    under_contract = any(year.kind.has_contract for year in cost.years)
    if per_year.minimum > budget:
        over = Money(per_year.minimum - budget, cost.currency)
        return WishFinding(wish="budget_per_year", met=False, reason=msg("{amount} a year above the budget.", amount=over))
    if per_year.maximum > budget:
        return WishFinding(wish="budget_per_year", met=None, reason=msg("Part of the price range is above the budget."))
    if under_contract:
        return WishFinding(wish="budget_per_year", met=None, reason=msg("Within the budget as long as a contract runs."))
    if not cost.complete:
        return WishFinding(wish="budget_per_year", met=None, reason=msg("Within the budget, but part of the cost is not stated."))
    return WishFinding(wish="budget_per_year", met=True, reason=msg("Within the budget."))
