"""What can be put beside the columns, or in place of one: programmes, exact routes, related programmes. Needs no Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from advisor_app.domain.columns import Column
from advisor_app.domain.route import Route
from advisor_app.domain.routes import routes_of
from advisor_app.domain.student import Student
from advisor_app.services.browse import Query, browse
from advisor_app.services.detailed import details
from advisor_app.services.listed import Listed, rows
from advisor_app.services.reader import CatalogueReader, subject
from advisor_app.services.related import related
from advisor_app.ui.itemmodels.naming import DOT, Namer
from advisor_app.ui.strip.matching import matches
from advisor_app.wording import Translator

MOST = 40  # offered at once; typing finds the others


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """``opens`` where the programme has several routes to look at; one that is ``there`` already only has those to offer."""

    column: Column
    words: str
    gloss: str = ""
    opens: bool = False
    there: bool = False


Find: TypeAlias = Callable[[CatalogueReader, str], tuple[Offer, ...]]
"""What is offered for what was typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """``there`` is in the comparison and offered no more; ``taken_out`` was, and is offered first."""

    student: Student
    there: Sequence[Column]
    taken_out: Sequence[Column]
    words: Translator
    today: date

    def programmes(self, catalogue: CatalogueReader, typed: str) -> tuple[Offer, ...]:
        """Programmes, each by the route that suits best; first what was taken out before."""
        back = [] if typed.strip() else [column for column in self.taken_out if column not in self.there]
        listed = rows(catalogue, browse(catalogue, self.student, Query(text=typed)), 0, MOST)
        again = tuple(self._again(catalogue, column) for column in back)
        return (*again, *(offer for one in listed if (offer := self._offer(one, back)) is not None))

    def _again(self, catalogue: CatalogueReader, column: Column) -> Offer:
        name = self._namer(catalogue, column.programme)
        words = name.title(column.route) if column.route else name.programme(column.programme)
        return Offer(column=column, words=words, gloss=self.words.tr("taken out before"))

    def _offer(self, one: Listed, back: Sequence[Column], why: str = "") -> Offer | None:
        """``None`` for what is there already and has nothing else to offer."""
        column = Column(programme=one.id)
        there = column in (*self.there, *back)
        if there and one.routes < 2:
            return None
        gloss = self.words.tr("is there") if there else why or self.words.sentence(one.verdict)
        name = one.name if one.school in one.name else f"{one.school} {one.name}"
        return Offer(column=column, words=name, gloss=gloss, opens=one.routes > 1, there=there)

    def routes(self, programme: str) -> Find:
        """The exact routes of a programme, and the one that suits best."""

        def find(catalogue: CatalogueReader, typed: str) -> tuple[Offer, ...]:
            page = catalogue.programme(programme)
            name = self._namer(catalogue, programme)
            best = Offer(column=Column(programme=programme), words=self.words.tr("The route that suits best"))
            exact = (Offer(column=Column(programme=programme, route=one), words=_route(one, name)) for one in routes_of(page))
            offers = [one for one in (best, *exact) if one.column not in self.there]
            return tuple(offers[place] for place in matches(typed, [one.words for one in offers]))

        return find

    def related(self, programme: str) -> Find:
        """Programmes of the same field or school, or one year on, that are not there yet; typing looks through all."""

        def find(catalogue: CatalogueReader, typed: str) -> tuple[Offer, ...]:
            if typed.strip():
                return tuple(one for one in self.programmes(catalogue, typed) if one.column.programme != programme)
            kinds = related(catalogue, self.student, details(catalogue, self.student, programme))
            found = (self._offer(one, (), self.words.sentence(kind.why)) for kind in kinds for one in kind.programmes)
            return tuple(offer for offer in found if offer is not None and not offer.there)

        return find

    def _namer(self, catalogue: CatalogueReader, programme: str) -> Namer:
        page = catalogue.programme(programme)
        return Namer(self.words, {page.id: subject(catalogue, page)}, self.today)


def _route(route: Route, name: Namer) -> str:
    """Entry, format, campus and options: the programme is said above."""
    entry = next(one.name for one in name.subjects[route.programme].programme.entry_points if one.id == route.entry)
    return DOT.join(part for part in (entry, name.format(route), name.campus(route), name.options(route)) if part)
