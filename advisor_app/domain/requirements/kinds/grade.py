"""Overall grade of the diploma.

A scale is named by its best mark: 20, 100, 4. Where that is 1, as in Germany, a smaller grade is a better one.

Only grades of one scale are compared. Published conversions disagree with one another (three tables make 3.5, 3.7 or A of a
French 14/20), so a grade on another scale never refuses anyone: it is to confirm.
"""

from dataclasses import dataclass
from decimal import Decimal

from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.base import Answer, Candidate, Change, FindingStatus, Invalid, kind, positive
from advisor_app.domain.student import Grade as Given
from advisor_app.domain.text import Message, how_many, msg, msg_n

LOWEST_IS_BEST = 1  # the best mark of scales that count downwards
HUNDREDTH = Decimal("0.01")  # the smallest step in which grades are given


@kind("grade")
@dataclass(frozen=True, slots=True)
class Grade:
    """At least as good as ``minimum`` on the scale whose best mark is ``scale``; better than it where ``strict``."""

    minimum: Decimal
    scale: Decimal
    strict: bool = False

    def asked(self, reference: Reference) -> Message:
        bounds = {"minimum": self.minimum, "scale": self.scale}
        if self._downwards:
            if self.strict:
                return msg("Grade below {minimum} (best mark {scale})", **bounds)
            return msg("Grade of {minimum} or less (best mark {scale})", **bounds)
        return (
            msg("Grade above {minimum}/{scale}", **bounds) if self.strict else msg("Grade of at least {minimum}/{scale}", **bounds)
        )

    def check(self, candidate: Candidate) -> Answer:
        has = candidate.basis.grade if candidate.basis else None
        if has is None:
            return Answer.missing("qualification.grade", msg("The overall grade is not given."))
        said = _said(has)
        if has.scale != self.scale:
            reason = msg("Grades of two scales have no agreed conversion; the school compares them.")
            return Answer(status=FindingStatus.TO_CONFIRM, has=said, reason=reason)
        ahead = self.minimum - has.value if self._downwards else has.value - self.minimum
        if ahead > 0 or (ahead == 0 and not self.strict):
            return Answer(status=FindingStatus.MET, has=said, reason=msg("The grade is good enough."))
        reason = _short_by(-ahead) if ahead else msg("The grade has to be better than that, not equal to it.")
        return Answer(status=FindingStatus.NOT_MET, has=said, reason=reason, change=self._change())

    @property
    def _downwards(self) -> bool:
        return self.scale == LOWEST_IS_BEST

    def _change(self) -> Change:
        step = -HUNDREDTH if self._downwards else HUNDREDTH
        enough = self.minimum + step if self.strict else self.minimum
        bounds = {"minimum": self.minimum, "scale": self.scale}
        if self._downwards:
            say = (
                msg("a grade below {minimum}", minimum=self.minimum)
                if self.strict
                else msg("a grade of {minimum}", minimum=self.minimum)
            )
        else:
            say = msg("a grade above {minimum}/{scale}", **bounds) if self.strict else msg("a grade of {minimum}/{scale}", **bounds)
        return Change(field="qualification.grade", value=Given(enough, self.scale), say=say)

    def problems(self, reference: Reference) -> tuple[Invalid, ...]:
        wrong = self.minimum < self.scale if self._downwards else self.minimum > self.scale
        out_of_scale = (Invalid("minimum", str(self.minimum), (str(self.scale),)),) if wrong else ()
        return (*positive("scale", self.scale), *out_of_scale)


def _short_by(missing: Decimal) -> Message:
    return msg_n(
        "{missing} point short of the grade asked for.",
        "{missing} points short of the grade asked for.",
        how_many(missing),
        missing=missing,
    )


def _said(grade: Given) -> Message:
    if grade.scale == LOWEST_IS_BEST:
        return msg("{value} (best mark {scale})", value=grade.value, scale=grade.scale)
    return msg("{value}/{scale}", value=grade.value, scale=grade.scale)
