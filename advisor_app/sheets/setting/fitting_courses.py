"""Fitting courses: lists over the page's columns, or text that runs on, in columns of about the same height."""

from dataclasses import dataclass, replace

from advisor_app.sheets.charts import CourseGroup, Courses, CourseTable
from advisor_app.sheets.lines import Line, Run, Style
from advisor_app.sheets.setting import measures as ms
from advisor_app.sheets.setting.fitting_cells import ELLIPSIS
from advisor_app.sheets.setting.paper import MM
from advisor_app.sheets.setting.wrapping import clamped, lines_of

ROUNDS = 3  # of evening out


@dataclass(frozen=True, slots=True)
class FittedCourses:
    """As they are set: how wide each group is, and how high the whole."""

    courses: Courses
    widths: tuple[float, ...]
    height: float


def fit_courses(courses: Courses, wide: float, *, running: bool) -> FittedCourses:
    table = _table(courses.table, wide) if courses.table else None
    courses = replace(courses, table=table, running=running)
    widths = _even_widths(courses, wide) if running else _column_widths(courses, wide)
    groups = tuple(_clamped(courses, group, own) for group, own in zip(courses.groups, widths, strict=True))
    fitted = replace(courses, groups=groups)
    return FittedCourses(fitted, widths, _height(fitted, widths))


def _clamped(courses: Courses, group: CourseGroup, wide: float) -> CourseGroup:
    return replace(group, items=_items(group.items, _item_width(courses, group, wide)))


def _column_widths(courses: Courses, wide: float) -> tuple[float, ...]:
    """Each group has so many of the page's columns."""
    column = (wide - (courses.columns - 1) * ms.COURSE_GUTTER) / courses.columns
    return tuple(group.columns * column + (group.columns - 1) * ms.COURSE_GUTTER for group in courses.groups)


def _even_widths(courses: Courses, wide: float) -> tuple[float, ...]:
    """Each group has as much as makes all of about the same height."""
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


def _height(courses: Courses, widths: tuple[float, ...]) -> float:
    head = 13.4 * 0.66 + 6.8 * MM
    table = (len(courses.table.lines) + 2) * (ms.COURSE.height(1) + 1.7 * MM) if courses.table else 0.0
    groups = zip(courses.groups, widths, strict=True)
    return head + table + max((_group_height(courses, group, own) for group, own in groups), default=0.0)


def _group_height(courses: Courses, group: CourseGroup, wide: float) -> float:
    heading = ms.COURSE.height(1 + lines_of((group.heading,), wide, ms.COURSE)) + 3 * MM
    if courses.running:
        every = tuple(part for item in group.items for part in (*item, Run("\u00a0· ", Style.STRONG)))
        return heading + ms.RUNNING.height(lines_of((every,), wide, ms.RUNNING))
    share = -(-len(group.items) // group.columns)
    chunks = (group.items[start : start + share] for start in range(0, len(group.items), share))
    longest = max(sum(lines_of((item,), _item_width(courses, group, wide), ms.COURSE) for item in chunk) for chunk in chunks)
    return heading + ms.COURSE.size * 1.12 * longest
