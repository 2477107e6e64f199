"""One programme opened. Apart from browsing, whose columns and masks a command about known programmes does not wait for."""

from dataclasses import dataclass

from advisor_app.domain.check import ProgrammeCheck, check_programme
from advisor_app.domain.rows import Filled, Subject, facts_of
from advisor_app.domain.student import Student
from advisor_app.services.reader import CatalogueReader, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Detailed:
    """One programme opened: every row of it, and the student held against its routes."""

    subject: Subject
    facts: tuple[Filled, ...]
    check: ProgrammeCheck


def details(catalogue: CatalogueReader, student: Student, programme_id: str) -> Detailed:
    """Everything on one programme. Raises ``UserProblem`` for an unknown identifier."""
    programme = catalogue.programme(programme_id)
    opened = subject(catalogue, programme)
    return Detailed(subject=opened, facts=facts_of(opened), check=check_programme(programme, student, opened.reference))
