"""What a sheet that simply runs on from page to page prints: a programme in full, a student's summary.

Unlike a comparison it is not fitted to its pages: whatever is long takes the room it needs.
"""

from dataclasses import dataclass
from datetime import date

from advisor_app.domain.text import Lang
from advisor_app.sheets.model import Cell, Line, References, Wording


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label, and what is said under it."""

    label: str
    cell: Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading, a line that qualifies it, and what stands below."""

    title: str
    rows: tuple[Labelled, ...]
    lead: Line = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole sheet on upright paper."""

    lang: Lang
    title: str
    title_lang: Lang
    lead: tuple[Line, ...]
    occasion: str
    privacy: str
    printed_on: date
    printed: str
    sections: tuple[Section, ...]
    references: References
    foot: Line
    wording: Wording
