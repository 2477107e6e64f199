"""Courses, shared and unique: bars over columns, or lists where bars cannot show who shares what; a table for four or five."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from advisor_app.domain.catalogue import Course
from advisor_app.domain.curriculum import Likeness
from advisor_app.domain.facts import Severity
from advisor_app.services.compare import Compared
from advisor_app.sheets.charts import Bar, CourseGroup, CourseLine, Courses, CourseTable
from advisor_app.sheets.lines import Line, Run
from advisor_app.sheets.press import Press, joined, strong

PAGE_COLUMNS = 5
MOST_IN_BARS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """A course by its names as printed, and the places of the columns that teach it.

    ``inferred``: the catalogue takes two titles for the same course. What is only probably the same, and nobody has looked at, is
    not on a sheet.
    """

    names: tuple[Course, ...]
    columns: tuple[int, ...]
    inferred: bool


def courses(press: Press, compared: Compared) -> Courses | None:
    found = tuple(_merged(compared))
    if not found:
        return None
    order = _order({frozenset(course.columns) for course in found}, len(compared.columns))
    return _tabled(press, compared, found) if order is None else _columns(press, compared, found, order)


def _merged(compared: Compared) -> Iterator[Taught]:
    """Every course once, in the order of the columns and of their pages."""
    lists = compared.comparison.courses
    printed = [{line.course.title: line.course for line in listed.lines} for listed in lists]
    seen: set[tuple[int, str]] = set()
    for place, listed in enumerate(lists):
        for line in listed.lines:
            if (place, line.course.title) in seen:
                continue
            seen.update((*line.twins, (place, line.course.title)))
            twins = (printed[column][title] for column, title in line.twins if title in printed[column])
            names = {course.title.casefold(): course for course in (*reversed(tuple(twins)), line.course)}
            yield Taught(
                names=tuple(reversed(names.values())),
                columns=tuple(sorted({place, *(column for column, _ in line.twins)})),
                inferred=bool(line.twins) and line.likeness is Likeness.LIKELY,
            )


def _order(taught: set[frozenset[int]], count: int) -> tuple[int, ...] | None:
    """An order of the columns in which only neighbours share; ``None`` where there is none."""
    if count > MOST_IN_BARS or any(len(columns) > 2 for columns in taught):
        return None
    pairs = [tuple(columns) for columns in taught if len(columns) == 2]
    for order in permutations(range(count)):
        place = {column: index for index, column in enumerate(order)}
        if all(abs(place[one] - place[other]) == 1 for one, other in pairs):
            return order
    return None


# --- bars


def _columns(press: Press, compared: Compared, found: Sequence[Taught], order: tuple[int, ...]) -> Courses:
    sets: list[frozenset[int]] = []
    for index, column in enumerate(order):
        sets.append(frozenset({column}))
        if index + 1 < len(order):
            sets.append(frozenset({column, order[index + 1]}))
    by_set = [(columns, [course for course in found if frozenset(course.columns) == columns]) for columns in sets]
    by_set = [(columns, listed) for columns, listed in by_set if listed]
    widths = _widths([len(listed) for _, listed in by_set])
    groups = tuple(_group(press, compared, columns, listed, width) for (columns, listed), width in zip(by_set, widths, strict=True))
    bars = tuple(_bars(order, [columns for columns, _ in by_set]))
    return _in_columns(press, found, groups, bars)


def _tabled(press: Press, compared: Compared, found: Sequence[Taught]) -> Courses:
    """Where no bars can show it: what is shared in a table, then what each programme has alone."""
    shared = sorted((course for course in found if len(course.columns) > 1), key=lambda course: -len(course.columns))
    single = [[course for course in found if course.columns == (place,)] for place in range(len(compared.columns))]
    listed = [(place, own) for place, own in enumerate(single) if own]
    widths = _widths([len(own) for _, own in listed])
    groups = (_alone(press, compared, place, own, width) for (place, own), width in zip(listed, widths, strict=True))
    return _in_columns(press, found, tuple(groups), (), _table(press, compared, shared) if shared else None)


def _table(press: Press, compared: Compared, shared: Sequence[Taught]) -> CourseTable:
    count = len(compared.columns)
    return CourseTable(
        heading=_shared_count(press, shared),
        heads=tuple(press.voice.render(column.name) for column in compared.columns),
        lines=tuple(
            CourseLine(_item(press, course), tuple(place in course.columns for place in range(count))) for course in shared
        ),
        yes=press.words("taught"),
    )


def _in_columns(
    press: Press,
    found: Sequence[Taught],
    groups: tuple[CourseGroup, ...],
    bars: tuple[Bar, ...],
    table: CourseTable | None = None,
) -> Courses:
    return Courses(
        title=press.words("The courses: shared and unique"),
        hint=_hint(press, found, overlap=any(bar.lane for bar in bars)),
        columns=PAGE_COLUMNS,
        bars=bars,
        groups=groups,
        table=table,
    )


def _widths(lengths: list[int]) -> list[int]:
    """The page's columns dealt out: one each, then to whichever list is the longest."""
    widths = [1] * len(lengths)
    while widths and sum(widths) < PAGE_COLUMNS:
        longest = max(range(len(lengths)), key=lambda index: lengths[index] / widths[index])
        widths[longest] += 1
    return widths


