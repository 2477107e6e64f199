"""From the data of a hand-written file to frozen dataclasses, strictly, and with everything that is wrong said at once.

cattrs does the walking; what is here makes it strict (a number is no text, ``true`` is no number, nothing is converted on the
sly) and turns what it gathers into keys, plain words and nearest valid values.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Literal, TypeAlias, TypeVar, Union, get_args, get_origin

from cattrs import BaseValidationError, Converter
from cattrs.errors import AttributeValidationNote, ForbiddenExtraKeysError, IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn

from advisor_app.domain.text import Listing, Message, Text, msg
from advisor_app.interchange.source_problems import MANY, Key, nearest, shown

T = TypeVar("T")
Form: TypeAlias = Any
"""A class, or something like ``Fact[Span]`` or ``int | None``, for which there is no type before Python 3.14."""

Structure = Callable[[Any, Any], Any]

LARGEST = 1_000_000_000  # of any number in a file
_DECIMAL = re.compile(r"-?[0-9]{1,10}(?:\.[0-9]{1,6})?")


@dataclass(eq=False)
class Wrong(Exception):
    """One value that will not do. ``key`` leads to it from where it was raised."""

    what: Message
    key: Key = ()
    nearest: tuple[str, ...] = ()


class Wrongs(Exception):
    """Several values that will not do."""

    def __init__(self, wrongs: Iterable[Wrong]) -> None:
        super().__init__()
        self.wrongs = tuple(wrongs)


FAILURES = (BaseValidationError, Wrong, Wrongs)


def origin(form: Form) -> Form:
    """``Fact`` for ``Fact[Span]``, ``None`` for a plain class."""
    found: Form = get_origin(form)
    return found


Rule = Callable[[Any, Mapping[str, Any]], Iterator[Wrong]]
"""Looks at a finished object and at the data it was made of, and says what is wrong with it as a whole."""


def strict_converter(*, floats: bool, rules: Mapping[type, Rule]) -> Converter:
    """A converter that takes only what is meant. ``floats`` lets ``6.5`` stand for a decimal without quotation marks.

    ``rules`` are asked about every object of their class or of one derived from it.
    """
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)
    decimal = _decimal_with_floats if floats else _decimal
    # cattrs looks along a class's ancestors, so a StrEnum must be known by itself or it would be read as a str.
    for cls, hook in ((str, _text), (int, _integer), (bool, _boolean), (date, _date), (Decimal, decimal), (StrEnum, _member)):
        converter.register_structure_hook(cls, hook)
    converter.register_structure_hook_func(lambda cls: origin(cls) is Literal, _literal)
    converter.register_structure_hook_factory(_is_list, _list_hook)
    converter.register_structure_hook_factory(_is_dataclass, lambda cls, conv: _class_hook(cls, conv, rules))
    return converter


def structure(converter: Converter, data: object, cls: type[T]) -> T:
    """The object that the data describe. Raises Wrongs with everything that is wrong, keys from the top of the data."""
    try:
        return converter.structure(data, cls)
    except FAILURES as error:
        raise Wrongs(gathered(error)) from error


def gathered(error: BaseException, key: Key = ()) -> Iterator[Wrong]:
    """Everything that went wrong below an exception, in the order of the data."""
    match error:
        case Wrong():
            yield Wrong(error.what, (*key, *error.key), error.nearest)
        case Wrongs():
            for wrong in error.wrongs:
                yield Wrong(wrong.what, (*key, *wrong.key), wrong.nearest)
        case BaseValidationError():
            for inner in error.exceptions:
                yield from gathered(inner, (*key, *_step(inner)))
        case ForbiddenExtraKeysError():
            yield from unknown_keys(error.extra_fields, keys_of(error.cl), key)
        case KeyError():  # raised by cattrs where a key is missing; its step is the key that the table lacks
            yield Wrong(msg("“{name}” is missing", name=shown(error.args[0])), key[:-1])
        case _:
            raise error


def unknown_keys(extra: Iterable[str], valid: Iterable[str], key: Key = ()) -> Iterator[Wrong]:
    """One problem for each key that nothing knows."""
    choices = tuple(valid)
    for name in sorted(extra):
        near = nearest(name, choices)
        yield Wrong(not_one_of(msg("this key is not known"), choices, near), (*key, name), near)


def not_one_of(what: Message, valid: tuple[str, ...], near: tuple[str, ...]) -> Message:
    """``what``, with the valid values listed where none is near and they are few."""
    if near or not valid or len(valid) > MANY:
        return what
    return msg("{what}; known are {valid}", what=what, valid=Listing(valid))


def keys_of(cls: Form) -> tuple[str, ...]:
    """The keys that a table for ``cls`` may hold."""
    return tuple(field.name for field in fields(origin(cls) or cls))


def _step(error: BaseException) -> Key:
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return (note.name,)
        if isinstance(note, IterableValidationNote):
            return (note.index,)
    return ()


# --- plain values


def _text(value: object, _: Form) -> str:
    if not isinstance(value, str):
        raise Wrong(msg("a text in quotation marks is expected, not {value}", value=_said(value)))
    if odd := next((char for char in value if unicodedata.category(char) == "Cc" and char not in "\n\t"), None):
        raise Wrong(msg("a text may not hold the control character {code}", code=f"U+{ord(odd):04X}"))
    return value


def _integer(value: object, _: Form) -> int:
    if type(value) is not int:
        raise Wrong(msg("a whole number without quotation marks is expected, not {value}", value=_said(value)))
    if abs(value) > LARGEST:
        raise Wrong(msg("{value} is too large a number", value=_said(value)))
    return value


def _boolean(value: object, _: Form) -> bool:
    if not isinstance(value, bool):
        raise Wrong(msg("true or false is expected, not {value}", value=_said(value)))
    return value


def _date(value: object, _: Form) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise Wrong(msg("a date such as 2026-09-01, without quotation marks, is expected, not {value}", value=_said(value)))
    return value


def _decimal(value: object, _: Form) -> Decimal:
    if isinstance(value, Decimal):
        raise Wrong(msg("a number with decimals stands in quotation marks: “{value}”", value=_said(value)))
    return _decimal_with_floats(value, _)


def _decimal_with_floats(value: object, _: Form) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        raise Wrong(msg("a number is expected, not {value}", value=_said(value)))
    written = shown(value)
    if not _DECIMAL.fullmatch(written):
        raise Wrong(msg("a number such as “9750” or “10350.00” is expected, not “{value}”", value=written))
    return Decimal(written)


def _member(value: object, cls: Form) -> StrEnum:
    valid = tuple(member.value for member in cls)
    if not isinstance(value, str) or value not in valid:
        raise unknown_value(value, valid)
    return cls(value)  # type: ignore[no-any-return]


def _literal(value: object, cls: Form) -> object:
    valid = get_args(cls)
    if not isinstance(value, str) or value not in valid:
        raise unknown_value(value, valid)
    return value


def unknown_value(value: object, valid: Iterable[str], key: Key = ()) -> Wrong:
    """A value that is not one of those that can stand here."""
    choices = tuple(valid)
    near = nearest(value, choices)
    return Wrong(not_one_of(msg("“{value}” is not known here", value=_said(value)), choices, near), key, near)


def _said(value: object) -> str:
    """A value as its author wrote it, more or less."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{…}"
    return "[…]" if isinstance(value, list) else shown(value)


