"""The ways through a programme whose costs are worth telling apart."""

from collections.abc import Iterator
from dataclasses import dataclass

from advisor_app.domain.attainment import level_of_student
from advisor_app.domain.catalogue import Charge
from advisor_app.domain.charges import charges_for, charges_of
from advisor_app.domain.costs import Cost
from advisor_app.domain.route import Route
from advisor_app.domain.routes import format_of
from advisor_app.domain.student import Student
from advisor_app.domain.terms import ChargeKind
from advisor_app.domain.timeline import Timeline, timelines
from advisor_app.domain.verdicts import Verdict
from advisor_app.services.compare import ComparedColumn

MOST_WAYS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way: routes that cost the same, the student's own first. ``timelines`` are with and without a contract, if there is one.

    ``tuition`` is the price that its bars are about.
    """

    routes: tuple[Route, ...]
    timelines: tuple[Timeline, ...]
    tuition: Charge | None

    @property
    def route(self) -> Route:
        return self.routes[0]

    @property
    def first(self) -> Timeline:
        """With a contract, where the way has one."""
        return self.timelines[0]

    @property
    def cost(self) -> Cost:
        return self.first.cost

    @property
    def under_contract(self) -> bool:
        return len(self.timelines) > 1


def ways(column: ComparedColumn, student: Student) -> tuple[Way, ...]:
    """The column's own route first, then the other formats from the same entry on the same campus; equal costs once.

    What the law closes comes last.
    """
    found: list[Way] = []
    for route in _routes(column):
        way = _way(column, student, route)
        contract = format_of(column.subject.programme, route).kind.has_contract
        law = _law(column, route)
        alike = (contract and _law(column, other.route) is law and _alike(other.first, way.first) for other in found)
        twin = next((place for place, same in enumerate(alike) if same), None)
        if twin is None:
            found.append(way)
        else:
            before = found[twin]
            found[twin] = Way(routes=(*before.routes, route), timelines=before.timelines, tuition=before.tuition)
    others = sorted(found[1:], key=lambda way: _law(column, way.route) is Verdict.NOT_YET)
    return (*found[:1], *others)[:MOST_WAYS]


def _routes(column: ComparedColumn) -> Iterator[Route]:
    if column.check is None:
        return
    own = column.check.route
    yield own
    seen = {own.format}
    for check in column.programme.routes:
        route = check.route
        if route.format not in seen and (route.entry, route.campus) == (own.entry, own.campus):
            seen.add(route.format)
            yield route


def _way(column: ComparedColumn, student: Student, route: Route) -> Way:
    subject = column.subject
    programme = subject.programme
    level = level_of_student(student, subject.reference)
    laid = column.timelines if column.check and route == column.check.route else ()
    charges = charges_for(charges_of(programme, route), student.residence)
    return Way(
        routes=(route,),
        timelines=laid or timelines(programme, route, student, subject.reference, level),
        tuition=next((charge for charge in charges if charge.kind is ChargeKind.TUITION), None),
    )


def _law(column: ComparedColumn, route: Route) -> Verdict | None:
    """The law's verdict on the route: what one student may sign and not the other is not the same way."""
    return next((check.legal.verdict for check in column.programme.routes if check.route == route), None)


def _alike(one: Timeline, other: Timeline) -> bool:
    """Whether the school asks the same of the same payers."""
    return _asked(one) == _asked(other)


def _asked(timeline: Timeline) -> tuple[frozenset[bool], tuple[object, ...]]:
    kinds = frozenset(year.kind.has_contract for year in timeline.cost.years)
    by_school = (payment for payment in timeline.payments if payment.charge is not None)
    return kinds, tuple((payment.charge, payment.price, payment.shares, payment.reason) for payment in by_school)
