"""Programmes and schools as canonical JSON, and back: the same object always gives the same text.

What is left at its default is left out, keys are sorted, decimals and dates are strings. Requirement trees have the shape of the
source files (see :mod:`advisor_app.domain.requirements.tree`), but for a leaf's own parameters, which stand under ``test``.
Documents are written by this program only, so reading them checks nothing beyond what building the objects needs; whatever fails
then means a damaged file.
"""

import json
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Any, TypeVar, get_args

from cattrs import Converter

from advisor_app.domain.requirements.kinds import load
from advisor_app.domain.requirements.tree import All, AnyOf, AppliesTo, AtLeast, Leaf, Node, Not, Readings, Strength
from advisor_app.domain.text import Text

T = TypeVar("T")

DAMAGED = (ValueError, TypeError, LookupError, AttributeError, RecursionError)
"""What reading a document can raise when it is not what this program writes."""

_NODES = frozenset(get_args(Node))


def dump(value: object) -> str:
    """The document of a domain object."""
    return json.dumps(_converter().unstructure(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def parse(document: str, cls: type[T]) -> T:
    """The domain object of a document. Raises one of ``DAMAGED`` for anything else."""
    return _converter().structure(json.loads(document), cls)


@cache
def _converter() -> Converter:
    converter = Converter(detailed_validation=False, omit_if_default=True, forbid_extra_keys=False)
    converter.register_structure_hook(Decimal, lambda value, _: Decimal(value))
    converter.register_unstructure_hook(Decimal, str)
    converter.register_structure_hook(date, lambda value, _: date.fromisoformat(value))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook_func(_is_node, lambda value, _: None if value is None else _to_node(value, converter))
    converter.register_unstructure_hook_func(_is_node, lambda node: None if node is None else _from_node(node, converter))
    return converter


def _is_node(cls: Any) -> bool:  # noqa: ANN401 - a union of classes has no type of its own
    return _NODES <= set(get_args(cls)) <= _NODES | {NoneType}


def _from_node(node: Node, converter: Converter) -> dict[str, Any]:
    match node:
        case Leaf():
            return _from_leaf(node, converter)
        case All(children=children):
            return {"all": [_from_node(child, converter) for child in children]}
        case AnyOf(children=children):
            return {"any": [_from_node(child, converter) for child in children]}
        case Not(child=child):
            return {"not": _from_node(child, converter)}
        case AtLeast(n=n, children=children):
            return {"at_least": n, "of": [_from_node(child, converter) for child in children]}
        case Readings(children=children, note=note):
            return {"readings": [_from_node(child, converter) for child in children], "note": converter.unstructure(note)}


def _from_leaf(leaf: Leaf, converter: Converter) -> dict[str, Any]:
    words = {
        "strength": leaf.strength.value,
        "applies_to": leaf.applies_to.value,
        "source": leaf.source,
        "section": leaf.section,
        "quote": leaf.quote,
        "note": converter.unstructure(leaf.note),
    }
    return {"kind": leaf.kind, "test": converter.unstructure(leaf.test)} | {key: value for key, value in words.items() if value}


def _to_node(value: dict[str, Any], converter: Converter) -> Node:
    match value:
        case {"kind": str(kind)}:
            return _to_leaf(kind, value, converter)
        case {"all": parts}:
            return All(tuple(_to_node(part, converter) for part in parts))
        case {"any": parts}:
            return AnyOf(tuple(_to_node(part, converter) for part in parts))
        case {"not": part}:
            return Not(_to_node(part, converter))
        case {"at_least": int(n), "of": parts}:
            return AtLeast(n, tuple(_to_node(part, converter) for part in parts))
        case {"readings": parts, "note": note}:
            return Readings(tuple(_to_node(part, converter) for part in parts), converter.structure(note, Text))
        case _:
            raise ValueError("not a requirement")


def _to_leaf(kind: str, value: dict[str, Any], converter: Converter) -> Leaf:
    note = value.get("note")
    return Leaf(
        kind=kind,
        test=converter.structure(value["test"], load()[kind]),
        strength=Strength(value.get("strength", "mandatory")),
        applies_to=AppliesTo(value.get("applies_to", "everyone")),
        source=value.get("source", ""),
        section=value.get("section", ""),
        quote=value.get("quote"),
        note=None if note is None else converter.structure(note, Text),
    )
