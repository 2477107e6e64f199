"""The cells on what is obtained, on the year, on options and on what comes after."""

from collections.abc import Iterator

from advisor_app.domain.catalogue import Award, Calendar, Option, Party, WorkDuty
from advisor_app.domain.facts import Fact, Status
from advisor_app.domain.quantities import Month, Span
from advisor_app.domain.routes import entry_of
from advisor_app.domain.rows import Shown, Subject
from advisor_app.domain.terms import AwardKind, PartyRole
from advisor_app.domain.text import Listing, Value, msg
from advisor_app.services.compare import ComparedColumn
from advisor_app.sheets import model
from advisor_app.sheets.lines import Counter, Line, Run
from advisor_app.sheets.model import Cell, Paragraph
from advisor_app.sheets.press import Press, joined, plain, strong, within

SEPTEMBER = 9
WORDS_IN_SPAN = 4  # a shorter span has no room for words


# --- what is obtained


def obtain(press: Press, column: ComparedColumn) -> Cell:
    awards = column.subject.programme.awards
    if not awards:
        return Cell((Paragraph((press.tr("Award: {silence}", silence=press.not_stated),)),))
    said = [_award(press, column, award, alone=len(awards) == 1) for award in awards]
    worth = joined(_worth(press, column), ". ")
    said[-1] = (*said[-1][:-1], joined((said[-1][-1], worth), ". "))
    return Cell(tuple(Paragraph(lines) for lines in said))


def _award(press: Press, column: ComparedColumn, award: Award, *, alone: bool) -> tuple[Line, ...]:
    """The kind as a heading, on a line of its own where there is one award only."""
    kind: Line = (*strong(", ".join(_kind(press, award))), *press.ref(award))
    bodies = [_body(press, party) for party in award.parties if party.role in {PartyRole.CERTIFYING, PartyRole.AWARDING}]
    named = joined((press.quote(award.title, award.title_lang), *bodies, *_registration(press, column, award)), press.semicolon)
    return (kind, named) if alone else (joined((kind, named), " "),)


def _kind(press: Press, award: Award) -> Iterator[str]:
    yield press.voice.render(award.kind)
    if award.level.value is not None:
        yield press.words("level {level}", level=award.level.value)
    if award.number.value is not None:
        yield press.words("no. {number}", number=award.number.value)


def _body(press: Press, party: Party) -> Line:
    name = party.name
    return (
        press.tr("certified by {name}", name=name)
        if party.role is PartyRole.CERTIFYING
        else press.tr("awarded by {name}", name=name)
    )


def _registration(press: Press, column: ComparedColumn, award: Award) -> Iterator[Line]:
    if award.number.status is Status.NOT_STATED:
        if award.kind is not AwardKind.SCHOOL_DIPLOMA and not _both_silent(column):
            yield press.tr("RNCP number {silence}", silence=press.not_stated)
        return
    if award.decided_on.value is not None:
        yield press.tr("registered on {date}", date=press.voice.short_date(award.decided_on.value))
    expiry = press.voice.short_date(award.expires_on.value) if award.expires_on.value else None
    yield press.tr("until {date}", date=expiry) if expiry else press.tr("expiry {silence}", silence=press.not_stated)


def _worth(press: Press, column: ComparedColumn) -> Iterator[Line]:
    """What the awards do not give, and the credits: the two things that are most often taken for granted."""
    for award in column.subject.programme.awards:
        for point in award.gives[:1] if award.kind is not AwardKind.RNCP_TITLE else ():  # its level and number say it
            yield (*press.tr("Gives: {what}", what=within(press.say(point.text))), *press.ref(point))
        for point in award.gives_not[:1]:
            yield (*press.tr("Does not give: {what}", what=within(press.say(point.text))), *press.ref(point))
    entry = entry_of(column.subject.programme, column.check.route) if column.check else None
    if entry is not None:
        credits_ = entry.credits.value
        known = None if credits_ is None else msg("{credits} ECTS", credits=credits_)
        if _both_silent(column):
            yield press.tr("RNCP number and ECTS credits: {silence}", silence=press.not_stated)
            return
        yield press.tr("Credits: {credits}", credits=press.shown(Shown(value=known, evidence=entry.credits)))


