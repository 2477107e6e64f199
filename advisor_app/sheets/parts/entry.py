"""The cells on whether and how to apply: head, verdict, requirements and procedure."""

from collections.abc import Iterable, Iterator

from advisor_app.domain.check import RouteCheck, Way
from advisor_app.domain.headlines import route_reason
from advisor_app.domain.legal import LegalFinding
from advisor_app.domain.requirements.base import FindingStatus
from advisor_app.domain.requirements.threshold import NO_EQUIVALENCE
from advisor_app.domain.route import Route
from advisor_app.domain.routes import entry_of, format_of
from advisor_app.domain.student import Residence
from advisor_app.domain.text import Listing, Message, msg
from advisor_app.domain.verdicts import Verdict
from advisor_app.domain.wishes import NO_START, WishFinding
from advisor_app.services.compare import ComparedColumn
from advisor_app.sheets.lines import Line, Run
from advisor_app.sheets.model import Cell, Head, Mark, Requirement, VerdictBlock
from advisor_app.sheets.press import DAGGER, Press, joined, plain, strong, within, without_stop
from advisor_app.wording import words
from advisor_app.wording.typography import inside

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
NOT_MET = {"format": msg("another format"), "start": msg("another start")}
IN_DOUBT = {"format": msg("format in part")}
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
    lines = [joined((*_because(press, column, check), *_other_entries(press, column, check), _rule_of(press, column)), " ")]
    lines.extend(_wishes(press, column, check))
    verdict = VerdictBlock(VERDICT_MARKS[check.verdict], verdict_word(press, check.verdict), tuple(lines))
    return Cell((verdict, *contract(press, check)))


def _because(press: Press, column: ComparedColumn, check: RouteCheck) -> Iterator[Line]:
    """What would turn a "not yet": what it lacks stands among the conditions. Elsewhere why the verdict is what it is."""
    if check.verdict is Verdict.NEED_INFO and press.student.empty:
        return
    ways = tuple(_way(press, column, way) for way in check.ways[:2])
    if check.verdict is not Verdict.NOT_YET or not ways:
        yield verdict_reason(press, check)
    yield from ways


def _rule_of(press: Press, column: ComparedColumn) -> Line:
    """A stale source never changes a verdict; it marks it."""
    source = press.source(column.subject.programme.source)
    if source is None or source.dated is None or not press.stale(source):
        return ()
    rule = press.words("Rule of {year}", year=str(source.dated.year)).replace(" ", "\u00a0")
    return (*plain(rule), *press.ref(source.id))


def verdict_word(press: Press, verdict: Verdict) -> str:
    if verdict is Verdict.NEED_INFO and press.student.empty:
        return press.words("Conditions to be met")
    return {
        Verdict.CAN_APPLY: press.words("You can apply"),
        Verdict.TO_CONFIRM: press.words("To be confirmed"),
        Verdict.NEED_INFO: press.words("To be completed with you"),
        Verdict.NOT_YET: press.words("Not yet"),
    }[verdict]


def verdict_reason(press: Press, check: RouteCheck) -> Line:
    decisive = check.assessment.decisive
    if check.verdict is Verdict.NOT_YET and decisive is not None and decisive.status is FindingStatus.NOT_MET:
        asked = (*press.say(decisive.asked), *press.ref(decisive.leaf.source))
        return press.tr("Asked: {asked}; you: {has}.", asked=asked, has=decisive.answer.has)
    reason = press.voice.sentence(route_reason(check))
    sourced = press.no_equivalence if decisive is not None and decisive.answer.reason == NO_EQUIVALENCE else ()
    return (*plain(reason if reason.endswith((".", "?", "!")) else f"{reason}."), *sourced)


def _way(press: Press, column: ComparedColumn, way: Way) -> Line:
    if way.route is not None:
        return way_through(press, column.programme.routes, way.route, _named(press, column, way.route))
    return press.tr("You would need {changes}.", changes=Listing(tuple(change.say for change in way.changes)))


def way_through(press: Press, checks: Iterable[RouteCheck], route: Route, named: Line) -> Line:
    """Another route, with its own verdict: "open" is said only of what has no condition left."""
    check = next((one for one in checks if one.route == route), None)
    if check is None or check.verdict is Verdict.CAN_APPLY:
        return press.tr("Open to you now: {route}.", route=named)
    return press.tr("Nearer to you: {route}, {verdict}.", route=named, verdict=inside(verdict_word(press, check.verdict)))


