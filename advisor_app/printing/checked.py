"""A student held against routes: the verdict of each with its reasons, the law, the cost, the way forward, the next question.

Other programs read the JSON: its keys are those of the README, no more and no fewer. Where a programme has several intakes its
routes say which, since nothing else may tell them apart.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from advisor_app.domain.check import ProgrammeCheck, RouteCheck
from advisor_app.domain.legal import LegalFinding
from advisor_app.domain.requirements.base import Answer
from advisor_app.domain.requirements.evaluate import Finding
from advisor_app.domain.requirements.tree import Strength
from advisor_app.domain.routes import entry_of, format_of
from advisor_app.domain.rows import Subject
from advisor_app.domain.text import Listing
from advisor_app.domain.verdicts import Verdict
from advisor_app.printing import data, routes, supposed, trees
from advisor_app.printing.console import labelled, wrapped
from advisor_app.printing.data import Json
from advisor_app.printing.sources import Numbered
from advisor_app.printing.supposed import Supposed
from advisor_app.services.check import Checked
from advisor_app.wording import Translator

COLUMN = 16


def as_data(found: Checked, t: Translator, what_if: Supposed | None = None) -> Json:
    """For JSON, best routes first; with a what-if, what it moves and the whole check of the supposed student beside."""
    said = _as_data(found, t)
    return said if what_if is None else {**said, "what_if": {**supposed.as_data(what_if), **_as_data(what_if.checked, t)}}


def _as_data(found: Checked, t: Translator) -> dict[str, Json]:
    question = found.ask_next
    return {
        "routes": [_route(check, found.subjects[check.route.programme], t) for check in found.routes],
        "ask_next": {"field": question.field, "question": t.render(question.ask), "settles": question.settles}
        if question
        else None,
    }


def _route(check: RouteCheck, subject: Subject, t: Translator) -> Json:
    process = entry_of(subject.programme, check.route).process
    return {
        **routes.parts(check.route),
        **({"intake": check.route.intake} if len(subject.programme.calendar.intakes) > 1 else {}),
        "verdict": check.verdict.value,
        "legal": {
            "verdict": check.legal.verdict.value,
            "findings": [_legal_finding(finding, t) for finding in check.legal.findings],
        },
        "findings": [_finding(finding, subject, t) for finding in check.assessment.findings],
        "soft": [t.render(soft) for soft in check.assessment.soft],
        "process": [t.render(step.text) for step in process],
        "wishes": [{"wish": wish.wish, "met": wish.met, "reason": t.sentence(wish.reason)} for wish in check.wishes],
        "cost": routes.cost_data(check.cost, t),
        "way_forward": [t.render(routes.way(way, subject)) for way in check.ways],
    }


def _finding(finding: Finding, subject: Subject, t: Translator) -> Json:
    leaf = finding.leaf
    return {
        "kind": leaf.kind,
        "status": finding.bearing.value,
        "strength": leaf.strength.value,
        "asked": t.render(finding.asked),
        **_answer(finding.answer, t),
        "source": data.printed_at(leaf.source, leaf.section, subject.sources),
    }


def _legal_finding(finding: LegalFinding, t: Translator) -> Json:
    rule = finding.rule
    return {
        "kind": rule.id,
        "status": finding.status.value,
        "strength": Strength.MANDATORY.value,
        "asked": t.render(finding.asked),
        **_answer(finding.answer, t),
        "source": {"title": t.render(rule.title), "date": rule.checked_on.isoformat(), "section": rule.article},
    }


def _answer(answer: Answer, t: Translator) -> dict[str, Json]:
    return {"has": t.render(answer.has), "reason": t.sentence(answer.reason)}


def as_lines(found: Checked, t: Translator, today: date, width: int, what_if: Supposed | None = None) -> Iterator[str]:
    """For a terminal: programme by programme, best first, routes that differ only by place together."""
    yield _summary(found, t)
    if what_if is not None:
        yield from supposed.as_lines(what_if, t, width)
    question = found.ask_next
    if question is not None:
        bears = t.tr_n("it bears on {count} route", "it bears on {count} routes", question.bears_on)
        if question.legal:
            bears = t.tr_n("it bears on {count} legal check", "it bears on {count} legal checks", question.bears_on)
        yield ""
        yield from wrapped(t.tr("Ask next: {question} ({bears})", question=question.ask, bears=bears), width, indent="  ")
    sources = {one: source for subject in found.subjects.values() for one, source in subject.sources.items()}
    numbered = Numbered(sources)
    for checked in sorted(found.programmes, key=lambda one: one.verdict.rank):
        yield from _programme(checked, found.subjects[checked.programme.id], t, numbered, width)
    yield from numbered.lines(t, today, width)
    yield ""
    yield t.tr("Verdicts rest on what you told us and on what the pages say; the school decides.")


def _summary(found: Checked, t: Translator) -> str:
    total = t.tr_n("{count} route", "{count} routes", len(found.routes))
    counts = [f"{t.render(verdict)} {len(found.of(verdict))}" for verdict in Verdict if found.of(verdict)]
    return t.tr("{label}: {value}", label=total, value=", ".join(counts))


def _programme(checked: ProgrammeCheck, subject: Subject, t: Translator, numbered: Numbered, width: int) -> Iterator[str]:
    yield ""
    yield f"{subject.institution.short_name} · {subject.programme.name}"
    entries: dict[str, list[RouteCheck]] = {}
    for check in checked.routes:
        entries.setdefault(check.route.entry, []).append(check)
    for checks in entries.values():
        yield from _entry(tuple(checks), subject, t, numbered, width)


def _entry(checks: tuple[RouteCheck, ...], subject: Subject, t: Translator, numbered: Numbered, width: int) -> Iterator[str]:
    """One entry point: its routes share conditions, hence findings and ways forward."""
    first = checks[0]
    many = t.tr_n("{count} route", "{count} routes", len(checks))
    yield ""
    yield f"  {t.render(routes.entry_name(subject, first.route))} — {t.render(first.verdict).upper()} ({many})"
    yield from _findings(first, subject, t, numbered, width)
    for way in first.ways:
        yield from wrapped(t.render(routes.way(way, subject)), width, indent="      ", first="    → ")
    if first.verdict is Verdict.NOT_YET and not first.ways:
        yield from wrapped(t.tr("No change was found that opens this route."), width, indent="      ", first="    → ")
    for alike in _alike(checks):
        yield from _routes(alike, subject, t, width)


def _findings(check: RouteCheck, subject: Subject, t: Translator, numbered: Numbered, width: int) -> Iterator[str]:
    if check.assessment.outcome is None:
        yield from wrapped(t.tr("The page states no entry requirement."), width, indent="    ")
    else:
        yield from trees.found(check.assessment.outcome, t, numbered, width, "    ")
    soft = check.assessment.soft
    if soft:
        yield from labelled(t.tr("Never counted"), t.sentence(Listing(soft, "semicolon")), width, indent="    ", column=COLUMN)
    steps = tuple(step.text for step in entry_of(subject.programme, check.route).process)
    if steps:
        yield from labelled(t.tr("Then"), t.render(Listing(steps, "semicolon")), width, indent="    ", column=COLUMN)


def _alike(checks: Iterable[RouteCheck]) -> Iterator[tuple[RouteCheck, ...]]:
    """Routes of one format for which the law, the cost and the wishes come out the same."""
    by_key: dict[tuple[object, ...], list[RouteCheck]] = {}
    for check in checks:
        cost = (check.cost.by_payer, check.cost.open, check.cost.notes)
        by_key.setdefault((check.route.format, check.legal, cost, check.wishes), []).append(check)
    return (tuple(alike) for alike in by_key.values())


def _routes(alike: tuple[RouteCheck, ...], subject: Subject, t: Translator, width: int) -> Iterator[str]:
    first = alike[0]
    where = Listing(tuple(routes.places(subject, (check.route for check in alike))), "comma")
    name = t.sentence(format_of(subject.programme, first.route).name)
    yield ""
    yield from wrapped(f"{name} · {t.render(where)}", width, indent="      ", first="    ")
    yield from labelled(t.tr("Cost"), routes.cost_line(first.cost, t), width, indent="      ", column=COLUMN)
    for label, messages in ((t.tr("Not in the sum"), first.cost.open), (t.tr("To know"), first.cost.notes)):
        if messages:
            yield from labelled(label, t.render(Listing(messages, "semicolon")), width, indent="      ", column=COLUMN)
    yield from labelled(t.tr("Law"), routes.law_line(first.legal, t), width, indent="      ", column=COLUMN)
    for finding in first.legal.findings:
        sign = trees.SIGNS[finding.status]
        said = f"{t.render(finding.asked)} · {t.sentence(finding.answer.reason)} ({finding.rule.article})"
        yield from wrapped(said, width, indent=" " * (8 + COLUMN), first=" " * (6 + COLUMN) + f"{sign} ")
    if first.wishes:
        yield from labelled(t.tr("Wishes"), routes.wishes_line(first, t), width, indent="      ", column=COLUMN)
