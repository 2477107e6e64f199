"""Whether two values mean the same, however they are said: in other units, another language, another order.

What pages say of one thing is compared here; what only goes together with it (180 ECTS and Bac+3) is not the same and is said by
:mod:`.differences`.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from advisor_app.domain.course_words import words_of
from advisor_app.domain.facts import Status
from advisor_app.domain.money import Interval, Money
from advisor_app.domain.quantities import Span
from advisor_app.domain.rows.row import Filled, Shown
from advisor_app.domain.text import Lang, Listing, Message, Text, Value

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


Keys: TypeAlias = tuple[Hashable, Hashable]
"""What a value says in French and in English. Two values mean the same where they say the same in either language."""


def keys_of(value: Value | None) -> Keys:
    """The value without what does not matter: its unit, its case, the order of a list."""
    return _key(value, "fr"), _key(value, "en")


def _key(value: Value | None, lang: Lang) -> Hashable:
    match value:
        case Enum():  # some are also strings
            return (type(value), value.name)
        case Span():
            return ("span", *_span(value))
        case Text():
            return _words(value[lang])
        case str():
            return _words(value)  # an official name is the same in both
        case Listing():
            return frozenset(_key(item, lang) for item in value.items)
        case Message():
            return (value.template, tuple((name, _key(part, lang)) for name, part in value.params))
        case _:
            return value


def same(one: Value | None, other: Value | None) -> bool:
    """Whether two values mean the same."""
    return _alike(keys_of(one), keys_of(other))


def _alike(one: Keys, other: Keys) -> bool:
    return one[0] == other[0] or one[1] == other[1]


class Several:
    """What several values mean, in whatever order."""

    def __init__(self, values: Iterable[Value | None]) -> None:
        self.keys = tuple(keys_of(value) for value in values)
        self._french = frozenset(french for french, _ in self.keys)
        self._english = frozenset(english for _, english in self.keys)

    def __contains__(self, key: object) -> bool:
        """Whether one of the values means that."""
        french, english = key if isinstance(key, tuple) else (None, None)
        return french in self._french or english in self._english

    def same_as(self, other: "Several") -> bool:
        """Whether each has its like on the other side."""
        return self is other or (all(key in other for key in self.keys) and all(key in self for key in other.keys))


NONE = Several(())


class CellMeaning:
    """What a cell of a row says, worked out once for all the cells that it is held against."""

    def __init__(self, cell: Filled) -> None:
        self.silent = cell.silent
        self.said = () if cell.silent else tuple(_ShownMeaning(shown) for shown in cell.values)

    def alike(self, other: "CellMeaning") -> bool:
        """Whether two cells of a row say the same. One silence is like another, and like nothing else."""
        if self.silent or other.silent:
            return self.silent and other.silent
        labels = len(self.said) > 1 or len(other.said) > 1  # a label only tells apart the values of one cell
        return all(any(one.alike(also, labels=labels) for also in other.said) for one in self.said) and all(
            any(one.alike(also, labels=labels) for one in self.said) for also in other.said
        )


class _ShownMeaning:
    """What is said, not where, nor whether it is stated or inferred."""

    def __init__(self, shown: Shown) -> None:
        self.silent = shown.status is Status.NOT_STATED
        self.value, self.label = keys_of(shown.value), keys_of(shown.label)
        self.detail = keys_of(shown.detail) if shown.detail_counts else None
        self.items = Several(shown.items) if shown.items else NONE
        self.readings = Several(reading.value for reading in shown.readings) if shown.readings else NONE

    def alike(self, other: "_ShownMeaning", *, labels: bool) -> bool:
        if self.silent is not other.silent or not _alike(self.value, other.value):
            return False
        if (labels and not _alike(self.label, other.label)) or not self._same_detail(other):
            return False
        return self.items.same_as(other.items) and self.readings.same_as(other.readings)

    def _same_detail(self, other: "_ShownMeaning") -> bool:
        return self.detail is None or other.detail is None or _alike(self.detail, other.detail)


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
