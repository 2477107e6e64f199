"""What a sheet that simply runs on from page to page prints: a programme in full, a student's summary.

Unlike a comparison it is not fitted to its pages: whatever is long takes the room it needs.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from advisor_app.domain.text import Lang
from advisor_app.sheets.charts import CostChart
from advisor_app.sheets.lines import Line
from advisor_app.sheets.model import Cell, Mark, References, Remark, Wording


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label, and what is said under it."""

    label: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class Rows:
    """Labels on the left, what is said on the right."""

    rows: tuple[Labelled, ...]
    kind: Literal["rows"] = "rows"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table with heads, repeated on every page that it takes. ``shares`` are the columns' parts of the width."""

    heads: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    kind: Literal["grid"] = "grid"


@dataclass(frozen=True, slots=True)
class Lists:
    """A heading and a list, several times, flowing through as many columns as the page has room for."""

    lists: tuple[tuple[Line, tuple[Line, ...]], ...]
    kind: Literal["lists"] = "lists"


@dataclass(frozen=True, slots=True)
class Chart:
    """The chart of costs stands here."""

    kind: Literal["chart"] = "chart"


Part: TypeAlias = Rows | Grid | Lists | Chart


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading, a line that qualifies it, and what stands below.

    ``compact``: looked up rather than read, so set in two columns. ``mark`` is that of a verdict which the title names.
    """

    title: str
    parts: tuple[Part, ...]
    lead: Line = ()
    compact: bool = False
    mark: Mark | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole sheet on upright paper. ``over`` stands above the title, ``lead`` under it, ``supposed`` names a what-if."""

    lang: Lang
    title: str
    title_lang: Lang
    over: str
    lead: tuple[Line, ...]
    student: str
    supposed: str
    occasion: str
    privacy: str
    printed_on: date
    printed: str
    remarks: tuple[Remark, ...]
    sections: tuple[Section, ...]
    cost: CostChart | None
    references: References
    foot: Line
    wording: Wording
