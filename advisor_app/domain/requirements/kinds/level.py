"""Level: how many years after the baccalauréat the diploma is usually treated as standing for."""

from dataclasses import dataclass

from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.base import Answer, Candidate, FindingStatus, kind
from advisor_app.domain.text import Message, msg


@kind("level")
@dataclass(frozen=True, slots=True)
class Level:
    """A diploma of at least Bac+``minimum``."""

    minimum: int

    def asked(self, reference: Reference) -> Message:
        return msg("Bac+{level}", level=self.minimum)

    def check(self, candidate: Candidate) -> Answer:
        return Answer(status=FindingStatus.UNKNOWN, has=msg("not given"), reason=msg("not given"))

    def problems(self, reference: Reference) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        return ()
