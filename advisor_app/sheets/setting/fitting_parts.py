"""Fitting what follows the comparison: the scale of the cost bars, courses in their columns, notes in two lists."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from advisor_app.sheets.charts import CostChart, CostRow, CourseGroup, Courses, CourseTable
from advisor_app.sheets.document import Document
from advisor_app.sheets.lines import Line, Run, Style
from advisor_app.sheets.model import Entry, Key, References, Remark, SheetModel
from advisor_app.sheets.setting import measures as ms
from advisor_app.sheets.setting.faces import width
from advisor_app.sheets.setting.fitting import ELLIPSIS, Notes, Table, fit_table
from advisor_app.sheets.setting.paper import MM, Page
from advisor_app.sheets.setting.wrapping import clamped, lines_of

BETWEEN_NOTES = 1.3 * MM
UNDER_FLAGS = 2.4 * MM
ROUNDS = 4  # of evening out


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """All that the template needs besides the words. ``unit`` is how many points of bar stand for one unit of money.

    ``cautions_on`` is the page that has the cautions, 0 where the first has them all.
    ``cut`` is how many notes the first of two lists has, ``flags`` are the remarks above them; ``order`` names the parts after the
    comparison, ``starts`` those that begin a page, ``whole`` those that stand on one.
    """

    table: Table
    cautions_on: int
    unit: float
    cost_heights: tuple[float, ...]
    course_widths: tuple[float, ...]
    long: tuple[Entry, ...]
    flags: tuple[int, ...]
    sources_width: float
    cut: int
    order: tuple[str, ...]
    starts: tuple[str, ...]
    whole: tuple[str, ...]


def fit(model: SheetModel, page: Page) -> tuple[SheetModel, Layout]:
    """The sheet as it is printed, and how. Whatever was too long for its place is whole among the notes."""
    model, table, notes = fit_table(_titled(model, page), page, len(model.references.notes))
    cost, rows = _cost(model.cost, notes, page) if model.cost else (None, ())
    long = notes.entries()
    flags = tuple(place for place, remark in enumerate(model.remarks) if remark.warning and place not in table.under)
    looked_up = _looked_up(model, flags, long, page)
    besides = page.height - table.used - looked_up.height
    courses, heights = _shared_out(model.courses, cost, rows, besides, page)
    parts = {
        "cost": _cost_height(cost, heights, page) + ms.PART_GAP if cost else 0.0,
        "courses": _courses_height(courses, page.width) + ms.PART_GAP if courses else 0.0,
        "references": looked_up.height,
    }
    order, starts = _order(parts, table.used, page.height), _starts(parts, table.used, page.height)
    layout = Layout(
        table=table,
        cautions_on=_cautions_on(model, table, _page_of_sources(parts, order, starts, table, page.height)),
        unit=_unit(cost, page) if cost and cost.ticks else 1.0,
        cost_heights=heights,
        course_widths=_group_widths(courses, page.width) if courses else (),
        long=long,
        flags=flags,
        sources_width=looked_up.sources_width,
        cut=looked_up.cut,
        order=order,
        starts=starts,
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
    cost, rows = _cost(document.cost, notes, page) if document.cost else (None, ())
    heights = tuple(max(ms.AIRY.row, ms.COST.height(lines) + ms.AIRY.padding) for lines in rows)
    unit = _unit(cost, page) if cost and cost.ticks else 1.0
    half = -(-len(document.references.notes) // 2)
    return replace(document, cost=cost), Upright(unit=unit, cost_heights=heights, long=notes.entries(), cut=half)


def _shared_out(
    courses: Courses | None, cost: CostChart | None, rows: Sequence[int], room: float, page: Page
) -> tuple[Courses | None, tuple[float, ...]]:
    """Courses and the heights of the cost's rows that fit into the room beside the sources, the airiest first."""
    found: tuple[Courses | None, tuple[float, ...]] = (None, ())
    for running, spacing in ms.SHARES:
        heights = tuple(max(spacing.row, ms.COST.height(lines) + spacing.padding) for lines in rows)
        taken = _cost_height(cost, heights, page) + ms.PART_GAP if cost else 0.0
        set_ = _clamped(replace(courses, running=running), page.width) if courses else None
        found = found if found[1] or found[0] else (set_, heights)
        if taken + (_courses_height(set_, page.width) + ms.PART_GAP if set_ else 0.0) <= room:
            return set_, heights
    return found


