"""A kind of requirement is added by one module and one file of cases, nothing else: here is one, put there for the test alone."""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor_app.domain.ask_next import ask_next
from advisor_app.domain.check import assess, check_programme
from advisor_app.domain.requirements import kinds
from advisor_app.domain.requirements.base import FACTS, KINDS, asks_for
from advisor_app.domain.requirements.tree import Leaf
from advisor_app.domain.student import Fact, Student
from advisor_app.domain.text import msg
from advisor_app.domain.verdicts import Verdict
from advisor_app.domain.what_if import answered, improved
from advisor_app.interchange.structuring import Wrongs
from advisor_app.interchange.student_file import student_of
from advisor_app.services.verdict_columns import verdict_ranks
from tests.domain.samples import REFERENCE
from tests.domain.test_check import asking
from tests.domain.test_kinds import Case, case
from tests.domain.wording import said
from tests.services.test_verdict_columns import compiled

MODULE = '''"""A portfolio of so many pieces."""

from dataclasses import dataclass

from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.base import Answer, Candidate, Change, FindingStatus, Invalid, asks_for, kind, positive
from advisor_app.domain.text import Message, msg

PIECES = asks_for("portfolio", int, msg("How many pieces are in the portfolio?"), (0, 1000))


@kind("portfolio")
@dataclass(frozen=True, slots=True)
class Portfolio:
    """At least ``pieces`` pieces of work."""

    pieces: int

    def asked(self, reference: Reference) -> Message:
        return msg("Portfolio of {count} pieces", count=self.pieces)

    def check(self, candidate: Candidate) -> Answer:
        has = candidate.student.fact("portfolio")
        if not isinstance(has, int):
            return Answer.missing(PIECES.field, msg("Nobody has asked for the portfolio."))
        said = msg("{count} pieces", count=has)
        if has >= self.pieces:
            return Answer(status=FindingStatus.MET, has=said, reason=msg("The portfolio is large enough."))
        change = Change(field=PIECES.field, value=self.pieces, say=msg("a portfolio of {count} pieces", count=self.pieces))
        return Answer(status=FindingStatus.NOT_MET, has=said, reason=msg("The portfolio is too small."), change=change)

    def problems(self, reference: Reference) -> tuple[Invalid, ...]:
        return positive("pieces", self.pieces)
'''

CASES = """
[[case]]
asked = { kind = "portfolio", pieces = 5 }
student = { person = { portfolio = 5 } }
expect = "met"

[[case]]
asked = { kind = "portfolio", pieces = 5 }
student = { person = { portfolio = 4 } }
expect = "not_met"

[[case]]
asked = { kind = "portfolio", pieces = 5 }
student = {}
expect = "unknown"
"""


@pytest.fixture
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Case]]:
    (tmp_path / "portfolio.py").write_text(MODULE, encoding="utf-8")
    monkeypatch.setattr(kinds, "__path__", [*kinds.__path__, str(tmp_path)])
    kinds.load()
    yield [case("portfolio", one) for one in tomllib.loads(CASES)["case"]]
    KINDS.pop("portfolio")
    FACTS.pop("portfolio")
    sys.modules.pop(f"{kinds.__name__}.portfolio")


def student(pieces: int | None) -> Student:
    person = {} if pieces is None else {"person": {"portfolio": pieces}}
    return student_of(person, REFERENCE, ())


def test_its_cases_hold(added: list[Case]) -> None:
    assert [one.answer().status for one in added] == [one.expect for one in added]


def test_routes_get_their_verdict_their_question_and_their_way_forward(added: list[Case]) -> None:
    programme = asking(added[0].leaf)
    verdicts = [check_programme(programme, student(pieces), REFERENCE).verdict for pieces in (5, 4, None)]
    assert verdicts == [Verdict.CAN_APPLY, Verdict.NOT_YET, Verdict.NEED_INFO]
    question = ask_next((programme,), student(None), REFERENCE)
    assert question is not None
    assert (question.field, question.settles, said(question.ask)) == (
        "person.portfolio",
        3,
        "How many pieces are in the portfolio?",
    )
    assert answered(student(4), question.field, 7).fact("portfolio") == 7
    [way] = check_programme(programme, student(4), REFERENCE).routes[0].ways
    assert [said(change.say) for change in way.changes] == ["a portfolio of 5 pieces"]
    turned = improved(student(4), way.changes, way.basis)
    assert assess(programme.entry_points[0], turned, REFERENCE).verdict is Verdict.CAN_APPLY
    assert improved(student(9), way.changes, way.basis).fact("portfolio") == 9, "nothing is ever taken away"


def test_the_whole_catalogue_knows_it_too(added: list[Case]) -> None:
    leaf: Leaf = added[0].leaf
    for pieces, verdict in ((5, Verdict.CAN_APPLY), (4, Verdict.NOT_YET), (None, Verdict.NEED_INFO)):
        assert verdict_ranks(compiled([leaf]), student(pieces), REFERENCE).tolist() == [verdict.rank]


def test_its_fact_is_checked_in_student_files(added: list[Case]) -> None:
    assert student(3).facts == (Fact("portfolio", 3),)
    with pytest.raises(Wrongs):
        student_of({"person": {"portfolio": "many"}}, REFERENCE, ())


def test_before_it_is_there_nobody_knows_the_key() -> None:
    with pytest.raises(Wrongs):
        student(3)


def test_two_facts_cannot_share_a_name(added: list[Case]) -> None:
    with pytest.raises(ValueError, match="two facts"):
        asks_for("portfolio", bool, msg("Another question?"), (True, False))
