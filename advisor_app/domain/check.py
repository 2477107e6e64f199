"""Every route held against a student: verdict, findings, law, wishes, cost, and the way forward."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace

from advisor_app.domain.attainment import level_of
from advisor_app.domain.catalogue import EntryPoint, Programme
from advisor_app.domain.charges import price_key
from advisor_app.domain.costs import Cost, cost_of
from advisor_app.domain.legal import LegalCheck, check_law
from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.base import Candidate, Change
from advisor_app.domain.requirements.evaluate import Finding, Outcome, deciding, evaluate, findings
from advisor_app.domain.requirements.tree import Strength
from advisor_app.domain.route import Route
from advisor_app.domain.routes import entry_of, format_of, routes_of
from advisor_app.domain.starts import first_school_year
from advisor_app.domain.student import Qualification, Student
from advisor_app.domain.text import Message, msg
from advisor_app.domain.verdicts import Verdict
from advisor_app.domain.way_forward import smallest, turning
from advisor_app.domain.what_if import improved
from advisor_app.domain.wishes import FORMAT, WishFinding, check_wishes


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """A student held against one entry point, by the qualification that serves best.

    ``outcome`` is ``None`` where the page states no requirement at all; whether one can apply is then to be confirmed.
    """

    verdict: Verdict
    outcome: Outcome | None
    basis: Qualification | None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Mandatory and indicative conditions, each once; soft criteria are listed apart."""
        found = findings(self.outcome) if self.outcome else ()
        return tuple(finding for finding in found if finding.leaf.strength is not Strength.SOFT)

    @property
    def soft(self) -> tuple[Message, ...]:
        found = findings(self.outcome) if self.outcome else ()
        return tuple(finding.asked for finding in found if finding.leaf.strength is Strength.SOFT)

    @property
    def decisive(self) -> Finding | None:
        """The finding that a one-line reason should name: the first of those on which the verdict rests."""
        return deciding(self.outcome) if self.outcome and self.outcome.counts else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way forward: another route with its better ``verdict``, or changes to the diploma ``basis`` that together turn this one."""

    route: Route | None = None
    verdict: Verdict | None = None
    changes: tuple[Change, ...] = ()
    basis: Qualification | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteCheck:
    """One route held against a student."""

    route: Route
    entry: EntryPoint
    assessment: Assessment
    legal: LegalCheck
    wishes: tuple[WishFinding, ...]
    cost: Cost
    ways: tuple[Way, ...] = ()

    @property
    def verdict(self) -> Verdict:
        return self.assessment.verdict

    @property
    def wishes_met(self) -> int:
        return sum(wish.met is True for wish in self.wishes)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeCheck:
    """All routes of one programme, in the programme's order."""

    programme: Programme
    routes: tuple[RouteCheck, ...]

    @property
    def verdict(self) -> Verdict:
        """The best verdict of any route."""
        return min((check.verdict for check in self.routes), key=lambda verdict: verdict.rank, default=Verdict.TO_CONFIRM)

    @property
    def best(self) -> RouteCheck | None:
        """The route to show first: see :func:`preference`; of equals the first in the programme's order."""
        return min(self.routes, key=preference, default=None)

    def count(self, verdict: Verdict) -> int:
        return sum(check.verdict is verdict for check in self.routes)


def preference(check: RouteCheck) -> tuple[int, bool, int, int, int, int]:
    """Smaller is better: the verdict, whether the law is against it, wishes not met, wishes that depend.

    Then, of open routes, the entry nearest to the award, of the others the entry nearest to the student; last the legal verdict.
    What the law still has to be told makes no route worse than one that the student does not wish for.
    """
    return preferred(check.verdict, check.legal.verdict, check.wishes, check.entry)


def preferred(
    verdict: Verdict, legal: Verdict, wishes: tuple[WishFinding, ...], entry: EntryPoint
) -> tuple[int, bool, int, int, int, int]:
    """What :func:`preference` comes to, from its parts."""
    unmet = sum(wish.met is False for wish in wishes)
    depends = sum(wish.met is None for wish in wishes)
    after = -entry.after if verdict.open else entry.after
    return (verdict.rank, legal is Verdict.NOT_YET, unmet, depends, after, legal.rank)


def check_programme(programme: Programme, student: Student, reference: Reference) -> ProgrammeCheck:
    """Holds ``student`` against every route of ``programme``."""
    assessed = {entry.id: assess(entry, student, reference) for entry in programme.entry_points}
    costs: dict[Hashable, Cost] = {}
    checks = tuple(_check_route(programme, route, assessed, student, reference, costs) for route in routes_of(programme))
    checks = tuple(_with_closed_wish(programme, check, checks) for check in checks)
    ways = {entry.id: _changes(entry, assessed[entry.id], student, reference) for entry in programme.entry_points}
    return ProgrammeCheck(programme=programme, routes=tuple(_with_ways(check, checks, ways[check.route.entry]) for check in checks))


