"""Field of study of the diploma.

A field within one that is asked for is met; one that contains it is broader, so the branch has to be confirmed; anything
else is apart.
"""

from dataclasses import dataclass

from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.base import Answer, Candidate, Change, FindingStatus, Invalid, kind, known
from advisor_app.domain.text import Listing, Message, msg, msg_n


@kind("field")
@dataclass(frozen=True, slots=True)
class Field:
    """A diploma in one of the fields ``of`` (slugs), or in a field within one of them."""

    of: tuple[str, ...]

    def asked(self, reference: Reference) -> Message:
        return msg("Field: {fields}", fields=_names(self.of, reference))

    def check(self, candidate: Candidate) -> Answer:
        reference = candidate.reference
        has = candidate.basis.fields if candidate.basis else ()
        if not has:
            return Answer.missing("qualification.fields", msg("The field of the diploma is not given."))
        said = msg("{fields}", fields=_names(has, reference, joint="and"))
        within = tuple(slug for slug in has if any(reference.is_within(slug, asked) for asked in self.of))
        if within:
            fits = _names(within[:1], reference)
            return Answer(status=FindingStatus.MET, has=said, reason=msg("{field} is among the fields asked for.", field=fits))
        narrower = tuple(asked for asked in self.of if any(reference.is_within(asked, slug) for slug in has))
        if narrower:
            return Answer(status=FindingStatus.TO_CONFIRM, has=said, reason=self._too_broad(has, narrower, reference))
        return Answer(
            status=FindingStatus.NOT_MET,
            has=said,
            reason=msg_n(
                "{field} is not among the fields asked for.",
                "{field} are not among the fields asked for.",
                len(has),
                field=_names(has, reference, joint="and"),
            ),
            change=Change(
                field="qualification.fields", value=self.of[:1], say=msg("a diploma in {fields}", fields=_names(self.of, reference))
            ),
        )

    def problems(self, reference: Reference) -> tuple[Invalid, ...]:
        return known("of", self.of, reference.fields)

    def _too_broad(self, has: tuple[str, ...], narrower: tuple[str, ...], reference: Reference) -> Message:
        broad = next(slug for slug in has if any(reference.is_within(asked, slug) for asked in narrower))
        return msg(
            "{broad} is broader than what is asked for; which branch: {narrower}?",
            broad=_names((broad,), reference),
            narrower=_names(narrower, reference),
        )


def _names(slugs: tuple[str, ...], reference: Reference, joint: str = "or") -> Listing:
    names = tuple(reference.fields[slug].name if slug in reference.fields else slug for slug in slugs)
    return Listing(names, "and" if joint == "and" else "or")
