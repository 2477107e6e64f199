"""The cell on options, on what comes after, and on whom to ask about a disability: three short things that share a row."""

from collections.abc import Iterator

from advisor_app.domain.catalogue import Contact, Option
from advisor_app.domain.facts import Point
from advisor_app.domain.rows import Subject
from advisor_app.domain.terms import ContactKind
from advisor_app.domain.text import Listing, Value
from advisor_app.services.compare import ComparedColumn
from advisor_app.sheets.lines import Line
from advisor_app.sheets.model import Cell, Paragraph
from advisor_app.sheets.press import Press, joined, plain, strong, within
from advisor_app.wording.typography import inside


def also(press: Press, column: ComparedColumn) -> Cell:
    """Each line says what it is about, as no label of the row can."""
    *before, last = (press.strong_up_to_colon(line) for line in (*_options(press, column), *_afterwards(press, column)))
    disability = press.strong_up_to_colon(_disability(press, column))
    return Cell((Paragraph((*before, joined((last, disability)))),))


# --- options


def _options(press: Press, column: ComparedColumn) -> Iterator[Line]:
    programme = column.subject.programme
    route = column.column.route  # only what was asked for is brought forward, not what happens to fit first
    specialisation, stream = (route.specialisation, route.stream) if route else (None, None)
    lines = (
        _named(press, column.subject, press.words("Specialisations"), programme.specialisations, specialisation),
        _named(press, column.subject, press.words("Streams"), programme.streams, stream),
    )
    said = tuple(line for line in lines if line)
    yield from said or (press.tr("Options: {silence}", silence=press.not_stated),)


def _named(press: Press, subject: Subject, title: str, options: tuple[Option, ...], chosen: str | None) -> Line:
    if not options:
        return ()
    names = joined((_option(press, subject, option, chosen) for option in options), press.semicolon)
    return press.tr("{title}: {names}", title=title, names=(*names, *press.ref(options[0])))


def _option(press: Press, subject: Subject, option: Option, chosen: str | None) -> Line:
    name = press.voice.render(option.name)
    said = strong(name) if option.id == chosen and chosen is not None else plain(name)
    elsewhere = 0 < len(option.campuses) < len(subject.programme.campuses)
    where: Value = Listing(tuple(subject.campus_name(campus) for campus in option.campuses))
    return press.tr("{name} ({campuses} only)", name=said, campuses=where) if elsewhere else said


# --- afterwards


def _afterwards(press: Press, column: ComparedColumn) -> Iterator[Line]:
    """Figures only with their year, number of people and source; otherwise they are not stated."""
    programme = column.subject.programme
    whole = [figure for figure in programme.figures if figure.value is not None and figure.year and figure.people]
    for figure in whole:
        yield press.tr(
            "{label}: {value} ({year}, {people} people)",
            label=figure.label,
            value=(*press.say(figure.value or ""), *press.ref(figure)),
            year=str(figure.year),
            people=figure.people or 0,
        )
    further = tuple(_further(press, column))
    if not whole:
        silent = (*press.tr("Outcome figures: {silence}", silence=press.not_stated), *press.flagged(programme, "figures"))
        yield joined((silent, *(within(line) for line in further)), press.semicolon)
    else:
        yield from further


def _further(press: Press, column: ComparedColumn) -> Iterator[Line]:
    chosen = column.check.route.stream if column.check else None
    studies = [study for study in column.subject.programme.further_study if chosen is None or study.stream in {None, chosen}]
    for study in studies[:2]:
        yield (*press.say(study.text), *press.ref(study))


# --- disability


def _disability(press: Press, column: ComparedColumn) -> Line:
    """By role, never by name; where no page names one, what it says of access."""
    programme = column.subject.programme
    said: tuple[Contact | Point, ...] = _contacts(column) or programme.accessibility[:1]
    if not said:
        return press.tr("Disability: {contact}", contact=press.not_stated)
    texts = (press.voice.render(one.role if isinstance(one, Contact) else one.text) for one in said)
    sources = dict.fromkeys(one.source for one in said)
    whom = press.semicolon.join(inside(text) for text in texts)
    return (*press.tr("Disability: {contact}", contact=whom), *(run for source in sources for run in press.ref(source)))


def _contacts(column: ComparedColumn) -> tuple[Contact, ...]:
    campus = column.check.route.campus if column.check else None
    named = (contact for contact in column.subject.programme.contacts if contact.kind is ContactKind.DISABILITY)
    return tuple(contact for contact in named if contact.campus in {None, campus} or campus is None)[:2]
