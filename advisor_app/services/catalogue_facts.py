"""What the open catalogue holds, counted: programmes, schools, sources by age, doubts by severity."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from advisor_app.domain.age import STALE_AFTER_MONTHS, months_old
from advisor_app.domain.facets import Facet
from advisor_app.domain.facts import Severity, Source
from advisor_app.domain.student import Student
from advisor_app.domain.text import Message, Value, msg
from advisor_app.services.browse import FacetValues, Query, browse
from advisor_app.services.reader import CatalogueReader

MOST_BARS = 8
_CHARTS = (Facet.SCHOOL, Facet.FIELD, Facet.ENTRY, Facet.FORMAT, Facet.AWARD, Facet.LANGUAGE, Facet.PRICE)

_RANKED = (Facet.SCHOOL, Facet.FIELD)
"""Of these the largest comes first; the others have an order of their own."""


class CountedCatalogue(CatalogueReader, Protocol):
    """An open catalogue that counts its doubts."""

    def flag_counts(self) -> dict[Severity, int]: ...


@dataclass(frozen=True, slots=True)
class Bar:
    """``grave``: what it counts asks for care."""

    label: Value
    count: int
    grave: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """``left_out``: how many values have no bar of their own."""

    key: str
    title: Message
    bars: tuple[Bar, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueFacts:
    version: str
    dated: date
    figures: tuple[tuple[Message, int], ...]
    charts: tuple[Chart, ...]


TITLES: dict[Facet, Message] = {
    Facet.SCHOOL: msg("Programmes by school"),
    Facet.FIELD: msg("Programmes by field"),
    Facet.ENTRY: msg("Programmes by entry level"),
    Facet.FORMAT: msg("Programmes by format"),
    Facet.AWARD: msg("Programmes by award and recognition"),
    Facet.LANGUAGE: msg("Programmes by teaching language"),
    Facet.PRICE: msg("Programmes by tuition"),
}
_SEVERITIES: dict[Severity, Message] = {
    Severity.A: msg("change an answer"),
    Severity.B: msg("touch a fact that is shown"),
    Severity.C: msg("without consequence"),
}
_AGES: tuple[tuple[int, Message], ...] = (
    (6, msg("under 6 months")),
    (12, msg("6 to 12 months")),
    (STALE_AFTER_MONTHS + 1, msg("1 to 2 years")),
)
_OLDER, _UNDATED = msg("over 2 years: check again"), msg("no date: check again")


def catalogue_facts(catalogue: CountedCatalogue, today: date) -> CatalogueFacts:
    """Counts everything; ages are those of ``today``."""
    found = browse(catalogue, Student(), Query())
    sources, flags = catalogue.sources(), catalogue.flag_counts()
    figures = (
        (msg("programmes"), found.total),
        (msg("schools"), len(found.facets[Facet.SCHOOL])),
        (msg("campuses"), len(catalogue.campus_ids())),
        (msg("routes"), found.routes),
        (msg("sources"), len(sources)),
        (msg("doubts about pages"), sum(flags.values())),
    )
    doubts = tuple(Bar(_SEVERITIES[each], flags.get(each, 0), each is Severity.A) for each in Severity)
    charts = (
        Chart(key="ages", title=msg("Sources by age"), bars=source_ages(tuple(sources.values()), today)),
        Chart(key="doubts", title=msg("Doubts by what they do"), bars=doubts),
        *(_chart(facet, found.facets[facet]) for facet in _CHARTS),
    )
    return CatalogueFacts(version=catalogue.version, dated=catalogue.dated, figures=figures, charts=charts)


def source_ages(sources: tuple[Source, ...], today: date) -> tuple[Bar, ...]:
    """How many sources there are of each age, the youngest first."""
    counts = Counter(_age(source, today) for source in sources)
    labels = [*(label for _, label in _AGES), _OLDER, _UNDATED]
    return tuple(Bar(label, counts[label], grave=label in (_OLDER, _UNDATED)) for label in labels)


def _age(source: Source, today: date) -> Message:
    if source.dated is None:
        return _UNDATED
    months = months_old(source.dated, today)
    return next((label for below, label in _AGES if months < below), _OLDER)


def _chart(facet: Facet, values: FacetValues) -> Chart:
    shown = values.leading(MOST_BARS)
    if facet in _RANKED:
        shown = tuple(sorted(shown, key=lambda value: -value.count))
    bars = tuple(Bar(value.label, value.count) for value in shown)
    return Chart(key=facet.value, title=TITLES[facet], bars=bars, left_out=len(values) - len(shown))
