"""Aptitude tests such as the GMAT or TAGE MAGE."""

from dataclasses import dataclass
from decimal import Decimal

from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.base import Answer, Candidate, Change, FindingStatus, Invalid, kind, positive
from advisor_app.domain.student import TestScore
from advisor_app.domain.text import Message, how_many, msg, msg_n


@kind("aptitude_test")
@dataclass(frozen=True, slots=True)
class AptitudeTest:
    """A score of at least ``minimum`` in ``test``. Scores of two tests are never compared."""

    test: str
    minimum: Decimal

    def asked(self, reference: Reference) -> Message:
        return msg("{test}: at least {minimum}", test=self.test, minimum=self.minimum)

    def check(self, candidate: Candidate) -> Answer:
        scores = [one.score for one in candidate.student.tests if one.test.casefold() == self.test.casefold()]
        if not scores:
            return Answer.missing(f"tests.{self.test}", msg("The score in the {test} is not given.", test=self.test))
        has = max(scores)
        said = msg("{test} {score}", test=self.test, score=has)
        if has >= self.minimum:
            return Answer(status=FindingStatus.MET, has=said, reason=msg("The score is high enough."))
        return Answer(
            status=FindingStatus.NOT_MET,
            has=said,
            reason=msg_n(
                "{missing} point short of the {asked} asked for.",
                "{missing} points short of the {asked} asked for.",
                how_many(self.minimum - has),
                missing=self.minimum - has,
                asked=self.minimum,
            ),
            change=Change(
                field=f"tests.{self.test}",
                value=TestScore(self.test, self.minimum),
                say=msg("{minimum} in the {test}", minimum=self.minimum, test=self.test),
            ),
        )

    def problems(self, reference: Reference) -> tuple[Invalid, ...]:
        return positive("minimum", self.minimum)
