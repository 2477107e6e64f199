"""What moves when something is only supposed: every route for the real student and for the supposed one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from advisor_app.domain.catalogue import Programme
from advisor_app.domain.check import assess
from advisor_app.domain.legal import check_law
from advisor_app.domain.reference import Reference
from advisor_app.domain.route import Route
from advisor_app.domain.routes import routes_of
from advisor_app.domain.student import Student
from advisor_app.domain.verdicts import Verdict
from advisor_app.services.check import best_fitting
from advisor_app.services.reader import CatalogueReader, programmes


@dataclass(frozen=True, slots=True)
class Both:
    """What the school's conditions and the law come to; ``law`` is ``None`` where no contract is signed."""

    verdict: Verdict
    law: Verdict | None


@dataclass(frozen=True, slots=True)
class Move:
    """One route: what it was for the real student, and what it would be."""

    route: Route
    was: Both
    now: Both

    @property
    def moved(self) -> bool:
        return self.was != self.now


@dataclass(frozen=True, slots=True)
class Moves:
    """Every route of the catalogue, in its order, whether it moved or not."""

    every: tuple[Move, ...]

    @property
    def moved(self) -> tuple[Move, ...]:
        return tuple(move for move in self.every if move.moved)

    @property
    def opened(self) -> int:
        """Routes that the student can apply to, now or once something is confirmed, only if what is supposed holds."""
        return sum(move.now.verdict.open and not move.was.verdict.open for move in self.every)

    @property
    def closed(self) -> int:
        """Routes that what is supposed would take away."""
        return sum(move.was.verdict.open and not move.now.verdict.open for move in self.every)

    def was(self) -> dict[Route, Both]:
        """What every route was for the real student."""
        return {move.route: move.was for move in self.every}


def moves(catalogue: CatalogueReader, actual: Student, supposed: Student, ids: Iterable[str] | None = None) -> Moves:
    """Holds both against the programmes of ``ids``, or all; of a large catalogue those that fit either of them best.

    Raises ``UserProblem`` for an unknown identifier.
    """
    ids = best_fitting(catalogue, (actual, supposed)) if ids is None else ids
    chosen, reference = programmes(catalogue, ids), catalogue.reference()
    return Moves(tuple(move for programme in chosen for move in _moves(programme, actual, supposed, reference)))


def _moves(programme: Programme, actual: Student, supposed: Student, reference: Reference) -> Iterator[Move]:
    before, after = _both(programme, actual, reference), _both(programme, supposed, reference)
    for route in routes_of(programme):
        yield Move(route, before[route], after[route])


def _both(programme: Programme, student: Student, reference: Reference) -> dict[Route, Both]:
    """The school is asked once for each entry point, the law once for each format: nothing else decides them."""
    routes = routes_of(programme)
    school = {entry.id: assess(entry, student, reference).verdict for entry in programme.entry_points}
    one_of = {route.format: route for route in routes}
    law = {format_: check_law(programme, route, student, reference) for format_, route in one_of.items()}
    return {route: Both(school[route.entry], law[route.format].verdict if law[route.format].applies else None) for route in routes}
