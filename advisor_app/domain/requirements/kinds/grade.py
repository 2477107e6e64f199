"""Overall grade of the diploma.

Only grades of one scale are compared. Published conversions disagree with one another (three tables make 3.5, 3.7 or A of a
French 14/20), so a grade on another scale never refuses anyone: it is to confirm.
"""

from dataclasses import dataclass
from decimal import Decimal

from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.base import Answer, Candidate, Change, FindingStatus, Invalid, kind, positive
from advisor_app.domain.student import Grade as Given
from advisor_app.domain.text import Message, msg

HUNDREDTH = Decimal("0.01")  # the smallest step in which grades are given


@kind("grade")
@dataclass(frozen=True, slots=True)
class Grade:
    """At least ``minimum`` out of ``scale``; more than it where ``strict``."""

    minimum: Decimal
    scale: Decimal
    strict: bool = False

    def asked(self, reference: Reference) -> Message:
        if self.strict:
            return msg("Grade above {minimum}/{scale}", minimum=self.minimum, scale=self.scale)
        return msg("Grade of at least {minimum}/{scale}", minimum=self.minimum, scale=self.scale)

    def check(self, candidate: Candidate) -> Answer:
        has = candidate.basis.grade if candidate.basis else None
        if has is None:
            return Answer.missing("qualification.grade", msg("The overall grade is not given."))
        said = msg("{value}/{scale}", value=has.value, scale=has.scale)
        if has.scale != self.scale:
            reason = msg("Grades of two scales have no agreed conversion; the school compares them.")
            return Answer(status=FindingStatus.TO_CONFIRM, has=said, reason=reason)
        if has.value > self.minimum or (has.value == self.minimum and not self.strict):
            return Answer(status=FindingStatus.MET, has=said, reason=msg("The grade is high enough."))
        missing = self.minimum - has.value
        reason = (
            msg("{missing} short of the grade asked for.", missing=missing) if missing else msg("The grade must be above that.")
        )
        return Answer(status=FindingStatus.NOT_MET, has=said, reason=reason, change=self._change())

    def _change(self) -> Change:
        enough = self.minimum + HUNDREDTH if self.strict else self.minimum
        bounds = {"minimum": self.minimum, "scale": self.scale}
        say = msg("a grade above {minimum}/{scale}", **bounds) if self.strict else msg("a grade of {minimum}/{scale}", **bounds)
        return Change(field="qualification.grade", value=Given(enough, self.scale), say=say)

    def problems(self, reference: Reference) -> tuple[Invalid, ...]:
        out_of_scale = (Invalid("minimum", str(self.minimum), (str(self.scale),)),) if self.minimum > self.scale else ()
        return (*positive("scale", self.scale), *out_of_scale)
