"""What is found as plain data for JSON: words in the chosen language, and beside them figures that a program can use."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from advisor_app.domain.facts import Evidence, Flag, Reading, Source
from advisor_app.domain.money import Interval, Money, cents
from advisor_app.domain.quantities import LanguageName, Month, SchoolYear, Span
from advisor_app.domain.rows import Filled, Shown, Subject
from advisor_app.domain.text import Listing, Message, Text, Value
from advisor_app.wording import Translator

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


def figures(value: Value | None) -> Json:
    """The value without its words: money with its currency, ranges as ``min`` and ``max``, dates as ISO 8601."""
    match value:
        case None:
            return None
        case Enum():
            return str(value.value)
        case Message():
            return {name: figures(part) for name, part in value.params}
        case Listing():
            return [figures(item) for item in value.items]
        case Text():
            return {"fr": value.fr, "en": value.en}
        case str() | int():
            return value
        case _:
            return _quantity(value)


def _quantity(value: Decimal | date | Money | Span | Month | SchoolYear | LanguageName) -> Json:
    match value:
        case Decimal():
            return plain(value)
        case Money():
            return money(value.amount, value.currency)
        case Span():
            low, high = (None if bound is None else plain(bound) for bound in (value.minimum, value.maximum))
            return {"min": low, "max": high, "unit": value.unit}
        case Month():
            return f"{value.year:04}-{value.month:02}" if value.year else f"--{value.month:02}"
        case SchoolYear():
            return f"{value.start}/{value.start + 1}"
        case LanguageName():
            return value.code
        case date():
            return value.isoformat()


def plain(number: Decimal) -> str:
    """Every digit, no exponent."""
    return f"{number:f}"


def money(amount: Decimal, currency: str | None) -> dict[str, Json]:
    """A decimal string with its currency beside it; ``null`` where the page prints none."""
    return {"amount": str(cents(amount)), "currency": currency}


def interval(value: Interval) -> dict[str, Json]:
    """The two bounds, both always given."""
    return {"min": str(cents(value.minimum)), "max": str(cents(value.maximum))}


def day(document: Source | None) -> str | None:
    """A source's date: the day, or the month where no day is printed."""
    if document is None or document.dated is None:
        return None
    return document.dated.isoformat() if document.day_known else f"{document.dated:%Y-%m}"


def origin(source_id: str, section: str, sources: Mapping[str, Source]) -> dict[str, Json]:
    """Where something is printed, with the source's id."""
    return {"id": source_id or None, **printed_at(source_id, section, sources)}


def printed_at(source_id: str, section: str, sources: Mapping[str, Source]) -> dict[str, Json]:
    """Where something is printed: document, date, heading."""
    known = sources.get(source_id)
    return {"title": known.title if known else None, "date": day(known), "section": section or None}


def evidence(given: Evidence, t: Translator, sources: Mapping[str, Source]) -> dict[str, Json]:
    """How a fact is known and where it comes from."""
    return {
        "status": given.status.value,
        "source": origin(given.source, given.section, sources),
        "valid_for": given.valid_for,
        "note": t.render(given.note) if given.note else None,
        "quote": given.quote,
    }


def shown(one: Shown, t: Translator, sources: Mapping[str, Source]) -> dict[str, Json]:
    """One value of a row."""
    return {
        "label": None if one.label is None else t.render(one.label),
        "value": None if one.value is None else t.render(one.value),
        "data": figures(one.value),
        "detail": None if one.detail is None else t.render(one.detail),
        "items": [t.render(item) for item in one.items],
        "readings": [_reading(reading, t, one.evidence, sources) for reading in one.readings],
        **evidence(one.evidence, t, sources),
    }


def _reading(one: Reading[Value], t: Translator, given: Evidence, sources: Mapping[str, Source]) -> Json:
    return {
        "value": t.render(one.value),
        "data": figures(one.value),
        "quote": one.quote,
        "source": origin(one.source or given.source, one.section or given.section, sources),
    }


def filled(one: Filled, t: Translator, sources: Mapping[str, Source]) -> dict[str, Json]:
    """A row with all its values and the doubts about it."""
    return {
        "key": one.row.key,
        "group": one.row.group.value,
        "label": t.render(one.row.label),
        "values": [shown(value, t, sources) for value in one.values],
        "flags": [flag.id for flag in one.flags],
    }


def flag(one: Flag, t: Translator, sources: Mapping[str, Source]) -> dict[str, Json]:
    """A doubt about a page."""
    return {
        "id": one.id,
        "severity": one.severity.value,
        "about": one.about,
        "problem": t.render(one.problem),
        "recorded": t.render(one.recorded),
        "quote": one.quote,
        "source": origin(one.source, one.section, sources),
    }


def heading(subject: Subject) -> dict[str, Json]:
    """Which programme, of which school."""
    programme, institution = subject.programme, subject.institution
    return {
        "id": programme.id,
        "name": programme.name,
        "institution": {"id": institution.id, "name": institution.name, "short_name": institution.short_name},
    }


def source(one: Source) -> dict[str, Json]:
    """A document that facts come from."""
    return {"id": one.id, "title": one.title, "publisher": one.publisher, "date": day(one), "language": one.lang, "url": one.url}
