"""What a school hopes for and nobody can check: a keen interest, a motivation."""

from dataclasses import dataclass

from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.base import Answer, Candidate, FindingStatus, kind
from advisor_app.domain.text import Message, Text, msg


@kind("motivation")
@dataclass(frozen=True, slots=True)
class Motivation:
    """A soft criterion, said in words. Listed, never checked."""

    text: Text

    def asked(self, reference: Reference) -> Message:
        return msg("{text}", text=self.text)

    def check(self, candidate: Candidate) -> Answer:
        has = msg("nobody can check this beforehand")
        return Answer(status=FindingStatus.TO_CONFIRM, has=has, reason=has)

    def problems(self, reference: Reference) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        return ()
