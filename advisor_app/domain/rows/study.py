"""Rows on where, how and how long one studies."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import partial

from advisor_app.domain.catalogue import Award, EntryPoint, Option, WorkDuty
from advisor_app.domain.facts import Evidence, Status
from advisor_app.domain.quantities import Month
from advisor_app.domain.rows.row import Group, Row, Shown, Subject, itself, shown
from advisor_app.domain.terms import AwardKind
from advisor_app.domain.text import Listing, Message, Value, msg, msg_n
from advisor_app.domain.topics import Topic


def _from(entry: EntryPoint, subject: Subject) -> Value | None:
    """What tells one entry point from another: its level, or its name where several have that level."""
    if subject.route:
        return None
    alike = [other for other in subject.entries if other.after == entry.after]
    return msg("from Bac+{level}", level=entry.after) if len(alike) == 1 else entry.name


def _lengths(subject: Subject) -> Iterator[Shown]:
    for entry in subject.entries:
        yield shown(entry.duration, lambda span: span, label=_from(entry, subject))


def _credits(subject: Subject) -> Iterator[Shown]:
    for entry in subject.entries:
        yield shown(entry.credits, lambda number: ects(subject.awards, number), label=_from(entry, subject))


def ects(awards: Iterable[Award], credits_: Decimal) -> Message:
    """Credits with what they are worth: titles of the national register carry none of their own."""
    if all(award.kind is AwardKind.RNCP_TITLE for award in awards):
        return msg("{credits} ECTS by the school’s own count", credits=credits_)
    return msg("{credits} ECTS", credits=credits_)


def _formats(subject: Subject) -> Iterator[Shown]:
    for format_ in subject.formats:
        yield Shown(value=format_.name, evidence=format_, detail=_also(format_.aliases), detail_counts=False)


def _also(aliases: tuple[str, ...]) -> Value | None:
    return msg("also called {names}", names=Listing(aliases, "or")) if aliases else None


def _campuses(subject: Subject) -> Iterator[Shown]:
    chosen = (subject.route.campus,) if subject.route else subject.programme.campuses
    if chosen:
        names = Listing(tuple(subject.campus_name(campus) for campus in chosen), "comma")
        where = subject.programme.campus_evidence
        silent = where.status is Status.NOT_STATED  # the file says no more of the campuses than their names
        yield Shown(value=names, evidence=Evidence(source=subject.programme.source) if silent else where)


def _specialisations(subject: Subject) -> Iterator[Shown]:
    yield from _options(subject, subject.programme.specialisations, subject.route.specialisation if subject.route else None)


def _streams(subject: Subject) -> Iterator[Shown]:
    yield from _options(subject, subject.programme.streams, subject.route.stream if subject.route else None)


def _options(subject: Subject, options: tuple[Option, ...], chosen: str | None) -> Iterator[Shown]:
    for option in options:
        if chosen in {None, option.id}:
            where = Listing(tuple(subject.campus_name(campus) for campus in option.campuses), "comma") if option.campuses else None
            contents = tuple(point.text for point in option.contents)
            yield Shown(value=option.name, evidence=option, detail=where, items=contents)


def _starts(subject: Subject) -> Iterator[Shown]:
    calendar = subject.programme.calendar
    if calendar.intakes:
        chosen = subject.route.intake if subject.route else None
        for intake in (each for each in calendar.intakes if chosen in {None, each.id}):
            yield Shown(value=Month(intake.month, intake.year), evidence=intake)
    else:
        yield shown(calendar.intake, itself)


def _teaching(subject: Subject) -> Iterator[Shown]:
    calendar = subject.programme.calendar
    first, last = calendar.teaching_from, calendar.teaching_to
    if first.value is None and last.value is None:
        yield Shown(value=None, evidence=first)
    elif first.value is not None and last.value is not None:
        yield Shown(value=msg("{first} to {last}", first=Month(first.value), last=Month(last.value)), evidence=first)
    else:
        known: Evidence = first if first.value is not None else last
        yield Shown(value=Month(first.value or last.value or 1), evidence=known)


def _rhythm(subject: Subject) -> Iterator[Shown]:
    calendar = subject.programme.calendar
    if calendar.days_per_week.value is not None:
        yield shown(calendar.days_per_week, _days)
    if calendar.intensive_weeks.value is not None:
        yield shown(calendar.intensive_weeks, _weeks)
    if calendar.rhythm.value is not None or calendar.days_per_week.value is None:
        yield shown(calendar.rhythm, itself)


def _days(days: Decimal) -> Message:
    return msg_n("{count} day a week", "{count} days a week", int(days))


def _weeks(weeks: int) -> Message:
    return msg_n("{count} intensive week", "{count} intensive weeks", weeks)


def _languages(subject: Subject) -> Iterator[Shown]:
    yield shown(subject.programme.teaching_language, itself)


def duties_of(subject: Subject) -> Iterator[WorkDuty]:
    """The duties that the route meets; all of them for a whole programme."""
    for duty in subject.programme.duties:
        by_format = not subject.route or not duty.formats or subject.route.format in duty.formats
        by_stream = not subject.route or not duty.streams or subject.route.stream in {None, *duty.streams}
        if by_format and by_stream:
            yield duty


def _duties(subject: Subject) -> Iterator[Shown]:
    for duty in duties_of(subject):
        yield shown(duty.length, lambda span: span, label=duty.name)


def _duty_years(subject: Subject) -> Iterator[Shown]:
    for duty in duties_of(subject):
        yield shown(duty.years, _years, label=duty.name)


def _years(years: tuple[int, ...]) -> Value:
    return Listing(tuple(msg("year {year}", year=year) for year in years), "and")


def _duty_is_mandatory(subject: Subject) -> Iterator[Shown]:
    for duty in duties_of(subject):
        yield shown(duty.mandatory, partial(_mandatory, duty), label=duty.name)


def duty_is_mandatory(duty: WorkDuty) -> Message | None:
    """Whether it is compulsory, and in which years where the page can be read in several ways; ``None`` where it does not say."""
    return None if duty.mandatory.value is None else _mandatory(duty, duty.mandatory.value)


def _mandatory(duty: WorkDuty, is_so: bool) -> Message:
    if not is_so:
        return msg("optional")
    readings = [set(reading.value) for reading in duty.years.readings]
    sure, said = set.intersection(*readings) if readings else set(), set().union(*readings)
    if not sure or sure == said:
        return msg("compulsory")
    return msg(
        "compulsory in {years}; in {others}, to be asked",
        years=_years(tuple(sorted(sure))),
        others=_years(tuple(sorted(said - sure))),
    )


ROWS = (
    Row(key="length", group=Group.STUDY, label=msg("Length"), read=_lengths, brief=True),
    Row(key="credits", group=Group.STUDY, label=msg("Credits"), read=_credits),
    Row(key="formats", group=Group.STUDY, label=msg("Formats"), read=_formats, topics=(Topic.FORMAT,)),
    Row(key="campuses", group=Group.STUDY, label=msg("Campus"), read=_campuses, topics=(Topic.CAMPUS,)),
    Row(
        key="specialisations",
        group=Group.STUDY,
        label=msg("Specialisations"),
        read=_specialisations,
        always=False,
        topics=(Topic.CAMPUS,),
    ),
    Row(key="streams", group=Group.STUDY, label=msg("Streams"), read=_streams, always=False),
    Row(
        key="teaching-language",
        group=Group.STUDY,
        label=msg("Taught in"),
        read=_languages,
        asked_as=msg("language of instruction"),
        brief=True,
        topics=(Topic.LANGUAGES,),
    ),
    Row(key="start", group=Group.CALENDAR, label=msg("Start"), read=_starts, brief=True, topics=(Topic.START,)),
    Row(
        key="teaching-months",
        group=Group.CALENDAR,
        label=msg("Teaching"),
        read=_teaching,
        topics=(Topic.START, Topic.FORMAT),
    ),
    Row(key="rhythm", group=Group.CALENDAR, label=msg("Rhythm"), read=_rhythm, topics=(Topic.FORMAT,)),
    Row(key="internship", group=Group.WORK, label=msg("Internship"), read=_duties, brief=True, topics=(Topic.FORMAT,)),
    Row(
        key="internship-years",
        group=Group.WORK,
        label=msg("In which year"),
        read=_duty_years,
        compared=False,
        asked_as=msg("year of the internship"),
    ),
    Row(
        key="internship-mandatory",
        group=Group.WORK,
        label=msg("Compulsory"),
        read=_duty_is_mandatory,
        asked_as=msg("whether the internship is compulsory"),
        topics=(Topic.FORMAT,),
    ),
)
