"""One programme: every row with its values, how each is known and where it is printed."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from advisor_app.domain.facts import Evidence, Flag, Status
from advisor_app.domain.routes import routes_of
from advisor_app.domain.rows import Filled, Shown, Subject
from advisor_app.printing import data, routes, trees
from advisor_app.printing.console import labelled, wrapped
from advisor_app.printing.data import Json
from advisor_app.printing.sources import Numbered
from advisor_app.services.detailed import Detailed
from advisor_app.wording import Translator

LABELS = 24  # columns for the labels of rows
INDENT = " " * (LABELS + 2)
REQUIREMENTS = "requirements"  # the key of the row that is printed as a tree


def as_data(found: Detailed, t: Translator) -> Json:
    """For JSON."""
    sources = found.subject.sources
    used = dict.fromkeys([found.subject.programme.source, *_named(found.facts)])
    return {
        **data.heading(found.subject),
        "facts": [data.filled(row, t, sources) for row in found.facts],
        "entry_points": [trees.asked_data(entry, found.subject.reference, t) for entry in found.subject.programme.entry_points],
        "routes": [routes.parts(route) for route in routes_of(found.subject.programme)],
        "flags": [data.flag(flag, t, sources) for flag in found.subject.programme.flags],
        "sources": [data.source(sources[one]) for one in used if one in sources],
    }


def _named(facts: tuple[Filled, ...]) -> Iterator[str]:
    for row in facts:
        for one in row.values:
            yield one.evidence.source
            yield from (reading.source for reading in one.readings)


def as_lines(found: Detailed, t: Translator, today: date, width: int) -> Iterator[str]:
    """For a terminal."""
    programme, institution = found.subject.programme, found.subject.institution
    numbered = Numbered(found.subject.sources)
    page = numbered.reference(programme.source, "", t)
    yield programme.name
    yield f"{institution.short_name} · {programme.id} {page}"
    for group, rows in groupby(found.facts, key=lambda row: row.row.group):
        yield ""
        yield t.render(group).upper()
        for row in rows:
            if row.row.key == REQUIREMENTS:
                yield from _requirements(row, found.subject, t, numbered, width)
            else:
                yield from _row(row, t, numbered, width)
    yield from _routes(found.subject, t, numbered, width)
    yield from _flags(programme.flags, t, numbered, width)
    yield from numbered.lines(t, today, width)


def _row(row: Filled, t: Translator, numbered: Numbered, width: int) -> Iterator[str]:
    label = t.render(row.row.label)
    for evidence, values in groupby(row.values, key=lambda one: one.evidence if one.readings else _without_parts(one.evidence)):
        silent = evidence.status is Status.NOT_STATED
        for one in values:
            yield from _value(one, label, t, numbered, width)
            label, silent = "", silent and one.value is None
        yield from _evidence(evidence, t, numbered, width, silent=silent)


def _requirements(row: Filled, subject: Subject, t: Translator, numbered: Numbered, width: int) -> Iterator[str]:
    """The one row whose values lie within one another, so that “any of these” does not read as “all of these”."""
    label = t.render(row.row.label)
    for entry in subject.entries:
        yield from labelled(label, t.render(routes.entry_words(entry)), width, indent="  ", column=LABELS)
        label = ""
        for line in trees.asked(entry, subject.reference, t, numbered):
            words = line.lstrip(" ")
            margin = INDENT + " " * (2 + len(line) - len(words))
            yield from wrapped(words, width, indent=margin + "  ", first=margin)


def _without_parts(evidence: Evidence) -> Evidence:
    """Facts carry more than their evidence; values that are known in the same way share one line on it."""
    return Evidence(
        status=evidence.status,
        source=evidence.source,
        section=evidence.section,
        valid_for=evidence.valid_for,
        note=evidence.note,
        quote=evidence.quote,
    )


def _value(one: Shown, label: str, t: Translator, numbered: Numbered, width: int) -> Iterator[str]:
    said = _said(one, t)
    if one.label is not None:
        said = t.tr("{label}: {value}", label=one.label, value=said)
    yield from labelled(label, said, width, indent="  ", column=LABELS)
    if one.detail is not None:
        yield from wrapped(t.render(one.detail), width, indent=INDENT)
    for item in one.items:
        yield from wrapped(t.render(item), width, indent=INDENT + "  ", first=INDENT + "- ")
    for reading in one.readings:
        where = numbered.reference(reading.source or one.evidence.source, reading.section or one.evidence.section, t)
        words = f" {t.quoted(reading.quote)}" if reading.quote else ""
        yield from wrapped(f"{t.render(reading.value)}{words} {where}", width, indent=INDENT + "  ", first=INDENT + "≠ ")


def _said(one: Shown, t: Translator) -> str:
    if one.value is not None:
        return t.sentence(one.value) if one.label is None else t.render(one.value)
    return t.tr("the page says different things") if one.readings else t.tr("not stated")


def _evidence(evidence: Evidence, t: Translator, numbered: Numbered, width: int, *, silent: bool) -> Iterator[str]:
    """Where nothing is stated the value has said so already."""
    known = "" if silent else numbered.known_from(evidence.status, evidence.source, evidence.section, t)
    valid = t.tr("for {when}", when=t.school_year(evidence.valid_for)) if evidence.valid_for else ""
    quote = t.quoted(evidence.quote) if evidence.quote else ""
    said = " · ".join(part for part in (known, valid, quote) if part)
    note = t.render(evidence.note) if evidence.note else ""
    if said:
        yield from wrapped(f"({said})", width, indent=INDENT + " ", first=INDENT)
    if note:
        yield from wrapped(note, width, indent=INDENT + "  ", first=INDENT + "→ ")


def _routes(subject: Subject, t: Translator, numbered: Numbered, width: int) -> Iterator[str]:
    """Which entry, format, campus and option go together, as the page has it."""
    yield ""
    yield t.tr("Routes").upper()
    count = len(routes_of(subject.programme))
    label = t.tr_n("{count} route", "{count} routes", count)
    for combination in subject.programme.combinations:
        yield from labelled(label, t.render(routes.combined(subject, combination)), width, indent="  ", column=LABELS)
        yield from _evidence(_without_parts(combination), t, numbered, width, silent=False)
        label = ""
    if not count:
        yield from labelled("", t.tr("not stated"), width, indent="  ", column=LABELS)


def _flags(flags: tuple[Flag, ...], t: Translator, numbered: Numbered, width: int) -> Iterator[str]:
    if not flags:
        return
    yield ""
    yield t.tr("Doubts about the page").upper()
    for flag in sorted(flags, key=lambda one: one.severity.value):
        where = numbered.reference(flag.source, flag.section, t)
        severity = t.render(flag.severity)
        yield from wrapped(
            f"{t.render(flag.problem)} ({severity}) {where}", width, indent="    ", first=f"  {flag.severity.value} "
        )
        yield from wrapped(t.render(flag.recorded), width, indent="      ", first="    → ")
