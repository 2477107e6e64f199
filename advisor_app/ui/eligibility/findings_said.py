"""The finding tree of one route in words, the law apart from the school, then wishes and what is listed only. Needs no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from advisor_app.domain.age import is_stale
from advisor_app.domain.check import RouteCheck
from advisor_app.domain.facts import Source
from advisor_app.domain.legal import LegalFinding
from advisor_app.domain.requirements.base import FindingStatus
from advisor_app.domain.requirements.evaluate import Finding, Group, Outcome
from advisor_app.domain.requirements.tree import AppliesTo, Strength
from advisor_app.domain.routes import entry_of
from advisor_app.domain.student import Student
from advisor_app.domain.text import Listing, Message, Text, Value, msg
from advisor_app.domain.verdicts import Verdict
from advisor_app.domain.wishes import WishFinding
from advisor_app.ui.itemmodels.findings import FindingLine, LineKind
from advisor_app.ui.itemmodels.naming import Namer, document
from advisor_app.ui.looks import VERDICTS, Look
from advisor_app.wording.words import group

_LAW = Look("scale", "text2")
_NOTE = Look("list-tree", "text2")
_EXCEPTIONS = Look("info", "text2")
_WISHES = Look("signpost", "text2")
_BINDS: dict[AppliesTo, Message] = {
    AppliesTo.EVERYONE: msg("If it binds every diploma"),
    AppliesTo.FRENCH_QUALIFICATION: msg("If it binds French diplomas only"),
    AppliesTo.FOREIGN_QUALIFICATION: msg("If it binds foreign diplomas only"),
}
_WISH_LOOKS = {True: VERDICTS[Verdict.CAN_APPLY], None: VERDICTS[Verdict.TO_CONFIRM], False: Look("circle-x", "text2")}


@dataclass(frozen=True, slots=True)
class _Page:
    """What the lines of one route share: how things are called, and the sources that they come from."""

    name: Namer
    sources: dict[str, Source]
    fallback: str

    def source(self, source: str) -> Source | None:
        return self.sources.get(source) or self.sources.get(self.fallback)


def headings(name: Namer) -> tuple[str, str, str, str]:
    tr = name.tr.tr
    return tr("What the school asks"), tr("The student has"), tr("Finding"), tr("Source · age")


def findings_said(check: RouteCheck, name: Namer, student: Student) -> tuple[FindingLine, ...]:
    """Every line, school first; ``student`` is the one that ``check`` is about."""
    subject = name.subjects[check.route.programme]
    page = _Page(name, subject.sources, subject.programme.source)
    return (*_school(check, page), *_law(check, page, student), *_listed(check, page), *_wishes(check, page))


# --- the school


def _school(check: RouteCheck, page: _Page) -> Iterator[FindingLine]:
    outcome = check.assessment.outcome
    line = _outcome(outcome, page) if outcome else None
    yield line or _note(page.name.tr.tr("The page states no entry requirement."))


def _outcome(outcome: Outcome, page: _Page) -> FindingLine | None:
    """A group that has one line left stands for that line; what is listed only is said at the end."""
    if isinstance(outcome, Finding):
        return None if outcome.leaf.strength is Strength.SOFT else _finding(outcome, page)
    if outcome.operator == "readings" and _differ_in_whom(outcome):
        return _readings(outcome, page)
    lines = tuple(line for line in (_outcome(child, page) for child in outcome.children) if line)
    if not lines:
        return None
    return lines[0] if len(lines) == 1 and outcome.operator in {"all", "any"} else _group(outcome, lines, page)


def _group(outcome: Group, lines: tuple[FindingLine, ...], page: _Page) -> FindingLine:
    tr = page.name.tr
    asked, word = tr.render(group(outcome.operator, outcome.n)), tr.render(outcome.status)
    reason = tr.sentence(outcome.note) if outcome.note else ""
    return FindingLine(
        kind=LineKind.GROUP,
        asked=asked,
        reason=reason,
        word=word,
        look=VERDICTS[outcome.status.verdict],
        spoken=_joined(asked, word, reason),
        children=lines,
    )


def _differ_in_whom(outcome: Group) -> bool:
    """Whether the readings ask the same of different diplomas."""
    found = [child for child in outcome.children if isinstance(child, Finding)]
    whom = {finding.leaf.applies_to for finding in found}
    return len(found) == len(outcome.children) == len(whom) and len({finding.asked for finding in found}) == 1


def _readings(outcome: Group, page: _Page) -> FindingLine:
    """The condition once, and below it only what tells its readings apart."""
    found = [child for child in outcome.children if isinstance(child, Finding)]
    line = _group(outcome, tuple(_finding(one, page, _BINDS[one.leaf.applies_to]) for one in found), page)
    asked = page.name.tr.sentence(found[0].asked)
    reason = " ".join(f"{part.rstrip('.')}." for part in (line.asked, line.reason) if part)
    return replace(line, asked=asked, reason=reason, spoken=_joined(asked, line.word, reason))


def _finding(finding: Finding, page: _Page, asked: Value | None = None) -> FindingLine:
    leaf, tr = finding.leaf, page.name.tr
    source = page.source(leaf.source)
    line = _line(asked or finding.asked, finding.answer.has, finding.answer.reason, finding.bearing, page)
    if not finding.counts:
        line = replace(line, word=tr.tr("{finding}, not counted", finding=finding.bearing))
    section = leaf.section or (source.publisher if source else "")
    return _sourced(line, section, source, page, quote=leaf.quote, note=leaf.note)


def _line(asked: Value, has: Value, reason: Value, status: FindingStatus, page: _Page) -> FindingLine:
    tr = page.name.tr
    return FindingLine(
        kind=LineKind.FINDING,
        asked=tr.sentence(asked),
        has=tr.sentence(has),
        reason=tr.sentence(reason),
        word=tr.render(status),
        look=VERDICTS[status.verdict],
        spoken="",
    )


def _sourced(
    line: FindingLine, section: str, source: Source | None, page: _Page, *, quote: str | None, note: Text | None
) -> FindingLine:
    tr, today = page.name.tr, page.name.today
    age = tr.age_short(source.dated, today) if source and source.dated else ""
    old = source is not None and is_stale(source, today)
    stale = tr.tr("rule of {year}", year=source.dated.year) if old and source and source.dated else ""
    document = _document(source, page)
    told = (tr.quoted(quote) if quote else "", tr.sentence(note) if note else "", _joined(section, document))
    has = tr.tr("the student has: {has}", has=line.has)
    spoken = _joined(line.asked, line.word, has, line.reason, tr.tr("source: {source}", source=_joined(section, document)), stale)
    return replace(line, section=section, age=age, stale=stale, spoken=spoken, proof=tuple(part for part in told if part))


def _document(source: Source | None, page: _Page) -> str:
    if source is None:
        return ""
    tr = page.name.tr
    dated = tr.date(source.dated, day_known=source.day_known) if source.dated else tr.tr("no date on the page")
    return _joined(document(source), dated)


# --- the law


def _law(check: RouteCheck, page: _Page, student: Student) -> Iterator[FindingLine]:
    if not check.legal.applies:
        return
    tr = page.name.tr
    contract = tr.render(check.legal.contract) if check.legal.contract else ""
    aside = " · ".join(
        part for part in (contract, tr.tr("the student finds the employer"), tr.tr("information, not legal advice")) if part
    )
    yield _heading(_LAW, tr.tr("What the law asks for this contract"), aside)
    for finding in check.legal.findings:
        said = _exceptions_matter(finding, student)
        yield _legal(finding, page, () if said else finding.rule.exceptions)
        if said:
            exceptions = " ".join(tr.sentence(text) for text in finding.rule.exceptions)
            yield _note(tr.tr("Exceptions and notes: {exceptions}", exceptions=exceptions), _EXCEPTIONS)


def _exceptions_matter(finding: LegalFinding, student: Student) -> bool:
    """What the program cannot decide is said openly unless the rule is simply met, or does not concern the student at all."""
    rule = finding.rule
    if not rule.exceptions or (student.residence and rule.residences and student.residence not in rule.residences):
        return False
    return finding.status is not FindingStatus.MET or bool(rule.residences)


def _legal(finding: LegalFinding, page: _Page, exceptions: tuple[Text, ...]) -> FindingLine:
    """``exceptions`` are those that unfold with the rest; the others stand below, for everyone to see."""
    tr, rule = page.name.tr, finding.rule
    line = _line(finding.asked, finding.answer.has, finding.answer.reason, finding.status, page)
    checked = tr.tr("checked {month}", month=tr.short_date(rule.checked_on, day_known=False))
    has = tr.tr("the student has: {has}", has=line.has)
    source = tr.tr("checked on {day}", day=rule.checked_on)
    spoken = _joined(line.asked, line.word, has, line.reason, rule.article, source)
    told = (rule.title, rule.summary, *exceptions)
    proof = (*dict.fromkeys(tr.sentence(text) for text in told), _joined(rule.article, tr.sentence(source)))
    return replace(line, section=rule.article.rpartition(", ")[2], age=checked, spoken=spoken, proof=proof)


# --- what is listed only, and the wishes


def _listed(check: RouteCheck, page: _Page) -> Iterator[FindingLine]:
    subject = page.name.subjects[check.route.programme]
    steps = entry_of(subject.programme, check.route).process
    said: list[Value] = list(check.assessment.soft)
    for step in steps:
        delay = step.delay.value
        said.append(msg("{step} ({delay})", step=step.text, delay=delay) if delay else step.text)
    if said:
        tr = page.name.tr
        listed = Listing(tuple(dict.fromkeys(_within(tr.render(one)) for one in said)), "semicolon")
        yield _note(page.name.tr.tr("Listed, never counted: {listed}", listed=listed))


def _within(said: str) -> str:
    """In the middle of a line: a small first letter, but for what is written in capitals."""
    return said[:1].lower() + said[1:] if said[1:2].islower() else said


def _wishes(check: RouteCheck, page: _Page) -> Iterator[FindingLine]:
    if not check.wishes:
        return
    tr = page.name.tr
    yield _heading(_WISHES, tr.tr("What the student wishes"), tr.tr("a wish never changes a verdict"))
    for wish in check.wishes:
        yield _wish(wish, page)


def _wish(wish: WishFinding, page: _Page) -> FindingLine:
    tr = page.name.tr
    names = {
        "format": tr.tr("Format"),
        "campus": tr.tr("Campus"),
        "start": tr.tr("Start"),
        "budget_per_year": tr.tr("Budget per year"),
    }
    words = {True: tr.tr_c("wish", "Met"), None: tr.tr_c("wish", "Depends"), False: tr.tr_c("wish", "Not met")}
    asked, reason, word = names[wish.wish], tr.sentence(wish.reason), words[wish.met]
    return FindingLine(
        kind=LineKind.FINDING,
        asked=asked,
        reason=reason,
        word=word,
        look=_WISH_LOOKS[wish.met],
        spoken=_joined(asked, word, reason),
    )


def _heading(look: Look, words: str, aside: str) -> FindingLine:
    return FindingLine(kind=LineKind.HEADING, asked=words, reason=aside, look=look, spoken=_joined(words, aside))


def _note(words: str, look: Look = _NOTE) -> FindingLine:
    return FindingLine(kind=LineKind.NOTE, asked=words, look=look, spoken=words)


def _joined(*parts: str) -> str:
    return ", ".join(part.rstrip(".") for part in parts if part)
