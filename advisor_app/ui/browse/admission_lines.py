"""The Admission tab: each entry point with this student's findings, the procedure, and the law kept apart."""

from collections.abc import Iterator

from advisor_app.domain.catalogue import EntryPoint
from advisor_app.domain.check import Assessment, RouteCheck
from advisor_app.domain.facts import Evidence
from advisor_app.domain.legal import LegalFinding
from advisor_app.domain.requirements.base import Answer
from advisor_app.domain.requirements.evaluate import Finding
from advisor_app.domain.requirements.tree import Strength
from advisor_app.domain.text import Listing, Message, Text
from advisor_app.services.detailed import Detailed
from advisor_app.ui.browse.evidence import Voice, source_cell, spoken_source, told
from advisor_app.ui.browse.lines import FINDING, HEADED, Line, Para, Run, heading, indented, small, text_line
from advisor_app.ui.looks import VERDICTS
from advisor_app.ui.tokens import Role


def entry_lines(detailed: Detailed, voice: Voice) -> Iterator[Line]:
    """For each entry point its verdict, the conditions held against the student, and what is welcome but never counted."""
    for entry in detailed.subject.programme.entry_points:
        checks = [check for check in detailed.check.routes if check.route.entry == entry.id]
        if checks:
            yield from _entry(entry, checks[0].assessment, voice)


def _entry(entry: EntryPoint, assessment: Assessment, voice: Voice) -> Iterator[Line]:
    t, look = voice.t, VERDICTS[assessment.verdict]
    name = t.tr("{name}, from Bac+{level}", name=entry.name, level=entry.after)
    word = t.render(assessment.verdict)
    said = voice.pair(name, word)
    para = Para((Run(f"{name} · ", Role.SMALL_STRONG, "text2"), Run(word, Role.SMALL_STRONG, look.tone)), look.icon, look.tone)
    yield Line(
        key=f"heading:entry:{entry.id}",
        cells=((para,),),
        spoken=voice.pair(name, word),
        copied=voice.pair(name, word),
        heading=True,
    )
    if not assessment.findings:
        yield text_line(f"none:{entry.id}", small(t.tr("The page states no entry requirement.")), ruled=True)
    for number, finding in enumerate(assessment.findings):
        yield _finding(f"{entry.id}:{number}", finding, voice)
    if assessment.soft:
        said = t.tr("Welcome, never counted: {criteria}", criteria=Listing(assessment.soft, "semicolon"))
        yield text_line(f"soft:{entry.id}", small(said), ruled=True)


def _finding(key: str, finding: Finding, voice: Voice) -> Line:
    leaf = finding.leaf
    evidence = Evidence(source=leaf.source, section=leaf.section, quote=leaf.quote, note=leaf.note)
    suffix = "" if leaf.strength is Strength.MANDATORY else voice.t.render(leaf.strength)
    return _checked(f"finding:{key}", finding.asked, finding.answer, evidence, voice, suffix=suffix)


def _checked(key: str, asked: Message, answer: Answer, evidence: Evidence, voice: Voice, *, suffix: str = "") -> Line:
    t, look = voice.t, VERDICTS[answer.status.verdict]
    status, has, reason = t.render(answer.status), t.sentence(answer.has), t.sentence(answer.reason)
    what = t.sentence(asked)
    first = Para((Run(what, Role.STRONG), *((Run(f" · {suffix}", Role.SMALL, "text2"),) if suffix else ())), look.icon, look.tone)
    return Line(
        key=key,
        grid=FINDING,
        cells=(
            (first, indented(small(reason), 22)),
            (small(has, "text"),),
            (Para((Run(status, Role.SMALL_STRONG, look.tone),), look.icon, look.tone),),
            source_cell(evidence, voice),
        ),
        fold=told(evidence, voice),
        spoken=f"{voice.pair(what, status)}. {has}. {reason} {spoken_source(evidence, voice)}",
        copied=f"{voice.pair(what, status)} ({has}). {reason} {spoken_source(evidence, voice)}",
    )


def process_lines(detailed: Detailed, voice: Voice) -> Iterator[Line]:
    """What a candidate goes through, in order: never a requirement."""
    t = voice.t
    steps = {step.text: step for entry in detailed.subject.programme.entry_points for step in entry.process}
    yield heading("process", t.tr("Procedure"), note=t.tr("steps, not conditions"))
    if not steps:
        yield text_line("process:none", small(t.tr("The page describes no procedure."), italic=True), ruled=True)
    for number, step in enumerate(steps.values(), start=1):
        delay = f" · {t.render(step.delay.value)}" if step.delay.value else ""
        text = t.sentence(step.text)
        para = Para((Run(f"{number}.  ", tone="text2"), Run(text), Run(delay, Role.SMALL, "text2")))
        yield Line(
            key=f"step:{number}",
            grid=HEADED,
            cells=((para,), source_cell(step, voice)),
            fold=told(step, voice),
            spoken=f"{number}. {text}{delay}. {spoken_source(step, voice)}",
            copied=f"{number}. {text}{delay}",
        )


def legal_lines(detailed: Detailed, voice: Voice) -> Iterator[Line]:
    """What the law asks of whoever signs a contract: apart from the school's conditions, with article and date."""
    checks = [check for check in detailed.check.routes if check.legal.applies]
    if not checks:
        return
    t = voice.t
    yield heading("law", t.tr("The law on contracts"), note=t.tr("apart from the school’s conditions"), icon="scale")
    for (key, _), (finding, formats) in _by_answer(detailed, checks).items():
        yield _legal(key, finding, formats, voice)


def _by_answer(detailed: Detailed, checks: list[RouteCheck]) -> dict[tuple[str, Answer], tuple[LegalFinding, dict[str, Text]]]:
    """Each rule once for each answer, with the formats for which it gives that answer."""
    names = {format_.id: format_.name for format_ in detailed.subject.programme.formats}
    found: dict[tuple[str, Answer], tuple[LegalFinding, dict[str, Text]]] = {}
    for check in checks:
        for finding in check.legal.findings:
            _, formats = found.setdefault((finding.rule.id, finding.answer), (finding, {}))
            formats[check.route.format] = names[check.route.format]
    return found


def _legal(key: str, finding: LegalFinding, formats: dict[str, Text], voice: Voice) -> Line:
    t, look, rule = voice.t, VERDICTS[finding.status.verdict], finding.rule
    word, what = t.render(finding.status), t.sentence(finding.asked)
    which = t.render(Listing(tuple(formats.values()), "dot"))
    reason = t.render(finding.answer.reason)
    checked = t.tr("{article}, checked on {day}", article=rule.article, day=rule.checked_on)
    fold = (small(t.render(rule.summary), "text"), *(small(t.render(each)) for each in rule.exceptions), small(checked))
    return Line(
        key=f"law:{key}:{which}",
        grid=FINDING,
        cells=(
            (
                Para((Run(what, Role.STRONG),), "scale", "text2"),
                *(indented(small(said), 22) for said in (which, reason)),
            ),
            (small(t.sentence(finding.answer.has), "text"),),
            (Para((Run(word, Role.SMALL_STRONG, look.tone),), look.icon, look.tone),),
            (Para((Run(rule.article, Role.SMALL, "accent"),), "link-2", "accent"),),
        ),
        fold=fold,
        spoken=f"{voice.pair(f'{what}, {which}', word)}. {reason} {checked}",
        copied=f"{voice.pair(f'{what}, {which}', word)}. {reason} ({checked})",
    )
