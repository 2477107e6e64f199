"""The cells on whether and how to apply: head, verdict, requirements and procedure."""

from collections.abc import Iterator

from advisor_app.domain.check import RouteCheck, Way
from advisor_app.domain.headlines import route_reason
from advisor_app.domain.legal import LegalFinding
from advisor_app.domain.requirements.base import FindingStatus
from advisor_app.domain.routes import Route, entry_of, format_of
from advisor_app.domain.text import Listing, msg
from advisor_app.domain.verdicts import Verdict
from advisor_app.domain.wishes import WishFinding
from advisor_app.services.compare import ComparedColumn
from advisor_app.sheets.lines import Line, Run
from advisor_app.sheets.model import Cell, Head, Mark, Requirement, VerdictBlock
from advisor_app.sheets.press import DAGGER, Press, joined, lowered, plain, strong, within, without_stop
from advisor_app.wording import words

MARKS = {
    FindingStatus.MET: Mark.MET,
    FindingStatus.TO_CONFIRM: Mark.TO_CONFIRM,
    FindingStatus.UNKNOWN: Mark.UNKNOWN,
    FindingStatus.NOT_MET: Mark.NOT_MET,
}
SETTLED = {FindingStatus.MET, FindingStatus.UNKNOWN}
NEEDED = {
    "person.age": msg("age at the start"),
    "person.residence": msg("nationality"),
    "person.years_in_france": msg("years lived in France"),
}
NOT_MET = {"format": msg("another format"), "campus": msg("another campus"), "start": msg("another start")}
VERDICT_MARKS = {
    Verdict.CAN_APPLY: Mark.MET,
    Verdict.TO_CONFIRM: Mark.TO_CONFIRM,
    Verdict.NEED_INFO: Mark.UNKNOWN,
    Verdict.NOT_YET: Mark.NOT_MET,
}


def status_word(press: Press, mark: Mark) -> str:
    """The word beside a mark, as a requirement has it and as the key explains it."""
    return {
        Mark.MET: press.words("met"),
        Mark.TO_CONFIRM: press.words("to confirm"),
        Mark.UNKNOWN: press.words("to tell us"),
        Mark.NOT_MET: press.words("not met"),
    }[mark]


# --- head


def head(press: Press, column: ComparedColumn) -> Head:
    subject = column.subject
    return Head(
        school=subject.institution.short_name,
        name=subject.programme.name,
        name_lang=subject.programme.name_lang,
        lines=tuple(line for line in (_route_line(press, column), _age_line(press, column)) if line),
    )


def _route_line(press: Press, column: ComparedColumn) -> Line:
    if column.check is None:
        return press.tr("Routes: {silence}", silence=press.not_stated)
    route, subject = column.check.route, column.subject
    entry = entry_of(subject.programme, route)
    length = entry.duration.value
    said = plain(press.voice.span(length)) if length else press.not_stated
    return joined(
        (
            press.tr("Entry: {name}", name=entry.name) if len(subject.programme.entry_points) > 1 else (),
            press.say(format_of(subject.programme, route).name),
            press.say(subject.campus_name(route.campus)),
            (*said, *press.inferred(entry.duration)) if length else press.tr("length {silence}", silence=said),
        )
    )


def _age_line(press: Press, column: ComparedColumn) -> Line:
    name = column.subject.programme.source
    source = press.source(name)
    if source is None:
        return ()
    page = press.page_of(source)
    page = f"{page[:1].upper()}{page[1:]}"
    if not press.stale(source):
        return (*plain(page), *press.ref(name))
    return (*strong(press.words("{dagger} {page}: check it all", dagger=DAGGER, page=page)), *press.ref(name))


# --- verdict


def applying(press: Press, column: ComparedColumn) -> Cell:
    check = column.check
    if check is None:
        word = press.words("To be confirmed")
        return Cell((VerdictBlock(Mark.TO_CONFIRM, word, (press.tr("The page states no route; the school decides."),)),))
    ways = tuple(_way(press, column, way) for way in check.ways[:2])
    lines = [joined((_short_reason(press, check, ways), *ways, _rule_of(press, column)), " ")]
    lines.extend(_other_entries(press, column, check))
    lines.extend(_wishes(press, check))
    verdict = VerdictBlock(VERDICT_MARKS[check.verdict], verdict_word(press, check.verdict), tuple(lines))
    return Cell((verdict, *contract(press, check)))


