"""Field of study of the diploma."""

from dataclasses import dataclass

from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.base import Answer, Candidate, FindingStatus, kind
from advisor_app.domain.text import Message, msg


@kind("field")
@dataclass(frozen=True, slots=True)
class Field:
    """A diploma in one of the fields ``of`` (slugs), or in a field within one of them."""

    of: tuple[str, ...]

    def asked(self, reference: Reference) -> Message:
        return msg("field")

    def check(self, candidate: Candidate) -> Answer:
        return Answer(status=FindingStatus.UNKNOWN, has=msg("not given"), reason=msg("not given"))

    def problems(self, reference: Reference) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        return tuple(("of", slug, tuple(reference.fields)) for slug in self.of if slug not in reference.fields)
