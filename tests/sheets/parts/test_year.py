"""The year on a sheet: the comparator's strip, lane by lane, and what no strip can place."""

from dataclasses import replace

import pytest

from advisor_app.domain.catalogue import Calendar, Deadline, Intake, Programme
from advisor_app.domain.columns import Column
from advisor_app.domain.facts import Fact, Status
from advisor_app.domain.pictures.calendar_strip import Mark
from advisor_app.domain.text import Lang, Text
from advisor_app.models.repository import CatalogueRepository
from advisor_app.services.compare import compare
from advisor_app.sheets import model as m
from advisor_app.sheets.comparison import comparison_sheet
from advisor_app.sheets.render import render
from advisor_app.wording import Translator
from tests.sheets import reading
from tests.sheets.test_comparison import ECONOMIST, HEIP, INTELLIGENCE, SECURITY, THREE, TODAY, catalogue, opened, whole

DATED = Calendar(
    intakes=(Intake(id="autumn", month=9), Intake(id="spring", month=2)),
    teaching_from=Fact(value=2),
    teaching_to=Fact(value=11),
    intensive_weeks=Fact(value=2),
    intensive_months=Fact(value=(11,)),
    rhythm=Fact(value=Text("trois jours à l’école, deux en entreprise", "three days at school, two at work")),
    deadline=Fact(value=Text("31 mars", "31 March")),
    deadlines=(Deadline(month=3, day=31, year=2027), Deadline(month=1)),
)


def with_calendar(calendar: Calendar) -> CatalogueRepository:
    """The real catalogue in which HEIP's page dates its year, and its work."""
    real = whole()

    def dated(programme: Programme) -> Programme:
        duties = tuple(replace(duty, formats=(), months=Fact(value=(4, 5, 6))) for duty in programme.duties[:1])
        return replace(programme, calendar=calendar, duties=duties)

    return opened(replace(real, programmes={**real.programmes, HEIP: dated(real.programmes[HEIP])}))


def sheet(held: CatalogueRepository, lang: Lang = "en") -> m.SheetModel:
    return comparison_sheet(compare(held, ECONOMIST, [Column(programme=one) for one in THREE]), Translator(lang), TODAY)


def strip(found: m.SheetModel, programme: str) -> m.YearStrip:
    row = next(row for row in found.rows if row.key == "year")
    return next(block for block in row.cells[THREE.index(programme)].blocks if isinstance(block, m.YearStrip))


def months(lane: tuple[m.Span, ...], *drawn: m.Drawn) -> set[int]:
    return {month for span in lane if span.drawn in drawn for month in range(span.first, span.last + 1)}


@pytest.mark.parametrize("held", [catalogue, lambda: with_calendar(DATED)], ids=["real", "dated"])
def test_the_strip_shows_the_months_of_the_comparator(held: object) -> None:
    assert callable(held)
    opened_ = held()
    compared = compare(opened_, ECONOMIST, [Column(programme=one) for one in THREE])
    for programme, column in zip(THREE, compared.pictures.calendar.columns, strict=True):
        drawn = strip(sheet(opened_), programme)
        held_months = {mark: {place for place, marks in enumerate(column.marks) if mark in marks} for mark in Mark}
        placed = held_months[Mark.STUDY] | held_months[Mark.START]
        assert months(drawn.lanes[0], m.Drawn.SOLID) in (placed, set())
        assert months(drawn.lanes[0], m.Drawn.SOLID, m.Drawn.OPEN) >= placed
        below = {drawn_: set[int]() for drawn_ in (m.Drawn.BARRED, m.Drawn.HATCHED, m.Drawn.SIGN)}
        for lane in drawn.lanes[1:]:
            below[lane[0].drawn] = months(lane, lane[0].drawn)
        assert tuple(below.values()) == (held_months[Mark.INTENSIVE], held_months[Mark.WORK], held_months[Mark.DEADLINE])
        assert Translator("en").render(column.said).partition(": ")[2] in drawn.alt


def test_deadlines_and_dated_work_are_drawn_and_named() -> None:
    found = strip(sheet(with_calendar(DATED)), HEIP)
    assert [lane[-1].text for lane in found.lanes[1:]] == ["intensive weeks", "work", "deadline to apply"]
    assert "deadline to apply in January and March" in found.alt
    assert "work in April to June" in found.alt


def test_a_year_over_the_summer_is_drawn_in_two_spans() -> None:
    first = strip(sheet(with_calendar(DATED)), HEIP).lanes[0]
    assert [(span.first, span.last) for span in first if span.drawn is m.Drawn.SOLID] == [(0, 2), (5, 11)]


def test_an_end_that_no_page_gives_is_an_open_track_that_says_so() -> None:
    (open_,) = strip(sheet(catalogue()), HEIP).lanes[0]
    assert open_.drawn is m.Drawn.OPEN
    assert (open_.first, open_.text) == (0, "from September; end and rhythm not stated")
    for programme in (SECURITY, INTELLIGENCE):
        assert all(span.drawn is m.Drawn.SOLID for span in strip(sheet(catalogue()), programme).lanes[0])


def test_rhythm_and_dates_stand_in_words_too() -> None:
    said = reading.text(render(sheet(with_calendar(DATED))))
    assert "Rhythm: three days at school, two at work" in said
    assert "2 intensive weeks, dates: November" in said
    assert "April, May, and June" in said or "April, May and June" in said


def test_a_page_without_any_month_has_no_strip() -> None:
    silent = with_calendar(Calendar(intake=Fact(value=None, status=Status.NOT_STATED)))
    real = whole().programmes[HEIP]
    bare = opened(replace(whole(), programmes={**whole().programmes, HEIP: replace(real, calendar=Calendar(), duties=())}))
    row = next(row for row in sheet(bare).rows if row.key == "year")
    assert not any(isinstance(block, m.YearStrip) for block in row.cells[0].blocks)
    assert "Start, end and rhythm: not stated" in reading.text(render(sheet(bare)))
    assert strip(sheet(silent), HEIP).lanes[0] == ()