def assess(entry: EntryPoint, student: Student, reference: Reference) -> Assessment:
    """Holds ``student`` against the requirements of ``entry``.

    The whole tree is evaluated once for each qualification, since a level and a field have to belong to the same diploma, and the
    one that serves best is kept; of equals, the one of the highest level.
    """
    bases: tuple[Qualification | None, ...] = student.qualifications or (None,)
    found = [_assess(entry, student, basis, reference) for basis in bases]
    return min(found, key=lambda assessment: (assessment.verdict.rank, -_level(assessment.basis, reference)))


def _assess(entry: EntryPoint, student: Student, basis: Qualification | None, reference: Reference) -> Assessment:
    if entry.requirements is None:
        return Assessment(verdict=Verdict.TO_CONFIRM, outcome=None, basis=basis)
    outcome = evaluate(entry.requirements, Candidate(student=student, basis=basis, reference=reference))
    return Assessment(verdict=outcome.status.verdict, outcome=outcome, basis=basis)


def _level(basis: Qualification | None, reference: Reference) -> int:
    level = level_of(basis, reference) if basis else None
    return int(level.high) if level else -1


def cost_for(programme: Programme, route: Route, student: Student, reference: Reference) -> Cost:
    """What a route costs ``student``, from the first school year that the wishes allow."""
    start = first_school_year(programme, route, student.wishes)
    return cost_of(programme, route, student.residence, reference=reference, start=start)


def _check_route(
    programme: Programme,
    route: Route,
    assessed: dict[str, Assessment],
    student: Student,
    reference: Reference,
    costs: dict[Hashable, Cost],
) -> RouteCheck:
    """``costs`` are shared by routes that differ in nothing that a price is tied to."""
    key = (price_key(programme, route), first_school_year(programme, route, student.wishes))
    cost = costs.get(key) or costs.setdefault(key, cost_for(programme, route, student, reference))
    return RouteCheck(
        route=route,
        entry=entry_of(programme, route),
        assessment=assessed[route.entry],
        legal=check_law(programme, route, student, reference),
        wishes=check_wishes(programme, route, cost, student.wishes),
        cost=cost,
    )


def _with_closed_wish(programme: Programme, check: RouteCheck, checks: tuple[RouteCheck, ...]) -> RouteCheck:
    """Where the format wished for exists from the same entry point and the law closes all of it, the wish says so."""
    if all(wish.wish != FORMAT or wish.met for wish in check.wishes):
        return check
    wished = [other for other in checks if other.route.entry == check.route.entry and _as_wished(other)]
    finding = wished[0].legal.decisive if wished and all(other.legal.closed for other in wished) else None
    if finding is None:
        return check
    names = {"wished": format_of(programme, wished[0].route).name, "shown": format_of(programme, check.route).name}
    reason = msg("{wished}: closed by law. Shown here: {shown}.", **names)
    wishes = (replace(wish, reason=reason, closed_by=finding) if wish.wish == FORMAT else wish for wish in check.wishes)
    return replace(check, wishes=tuple(wishes))


def _as_wished(check: RouteCheck) -> bool:
    return any(wish.wish == FORMAT and wish.met for wish in check.wishes)


def _with_ways(check: RouteCheck, checks: tuple[RouteCheck, ...], changes: tuple[Way, ...]) -> RouteCheck:
    return check if check.verdict is not Verdict.NOT_YET else replace(check, ways=(*_open_routes(check, checks), *changes))


def _open_routes(check: RouteCheck, checks: tuple[RouteCheck, ...]) -> tuple[Way, ...]:
    """The open route of the same programme that differs least, from another entry point."""
    others = [other for other in checks if other.verdict.open and other.route.entry != check.route.entry]
    nearest = min(others, key=lambda other: _distance(other.route, check.route), default=None)
    return (Way(route=nearest.route, verdict=nearest.verdict),) if nearest else ()


def _distance(one: Route, other: Route) -> tuple[int, int, int]:
    return (one.format != other.format, one.campus != other.campus, one.specialisation != other.specialisation)


def _changes(entry: EntryPoint, assessment: Assessment, student: Student, reference: Reference) -> tuple[Way, ...]:
    """The smallest sets of changes that turn the verdict of ``entry``, whichever diploma they begin from, fewest first."""
    if assessment.verdict is not Verdict.NOT_YET:
        return ()
    bases = dict.fromkeys((assessment.basis, *student.qualifications))
    found = [way for basis in bases for way in _changes_of(entry, basis, student, reference)]
    said: dict[tuple[Message, ...], Way] = {}
    for way in sorted(found, key=lambda way: len(way.changes)):
        said.setdefault(tuple(change.say for change in way.changes), way)
    return tuple(said.values())


def _changes_of(entry: EntryPoint, basis: Qualification | None, student: Student, reference: Reference) -> Iterator[Way]:
    """Those that begin from one diploma, tried on the student before they are offered."""
    outcome = _assess(entry, student, basis, reference).outcome

    def turns(changes: tuple[Change, ...]) -> bool:
        return assess(entry, improved(student, changes, basis), reference).verdict is not Verdict.NOT_YET

    for changes in smallest(turning(outcome) if outcome else (), turns):
        yield Way(changes=changes, basis=basis)
