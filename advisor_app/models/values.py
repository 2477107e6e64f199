"""Whatever can be said (:data:`advisor_app.domain.text.Value`) as JSON, and back.

Strings and whole numbers stand for themselves; everything else is a list that begins with its kind. Sentences are stored as
their templates and parameters, so that a list speaks whichever language is asked for.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Final, Literal

from advisor_app.domain import terms
from advisor_app.domain.money import Money
from advisor_app.domain.quantities import LanguageName, Month, SchoolYear, Span
from advisor_app.domain.student import Residence, Standing
from advisor_app.domain.text import Listing, Message, Text, Value
from advisor_app.domain.verdicts import Verdict

ENUMERATIONS: Final[tuple[type[Enum], ...]] = (
    *(terms.AwardKind, terms.YesNo, terms.PartyRole, terms.FormatKind, terms.ChargeKind),
    *(terms.Per, terms.Payer, terms.Moment, terms.ContactKind, Verdict, Residence, Standing),
)
"""Those whose members can be stored: the others come with the whole domain, for which no list waits."""
_ENUMERATIONS: Final = {each.__name__: each for each in ENUMERATIONS}


def plain(value: Value) -> object:
    """What JSON can hold. Raises ValueError for a member of an enumeration that is not among ENUMERATIONS."""
    if isinstance(value, Enum):
        return ["enum", *_of_member(value)]
    if isinstance(value, int):
        return int(value)
    if isinstance(value, str):
        return str(value)
    kind = _KIND_OF[type(value)]
    return [kind, *_PARTS[kind](value)]


def value_of(held: Any) -> Value:  # noqa: ANN401 - whatever JSON held
    """The value behind what :func:`plain` gave. Raises one of ``damage.DAMAGED`` for anything else."""
    if type(held) in (str, int):
        return held  # type: ignore[no-any-return]
    kind, *parts = held
    return _MADE[kind](*parts)


def stored_decimal(number: Decimal | None) -> str | None:
    """With the digits that it was written with."""
    return None if number is None else str(number)


def decimal_of(stored: str | None) -> Decimal | None:
    """The number behind what :func:`stored_decimal` gave."""
    return None if stored is None else Decimal(stored)


def _of_member(value: Enum) -> tuple[str, object]:
    if _ENUMERATIONS.get(type(value).__name__) is not type(value):
        raise ValueError(f"{type(value)} has no place in a list")
    return type(value).__name__, value.value


def _of_message(value: Message) -> tuple[object, ...]:
    return value.template, [(name, plain(param)) for name, param in value.params], value.many, value.count


def _message(template: str, params: list[tuple[str, Any]], many: str | None, count: int | None) -> Message:
    return Message(template, tuple((name, value_of(param)) for name, param in params), many, count)


def _span(minimum: str | None, maximum: str | None, unit: str) -> Span:
    return Span(minimum=decimal_of(minimum), maximum=decimal_of(maximum), unit=unit)


def _listing(joint: Literal["and", "or", "comma", "dot", "semicolon"], items: list[Any]) -> Listing:
    return Listing(tuple(map(value_of, items)), joint)


_KIND_OF: Final[dict[type, str]] = {
    Decimal: "decimal",
    date: "date",
    Money: "money",
    Span: "span",
    Month: "month",
    SchoolYear: "school_year",
    LanguageName: "language",
    Text: "text",
    Message: "message",
    Listing: "listing",
}
_PARTS: Final[dict[str, Callable[[Any], tuple[object, ...]]]] = {
    "decimal": lambda value: (str(value),),
    "date": lambda value: (value.isoformat(),),
    "money": lambda value: (str(value.amount), value.currency),
    "span": lambda value: (stored_decimal(value.minimum), stored_decimal(value.maximum), value.unit),
    "month": lambda value: (value.month, value.year),
    "school_year": lambda value: (value.start,),
    "language": lambda value: (value.code,),
    "text": lambda value: (value.fr, value.en),
    "message": _of_message,
    "listing": lambda value: (value.joint, [plain(item) for item in value.items]),
}
_MADE: Final[dict[str, Callable[..., Value]]] = {
    "decimal": Decimal,
    "date": date.fromisoformat,
    "money": lambda amount, currency: Money(Decimal(amount), currency),
    "span": _span,
    "month": Month,
    "school_year": SchoolYear,
    "language": LanguageName,
    "text": Text,
    "message": _message,
    "listing": _listing,
    "enum": lambda name, value: _ENUMERATIONS[name](value),
}
