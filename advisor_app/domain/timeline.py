"""The cost timeline: what is to be paid from this student's level to the award, payment by payment, by whom and when.

It adds nothing to the sums of :mod:`.costs`: every counted payment is a part of one of their items, and the payments of an item add
up to its full price (instalments are for who does not pay at once, with a discount). What is not counted stands in its place
all the same, with the reason.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from advisor_app.domain.catalogue import Programme
from advisor_app.domain.charges import (
    Scenario,
    has_contract,
)
from advisor_app.domain.costs import Cost, CostYear, cost_of
from advisor_app.domain.money import Interval
from advisor_app.domain.payments import AtOnce, Laid, Payment, school_year_of
from advisor_app.domain.prices import Setting
from advisor_app.domain.quantities import SchoolYear
from advisor_app.domain.reference import Reference
from advisor_app.domain.route import Route
from advisor_app.domain.routes import entry_of
from advisor_app.domain.starts import first_school_year
from advisor_app.domain.student import BUDGET_CURRENCY, Student
from advisor_app.domain.terms import FormatKind, Payer


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
        laid = Laid(Setting.of(programme, route, reference, scenario), cost, start, student.residence)
        found.append(
            Timeline(
                scenario=scenario if len(scenarios) > 1 else None,
                cost=cost,
                years=(*_elsewhere(programme, route, start, level), *_years(laid, student.wishes.budget_per_year)),
                at_once=tuple(laid.at_once()),
            )
        )
    return tuple(found)


def _years(laid: Laid, budget: Decimal | None) -> Iterator[TimelineYear]:
    for year in laid.cost.years:
        yield TimelineYear(
            number=year.year,
            reaches=year.reaches,
            kind=year.kind,
            school_year=school_year_of(laid.start, year.year),
            payments=laid.of_year(year),
            cost=year,
            over_budget=_over(budget, year) if laid.cost.currency == BUDGET_CURRENCY else None,
        )


def _over(budget: Decimal | None, year: CostYear) -> Interval | None:
    paid = next((share.amount for share in year.shares() if share.payer is Payer.STUDENT), None)
    return None if paid is None or budget is None else paid.above(budget)


def _elsewhere(programme: Programme, route: Route, start: SchoolYear | None, level: int | None) -> Iterator[TimelineYear]:
    entered = entry_of(programme, route).after
    for reaches in range(entered + 1 if level is None else level + 1, entered + 1):
        number = reaches - entered
        yield TimelineYear(number=number, reaches=reaches, kind=None, school_year=school_year_of(start, number), payments=())
