"""Undo and redo: steps that each hold what one change is about, as it was."""

from collections.abc import Callable
from typing import Generic, TypeVar

S = TypeVar("S")

DEPTH = 100


class History(Generic[S]):
    """``swap`` puts a step back and returns the same parts of the desk as they were just before.

    Only what a step is about comes back with it: undoing a column leaves alone what was said of the student since.
    """

    def __init__(self, swap: Callable[[S], S]) -> None:
        self._swap = swap
        self._past: list[S] = []
        self._future: list[S] = []

    @property
    def can_undo(self) -> bool:
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        return bool(self._future)

    def remember(self, step: S) -> None:
        """Call it before a change. What was undone before can no longer be done again."""
        self._past = [*self._past[1 - DEPTH :], step]
        self._future.clear()

    def undo(self) -> bool:
        return self._go(self._past, self._future)

    def redo(self) -> bool:
        return self._go(self._future, self._past)

    def _go(self, source: list[S], target: list[S]) -> bool:
        if not source:
            return False
        target.append(self._swap(source.pop()))
        return True
