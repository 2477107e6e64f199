"""The whole comparison in words and figures: heads, groups of rows, the line at the foot. Needs no Qt, so any thread may run it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from advisor_app.domain.columns import Column
from advisor_app.domain.comparison import COURSES, ComparedRow
from advisor_app.domain.curriculum import NO_DECISIONS, AlignedCourse, Decisions, Pair
from advisor_app.domain.rows import ROWS, fill
from advisor_app.domain.student import Student
from advisor_app.services.compare import Compared, compare
from advisor_app.services.reader import CatalogueReader
from advisor_app.ui.compare.calendar_said import calendar_row
from advisor_app.ui.compare.cells_said import fact_cell, silent_cell
from advisor_app.ui.compare.cost_said import cost_rows, cost_title
from advisor_app.ui.compare.course_lines import counted, course_lines, lines_of, pairs_of
from advisor_app.ui.compare.course_said import course_row
from advisor_app.ui.compare.groups import BESIDE, TITLES, Part, part_of
from advisor_app.ui.compare.heads_said import HeadSaid, corner_said, head_said
from advisor_app.ui.compare.source_said import source_rows, sources_said
from advisor_app.ui.compare.verdict_said import verdict_rows
from advisor_app.ui.itemmodels.comparison import LegendItem, RowKind, RowSaid
from advisor_app.ui.itemmodels.naming import Namer
from advisor_app.wording import Translator


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSaid:
    """``courses`` are the aligned courses one by one, ``counted`` what there is of them."""

    key: str
    title: str
    rows: tuple[RowSaid, ...]
    legend: tuple[LegendItem, ...] = ()
    courses: tuple[RowSaid, ...] = ()
    counted: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonSaid:
    """``same`` is the label of what is equal in all columns; ``pairs`` and ``lines`` belong to rows of courses, by their keys."""

    compared: Compared
    heads: tuple[HeadSaid, ...]
    corner: str
    groups: tuple[GroupSaid, ...]
    same: str
    silent: str
    sources: str
    pairs: Mapping[str, tuple[Pair, ...]]
    lines: Mapping[str, AlignedCourse]

    @property
    def rows(self) -> tuple[RowSaid, ...]:
        return tuple(row for group in self.groups for row in group.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareSaid:
    """Everything that the place shows, made in one go off the window's thread."""

    said: ComparisonSaid
    name: Namer


def say_comparison(
    catalogue: CatalogueReader,
    desk: tuple[Student, Sequence[Column], Decisions | None],
    words: Translator,
    today: date,
) -> CompareSaid:
    """For the student and the columns on the desk, with what was decided on courses that are probably the same."""
    student, columns, decisions = desk
    return said_of(compare(catalogue, student, columns, decisions or NO_DECISIONS), words, today)


def said_of(compared: Compared, words: Translator, today: date) -> CompareSaid:
    """A comparison that is made already, in words."""
    subjects = {column.subject.programme.id: column.subject for column in compared.columns}
    name = Namer(words, subjects, today)
    return CompareSaid(said=comparison_said(compared, name), name=name)


def comparison_said(compared: Compared, name: Namer) -> ComparisonSaid:
    tr = name.tr
    return ComparisonSaid(
        compared=compared,
        heads=tuple(head_said(column, name) for column in compared.columns),
        corner=corner_said(compared, name),
        groups=tuple(_groups(compared, name)),
        same=tr.tr("Same in all {count}", count=len(compared.columns)),
        silent=tr.tr("Not stated:"),
        sources=sources_said(compared, name),
        pairs=pairs_of(compared),
        lines=lines_of(compared),
    )


def _groups(compared: Compared, name: Namer) -> Iterator[GroupSaid]:
    """Facts in the order of the catalogue, with what is worked out for this student where it belongs."""
    facts: dict[Part, list[RowSaid]] = {part: [] for part in Part}
    for row in compared.comparison.rows:
        if row.row.key == COURSES:
            facts[Part.CURRICULUM].append(course_row(row, compared, name))
        else:
            facts[part_of(row.row)].append(_row(row, name))
    facts[Part.VERDICT] = list(verdict_rows(compared, name))
    calendar, months = calendar_row(compared, name)
    facts[Part.CALENDAR].insert(0, calendar)
    facts[Part.CONTACTS] += _beside(compared, name)
    facts[Part.SOURCES] = list(source_rows(compared, name))
    cost, legend = cost_rows(compared, name)
    facts[Part.COST] = [*facts[Part.COST][:1], *cost, *facts[Part.COST][1:]]
    for part, rows in facts.items():
        if rows:
            title = cost_title(compared, name.tr) if part is Part.COST else name.tr.render(TITLES[part])
            shared = next((row.legend for row in rows if row.key == COURSES), ())
            legends = {Part.COST: legend, Part.CURRICULUM: shared, Part.CALENDAR: months}
            courses = course_lines(compared, name) if part is Part.CURRICULUM else ()
            yield GroupSaid(
                key=part.value,
                title=title,
                rows=tuple(rows),
                legend=legends.get(part, ()),
                courses=courses,
                counted=counted(compared, name) if courses else "",
            )


def _row(row: ComparedRow, name: Namer) -> RowSaid:
    best = name.tr.tr("The best of the row")
    cells = tuple(fact_cell(cell, name.tr, best=best if place in row.best else "") for place, cell in enumerate(row.cells))
    return RowSaid(
        kind=RowKind.FACT,
        key=row.row.key,
        group=part_of(row.row).value,
        label=name.tr.render(row.row.label),
        differs=row.differs,
        difference=name.tr.sentence(row.difference) if row.difference else "",
        topics=frozenset(row.row.topics),
        brief=row.row.brief,
        silent=row.silent,
        cells=cells,
    )


def _beside(compared: Compared, name: Namer) -> Iterator[RowSaid]:
    for row in ROWS:
        if row.key not in BESIDE:
            continue
        filled = [fill(row, column.subject) for column in compared.columns]
        if all(one is None or one.silent for one in filled):
            continue
        cells = tuple(fact_cell(one, name.tr) if one else silent_cell(name.tr) for one in filled)
        differs = len({cell.key for cell in cells}) > 1
        label = name.tr.render(row.label)
        yield RowSaid(kind=RowKind.FACT, key=row.key, group=part_of(row).value, label=label, differs=differs, cells=cells)
