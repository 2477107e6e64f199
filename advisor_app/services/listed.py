"""The rows of a list: made for those that are looked at, never for the whole list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from advisor_app.domain.glossary import Glossary
from advisor_app.domain.lines import Glance, Item, Line
from advisor_app.domain.quantities import Span
from advisor_app.domain.searching import Where
from advisor_app.domain.student import Student
from advisor_app.domain.text import Lang, Text, Value
from advisor_app.domain.verdicts import Verdict
from advisor_app.models.lists import Lists
from advisor_app.models.numbers import Numbers
from advisor_app.models.search_index import PLACES, SHIFT
from advisor_app.services.browse import Browsed, verdicts_of
from advisor_app.services.matching import Word
from advisor_app.services.reader import CatalogueReader
from advisor_app.services.snippets import Marks, Snippet, joined, marks_in, snippet

if TYPE_CHECKING:
    from advisor_app.domain.card import Card
    from advisor_app.domain.catalogue import EntryPoint
    from advisor_app.domain.facts import Source

__all__ = ["Item", "Listed", "Marks", "Snippet", "Where", "row_of", "rows"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One programme of the list, with what is readable without a click.

    ``line`` names it. ``name_marks`` are the parts of the name that were typed, ``snippet`` is given where something was found
    elsewhere. What takes a look at the programme itself (for a student of whom anything is known its reason and its price) is
    worked out when it is asked for.
    """

    position: int
    line: Line
    verdict: Verdict
    routes: int
    name_marks: Marks
    snippet: Snippet | None
    closer: "Closer"

    @property
    def id(self) -> str:
        return self.line.id

    @property
    def name(self) -> str:
        return self.line.name

    @property
    def name_lang(self) -> Lang:
        return self.line.name_lang

    @property
    def school_id(self) -> str:
        return self.line.school_id

    @property
    def school(self) -> str:
        return self.line.school

    @property
    def campuses(self) -> tuple[Item, ...]:
        return self.line.campuses

    @property
    def levels(self) -> tuple[int, ...]:
        """Those one comes from (Bac+N), entry point by entry point."""
        return self.line.levels

    @property
    def durations(self) -> tuple[Span, ...]:
        """The different lengths to the award."""
        return self.line.durations

    @property
    def formats(self) -> tuple[Item, ...]:
        return self.line.formats

    @property
    def school_name(self) -> str:
        return self.closer.card.school.name

    @property
    def entries(self) -> "tuple[EntryPoint, ...]":
        return self.closer.card.programme.entry_points

    @property
    def price(self) -> Value:
        """The tuition of the best route, with what it covers."""
        return self.closer.glance.price

    @property
    def price_year(self) -> str | None:
        """The school year that the price is of, as the page writes it."""
        return self.closer.glance.price_year

    @property
    def reason(self) -> Value:
        """Why the verdict is that, in one line."""
        return self.closer.glance.reason

    @property
    def brief_reason(self) -> Value:
        return self.closer.glance.brief_reason

    @property
    def source(self) -> "Source | None":
        """The page."""
        return self.closer.card.source

    @property
    def dated(self) -> date | None:
        """The date of the page, which says how old all this is."""
        return self.line.dated

    @property
    def doubt(self) -> Text | None:
        """The doubt about the page to show, of :attr:`doubts`."""
        return self.line.doubt

    @property
    def doubts(self) -> int:
        return self.line.doubts


class Closer:
    """A closer look at one programme for one student, taken once."""

    def __init__(self, catalogue: CatalogueReader, position: int, line: Line, student: Student) -> None:
        self._catalogue, self._position, self._line, self._student = catalogue, position, line, student

    @cached_property
    def card(self) -> "Card":
        return self._catalogue.lists.card(self._position)

    @cached_property
    def glance(self) -> Glance:
        if self._student.empty:
            return self._line.first
        from advisor_app.domain.best_route import outlook  # late: no list waits for it before anything is known of the student

        return outlook(self.card.programme, self._student, self._catalogue.reference()).glance


def rows(catalogue: CatalogueReader, found: Browsed, start: int = 0, stop: int | None = None) -> tuple[Listed, ...]:
    """The rows of ``found`` from ``start`` up to ``stop``, as of a slice. Raises UserProblem where the catalogue is damaged."""
    lists, student = catalogue.lists, found.student
    positions = found.positions[start:stop].tolist()
    lines = lists.lines(positions)
    seen = _Seen(catalogue, found.words, lines)
    ranks, verdicts = verdicts_of(catalogue, student), tuple(Verdict)
    return tuple(
        Listed(
            position=position,
            line=line,
            verdict=verdicts[ranks[position]],
            routes=int(lists.columns.routes[position]),
            name_marks=seen.marks(number),
            snippet=seen.snippet(number),
            closer=Closer(catalogue, position, line, student),
        )
        for number, (position, (line, _)) in enumerate(zip(positions, lines, strict=True))
    )


def row_of(catalogue: CatalogueReader, found: Browsed, programme_id: str) -> int | None:
    """In which row of ``found`` a programme stands; ``None`` where it was not found."""
    position = catalogue.lists.position(programme_id)
    rows_ = [] if position is None else np.flatnonzero(found.positions == position).tolist()
    return int(rows_[0]) if rows_ else None


class _Seen:
    """What of the words that were typed can be shown in some rows, by the number of the row."""

    def __init__(self, catalogue: CatalogueReader, words: tuple[Word, ...], lines: Sequence[tuple[Line, Numbers]]) -> None:
        self._words = words
        self._glossary = catalogue.lists.index.glossary if words else Glossary({})
        self._names = [marks_in(line.name, words, self._glossary) if words else {} for line, _ in lines]
        chosen = [self._elsewhere(catalogue.lists, names, texts) for names, (_, texts) in zip(self._names, lines, strict=True)]
        self._chosen = chosen
        asked = {number for number in chosen if number is not None}
        self._texts = catalogue.lists.texts(asked) if asked else {}

    def marks(self, row: int) -> Marks:
        return joined(self._names[row].values())

    def snippet(self, row: int) -> Snippet | None:
        """The line that says where else something was found."""
        number = self._chosen[row]
        if number is None:
            return None
        text = self._texts[number]
        return snippet(PLACES[number >> SHIFT], text, joined(marks_in(text, self._words, self._glossary).values()))

    def _elsewhere(self, lists: Lists, names: Mapping[Word, Marks], texts: Numbers) -> int | None:
        """The number of the text that holds most of the words that are not in the name; of equals the one in the best place."""
        missing = [word for word in self._words if word not in names]
        if not missing:
            return None
        holding = np.sum([lists.find(word).among(texts) for word in missing], axis=0)
        return int(texts[holding.argmax()]) if holding.any() else None
