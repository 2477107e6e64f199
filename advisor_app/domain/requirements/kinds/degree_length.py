"""Length of the degree: years of full-time study that it takes, whatever its level and its credits."""

from dataclasses import dataclass
from decimal import Decimal

from advisor_app.domain.attainment import Attained, years_of
from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.base import Answer, Candidate, Change, FindingStatus, Invalid, kind, positive
from advisor_app.domain.requirements.threshold import reaches
from advisor_app.domain.text import Message, how_many, msg, msg_n


@kind("degree_length")
@dataclass(frozen=True, slots=True)
class DegreeLength:
    """A degree of at least ``years`` years of full-time study."""

    years: Decimal

    def asked(self, reference: Reference) -> Message:
        return msg_n("Degree of at least {years} year", "Degree of at least {years} years", how_many(self.years), years=self.years)

    def check(self, candidate: Candidate) -> Answer:
        years = years_of(candidate.basis, candidate.reference) if candidate.basis else None
        if years is None:
            return Answer.missing("qualification.years", msg("The length of the degree is not given."))
        has = _said(years)
        status = reaches(years, self.years)
        if status is FindingStatus.NOT_MET:
            say = msg_n("a degree of {years} year", "a degree of {years} years", how_many(self.years), years=self.years)
            return Answer(
                status=status,
                has=has,
                reason=msg_n(
                    "The degree takes {has} year; {asked} are asked for.",
                    "The degree takes {has} years; {asked} are asked for.",
                    how_many(years.high),
                    has=years.high,
                    asked=self.years,
                ),
                change=Change(field="qualification.years", value=self.years, say=say),
            )
        if status is FindingStatus.TO_CONFIRM:
            return Answer(status=status, has=has, reason=msg("This degree can take fewer years than that; the school decides."))
        return Answer(status=status, has=has, reason=msg("The degree is long enough."))

    def problems(self, reference: Reference) -> tuple[Invalid, ...]:
        return positive("years", self.years)


def _said(years: Attained) -> Message:
    if years.low != years.high:
        return msg("{low} to {high} years of study", low=years.low, high=years.high)
    return msg_n("{years} year of study", "{years} years of study", how_many(years.high), years=years.high)
