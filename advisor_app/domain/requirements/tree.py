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
from dataclasses import dataclass
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
    """Whom a leaf binds. Those whom it does not bind meet it."""

    EVERYONE = "everyone"
    FRENCH_QUALIFICATION = "french_qualification"
    FOREIGN_QUALIFICATION = "foreign_qualification"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One condition. ``section`` and ``quote`` say where the page sets it; ``note`` explains how it was read."""

    kind: str
    test: Test
    strength: Strength = Strength.MANDATORY
    applies_to: AppliesTo = AppliesTo.EVERYONE
    source: str = ""
    section: str = ""
    quote: str | None = None
    note: Text | None = None


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


def leaves(node: Node) -> Iterator[Leaf]:
    """Every leaf, depth first, in the order of the page."""
    if isinstance(node, Leaf):
        yield node
    for child in children(node):
        yield from leaves(child)
