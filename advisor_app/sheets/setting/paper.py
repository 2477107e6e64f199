"""Paper: its sizes, its margins, and the room between them."""

from dataclasses import dataclass
from enum import StrEnum

MM = 72 / 25.4
TITLE_SHARE = 0.66
LOGO, LOGO_GAP = 34.0, 4.0


class Paper(StrEnum):
    """A comparison is set across the longer side, the other sheets along it."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its margins, in millimetres; ``width`` and ``height`` are what is left for the sheet, in points.

    ``logo`` is the width kept for a logo beside the title, ``text`` the size in points where it is not fitted to the page.
    """

    wide: float
    high: float
    top: float = 9.0
    bottom: float = 10.2
    side: float = 11.0
    logo: float = 0.0
    text: float = 9.0

    @property
    def width(self) -> float:
        return (self.wide - 2 * self.side) * MM

    @property
    def title_width(self) -> float:
        """For the title and what the student told us; beside it stand the occasion and the logo."""
        return self.width * TITLE_SHARE

    @property
    def occasion_width(self) -> float:
        return self.width - self.title_width - (self.logo + LOGO_GAP if self.logo else 0) * MM

    @property
    def height(self) -> float:
        return (self.high - self.top - self.bottom) * MM


_SIDES = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}


def across(paper: Paper, *, logo: bool = False) -> Page:
    """For what stands side by side."""
    short, long = _SIDES[paper]
    return Page(long, short, logo=LOGO if logo else 0.0)


# Margins at top, bottom and side, and the size of the text: ever closer.
UPRIGHT = ((13.0, 17.0, 15.0, 9.0), (10.5, 16.0, 13.5, 8.7), (9.5, 15.0, 12.5, 8.4), (9.0, 14.5, 12.0, 8.2))


def upright(paper: Paper, *, logo: bool = False, close: int = 0) -> Page:
    """For what runs on from page to page; the foot takes more lines there. ``close``: how much more stands on each page."""
    short, long = _SIDES[paper]
    top, bottom, side, text = UPRIGHT[close]
    return Page(short, long, top=top, bottom=bottom, side=side, logo=LOGO if logo else 0.0, text=text)
