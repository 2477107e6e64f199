"""Conditions on the person: age, nationality as far as rules ask for it, experience, recognition of prior learning."""

from dataclasses import dataclass
from typing import Final

from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.base import Answer, Candidate, Change, FindingStatus, Invalid, kind, positive
from advisor_app.domain.student import Residence
from advisor_app.domain.text import Listing, Message, msg, msg_n


@kind("age")
@dataclass(frozen=True, slots=True)
class Age:
    """Between ``minimum`` and ``maximum`` years old at the start, inclusive; either may be left out."""

    minimum: int | None = None
    maximum: int | None = None

    def asked(self, reference: Reference) -> Message:
        if self.minimum is None:
            return msg("Aged {oldest} at most", oldest=self.maximum or 0)
        if self.maximum is None:
            return msg("Aged {youngest} at least", youngest=self.minimum)
        return msg("Aged {youngest} to {oldest}", youngest=self.minimum, oldest=self.maximum)

    def check(self, candidate: Candidate) -> Answer:
        age = candidate.student.age
        if age is None:
            return Answer.missing("person.age", msg("The student’s age is not given."))
        has = msg("{age} years old", age=age)
        if self.minimum is not None and age < self.minimum:
            reason = msg("Too young: {youngest} is the least that is asked for.", youngest=self.minimum)
            change = Change(
                field="person.age", value=self.minimum, say=msg("{youngest} years of age at the start", youngest=self.minimum)
            )
            return Answer(status=FindingStatus.NOT_MET, has=has, reason=reason, change=change)
        if self.maximum is not None and age > self.maximum:
            reason = msg("Too old: {oldest} is the most that is accepted.", oldest=self.maximum)
            return Answer(status=FindingStatus.NOT_MET, has=has, reason=reason)
        return Answer(status=FindingStatus.MET, has=has, reason=msg("The student’s age is within what is asked for."))

    def problems(self, reference: Reference) -> tuple[Invalid, ...]:
        if self.minimum is None and self.maximum is None:
            return (Invalid("minimum", "", ("16", "18")),)
        crossed = self.minimum is not None and self.maximum is not None and self.minimum > self.maximum
        return (Invalid("maximum", str(self.maximum), (str(self.minimum),)),) if crossed else ()


_NATIONALITIES: Final[dict[Residence, Message]] = {
    Residence.FRENCH: msg("French nationality"),
    Residence.EU: msg("EU, EEA or Swiss nationality"),
    Residence.OTHER: msg("another nationality"),
}


@kind("residence")
@dataclass(frozen=True, slots=True)
class OfResidence:
    """French, EU/EEA/Swiss or other nationals, as listed in ``of``."""

    of: tuple[Residence, ...]

    def asked(self, reference: Reference) -> Message:
        return msg("{nationalities}", nationalities=self._meant())

    def check(self, candidate: Candidate) -> Answer:
        has = candidate.student.residence
        if has is None:
            return Answer.missing("person.residence", msg("The student’s nationality is not given."))
        fits = has in self.of
        reason = (
            msg("The student is among those meant.")
            if fits
            else msg("The page asks for {nationalities}.", nationalities=self._meant())
        )
        return Answer(status=FindingStatus.MET if fits else FindingStatus.NOT_MET, has=_NATIONALITIES[has], reason=reason)

    def _meant(self) -> Listing:
        return Listing(tuple(_NATIONALITIES[one] for one in self.of), "or")

    def problems(self, reference: Reference) -> tuple[Invalid, ...]:
        return () if self.of else (Invalid("of", "", tuple(Residence)),)


@kind("experience")
@dataclass(frozen=True, slots=True)
class Experience:
    """At least ``months`` months of work; where it has to be ``relevant``, that is the school's to say."""

    months: int
    relevant: bool = False

    def asked(self, reference: Reference) -> Message:
        if self.relevant:
            return msg_n("{count} month of relevant experience", "{count} months of relevant experience", self.months)
        return msg_n("{count} month of experience", "{count} months of experience", self.months)

    def check(self, candidate: Candidate) -> Answer:
        has = candidate.student.experience_months
        if has is None:
            return Answer.missing("person.experience_months", msg("The student’s work experience is not given."))
        said = msg_n("{count} month of experience", "{count} months of experience", has)
        if has >= self.months and self.relevant:
            reason = msg("Long enough; the school decides whether it is relevant.")
            return Answer(status=FindingStatus.TO_CONFIRM, has=said, reason=reason)
        if has >= self.months:
            return Answer(status=FindingStatus.MET, has=said, reason=msg("The experience is long enough."))
        missing = self.months - has
        return Answer(
            status=FindingStatus.NOT_MET,
            has=said,
            reason=msg_n("{count} month of experience is missing.", "{count} months of experience are missing.", missing),
            change=Change(
                field="person.experience_months",
                value=self.months,
                say=msg_n("{count} more month of experience", "{count} more months of experience", missing),
            ),
        )

    def problems(self, reference: Reference) -> tuple[Invalid, ...]:
        return positive("months", self.months)


@kind("prior_learning")
@dataclass(frozen=True, slots=True)
class PriorLearning:
    """Recognition of prior learning (VAE, VAPP) instead of a diploma. A jury grants it, so even under way it is to confirm."""

    def asked(self, reference: Reference) -> Message:
        return msg("Recognition of prior learning (VAE or VAPP)")

    def check(self, candidate: Candidate) -> Answer:
        has = candidate.student.prior_learning
        if has is None:
            return Answer.missing("person.prior_learning", msg("Nobody has said whether prior learning could be recognised."))
        if has:
            reason = msg("A jury decides on prior learning.")
            return Answer(status=FindingStatus.TO_CONFIRM, has=msg("applied for or granted"), reason=reason)
        change = Change(field="person.prior_learning", value=True, say=msg("a recognition of prior learning"))
        return Answer(
            status=FindingStatus.NOT_MET,
            has=msg("none"),
            reason=msg("No recognition of prior learning is under way."),
            change=change,
        )

    def problems(self, reference: Reference) -> tuple[Invalid, ...]:
        return ()


@kind("document")
@dataclass(frozen=True, slots=True)
class Document:
    """A document to hand in, by name."""

    name: str

    def asked(self, reference: Reference) -> Message:
        return msg("Document: {name}", name=self.name)

    def check(self, candidate: Candidate) -> Answer:
        has = candidate.student.documents
        if has is None:
            return Answer.missing("person.documents", msg("Whether the student has this document is not known."))
        if self.name.casefold() in {one.casefold() for one in has}:
            return Answer(status=FindingStatus.MET, has=msg("the student has it"), reason=msg("The document is there."))
        change = Change(field="person.documents", value=(*has, self.name), say=msg("the document {name}", name=self.name))
        return Answer(
            status=FindingStatus.NOT_MET,
            has=msg("the student has not got it"),
            reason=msg("The document still has to be provided."),
            change=change,
        )

    def problems(self, reference: Reference) -> tuple[Invalid, ...]:
        return () if self.name.strip() else (Invalid("name", self.name, ()),)
