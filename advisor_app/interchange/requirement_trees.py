"""Requirement trees as they stand in source files, and back to the keys on which their parts stand."""

from collections.abc import Callable, Iterator
from dataclasses import fields, make_dataclass
from types import NoneType
from typing import Any, TypeVar, get_args, get_type_hints

from cattrs import Converter

from advisor_app.domain.requirements.base import Test
from advisor_app.domain.requirements.kinds import load
from advisor_app.domain.requirements.tree import All, AnyOf, AtLeast, Leaf, Node, Not, Readings
from advisor_app.domain.text import Listing, Text, msg
from advisor_app.interchange.rules import quote
from advisor_app.interchange.source_problems import Key, nearest
from advisor_app.interchange.structuring import (
    FAILURES,
    Form,
    Wrong,
    Wrongs,
    gathered,
    keys_of,
    not_one_of,
    unknown_keys,
    unknown_value,
)

T = TypeVar("T")

_ALLOWED = {
    "all": ("all",),
    "any": ("any",),
    "not": ("not",),
    "at_least": ("at_least", "of"),
    "readings": ("readings", "note"),
}
_SORTS = (*_ALLOWED, "kind")
_NODE_CLASSES = frozenset(get_args(Node))

# A leaf's own keys; every other key of its table belongs to its kind. Its home is that of its programme.
_LEAF_HINTS = {name: hint for name, hint in get_type_hints(Leaf).items() if name not in {"test", "home", "excluded"}}
_LeafWords: Any = make_dataclass(
    "_LeafWords",
    [(field.name, _LEAF_HINTS[field.name], field) for field in fields(Leaf) if field.name in _LEAF_HINTS],
    kw_only=True,
    frozen=True,
)


def register(converter: Converter) -> None:
    """Teaches the converter to read a Node."""
    converter.register_structure_hook_func(_is_node, lambda value, _: None if value is None else _node(value, converter))


def _is_node(cls: Form) -> bool:
    return _NODE_CLASSES <= set(get_args(cls)) <= _NODE_CLASSES | {NoneType}


def _node(value: object, converter: Converter) -> Node:
    if not isinstance(value, dict):
        raise Wrong(msg("a requirement is a table with one of {sorts}", sorts=Listing(_SORTS, "or")))
    sorts = [sort for sort in _SORTS if sort in value]
    if len(sorts) != 1:
        raise Wrong(msg("a requirement has exactly one of {sorts}", sorts=Listing(_SORTS, "or")), nearest=_misspelt(value, sorts))
    if sorts == ["kind"]:
        return _leaf(value, converter)
    if extra := set(value) - set(_ALLOWED[sorts[0]]):
        raise Wrongs(unknown_keys(extra, _ALLOWED[sorts[0]]))
    return _branch(sorts[0], value, converter)


def _misspelt(value: dict[str, Any], sorts: list[str]) -> tuple[str, ...]:
    return () if sorts else next((near for key in value if (near := nearest(key, _SORTS))), ())


def _branch(sort: str, value: dict[str, Any], converter: Converter) -> Node:
    match sort:
        case "all":
            return All(_children(value, sort, 1, converter))
        case "any":
            return AnyOf(_children(value, sort, 1, converter))
        case "not":
            return Not(_within("not", lambda: _node(value["not"], converter)))
        case "readings":
            note = _within("note", lambda: _text(value.get("note"), converter))
            return Readings(_children(value, sort, 2, converter), note)
        case _:
            children = _children(value, "of", 1, converter)
            return AtLeast(_within("at_least", lambda: _how_many(value["at_least"], converter, len(children))), children)


def _within(key: str, read: Callable[[], T]) -> T:
    try:
        return read()
    except FAILURES as error:
        raise Wrongs(gathered(error, (key,))) from error


def _text(value: object, converter: Converter) -> Text:
    if value is None:
        raise Wrong(msg("a sentence that can be read in several ways needs a note that says so, in both languages"))
    return converter.structure(value, Text)


def _how_many(value: object, converter: Converter, children: int) -> int:
    count = converter.structure(value, int)
    if not 1 <= count <= children:
        raise Wrong(msg("a number from 1 to {count} is expected: so many conditions are listed", count=children))
    return count


def _children(value: dict[str, Any], key: str, fewest: int, converter: Converter) -> tuple[Node, ...]:
    listed = value.get(key)
    if not isinstance(listed, list) or len(listed) < fewest:
        raise Wrong(msg("a list of at least {count} conditions is expected here", count=fewest), (key,))
    made: list[Node] = []
    wrongs: list[Wrong] = []
    for place, child in enumerate(listed):
        try:
            made.append(_node(child, converter))
        except (Wrong, Wrongs) as error:
            wrongs += gathered(error, (key, place))
    if wrongs:
        raise Wrongs(wrongs)
    return tuple(made)


def _leaf(value: dict[str, Any], converter: Converter) -> Leaf:
    kinds = load()
    name = value["kind"]
    if not isinstance(name, str) or name not in kinds:
        raise unknown_value(name, sorted(kinds), ("kind",))
    own = set(keys_of(kinds[name]))
    wrongs = list(_unknown_to(kinds[name], value))
    words = _part(value, set(_LEAF_HINTS), _LeafWords, converter, wrongs)
    test = _part(value, own, kinds[name], converter, wrongs)
    wrongs += quote(getattr(words, "quote", None))
    if wrongs or words is None or test is None:
        raise Wrongs(wrongs)
    return Leaf(test=test, **{key: getattr(words, key) for key in _LEAF_HINTS})


def _part(value: dict[str, Any], keys: set[str], cls: type[T], converter: Converter, wrongs: list[Wrong]) -> T | None:
    """What those of the keys make that are there; what is wrong with them is added to ``wrongs``."""
    try:
        return converter.structure({key: part for key, part in value.items() if key in keys}, cls)
    except FAILURES as error:
        wrongs += gathered(error)
        return None


def _unknown_to(kind: type[Test], value: dict[str, Any]) -> Iterator[Wrong]:
    valid = (*keys_of(kind), *_LEAF_HINTS)
    for key in sorted(set(value) - set(valid)):
        near = nearest(key, valid)
        yield Wrong(not_one_of(msg("this key is not known"), valid, near), (key,), near)


# --- keys


def nodes_with_keys(node: Node, key: Key) -> Iterator[tuple[Node, Key]]:
    """Every node of a tree with the key on which it stands in the file."""
    yield node, key
    match node:
        case Leaf():
            return
        case Not(child=child):
            yield from nodes_with_keys(child, (*key, "not"))
        case _:
            for place, child in enumerate(node.children):
                yield from nodes_with_keys(child, (*key, _list_key(node), place))


def _list_key(node: All | AnyOf | AtLeast | Readings) -> str:
    match node:
        case All():
            return "all"
        case AnyOf():
            return "any"
        case AtLeast():
            return "of"
        case Readings():
            return "readings"
