"""What must hold of each part of a source file taken by itself."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Any

from advisor_app.domain.catalogue import (
    Award,
    Calendar,
    Charge,
    Combination,
    Course,
    Deadline,
    Discount,
    Due,
    EntryPoint,
    Format,
    Institution,
    Intake,
    Party,
    PaymentPlan,
    Programme,
    WorkDuty,
)
from advisor_app.domain.facts import Evidence, Fact, Flag, Reading, Source, Status
from advisor_app.domain.quantities import Span
from advisor_app.domain.terms import FormatKind, Per
from advisor_app.domain.text import Message, Text, msg
from advisor_app.interchange.structuring import Rule, Wrong, unknown_value

LONGEST_QUOTE = 20  # words; more would be copying the page
LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
UNITS = ("month", "week", "day", "hour", "year")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_YEARS = re.compile(r"(\d{4})/(\d{4})")
_DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_ALPHA_2 = re.compile(r"[A-Z]{2}")
_CURRENCY = re.compile(r"[A-Z]{3}")


def _text(made: Text, _: Mapping[str, Any]) -> Iterator[Wrong]:
    for lang in ("fr", "en"):
        if not getattr(made, lang).strip():
            yield Wrong(msg("the text is empty; both languages are needed"), (lang,))


def _evidence(made: Evidence, _: Mapping[str, Any]) -> Iterator[Wrong]:
    if made.status in {Status.INFERRED, Status.CALCULATED} and made.note is None:
        yield Wrong(msg("what is inferred or calculated needs a note that says from what and how"), ("status",))
    yield from quote(made.quote)
    if made.valid_for is not None:
        yield from _period("valid_for", made.valid_for)


def quote(words: str | None) -> Iterator[Wrong]:
    """A quotation is a few words of the page, no more."""
    if words is not None and len(words.split()) > LONGEST_QUOTE:
        yield Wrong(msg("a quotation has at most {count} words; say the rest in a note", count=LONGEST_QUOTE), ("quote",))


def _period(key: str, words: str) -> Iterator[Wrong]:
    years = _YEARS.fullmatch(words)
    if (years and int(years[1]) + 1 != int(years[2])) or not (years or _DAY.fullmatch(words)):
        yield Wrong(
            msg("a school year such as 2025/2026 or a date such as 2025-11-24 is expected, not “{words}”", words=words), (key,)
        )


def _fact(made: Fact[Any], data: Mapping[str, Any]) -> Iterator[Wrong]:
    has_value = made.value is not None
    if "status" not in data and not has_value:
        yield Wrong(msg("a fact has a value, or a status that says why not, such as not_stated"))
    elif made.status is Status.NOT_STATED and (has_value or made.readings):
        yield Wrong(msg("what is not stated has no value"), ("value" if has_value else "readings",))
    elif made.status is Status.CONFLICTING and len(made.readings) < 2:
        yield Wrong(msg("a conflicting fact keeps at least two readings"), ("status",))
    elif made.status is not Status.CONFLICTING and made.readings:
        yield Wrong(msg("readings belong to a conflicting fact; its status is “conflicting”"), ("readings",))
    elif made.status in {Status.STATED, Status.INFERRED, Status.CALCULATED} and not has_value:
        yield Wrong(msg("a value is missing for a fact with the status “{status}”", status=made.status.value), ("status",))


def _quoting(made: Reading[Any] | Flag, _: Mapping[str, Any]) -> Iterator[Wrong]:
    yield from quote(made.quote)


def _filled(*keys: str) -> Rule:
    """Official names are plain strings, and never empty ones."""

    def check(made: object, _: Mapping[str, Any]) -> Iterator[Wrong]:
        for key in keys:
            if not getattr(made, key).strip():
                yield Wrong(msg("the text is empty"), (key,))

    return check


def _combination(made: Combination, _: Mapping[str, Any]) -> Iterator[Wrong]:
    for key in ("entry_points", "formats", "campuses"):
        if not getattr(made, key):
            yield Wrong(msg("an empty list makes no route; name at least one"), (key,))


def _entry(made: EntryPoint, _: Mapping[str, Any]) -> Iterator[Wrong]:
    yield from _filled("name")(made, {})
    yield from _between("year", made.year, 1, 8)
    yield from _between("after", made.after, 0, 8)


def _span(made: Span, _: Mapping[str, Any]) -> Iterator[Wrong]:
    if made.unit not in UNITS:
        yield unknown_value(made.unit, UNITS, ("unit",))
    if made.minimum is None and made.maximum is None:
        yield Wrong(msg("a quantity has a minimum, a maximum or both"))
    for key, bound in (("minimum", made.minimum), ("maximum", made.maximum)):
        if bound is not None and bound < 0:
            yield Wrong(_positive(bound), (key,))
    if made.minimum is not None and made.maximum is not None and made.minimum > made.maximum:
        yield Wrong(msg("the minimum is larger than the maximum"), ("minimum",))


def _source(made: Source, _: Mapping[str, Any]) -> Iterator[Wrong]:
    if made.dated is not None:
        yield from _between("dated", made.dated.year, 1990, 2100)


def _award(made: Award, _: Mapping[str, Any]) -> Iterator[Wrong]:
    yield from _filled("title")(made, {})
    if made.level.value is not None:
        for wrong in _between("value", made.level.value, 1, 8):
            yield Wrong(wrong.what, ("level", "value"))
    decided, expires = made.decided_on.value, made.expires_on.value
    if decided is not None and expires is not None and decided > expires:
        yield Wrong(msg("the award expires before it was decided on"), ("expires_on",))


def _format(made: Format, _: Mapping[str, Any]) -> Iterator[Wrong]:
    if (made.kind is FormatKind.SEQUENCE) != bool(made.years):
        yield Wrong(msg("a sequence lists the kind of each of its years, and no other format does"), ("years",))
    if FormatKind.SEQUENCE in made.years:
        yield Wrong(msg("a year of a sequence is not itself a sequence"), ("years",))


def _charge(made: Charge, _: Mapping[str, Any]) -> Iterator[Wrong]:
    if made.amount is not None and made.amount < 0:
        yield Wrong(_positive(made.amount), ("amount",))
    if made.currency is not None and not _CURRENCY.fullmatch(made.currency):
        yield Wrong(msg("a currency is three capital letters such as EUR, not “{currency}”", currency=made.currency), ("currency",))
    if made.amount is not None and made.currency is None and made.currency_note is None:
        yield Wrong(msg("an amount without a currency needs a currency_note that says why"), ("amount",))
    if made.school_year is not None:
        yield from _period("school_year", made.school_year)
    if made.credit_system is not None and made.per is not Per.CREDIT:
        yield Wrong(msg("only a price per credit has a credit_system"), ("credit_system",))


def _due(made: Due, _: Mapping[str, Any]) -> Iterator[Wrong]:
    if (made.moment is None) is (made.month is None):
        yield Wrong(msg("either a moment or a month says when something is due"), ("moment",))
    if made.month is not None:
        yield from _between("month", made.month, 1, 12)
    yield from _day_of_month(made.day, made.month)


def _day_of_month(day: int | None, month: int | None) -> Iterator[Wrong]:
    if day is not None:
        yield from _between("day", day, 1, 31 if month is None or not 1 <= month <= 12 else LONGEST_MONTHS[month - 1])
        if month is None:
            yield Wrong(msg("a day needs its month"), ("day",))


def _deadline(made: Deadline, _: Mapping[str, Any]) -> Iterator[Wrong]:
    yield from _between("month", made.month, 1, 12)
    yield from _day_of_month(made.day, made.month)
    if made.year is not None:
        yield from _between("year", made.year, 1990, 2100)


def _country(made: Institution | Programme, _: Mapping[str, Any]) -> Iterator[Wrong]:
    yield from _filled("name")(made, {})
    if isinstance(made, Institution):
        yield from _filled("short_name")(made, {})
    if made.country is not None and not _ALPHA_2.fullmatch(made.country):
        what = msg("a country is the two capital letters of ISO 3166-1 such as FR, not “{country}”", country=made.country)
        yield Wrong(what, ("country",))


def _plan(made: PaymentPlan, _: Mapping[str, Any]) -> Iterator[Wrong]:
    if made.instalments is not None:
        yield from _between("instalments", made.instalments, 1, 60)
    if made.deposit is not None and made.deposit < 0:
        yield Wrong(_positive(made.deposit), ("deposit",))
    listed = made.instalments_due.value
    if listed is not None and len(listed) != made.instalments:
        what = msg("one date is listed for each instalment: {count}", count=str(made.instalments or 0))
        yield Wrong(what, ("instalments_due", "value"))


def _discount(made: Discount, _: Mapping[str, Any]) -> Iterator[Wrong]:
    if not 0 < made.rate <= Decimal(100):
        yield Wrong(msg("a rate is a percentage, more than 0 and at most 100"), ("rate",))


def _intake(made: Intake, _: Mapping[str, Any]) -> Iterator[Wrong]:
    yield from _between("month", made.month, 1, 12)
    if made.year is not None:
        yield from _between("year", made.year, 1990, 2100)


def _calendar(made: Calendar, _: Mapping[str, Any]) -> Iterator[Wrong]:
    for key, least, most in (("teaching_from", 1, 12), ("teaching_to", 1, 12), ("days_per_week", 0, 7), ("intensive_weeks", 0, 52)):
        value = getattr(made, key).value
        if value is not None:
            for wrong in _between("value", value, least, most):
                yield Wrong(wrong.what, (key, "value"))
    for month in made.intensive_months.value or ():
        for wrong in _between("value", month, 1, 12):
            yield Wrong(wrong.what, ("intensive_months", "value"))
    ordered = [intake.year * 12 + intake.month for intake in made.intakes if intake.year is not None]
    if any(later < earlier for earlier, later in pairwise(ordered)):
        yield Wrong(msg("intakes are listed from the first to the last"), ("intakes",))


def _duty(made: WorkDuty, _: Mapping[str, Any]) -> Iterator[Wrong]:
    for month in made.months.value or ():
        for wrong in _between("value", month, 1, 12):
            yield Wrong(wrong.what, ("months", "value"))


def _between(key: str, value: int | Decimal, least: int, most: int) -> Iterator[Wrong]:
    if not least <= value <= most:
        yield Wrong(
            msg("a number from {least} to {most} is expected, not {value}", least=str(least), most=str(most), value=str(value)),
            (key,),
        )


def _positive(value: Decimal) -> Message:
    return msg("a number below 0 makes no sense here: {value}", value=str(value))


RULES: Mapping[type, Rule] = {
    Text: _text,
    Evidence: _evidence,
    Fact: _fact,
    Reading: _quoting,
    Flag: _quoting,
    Programme: _country,
    Institution: _country,
    Party: _filled("name"),
    Course: _filled("title"),
    Combination: _combination,
    EntryPoint: _entry,
    Span: _span,
    Source: _source,
    Award: _award,
    Format: _format,
    Charge: _charge,
    Due: _due,
    PaymentPlan: _plan,
    Discount: _discount,
    Intake: _intake,
    Calendar: _calendar,
    Deadline: _deadline,
    WorkDuty: _duty,
}
