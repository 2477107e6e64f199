"""Comparing: two to five programmes, or exact routes of them, side by side for one student."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor_app.domain.attainment import level_of_student
from advisor_app.domain.check import ProgrammeCheck, RouteCheck, check_programme
from advisor_app.domain.column_names import column_names
from advisor_app.domain.columns import Column
from advisor_app.domain.comparison import FEWEST, MOST, Comparison
from advisor_app.domain.comparison import compare as compare_subjects
from advisor_app.domain.curriculum import NO_DECISIONS, Decisions
from advisor_app.domain.errors import UserProblem
from advisor_app.domain.pictures.calendar_strip import CalendarStrip, calendar_strip
from advisor_app.domain.pictures.cost_bars import CostBars, cost_bars
from advisor_app.domain.pictures.course_strip import CourseStrip, course_strip
from advisor_app.domain.pictures.requirements_side import RequirementsSideBySide, requirements_side_by_side
from advisor_app.domain.reference import Reference
from advisor_app.domain.rows import Subject
from advisor_app.domain.student import Student
from advisor_app.domain.text import Value, msg
from advisor_app.domain.timeline import Timeline, timelines
from advisor_app.services.course_matching import candidates_of
from advisor_app.services.reader import CatalogueReader, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedColumn:
    """A column with the student held against it.

    ``check`` is that of the route shown; a programme without routes has none. ``name`` is the shortest that tells the column from
    the others. ``timelines`` has what the route costs, payment by payment: one, or with and without a contract (in this order);
    none without a route.
    """

    column: Column
    subject: Subject
    programme: ProgrammeCheck
    check: RouteCheck | None
    name: Value = ""
    timelines: tuple[Timeline, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """The figures of the pictures, for screen and sheet alike. ``costs`` suppose a contract where a route has one."""

    costs: CostBars
    calendar: CalendarStrip
    courses: CourseStrip
    requirements: RequirementsSideBySide


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """``level`` (Bac+N) is where the student stands and the timelines begin, ``None`` where it is not known."""

    student: Student
    columns: tuple[ComparedColumn, ...]
    comparison: Comparison
    pictures: Pictures
    level: int | None = None


def compare(
    catalogue: CatalogueReader, student: Student, columns: Sequence[Column], decisions: Decisions = NO_DECISIONS
) -> Compared:
    """The comparison of ``columns``, in their order. Raises ``UserProblem`` for too few, too many or an unknown one.

    ``decisions`` are what people said of pairs of courses that are probably the same.
    """
    if not FEWEST <= len(columns) <= MOST:
        raise UserProblem(msg("A comparison takes two to five programmes; {count} are given.", count=len(columns)))
    reference = catalogue.reference()
    held = {one: catalogue.programme(one) for one in dict.fromkeys(column.programme for column in columns)}
    checked = {one: check_programme(programme, student, reference) for one, programme in held.items()}
    opened = tuple(_open(catalogue, checked[column.programme], column) for column in columns)
    subjects = tuple(one.subject for one in opened)
    level = level_of_student(student, reference)
    named = zip(opened, column_names(subjects), strict=True)
    shown = tuple(_column(one, name, student, reference, level) for one, name in named)
    comparison = compare_subjects(subjects, candidates_of(subjects), decisions)
    pictures = _pictures(shown, comparison, student)
    return Compared(student=student, columns=shown, comparison=comparison, pictures=pictures, level=level)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
    column: Column
    subject: Subject
    programme: ProgrammeCheck
    check: RouteCheck | None


def _open(catalogue: CatalogueReader, checked: ProgrammeCheck, column: Column) -> _Opened:
    check = next((one for one in checked.routes if one.route == column.route), checked.best)
    opened = subject(catalogue, checked.programme, check.route if check else None)
    return _Opened(column=column, subject=opened, programme=checked, check=check)


def _column(one: _Opened, name: Value, student: Student, reference: Reference, level: int | None) -> ComparedColumn:
    laid = timelines(one.subject.programme, one.check.route, student, reference, level) if one.check else ()
    return ComparedColumn(
        column=one.column, subject=one.subject, programme=one.programme, check=one.check, name=name, timelines=laid
    )


def _pictures(columns: tuple[ComparedColumn, ...], comparison: Comparison, student: Student) -> Pictures:
    names = tuple(column.name for column in columns)
    return Pictures(
        costs=cost_bars([column.timelines[0] if column.timelines else None for column in columns], names),
        calendar=calendar_strip([column.subject for column in columns], names, student.residence),
        courses=course_strip(comparison.alignment, names),
        requirements=requirements_side_by_side([column.check for column in columns], names),
    )
