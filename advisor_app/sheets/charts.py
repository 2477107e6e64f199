"""What the charts of a sheet draw and say: the cost from entry to award, and the courses shared and unique."""

from dataclasses import dataclass
from enum import StrEnum

from advisor_app.sheets.lines import Line


class Fill(StrEnum):
    """Who pays and how sure that is: told apart without colour."""

    FAMILY = "family"
    EMPLOYER = "employer"
    EMPLOYER_UNCONFIRMED = "employer_unconfirmed"
    UNCONFIRMED = "unconfirmed"
    BETWEEN = "between"
    CLOSED = "closed"


# --- the cost


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a cost bar, in units of the scale; ``label`` is printed inside it."""

    amount: float
    fill: Fill
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CostRow:
    """One way to study and what it costs. ``printed`` stands at the end of the bar; ``alt`` gives the bar's figures in words.

    ``closed``: the law does not let this student take it, so that its figures are no offer.
    """

    title: tuple[Line, ...]
    segments: tuple[Segment, ...]
    printed: str
    words: tuple[Line, ...]
    alt: str
    opens_group: bool = False
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Legend:
    fill: Fill
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CostChart:
    """Bars on one scale from zero. Without ticks no amount is known in a single currency and no bar is drawn.

    ``without`` is what no sheet counts, ``besides`` what no bar holds because the school does not ask for it.
    """

    title: str
    legend: tuple[Legend, ...]
    heading: str
    scale_heading: str
    words_heading: str
    ticks: tuple[Tick, ...]
    rows: tuple[CostRow, ...]
    besides: tuple[Line, ...] = ()
    without: str = ""


# --- the courses


@dataclass(frozen=True, slots=True)
class Bar:
    """A programme over the groups ``first`` to ``last`` (from 0); overlapping bars lie in different ``lane`` s."""

    first: int
    last: int
    lane: int = 0


@dataclass(frozen=True, slots=True)
class CourseGroup:
    """Courses of one programme alone, or of two together, over ``columns`` of the page's columns."""

    heading: Line
    count: str
    items: tuple[Line, ...]
    columns: int = 1


@dataclass(frozen=True, slots=True)
class CourseLine:
    """One course and, for each programme, whether it is taught there."""

    title: Line
    taught: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseTable:
    """The courses that several of many programmes share, one line each."""

    heading: str
    heads: tuple[str, ...]
    lines: tuple[CourseLine, ...]
    yes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Courses:
    """Lists over columns. Bars over them overlap where courses are shared; where bars cannot show it a ``table`` does.

    Long lists may be set as ``running`` text.
    """

    title: str
    hint: str
    columns: int
    bars: tuple[Bar, ...]
    groups: tuple[CourseGroup, ...]
    table: CourseTable | None = None
    running: bool = False
