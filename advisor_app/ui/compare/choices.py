"""What can still be put beside the columns: programmes by their best route, and exact routes. Needs no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from advisor_app.domain.routes import Route, routes_of
from advisor_app.services.compare import Column
from advisor_app.services.reader import CatalogueReader, programmes, subject
from advisor_app.ui.itemmodels.naming import DOT, Namer
from advisor_app.wording import Translator


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    column: Column
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeChoices:
    """A programme: ``best`` stands for it whole and is missing where it is in the comparison already."""

    name: str
    best: Choice | None
    routes: tuple[Choice, ...]


def choices(catalogue: CatalogueReader, there: Sequence[Column], words: Translator, today: date) -> tuple[ProgrammeChoices, ...]:
    """Everything that is not yet in the comparison."""
    subjects = {one.id: subject(catalogue, one) for one in programmes(catalogue)}
    name = Namer(words, subjects, today)
    found = (_of(programme, there, name) for programme in subjects)
    return tuple(one for one in found if one.best or one.routes)


def _of(programme: str, there: Sequence[Column], name: Namer) -> ProgrammeChoices:
    whole = Column(programme=programme)
    exact = (Column(programme=programme, route=route) for route in routes_of(name.subjects[programme].programme))
    return ProgrammeChoices(
        name=name.programme(programme),
        best=None if whole in there else Choice(column=whole, words=name.tr.tr("The route that suits best")),
        routes=tuple(Choice(column=one, words=_said(one.route, name)) for one in exact if one not in there and one.route),
    )


def _said(route: Route, name: Namer) -> str:
    """Entry, format, campus and options: the programme is said above."""
    entry = next(one.name for one in name.subjects[route.programme].programme.entry_points if one.id == route.entry)
    return DOT.join(part for part in (entry, name.format(route), name.campus(route), name.options(route)) if part)