def _both_silent(column: ComparedColumn) -> bool:
    """Whether neither number nor credits are known, which is then said in one go."""
    entry = entry_of(column.subject.programme, column.check.route) if column.check else None
    last = column.subject.programme.awards[-1]
    silent = entry is not None and entry.credits.value is None and entry.credits.status is Status.NOT_STATED
    return silent and last.number.status is Status.NOT_STATED and last.kind is not AwardKind.SCHOOL_DIPLOMA


# --- the year


def year(press: Press, column: ComparedColumn) -> Cell:
    calendar = column.subject.programme.calendar
    strip = _strip(press, calendar)
    lines = (*(() if strip else (_start(press, calendar),)), *_work(press, column), *_weeks(press, calendar))
    return Cell((*((strip,) if strip else ()), Paragraph(lines)))


def _place(month: int) -> int:
    return (month - SEPTEMBER) % 12


def _strip(press: Press, calendar: Calendar) -> model.YearStrip | None:
    """Drawn where the page gives at least the month of the start."""
    first, last = calendar.teaching_from.value, calendar.teaching_to.value
    start = first or next((intake.month for intake in calendar.intakes), None)
    if start is None:
        return None
    said = press.voice.render(Month(start))
    if last is not None and _place(last) >= _place(start):
        rhythm = _rhythm(press, calendar)
        fits = _place(last) - _place(start) + 1 >= WORDS_IN_SPAN
        spans: tuple[model.Span, ...] = (model.Span(_place(start), _place(last), solid=True, text=rhythm if fits else ""),)
        alt = press.words("Courses from {first} to {last}: {rhythm}.", first=said, last=Month(last), rhythm=rhythm)
    else:
        open_from = min(_place(start) + 1, 11)
        silence = press.words("end and rhythm not stated") if not _has_rhythm(calendar) else press.words("end not stated")
        spans = (
            model.Span(_place(start), _place(start), solid=True),
            model.Span(open_from, 11, solid=False, text=silence if 12 - open_from >= WORDS_IN_SPAN else ""),
        )
        alt = press.words("Start in {first}; {silence}.", first=said, silence=silence)
    letters = tuple(press.voice.sentence(Month((SEPTEMBER - 1 + index) % 12 + 1))[:1] for index in range(12))
    return model.YearStrip(letters, spans, alt)


def _has_rhythm(calendar: Calendar) -> bool:
    return calendar.days_per_week.value is not None or calendar.rhythm.value is not None


def _rhythm(press: Press, calendar: Calendar) -> str:
    days = calendar.days_per_week.value
    if days is None:
        return press.words("courses")
    return press.voice.tr_n("courses, {count} day a week", "courses, {count} days a week", int(days))


def _start(press: Press, calendar: Calendar) -> Line:
    if calendar.intake.value is not None:
        return press.tr("Start: {start}", start=press.shown(Shown(value=calendar.intake.value, evidence=calendar.intake)))
    return press.tr("Start, end and rhythm: {silence}", silence=press.not_stated)


def _weeks(press: Press, calendar: Calendar) -> Iterator[Line]:
    weeks = calendar.intensive_weeks
    if weeks.value is not None:
        line = press.tr_n(
            "{count} intensive week, dates {silence}",
            "{count} intensive weeks, dates {silence}",
            weeks.value,
            silence=press.not_stated,
        )
        yield (*line, *press.ref(weeks))


