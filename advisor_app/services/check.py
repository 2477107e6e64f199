"""Checking a student: every route's verdict, and the question to ask next."""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor_app.domain.ask_next import Question, ask_next
from advisor_app.domain.check import ProgrammeCheck, RouteCheck, check_programme, preference
from advisor_app.domain.rows import Subject
from advisor_app.domain.student import Student
from advisor_app.domain.verdicts import Verdict
from advisor_app.services.reader import CatalogueReader, programmes, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The student held against every programme asked for. ``subjects`` has what names and sources are read from, by programme."""

    student: Student
    programmes: tuple[ProgrammeCheck, ...]
    subjects: dict[str, Subject]
    ask_next: Question | None

    @property
    def routes(self) -> tuple[RouteCheck, ...]:
        """Every route, best for this student first."""
        return tuple(sorted((route for checked in self.programmes for route in checked.routes), key=preference))

    def of(self, verdict: Verdict) -> tuple[RouteCheck, ...]:
        return tuple(route for route in self.routes if route.verdict is verdict)


def check(catalogue: CatalogueReader, student: Student, ids: Iterable[str] | None = None) -> Checked:
    """Holds ``student`` against the programmes of ``ids``, or all. Raises ``UserProblem`` for an unknown identifier."""
    chosen = programmes(catalogue, ids)
    reference = catalogue.reference()
    return Checked(
        student=student,
        programmes=tuple(check_programme(programme, student, reference) for programme in chosen),
        subjects={programme.id: subject(catalogue, programme) for programme in chosen},
        ask_next=ask_next(chosen, student, reference),
    )
