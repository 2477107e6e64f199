"""The figures behind the pictures of a comparison, and the sentences that describe them."""

from dataclasses import replace
from decimal import Decimal

from advisor_app.domain.aligning import align
from advisor_app.domain.catalogue import Block, Calendar, Course, Deadline, Financing, Intake, Programme, WorkDuty
from advisor_app.domain.check import check_programme
from advisor_app.domain.column_names import column_names
from advisor_app.domain.curriculum import Likeness
from advisor_app.domain.facts import Fact, Status, not_stated
from advisor_app.domain.pictures.calendar_strip import MONTHS, CalendarColumn, Mark, calendar_strip
from advisor_app.domain.pictures.cost_bars import cost_bars
from advisor_app.domain.pictures.course_strip import course_strip
from advisor_app.domain.pictures.requirements_side import requirements_side_by_side
from advisor_app.domain.quantities import Span
from advisor_app.domain.requirements.base import FindingStatus
from advisor_app.domain.route import Route
from advisor_app.domain.rows import Subject
from advisor_app.domain.student import Residence
from advisor_app.domain.terms import ChargeKind, Payer
from advisor_app.domain.text import same
from tests.domain.laid import laid
from tests.domain.samples import APPLICATION, INSTITUTION, LICENCE_IN_LAW, REFERENCE, TWO_YEARS, programme, subject, tuition
from tests.domain.wording import said


def test_bars_have_what_is_sure_and_the_open_part_between_the_payers() -> None:
    disputed = Financing(formats=("apprenticeship",), payer=Payer.EMPLOYER, text=same("all or part"), status=Status.CONFLICTING)
    one = programme(financing=(disputed,))
    [initial], (contract, _) = laid(one, entry="y2", level=3), laid(one, "apprenticeship", "y2", level=3)
    bars = cost_bars([initial, contract, None], ["A", "B", "C"])
    first, second = bars.columns[0].bars
    assert first.elsewhere
    assert first.price is None
    assert first.open == 0
    assert [(part.payer, part.amount) for part in second.known] == [(Payer.STUDENT, Decimal(6050))]
    unsettled = bars.columns[1].bars[1]
    assert (unsettled.open, unsettled.between) == (Decimal(6000), (Payer.STUDENT, Payer.EMPLOYER))
    assert bars.top("EUR") == Decimal(6050)
    assert bars.top("GBP") == 0
    assert bars.one_scale
    assert said(bars.said) == (
        "A: Bac+4 year, elsewhere: not stated, Bac+5 year: the student 6,050 €; "
        "B: Bac+4 year, elsewhere: not stated, Bac+5 year: the student 50 € to 6,050 €, the employer 0 € to 6,000 €; C: not stated"
    )


def test_a_bar_names_what_it_leaves_out() -> None:
    fee = replace(APPLICATION, currency=None, currency_note=same("no currency"))
    [timeline] = laid(programme(charges=(tuition("6000"), fee)), entry="y2")
    [bar] = cost_bars([timeline], ["A"]).columns[0].bars
    assert bar.left_out == (ChargeKind.APPLICATION,)
    assert said(bar.said) == "Bac+5 year: the student 6,000 €, without: Application fee"


def test_a_route_of_unknown_length_has_no_bars() -> None:
    one = programme(entry_points=(replace(TWO_YEARS, duration=not_stated()),))
    [timeline] = laid(one)
    assert said(cost_bars([timeline], ["A"]).said) == "A: not stated"


YEAR = Calendar(
    intakes=(Intake(id="sept", month=9),),
    teaching_from=Fact(value=10),
    teaching_to=Fact(value=2),
    intensive_weeks=Fact(value=2),
    deadlines=(Deadline(month=6), Deadline(month=3, residences=(Residence.OTHER,)), Deadline(month=5, intakes=("feb",))),
)
ROUTE = Route(programme="example", entry="y2", format="apprenticeship", campus="lille", intake="sept")


def strip(one: Programme, route: Route | None = ROUTE, residence: Residence | None = None) -> CalendarColumn:
    return calendar_strip([replace(subject(one), route=route)], ["A"], residence).columns[0]


def months_of(column: CalendarColumn, mark: Mark) -> list[int]:
    return [month for month, held in zip(MONTHS, column.marks, strict=True) if mark in held]


