"""Looking through everything that a source file states: where each part stands, and the source that it inherits."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from advisor_app.domain.requirements.tree import All, AnyOf, AtLeast, Leaf, Not, Readings
from advisor_app.interchange.requirement_trees import nodes_with_keys
from advisor_app.interchange.source_problems import Key

T = TypeVar("T")
_NODES = (All, AnyOf, AtLeast, Leaf, Not, Readings)


def parts(value: object, key: Key = ()) -> Iterator[tuple[object, Key]]:
    """Every dataclass and every text at or below ``value``, with its key in the file."""
    if isinstance(value, _NODES):
        for node, at in nodes_with_keys(value, key):
            yield node, at
            if isinstance(node, Leaf):
                yield from _of_fields(node.test, at)
                yield from _of_fields(node, at, without="test")
            elif isinstance(node, Readings):
                yield from parts(node.note, (*at, "note"))
    elif is_dataclass(value):
        yield value, key
        yield from _of_fields(value, key)
    elif isinstance(value, tuple):
        for place, part in enumerate(value):
            yield from parts(part, (*key, place))
    elif isinstance(value, str):
        yield value, key


def _of_fields(value: object, key: Key, without: str = "") -> Iterator[tuple[object, Key]]:
    for field in fields(value):  # type: ignore[arg-type]
        if field.name != without:
            yield from parts(getattr(value, field.name), (*key, field.name))


def with_source(value: T, source: str) -> T:
    """The same with ``source`` filled in wherever it was left empty."""
    if isinstance(value, tuple):
        return tuple(with_source(part, source) for part in value)  # type: ignore[return-value]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed: dict[str, Any] = {}
    for field in fields(value):
        old = getattr(value, field.name)
        new = source if field.name == "source" and old == "" else with_source(old, source)
        if new is not old:
            changed[field.name] = new
    return replace(value, **changed) if changed else value
