"""Measures of what stands on a page, in points, as resources/sheets/parts/theme.typ has them too."""

from dataclasses import dataclass, replace

from advisor_app.sheets.setting.faces import Face
from advisor_app.sheets.setting.paper import MM
from advisor_app.sheets.setting.wrapping import LEADING, Font

LABEL_WIDTH = 21 * MM
GUTTER = 5 * MM
COURSE_GUTTER = 5 * MM
LEAST_COURSES = 34 * MM  # wide
CODE = 11.5 * MM
CODE_HEIGHT = CODE + 2.6 * MM  # with what it opens
CODE_GAP = 3.4 * MM
MARK_INDENT = 3.8 * MM
DEPTH_INDENT = 3.2 * MM
STEP_INDENT = 3.4 * MM
UNDER_BIG = 1.6 * MM  # between a verdict or a price and the lines below
SUPPOSED_INDENT = 2.4 * MM
MARK_RISE = 1.8  # a verdict’s mark reaches over its word
YEAR_STRIP = 6.6 * 0.66 + 5.8 * MM
YEAR_LANE = 3.4 * MM
HEAD_SPACING = 2 * MM
STACKED = 6 * MM  # between two tables on one page
MOST_AIR = 1.4 * MM
SPARE = 5.0  # left free, as heights are reckoned to a point or two
UNDER_REMARKS = 4 * MM  # where they stand by themselves
PART_GAP = 2.2 * MM
LOGO_HEIGHT = 11 * MM

TITLE = Font(21, Face.SEMIBOLD)
STUDENT = Font(10.4)
OCCASION = Font(8.75)
NAME = Font(13, Face.SEMIBOLD, 6 / 13)
VERDICT = Font(11, Face.SEMIBOLD)
PRICE = Font(17)
COST = Font(8.25)
COST_TOTAL = Font(8.25, Face.SEMIBOLD)
BAR_LABEL = Font(7)
COURSE = Font(8.0, leading=0.4)
RUNNING = Font(7.7, leading=0.4)
NOTE = Font(7.9, leading=0.44)

COST_TITLE, COST_CHART, COST_WORDS = 0.2, 0.33, 0.47  # of the page's width
COST_TITLE_GAP = 4 * MM
CHART_GAP = 5 * MM
LONGEST_BAR = 0.88  # of the chart's width
LABEL_GAP = 1.8 * MM
SOURCES_WIDTHS = tuple(wide * MM for wide in (50, 54, 58, 64, 70))
KEY_WIDTH = 43 * MM
SIGN_WIDTH = 3.6 * MM
TABLE_COLUMN = 36 * MM

MOST_LINES = 6
MOST_CELL = 64 * MM
MOST_COURSE_LINES = 4
NAME_LINES = 3
MOVED = 2  # rows that may stand on the second page before the text is set smaller
CROWDED = 4  # programmes side by side: the columns are then too narrow for everything to stay on one page


@dataclass(frozen=True, slots=True)
class Density:
    """How close a comparison is set: the size of its text, and the space between lines, in ems.

    The other spaces are in points: between thoughts in a cell, and between a cell and the rules above and below it.
    """

    size: float
    leading: float
    thought: float
    above: float
    below: float

    @property
    def font(self) -> Font:
        return Font(self.size, leading=self.leading)

    @property
    def padding(self) -> float:
        return self.above + self.below

    def aired(self, room: float) -> "Density":
        """With so much more room in each row, as far as it does any good."""
        more = min(MOST_AIR, room)
        return replace(self, above=self.above + more * 0.4, below=self.below + more * 0.6)


@dataclass(frozen=True, slots=True)
class Spacing:
    """Of the rows of the cost: the least height of one, and what stands above and below its lines."""

    row: float
    padding: float


AIRY, CLOSE, CLOSEST = Spacing(5.6 * MM, 2.0 * MM), Spacing(4.8 * MM, 1.4 * MM), Spacing(4.3 * MM, 0.9 * MM)
SHARES = ((False, AIRY), (True, AIRY), (True, CLOSE), (True, CLOSEST))  # whether courses run on, and how close the costs stand

DENSITIES = (
    Density(8.75, LEADING, 2.2 * MM, 1.3 * MM, 1.9 * MM),
    Density(8.5, LEADING, 1.8 * MM, 1.1 * MM, 1.6 * MM),
    Density(8.25, 0.48, 1.6 * MM, 1.0 * MM, 1.5 * MM),
    Density(8.0, 0.48, 1.4 * MM, 0.9 * MM, 1.4 * MM),
    Density(8.0, 0.45, 1.1 * MM, 0.8 * MM, 1.3 * MM),
)
READABLE = DENSITIES[1]  # where a comparison takes more than its page anyway
# In this order: the size, and whether the cautions have to stand on the first page with it.
ATTEMPTS = (
    *((density, True) for density in DENSITIES[:3]),
    *((density, False) for density in DENSITIES[1:4]),
    (DENSITIES[4], False),
)
CROWDED_ATTEMPTS = ((READABLE, True),)