def _work(press: Press, column: ComparedColumn) -> Iterator[Line]:
    duties = [duty for duty in column.subject.programme.duties if _concerns(duty, column)]
    if not duties:
        yield press.tr("Internship: {silence}", silence=press.not_stated)
    flagged = press.flagged(column.subject.programme, "internship", "internship-mandatory")
    for duty in duties[:2]:
        said = joined((_length(press, duty.length), _mandatory(press, duty)), ", ")
        yield (*press.tr("{duty}: {length}", duty=duty.name, length=said), *(flagged if duty is duties[0] else ()))


def _mandatory(press: Press, duty: WorkDuty) -> Line:
    if duty.mandatory.value is None:
        return ()
    return press.tr("compulsory") if duty.mandatory.value else press.tr("optional")


def _concerns(duty: WorkDuty, column: ComparedColumn) -> bool:
    route = column.check.route if column.check else None
    by_format = route is None or not duty.formats or route.format in duty.formats
    return by_format and (route is None or not duty.streams or route.stream in {None, *duty.streams})


def _length(press: Press, length: Fact[Span]) -> Line:
    if length.status is Status.CONFLICTING and length.readings:
        either = " " + press.words("or") + " "
        readings = joined((_months(press, reading.value) for reading in length.readings), either)
        return (*press.conflicting, Run(" "), *readings, *press.ref(length))
    if length.value is None:
        return press.not_stated
    return (*_months(press, length.value), *press.sign(length))


def _months(press: Press, span: Span) -> Line:
    """A length in words, with a small box for each month."""
    said = press.say(span)
    least, most = int(span.minimum or 0), int(span.maximum or span.minimum or 0)
    if span.unit != "month" or not 0 < most <= 12:
        return said
    return (Counter(least, most - least), Run("\u00a0"), *said)


# --- options and afterwards


def options(press: Press, column: ComparedColumn) -> Cell:
    programme = column.subject.programme
    route = column.column.route  # only what was asked for is brought forward, not what happens to fit first
    specialisation, stream = (route.specialisation, route.stream) if route else (None, None)
    lines = [
        _options(press, column.subject, press.words("Specialisations"), programme.specialisations, specialisation),
        _options(press, column.subject, press.words("Streams"), programme.streams, stream),
    ]
    said = tuple(line for line in lines if line)
    return Cell((Paragraph(said or (press.not_stated,)),))


def _options(press: Press, subject: Subject, title: str, options_: tuple[Option, ...], chosen: str | None) -> Line:
    if not options_:
        return ()
    names = joined((_option(press, subject, option, chosen) for option in options_), press.semicolon)
    return press.tr("{title}: {names}", title=title, names=(*names, *press.ref(options_[0])))


def _option(press: Press, subject: Subject, option: Option, chosen: str | None) -> Line:
    name = press.voice.render(option.name)
    said = strong(name) if option.id == chosen and chosen is not None else plain(name)
    elsewhere = 0 < len(option.campuses) < len(subject.programme.campuses)
    where: Value = Listing(tuple(subject.campus_name(campus) for campus in option.campuses))
    return press.tr("{name} ({campuses} only)", name=said, campuses=where) if elsewhere else said


def afterwards(press: Press, column: ComparedColumn) -> Cell:
    """Figures only with their year, number of people and source; otherwise they are not stated."""
    programme = column.subject.programme
    whole = [figure for figure in programme.figures if figure.value is not None and figure.year and figure.people]
    lines = [
        press.tr(
            "{label}: {value} ({year}, {people} people)",
            label=figure.label,
            value=(*press.say(figure.value or ""), *press.ref(figure)),
            year=str(figure.year),
            people=figure.people or 0,
        )
        for figure in whole
    ]
    if not lines:
        lines.append((*press.tr("Outcome figures: {silence}", silence=press.not_stated), *press.flagged(programme, "figures")))
    chosen = column.check.route.stream if column.check else None
    further = [study for study in programme.further_study if chosen is None or study.stream in {None, chosen}]
    if further:
        said = joined(((*press.say(study.text), *press.ref(study)) for study in further[:2]), press.semicolon)
        lines.append(said)
    return Cell((Paragraph(tuple(lines)),))
