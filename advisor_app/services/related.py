"""What else to look at beside a programme: the same field, the same school, and what one could join a year later."""

from collections.abc import Iterator
from dataclasses import dataclass

from advisor_app.domain.facets import Facet
from advisor_app.domain.student import Student
from advisor_app.domain.text import Message, msg
from advisor_app.services.browse import Query, Selection, browse
from advisor_app.services.detailed import Detailed
from advisor_app.services.listed import Listed, rows
from advisor_app.services.reader import CatalogueReader

MOST = 4
"""Programmes of each kind."""


@dataclass(frozen=True, slots=True)
class Related:
    """Programmes that have something in common with the one looked at, best for the student first; ``count`` of all there are."""

    key: str
    why: Message
    programmes: tuple[Listed, ...]
    count: int


def related(catalogue: CatalogueReader, student: Student, detailed: Detailed) -> tuple[Related, ...]:
    """The kinds for which there is anything, each programme once: in the first kind that it fits."""
    found: list[Related] = []
    shown = {detailed.subject.programme.id}
    for key, why, selected in _kinds(detailed):
        listed = browse(catalogue, student, Query(selected=selected))
        some = [one for one in rows(catalogue, listed, 0, MOST + len(shown)) if one.id not in shown][:MOST]
        if some:
            shown |= {one.id for one in some}
            found.append(Related(key, why, tuple(some), len(listed) - 1))
    return tuple(found)


def _kinds(detailed: Detailed) -> Iterator[tuple[str, Message, Selection]]:
    programme, school = detailed.subject.programme, detailed.subject.institution
    fields = frozenset(programme.fields.value or ())
    if fields:
        yield "field", msg("In the same field"), {Facet.FIELD: fields}
    yield "school", msg("At {school} too", school=school.short_name), {Facet.SCHOOL: frozenset({school.id})}
    if fields and programme.entry_points:
        later = min(entry.after for entry in programme.entry_points) + 1
        words = msg("To join a year later, at Bac+{level}", level=later)
        yield "later", words, {Facet.ENTRY: frozenset({str(later)}), Facet.FIELD: fields}