def test_the_strip_places_what_is_dated_and_lists_the_rest() -> None:
    duties = (
        WorkDuty(id="d", name=same("internship"), length=Fact(value=Span(minimum=Decimal(4), maximum=Decimal(6)))),
        WorkDuty(id="e", name=same("mission")),
    )
    column = strip(programme(calendar=YEAR, duties=duties))
    assert months_of(column, Mark.START) == [9]
    assert months_of(column, Mark.STUDY) == [10, 11, 12, 1, 2]
    assert months_of(column, Mark.DEADLINE) == [3, 6]
    assert not months_of(column, Mark.WORK)
    assert said(column.said) == (
        "A: start in September, courses in October to February, deadline to apply in March and June, "
        "2 intensive weeks, months not stated, internship: 4 to 6 months, months not stated, mission: months not stated, "
        "work under the contract: months not stated"
    )
    assert not column.empty


def test_the_strip_places_dated_work_and_intensive_weeks() -> None:
    duty = WorkDuty(id="d", name=same("internship"), months=Fact(value=(5, 6)))
    calendar = replace(YEAR, intensive_months=Fact(value=(1,)), teaching_to=not_stated())
    column = strip(programme(calendar=calendar, duties=(duty,)), replace(ROUTE, format="initial"), Residence.FRENCH)
    assert months_of(column, Mark.WORK) == [5, 6]
    assert months_of(column, Mark.INTENSIVE) == [1]
    assert months_of(column, Mark.STUDY) == [10]
    assert months_of(column, Mark.DEADLINE) == [6]
    assert column.undated == ()


def test_a_page_without_a_calendar_has_an_empty_strip() -> None:
    column = strip(programme(calendar=Calendar()), None)
    assert column.empty
    assert said(column.said) == "A: not stated"


def test_conditions_stand_side_by_side_by_kind() -> None:
    checked = check_programme(programme(), LICENCE_IN_LAW, REFERENCE)
    open_, closed = (next(one for one in checked.routes if one.route.entry == entry) for entry in ("y1", "y2"))
    without = (replace(TWO_YEARS, requirements=None), *programme().entry_points[1:])
    silent = check_programme(programme(entry_points=without), LICENCE_IN_LAW, REFERENCE)
    found = requirements_side_by_side([open_, closed, silent.routes[0] if silent.routes else None, None], ["A", "B", "C", "D"])
    assert {row.kind for row in found.rows} >= {"level", "credits"}
    level = next(row for row in found.rows if row.kind == "level")
    assert [level.status(column) for column in range(4)] == [FindingStatus.MET, FindingStatus.NOT_MET, None, None]
    assert [column.silent for column in found.columns] == [False, False, True, True]
    assert said(found.columns[3].said) == "D: The page states no entry requirement."
    assert dict(found.columns[1].counts)[FindingStatus.NOT_MET] >= 1
    assert "Not met:" in said(found.columns[1].said)


def teaching(programme_id: str, *titles: str, year: int = 1) -> Subject:
    courses = tuple(Course(title=title) for title in titles)
    return subject(programme(id=programme_id, curriculum=(Block(id="b", title=same("B"), year=year, courses=courses),)))


def test_courses_are_counted_year_by_year() -> None:
    one, other, none = teaching("one", "Law", "Art"), teaching("two", "Law", year=2), teaching("three")
    found = course_strip(align((one, other, none)), ["A", "B", "C"])
    assert [column.count(Likeness.SHARED) for column in found.columns] == [1, 1, 0]
    assert said(found.said) == (
        "A: year 1, 2 course lines: 1 shared, 0 probably the same, 1 only here; "
        "B: year 2, 1 course line: 1 shared, 0 probably the same, 0 only here; C: no courses listed"
    )


# --- names of columns


def test_columns_are_told_apart_by_as_little_as_possible() -> None:
    elsewhere = replace(INSTITUTION, id="other", short_name="Other School")
    one, two = subject(programme(id="one")), subject(programme(id="two", short_name=same("Two")))
    third = replace(subject(programme(id="three")), institution=elsewhere)
    assert [said(name) for name in column_names((one, third))] == ["SoE", "Other School"]
    assert [said(name) for name in column_names((one, two, third))] == ["Examples", "Two", "Other School"]
    routes = [
        replace(ROUTE, programme="one", format=format_, entry=entry) for format_, entry in (("initial", "y1"), ("initial", "y2"))
    ]
    assert [said(name) for name in column_names([replace(one, route=route) for route in routes])] == ["Year 1", "Year 2"]
    assert [said(name) for name in column_names([one, one])] == ["Examples", "Examples"]
    assert said(column_names([one, replace(one, route=routes[0])])[0]) == "Examples"
