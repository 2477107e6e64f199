"""Fitting what follows the comparison: the scale of the cost bars, courses in their columns, notes in two lists."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from advisor_app.sheets.charts import CostChart, CostRow, CourseGroup, Courses, CourseTable
from advisor_app.sheets.document import Document
from advisor_app.sheets.lines import Line, Run
from advisor_app.sheets.model import Entry, References, SheetModel
from advisor_app.sheets.setting import measures as ms
from advisor_app.sheets.setting.faces import width
from advisor_app.sheets.setting.fitting import ELLIPSIS, Notes, Table, fit_table
from advisor_app.sheets.setting.paper import MM, Page
from advisor_app.sheets.setting.wrapping import clamped, lines_of

BETWEEN_NOTES = 1.3 * MM
KEY_LINES = 11
LEAST_LEFT = 60 * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """All that the template needs besides the words. ``unit`` is how many points of bar stand for one unit of money.

    ``cut`` is how many notes the first of two lists has; ``order`` names the parts after the comparison, ``starts`` those that
    begin a page, ``whole`` those that stand on one.
    """

    table: Table
    unit: float
    cost_heights: tuple[float, ...]
    long: tuple[Entry, ...]
    cut: int
    order: tuple[str, ...]
    starts: tuple[str, ...]
    whole: tuple[str, ...]


def fit(model: SheetModel, page: Page) -> tuple[SheetModel, Layout]:
    """The sheet as it is printed, and how. Whatever was too long for its place is whole among the notes."""
    model, table, notes = fit_table(_titled(model, page), page, len(model.references.notes))
    cost, heights = _cost(model.cost, notes, page) if model.cost else (None, ())
    long = notes.entries()
    others = (
        (_cost_height(cost, heights, page) if cost else 0.0) + _references_height(model.references, long, page) + 2 * ms.PART_GAP
    )
    courses = _courses(model.courses, page.height - others, page.width) if model.courses else None
    parts = {
        "cost": _cost_height(cost, heights, page) if cost else 0.0,
        "courses": _courses_height(courses, page.width) if courses else 0.0,
        "references": _references_height(model.references, long, page),
    }
    order = _order(parts, table.used, page.height)
    layout = Layout(
        table=table,
        unit=_unit(cost, page) if cost and cost.ticks else 1.0,
        cost_heights=heights,
        long=long,
        cut=_cut(model.references.notes, page),
        order=order,
        starts=_starts(parts, table.used, order, page.height),
        whole=tuple(name for name, high in parts.items() if high <= page.height),
    )
    return replace(model, cost=cost, courses=courses), layout


@dataclass(frozen=True, slots=True, kw_only=True)
class Upright:
    """What the template needs for a sheet that runs on: the scale of its cost bars, and the texts that these had no room for."""

    unit: float
    cost_heights: tuple[float, ...]
    long: tuple[Entry, ...]
    cut: int


def fit_document(document: Document, page: Page) -> tuple[Document, Upright]:
    """Only the chart of costs is fitted; all else takes the room that it needs."""
    notes = Notes(document.wording, len(document.references.notes) + 1)
    cost, heights = _cost(document.cost, notes, page) if document.cost else (None, ())
    unit = _unit(cost, page) if cost and cost.ticks else 1.0
    half = -(-len(document.references.notes) // 2)
    return replace(document, cost=cost), Upright(unit=unit, cost_heights=heights, long=notes.entries(), cut=half)


def _titled(model: SheetModel, page: Page) -> SheetModel:
    """Title and student in two lines at most; a title is the program's own and always fits."""
    student, supposed = (_two_lines(words, page.title_width) for words in (model.student, model.supposed))
    return replace(model, student=student, supposed=supposed)


def _two_lines(words: str, wide: float) -> str:
    (line, *_), *_ = clamped(((Run(words),),), wide, ms.STUDENT, 2, ELLIPSIS)
    return "".join(part.text for part in line if isinstance(part, Run))


def _order(parts: dict[str, float], used: float, high: float) -> tuple[str, ...]:
    """Costs, courses, sources; where the courses need a page of their own, the sources first if they still fit with the costs."""
    taken = used + parts["cost"] + ms.PART_GAP
    alone = taken + parts["references"] <= high < taken + parts["courses"]
    return ("cost", "references", "courses") if alone else ("cost", "courses", "references")


def _starts(parts: dict[str, float], used: float, order: tuple[str, ...], high: float) -> tuple[str, ...]:
    """Courses that run over several pages begin one, rather than with a line or two at the foot of the one before."""
    taken = used + sum(parts[name] + ms.PART_GAP for name in order[: order.index("courses")])
    left = high - taken % high
    return ("courses",) if parts["courses"] > left and left < LEAST_LEFT else ()


# --- costs


def _cost(chart: CostChart, notes: Notes, page: Page) -> tuple[CostChart, tuple[float, ...]]:
    unit = _unit(chart, page) if chart.ticks else 1.0
    rows, heights = [], []
    for row in chart.rows:
        title, title_lines, _ = clamped(row.title, page.width * ms.COST_TITLE - ms.COST_TITLE_GAP, ms.COST, ms.MOST_LINES, ELLIPSIS)
        words, lines = notes.fit_counted(row.words, page.width * ms.COST_WORDS, ms.COST)
        segments = tuple(
            part if width(part.label) * ms.BAR_LABEL.size + 1.6 * MM <= part.amount * unit else replace(part, label="")
            for part in row.segments
        )
        rows.append(replace(row, title=title, words=words, segments=segments))
        heights.append(max(ms.BAR_ROW, ms.COST.height(max(lines, title_lines)) + ms.BAR_ROW_PADDING))
    return replace(chart, rows=tuple(rows)), tuple(heights)


