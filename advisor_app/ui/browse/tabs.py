"""What each tab of the details shows."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby

from advisor_app.domain.catalogue import Block
from advisor_app.domain.facts import Severity
from advisor_app.domain.rows import Filled, Group
from advisor_app.domain.text import Listing, Value, msg
from advisor_app.services.detailed import Detailed
from advisor_app.ui.browse.admission_lines import entry_lines, legal_lines, process_lines
from advisor_app.ui.browse.cost_lines import payer_lines
from advisor_app.ui.browse.evidence import Voice, source_cell, spoken_source, told
from advisor_app.ui.browse.fact_lines import fact_lines
from advisor_app.ui.browse.lines import COURSES, HEADED, Line, Para, Run, heading, small, text_line
from advisor_app.ui.browse.route_lines import route_lines
from advisor_app.ui.browse.source_lines import source_lines
from advisor_app.ui.browse.tab_titles import Tab
from advisor_app.ui.tokens import Role

_OF_GROUP: dict[Group, Tab] = {
    Group.AWARD: Tab.AWARDS,
    Group.RECOGNITION: Tab.AWARDS,
    Group.ENTRY: Tab.ADMISSION,
    Group.COST: Tab.COSTS,
    Group.CALENDAR: Tab.CALENDAR,
    Group.WORK: Tab.CALENDAR,
    Group.OUTCOMES: Tab.OUTCOMES,
    Group.CURRICULUM: Tab.CURRICULUM,
    Group.AIMS: Tab.CURRICULUM,
}
_CHECKED = frozenset({"entry", "requirements", "soft", "process"})  # shown as findings and steps, not as facts
_AT_A_GLANCE = ("award", "length", "internship", "start", "teaching-language")
_SUMMARY = ("summary", "fields")


def tab_of(row: Filled) -> Tab:
    """The tab on which a row stands in full."""
    return Tab.OVERVIEW if row.row.key in _SUMMARY else _OF_GROUP.get(row.row.group, Tab.OVERVIEW)


def flagged(detailed: Detailed) -> frozenset[Tab]:
    """The tabs with a doubt that changes an answer. The overview repeats what others say, so it warns of none."""
    grave = (row for row in detailed.facts if any(flag.severity is Severity.A for flag in row.flags))
    return frozenset(tab_of(row) for row in grave) - {Tab.OVERVIEW}


def lines_of(tab: Tab, detailed: Detailed, voice: Voice) -> tuple[Line, ...]:
    """The lines of one tab for the student at hand."""
    return tuple(_TABS[tab](detailed, voice))


def _overview(detailed: Detailed, voice: Voice) -> Iterator[Line]:
    t = voice.t
    by_key = {row.row.key: row for row in detailed.facts}
    glance = [by_key[key] for key in _AT_A_GLANCE if key in by_key]
    price = [row for row in detailed.facts if row.row.brief and row.row.group is Group.COST]
    yield heading("glance", t.tr("Award and length"))
    yield from fact_lines(glance, voice, flags=False)
    yield heading("price", t.tr("Price"))
    yield from fact_lines(price, voice, flags=False)
    yield heading("short", t.tr("In short"))
    yield from fact_lines((by_key[key] for key in _SUMMARY if key in by_key), voice)
    shown = {row.row.key for row in (*glance, *price)} | set(_SUMMARY)
    yield from _grouped((row for row in detailed.facts if tab_of(row) is Tab.OVERVIEW and row.row.key not in shown), voice)


def _grouped(rows: Iterator[Filled], voice: Voice) -> Iterator[Line]:
    for group, found in groupby(rows, lambda row: row.row.group):
        yield heading(group, voice.t.render(group))
        yield from fact_lines(found, voice)


def _curriculum(detailed: Detailed, voice: Voice) -> Iterator[Line]:
    t, programme = voice.t, detailed.subject.programme
    rows = [row for row in detailed.facts if tab_of(row) is Tab.CURRICULUM]
    if not programme.curriculum:
        yield from fact_lines((row for row in rows if row.row.group is Group.CURRICULUM), voice)
    else:
        yield from _doubts(rows, ("curriculum",), voice)
    if programme.curriculum:
        count = sum(len(block.courses) for block in programme.curriculum)
        said = t.tr_n("{count} course line is printed", "{count} course lines are printed", count)
        yield text_line("courses", small(t.tr("{lines}; offered is not the same as taken.", lines=said)), ruled=True)
    for block in programme.curriculum:
        yield from _block(block, detailed, voice)
    yield heading("aims", t.tr("Aims, skills and methods"), note=t.tr("listed apart: they are not courses"))
    yield from fact_lines((row for row in rows if row.row.group is Group.AIMS), voice)


def _block(block: Block, detailed: Detailed, voice: Voice) -> Iterator[Line]:
    t = voice.t
    names = {option.id: option.name for option in detailed.subject.programme.specialisations}
    option = names.get(block.specialisation or "")
    title: tuple[Value, ...] = (msg("Year {year}", year=block.year), block.title, *((option,) if option else ()))
    said = t.render(Listing(title, "dot"))
    count = t.tr_n("{count} course line", "{count} course lines", len(block.courses))
    head = heading(f"block:{block.id}", said, note=count)
    yield replace(head, grid=HEADED, cells=(*head.cells, source_cell(block, voice)))
    courses = tuple(_course(course.title, t.render(course.note) if course.note else "") for course in block.courses)
    half = (len(courses) + 1) // 2
    titles = "; ".join(course.title for course in block.courses)
    yield Line(
        key=f"courses:{block.id}",
        grid=COURSES,
        cells=(courses[:half], courses[half:]),
        fold=told(block, voice),
        spoken=f"{said}, {count}: {titles}. {spoken_source(block, voice)}",
        copied=f"{said} ({count}): {titles}",
        padding=8,
        at_top=True,
    )


def _course(title: str, note: str) -> Para:
    more = (Run(f" · {note}", Role.SMALL, "text2"),) if note else ()
    return Para((Run(title), *more), icon="minus", above=2)


def _admission(detailed: Detailed, voice: Voice) -> Iterator[Line]:
    rows = [row for row in detailed.facts if tab_of(row) is Tab.ADMISSION]
    yield from entry_lines(detailed, voice)
    yield from _doubts(rows, ("entry", "requirements", "soft"), voice)
    yield from process_lines(detailed, voice)
    yield from _doubts(rows, ("process",), voice)
    yield from legal_lines(detailed, voice)
    yield heading("asked", voice.t.tr("What else one asks about"))
    yield from fact_lines((row for row in rows if row.row.key not in _CHECKED), voice)


def _doubts(rows: list[Filled], keys: tuple[str, ...], voice: Voice) -> Iterator[Line]:
    """The doubts alone, where the facts themselves are shown in another way."""
    for row in rows:
        if row.row.key in keys:
            yield from (line for line in fact_lines((row,), voice) if line.key.startswith("flag:"))


def _costs(detailed: Detailed, voice: Voice) -> Iterator[Line]:
    yield heading("charges", voice.t.tr("Prices and payment"))
    yield from fact_lines((row for row in detailed.facts if tab_of(row) is Tab.COSTS), voice)
    yield from payer_lines(detailed, voice)


def _calendar(detailed: Detailed, voice: Voice) -> Iterator[Line]:
    yield from _grouped((row for row in detailed.facts if tab_of(row) is Tab.CALENDAR), voice)


def _outcomes(detailed: Detailed, voice: Voice) -> Iterator[Line]:
    yield from _grouped((row for row in detailed.facts if tab_of(row) is Tab.OUTCOMES), voice)


def _awards(detailed: Detailed, voice: Voice) -> Iterator[Line]:
    yield from _grouped((row for row in detailed.facts if tab_of(row) is Tab.AWARDS), voice)


_TABS: dict[Tab, Callable[[Detailed, Voice], Iterator[Line]]] = {
    Tab.OVERVIEW: _overview,
    Tab.CURRICULUM: _curriculum,
    Tab.ADMISSION: _admission,
    Tab.COSTS: _costs,
    Tab.CALENDAR: _calendar,
    Tab.OUTCOMES: _outcomes,
    Tab.AWARDS: _awards,
    Tab.ROUTES: route_lines,
    Tab.SOURCES: source_lines,
}
