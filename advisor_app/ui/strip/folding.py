"""Which chips fit into the strip, and how wide. Needs no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

GAP = 8
BETWEEN_GROUPS = 17
"""What a rule adds to the gap between two chips."""
WIDEST = 190
"""The widest a chip may be where not everything fits; what is cut stands in its tooltip. Shorter words are never cut."""


@dataclass(frozen=True, slots=True)
class Folded(Generic[T]):
    """The chips that are shown, with their widths, and the fields that went into the menu."""

    groups: list[list[tuple[T, int]]]
    hidden: list[T]


def fold(groups: Sequence[list[tuple[T, int]]], *, room: int, more: int, narrow: bool, keep: T | None) -> Folded[T]:
    """Hides gaps (the last group) from the end until the rest fits, then narrows the longest chips, then hides the groups before.

    ``narrow`` hides every gap. ``keep`` is hidden last of its group.
    """
    shown = [list(group) for group in groups]
    hidden: list[T] = []
    if narrow and shown:
        hidden = [item for item, _ in shown[-1] if item != keep]
        shown[-1] = [pair for pair in shown[-1] if pair[0] == keep]
    while shown and shown[-1] and _width(shown, hidden, more) > room and len(shown[-1]) > (1 if _holds(shown[-1], keep) else 0):
        hidden.insert(0, _drop_last(shown[-1], keep))
    if _width(shown, hidden, more) > room:
        shown = [[(item, min(width, WIDEST)) for item, width in group] for group in shown]
    for group in reversed(shown):
        while group and _width(shown, hidden, more) > room:
            hidden.insert(0, group.pop()[0])
    return Folded([group for group in shown if group], hidden)


def _holds(group: list[tuple[T, int]], item: T | None) -> bool:
    return any(one == item for one, _ in group)


def _drop_last(group: list[tuple[T, int]], keep: T | None) -> T:
    place = next(index for index in reversed(range(len(group))) if group[index][0] != keep)
    return group.pop(place)[0]


def _width(groups: Sequence[list[tuple[T, int]]], hidden: Sequence[T], more: int) -> int:
    widths = [width for group in groups for _, width in group] + ([more] if hidden else [])
    filled = sum(1 for group in groups if group)
    return sum(widths) + GAP * max(0, len(widths) - 1) + BETWEEN_GROUPS * max(0, filled - 1)
