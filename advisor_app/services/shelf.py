"""What an advisor keeps of the catalogue from one student to the next: pinned and recent programmes, and saved searches.

Nothing here is about a student.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from advisor_app.services.browse import Facet, Order, Query

MOST_RECENT = 12
MOST_SEARCHES = 30


@dataclass(frozen=True, slots=True)
class Kept:
    """A programme and what it was called: it may be gone from the next catalogue."""

    id: str
    name: str
    school: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The values chosen of a facet, by its name."""

    facet: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """A search as it was made."""

    text: str = ""
    chosen: tuple[Chosen, ...] = ()
    order: str = Order.FIT.value
    descending: bool = False

    @classmethod
    def of(cls, query: Query) -> "SavedSearch":
        chosen = tuple(Chosen(facet.value, tuple(sorted(values))) for facet, values in sorted(query.selected.items()) if values)
        return cls(text=query.text.strip(), chosen=chosen, order=query.order.value, descending=query.descending)

    @property
    def query(self) -> Query:
        """The search to make again; what another version of the program kept and this one does not know is left out."""
        known = set(Facet)
        selected: Mapping[Facet, frozenset[str]] = {
            Facet(one.facet): frozenset(one.values) for one in self.chosen if one.facet in known
        }
        order = Order(self.order) if self.order in set(Order) else Order.FIT
        return Query(text=self.text, selected=selected, order=order, descending=self.descending)

    @property
    def empty(self) -> bool:
        """Whether it would find the whole catalogue."""
        return not self.text and not self.chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Pinned programmes in the order of pinning, recent ones from the latest on, searches in the order of saving."""

    pinned: tuple[Kept, ...] = ()
    recent: tuple[Kept, ...] = ()
    searches: tuple[SavedSearch, ...] = ()

    def is_pinned(self, programme_id: str) -> bool:
        return any(one.id == programme_id for one in self.pinned)

    def with_recent(self, one: Kept) -> "Shelf":
        """``one`` was looked at just now."""
        others = tuple(other for other in self.recent if other.id != one.id)
        return replace(self, recent=(one, *others)[:MOST_RECENT])

    def with_pin_turned(self, one: Kept) -> "Shelf":
        """Pins the programme, or takes the pin out."""
        others = tuple(other for other in self.pinned if other.id != one.id)
        return replace(self, pinned=others if len(others) < len(self.pinned) else (*others, one))

    def with_search(self, search: SavedSearch) -> "Shelf":
        """Keeps a search; one that is kept already moves to the end."""
        others = tuple(other for other in self.searches if other != search)
        return replace(self, searches=(*others, search)[-MOST_SEARCHES:])

    def without_search(self, search: SavedSearch) -> "Shelf":
        return replace(self, searches=tuple(other for other in self.searches if other != search))

    def without(self, programme_id: str) -> "Shelf":
        """The programme is not in this catalogue: it is no longer offered as recent. A pin stays for the catalogue that has it."""
        return replace(self, recent=tuple(one for one in self.recent if one.id != programme_id))
