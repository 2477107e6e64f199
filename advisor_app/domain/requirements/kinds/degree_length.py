"""Length of the degree: years of full-time study that it takes, whatever its level and its credits."""

from dataclasses import dataclass
from decimal import Decimal

from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.base import Answer, Candidate, Change, FindingStatus, Invalid, kind, positive
from advisor_app.domain.text import Message, msg, msg_n


@kind("degree_length")
@dataclass(frozen=True, slots=True)
class DegreeLength:
    """A degree of at least ``years`` years of full-time study."""

    years: Decimal

    def asked(self, reference: Reference) -> Message:
        return msg("Degree of at least {years} years", years=self.years)

    def check(self, candidate: Candidate) -> Answer:
        years = candidate.basis.years if candidate.basis else None
        if years is None:
            return Answer.missing("qualification.years", msg("The length of the degree is not given."))
        has = msg_n("{count} year of study", "{years} years of study", int(years), years=years)
        if years >= self.years:
            return Answer(status=FindingStatus.MET, has=has, reason=msg("The degree is as long as asked for."))
        return Answer(
            status=FindingStatus.NOT_MET,
            has=has,
            reason=msg("The degree takes {has} years; {asked} are asked for.", has=years, asked=self.years),
            change=Change(field="qualification.years", value=self.years, say=msg("a degree of {years} years", years=self.years)),
        )

    def problems(self, reference: Reference) -> tuple[Invalid, ...]:
        return positive("years", self.years)
