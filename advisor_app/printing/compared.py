"""Two to five programmes side by side."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby, zip_longest

from advisor_app.domain.charges import Scenario
from advisor_app.domain.comparison import ComparedRow
from advisor_app.domain.curriculum import Alignment, CourseLine, CourseList, Likeness
from advisor_app.domain.facts import Status
from advisor_app.domain.rows import Filled, Shown
from advisor_app.domain.text import Listing
from advisor_app.domain.topics import topics_of
from advisor_app.printing import data, pictured, routes, timelines
from advisor_app.printing.console import wrapped
from advisor_app.printing.data import Json
from advisor_app.printing.sources import Numbered
from advisor_app.services.compare import Compared, ComparedColumn
from advisor_app.wording import Translator, words

LABELS = 18
GUTTER = 2
NARROWEST = 22  # columns narrower than this are put under each other instead


def as_data(found: Compared, t: Translator) -> Json:
    """For JSON."""
    sources = {one: source for column in found.columns for one, source in column.subject.sources.items()}
    named = dict.fromkeys(shown.evidence.source for row in found.comparison.rows for cell in row.cells for shown in cell.values)
    return {
        "columns": [_column(column, t) for column in found.columns],
        "rows": [_row(row, found, t) for row in found.comparison.rows],
        "courses": [_courses(courses, found) for courses in found.comparison.courses],
        "alignment": _alignment(found.comparison.alignment),
        "pictures": pictured.as_data(found.pictures, t),
        "sources": [data.source(sources[one]) for one in named if one in sources],
    }


def _column(column: ComparedColumn, t: Translator) -> Json:
    check = column.check
    return {
        **data.heading(column.subject),
        "route": routes.parts(check.route) if check else None,
        "verdict": check.verdict.value if check else None,
        "legal": check.legal.verdict.value if check and check.legal.applies else None,
        "name": t.render(column.name),
        "cost": routes.cost_data(check.cost, t) if check else None,
        "timelines": [timelines.as_data(one, t, column.subject.sources) for one in column.timelines],
    }


def _row(row: ComparedRow, found: Compared, t: Translator) -> Json:
    cells = zip(row.cells, found.columns, strict=True)
    return {
        "key": row.row.key,
        "group": row.row.group.value,
        "label": t.render(row.row.label),
        "differs": row.differs,
        "difference": t.render(row.difference) if row.difference else None,
        "groups": [*row.groups],
        "best": [*sorted(row.best)],
        "asked": row.asked(topics_of(found.student)),
        "cells": [[data.shown(one, t, column.subject.sources) for one in cell.values] for cell, column in cells],
    }


def _courses(courses: CourseList, found: Compared) -> Json:
    return {
        **{likeness.value: courses.count(likeness) for likeness in Likeness},
        "lines": [_course(line, found) for line in courses.lines],
    }


def _course(line: CourseLine, found: Compared) -> Json:
    twins: list[Json] = [{"programme": found.columns[column].subject.programme.id, "title": title} for column, title in line.twins]
    return {"title": line.course.title, "year": line.block.year, "likeness": line.likeness.value, "twins": twins}


def _alignment(alignment: Alignment) -> Json:
    """Every course once over all columns, and the pairs that nobody has decided on."""
    return {
        "rows": [
            {
                "likeness": row.likeness.value,
                "theme": row.theme.value,
                "years": list(row.years),
                "titles": [[line.course.title for line in lines] for lines in row.lines],
            }
            for row in alignment.rows
        ],
        "offered": [
            {
                "pair": [{"programme": key.programme, "title": key.title} for key in one.pair.both],
                "score": one.score,
                "recorded": one.recorded,
            }
            for one in alignment.offered
        ],
    }


def as_lines(found: Compared, t: Translator, today: date, width: int) -> Iterator[str]:
    """For a terminal: in columns where they fit, else under each other. ``≠`` marks the rows that differ."""
    table = _Table(len(found.columns), width)
    numbered = Numbered({one: source for column in found.columns for one, source in column.subject.sources.items()})
    yield from table.row("", [_head(column, t, numbered) for column in found.columns], table.names(found))
    for group, rows in groupby(found.comparison.rows, key=lambda row: row.row.group):
        shown = [row for row in rows if not row.silent]
        if shown:
            yield ""
            yield t.render(group).upper()
        for row in shown:
            label = f"{'≠' if row.differs else ' '} {t.render(row.row.label)}"
            cells = [list(_cell(cell, t, best=place in row.best)) for place, cell in enumerate(row.cells)]
            yield from table.row(label, cells, table.names(found))
            if row.difference is not None:
                yield from wrapped(t.render(row.difference), width, indent=" " * (LABELS + 2), first=" " * LABELS + "→ ")
    yield from _costs(found, t, table)
    yield from _overlap(found, t, table)
    silent = tuple(row.row.label for row in found.comparison.rows if row.silent)
    if silent:
        yield ""
        yield from wrapped(t.tr("Not stated by any page: {what}", what=Listing(silent, "comma")), width, indent="  ", first="")
    yield from numbered.lines(t, today, width)


def _head(column: ComparedColumn, t: Translator, numbered: Numbered) -> list[str]:
    programme, check = column.subject.programme, column.check
    lines = [f"{column.subject.institution.short_name} {numbered.reference(programme.source, '', t)}", programme.name]
    if check is not None:
        lines += [t.render(routes.full_name(column.subject, check.route)), t.render(check.verdict).upper()]
        if check.legal.applies:
            lines.append(t.tr("Law: {verdict}", verdict=words.law(check.legal.verdict)))
    return lines


def _cell(cell: Filled, t: Translator, *, best: bool) -> Iterator[str]:
    for one in cell.values:
        yield from _value(one, t)
    if best:
        yield t.tr("(best of those that state it)")


def _value(one: Shown, t: Translator) -> Iterator[str]:
    said = t.tr("not stated")
    if one.value is not None:
        said = t.sentence(one.value) if one.label is None else t.render(one.value)
    elif one.readings:
        said = t.render(Listing(tuple(reading.value for reading in one.readings), "or"))
    if one.label is not None:
        said = t.tr("{label}: {value}", label=one.label, value=said)
    if one.status not in {Status.STATED, Status.NOT_STATED}:
        said = f"{said} ({t.render(one.status)})"
    yield said
    if one.detail is not None:
        yield t.render(one.detail)


def _costs(found: Compared, t: Translator, table: "_Table") -> Iterator[str]:
    if not any(column.check for column in found.columns):
        return
    yield ""
    yield t.tr("Cost from entry to award").upper()
    names = table.names(found)
    open_label, notes_label = t.tr("Not in the sum"), t.tr("To know")
    for place in range(max(len(column.timelines) for column in found.columns)):
        laid = [column.timelines[place] if place < len(column.timelines) else None for column in found.columns]
        label = t.render(Scenario.NO_CONTRACT) if place else t.tr("Cost")
        yield from table.row(f"  {label}", [list(timelines.lines(one, t)) if one else [] for one in laid], names)
        left = [[t.render(message) for message in one.cost.open] if one else [] for one in laid]
        yield from table.row(f"  {open_label}", left, names)
        notes = [[t.render(message) for message in one.cost.notes] if one else [] for one in laid]
        yield from table.row(f"  {notes_label}", notes, names)


def _overlap(found: Compared, t: Translator, table: "_Table") -> Iterator[str]:
    cells = [
        [f"{courses.count(likeness)} · {t.render(likeness)}" for likeness in Likeness if courses.count(likeness)]
        for courses in found.comparison.courses
    ]
    label = t.tr("Courses in common")
    if any(cells):
        yield from table.row(f"  {label}", cells, table.names(found))
    for one in found.comparison.alignment.offered:
        titles = tuple(key.title for key in one.pair.both)
        probably = t.tr("Probably the same: {courses}", courses=Listing(titles, "dot"))
        yield from wrapped(probably, table.width, indent=" " * (LABELS + 2), first=" " * LABELS)


class _Table:
    """Rows of cells over ``count`` columns, or under each other where ``width`` is too small."""

    def __init__(self, count: int, width: int) -> None:
        self.width = width
        self._cell = (width - LABELS - GUTTER * (count - 1)) // count

    def names(self, found: Compared) -> list[str]:
        """What a cell is told by where cells stand under each other."""
        return [column.subject.programme.id for column in found.columns]

    def row(self, label: str, cells: list[list[str]], names: list[str]) -> Iterator[str]:
        if self._cell < NARROWEST:
            yield from self._stacked(label, cells, names)
            return
        blocks = [[part for line in cell for part in wrapped(line, self._cell, indent="")] for cell in cells]
        labels = list(wrapped(label[2:], LABELS - 1, indent="  ", first=label[:2]))
        gap = " " * GUTTER
        for first, *others in zip_longest(labels, *blocks, fillvalue=""):
            yield first.ljust(LABELS) + gap.join(other.ljust(self._cell) for other in others)

    def _stacked(self, label: str, cells: list[list[str]], names: list[str]) -> Iterator[str]:
        if label.strip():
            yield label
        for name, cell in zip(names, cells, strict=True):
            yield f"    {name}"
            for line in cell:
                yield from wrapped(line, self.width, indent=" " * 8, first=" " * 6)
