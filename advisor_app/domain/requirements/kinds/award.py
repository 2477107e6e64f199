"""The kind of diploma, and the kind of school or the very school that gave it."""

from dataclasses import dataclass
from typing import Final

from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.base import Answer, Candidate, Change, FindingStatus, Invalid, kind, known
from advisor_app.domain.text import Listing, Message, Text, msg

AWARD_TYPES: Final = {
    "bachelor": Text(fr="licence ou bachelor", en="bachelor's degree"),
    "national_licence": Text(fr="licence (diplôme national)", en="French national licence"),
    "professional_bachelor": Text(fr="licence professionnelle ou BUT", en="professional bachelor's degree"),
    "master": Text(fr="master", en="master's degree"),
    "national_master": Text(fr="master (diplôme national)", en="French national master's degree"),
    "engineer": Text(fr="diplôme d’ingénieur", en="engineering degree"),
    "business_school": Text(fr="diplôme d’école de commerce", en="business school degree"),
    "school_diploma": Text(fr="diplôme d’établissement", en="school diploma"),
    "rncp_title": Text(fr="titre RNCP", en="RNCP title"),
    "short_cycle": Text(fr="BTS, DUT ou équivalent", en="short-cycle diploma"),
    "doctorate": Text(fr="doctorat", en="doctorate"),
}
INSTITUTION_TYPES: Final = {
    "university": Text(fr="université", en="university"),
    "grande_ecole": Text(fr="grande école", en="grande école"),
    "business_school": Text(fr="école de commerce", en="business school"),
    "engineering_school": Text(fr="école d’ingénieurs", en="engineering school"),
    "political_studies": Text(fr="institut d’études politiques", en="institute of political studies"),
    "private_school": Text(fr="école privée", en="private school"),
}


@kind("award_type")
@dataclass(frozen=True, slots=True)
class AwardType:
    """A diploma of one of the kinds ``of`` (keys of AWARD_TYPES)."""

    of: tuple[str, ...]

    def asked(self, reference: Reference) -> Message:
        return msg("Diploma: {kinds}", kinds=_named(self.of, AWARD_TYPES))

    def check(self, candidate: Candidate) -> Answer:
        has = candidate.basis.award if candidate.basis else None
        if has is None:
            return Answer.missing("qualification.award", msg("The kind of diploma is not given."))
        return _one_of(has, self.of, AWARD_TYPES, field="qualification.award")

    def problems(self, reference: Reference) -> tuple[Invalid, ...]:
        return known("of", self.of, AWARD_TYPES)


@kind("institution_type")
@dataclass(frozen=True, slots=True)
class InstitutionType:
    """A diploma from one of the kinds of school ``of`` (keys of INSTITUTION_TYPES)."""

    of: tuple[str, ...]

    def asked(self, reference: Reference) -> Message:
        return msg("Diploma from: {kinds}", kinds=_named(self.of, INSTITUTION_TYPES))

    def check(self, candidate: Candidate) -> Answer:
        has = candidate.basis.institution_type if candidate.basis else None
        if has is None:
            return Answer.missing("qualification.institution_type", msg("The kind of school is not given."))
        return _one_of(has, self.of, INSTITUTION_TYPES, field="qualification.institution_type")

    def problems(self, reference: Reference) -> tuple[Invalid, ...]:
        return known("of", self.of, INSTITUTION_TYPES)


@kind("institution")
@dataclass(frozen=True, slots=True)
class Institution:
    """A diploma from one of the institutions ``of``, by their names."""

    of: tuple[str, ...]

    def asked(self, reference: Reference) -> Message:
        return msg("Diploma from {names}", names=Listing(self.of, "or"))

    def check(self, candidate: Candidate) -> Answer:
        has = candidate.basis.institution if candidate.basis else None
        if has is None:
            return Answer.missing("qualification.institution", msg("The school that gave the diploma is not given."))
        if has.casefold() in {name.casefold() for name in self.of}:
            return Answer(
                status=FindingStatus.MET, has=msg("{name}", name=has), reason=msg("The diploma is from a school asked for.")
            )
        # A school has many names; that this one is not listed under the name given proves little.
        reason = msg("{name} is not among the schools named; the school decides whether it counts.", name=has)
        return Answer(status=FindingStatus.TO_CONFIRM, has=msg("{name}", name=has), reason=reason)

    def problems(self, reference: Reference) -> tuple[Invalid, ...]:
        return ()


def _one_of(has: str, asked: tuple[str, ...], names: dict[str, Text], *, field: str) -> Answer:
    said = msg("{kind}", kind=names.get(has, has))
    if has in asked:
        return Answer(status=FindingStatus.MET, has=said, reason=msg("It is one of those asked for."))
    return Answer(
        status=FindingStatus.NOT_MET,
        has=said,
        reason=msg("It is not one of those asked for: {kinds}.", kinds=_named(asked, names)),
        change=Change(field=field, value=asked[0] if asked else None, say=msg("{kinds}", kinds=_named(asked, names))),
    )


def _named(keys: tuple[str, ...], names: dict[str, Text]) -> Listing:
    return Listing(tuple(names.get(key, key) for key in keys), "or")