def _other_entries(press: Press, column: ComparedColumn, check: RouteCheck) -> Iterator[Line]:
    """The verdicts of the other entry points, since a column shows one of them."""
    programme = column.subject.programme
    others = {one.route.entry: one for one in column.programme.routes if one.route.entry != check.route.entry}
    said = (
        press.tr("{entry}, {verdict}", entry=entry_of(programme, one.route).name, verdict=inside(verdict_word(press, one.verdict)))
        for one in others.values()
    )
    if others:
        yield press.tr("Other entry: {verdicts}.", verdicts=joined(said, press.semicolon))


def _named(press: Press, column: ComparedColumn, route: Route) -> Line:
    programme = column.subject.programme
    return joined((plain(entry_of(programme, route).name), press.say(format_of(programme, route).name)))


def contract(press: Press, check: RouteCheck, said: set[Message] | None = None) -> Iterator[Requirement]:
    """The law's own verdict, apart from the school's. Reasons that are ``said`` already are not given again, only their note."""
    if not check.legal.applies:
        return
    found = check.legal.findings
    first = (*strong(press.words("Contract, by law:")), Run(f" {_law(press, check)}"))
    missing = tuple(_missing(press, finding) for finding in found if finding.status is FindingStatus.UNKNOWN)
    between = " " if press.student.empty else press.colon
    line = (*first, Run(between), *joined(missing, press.semicolon)) if missing else first
    doubts = [finding for finding in found if finding.status not in SETTLED or _for_later(press, finding)]
    allowed = check.legal.verdict is Verdict.CAN_APPLY
    mark = None if allowed and not check.verdict.open else VERDICT_MARKS[check.legal.verdict]  # no tick under a "not yet"
    yield Requirement(mark, (_with_reasons(press, line, doubts, set() if said is None else said),))


def _with_reasons(press: Press, line: Line, doubts: Iterable[LegalFinding], said: set[Message]) -> Line:
    for finding in doubts:
        if finding.answer.reason in said:
            line = (*line, *article(press, finding))
        else:
            line = joined((line, (*without_stop(press.say(finding.answer.reason)), *article(press, finding))), ". ")
            said.add(finding.answer.reason)
    return line


def _for_later(press: Press, finding: LegalFinding) -> bool:
    """From outside the EU one may sign only because a year in France comes first, which is still ahead."""
    return (
        press.residence is Residence.OTHER
        and finding.rule.full_years_of_residence is not None
        and finding.status is FindingStatus.MET
    )


def _law(press: Press, check: RouteCheck) -> str:
    if check.legal.verdict is Verdict.CAN_APPLY:
        return press.words("nothing against it; employer to be found")
    if check.legal.verdict is Verdict.NEED_INFO and press.student.empty:
        return press.words("depends on")
    return inside(press.voice.render(words.law(check.legal.verdict)))


def _missing(press: Press, finding: LegalFinding) -> Line:
    """What has to be told, in a word: the note has the rule."""
    what = NEEDED.get(finding.answer.needs or "")
    return (*(press.say(what) if what else without_stop(press.say(finding.answer.reason))), *article(press, finding))


def article(press: Press, finding: LegalFinding) -> Line:
    checked = press.tr("{article}; checked on {date}.", article=finding.rule.article, date=finding.rule.checked_on)
    return press.note((*press.say(finding.rule.title), Run(press.colon), *checked))


def _wishes(press: Press, column: ComparedColumn, check: RouteCheck) -> Iterator[Line]:
    open_wishes = [wish for wish in check.wishes if wish.met is not True]
    if open_wishes:
        said = (_wish(press, column, check, wish) for wish in open_wishes)
        yield press.tr("Your wishes: {reasons}.", reasons=joined(said, press.semicolon))


def _wish(press: Press, column: ComparedColumn, check: RouteCheck, wish: WishFinding) -> Line:
    """In few words where the wish alone says enough; the words that qualify it elsewhere. A campus by its name: it may be near."""
    if wish.wish == "campus":
        campus = column.subject.campus_name(check.route.campus)
        if wish.met is not None:
            return press.tr("campus: {campus}", campus=campus)
        where = column.subject.programme.campus_evidence
        return (*press.tr("place to be confirmed: {campus}", campus=campus), *press.inferred(where))
    if wish.closed_by is not None:
        return (*without_stop(press.say(wish.reason)), *article(press, wish.closed_by))
    if wish.reason == NO_START:
        return press.tr("start not stated")
    short = (NOT_MET if wish.met is False else IN_DOUBT).get(wish.wish)
    return press.say(short) if short is not None else within(press.say(wish.reason))