def _bars(order: tuple[int, ...], sets: list[frozenset[int]]) -> Iterator[Bar]:
    lane, reached = 0, -1
    for column in order:
        own = [index for index, columns in enumerate(sets) if column in columns]
        if not own:
            continue
        lane = 1 - lane if own[0] <= reached else 0
        reached = own[-1]
        yield Bar(own[0], own[-1], lane)


def _group(press: Press, compared: Compared, columns: frozenset[int], listed: Sequence[Taught], width: int) -> CourseGroup:
    if len(columns) == 1:
        return _alone(press, compared, min(columns), listed, width)
    items = tuple(_item(press, one) for one in listed)
    return CourseGroup(strong(_together(press, compared, columns)), _shared_count(press, listed), items, width)


def _alone(press: Press, compared: Compared, place: int, listed: Sequence[Taught], width: int) -> CourseGroup:
    """With how many courses the programme has, a title that is printed in two years counted once, and how many no other has."""
    programme = compared.columns[place].subject.programme
    lines = compared.comparison.courses[place].lines
    titles, years = {line.course.title for line in lines}, {line.block.year for line in lines}
    taught = press.voice.tr_n("{count} course", "{count} courses", len(titles))
    over = press.voice.tr_n(" over {count} year", " over {count} years", len(years)) if len(years) > 1 else ""
    own = press.voice.tr_n("{count} only here", "{count} only here", len(listed))
    doubts = press.flagged(programme, "curriculum", least=Severity.B)
    heading = (*strong(press.voice.render(programme.short_name)), *press.ref(programme.source), *doubts)
    return CourseGroup(heading, f"{taught}{over}, {own}", tuple(_item(press, one) for one in listed), width)


def _shared_count(press: Press, listed: Sequence[Taught]) -> str:
    likely = sum(course.inferred for course in listed)
    count = press.voice.tr_n("{count} shared", "{count} shared", len(listed))
    return count + press.voice.tr_n(", {count} of them inferred", ", {count} of them inferred", likely) if likely else count


def _together(press: Press, compared: Compared, columns: frozenset[int]) -> str:
    """Two programmes by their school's name where it has no third on the sheet, by their own names elsewhere."""
    schools = [column.subject.institution.short_name for column in compared.columns]
    shared = {schools[place] for place in columns}
    if len(shared) == 1 and sum(school in shared for school in schools) == len(columns):
        return press.words("Both at {school}", school=shared.pop())
    return " + ".join(press.voice.render(compared.columns[place].subject.programme.short_name) for place in sorted(columns))


def _item(press: Press, course: Taught) -> Line:
    """Its names as printed: one, or several where two titles are taken for the same course."""
    runs = (Run(one.title, lang=None if one.lang == press.lang else one.lang) for one in course.names)
    return joined(((run,) for run in runs), " = ")


def _hint(press: Press, found: Sequence[Taught], *, overlap: bool) -> str:
    """How to read what stands below."""
    english = press.lang != "en" and {course.lang for one in found for course in one.names} == {"en"}
    hint = press.words("Titles in English, as printed.") if english else press.words("Titles as printed.")
    bars = press.words("Where bars overlap, courses are shared.") if overlap else ""
    likely = any(course.inferred for course in found)
    same = press.words("= probably the same course under two names (inferred)") if likely else ""
    return "    ".join(part for part in (hint, bars, same) if part)
