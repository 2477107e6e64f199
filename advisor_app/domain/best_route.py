"""The best route of a programme and what a list says of it, without checking what the answer does not depend on.

The answer is that of :func:`advisor_app.domain.check.check_programme`. Where several routes have the best verdict the law, which
depends on the format, and only the wishes that the student has are held against them.
"""

from dataclasses import dataclass
from typing import Final

from advisor_app.domain.brief_reason import brief_reason
from advisor_app.domain.catalogue import Programme
from advisor_app.domain.check import Assessment, assess, cost_for, preferred
from advisor_app.domain.costs import Cost
from advisor_app.domain.headlines import price_line, price_year, reason_of
from advisor_app.domain.legal import check_law
from advisor_app.domain.lines import Glance
from advisor_app.domain.reference import Reference
from advisor_app.domain.route import Route
from advisor_app.domain.routes import leads_to, routes_of
from advisor_app.domain.student import Student, Wishes
from advisor_app.domain.text import Message, Value
from advisor_app.domain.verdicts import Verdict
from advisor_app.domain.wishes import WishFinding, check_wishes

SEVERAL: Final = 2
NO_COST: Final = Cost(currency="EUR", years=(), by_payer=(), open=(), notes=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What a student can expect of a programme: ``best`` is how the best route was assessed, ``open_routes`` counts those open."""

    verdict: Verdict
    best: Assessment | None
    routes: int
    open_routes: int
    price: Message
    price_year: str | None = None

    @property
    def reason(self) -> Value:
        """Why the verdict is that, in one line."""
        return reason_of(self.best, self.routes, self.open_routes)

    @property
    def brief_reason(self) -> Value:
        """The same in a few words."""
        return brief_reason(self.best, self.routes, self.open_routes)

    @property
    def glance(self) -> Glance:
        """What a list says of it."""
        return Glance(
            verdict=self.verdict,
            price=self.price,
            price_year=self.price_year,
            reason=self.reason,
            brief_reason=self.brief_reason,
        )


def outlook(programme: Programme, student: Student, reference: Reference) -> Outlook:
    """The verdict of the best route, why it is that, and what it costs."""
    routes = routes_of(programme)
    assessed = {entry.id: assess(entry, student, reference) for entry in programme.entry_points}
    verdict = min((assessed[route.entry].verdict for route in routes), key=lambda each: each.rank, default=Verdict.TO_CONFIRM)
    likely = [route for route in routes if assessed[route.entry].verdict is verdict]
    best = _best(programme, likely, assessed, student, reference)
    return Outlook(
        verdict=verdict,
        best=assessed[best.entry] if best else None,
        routes=len(routes),
        open_routes=len(likely) if verdict is Verdict.CAN_APPLY else 0,
        price=price_line(programme, best, student.residence),
        price_year=price_year(programme, best, student.residence),
    )


def _best(
    programme: Programme, likely: list[Route], assessed: dict[str, Assessment], student: Student, reference: Reference
) -> Route | None:
    """The first of the best, as :func:`advisor_app.domain.check.preference` has them; all of ``likely`` have one verdict."""
    if len(likely) < SEVERAL:
        return next(iter(likely), None)
    legal: dict[tuple[object, ...], Verdict] = {}
    entries = {entry.id: entry for entry in programme.entry_points}

    def key(route: Route) -> tuple[int, ...]:
        lawful = (route.format, *(leads_to(award, route) for award in programme.awards))
        if lawful not in legal:
            legal[lawful] = check_law(programme, route, student, reference).verdict
        wishes = _wishes(programme, route, student, reference)
        return preferred(assessed[route.entry].verdict, legal[lawful], wishes, entries[route.entry])

    return min(likely, key=key)


def _wishes(programme: Programme, route: Route, student: Student, reference: Reference) -> tuple[WishFinding, ...]:
    if student.wishes == Wishes():
        return ()
    cost = NO_COST if student.wishes.budget_per_year is None else cost_for(programme, route, student, reference)
    return check_wishes(programme, route, cost, student.wishes)