# --- lists and tables


def _is_list(cls: Form) -> bool:
    return origin(cls) is tuple and get_args(cls)[1:] == (...,)


def _is_dataclass(cls: Form) -> bool:
    plain = origin(cls) or cls
    return isinstance(plain, type) and hasattr(plain, "__dataclass_fields__")


def _list_hook(cls: Form, converter: Converter) -> Structure:
    item = get_args(cls)[0]
    hook = converter.get_structure_hook(item)

    def structure_list(value: object, _: Form) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise Wrong(msg("a list in [brackets] is expected, not {value}", value=_said(value)))
        made, errors = [], []
        for place, part in enumerate(value):
            try:
                made.append(hook(part, item))
            except FAILURES as error:
                error.add_note(IterableValidationNote("", place, item))
                errors.append(error)
        if errors:
            raise IterableValidationError("", errors, cls)
        return tuple(made)

    return structure_list


def _class_hook(cls: Form, converter: Converter, rules: Mapping[type, Rule]) -> Structure:
    plain = origin(cls) or cls
    make = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True)
    asked = tuple(rule for base, rule in rules.items() if issubclass(plain, base))
    may_lack = dict.fromkeys(_none_when_absent(plain))

    def structure_class(value: object, _: Form) -> object:
        if not isinstance(value, dict):
            raise Wrong(_not_a_table(plain, value))
        made = make({**may_lack, **value}, cls)
        if wrongs := [wrong for rule in asked for wrong in rule(made, value)]:
            raise Wrongs(wrongs)
        return made

    return structure_class


def _none_when_absent(cls: Form) -> Iterator[str]:
    """Fields that must be given in code and may be ``None``: TOML has no word for that but to leave them out."""
    for field in fields(cls):
        has_default = field.default is not MISSING or field.default_factory is not MISSING
        optional = isinstance(field.type, UnionType) or origin(field.type) is Union
        if not has_default and optional and NoneType in get_args(field.type):
            yield field.name


def _not_a_table(cls: type, value: object) -> Message:
    if cls is Text:
        return msg("both languages are needed here: {{ fr = “…”, en = “…” }}")
    return msg("a table of keys and values is expected, not {value}", value=_said(value))
