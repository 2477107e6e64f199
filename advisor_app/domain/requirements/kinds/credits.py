"""Cumulative credits since the baccalauréat, in ECTS."""

from dataclasses import dataclass
from decimal import Decimal

from advisor_app.domain.attainment import Attained, Doubt, credits_of
from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.base import Answer, Candidate, Change, FindingStatus, Invalid, kind
from advisor_app.domain.requirements.threshold import doubt_reason, reaches
from advisor_app.domain.student import Qualification
from advisor_app.domain.text import Message, msg


@kind("credits")
@dataclass(frozen=True, slots=True)
class Credits:
    """At least ``minimum`` ECTS credits, counted since the baccalauréat."""

    minimum: Decimal

    def asked(self, reference: Reference) -> Message:
        return msg("{credits} ECTS credits in all", credits=self.minimum)

    def check(self, candidate: Candidate) -> Answer:
        value = credits_of(candidate.basis, candidate.reference, candidate.home) if candidate.basis else None
        if value is None and candidate.basis is not None and candidate.basis.credits is not None:
            return self._not_convertible(candidate.basis)
        if value is None:
            return Answer.missing("qualification.credits", msg("The number of credits is not given."))
        status = reaches(value, self.minimum)
        return Answer(
            status=status, has=_said(value), reason=self._reason(status, value, candidate), change=self._change(status, value)
        )

    def problems(self, reference: Reference) -> tuple[Invalid, ...]:
        return () if self.minimum > 0 else (Invalid("minimum", str(self.minimum), ("60", "120", "180", "240", "300")),)

    def _not_convertible(self, basis: Qualification) -> Answer:
        reason = msg("No fixed ratio ties these credits to ECTS; the school counts them.")
        has = msg("{credits} credits ({system})", credits=basis.credits or 0, system=basis.credit_system or "")
        return Answer(status=FindingStatus.TO_CONFIRM, has=has, reason=reason)

    def _reason(self, status: FindingStatus, value: Attained, candidate: Candidate) -> Message:
        if status is FindingStatus.MET:
            return msg("The {credits} credits asked for are there.", credits=self.minimum)
        missing = self.minimum - value.high
        if status is FindingStatus.NOT_MET and value.low != value.high:
            return msg("At least {missing} ECTS credits short of the {asked} asked for.", missing=missing, asked=self.minimum)
        if status is FindingStatus.NOT_MET:
            return msg("{missing} ECTS credits short of the {asked} asked for.", missing=missing, asked=self.minimum)
        return doubt_reason(value, candidate) or msg("The credits are a range that includes what is asked for; the school decides.")

    def _change(self, status: FindingStatus, value: Attained) -> Change | None:
        if status is not FindingStatus.NOT_MET:
            return None
        say = msg("{credits} more ECTS credits", credits=self.minimum - value.high)
        return Change(field="qualification.credits", value=self.minimum, say=say)


def _said(value: Attained) -> Message:
    if value.low != value.high:
        return msg("between {low} and {high} ECTS, estimated", low=value.low, high=value.high)
    if Doubt.USUAL in value.doubts:
        return msg("usually {credits} ECTS", credits=value.low)
    if value.doubts & {Doubt.ESTIMATE, Doubt.CONVERTED}:
        return msg("some {credits} ECTS, estimated", credits=value.low)
    return msg("{credits} ECTS", credits=value.low)
