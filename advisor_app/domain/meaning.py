"""Whether two values mean the same, however they are said: in other units, another language, another order.

What pages say of one thing is compared here; what only goes together with it (180 ECTS and Bac+3) is not the same and is said by
:mod:`.differences`.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from advisor_app.domain.course_words import words_of
from advisor_app.domain.facts import Status
from advisor_app.domain.money import Interval, Money
from advisor_app.domain.quantities import Span
from advisor_app.domain.rows.row import Filled, Shown
from advisor_app.domain.text import Listing, Message, Text, Value

# Units that one another make up exactly; a month has no fixed number of weeks.
_UNITS = {
    "month": ("month", Decimal(1)),
    "year": ("month", Decimal(12)),
    "day": ("day", Decimal(1)),
    "week": ("day", Decimal(7)),
    "hour": ("hour", Decimal(1)),
}


@dataclass(frozen=True, slots=True)
class Measure:
    """A value that is a quantity: how much, and of what. Only measures of one ``dimension`` can be held against each other."""

    amount: Interval
    dimension: tuple[object, ...]


def same(one: Value | None, other: Value | None) -> bool:
    """Whether two values mean the same."""
    match one, other:
        case (Enum(), _) | (_, Enum()):  # some are also strings
            return one is other
        case (Span(), Span()):
            return _span(one) == _span(other)
        case (Text() | str(), Text() | str()):
            return any(_words(a) == _words(b) for a, b in zip(_said(one), _said(other), strict=True))
        case (Listing(), Listing()):
            return same_set(one.items, other.items)
        case (Message(), Message()):
            return _same_message(one, other)
        case _:
            return one == other


def _said(words: Text | str) -> tuple[str, str]:
    """In French and in English; an official name is the same in both."""
    return (words.fr, words.en) if isinstance(words, Text) else (words, words)


def _same_message(one: Message, other: Message) -> bool:
    if one.template != other.template or len(one.params) != len(other.params):
        return False
    pairs = zip(one.params, other.params, strict=True)
    return all(name == also and same(value, like) for (name, value), (also, like) in pairs)


def same_set(ones: tuple[Value, ...], others: tuple[Value, ...]) -> bool:
    """Whether each has its like on the other side, in whatever order."""
    return all(any(same(one, other) for other in others) for one in ones) and all(
        any(same(one, other) for one in ones) for other in others
    )


def alike(one: Filled, other: Filled) -> bool:
    """Whether two cells of a row say the same. One silence is like another, and like nothing else."""
    if one.silent or other.silent:
        return one.silent and other.silent
    single = len(one.values) == len(other.values) == 1
    return all(any(_same_shown(a, b, labels=not single) for b in other.values) for a in one.values) and all(
        any(_same_shown(a, b, labels=not single) for a in one.values) for b in other.values
    )


def _same_shown(one: Shown, other: Shown, *, labels: bool) -> bool:
    """What is said, not where, nor whether it is stated or inferred. A label only tells apart the values of one cell."""
    if (one.status is Status.NOT_STATED) is not (other.status is Status.NOT_STATED) or (
        labels and not same(one.label, other.label)
    ):
        return False
    details = (one.detail, other.detail) if one.detail_counts and other.detail_counts else (None, None)
    readings = [tuple(reading.value for reading in shown.readings) for shown in (one, other)]
    return same(one.value, other.value) and same(*details) and same_set(one.items, other.items) and same_set(*readings)


def measure_of(value: Value | None) -> Measure | None:
    """The quantity that a value is, or that stands in a message beside what only says of what; ``None`` for anything else."""
    match value:
        case bool():
            return None
        case int() | Decimal():
            return Measure(Interval.of(Decimal(value)), ())
        case Money():
            return Measure(Interval.of(value.amount), ("money", value.currency)) if value.currency else None
        case Span():
            low, high, unit = _span(value)
            return Measure(Interval(low, high), ("time", unit)) if low is not None and high is not None else None
        case Message():
            return _in_message(value)
        case _:
            return None


def _in_message(message: Message) -> Measure | None:
    found = [(name, measure) for name, part in message.params if (measure := measure_of(part)) is not None]
    if len(found) != 1:
        return None
    name, measure = found[0]
    rest = tuple(part for part in message.params if part[0] != name)
    return Measure(measure.amount, (message.template, *measure.dimension, *rest))


def _span(span: Span) -> tuple[Decimal | None, Decimal | None, str]:
    unit, factor = _UNITS.get(span.unit, (span.unit, Decimal(1)))
    low, high = (None if bound is None else bound * factor for bound in (span.minimum, span.maximum))
    return low, high, unit


def _words(words: str) -> str:
    """Without case, accents, punctuation and national spelling."""
    return words_of(words).spelling
