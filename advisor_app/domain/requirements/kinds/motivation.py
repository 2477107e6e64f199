"""What a school hopes for and nobody can check: a keen interest, a motivation."""

from dataclasses import dataclass

from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.base import Answer, Candidate, FindingStatus, Invalid, kind
from advisor_app.domain.text import Message, Text, msg


@kind("motivation")
@dataclass(frozen=True, slots=True)
class Motivation:
    """A criterion said in words. Listed, never counted, so it is always given the strength ``soft``."""

    text: Text

    def asked(self, reference: Reference) -> Message:
        return msg("{text}", text=self.text)

    def check(self, candidate: Candidate) -> Answer:
        return Answer(
            status=FindingStatus.TO_CONFIRM,
            has=msg("for the interview to show"),
            reason=msg("Nobody can check this beforehand; it is never counted."),
        )

    def problems(self, reference: Reference) -> tuple[Invalid, ...]:
        return ()
