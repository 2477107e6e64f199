"""The desk as it was left, for the start after a crash or a power cut."""

from dataclasses import dataclass, field, replace

from advisor_app.domain.arrangement import Arrangement
from advisor_app.domain.columns import Column
from advisor_app.domain.errors import UserProblem
from advisor_app.domain.routes import routes_of
from advisor_app.domain.student import Student
from advisor_app.services.reader import CatalogueReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What is on the desk. Kept while the program runs and emptied when it ends: a student's data is not kept without consent."""

    student: Student = field(default_factory=Student)
    supposed: Student | None = None
    kept: tuple[Student, ...] = ()
    columns: tuple[Column, ...] = ()
    arrangement: Arrangement = field(default_factory=Arrangement)
    selected: str | None = None
    place: str = "programmes"

    @property
    def empty(self) -> bool:
        """Whether nothing would be missed."""
        return self.student.empty and not self.kept and not self.columns


def usable(session: Session, catalogue: CatalogueReader) -> Session:
    """The session without what the open catalogue does not hold: it may be another than before."""
    columns = tuple(column for column in session.columns if holds(catalogue, column))
    selected = session.selected if session.selected and _has(catalogue, session.selected) else None
    pinned = sum(column in columns for column in session.columns[: session.arrangement.pinned])
    return replace(
        session,
        student=_known(session.student, catalogue),
        supposed=None if session.supposed is None else _known(session.supposed, catalogue),
        kept=tuple(_known(student, catalogue) for student in session.kept),
        columns=columns,
        selected=selected,
        arrangement=replace(session.arrangement, pinned=pinned),
    )


def holds(catalogue: CatalogueReader, column: Column) -> bool:
    """Whether the catalogue has the column's programme, and its route where it is one."""
    if not _has(catalogue, column.programme):
        return False
    return column.route is None or column.route in routes_of(catalogue.programme(column.programme))


def _has(catalogue: CatalogueReader, programme_id: str) -> bool:
    try:
        catalogue.programme(programme_id)
    except UserProblem:
        return False
    return True


def _known(student: Student, catalogue: CatalogueReader) -> Student:
    """The student in the words of this catalogue's tables."""
    reference = catalogue.reference()
    qualifications = tuple(
        replace(
            one,
            title=one.title if one.title in reference.qualifications else None,
            fields=tuple(field_ for field_ in one.fields if field_ in reference.fields),
        )
        for one in student.qualifications
    )
    campus = student.wishes.campus if student.wishes.campus in catalogue.campus_ids() else None
    return replace(student, qualifications=qualifications, wishes=replace(student.wishes, campus=campus))