def _titled(model: SheetModel, page: Page) -> SheetModel:
    """Title and student in two lines at most; a title is the program's own and always fits."""
    student, supposed = (_two_lines(words, page.width) for words in (model.student, model.supposed))
    return replace(model, student=student, supposed=supposed)


def _two_lines(words: str, wide: float) -> str:
    (line, *_), *_ = clamped(((Run(words),),), wide, ms.STUDENT, 2, ELLIPSIS)
    return "".join(part.text for part in line if isinstance(part, Run))


def _order(parts: dict[str, float], used: float, high: float) -> tuple[str, ...]:
    """Sources last; but where not all has room, the higher of courses and sources on a page of its own, if the other fits."""
    taken = used % high + parts["cost"]
    if taken + parts["courses"] + parts["references"] <= high or parts["courses"] <= parts["references"]:
        return ("cost", "courses", "references")
    alone = taken + parts["references"] + 2 * ms.SPARE <= high
    return ("cost", "references", "courses") if alone else ("cost", "courses", "references")


def _starts(parts: dict[str, float], used: float, high: float) -> tuple[str, ...]:
    """Where not all fits on one page, courses begin the next, so that the sources do not stand alone on a last one."""
    if used % high + sum(parts.values()) <= high:
        return ()
    before = (used + parts["cost"]) % high
    last = min(parts["courses"], parts["references"])
    return () if before + last + 2 * ms.SPARE <= high else ("courses",)


