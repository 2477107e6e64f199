"""What stands above the columns: the route, its verdict and why, the law apart, how old the page is. Needs no Qt."""

from dataclasses import dataclass

from advisor_app.domain.check import RouteCheck
from advisor_app.domain.columns import Column
from advisor_app.domain.headlines import route_reason
from advisor_app.domain.routes import entry_of
from advisor_app.domain.verdicts import Verdict
from advisor_app.services.compare import Compared, ComparedColumn
from advisor_app.ui.itemmodels.naming import DOT, LAW_TONES, Namer
from advisor_app.ui.tokens import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadSaid:
    """What stands above a column; ``spoken`` tells it from the others. ``routes`` is how many the programme has.

    Whether it is ``pinned`` is the table's to say.
    """

    column: Column
    title: str
    subtitle: str
    verdict: Verdict | None
    law: str
    law_tone: Tone
    reason: str
    stale: str
    spoken: str
    routes: int = 0
    pinned: bool = False


def head_said(column: ComparedColumn, name: Namer) -> HeadSaid:
    if column.check is None:
        return _without_route(column, name)
    check = column.check
    route = check.route
    title = DOT.join((name.entry(route), name.format(route)))
    entry = entry_of(column.subject.programme, route).name
    told = () if entry in title else (entry,)
    subtitle = DOT.join(part for part in (*told, name.campus(route), name.options(route)) if part)
    reason = _reason(check, name)
    return HeadSaid(
        column=column.column,
        title=title,
        subtitle=subtitle,
        verdict=check.verdict,
        law=_law(check, name, reason),
        law_tone=LAW_TONES[check.legal.verdict] if check.legal.applies else "text2",
        reason=reason,
        stale=name.tr.sentence(name.stale(column.subject.programme.id)),
        spoken=f"{title}, {subtitle}",
        routes=len(column.programme.routes),
    )


def _without_route(column: ComparedColumn, name: Namer) -> HeadSaid:
    programme = column.subject.programme.id
    title = name.programme(programme)
    return HeadSaid(
        column=column.column,
        title=title,
        subtitle=name.tr.tr("The page states no route."),
        verdict=None,
        law="",
        law_tone="text2",
        reason="",
        stale=name.tr.sentence(name.stale(programme)),
        spoken=title,
    )


def _law(check: RouteCheck, name: Namer, reason: str) -> str:
    """That no contract is signed matters only where nothing else stands in the way."""
    if check.legal.applies:
        return name.tr.tr("Law: {verdict}", verdict=name.law(check))
    return "" if reason else name.tr.sentence(name.law(check))


def _reason(check: RouteCheck, name: Namer) -> str:
    """Why not, in a few words; what can be applied to needs none."""
    finding = check.assessment.decisive
    if check.verdict is Verdict.CAN_APPLY:
        return ""
    if check.verdict is Verdict.NOT_YET and finding is not None and not finding.excluded:
        return name.tr.tr("Needs {asked}", asked=finding.asked)
    return name.tr.sentence(route_reason(check))


def corner_said(compared: Compared, name: Namer) -> str:
    """Where the student stands, for whom the verdicts and the costs are."""
    known = next((one for one in compared.student.qualifications if one.level is not None or one.fields), None)
    if known is None:
        return name.tr.tr("No student yet")
    reference = compared.columns[0].subject.reference
    parts = [name.tr.tr("Bac+{level}", level=known.level)] if known.level is not None else []
    parts += [name.tr.render(reference.fields[slug].name).lower() for slug in known.fields if slug in reference.fields]
    return name.tr.tr("From {what}", what=", ".join(parts))
