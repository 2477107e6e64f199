"""The cells on what to do next and on whom to ask, and the line on what no page says."""

import datetime as dt
from collections.abc import Iterator, Sequence

from advisor_app.domain import etudes_en_france
from advisor_app.domain.catalogue import Deadline
from advisor_app.domain.check import RouteCheck
from advisor_app.domain.facts import Status
from advisor_app.domain.headlines import other_route
from advisor_app.domain.quantities import Month
from advisor_app.domain.routes import entry_of, format_of
from advisor_app.domain.rows import ROWS, Filled, Subject, fill
from advisor_app.domain.terms import ChargeKind
from advisor_app.domain.text import Listing, Value, msg
from advisor_app.domain.verdicts import Verdict
from advisor_app.services.compare import ComparedColumn
from advisor_app.sheets.lines import Line, Run, Style
from advisor_app.sheets.model import Cell, Remark, Steps
from advisor_app.sheets.parts.address import code
from advisor_app.sheets.parts.documents import DIPLOMA, TRANSCRIPT, documents, missing
from advisor_app.sheets.parts.money import charges, past
from advisor_app.sheets.press import Press, joined

TO_ASK = {
    "teaching-language": msg("language of instruction"),
    "language-level": msg("language level"),
    "minimum-grade": msg("minimum grade"),
    "deadline": msg("deadline"),
    "places": msg("number of places"),
    "non-eu-price": msg("price outside the EU"),
    "campus-france": msg("Études en France"),
}


def next_steps(press: Press, column: ComparedColumn) -> Cell:
    return Cell((Steps(tuple(_steps(press, column))),), code(press, column))


def _steps(press: Press, column: ComparedColumn) -> Iterator[Line]:
    """Three of them: what is to be settled first, what to have in hand, and the application with its dates.

    Before them what a family abroad must know of. Where it is "not yet": what to do instead, and what to ask before all that.
    """
    check = column.check
    if check is not None and check.verdict is Verdict.NOT_YET:
        yield _instead(press, column, check)
        yield _still_so(press, column) or _in_writing(press, column)
    else:
        yield from _from_abroad(press)
        yield (_to_tell(press, check) if check else ()) or _in_writing(press, column)
        yield _papers(press, check)
    yield _file(press, column)


def _instead(press: Press, column: ComparedColumn, check: RouteCheck) -> Line:
    """The nearest way: another entry, or what is lacking."""
    way = next(iter(check.ways), None)
    if way is None:
        return press.tr("Ask the school which other way in there is")
    if way.route is None:
        return press.tr("First {changes}", changes=Listing(tuple(change.say for change in way.changes)))
    programme = column.subject.programme
    names: tuple[Value, ...] = (entry_of(programme, way.route).name, format_of(programme, way.route).name)
    return press.say(other_route(way, Listing(names, "dot")))


def _still_so(press: Press, column: ComparedColumn) -> Line:
    source = press.source(column.subject.programme.source)
    if source is None or source.dated is None or not press.stale(source):
        return ()
    return press.tr("Ask the school whether its page of {year} still holds", year=str(source.dated.year))


def _from_abroad(press: Press) -> Iterator[Line]:
    said, source = etudes_en_france.step(press.student, press.reference), etudes_en_france.source(press.reference)
    if said is not None:
        yield (*press.say(said), *(press.note(press.say(source)) if source else ()))


def _to_tell(press: Press, check: RouteCheck) -> Line:
    wanted = missing(check) if check.verdict is Verdict.NEED_INFO and not press.student.empty else ()
    return press.tr("Tell us: {what}", what=joined((press.say(asked) for asked in wanted), press.semicolon)) if wanted else ()


def _papers(press: Press, check: RouteCheck | None) -> Line:
    """What usually proves the conditions: as among them, and inferred as the key says of those."""
    what = Listing(documents(check) if check else (DIPLOMA, TRANSCRIPT))
    return press.tr("Have ready: {documents}", documents=what)


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
    """An intake by its month; where the page names none, when courses begin, which is another thing."""
    deadline = _deadline(press, column)
    later = column.check is not None and column.check.verdict is Verdict.NOT_YET
    yield (
        press.tr("Only then apply; deadline: {deadline}", deadline=deadline)
        if later
        else press.tr("Apply; deadline: {deadline}", deadline=deadline)
    )
    start, taught = _start(column), column.subject.programme.calendar.teaching_from.value
    if start is not None:
        yield press.tr("start: {start}", start=start)
    elif taught is not None:
        yield press.tr("courses from {month}", month=Month(taught))


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
    return Month(intake.month, intake.year) if intake is not None else None


def still_to_ask(press: Press, subjects: Sequence[Subject]) -> Remark | None:
    """What none of the pages says; asked of every school alike."""
    rows = {row.key: row for row in ROWS if row.key in TO_ASK}
    silent = [key for key in TO_ASK if key in rows and all(_silent(fill(rows[key], subject)) for subject in subjects)]
    if not silent:
        return None
    what = joined(press.say(TO_ASK[key]) for key in silent)
    said = (Run(press.words("Not stated"), Style.NOT_STATED),)
    count = len(subjects)
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
