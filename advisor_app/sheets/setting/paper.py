"""Paper: its sizes, its margins, and the room between them."""

from dataclasses import dataclass
from enum import StrEnum

MM = 72 / 25.4


class Paper(StrEnum):
    """A comparison is set across the longer side, the other sheets along it."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its margins, in millimetres; ``width`` and ``height`` are what is left for the sheet, in points."""

    wide: float
    high: float
    top: float = 9.5
    bottom: float = 12.5
    side: float = 12.0

    @property
    def width(self) -> float:
        return (self.wide - 2 * self.side) * MM

    @property
    def height(self) -> float:
        return (self.high - self.top - self.bottom) * MM


_SIDES = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}


def across(paper: Paper) -> Page:
    """For what stands side by side."""
    short, long = _SIDES[paper]
    return Page(long, short)


def upright(paper: Paper) -> Page:
    """For what runs on from page to page; the foot takes more lines there."""
    short, long = _SIDES[paper]
    return Page(short, long, top=13.0, bottom=17.0, side=15.0)
