"""What the place asks of the services, and their answers in words. Runs on any thread."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from advisor_app.domain.student import Student
from advisor_app.services.browse import Browsed, Query, browse
from advisor_app.services.listed import row_of as place_of
from advisor_app.services.listed import rows
from advisor_app.services.reader import CatalogueReader
from advisor_app.ui.itemmodels.programme_rows import row_of
from advisor_app.ui.itemmodels.programmes import CHUNK, Chunk
from advisor_app.wording import Translator

if TYPE_CHECKING:
    from advisor_app.services.detailed import Detailed
    from advisor_app.ui.browse.lines import Line
    from advisor_app.ui.browse.tab_titles import Tab

OpenCatalogue: TypeAlias = Callable[[], AbstractContextManager[CatalogueReader]]
"""Opens the catalogue for one piece of work, on whichever thread that runs."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A language, and the day on which ages are told."""

    words: Translator
    today: date


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found, its first rows in words, and the row of the programme that is looked at."""

    found: Browsed
    chunks: tuple[Chunk, ...]
    chosen: int | None


@dataclass(frozen=True, slots=True)
class Opened:
    """A programme, and the lines of the tab that is shown."""

    detailed: "Detailed"
    tab: "Tab"
    lines: "tuple[Line, ...]"


def find(catalogue: CatalogueReader, student: Student, query: Query, speaker: Speaker, selected: str | None) -> Answer:
    """The list for a query."""
    found = browse(catalogue, student, query)
    chosen = place_of(catalogue, found, selected) if selected else None
    starts = sorted({0, (chosen or 0) // CHUNK * CHUNK}) if found else []
    return Answer(found, tuple(put_into_words(catalogue, found, start, speaker) for start in starts), chosen)


def put_into_words(catalogue: CatalogueReader, found: Browsed, start: int, speaker: Speaker) -> Chunk:
    """The rows from ``start`` on."""
    listed = rows(catalogue, found, start, start + CHUNK)
    return Chunk(start, tuple(row_of(one, speaker.words, speaker.today) for one in listed))


def open_one(catalogue: CatalogueReader, student: Student, programme_id: str, tab: "Tab", speaker: Speaker) -> Opened:
    """The details of a programme."""
    from advisor_app.services.detailed import details  # late: the list is there before any programme is looked at whole
    from advisor_app.ui.browse.evidence import Voice
    from advisor_app.ui.browse.tabs import lines_of

    detailed = details(catalogue, student, programme_id)
    return Opened(detailed, tab, lines_of(tab, detailed, Voice(speaker.words, speaker.today, detailed.subject.sources)))


def find_related(catalogue: CatalogueReader, student: Student, detailed: "Detailed", words: Translator) -> "tuple[Line, ...]":
    """What else to look at beside a programme."""
    from advisor_app.services.related import related  # late, as above
    from advisor_app.ui.browse.related_lines import related_lines

    return tuple(related_lines(related(catalogue, student, detailed), words))
