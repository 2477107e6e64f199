"""How many courses of each column are shared, similar and only here, year by year."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor_app.domain.curriculum import Alignment, CourseList, Likeness
from advisor_app.domain.text import Listing, Message, Value, msg, msg_n


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseYear:
    """One year of the programme of one column: the likeness of each line in the order of the page, hence the counts."""

    year: int
    lines: tuple[Likeness, ...]

    def count(self, likeness: Likeness) -> int:
        return self.lines.count(likeness)


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseColumn:
    """``years`` is empty for a page without courses."""

    years: tuple[CourseYear, ...]
    said: Message

    def count(self, likeness: Likeness) -> int:
        return sum(year.count(likeness) for year in self.years)


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseStrip:
    columns: tuple[CourseColumn, ...]
    said: Value


def course_strip(alignment: Alignment, names: Sequence[Value]) -> CourseStrip:
    """The strip of each column. Courses are counted as offered; nobody need take them all."""
    columns = tuple(_column(courses, name) for courses, name in zip(alignment.lists, names, strict=True))
    return CourseStrip(columns=columns, said=Listing(tuple(column.said for column in columns), "semicolon"))


def _column(courses: CourseList, name: Value) -> CourseColumn:
    years = tuple(
        CourseYear(year=year, lines=tuple(line.likeness for line in courses.of_year(year).lines)) for year in courses.years
    )
    said: Value = Listing(tuple(_said(year) for year in years), "semicolon") if years else msg("no courses listed")
    return CourseColumn(years=years, said=msg("{column}: {words}", column=name, words=said))


def _said(year: CourseYear) -> Message:
    return msg(
        "year {year}, {lines}: {shared} shared, {likely} probably the same, {only} only here",
        year=year.year,
        lines=msg_n("{count} course line", "{count} course lines", len(year.lines)),
        shared=year.count(Likeness.SHARED),
        likely=year.count(Likeness.LIKELY),
        only=year.count(Likeness.ONLY_HERE),
    )
