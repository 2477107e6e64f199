"""Credits in one subject: enough of the degree must have been spent on it."""

from dataclasses import dataclass
from decimal import Decimal

from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.base import Answer, Candidate, Change, FindingStatus, Invalid, kind, known, positive
from advisor_app.domain.student import SubjectCredits as Taken
from advisor_app.domain.text import Message, Value, msg


@kind("subject_credits")
@dataclass(frozen=True, slots=True)
class SubjectCredits:
    """At least ``minimum`` ECTS credits in ``field``, or in fields within it."""

    field: str
    minimum: Decimal

    def asked(self, reference: Reference) -> Message:
        return msg("{credits} ECTS credits in {field}", credits=self.minimum, field=_name(self.field, reference))

    def check(self, candidate: Candidate) -> Answer:
        given = candidate.basis.subject_credits if candidate.basis else ()
        taken = [one.credits for one in given if candidate.reference.is_within(one.field, self.field)]
        if not taken:  # credits in other subjects say nothing of this one
            return Answer.missing("qualification.subject_credits", msg("The credits in that subject are not given."))
        has = sum(taken, Decimal(0))
        said = msg("{credits} ECTS credits in {field}", credits=has, field=_name(self.field, candidate.reference))
        if has >= self.minimum:
            return Answer(status=FindingStatus.MET, has=said, reason=msg("There are enough credits in that subject."))
        missing = self.minimum - has
        say = msg("{credits} more ECTS credits in {field}", credits=missing, field=_name(self.field, candidate.reference))
        return Answer(
            status=FindingStatus.NOT_MET,
            has=said,
            reason=msg("{missing} ECTS credits are missing in that subject.", missing=missing),
            change=Change(field="qualification.subject_credits", value=(Taken(self.field, self.minimum),), say=say),
        )

    def problems(self, reference: Reference) -> tuple[Invalid, ...]:
        return (*known("field", (self.field,), reference.fields), *positive("minimum", self.minimum))


def _name(slug: str, reference: Reference) -> Value:
    return reference.fields[slug].name if slug in reference.fields else slug
