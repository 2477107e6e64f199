"""The cell on the year: the comparator's strip of months, then what no strip can place."""

from collections.abc import Iterable, Iterator

from advisor_app.domain.catalogue import Calendar, WorkDuty
from advisor_app.domain.facts import Fact, Status
from advisor_app.domain.pictures.calendar_strip import MONTHS, CalendarColumn, Mark, calendar_strip
from advisor_app.domain.quantities import Month, Span
from advisor_app.domain.rows import Shown
from advisor_app.domain.rows.study import duties_of, duty_is_mandatory
from advisor_app.domain.text import Listing
from advisor_app.services.compare import ComparedColumn
from advisor_app.sheets import model
from advisor_app.sheets.lines import Counter, Line, Run
from advisor_app.sheets.model import Cell, Drawn, Paragraph
from advisor_app.sheets.press import Press, joined, plain
from advisor_app.wording import words
from advisor_app.wording.typography import inside

WORDS_IN_SPAN, OPEN_WORDS = 4, 7  # months: a shorter span has no room for words
MOST_DUTIES = 2
LANES = {Mark.INTENSIVE: Drawn.BARRED, Mark.WORK: Drawn.HATCHED, Mark.DEADLINE: Drawn.SIGN}


def year(press: Press, column: ComparedColumn) -> Cell:
    calendar = column.subject.programme.calendar
    strip = _strip(press, column)
    lines = (
        *(() if strip else (_start(press, calendar),)),
        *_rhythm_line(press, calendar, strip),
        *_work(press, column),
        *_weeks(press, calendar),
    )
    return Cell((*((strip,) if strip else ()), *((Paragraph(lines),) if lines else ())))


# --- the strip


def _strip(press: Press, column: ComparedColumn) -> model.YearStrip | None:
    """What a page dates, as the comparator places it: courses and starts in the first lane, all else below, with its word."""
    subject = column.subject
    name = subject.programme.short_name
    (drawn,) = calendar_strip([subject], [name], press.residence).columns
    if drawn.empty:
        return None
    calendar = subject.programme.calendar
    first = tuple(_courses(press, calendar, drawn))
    below = (tuple(_spans(_places(drawn, mark), look, _word(press, mark))) for mark, look in LANES.items())
    letters = tuple(press.voice.sentence(Month(month))[:1] for month in range(1, 13))
    said = [press.voice.render(drawn.said), _rhythm(press, calendar) or "", _open_words(press, calendar, drawn) or ""]
    return model.YearStrip(
        months=(*letters[8:], *letters[:8]),
        lanes=(first, *(lane for lane in below if lane)),
        alt=f"{press.semicolon.join(part for part in said if part)}.",
    )


def _places(drawn: CalendarColumn, *marks: Mark) -> list[int]:
    return [place for place, held in enumerate(drawn.marks) if held.intersection(marks)]


def _word(press: Press, mark: Mark) -> str:
    return inside(press.voice.render(words.word(mark)))


def _runs(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Months that follow one another, by the first and the last of them."""
    run: list[int] = []
    for place in places:
        if run and place != run[-1] + 1:
            yield run[0], run[-1]
            run = []
        run.append(place)
    if run:
        yield run[0], run[-1]


def _spans(places: Iterable[int], look: Drawn, word: str) -> Iterator[model.Span]:
    """A word is said once, beside the last of them."""
    runs = tuple(_runs(places))
    for number, (first, last) in enumerate(runs, 1):
        yield model.Span(first, last, look, word if number == len(runs) else "")


def _courses(press: Press, calendar: Calendar, drawn: CalendarColumn) -> Iterator[model.Span]:
    """Courses and starts; from a start whose end no page gives, an open track that says so."""
    places = _places(drawn, Mark.STUDY, Mark.START)
    silence = _open_words(press, calendar, drawn)
    if silence is not None:
        said = press.words("from {month}; {silence}", month=Month(MONTHS[places[0]]), silence=silence)
        yield model.Span(places[0], 11, Drawn.OPEN, said if 12 - places[0] >= OPEN_WORDS else "")
        return
    runs = tuple(_runs(places))
    longest = max(runs, key=lambda run: run[1] - run[0], default=None)
    for run in runs:
        long_enough = run == longest and run[1] - run[0] + 1 >= WORDS_IN_SPAN
        yield model.Span(*run, Drawn.SOLID, (_rhythm(press, calendar) or press.words("courses")) if long_enough else "")


def _open_words(press: Press, calendar: Calendar, drawn: CalendarColumn) -> str | None:
    if calendar.teaching_to.value is not None or not _places(drawn, Mark.STUDY, Mark.START):
        return None
    has_rhythm = calendar.days_per_week.value is not None or calendar.rhythm.value is not None
    return press.words("end not stated") if has_rhythm else press.words("end and rhythm not stated")


def _rhythm(press: Press, calendar: Calendar) -> str | None:
    days = calendar.days_per_week.value
    return press.voice.tr_n("courses, {count} day a week", "courses, {count} days a week", int(days)) if days is not None else None


# --- what stands under it


def _start(press: Press, calendar: Calendar) -> Line:
    if calendar.intake.value is not None:
        return press.tr("Start: {start}", start=press.shown(Shown(value=calendar.intake.value, evidence=calendar.intake)))
    return press.tr("Start, end and rhythm: {silence}", silence=press.not_stated)


def _rhythm_line(press: Press, calendar: Calendar, strip: model.YearStrip | None) -> Iterator[Line]:
    """In words where the strip has no room for it."""
    said = _rhythm(press, calendar)
    if said is None and calendar.rhythm.value is not None:
        yield press.tr("Rhythm: {rhythm}", rhythm=press.shown(Shown(value=calendar.rhythm.value, evidence=calendar.rhythm)))
    elif said is not None and not (strip and any(span.text == said for lane in strip.lanes for span in lane)):
        yield (*plain(press.voice.sentence(said)), *press.ref(calendar.days_per_week))


def _weeks(press: Press, calendar: Calendar) -> Iterator[Line]:
    weeks, months = calendar.intensive_weeks, calendar.intensive_months
    if weeks.value is None:
        return
    dates = press.say(Listing(tuple(Month(month) for month in months.value))) if months.value else press.not_stated
    line = press.tr_n("{count} intensive week, dates: {dates}", "{count} intensive weeks, dates: {dates}", weeks.value, dates=dates)
    yield (*line, *press.ref(weeks))


def _work(press: Press, column: ComparedColumn) -> Iterator[Line]:
    duties = tuple(duties_of(column.subject))
    if not duties:
        yield press.tr("Internship: {silence}", silence=press.not_stated)
    flagged = press.flagged(column.subject.programme, "internship", "internship-mandatory")
    for duty in duties[:MOST_DUTIES]:
        said = joined((_length(press, duty.length), _mandatory(press, duty), _when(press, duty)), ", ")
        yield (*press.tr("{duty}: {length}", duty=duty.name, length=said), *(flagged if duty is duties[0] else ()))


def _mandatory(press: Press, duty: WorkDuty) -> Line:
    said = duty_is_mandatory(duty)
    return press.say(said) if said is not None else ()


def _when(press: Press, duty: WorkDuty) -> Line:
    return press.say(Listing(tuple(Month(month) for month in duty.months.value))) if duty.months.value else ()


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
