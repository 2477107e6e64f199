"""Measures of what stands on a page, in points, as resources/sheets/parts/theme.typ has them too."""

from dataclasses import dataclass

from advisor_app.sheets.setting.faces import Face
from advisor_app.sheets.setting.paper import MM
from advisor_app.sheets.setting.wrapping import LEADING, Font

LABEL_WIDTH = 24 * MM
GUTTER = 6 * MM
COURSE_GUTTER = 5 * MM
CODE = 14 * MM
CODE_GAP = 3.4 * MM
MARK_INDENT = 3.8 * MM
DEPTH_INDENT = 3.2 * MM
STEP_INDENT = 3.4 * MM
UNDER_BIG = 1.6 * MM  # between a verdict or a price and the lines below
SUPPOSED_INDENT = 2.4 * MM
MARK_RISE = 1.8  # a verdict’s mark reaches over its word
YEAR_STRIP = 6.6 * 0.66 + 5.8 * MM
UNDER_WARNINGS = 3 * MM
HEAD_SPACING = 2 * MM
PART_GAP = 3.4 * MM
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
COURSE = Font(8.1, leading=0.4)
NOTE = Font(7.9, leading=0.44)

COST_TITLE, COST_CHART, COST_WORDS = 0.198, 0.385, 0.417  # of the page's width
COST_TITLE_GAP = 4 * MM
CHART_GAP = 5 * MM
LONGEST_BAR = 0.88  # of the chart's width
LABEL_GAP = 1.8 * MM
BAR_ROW = 6.6 * MM
BAR_ROW_PADDING = 2.0 * MM
SOURCES_WIDTH = 58 * MM
KEY_WIDTH = 44 * MM
SIGN_WIDTH = 3.6 * MM
TABLE_COLUMN = 36 * MM

MOST_LINES = 6
MOST_CELL = 64 * MM
MOST_COURSE_LINES = 4
NAME_LINES = 3
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


DENSITIES = (
    Density(8.75, LEADING, 2.2 * MM, 1.3 * MM, 1.7 * MM),
    Density(8.5, LEADING, 1.8 * MM, 1.0 * MM, 1.3 * MM),
    Density(8.25, LEADING, 1.8 * MM, 1.0 * MM, 1.3 * MM),
    Density(8.0, LEADING, 1.6 * MM, 0.85 * MM, 1.1 * MM),
    Density(8.0, 0.44, 1.4 * MM, 0.75 * MM, 0.95 * MM),
    Density(8.0, 0.44, 1.2 * MM, 0.65 * MM, 0.85 * MM),
    Density(8.0, 0.42, 1.1 * MM, 0.6 * MM, 0.8 * MM),
)
CROWDED_DENSITIES = DENSITIES[2:3]
