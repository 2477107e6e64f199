"""The whole comparison in words and figures: heads, groups of rows, the line at the foot. Needs no Qt, so any thread may run it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from advisor_app.domain.check import RouteCheck
from advisor_app.domain.comparison import ComparedRow
from advisor_app.domain.curriculum import Likeness
from advisor_app.domain.headlines import route_reason
from advisor_app.domain.routes import entry_of
from advisor_app.domain.rows import Group
from advisor_app.domain.verdicts import Verdict
from advisor_app.services.compare import Column, Compared, ComparedColumn
from advisor_app.ui.compare.cells_said import fact_cell
from advisor_app.ui.compare.cost_figures import bars_of, start_level
from advisor_app.ui.compare.cost_said import bars_cell, pays_cell
from advisor_app.ui.itemmodels.comparison import CellSaid, LegendItem, Para, RowKind, RowSaid
from advisor_app.ui.itemmodels.naming import DOT, LAW_TONES, Namer
from advisor_app.ui.tokens import Tone

TIMELINE, PAYS, COURSES = "cost-timeline", "student-pays", "curriculum"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadSaid:
    """What stands above a column; ``spoken`` tells it from the others."""

    column: Column
    title: str
    subtitle: str
    verdict: Verdict | None
    law: str
    law_tone: Tone
    reason: str
    stale: str
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSaid:
    key: str
    title: str
    rows: tuple[RowSaid, ...]
    legend: tuple[LegendItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonSaid:
    """``same`` is the label of what is equal in all columns."""

    compared: Compared
    heads: tuple[HeadSaid, ...]
    corner: str
    groups: tuple[GroupSaid, ...]
    same: str
    silent: str
    sources: str


def comparison_said(compared: Compared, name: Namer) -> ComparisonSaid:
    tr = name.tr
    count = len(compared.columns)
    return ComparisonSaid(
        compared=compared,
        heads=tuple(_head(column, name) for column in compared.columns),
        corner=_corner(compared, name),
        groups=tuple(_groups(compared, name)),
        same=tr.tr("Same in all {count}", count=count),
        silent=tr.tr("Not stated:"),
        sources=_sources(compared, name),
    )


# --- heads


def _head(column: ComparedColumn, name: Namer) -> HeadSaid:
    tr, programme, check = name.tr, column.subject.programme, column.check
    if check is None:
        title = name.programme(programme.id)
        return HeadSaid(
            column=column.column,
            title=title,
            subtitle=tr.tr("The page states no route."),
            verdict=None,
            law="",
            law_tone="text2",
            reason="",
            stale=name.stale(programme.id),
            spoken=title,
        )
    route = check.route
    title = DOT.join((name.entry(route), name.format(route)))
    entry = entry_of(programme, route).name
    told = () if entry in title else (entry,)
    subtitle = DOT.join(part for part in (*told, name.campus(route), name.options(route)) if part)
    reason = _reason(check, name)
    law = "" if reason else name.law(check)  # that no contract is signed matters only where nothing else stands in the way
    if check.legal.applies:
        law = tr.tr("law: {verdict}", verdict=name.law(check))
    return HeadSaid(
        column=column.column,
        title=title,
        subtitle=subtitle,
        verdict=check.verdict,
        law=law,
        law_tone=LAW_TONES[check.legal.verdict] if check.legal.applies else "text2",
        reason=reason,
        stale=name.stale(programme.id),
        spoken=f"{title}, {subtitle}",
    )


def _reason(check: RouteCheck, name: Namer) -> str:
    """Why not, in a few words; what can be applied to needs none."""
    finding = check.assessment.decisive
    if check.verdict is Verdict.CAN_APPLY:
        return ""
    if check.verdict is Verdict.NOT_YET and finding is not None:
        return name.tr.tr("needs {asked}", asked=finding.asked)
    return name.tr.sentence(route_reason(check))


def _corner(compared: Compared, name: Namer) -> str:
    """Where the student stands, for whom the verdicts and the costs are."""
    known = next((one for one in compared.student.qualifications if one.level is not None or one.fields), None)
    if known is None:
        return name.tr.tr("No student yet")
    reference = compared.columns[0].subject.reference
    parts = [name.tr.tr("Bac+{level}", level=known.level)] if known.level is not None else []
    parts += [name.tr.render(reference.fields[slug].name).lower() for slug in known.fields if slug in reference.fields]
    return name.tr.tr("From {what}", what=", ".join(parts))


# --- rows


def _groups(compared: Compared, name: Namer) -> Iterator[GroupSaid]:
    rows = compared.comparison.rows
    for group, of_group in groupby(rows, key=lambda row: row.row.group):
        listed = tuple(_row(row, name) for row in of_group if row.row.key != COURSES)
        title = name.tr.render(group)
        if group is Group.COST:
            yield _cost_group(listed, compared, name)
        elif group is Group.CURRICULUM:
            yield _course_group(listed, compared, name)
        else:
            yield GroupSaid(key=group.value, title=title, rows=listed)


def _row(row: ComparedRow, name: Namer) -> RowSaid:
    cells = tuple(fact_cell(cell, name.tr) for cell in row.cells)
    return RowSaid(
        kind=RowKind.FACT,
        key=row.row.key,
        group=row.row.group.value,
        label=name.tr.render(row.row.label),
        differs=len({cell.key for cell in cells}) > 1,
        brief=row.row.brief,
        silent=row.silent,
        cells=cells,
    )


def _cost_group(rows: tuple[RowSaid, ...], compared: Compared, name: Namer) -> GroupSaid:
    """The price first, then what it comes to for this student, then the rest."""
    tr = name.tr
    start = start_level(compared.student, compared.columns)
    title = tr.tr("Cost from Bac+{level} to the award", level=start) if start is not None else tr.render(Group.COST)
    legend = (
        LegendItem("accent", tr.tr("Student")),
        LegendItem("payer2", tr.tr("Employer or OPCO")),
        LegendItem("hatched", tr.tr("Open: not stated or in dispute")),
    )
    computed = _cost_rows(compared, start, name)
    return GroupSaid(key=Group.COST.value, title=title, rows=(*rows[:1], *computed, *rows[1:]), legend=legend)


def _cost_rows(compared: Compared, start: int | None, name: Namer) -> tuple[RowSaid, RowSaid]:
    tr, columns = name.tr, compared.columns
    after = [entry_of(one.subject.programme, one.check.route).after if one.check else 0 for one in columns]
    bars = tuple(bars_cell(one, tr) for one in bars_of([column.check for column in columns], after, start, tr))
    pays = tuple(pays_cell(column, start, tr) for column in columns)
    return (
        _computed(RowKind.BARS, TIMELINE, tr.tr("Cost timeline"), bars),
        _computed(RowKind.FACT, PAYS, tr.tr("Student pays"), pays),
    )


def _computed(kind: RowKind, key: str, label: str, cells: tuple[CellSaid, ...]) -> RowSaid:
    differs = len({cell.key for cell in cells}) > 1
    return RowSaid(kind=kind, key=key, group=Group.COST.value, label=label, differs=differs, cells=cells)


def _course_group(rows: tuple[RowSaid, ...], compared: Compared, name: Namer) -> GroupSaid:
    tr = name.tr
    source = next(row for row in compared.comparison.rows if row.row.key == COURSES)
    cells = tuple(_course_cell(place, compared, fact_cell(filled, tr), name) for place, filled in enumerate(source.cells))
    listed = RowSaid(
        kind=RowKind.TICKS,
        key=COURSES,
        group=Group.CURRICULUM.value,
        label=tr.tr("Courses listed"),
        differs=len({cell.key for cell in cells}) > 1,
        silent=source.silent,
        cells=cells,
    )
    legend = tuple(LegendItem(one.value, tr.render(one)) for one in Likeness)
    return GroupSaid(key=Group.CURRICULUM.value, title=tr.tr("Curriculum overlap"), rows=(listed, *rows), legend=legend)


def _course_cell(place: int, compared: Compared, said: CellSaid, name: Namer) -> CellSaid:
    ticks = tuple(line.likeness for line in compared.comparison.courses[place].lines)
    if not ticks:
        return said
    tr = name.tr
    shared, likely = ticks.count(Likeness.SHARED), ticks.count(Likeness.LIKELY)
    parts = [tr.tr_n("{count} line", "{count} lines", len(ticks))]
    if shared:
        parts.append(tr.tr_n("{count} same", "{count} same", shared))
    if likely:
        parts.append(tr.tr_n("{count} likely the same", "{count} likely the same", likely))
    if not shared and not likely:
        parts.append(tr.tr("all only here"))
    counts = ", ".join(parts)
    flag = [Para(said.flag, small=True, tone="confirm", icon="flag")] if said.flag else []
    return CellSaid(
        key=(compared.columns[place].subject.programme.id, ticks),
        paras=(Para(counts, small=True, tone="text2"), *flag),
        ticks=ticks,
        spoken=", ".join(part for part in (counts, said.flag) if part),
        filled=said.filled,
    )


# --- foot


def _sources(compared: Compared, name: Namer) -> str:
    """The pages that the columns rest on, with their dates; their age where they are old."""
    tr, said = name.tr, []
    for programme in dict.fromkeys(column.subject.programme.id for column in compared.columns):
        source = name.source(programme)
        if source is None or source.dated is None:
            continue
        dated = tr.short_date(source.dated, day_known=source.day_known)
        page = tr.tr("{school} page, {date}", school=source.publisher, date=dated)
        said.append(f"{page}, {tr.age_old(source.dated, name.today)}" if name.stale(programme) else page)
    return DOT.join(dict.fromkeys(said))
