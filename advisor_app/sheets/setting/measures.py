"""Measures of what stands on a page, in points, as resources/sheets/parts/theme.typ has them too."""

from advisor_app.sheets.setting.faces import Face
from advisor_app.sheets.setting.paper import MM
from advisor_app.sheets.setting.wrapping import Font

LABEL_WIDTH = 24 * MM
GUTTER = 6 * MM
COURSE_GUTTER = 5 * MM
CODE = 15.6 * MM
CODE_GAP = 3.4 * MM
MARK_INDENT = 3.8 * MM
DEPTH_INDENT = 3.2 * MM
STEP_INDENT = 3.4 * MM
UNDER_BIG = 1.6 * MM  # between a verdict or a price and the lines below
MARK_RISE = 1.8  # a verdict’s mark reaches over its word
YEAR_STRIP = 6.6 * 0.66 + 5.8 * MM
HEAD_SPACING = 2 * MM
PART_GAP = 3.4 * MM
TITLE_WIDTH = 0.7  # of the page, for the title and the line on the student

TITLE = Font(21, Face.SEMIBOLD)
STUDENT = Font(10.4)
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
BAR_ROW_PADDING = 2.5 * MM
SOURCES_WIDTH = 62 * MM
KEY_WIDTH = 46 * MM
SIGN_WIDTH = 3.6 * MM
TABLE_COLUMN = 36 * MM

MOST_LINES = 6
MOST_CELL = 64 * MM
MOST_COURSE_LINES = 4
NAME_LINES = 3
SIZES = (8.75, 8.5, 8.25, 8.0)
CROWDED_SIZES = (8.25,)
CROWDED = 4  # programmes from which the columns are too narrow for everything to stay on one page


def thought(size: float) -> float:
    """Between two thoughts in a cell."""
    return (1.6 if size < 8.1 else 1.8 if size < 8.6 else 2.2) * MM


def inset(size: float) -> tuple[float, float]:
    """Between a cell and the rules above and below it: smaller text stands closer."""
    if size < 8.1:
        return 0.85 * MM, 1.1 * MM
    return (1 * MM, 1.3 * MM) if size < 8.6 else (1.3 * MM, 1.7 * MM)
