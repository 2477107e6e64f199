"""The tree of a school's requirements.

A leaf is one condition of one kind; its ``test`` is the kind's own parameters (see :mod:`advisor_app.domain.requirements.kinds`).
In a catalogue file a node is a table with exactly one of ``all``, ``any``, ``not``, ``at_least`` (with ``of``), ``readings`` or
``kind``::

    [entry_points.requirements]
    all = [
        { kind = "level", minimum = 3, section = "Prerequisites" },
        { any = [ { kind = "field", of = ["law"] }, { kind = "field", of = ["economics"] } ] },
    ]
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from advisor_app.domain.requirements.base import Test
from advisor_app.domain.text import Text


class Strength(StrEnum):
    """Only mandatory conditions count for a verdict; indicative and soft ones are listed."""

    MANDATORY = "mandatory"
    INDICATIVE = "indicative"
    SOFT = "soft"


class AppliesTo(StrEnum):
    """Whom a leaf binds. Those whom it does not bind meet it; under a NOT they are not in the case that it describes."""

    EVERYONE = "everyone"
    FRENCH_QUALIFICATION = "french_qualification"
    FOREIGN_QUALIFICATION = "foreign_qualification"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One condition. ``section`` and ``quote`` say where the page sets it; ``note`` explains how it was read.

    ``home`` is the country whose diplomas are no foreign ones where the programme is taught, France where it is empty. Files do not
    write it: the builder fills it in, so that a condition can be checked, and counted, by itself. ``excluded`` is set likewise
    where a condition that stands under a NOT is checked by itself.
    """

    kind: str
    test: Test
    strength: Strength = Strength.MANDATORY
    applies_to: AppliesTo = AppliesTo.EVERYONE
    source: str = ""
    section: str = ""
    quote: str | None = None
    note: Text | None = None
    home: str | None = None
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class All:
    children: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class AnyOf:
    children: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    child: "Node"


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least ``n`` of the children."""

    n: int
    children: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Readings:
    """A sentence that can be read in several ways. Where the readings give different answers the finding is ``to_confirm``."""

    children: "tuple[Node, ...]"
    note: Text


Node: TypeAlias = Leaf | All | AnyOf | Not | AtLeast | Readings


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly below, in the order of the page."""
    match node:
        case Leaf():
            return ()
        case Not(child=child):
            return (child,)
        case _:
            return node.children


def at_home_in(node: Node, country: str) -> Node:
    """The same tree for a programme that is taught in ``country``."""
    match node:
        case Leaf():
            return replace(node, home=country)
        case Not(child=child):
            return Not(at_home_in(child, country))
        case _:
            return replace(node, children=tuple(at_home_in(child, country) for child in node.children))


def leaves(node: Node) -> Iterator[Leaf]:
    """Every leaf, depth first, in the order of the page."""
    if isinstance(node, Leaf):
        yield node
    for child in children(node):
        yield from leaves(child)