def _short_reason(press: Press, check: RouteCheck, ways: tuple[Line, ...]) -> Line:
    """Why, without what is asked where the way forward names it again."""
    decisive = check.assessment.decisive
    if check.verdict is Verdict.NOT_YET and decisive is not None and decisive.status is FindingStatus.NOT_MET:
        asked = press.voice.render(decisive.asked).partition(press.colon)[2]
        if asked and any(asked in "".join(run.text for run in way if isinstance(run, Run)) for way in ways):
            return press.tr("You: {has}.", has=decisive.answer.has)
    return verdict_reason(press, check)


def _rule_of(press: Press, column: ComparedColumn) -> Line:
    """A stale source never changes a verdict; it marks it."""
    source = press.source(column.subject.programme.source)
    if source is None or source.dated is None or not press.stale(source):
        return ()
    rule = press.words("Rule of {year}", year=str(source.dated.year)).replace(" ", "\u00a0")
    return (*plain(rule), *press.ref(source.id))


def verdict_word(press: Press, verdict: Verdict) -> str:
    return {
        Verdict.CAN_APPLY: press.words("You can apply"),
        Verdict.TO_CONFIRM: press.words("To be confirmed"),
        Verdict.NEED_INFO: press.words("To be completed with you"),
        Verdict.NOT_YET: press.words("Not yet"),
    }[verdict]


def verdict_reason(press: Press, check: RouteCheck) -> Line:
    decisive = check.assessment.decisive
    if check.verdict is Verdict.NOT_YET and decisive is not None and decisive.status is FindingStatus.NOT_MET:
        return press.tr("Asked: {asked}; you: {has}.", asked=decisive.asked, has=decisive.answer.has)
    reason = press.voice.sentence(route_reason(check))
    return plain(reason if reason.endswith((".", "?", "!")) else f"{reason}.")


def _way(press: Press, column: ComparedColumn, way: Way) -> Line:
    if way.route is not None:
        return press.tr("Open to you now: {route}.", route=_named(press, column, way.route))
    return press.tr("You would need {changes}.", changes=Listing(tuple(change.say for change in way.changes)))


def _other_entries(press: Press, column: ComparedColumn, check: RouteCheck) -> Iterator[Line]:
    """The verdicts of the other entry points, since a column shows one of them."""
    programme = column.subject.programme
    others = {one.route.entry: one for one in column.programme.routes if one.route.entry != check.route.entry}
    said = (
        press.tr("{entry}: {verdict}", entry=entry_of(programme, one.route).name, verdict=lowered(verdict_word(press, one.verdict)))
        for one in others.values()
    )
    if others:
        yield press.tr("Other entry: {verdicts}", verdicts=joined(said, press.semicolon))


def _named(press: Press, column: ComparedColumn, route: Route) -> Line:
    programme = column.subject.programme
    return joined((plain(entry_of(programme, route).name), press.say(format_of(programme, route).name)))


def contract(press: Press, check: RouteCheck) -> Iterator[Requirement]:
    """The law's own verdict, apart from the school's."""
    if not check.legal.applies:
        return
    said = lowered(press.voice.render(words.law(check.legal.verdict)))
    first = (*strong(press.words("Contract, by law:")), Run(f" {said}"))
    missing = tuple(_missing(press, finding) for finding in check.legal.findings if finding.status is FindingStatus.UNKNOWN)
    doubts = (_doubt(press, finding) for finding in check.legal.findings if finding.status not in SETTLED)
    line = (*first, Run(press.colon), *joined(missing, press.semicolon)) if missing else first
    yield Requirement(VERDICT_MARKS[check.legal.verdict], (joined((line, *doubts), ". "),))


def _missing(press: Press, finding: LegalFinding) -> Line:
    """What has to be told, in a word: the note has the rule."""
    what = NEEDED.get(finding.answer.needs or "")
    return (*(press.say(what) if what else without_stop(press.say(finding.answer.reason))), *_article(press, finding))


def _doubt(press: Press, finding: LegalFinding) -> Line:
    return (*without_stop(press.say(finding.answer.reason)), *_article(press, finding))


def _article(press: Press, finding: LegalFinding) -> Line:
    checked = press.tr("{article}; checked on {date}.", article=finding.rule.article, date=finding.rule.checked_on)
    return press.note((*press.say(finding.rule.title), Run(press.colon), *checked))


def _wishes(press: Press, check: RouteCheck) -> Iterator[Line]:
    open_wishes = [wish for wish in check.wishes if wish.met is not True]
    if open_wishes:
        yield press.tr("Your wishes: {reasons}.", reasons=joined((_wish(press, wish) for wish in open_wishes), press.semicolon))


def _wish(press: Press, wish: WishFinding) -> Line:
    """In few words where the wish is simply not met; the programme's own words, which qualify it, elsewhere."""
    if wish.met is False and wish.wish in NOT_MET:
        return press.say(NOT_MET[wish.wish])
    return within(press.say(wish.reason))
