"""Fitting what follows the comparison: the scale of the cost bars, and how costs, courses and sources share out their pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from advisor_app.sheets.charts import CostChart, CostRow, Courses
from advisor_app.sheets.document import Document
from advisor_app.sheets.lines import Run
from advisor_app.sheets.model import Entry, SheetModel
from advisor_app.sheets.setting import measures as ms
from advisor_app.sheets.setting.faces import width
from advisor_app.sheets.setting.fitting import Table, fit_table
from advisor_app.sheets.setting.fitting_cells import ELLIPSIS, Notes
from advisor_app.sheets.setting.fitting_courses import FittedCourses, fit_courses
from advisor_app.sheets.setting.fitting_sources import fit_sources
from advisor_app.sheets.setting.paper import MM, Page
from advisor_app.sheets.setting.wrapping import clamped, lines_of


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
    looked_up = fit_sources(model, flags, long, page)
    besides = page.height - table.used - looked_up.height
    courses, heights = _shared_out(model.courses, cost, rows, besides, page)
    parts = {
        "cost": _cost_height(cost, heights, page) + ms.PART_GAP if cost else 0.0,
        "courses": courses.height + ms.PART_GAP if courses else 0.0,
        "references": looked_up.height,
    }
    order, starts = _order(parts, table.used, page.height), _starts(parts, table.used, page.height)
    layout = Layout(
        table=table,
        cautions_on=_cautions_on(model, table, _page_of_sources(parts, order, starts, table, page.height)),
        unit=_unit(cost, page) if cost and cost.ticks else 1.0,
        cost_heights=heights,
        course_widths=courses.widths if courses else (),
        long=long,
        flags=flags,
        sources_width=looked_up.sources_width,
        cut=looked_up.cut,
        order=order,
        starts=starts,
        whole=tuple(name for name, high in parts.items() if high <= page.height),
    )
    return replace(model, cost=cost, courses=courses.courses if courses else None), layout


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
    heights = _heights(rows, ms.AIRY)
    unit = _unit(cost, page) if cost and cost.ticks else 1.0
    half = -(-len(document.references.notes) // 2)
    return replace(document, cost=cost), Upright(unit=unit, cost_heights=heights, long=notes.entries(), cut=half)


def _shared_out(
    courses: Courses | None, cost: CostChart | None, rows: Sequence[int], room: float, page: Page
) -> tuple[FittedCourses | None, tuple[float, ...]]:
    """Courses and the heights of the cost's rows that fit into the room beside the sources, the airiest first."""
    tried: dict[bool, FittedCourses] = {}
    for running, spacing in ms.SHARES:
        if courses is not None and running not in tried:
            tried[running] = fit_courses(courses, page.width, running=running)
        heights = _heights(rows, spacing)
        high = tried[running].height + ms.PART_GAP if courses else 0.0
        left = room - high - (_cost_height(cost, heights, page) + ms.PART_GAP if cost else 0.0)
        if left >= 0:
            return tried.get(running), _aired(heights, _heights(rows, ms.AIRY), left - ms.SPARE)
    return tried.get(False), _heights(rows, ms.AIRY)


def _aired(heights: tuple[float, ...], airy: tuple[float, ...], left: float) -> tuple[float, ...]:
    """What is left of the room goes to the rows, as far as it does any good."""
    wanted = sum(airy) - sum(heights)
    share = min(1.0, max(0.0, left) / wanted) if wanted > 0 else 0.0
    return tuple(height + (more - height) * share for height, more in zip(heights, airy, strict=True))


def _heights(rows: Sequence[int], spacing: ms.Spacing) -> tuple[float, ...]:
    return tuple(max(spacing.row, ms.COST.height(lines) + spacing.padding) for lines in rows)


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
