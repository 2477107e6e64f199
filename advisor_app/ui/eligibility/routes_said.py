"""The list of routes in words: groups, rows, wishes, and the headline above them. Needs no Qt, so any thread may run it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeAlias

from advisor_app.domain.check import RouteCheck
from advisor_app.domain.route import Route
from advisor_app.domain.verdicts import Verdict
from advisor_app.services.check import Checked
from advisor_app.services.what_if import Both
from advisor_app.ui.itemmodels.naming import DOT, Namer
from advisor_app.ui.itemmodels.routes import EmptyGroups, RouteGroup, RouteLine, RouteRow


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutesSaid:
    """``campuses`` are (id, name) of every campus that has a route, whatever the filter.

    ``left_out`` says why not every programme is there; empty where all are.
    """

    groups: tuple[RouteGroup | EmptyGroups, ...]
    routes: str
    programmes: str
    campuses: tuple[tuple[str, str], ...]
    left_out: str = ""


Before: TypeAlias = Mapping[Route, Both]
"""What every route is for the real student; empty while nothing is supposed."""


def routes_said(checked: Checked, name: Namer, campus: str | None = None, before: Before = MappingProxyType({})) -> RoutesSaid:
    """The list, narrowed to the routes of one campus or not; what moved from ``before`` says what it was."""
    tr = name.tr
    shown = [check for check in checked.routes if campus in {None, check.route.campus}]
    programmes = len({check.route.programme for check in shown})
    said = tr.tr_n("of {count} programme", "of {count} programmes", programmes)
    left_out = ""
    if checked.total is not None:
        said = tr.tr("of the {count} best of {total} programmes", count=programmes, total=checked.total)
        left_out = tr.tr("The programmes that fit best are explained here; Programmes lists all of them.")
    return RoutesSaid(
        groups=tuple(_groups(shown, name, before)),
        routes=tr.tr_n("{count} route", "{count} routes", len(shown)),
        programmes=said,
        campuses=tuple(_campuses(checked, name)),
        left_out=left_out,
    )


def _campuses(checked: Checked, name: Namer) -> Iterator[tuple[str, str]]:
    """In the order of the catalogue."""
    found: dict[str, str] = {}
    for programme in checked.programmes:
        for check in programme.routes:
            found.setdefault(check.route.campus, name.campus(check.route))
    return iter(found.items())


def _groups(checks: list[RouteCheck], name: Namer, before: Before) -> Iterator[RouteGroup | EmptyGroups]:
    empty: list[tuple[Verdict, str]] = []
    for verdict in Verdict:
        of_this = [check for check in checks if check.verdict is verdict]
        was = _count_before(verdict, checks, name, before)
        if not of_this:
            empty.append((verdict, was))
            continue
        if empty:
            yield _empty(empty, name)
            empty = []
        yield _group(verdict, of_this, name, before, was)
    if empty:
        yield _empty(empty, name)


def _count_before(verdict: Verdict, checks: list[RouteCheck], name: Namer, before: Before) -> str:
    """How many of the routes shown have this verdict for the real student; nothing while nothing is supposed."""
    if not before:
        return ""
    return name.tr.tr("before: {was}", was=sum(before[check.route].verdict is verdict for check in checks))


def _empty(verdicts: list[tuple[Verdict, str]], name: Namer) -> EmptyGroups:
    said = ((verdict, name.tr.tr("{verdict} {count}", verdict=verdict, count=0), was) for verdict, was in verdicts)
    names = tuple((verdict, f"{words} ({was})" if was else words) for verdict, words, was in said)
    return EmptyGroups(names=names, spoken=DOT.join(words for _, words in names))


def _group(verdict: Verdict, checks: list[RouteCheck], name: Namer, before: Before, was: str) -> RouteGroup:
    count = name.tr.tr_n("{count} route", "{count} routes", len(checks))
    title = name.tr.render(verdict)
    return RouteGroup(
        verdict=verdict,
        title=title,
        count=len(checks),
        spoken=", ".join(part for part in (title, count, was) if part),
        rows=tuple(_rows(verdict, checks, name, before)),
        was=was,
    )


def _rows(verdict: Verdict, checks: list[RouteCheck], name: Namer, before: Before) -> Iterator[RouteRow]:
    """In the order of each row's best route: the checks come best first."""
    merged: dict[tuple[str, str, str], list[RouteCheck]] = defaultdict(list)
    for check in checks:
        merged[check.route.programme, check.route.entry, check.route.format].append(check)
    for alike in merged.values():
        row, was = _row(verdict, alike, name), before.get(alike[0].route)
        yield row if was is None or was.verdict is verdict else _moved(row, was.verdict, name)


def _moved(row: RouteRow, was: Verdict, name: Namer) -> RouteRow:
    words = name.before(was)
    return replace(row, was=was, was_words=words, spoken=f"{row.spoken}, {words}")


def _row(verdict: Verdict, checks: list[RouteCheck], name: Namer) -> RouteRow:
    route = checks[0].route
    title = DOT.join((name.entry(route), name.format(route)))
    places = DOT.join((_places([check.route for check in checks], name), _count(checks, name)))
    wishes, stale = _wishes(checks[0], name), name.stale(route.programme)
    law = name.tr.tr("Law: {verdict}", verdict=name.law(checks[0])) if checks[0].legal.closed else ""
    said = (title, name.tr.render(verdict), places, law, wishes, stale)
    return RouteRow(
        verdict=verdict,
        title=title,
        places=places,
        law=law,
        stale=stale,
        wishes=wishes,
        spoken=", ".join(part for part in said if part),
        lines=tuple(_line(check, name) for check in checks),
    )


def _count(checks: list[RouteCheck], name: Namer) -> str:
    return name.tr.tr_n("{count} route", "{count} routes", len(checks))


def _places(routes: list[Route], name: Namer) -> str:
    """``Paris 2 specialisations, Lyon 1``; the campuses alone where there is nothing to choose there."""
    by_campus: dict[str, list[Route]] = defaultdict(list)
    for route in routes:
        by_campus[name.campus(route)].append(route)
    counts = {campus: _options(there) for campus, there in by_campus.items()}
    if max(counts.values()) < 2:
        return ", ".join(counts)
    unit = "streams" if routes[0].specialisation is None else "specialisations"
    first = True
    said = []
    for campus, count in counts.items():
        said.append(_campus_options(campus, count, unit, name) if first else f"{campus} {count}")
        first = False
    return ", ".join(said)


def _options(routes: Iterable[Route]) -> int:
    return len({(route.specialisation, route.stream) for route in routes if route.specialisation or route.stream})


def _campus_options(campus: str, count: int, unit: str, name: Namer) -> str:
    if unit == "streams":
        return name.tr.tr_n("{campus} {count} stream", "{campus} {count} streams", count, campus=campus)
    return name.tr.tr_n("{campus} {count} specialisation", "{campus} {count} specialisations", count, campus=campus)


def _wishes(check: RouteCheck, name: Namer) -> str:
    """How many of the wishes that were given are met; nothing where none was."""
    if not check.wishes:
        return ""
    return name.tr.tr_n("{met} of {count} wish", "{met} of {count} wishes", len(check.wishes), met=check.wishes_met)


def _line(check: RouteCheck, name: Namer) -> RouteLine:
    options = name.options(check.route)
    title = DOT.join(part for part in (name.campus(check.route), options) if part)
    wishes = _wishes(check, name)
    said = (title, name.tr.render(check.verdict), wishes)
    return RouteLine(
        route=check.route, verdict=check.verdict, title=title, wishes=wishes, spoken=", ".join(part for part in said if part)
    )
