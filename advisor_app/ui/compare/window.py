"""Which columns are in view where there is no room for all: the pinned ones always, of the others as many as fit. Needs no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class Window:
    """Columns are named by their places in the comparison. ``first`` is how many of those that are not pinned are passed over."""

    count: int = 0
    pinned: int = 0
    room: int = 1
    first: int = 0

    def fit(self, count: int, pinned: int, room: int) -> None:
        """For that many columns, and room for so many of them."""
        self.count, self.pinned, self.room = count, pinned, room
        self.first = max(0, min(self.first, self.hidden))

    @property
    def kept(self) -> int:
        """Pinned columns that stay in view; one place is left for the others to pass through."""
        return min(self.pinned, max(0, self.room - 1)) if self.count > self.room else self.pinned

    @property
    def hidden(self) -> int:
        """How many columns are out of view."""
        return max(0, self.count - max(1, self.room))

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns in view."""
        passing = range(self.kept, self.count)
        shown = passing[self.first : self.first + max(1, self.room - self.kept)]
        return (*range(self.kept), *shown)

    def column(self, place: int) -> int:
        """The column at a place in view; -1 for none."""
        columns = self.columns
        return columns[place] if 0 <= place < len(columns) else -1

    def place_of(self, column: int) -> int:
        """Where a column is in view; the nearest place where it is not."""
        columns = self.columns
        return columns.index(column) if column in columns else 0 if not columns or column < columns[0] else len(columns) - 1

    def show_column(self, column: int) -> None:
        """Passes as many columns as brings that one into view."""
        if column in self.columns or column < self.kept:
            return
        passing = max(1, self.room - self.kept)
        place = column - self.kept
        self.first = max(0, min(self.hidden, place if place < self.first else place - passing + 1))

    def of(self, items: Sequence[T]) -> tuple[T, ...]:
        """Those of the columns in view."""
        return tuple(items[one] for one in self.columns)
