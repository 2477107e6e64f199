"""Programmes and schools as canonical JSON, and back: the same object always gives the same text.

What is left at its default is left out, keys are sorted, decimals and dates are strings. Requirement trees have the shape of the
source files (see :mod:`advisor_app.domain.requirements.tree`), but for a leaf's own parameters, which stand under ``test``.
Documents are written by this program only, so reading them checks the types of what they hold and no more; whatever fails then
means a damaged file.

Not cattrs, which reads the source files: it makes and compiles a function for each class, and the first programme would come
0.1 s later, at the worst moment of the day (docs/adr/0008).
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

from advisor_app.domain.requirements.kinds import load
from advisor_app.domain.requirements.tree import All, AnyOf, AtLeast, Leaf, Node, Not, Readings
from advisor_app.domain.text import Text

T = TypeVar("T")
Form: TypeAlias = Any
"""A class, or something like ``Fact[Span]`` or ``int | None``, for which there is no type before Python 3.14."""
Read: TypeAlias = Callable[[Any], Any]

_AS_THEY_ARE = (str, int, bool)
_AS_THEY_STAND = frozenset({*_AS_THEY_ARE, NoneType})
_NODES = frozenset(get_args(Node))


def dump(value: object) -> str:
    """The document of a domain object."""
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def parse(document: str, cls: type[T]) -> T:
    """The domain object of a document. Raises one of ``damage.DAMAGED`` for anything else."""
    form: Form = cls
    made: T = _reader(form)(json.loads(document))
    return made


def parse_node(document: str) -> Node:
    """The requirement of a document. Raises one of ``damage.DAMAGED`` for anything else."""
    return _node(json.loads(document))


# --- writing


def _plain(value: object) -> object:
    """What JSON can hold."""
    if type(value) in _AS_THEY_STAND:
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal | date):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Leaf):
        return dict(_given(value, but="test")) | {"test": _plain(value.test)}
    if isinstance(value, All | AnyOf | Not | AtLeast | Readings):
        return _branch(value)
    return dict(_given(value)) if is_dataclass(value) else value


def _branch(node: All | AnyOf | Not | AtLeast | Readings) -> dict[str, object]:
    match node:
        case All(children=children):
            return {"all": _plain(children)}
        case AnyOf(children=children):
            return {"any": _plain(children)}
        case Not(child=child):
            return {"not": _plain(child)}
        case AtLeast(n=n, children=children):
            return {"at_least": n, "of": _plain(children)}
        case Readings(children=children, note=note):
            return {"readings": _plain(children), "note": _plain(note)}


def _given(value: object, but: str = "") -> Iterator[tuple[str, object]]:
    """The fields that are not at their default."""
    form: Form = type(value)
    for name, default in _defaults(form):
        held = getattr(value, name)
        if held is not default and name != but and (default is MISSING or held != default):
            yield name, _plain(held)


@cache
def _defaults(cls: Form) -> tuple[tuple[str, object], ...]:
    return tuple((field.name, _default(field)) for field in fields(cls))


def _default(field: Field[Any]) -> object:
    return field.default if field.default_factory is MISSING else field.default_factory()


# --- reading


@cache
def _reader(form: Form) -> Read:
    """What makes the object of a form from what JSON holds."""
    if form is date:
        return date.fromisoformat
    if form in _AS_THEY_ARE:
        return _exactly(form)
    if _origin(form) is Literal:
        return _one_of(frozenset(get_args(form)))
    if _NODES.issubset(get_args(form)):
        return lambda value: None if value is None else _node(value)
    if _origin(form) in {Union, UnionType}:
        return _optional(next(arg for arg in get_args(form) if arg is not NoneType))
    if _origin(form) is tuple:
        return _list(get_args(form)[0])
    read: Read = _object(form) if is_dataclass(_origin(form)) else form
    return read


def _origin(form: Form) -> Form:
    """``Fact`` for ``Fact[Span]``, a class for itself."""
    origin: Form = get_origin(form)
    return form if origin is None else origin


def _exactly(cls: type) -> Read:
    """A value that JSON holds as it is: of this very type, since a file of the user's own may have been edited."""

    def read(value: object) -> object:
        if type(value) is not cls:
            raise TypeError(cls.__name__)
        return value

    return read


def _one_of(values: frozenset[object]) -> Read:
    def read(value: object) -> object:
        if value not in values:
            raise ValueError(value)
        return value

    return read


def _optional(form: Form) -> Read:
    read = _reader(form)
    return lambda value: None if value is None else read(value)


def _list(form: Form) -> Read:
    read = _reader(form)

    def read_all(value: object) -> object:
        if not isinstance(value, list):
            raise TypeError("no list")
        return tuple(read(item) for item in value)

    return read_all


def _object(form: Form) -> Read:
    cls = _origin(form)
    bound = dict(zip(getattr(cls, "__parameters__", ()), get_args(form), strict=True))
    readers = {name: _reader(_bound(hint, bound)) for name, hint in get_type_hints(cls).items()}

    def read(value: dict[str, Any]) -> object:
        return cls(**{name: readers[name](held) for name, held in value.items()})

    return read


def _bound(hint: Form, bound: dict[Form, Form]) -> Form:
    """``T | None`` as ``Span | None`` within a ``Fact[Span]``."""
    if isinstance(hint, TypeVar):
        return bound[hint]
    open_ = getattr(hint, "__parameters__", ())
    return hint[tuple(bound[each] for each in open_)] if open_ and bound else hint


def _node(value: dict[str, Any]) -> Node:
    match value:
        case {"kind": str(kind), "test": test, **words}:
            return _leaf(kind, test, words)
        case {"all": parts}:
            return All(_nodes(parts))
        case {"any": parts}:
            return AnyOf(_nodes(parts))
        case {"not": part}:
            return Not(_node(part))
        case {"at_least": int(n), "of": parts}:
            return AtLeast(n, _nodes(parts))
        case {"readings": parts, "note": note}:
            return Readings(_nodes(parts), _reader(Text)(note))
        case _:
            raise ValueError("not a requirement")


def _nodes(parts: list[dict[str, Any]]) -> tuple[Node, ...]:
    return tuple(_node(part) for part in parts)


def _leaf(kind: str, test: dict[str, Any], words: dict[str, Any]) -> Leaf:
    readers = _leaf_readers()
    return Leaf(kind=kind, test=_test_reader(kind)(test), **{name: readers[name](held) for name, held in words.items()})


@cache
def _leaf_readers() -> dict[str, Read]:
    return {name: _reader(hint) for name, hint in get_type_hints(Leaf).items() if name not in ("kind", "test")}


@cache
def _test_reader(kind: str) -> Read:
    return _reader(load()[kind])
