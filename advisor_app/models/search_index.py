"""The search index: SQLite's FTS5, made with the catalogue and travelling in its file.

A line of the index is a programme; its columns are what was found where. Accents and case are folded, the last word of a query
is the beginning of one. A name weighs more than a course and a course more than prose by so much that no number of lesser hits
makes up for a better one.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, TextClause, insert, text
from sqlalchemy.sql import column, table

from advisor_app.domain.catalogue import Institution, Programme
from advisor_app.domain.facts import Fact, Point
from advisor_app.domain.reference import Reference
from advisor_app.domain.text import Text

WEIGHTS = {
    "name": 1e6,
    "school": 3e5,
    "award": 1e5,
    "field": 1e5,
    "place": 1e5,
    "course": 1e3,
    "job": 3e2,
    "skill": 1e2,
    "prose": 1.0,
}
MOST_WORDS = 12  # of a query; who types more has pasted something
LONGEST_WORD = 40  # characters

CREATE = text(
    f"CREATE VIRTUAL TABLE search USING fts5({', '.join(WEIGHTS)}, tokenize = \"unicode61 remove_diacritics 2\", prefix = '1 2 3')"
)
_TABLE = table("search", column("rowid"), *(column(name) for name in WEIGHTS))
_RANKED = text(
    "SELECT p.id FROM search JOIN programme AS p ON p.position = search.rowid WHERE search MATCH :query "  # noqa: S608 - constants
    f"ORDER BY bm25(search, {', '.join(str(weight) for weight in WEIGHTS.values())}), search.rowid LIMIT :most"
)
MATCHING = "SELECT rowid FROM search WHERE search MATCH :query"

_WORD = re.compile(r"[^\W_]+")
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae", "ß": "ss", "’": "'", "ʼ": "'"})


@dataclass(frozen=True, slots=True)
class Around:
    """What else a programme is found by: its school, and the names of fields."""

    institution: Institution
    reference: Reference


def match(words: str) -> str | None:
    """The FTS5 query for whatever somebody typed; ``None`` where there is no word in it.

    Every word stands in quotation marks, so that nothing of FTS5's own language can be typed.
    """
    found = _WORD.findall(_folded(words))[:MOST_WORDS]
    if not found:
        return None
    return " ".join(f'"{word[:LONGEST_WORD]}"' for word in found) + " *"


def ranked(connection: Connection, words: str, most: int) -> tuple[str, ...]:
    """The identifiers of the programmes in which every word is found, best first."""
    query = match(words)
    if query is None:
        return ()
    return tuple(connection.execute(_RANKED, {"query": query, "most": most}).scalars())


def add(connection: Connection, lines: Iterable[tuple[int, Programme, Around]]) -> None:
    """Puts programmes into the index, under their positions."""
    rows = [{"rowid": position, **_line(programme, around)} for position, programme, around in lines]
    if rows:
        connection.execute(insert(_TABLE), rows)


def optimise() -> TextClause:
    """Leaves the index in one piece: smaller, faster, and the same however it was filled."""
    return text("INSERT INTO search(search) VALUES ('optimize')")


def _folded(words: str) -> str:
    """Letters that unicode61 keeps apart and people do not."""
    return unicodedata.normalize("NFC", words[:10_000]).translate(_LIGATURES)


def _line(programme: Programme, around: Around) -> dict[str, str]:
    school = around.institution
    return {
        "name": _joined(programme.id, programme.name, programme.short_name, programme.aliases),
        "school": _joined(school.name, school.short_name, school.former_names, school.group),
        "award": _joined(*(_of_award(programme))),
        "field": _joined(*_of_fields(programme, around.reference)),
        "place": _joined(school.city, *(_of_campuses(programme, school))),
        "course": _joined(*_of_courses(programme)),
        "job": _joined(*(jobs.jobs for jobs in programme.jobs)),
        "skill": _joined(*((block.title, block.skills) for block in programme.skills)),
        "prose": _joined(*_of_prose(programme)),
    }


def _joined(*parts: object) -> str:
    return _folded_whole(" · ".join(dict.fromkeys(word for part in parts for word in _words(part))))


def _folded_whole(words: str) -> str:
    return unicodedata.normalize("NFC", words).translate(_LIGATURES)


def _words(part: object) -> Iterator[str]:
    match part:
        case str():
            yield part
        case Text(fr=fr, en=en):
            yield fr
            yield en
        case Point(text=words):
            yield from _words(words)
        case Fact(value=value):
            yield from _words(value)
        case tuple():
            for each in part:
                yield from _words(each)


def _of_award(programme: Programme) -> Iterator[object]:
    for award in programme.awards:
        yield award.title
        yield award.registry
        yield award.number
        yield award.nsf_codes
        if award.registry and award.number.value:
            yield f"{award.registry}{award.number.value}"
        yield tuple(party.name for party in award.parties)


def _of_fields(programme: Programme, reference: Reference) -> Iterator[object]:
    asked = programme.fields.value or ()
    for slug in asked:
        for broader in reference.broader(slug):
            if known := reference.fields.get(broader):
                yield known.name


def _of_campuses(programme: Programme, school: Institution) -> Iterator[object]:
    for campus in school.campuses:
        if campus.id in programme.campuses:
            yield campus.name
            yield campus.city


def _of_courses(programme: Programme) -> Iterator[object]:
    for block in programme.curriculum:
        yield block.title
        yield tuple(course.title for course in block.courses)
    for option in (*programme.specialisations, *programme.streams):
        yield option.name
        yield option.contents


def _of_prose(programme: Programme) -> Iterator[object]:
    yield programme.summary
    yield tuple((format_.name, format_.aliases) for format_ in programme.formats)
    yield from (programme.aims, programme.methods, programme.assessment, programme.exams, programme.strengths, programme.teachers)
    yield tuple(study.text for study in programme.further_study)
    yield tuple(partner.name for partner in programme.partners)
    yield programme.teaching_language
