"""Comparing: two to five programmes, or exact routes of them, side by side for one student."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor_app.domain.check import ProgrammeCheck, RouteCheck, check_programme
from advisor_app.domain.comparison import FEWEST, MOST, Comparison
from advisor_app.domain.comparison import compare as compare_subjects
from advisor_app.domain.errors import UserProblem
from advisor_app.domain.routes import Route
from advisor_app.domain.rows import Subject
from advisor_app.domain.student import Student
from advisor_app.domain.text import msg
from advisor_app.services.reader import CatalogueReader, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What one column shows: a programme by its route that fits the student best, or one exact route."""

    programme: str
    route: Route | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedColumn:
    """A column with the student held against it. ``check`` is that of the route shown; a programme without routes has none."""

    column: Column
    subject: Subject
    programme: ProgrammeCheck
    check: RouteCheck | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    student: Student
    columns: tuple[ComparedColumn, ...]
    comparison: Comparison


def compare(catalogue: CatalogueReader, student: Student, columns: Sequence[Column]) -> Compared:
    """The comparison of ``columns``, in their order. Raises ``UserProblem`` for too few, too many or an unknown one."""
    if not FEWEST <= len(columns) <= MOST:
        raise UserProblem(msg("A comparison takes two to five programmes; {count} are given.", count=len(columns)))
    shown = tuple(_column(catalogue, student, column) for column in columns)
    return Compared(student=student, columns=shown, comparison=compare_subjects(tuple(column.subject for column in shown)))


def _column(catalogue: CatalogueReader, student: Student, column: Column) -> ComparedColumn:
    programme = catalogue.programme(column.programme)
    checked = check_programme(programme, student, catalogue.reference())
    check = next((one for one in checked.routes if one.route == column.route), checked.best)
    opened = subject(catalogue, programme, check.route if check else None)
    return ComparedColumn(column=column, subject=opened, programme=checked, check=check)
