"""What an advisor makes of a comparison's table: rows hidden, moved, asked about and noted on; columns that stay in view."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Note:
    """The advisor's own words on a row; never shown to the student."""

    row: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """Rows are named by their keys, so that an arrangement outlives another student and another catalogue.

    The first ``pinned`` columns stay in view. ``order`` names rows that were moved, in their new order. ``asked`` are those that
    the student asked about. ``name`` is what the comparison is kept under.
    """

    name: str = ""
    pinned: int = 0
    hidden: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()

    def note_on(self, row: str) -> str:
        return next((note.text for note in self.notes if note.row == row), "")

    def with_note(self, row: str, text: str) -> "Arrangement":
        """With another note on that row; no words, no note."""
        text = text.strip()
        if text and self.note_on(row):
            return replace(self, notes=tuple(Note(row, text) if note.row == row else note for note in self.notes))
        others = tuple(note for note in self.notes if note.row != row)
        return replace(self, notes=(*others, Note(row, text)) if text else others)

    def with_hidden(self, row: str, *, hidden: bool) -> "Arrangement":
        return replace(self, hidden=_with(self.hidden, row, there=hidden))

    def with_asked(self, row: str, *, asked: bool) -> "Arrangement":
        return replace(self, asked=_with(self.asked, row, there=asked))

    def moved(self, rows: Sequence[str], row: str, step: int) -> "Arrangement":
        """With ``row`` moved by ``step`` places among ``rows``, which stand together; beyond the ends is the end."""
        if row not in rows:
            return self
        others = [one for one in rows if one != row]
        others.insert(max(0, min(len(others), list(rows).index(row) + step)), row)
        known = [*self.order, *(one for one in rows if one not in self.order)]
        return replace(self, order=in_order(known, others)) if tuple(others) != tuple(rows) else self


def in_order(rows: Iterable[str], order: Sequence[str]) -> tuple[str, ...]:
    """``rows`` with those that ``order`` names set in its order, into the places that they had between them; the rest stay."""
    listed = list(rows)
    named = iter([one for one in order if one in set(listed)])
    wanted = set(order)
    return tuple(next(named) if one in wanted else one for one in listed)


def _with(rows: tuple[str, ...], row: str, *, there: bool) -> tuple[str, ...]:
    others = tuple(one for one in rows if one != row)
    return (*others, row) if there else others
