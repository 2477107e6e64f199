"""Checking a student: every route's verdict, and the question to ask next."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from advisor_app.domain.ask_next import Question, ask_next
from advisor_app.domain.check import ProgrammeCheck, RouteCheck, check_programme, preference
from advisor_app.domain.rows import Subject
from advisor_app.domain.student import Student
from advisor_app.domain.verdicts import Verdict
from advisor_app.services.reader import CatalogueReader, programmes, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The student held against every programme asked for. ``subjects`` has what names and sources are read from, by programme.

    ``total`` is how many programmes the catalogue has, where only those that fit best were looked at.
    """

    student: Student
    programmes: tuple[ProgrammeCheck, ...]
    subjects: dict[str, Subject]
    ask_next: Question | None
    total: int | None = None

    @property
    def routes(self) -> tuple[RouteCheck, ...]:
        """Every route, best for this student first."""
        return tuple(sorted((route for checked in self.programmes for route in checked.routes), key=preference))

    def of(self, verdict: Verdict) -> tuple[RouteCheck, ...]:
        return tuple(route for route in self.routes if route.verdict is verdict)


MOST_EXPLAINED = 40
"""Programmes whose routes are explained together: more than anybody reads, and few enough to be there at once."""


def check_best(catalogue: CatalogueReader, student: Student, wanted: Iterable[str] = ()) -> Checked:
    """Holds ``student`` against all programmes of a small catalogue; of a large one against ``wanted`` and those that fit best.

    Which those are the columns tell in a few milliseconds, whatever the catalogue's size.
    """
    chosen = best_fitting(catalogue, (student,), wanted)
    if chosen is None:
        return check(catalogue, student)
    return replace(check(catalogue, student, chosen), total=len(catalogue.programme_ids()))


def best_fitting(catalogue: CatalogueReader, students: Iterable[Student], wanted: Iterable[str] = ()) -> tuple[str, ...] | None:
    """The programmes that fit any of ``students`` best, after ``wanted``; ``None`` where there are few enough to take all."""
    ids = catalogue.programme_ids()
    if len(ids) <= MOST_EXPLAINED:
        return None
    from advisor_app.services.verdict_columns import verdicts_for  # late: numpy is not for the first screen

    known = set(ids)
    chosen = [one for one in wanted if one in known]
    for student in students:
        chosen += [ids[position] for position in verdicts_for(catalogue, student).argsort(kind="stable")[:MOST_EXPLAINED].tolist()]
    return tuple(dict.fromkeys(chosen))


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
