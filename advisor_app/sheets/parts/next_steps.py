"""The cells on what to do next and on whom to ask, and the line on what no page says."""

import datetime as dt
from collections.abc import Iterator

from advisor_app.domain.catalogue import Deadline
from advisor_app.domain.check import RouteCheck
from advisor_app.domain.facts import Status
from advisor_app.domain.quantities import Month
from advisor_app.domain.rows import ROWS, Filled, fill
from advisor_app.domain.terms import ChargeKind, ContactKind
from advisor_app.domain.text import Listing, Value, msg
from advisor_app.domain.verdicts import Verdict
from advisor_app.services.compare import Compared, ComparedColumn
from advisor_app.sheets.lines import Line, Run, Style
from advisor_app.sheets.model import Cell, Code, Paragraph, Remark, Steps
from advisor_app.sheets.parts.documents import DIPLOMA, TRANSCRIPT, documents, missing
from advisor_app.sheets.parts.money import charges, past
from advisor_app.sheets.press import Press, joined, within

TO_ASK = {
    "teaching-language": msg("language of instruction"),
    "language-level": msg("language level asked"),
    "minimum-grade": msg("minimum grade"),
    "deadline": msg("application deadline"),
    "places": msg("number of places"),
    "non-eu-price": msg("price for students from outside the EU"),
    "campus-france": msg("Études en France procedure"),
}


def next_steps(press: Press, column: ComparedColumn) -> Cell:
    return Cell((Steps(tuple(_steps(press, column))),), _code(press, column))


def _steps(press: Press, column: ComparedColumn) -> Iterator[Line]:
    """Three of them: what is to be settled first, what to have in hand, and the application with its dates."""
    check = column.check
    first = _to_settle(press, check) if check else ()
    papers, application = _papers(press, check), _file(press, column)
    yield first or _in_writing(press, column)
    yield papers
    yield application


def _to_settle(press: Press, check: RouteCheck) -> Line:
    if check.verdict is Verdict.NOT_YET:
        return press.tr("See with us which way forward suits you")
    wanted = missing(check) if check.verdict is Verdict.NEED_INFO else ()
    return press.tr("Tell us: {what}", what=joined((press.say(asked) for asked in wanted), press.semicolon)) if wanted else ()


def _papers(press: Press, check: RouteCheck | None) -> Line:
    """No page lists them, or the sheet would say so: they are what usually proves the conditions."""
    what = Listing(documents(check) if check else (DIPLOMA, TRANSCRIPT))
    inferred = (Run(press.words("(inferred)"), Style.INFERRED),)
    return press.tr("Have ready: {documents} {inferred}", documents=what, inferred=inferred)


def _in_writing(press: Press, column: ComparedColumn) -> Line:
    wanted = tuple(_wanted(press, column))
    return (
        press.tr("Ask in writing for: {what}", what=Listing(wanted))
        if wanted
        else press.tr("Check these facts on the school’s page")
    )


def _wanted(press: Press, column: ComparedColumn) -> Iterator[str]:
    """What the family most needs on paper: a price that is not theirs, then who pays, then what counts to pass."""
    tuition = charges(press, column, ChargeKind.TUITION)
    sure = [charge for charge in tuition if charge.amount is not None and charge.status is not Status.OTHER_PROGRAMME]
    if not sure or any(past(charge, press.printed_on) or not charge.school_year for charge in sure):
        yield press.words("the price of your intake")
    if any(finance.status is Status.CONFLICTING for finance in column.subject.programme.financing):
        yield press.words("who pays under a contract")
    if any(duty.length.status is Status.CONFLICTING for duty in column.subject.programme.duties):
        yield press.words("the length of the internship")


def _file(press: Press, column: ComparedColumn) -> Line:
    return joined((*_dates(press, column),), press.semicolon)


def _dates(press: Press, column: ComparedColumn) -> Iterator[Line]:
    yield press.tr("Apply; deadline: {deadline}", deadline=_deadline(press, column))
    start = _start(column)
    if start is not None:
        yield press.tr("start: {start}", start=start)


def _deadline(press: Press, column: ComparedColumn) -> Line:
    """The dates that hold for this student and route, or what the page says of them in words."""
    calendar = column.subject.programme.calendar
    intake = column.check.route.intake if column.check else None
    dates = [
        one
        for one in calendar.deadlines
        if (not one.residences or press.residence is None or press.residence in one.residences)
        and (not one.intakes or intake is None or intake in one.intakes)
    ]
    if dates:
        return joined(((*press.say(_day(one)), *press.ref(one)) for one in dates[:2]), press.semicolon)
    words = calendar.deadline
    return press.not_stated if words.value is None else (*press.say(words.value), *press.ref(words))


def _day(deadline: Deadline) -> Value:
    if deadline.day is None or deadline.year is None:
        month = Month(deadline.month, deadline.year)
        return msg("{day} {month}", day=deadline.day, month=month) if deadline.day else month
    return dt.date(deadline.year, deadline.month, deadline.day)


def _start(column: ComparedColumn) -> Value | None:
    """The intake of the route, or the next that the page names."""
    calendar = column.subject.programme.calendar
    wanted = column.check.route.intake if column.check else None
    intake = next((one for one in calendar.intakes if one.id == wanted), next(iter(calendar.intakes), None))
    if intake is not None:
        return Month(intake.month, intake.year)
    first = calendar.teaching_from.value
    return Month(first) if first is not None else None


def _code(press: Press, column: ComparedColumn) -> Code | None:
    """Of the programme's page, where the catalogue has its address."""
    source = press.source(column.subject.programme.source)
    url = column.subject.programme.url or (source.url if source else None) or column.subject.institution.site
    if not url or not url.startswith(("https://", "http://")):
        return None
    return Code(
        url, press.words("Code that opens the page of {programme}: {url}", programme=column.subject.programme.name, url=url)
    )


def disability(press: Press, column: ComparedColumn) -> Cell:
    """By role, never by name."""
    campus = column.check.route.campus if column.check else None
    programme = column.subject.programme
    named = [contact for contact in programme.contacts if contact.kind is ContactKind.DISABILITY]
    contacts = [contact for contact in named if contact.campus in {None, campus} or campus is None][:2]
    points = programme.accessibility[:1]
    said = (*(contact.role for contact in contacts), *(point.text for point in points))
    if not said:
        return Cell((Paragraph((press.tr("Contact: {silence}", silence=press.not_stated),)),))
    first, *rest = (press.say(text) for text in said)
    parts = joined((first, *(within(part) for part in rest)), press.semicolon)
    sources = dict.fromkeys(one.source for one in (*contacts, *points))
    return Cell((Paragraph(((*parts, *(run for source in sources for run in press.ref(source))),)),))


def still_to_ask(press: Press, compared: Compared) -> Remark | None:
    """What none of the pages says; asked of every school alike."""
    rows = {row.key: row for row in ROWS if row.key in TO_ASK}
    silent = [key for key in TO_ASK if key in rows and all(_silent(fill(rows[key], column.subject)) for column in compared.columns)]
    if not silent:
        return None
    what = joined(press.say(TO_ASK[key]) for key in silent)
    said = (Run(press.words("Not stated"), Style.NOT_STATED),)
    count = len(compared.columns)
    return Remark(
        press.words("Still to ask"),
        (
            press.tr_n(
                "{silence} on the page: {what}", "{silence} on any of the {count} pages: {what}", count, silence=said, what=what
            ),
        ),
    )


def _silent(filled: Filled | None) -> bool:
    return filled is None or filled.silent
