"""The rows of a list: made for those that are looked at, never for the whole list."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from advisor_app.domain.card import Card
from advisor_app.domain.check import check_programme
from advisor_app.domain.facts import Flag, Source
from advisor_app.domain.glossary import Concept, Glossary
from advisor_app.domain.headlines import price_line, reason_line
from advisor_app.domain.quantities import Span
from advisor_app.domain.reference import Reference
from advisor_app.domain.searching import Where
from advisor_app.domain.student import Student
from advisor_app.domain.text import Lang, Value
from advisor_app.domain.verdicts import Verdict
from advisor_app.models.list_columns import Numbers
from advisor_app.models.lists import Lists
from advisor_app.models.search_index import PLACES, SHIFT
from advisor_app.services.browse import Browsed
from advisor_app.services.matching import Word
from advisor_app.services.reader import CatalogueReader
from advisor_app.services.snippets import Marks, Snippet, joined, marks_in, snippet

__all__ = ["Item", "Listed", "Snippet", "Where", "row_of", "rows"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An entry point, a format or a campus, by its identifier."""

    id: str
    name: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One programme of the list, with what is readable without a click.

    ``levels`` are those one comes from (Bac+N), ``durations`` the different lengths to the award. ``source`` says how old the page
    is, ``flags`` how many doubts there are, ``flag`` which one to show. ``name_marks`` are the parts of the name that were typed,
    ``snippet`` is given where something was found elsewhere.
    """

    position: int
    id: str
    name: str
    name_lang: Lang
    school_id: str
    school: str
    school_name: str
    campuses: tuple[Item, ...]
    entries: tuple[Item, ...]
    levels: tuple[int, ...]
    durations: tuple[Span, ...]
    formats: tuple[Item, ...]
    routes: int
    price: Value
    verdict: Verdict
    reason: Value
    flag: Flag | None
    flags: int
    source: Source | None
    name_marks: tuple[tuple[int, int], ...] = ()
    snippet: Snippet | None = None


def rows(catalogue: CatalogueReader, found: Browsed, start: int = 0, stop: int | None = None) -> tuple[Listed, ...]:
    """The rows of ``found`` from ``start`` up to ``stop``, as of a slice."""
    lists = catalogue.lists
    positions = found.positions[start:stop].tolist()
    cards = lists.cards(positions)
    reference = catalogue.reference()
    seen = _Seen(catalogue, found.words, cards)
    return tuple(
        _listed(card, found.student, reference, position, seen.marks(card), seen.snippet(card, texts))
        for position, (card, texts) in zip(positions, cards, strict=True)
    )


def row_of(catalogue: CatalogueReader, found: Browsed, programme_id: str) -> int | None:
    """In which row of ``found`` a programme stands; ``None`` where it was not found."""
    position = catalogue.lists.position(programme_id)
    rows_ = [] if position is None else np.flatnonzero(found.positions == position).tolist()
    return int(rows_[0]) if rows_ else None


class _Seen:
    """What of the words that were typed can be shown in some rows."""

    def __init__(self, catalogue: CatalogueReader, words: tuple[Word, ...], cards: Sequence[tuple[Card, Numbers]]) -> None:
        self._words = words
        self._glossary = glossary_of(catalogue.reference()) if words else Glossary(())
        self._in_names = [marks_in(card.programme.name, words, self._glossary) if words else {} for card, _ in cards]
        self._names = {card.programme.id: marks for (card, _), marks in zip(cards, self._in_names, strict=True)}
        chosen = {card.programme.id: self._elsewhere(catalogue.lists, card, texts) for card, texts in cards}
        self._chosen = {programme: number for programme, number in chosen.items() if number is not None}
        self._texts = catalogue.lists.texts(set(self._chosen.values())) if self._chosen else {}

    def marks(self, card: Card) -> Marks:
        return joined(self._names[card.programme.id].values())

    def snippet(self, card: Card, texts: Numbers) -> Snippet | None:
        """The line that says where else something was found."""
        number = self._chosen.get(card.programme.id)
        if number is None:
            return None
        text = self._texts[number]
        return snippet(PLACES[number >> SHIFT], text, joined(marks_in(text, self._words, self._glossary).values()))

    def _elsewhere(self, lists: Lists, card: Card, texts: Numbers) -> int | None:
        """The number of the text that holds most of the words that are not in the name; of equals the one in the best place."""
        missing = [word for word in self._words if word not in self._names[card.programme.id]]
        if not missing:
            return None
        holding = np.sum([lists.find(word).among(texts) for word in missing], axis=0)
        return int(texts[holding.argmax()]) if holding.any() else None


@lru_cache(2)
def _glossary(concepts: tuple[Concept, ...]) -> Glossary:
    return Glossary(concepts)


def glossary_of(reference: Reference) -> Glossary:
    """The words of both languages for the same things."""
    return _glossary(reference.glossary)


def _listed(
    card: Card, student: Student, reference: Reference, position: int, name_marks: Marks, snippet_: Snippet | None
) -> Listed:
    programme, school = card.programme, card.school
    check = check_programme(programme, student, reference)
    names: dict[str, Value] = {campus.id: campus.name for campus in school.campuses}
    return Listed(
        position=position,
        id=programme.id,
        name=programme.name,
        name_lang=programme.name_lang,
        school_id=school.id,
        school=school.short_name,
        school_name=school.name,
        campuses=tuple(Item(id=campus, name=names.get(campus, campus)) for campus in programme.campuses),
        entries=tuple(Item(id=entry.id, name=entry.name) for entry in programme.entry_points),
        levels=tuple(entry.after for entry in programme.entry_points),
        durations=tuple(dict.fromkeys(span for entry in programme.entry_points if (span := entry.duration.value))),
        formats=tuple(Item(id=format_.id, name=format_.name) for format_ in programme.formats),
        routes=len(check.routes),
        price=price_line(programme, check.best.route if check.best else None, student.residence),
        verdict=check.verdict,
        reason=reason_line(check),
        flag=next(iter(programme.flags), None),
        flags=card.flags,
        source=card.source,
        name_marks=name_marks,
        snippet=snippet_,
    )
