"""What a sheet is made from, and what the claim check finds in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from advisor_app.domain.claims.check import Claim, check_claims, check_own_words
from advisor_app.domain.columns import Column
from advisor_app.domain.curriculum import NO_DECISIONS, Decisions
from advisor_app.domain.reference import Reference
from advisor_app.domain.route import Route
from advisor_app.domain.rows import Subject
from advisor_app.domain.student import Student
from advisor_app.domain.text import Lang, Value
from advisor_app.services.check import Checked, check
from advisor_app.services.compare import Compared, compare
from advisor_app.services.detailed import Detailed, details
from advisor_app.services.reader import CatalogueReader

MOST_SUMMED = 40  # programmes on one summary
LONGEST_OCCASION, LONGEST_NAME = 100, 30  # characters that the head of a sheet has room for


class SheetKind(StrEnum):
    """Two to five programmes side by side, one programme in full, or every route of a student."""

    COMPARISON = "comparison"
    PROGRAMME = "programme"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRequest:
    """Which sheet for whom. ``columns`` are the programmes chosen, of which a sheet of one programme takes the first.

    ``supposed`` is the student of a what-if, printed beside the real one. ``only`` narrows a summary to some programmes.
    ``decisions`` are what people said of courses that are probably the same: the sheet shows them as the window does.
    """

    kind: SheetKind
    student: Student
    columns: tuple[Column, ...] = ()
    supposed: Student | None = None
    only: tuple[str, ...] = ()
    decisions: Decisions = NO_DECISIONS


Result: TypeAlias = Compared | Detailed | Checked


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What stands on the sheet for the real student and, in a what-if, for the supposed one."""

    request: SheetRequest
    real: Result
    supposed: Result | None = None

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """The programmes that the sheet is about, in its order."""
        match self.real:
            case Compared():
                return tuple(column.subject for column in self.real.columns)
            case Detailed():
                return (self.real.subject,)
            case Checked():
                return tuple(self.real.subjects.values())

    @property
    def route(self) -> Route | None:
        """The route that one programme in full is shown by."""
        return self.request.columns[0].route if self.request.columns else None


def gather(catalogue: CatalogueReader, request: SheetRequest) -> Gathered:
    """Raises ``UserProblem`` for too few or too many programmes, or one that is not there."""
    supposed = None if request.supposed is None else _result(catalogue, request, request.supposed)
    return Gathered(request=request, real=_result(catalogue, request, request.student), supposed=supposed)


def _result(catalogue: CatalogueReader, request: SheetRequest, student: Student) -> Result:
    match request.kind:
        case SheetKind.COMPARISON:
            return compare(catalogue, student, request.columns, request.decisions)
        case SheetKind.PROGRAMME:
            return details(catalogue, student, request.columns[0].programme)
        case SheetKind.SUMMARY:
            return check(catalogue, student, request.only or summed(catalogue, request))


def summed(catalogue: CatalogueReader, request: SheetRequest) -> tuple[str, ...]:
    """The programmes of a summary: all of a small catalogue; of a large one those chosen, else those that fit the student best."""
    every = catalogue.programme_ids()
    if len(every) <= MOST_SUMMED:
        return every
    chosen = tuple(dict.fromkeys(column.programme for column in request.columns))
    if chosen:
        return chosen
    from advisor_app.services.browse import Query, browse  # here: only so large a catalogue waits for the columns of a list

    return tuple(every[at] for at in browse(catalogue, request.student, Query()).positions[:MOST_SUMMED])


def claims_in(gathered: Gathered, lang: Lang, today: date, own_words: Iterable[tuple[Value, str]] = ()) -> tuple[Claim, ...]:
    """Everything that the rules find in what can be said, own words first. The sheet then tells which of it is printed."""
    subjects = gathered.subjects
    reference = subjects[0].reference if subjects else Reference()
    rules = tuple(reference.claim_rules.values())
    start = _starts(gathered.request.student)
    return (*check_own_words(own_words, subjects, rules), *check_claims(subjects, rules, lang, today, start))


def _starts(student: Student) -> date | None:
    if student.wishes.start is None:
        return None
    year, month = (int(part) for part in student.wishes.start.split("-"))
    return date(year, month, 1)
