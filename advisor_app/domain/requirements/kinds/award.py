"""The kind of diploma, and the kind of school or the very school that gave it."""

from dataclasses import dataclass
from typing import Final

from advisor_app.domain.attainment import row_of
from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.base import Answer, Candidate, Change, FindingStatus, Invalid, kind, known
from advisor_app.domain.requirements.school_names import Likeness, likeness_of
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

WITHIN: Final = {
    "national_licence": "bachelor",
    "professional_bachelor": "bachelor",
    "national_master": "master",
}
"""Kinds of diploma that are a sort of a broader kind."""
OVERLAPPING: Final = tuple(
    frozenset(pair)
    for pair in (
        ("grande_ecole", "business_school"),
        ("grande_ecole", "engineering_school"),
        ("grande_ecole", "political_studies"),
        ("private_school", "grande_ecole"),
        ("private_school", "business_school"),
        ("private_school", "engineering_school"),
        ("university", "political_studies"),
        ("engineer", "master"),
        ("engineer", "national_master"),
        ("business_school", "master"),
        ("business_school", "school_diploma"),
    )
)
"""Kinds of which one thing can be both: a business school may be a grande école, an engineer's degree a master's."""
_BY_TIER: Final = {
    "short_cycle": "short_cycle",
    "first_cycle": "bachelor",
    "second_cycle": "master",
    "third_cycle": "doctorate",
    "title": "rncp_title",
}
"""What a row of the qualification table is, as far as its tier tells."""
_BY_ROW: Final = {
    "FR-006": "professional_bachelor",
    "FR-009": "national_licence",
    "FR-010": "professional_bachelor",
    "FR-014": "national_master",
    "FR-015": "engineer",
    "FR-016": "business_school",
    "FR-021": "school_diploma",
}
"""French diplomas that are of one kind by law, where the tier says less or nothing."""


@kind("award_type")
@dataclass(frozen=True, slots=True)
class AwardType:
    """A diploma of one of the kinds ``of`` (keys of AWARD_TYPES)."""

    of: tuple[str, ...]

    def asked(self, reference: Reference) -> Message:
        return msg("Diploma: {kinds}", kinds=_named(self.of, AWARD_TYPES))

    def check(self, candidate: Candidate) -> Answer:
        has = _award_of(candidate)
        if has is None:
            return Answer.missing("qualification.award", msg("The kind of diploma is not given."))
        wanted = _named(self.of, AWARD_TYPES)
        return _one_of(
            msg("{kind}", kind=AWARD_TYPES.get(has, has)),
            _likeness(has, self.of),
            met=msg("This kind of diploma is among those asked for."),
            perhaps=msg("This diploma may count among those asked for; the school decides."),
            not_met=msg("The school asks for another kind of diploma."),
            change=Change(field="qualification.award", value=self.of[0], say=msg("a diploma of this kind ({kinds})", kinds=wanted)),
        )

    def problems(self, reference: Reference) -> tuple[Invalid, ...]:
        return known("of", self.of or ("",), AWARD_TYPES)


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
        wanted, field = _named(self.of, INSTITUTION_TYPES), "qualification.institution_type"
        return _one_of(
            msg("{kind}", kind=INSTITUTION_TYPES.get(has, has)),
            _likeness(has, self.of),
            met=msg("This kind of school is among those asked for."),
            perhaps=msg("This school may count among those asked for; the school applied to decides."),
            not_met=msg("The page asks for a diploma from another kind of school."),
            change=Change(field=field, value=self.of[0], say=msg("a diploma from such a school ({kinds})", kinds=wanted)),
        )

    def problems(self, reference: Reference) -> tuple[Invalid, ...]:
        return known("of", self.of or ("",), INSTITUTION_TYPES)


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
        said = msg("{name}", name=has)
        likeness = max((likeness_of(has, name) for name in self.of), default=Likeness.NONE)
        if likeness is Likeness.SAME:
            return Answer(status=FindingStatus.MET, has=said, reason=msg("The diploma is from a school asked for."))
        if likeness is Likeness.PERHAPS:  # a school has many names
            reason = msg("{name} may be another name of a school asked for; the school decides.", name=has)
            return Answer(status=FindingStatus.TO_CONFIRM, has=said, reason=reason)
        names = Listing(self.of, "or")
        return Answer(
            status=FindingStatus.NOT_MET,
            has=said,
            reason=msg("{name} is not a school asked for.", name=has),
            change=Change(field="qualification.institution", value=self.of[0], say=msg("a diploma from {names}", names=names)),
        )

    def problems(self, reference: Reference) -> tuple[Invalid, ...]:
        return () if self.of and all(name.strip() for name in self.of) else (Invalid("of", "", ()),)


def _award_of(candidate: Candidate) -> str | None:
    """What is given by hand, else what the row of the qualification table is in general."""
    if candidate.basis is None or candidate.basis.award is not None:
        return candidate.basis.award if candidate.basis else None
    row = row_of(candidate.basis, candidate.reference)
    return _BY_ROW.get(row.id) or _BY_TIER.get(row.tier) if row is not None else None


def _likeness(has: str, asked: tuple[str, ...]) -> Likeness:
    """A sort of what is asked for is the same; something broader, or that can be both, may be."""
    if has in asked or WITHIN.get(has) in asked:
        return Likeness.SAME
    overlaps = any(WITHIN.get(one) == has or {one, has} in OVERLAPPING for one in asked)
    return Likeness.PERHAPS if overlaps else Likeness.NONE


def _one_of(has: Message, likeness: Likeness, *, met: Message, perhaps: Message, not_met: Message, change: Change) -> Answer:
    match likeness:
        case Likeness.SAME:
            return Answer(status=FindingStatus.MET, has=has, reason=met)
        case Likeness.PERHAPS:
            return Answer(status=FindingStatus.TO_CONFIRM, has=has, reason=perhaps)
        case _:
            return Answer(status=FindingStatus.NOT_MET, has=has, reason=not_met, change=change)


def _named(keys: tuple[str, ...], names: dict[str, Text]) -> Listing:
    return Listing(tuple(names.get(key, key) for key in keys), "or")
