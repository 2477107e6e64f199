"""Comparisons that are kept under a name: reopened, renamed, varied, deleted, for another student or another day."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from advisor_app.domain.arrangement import Arrangement
from advisor_app.domain.columns import Column
from advisor_app.services.keeper import Keeper
from advisor_app.services.reader import CatalogueReader
from advisor_app.services.session import holds

MOST_LETTERS = 60
"""Of a name: it stands on a button."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedComparison:
    """``used`` is the day on which it was last kept or opened. Nothing of a student is in it, unless a note says so."""

    name: str
    columns: tuple[Column, ...]
    arrangement: Arrangement = field(default_factory=Arrangement)
    used: date


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedComparisons:
    """Names are told apart without regard to capitals; the last used comes first."""

    named: tuple[NamedComparison, ...] = ()

    def find(self, name: str) -> NamedComparison | None:
        return next((one for one in self.named if _same(one.name, name)), None)

    def with_(self, one: NamedComparison) -> "NamedComparisons":
        """With that one first, in the place of another of its name."""
        return replace(self, named=(one, *(other for other in self.named if not _same(other.name, one.name))))

    def without(self, name: str) -> "NamedComparisons":
        return replace(self, named=tuple(one for one in self.named if not _same(one.name, name)))

    def free_name(self, name: str) -> str:
        """``name``, or with the first number in parentheses that makes it another."""
        stem = clean_name(name)
        names = (stem, *(f"{stem[: MOST_LETTERS - 5]} ({number})" for number in range(2, len(self.named) + 3)))
        return next(one for one in names if self.find(one) is None)


def clean_name(name: str) -> str:
    """One line without spaces at its ends, not too long for a button."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in name).split())[:MOST_LETTERS].strip()


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


class ComparisonShelf:
    """The named comparisons as they are kept. Every change is kept at once, or raises ``EnvironmentProblem`` and is not made."""

    def __init__(self, keeper: Keeper[NamedComparisons], today: Callable[[], date]) -> None:
        self._keeper = keeper
        self._today = today
        self._book: NamedComparisons | None = None

    @property
    def book(self) -> NamedComparisons:
        """What is kept; read when it is first asked for."""
        if self._book is None:
            self._book = self._keeper.load()
        return self._book

    @property
    def named(self) -> tuple[NamedComparison, ...]:
        return self.book.named

    def keep(self, name: str, columns: Sequence[Column], arrangement: Arrangement, *, notes: bool) -> NamedComparison:
        """Keeps the comparison under that name, in the place of one that had it. What this student asked is left out."""
        named = clean_name(name)
        kept = replace(arrangement, name=named, asked=(), notes=arrangement.notes if notes else ())
        one = NamedComparison(name=named, columns=tuple(columns), arrangement=kept, used=self._today())
        self._save(self.book.with_(one))
        return one

    def opened(self, name: str) -> NamedComparison | None:
        """The comparison of that name, which is now the last used."""
        found = self.book.find(name)
        if found is not None:
            self._save(self.book.with_(replace(found, used=self._today())))
        return found

    def rename(self, old: str, new: str) -> str:
        """The new name as it is kept: another one, where that is taken."""
        found, others = self.book.find(old), self.book.without(old)
        if found is None or not clean_name(new):
            return old
        name = others.free_name(new)
        renamed = replace(found, name=name, arrangement=replace(found.arrangement, name=name))
        self._save(replace(self.book, named=tuple(renamed if one is found else one for one in self.named)))
        return name

    def duplicate(self, name: str) -> NamedComparison | None:
        """A copy under a free name, to be varied."""
        found = self.book.find(name)
        if found is None:
            return None
        copy = self.book.free_name(name)
        return self.keep(copy, found.columns, found.arrangement, notes=True)

    def delete(self, name: str) -> NamedComparison | None:
        """Gives what was deleted, so that it can be put back."""
        found = self.book.find(name)
        if found is not None:
            self._save(self.book.without(name))
        return found

    def put_back(self, one: NamedComparison) -> None:
        self._save(self.book.with_(replace(one, name=self.book.free_name(one.name))))

    def _save(self, book: NamedComparisons) -> None:
        self._keeper.save(book)
        self._book = book


def known(catalogue: CatalogueReader, one: NamedComparison) -> tuple[tuple[Column, ...], Arrangement]:
    """The columns that the open catalogue holds, with the arrangement that goes with them: it may be another than before."""
    columns = tuple(column for column in one.columns if holds(catalogue, column))
    pinned = sum(column in columns for column in one.columns[: one.arrangement.pinned])
    return columns, replace(one.arrangement, pinned=pinned)