def _page_of_sources(parts: dict[str, float], order: tuple[str, ...], starts: tuple[str, ...], table: Table, high: float) -> int:
    """What has room on no page runs on from the one that it begins on."""
    number, used = (2, 0.0) if table.count == 1 else (table.count, table.used)
    for name in order:
        if name in starts or used + parts[name] > high >= parts[name]:
            number, used = number + 1, 0.0
        if name == "references":
            break
        number, used = number + int((used + parts[name]) // high), (used + parts[name]) % high
    return number


def _cautions_on(model: SheetModel, table: Table, sources: int) -> int:
    places = [place for place, remark in enumerate(model.remarks) if remark.warning]
    if all(place in table.under for place in places):
        return table.count if table.count > 1 and places else 0
    return sources


# --- costs


def _cost(chart: CostChart, notes: Notes, page: Page) -> tuple[CostChart, tuple[int, ...]]:
    """The chart, cut where texts are too long, and how many lines each row takes."""
    unit = _unit(chart, page) if chart.ticks else 1.0
    rows, counts = [], []
    for row in chart.rows:
        title, title_lines, _ = clamped(row.title, page.width * ms.COST_TITLE - ms.COST_TITLE_GAP, ms.COST, ms.MOST_LINES, ELLIPSIS)
        words, lines = notes.fit_counted(row.words, page.width * ms.COST_WORDS, ms.COST)
        segments = tuple(
            part if width(part.label) * ms.BAR_LABEL.size + 1.6 * MM <= part.amount * unit else replace(part, label="")
            for part in row.segments
        )
        rows.append(replace(row, title=title, words=words, segments=segments))
        counts.append(max(lines, title_lines))
    return replace(chart, rows=tuple(rows)), tuple(counts)


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


def _clamped(courses: Courses, wide: float) -> Courses:
    courses = replace(courses, table=_table(courses.table, wide) if courses.table else None)
    widths = zip(courses.groups, _group_widths(courses, wide), strict=True)
    groups = (replace(group, items=_items(group.items, _item_width(courses, group, own))) for group, own in widths)
    return replace(courses, groups=tuple(groups))


def _group_widths(courses: Courses, wide: float) -> tuple[float, ...]:
    """Of lists so many of the page's columns; of text that runs on as much as makes all of about the same height."""
    column = (wide - (courses.columns - 1) * ms.COURSE_GUTTER) / courses.columns
    if not courses.running:
        return tuple(group.columns * column + (group.columns - 1) * ms.COURSE_GUTTER for group in courses.groups)
    room = wide - (len(courses.groups) - 1) * ms.COURSE_GUTTER
    widths = [room / len(courses.groups)] * len(courses.groups)
    for _ in range(ROUNDS):
        heights = [_group_height(courses, group, own) for group, own in zip(courses.groups, widths, strict=True)]
        wanted = [max(ms.LEAST_COURSES, own * height) for own, height in zip(widths, heights, strict=True)]
        widths = [own * room / sum(wanted) for own in wanted]
    return tuple(widths)


def _item_width(courses: Courses, group: CourseGroup, wide: float) -> float:
    return wide if courses.running else (wide - (group.columns - 1) * ms.COURSE_GUTTER) / group.columns - MM


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
    widths = zip(courses.groups, _group_widths(courses, wide), strict=True)
    return head + table + max((_group_height(courses, group, own) for group, own in widths), default=0.0)


def _group_height(courses: Courses, group: CourseGroup, wide: float) -> float:
    heading = ms.COURSE.height(1 + lines_of((group.heading,), wide, ms.COURSE)) + 3 * MM
    if courses.running:
        every = tuple(part for item in group.items for part in (*item, Run("\u00a0· ", Style.STRONG)))
        return heading + ms.RUNNING.height(lines_of((every,), wide, ms.RUNNING))
    share = -(-len(group.items) // group.columns)
    chunks = (group.items[start : start + share] for start in range(0, len(group.items), share))
    longest = max(sum(lines_of((item,), _item_width(courses, group, wide), ms.COURSE) for item in chunk) for chunk in chunks)
    return heading + ms.COURSE.size * 1.12 * longest


# --- sources and notes


@dataclass(frozen=True, slots=True)
class _LookedUp:
    """Sources, key and notes side by side: how wide the sources are, how many notes the first of their two lists has."""

    sources_width: float
    cut: int
    height: float


def _looked_up(model: SheetModel, flags: tuple[int, ...], long: tuple[Entry, ...], page: Page) -> _LookedUp:
    """As wide as makes them the least high; under them the whole texts that a cell had no room for."""
    lines = tuple(_run_in(model.remarks[place]) for place in flags)
    whole = sum(_entry_height(entry, page.width) for entry in long)
    found = (_side_by_side(model.references, lines, wide, page) for wide in ms.SOURCES_WIDTHS)
    best = min(found, key=lambda one: one.height)
    return replace(best, height=best.height + whole + _terms_height(model.references, page))


def _terms_height(references: References, page: Page) -> float:
    """They run in, over the width of the page."""
    if not references.terms:
        return 0.0
    between = Run("\u2003")
    said = (Run(f"{references.terms_title} mm "), *(part for term in references.terms for part in (*term, between)))
    return ms.NOTE.height(lines_of((said,), page.width, ms.NOTE)) + 2 * MM


def _run_in(remark: Remark) -> Line:
    """A caution as one paragraph, with its sign and label in front."""
    said = tuple(part for line in remark.lines for part in (*line, Run("\u2003")))
    return (Run(f"mm {remark.label} mm "), *said)


def _side_by_side(references: References, flags: tuple[Line, ...], sources_width: float, page: Page) -> _LookedUp:
    both = page.width - sources_width - ms.KEY_WIDTH - 2 * ms.COURSE_GUTTER
    heights = [_entry_height(note, (both - ms.COURSE_GUTTER) / 2) for note in references.notes]
    cut = min(range(len(heights) + 1), key=lambda count: max(sum(heights[:count]), sum(heights[count:])))
    notes = max(sum(heights[:cut]), sum(heights[cut:]))
    above = ms.NOTE.height(lines_of(flags, both, ms.NOTE)) + (len(flags) - 1) * BETWEEN_NOTES + UNDER_FLAGS if flags else 0.0
    sources = sum(_entry_height(source, sources_width) for source in references.sources)
    unaddressed = ms.NOTE.height(lines_of((references.unaddressed,), sources_width, ms.NOTE)) if references.unaddressed else 0.0
    highest = max(above + notes, sources + unaddressed, _key_height(references.key))
    return _LookedUp(sources_width, cut, 5.8 * MM + highest - BETWEEN_NOTES)


def _entry_height(entry: Entry, wide: float) -> float:
    return ms.NOTE.height(lines_of((entry.line,), wide - ms.SIGN_WIDTH, ms.NOTE)) + BETWEEN_NOTES


def _key_height(key: Key) -> float:
    return 2 * (ms.NOTE.height(1) + 1.3 * MM) + 2 * MM + ms.NOTE.height(lines_of(key.lines, ms.KEY_WIDTH, ms.NOTE))
