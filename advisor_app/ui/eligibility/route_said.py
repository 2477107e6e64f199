"""One route in words: what it is, its verdict and why, the law apart, and the way forward. Needs no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass

from advisor_app.domain.check import RouteCheck, Way, check_programme
from advisor_app.domain.headlines import route_reason
from advisor_app.domain.requirements.base import FindingStatus
from advisor_app.domain.requirements.evaluate import Finding, Outcome
from advisor_app.domain.route import Route
from advisor_app.domain.routes import entry_of
from advisor_app.domain.student import Student
from advisor_app.domain.text import Listing
from advisor_app.domain.verdicts import Verdict
from advisor_app.domain.what_if import improved
from advisor_app.services.check import Checked
from advisor_app.services.what_if import Both
from advisor_app.ui.eligibility.findings_said import findings_said
from advisor_app.ui.itemmodels.findings import FindingLine
from advisor_app.ui.itemmodels.naming import LAW_TONES, Namer
from advisor_app.ui.tokens import Tone

MOST_WAYS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class WaySaid:
    """A way forward: ``route`` to open, or ``student`` to try instead of the real one."""

    lead: str
    rest: str
    route: Route | None = None
    student: Student | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteSaid:
    route: Route
    title: str
    subtitle: str
    verdict: Verdict
    sentence: str
    stale: str
    law: str
    law_tone: Tone
    ways: tuple[WaySaid, ...]
    lines: tuple[FindingLine, ...]
    was: Verdict | None = None
    was_words: str = ""


def check_of(checked: Checked, route: Route) -> RouteCheck | None:
    return next((check for programme in checked.programmes for check in programme.routes if check.route == route), None)


def route_said(checked: Checked, route: Route, name: Namer, before: Both | None = None) -> RouteSaid | None:
    """``None`` for a route that this catalogue does not have. ``before`` is what it is for the real student, in a what-if."""
    check = check_of(checked, route)
    if check is None:
        return None
    was = before.verdict if before and before.verdict is not check.verdict else None
    return RouteSaid(
        route=route,
        title=name.title(route),
        subtitle=name.subtitle(route),
        verdict=check.verdict,
        sentence=_sentence(check, name),
        stale=name.stale(route.programme),
        law=_law(check, name, before),
        law_tone=LAW_TONES[check.legal.verdict] if check.legal.applies else "text2",
        ways=tuple(_ways(check, checked, name))[:MOST_WAYS],
        lines=findings_said(check, name, checked.student),
        was=was,
        was_words=name.before(was) if was else "",
    )


def _law(check: RouteCheck, name: Namer, before: Both | None) -> str:
    said = name.tr.tr("Law, apart: {verdict}", verdict=name.law(check))
    if before is None or before.law is None or before.law is check.legal.verdict:
        return said
    return f"{said} ({name.law_before(before.law)})"


def _sentence(check: RouteCheck, name: Namer) -> str:
    outcome = check.assessment.outcome
    if outcome is None or check.verdict.open:
        return name.tr.sentence(route_reason(check))
    if check.verdict is Verdict.NEED_INFO:
        missing = {finding.answer.needs for finding in check.assessment.findings if finding.answer.needs}
        return name.tr.tr_n("One fact about the student decides.", "{count} facts about the student decide.", len(missing))
    unmet = name.tr.tr_n(
        "One condition is not met on what you told us.", "{count} conditions are not met on what you told us.", _unmet(outcome)
    )
    return unmet if check.ways else " ".join((unmet, name.tr.tr("No change was found that opens this route.")))


def _unmet(outcome: Outcome) -> int:
    """How many conditions stand in the way: alternatives that all fail are one."""
    if outcome.status is not FindingStatus.NOT_MET or not outcome.counts:
        return 0
    if isinstance(outcome, Finding) or outcome.operator != "all":
        return 1
    return sum(_unmet(child) for child in outcome.children)


def _ways(check: RouteCheck, checked: Checked, name: Namer) -> Iterator[WaySaid]:
    for way in check.ways:
        if way.route is not None:
            yield _other_route(check.route, way.route, checked, name)
        else:
            yield _changed(check.route, way, checked, name)


def _other_route(here: Route, there: Route, checked: Checked, name: Namer) -> WaySaid:
    tr, programme = name.tr, name.subjects[there.programme].programme
    entry = entry_of(programme, there)
    open_now = check_of(checked, there)
    verdict = tr.render(open_now.verdict if open_now else Verdict.TO_CONFIRM)
    length = tr.span(entry.duration.value) if entry.duration.value else tr.tr("length not stated")
    lead = tr.tr("Join in {entry} instead:", entry=entry.name)
    return WaySaid(lead=lead, rest=", ".join((verdict[:1].lower() + verdict[1:], _same(here, there, name), length)), route=there)


def _same(here: Route, there: Route, name: Namer) -> str:
    tr = name.tr
    match here.campus == there.campus, here.format == there.format:
        case True, True:
            return tr.tr("same campus and format")
        case True, False:
            return tr.tr("same campus, {format}", format=name.format(there))
        case False, True:
            return tr.tr("same format, {campus}", campus=name.campus(there))
        case _:
            return f"{name.format(there)}, {name.campus(there)}"


def _changed(route: Route, way: Way, checked: Checked, name: Namer) -> WaySaid:
    """What the verdict would then be is worked out, not guessed."""
    student = improved(checked.student, way.changes, way.basis)
    subject = name.subjects[route.programme]
    tried = check_programme(subject.programme, student, subject.reference)
    verdict = next(one.verdict for one in tried.routes if one.route == route)
    said = name.tr.render(verdict)
    changes = Listing(tuple(change.say for change in way.changes), "and")
    return WaySaid(lead=name.tr.tr("With {changes}:", changes=changes), rest=said[:1].lower() + said[1:], student=student)
