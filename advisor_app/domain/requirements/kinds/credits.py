"""Cumulative credits since the baccalauréat, in ECTS."""

from dataclasses import dataclass
from decimal import Decimal

from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.base import Answer, Candidate, FindingStatus, kind
from advisor_app.domain.text import Message, msg


@kind("credits")
@dataclass(frozen=True, slots=True)
class Credits:
    """At least ``minimum`` ECTS credits, counted since the baccalauréat."""

    minimum: Decimal

    def asked(self, reference: Reference) -> Message:
        return msg("{credits} ECTS credits", credits=self.minimum)

    def check(self, candidate: Candidate) -> Answer:
        return Answer(status=FindingStatus.UNKNOWN, has=msg("not given"), reason=msg("not given"))

    def problems(self, reference: Reference) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        return ()
