"""The year of each column as a strip of twelve months: study, intensive weeks, work, the start and the deadlines.

Only what a page dates is placed; what it states without a month is listed beside the strip, so that nothing is placed by guess.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from advisor_app.domain.catalogue import Calendar, WorkDuty
from advisor_app.domain.quantities import Month
from advisor_app.domain.rows import Subject
from advisor_app.domain.rows.study import duties_of
from advisor_app.domain.student import Residence
from advisor_app.domain.text import Listing, Message, Value, msg, msg_n

MONTHS = (9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8)  # a school year


class Mark(StrEnum):
    """What a month holds."""

    START = "start"
    STUDY = "study"
    INTENSIVE = "intensive"
    WORK = "work"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarColumn:
    """``marks`` has one set for each of ``MONTHS``. ``undated`` is known without its months; ``said`` describes the column."""

    marks: tuple[frozenset[Mark], ...]
    undated: tuple[Message, ...]
    said: Message

    @property
    def empty(self) -> bool:
        """Whether no page dates anything."""
        return not any(self.marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarStrip:
    """The strips of all columns over the same twelve months."""

    months: tuple[int, ...]
    columns: tuple[CalendarColumn, ...]
    said: Value


def calendar_strip(subjects: Sequence[Subject], names: Sequence[Value], residence: Residence | None = None) -> CalendarStrip:
    """The strip of each column. Deadlines for other nationalities than ``residence``, where it is known, are left out."""
    columns = tuple(_column(subject, name, residence) for subject, name in zip(subjects, names, strict=True))
    return CalendarStrip(months=MONTHS, columns=columns, said=Listing(tuple(column.said for column in columns), "semicolon"))


def _column(subject: Subject, name: Value, residence: Residence | None) -> CalendarColumn:
    placed: dict[int, set[Mark]] = {month: set() for month in MONTHS}
    for mark, months in _placed(subject, residence):
        for month in months:
            placed[month].add(mark)
    marks = tuple(frozenset(placed[month]) for month in MONTHS)
    undated = tuple(_undated(subject))
    parts: tuple[Value, ...] = (*_described(marks), *undated)
    said: Value = Listing(parts, "comma") if parts else msg("not stated")
    return CalendarColumn(marks=marks, undated=undated, said=msg("{column}: {words}", column=name, words=said))


def _placed(subject: Subject, residence: Residence | None) -> Iterator[tuple[Mark, tuple[int, ...]]]:
    calendar, route = subject.programme.calendar, subject.route
    yield Mark.START, tuple(intake.month for intake in calendar.intakes if not route or route.intake in {None, intake.id})
    yield Mark.STUDY, _study(calendar)
    yield Mark.INTENSIVE, calendar.intensive_months.value or ()
    for duty in duties_of(subject):
        yield Mark.WORK, duty.months.value or ()
    for deadline in calendar.deadlines:
        for_me = not deadline.residences or residence is None or residence in deadline.residences
        if for_me and (not route or not deadline.intakes or route.intake in deadline.intakes):
            yield Mark.DEADLINE, (deadline.month,)


def _study(calendar: Calendar) -> tuple[int, ...]:
    """From the first to the last month of teaching; only the one that is stated where the other is not."""
    first, last = calendar.teaching_from.value, calendar.teaching_to.value
    if first is None or last is None:
        return tuple(month for month in (first, last) if month is not None)
    return tuple((first - 1 + step) % 12 + 1 for step in range((last - first) % 12 + 1))


def _undated(subject: Subject) -> Iterator[Message]:
    calendar = subject.programme.calendar
    weeks = calendar.intensive_weeks.value
    if weeks and not calendar.intensive_months.value:
        yield msg_n("{count} intensive week, month not stated", "{count} intensive weeks, months not stated", weeks)
    for duty in duties_of(subject):
        if not duty.months.value:
            yield _undated_work(duty)
    if any(format_.kind.has_contract for format_ in subject.formats) and subject.route:
        yield msg("work under the contract: months not stated")


def _undated_work(duty: WorkDuty) -> Message:
    if duty.length.value is None:
        return msg("{work}: months not stated", work=duty.name)
    return msg("{work}: {length}, months not stated", work=duty.name, length=duty.length.value)


_WORDS = {
    Mark.START: msg("start"),
    Mark.STUDY: msg("courses"),
    Mark.INTENSIVE: msg("intensive weeks"),
    Mark.WORK: msg("work"),
    Mark.DEADLINE: msg("deadline to apply"),
}


def _described(marks: tuple[frozenset[Mark], ...]) -> Iterator[Message]:
    for mark, words in _WORDS.items():
        months = [month for month, held in zip(MONTHS, marks, strict=True) if mark in held]
        if months:
            yield msg("{what} in {months}", what=words, months=_months(months))


def _months(months: list[int]) -> Value:
    """A run of months by its ends, others one by one."""
    places = [MONTHS.index(month) for month in months]
    if len(months) > 2 and places == list(range(places[0], places[0] + len(places))):
        return msg("{first} to {last}", first=Month(months[0]), last=Month(months[-1]))
    return Listing(tuple(Month(month) for month in months), "and")