def _amount(row: CostRow) -> float:
    return sum(part.amount for part in row.segments)


def _unit(chart: CostChart, page: Page) -> float:
    """The largest scale on which every bar and the words behind it have room."""
    rows = [row for row in chart.rows if _amount(row) > 0]
    wide = page.width * ms.COST_CHART - ms.CHART_GAP
    beside = (wide - width(row.printed, ms.COST_TOTAL.face) * ms.COST_TOTAL.size - 1.5 * ms.LABEL_GAP for row in rows)
    return min(
        wide * ms.LONGEST_BAR / chart.ticks[-1].value, *(room / _amount(row) for room, row in zip(beside, rows, strict=True))
    )


def _cost_height(cost: CostChart, heights: Sequence[float], page: Page) -> float:
    besides = ms.COST.height(lines_of(cost.besides, page.width, ms.COST)) + 1.4 * MM if cost.besides else 0.0
    return 13.4 * 0.66 + 5 * MM + ms.COST.height(1) + sum(heights) + besides


# --- courses


def _courses(courses: Courses, room: float, wide: float) -> Courses:
    """As lists, or as text that runs on where lists would not leave room for costs and sources on the same page."""
    courses = replace(courses, table=_table(courses.table, wide) if courses.table else None)
    listed = _columns(courses, wide)
    return listed if _courses_height(listed, wide) <= room else _columns(replace(courses, running=True), wide)


def _columns(courses: Courses, wide: float) -> Courses:
    groups = (replace(group, items=_items(group.items, _item_width(courses, group, wide))) for group in courses.groups)
    return replace(courses, groups=tuple(groups))


def _column(courses: Courses, wide: float) -> float:
    return (wide - (courses.columns - 1) * ms.COURSE_GUTTER) / courses.columns


def _item_width(courses: Courses, group: CourseGroup, wide: float) -> float:
    return _group_width(courses, group, wide) if courses.running else _column(courses, wide) - MM


def _group_width(courses: Courses, group: CourseGroup, wide: float) -> float:
    return group.columns * _column(courses, wide) + (group.columns - 1) * ms.COURSE_GUTTER


def _table(courses: CourseTable, wide: float) -> CourseTable:
    first = wide - ms.TABLE_COLUMN * len(courses.heads)
    titles = _items(tuple(line.title for line in courses.lines), first)
    heads = (clamped(((Run(head),),), ms.TABLE_COLUMN - 3 * MM, ms.COURSE, 3, ELLIPSIS)[0] for head in courses.heads)
    return replace(
        courses,
        heads=tuple("".join(part.text for part in line if isinstance(part, Run)) for (line, *_) in heads),
        lines=tuple(replace(line, title=title) for line, title in zip(courses.lines, titles, strict=True)),
    )


def _items(items: tuple[Line, ...], wide: float) -> tuple[Line, ...]:
    return tuple(clamped((item,), wide, ms.COURSE, ms.MOST_COURSE_LINES, ELLIPSIS)[0][0] for item in items)


def _courses_height(courses: Courses, wide: float) -> float:
    head = 13.4 * 0.66 + 6.8 * MM
    table = (len(courses.table.lines) + 2) * (ms.COURSE.height(1) + 1.7 * MM) if courses.table else 0.0
    return head + table + max((_group_height(courses, group, wide) for group in courses.groups), default=0.0)


def _group_height(courses: Courses, group: CourseGroup, wide: float) -> float:
    heading = ms.COURSE.height(1 + lines_of((group.heading,), _group_width(courses, group, wide), ms.COURSE)) + 3 * MM
    if courses.running:
        every = tuple(part for item in group.items for part in (*item, Run(" · ")))
        return heading + ms.COURSE.height(lines_of((every,), _group_width(courses, group, wide), ms.COURSE))
    share = -(-len(group.items) // group.columns)
    chunks = (group.items[start : start + share] for start in range(0, len(group.items), share))
    longest = max(sum(lines_of((item,), _item_width(courses, group, wide), ms.COURSE) for item in chunk) for chunk in chunks)
    return heading + ms.COURSE.size * 1.12 * longest


# --- sources and notes


def _note_height(entry: Entry, wide: float) -> float:
    return ms.NOTE.height(lines_of((entry.line,), wide - ms.SIGN_WIDTH, ms.NOTE)) + BETWEEN_NOTES


def _notes_width(page: Page) -> float:
    return (page.width - ms.SOURCES_WIDTH - ms.KEY_WIDTH - 3 * ms.COURSE_GUTTER) / 2


def _cut(notes: tuple[Entry, ...], page: Page) -> int:
    """How many notes stand in the first of two lists of about the same height."""
    heights = [_note_height(note, _notes_width(page)) for note in notes]
    return min(range(len(notes) + 1), key=lambda count: max(sum(heights[:count]), sum(heights[count:])))


def _references_height(references: References, long: tuple[Entry, ...], page: Page) -> float:
    cut = _cut(references.notes, page)
    sides = (references.notes[:cut], references.notes[cut:])
    notes = max(sum(_note_height(note, _notes_width(page)) for note in side) for side in sides)
    sources = sum(_note_height(source, ms.SOURCES_WIDTH) for source in references.sources)
    whole = sum(_note_height(entry, page.width) for entry in long)
    return 5.8 * MM + max(notes, sources, ms.NOTE.height(KEY_LINES)) + whole
