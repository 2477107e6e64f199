"""Courses, shared and unique: bars over columns for two or three programmes, a table where bars cannot show who shares what."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

from advisor_app.domain.curriculum import CourseLine as Aligned
from advisor_app.domain.curriculum import Likeness
from advisor_app.services.compare import Compared, ComparedColumn
from advisor_app.sheets.model import Bar, CourseColumns, CourseGroup, CourseLine, Courses, CourseTable, Line, Run
from advisor_app.sheets.press import Press, strong

PAGE_COLUMNS = 5
MOST_IN_BARS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A course as printed, its other names, and the places of the columns that teach it."""

    line: Aligned
    names: tuple[str, ...]
    taught: frozenset[int]


def courses(press: Press, compared: Compared) -> Courses | None:
    found = tuple(_merged(compared))
    if not found:
        return None
    order = _order({course.taught for course in found}, len(compared.columns))
    return _table(press, compared, found) if order is None else _columns(press, compared, found, order)


def _merged(compared: Compared) -> Iterator[Shared]:
    """Every course once, in the order of the columns and of their pages."""
    seen: set[tuple[int, str]] = set()
    for place, listed in enumerate(compared.comparison.courses):
        for line in listed.lines:
            if (place, line.course.title) in seen:
                continue
            twins = dict(line.twins)
            seen.update(twins.items())
            other = tuple(dict.fromkeys(title for title in twins.values() if title.casefold() != line.course.title.casefold()))
            yield Shared(line=line, names=(line.course.title, *other), taught=frozenset({place, *twins}))


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


def _columns(press: Press, compared: Compared, found: tuple[Shared, ...], order: tuple[int, ...]) -> CourseColumns:
    sets: list[frozenset[int]] = []
    for index, column in enumerate(order):
        sets.append(frozenset({column}))
        if index + 1 < len(order):
            sets.append(frozenset({column, order[index + 1]}))
    by_set = [(columns, [course for course in found if course.taught == columns]) for columns in sets]
    by_set = [(columns, listed) for columns, listed in by_set if listed]
    widths = _widths([len(listed) for _, listed in by_set])
    groups = tuple(_group(press, compared, columns, listed, width) for (columns, listed), width in zip(by_set, widths, strict=True))
    return CourseColumns(
        title=press.words("The courses: shared and unique"),
        hint=_hint(press, found),
        columns=PAGE_COLUMNS,
        bars=tuple(_bars(order, [columns for columns, _ in by_set], widths)),
        groups=groups,
    )


def _widths(lengths: list[int]) -> list[int]:
    """The page's columns dealt out: one each, then to whichever list is the longest."""
    widths = [1] * len(lengths)
    while sum(widths) < PAGE_COLUMNS:
        longest = max(range(len(lengths)), key=lambda index: lengths[index] / widths[index])
        widths[longest] += 1
    return widths


def _bars(order: tuple[int, ...], sets: list[frozenset[int]], widths: list[int]) -> Iterator[Bar]:
    starts = [sum(widths[:index]) for index in range(len(widths))]
    lane, reached = 0, -1
    for column in order:
        own = [index for index, columns in enumerate(sets) if column in columns]
        if not own:
            continue
        first, last = starts[own[0]], starts[own[-1]] + widths[own[-1]] - 1
        lane = 1 - lane if first <= reached else 0
        reached = last
        yield Bar(first, last, lane)


def _group(press: Press, compared: Compared, columns: frozenset[int], listed: list[Shared], width: int) -> CourseGroup:
    likely = sum(course.line.likeness is Likeness.LIKELY for course in listed)
    if len(columns) == 1:
        column = compared.columns[min(columns)]
        count = press.voice.tr_n("{count} only here", "{count} only here", len(listed))
        return CourseGroup(
            _heading(press, compared, min(columns), column), count, tuple(_item(press, one) for one in listed), width
        )
    count = press.voice.tr_n("{count} shared", "{count} shared", len(listed))
    if likely:
        count += press.voice.tr_n(", {count} of them inferred", ", {count} of them inferred", likely)
    return CourseGroup(strong(_together(press, compared, columns)), count, tuple(_item(press, one) for one in listed), width)


def _together(press: Press, compared: Compared, columns: frozenset[int]) -> str:
    """Two programmes by their school's name where it has no third on the sheet, by their own names elsewhere."""
    schools = [column.subject.institution.short_name for column in compared.columns]
    shared = {schools[place] for place in columns}
    if len(shared) == 1 and sum(school in shared for school in schools) == len(columns):
        return press.words("Both at {school}", school=shared.pop())
    return " + ".join(press.voice.render(compared.columns[place].subject.programme.short_name) for place in sorted(columns))


def _heading(press: Press, compared: Compared, place: int, column: ComparedColumn) -> Line:
    programme = column.subject.programme
    lines = len(compared.comparison.courses[place].lines)
    name = press.voice.render(programme.short_name)
    said = press.tr_n("{name}, {count} line", "{name}, {count} lines", lines, name=strong(name))
    return (*said, *press.ref(programme.source), *press.flagged(programme, "curriculum"))


def _item(press: Press, course: Shared) -> Line:
    runs: list[Run] = []
    for index, name in enumerate(course.names):
        lang = course.line.course.lang
        runs.extend((Run(" = "),) if index else ())
        runs.append(Run(name, lang=None if lang == press.lang else lang))
    return tuple(runs)


def _hint(press: Press, found: tuple[Shared, ...]) -> str:
    hint = press.words("Titles as printed.")
    likely = any(course.line.likeness is Likeness.LIKELY for course in found)
    same = press.words("= probably the same course under two names (inferred)")
    return f"{hint}    {same}" if likely else hint


# --- table


def _table(press: Press, compared: Compared, found: tuple[Shared, ...]) -> CourseTable:
    count = len(compared.columns)
    ordered = sorted(found, key=lambda course: -len(course.taught))  # stable: those that most share come first
    lists = compared.comparison.courses
    return CourseTable(
        title=press.words("The courses: shared and unique"),
        hint=_hint(press, found),
        heading=press.words("Course"),
        heads=tuple(press.voice.render(column.subject.programme.short_name) for column in compared.columns),
        counts=tuple(press.voice.tr_n("{count} line", "{count} lines", len(listed.lines)) for listed in lists),
        lines=tuple(
            CourseLine(_item(press, course), tuple(place in course.taught for place in range(count))) for course in ordered
        ),
        yes=press.words("taught"),
    )
