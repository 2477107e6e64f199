"""What the law asks of whoever signs a work-study contract. Kept apart from what the school asks; information, not legal advice.

Articles, ages and dates come from the catalogue's table of legal rules; what they mean for a student is worked out here:

- ``apprenticeship-age``: Code du travail L6222-1, under 30 at the start; exceptions exist above, so older is to be confirmed.
- ``professionalisation-age``: L6325-1, 16 to 25, or older when registered as a job-seeker.
- ``new-arrivals``: R5221-7, nationals from outside the EU, EEA and Switzerland after a first year of residence in France;
  an apprenticeship already in the first year where the programme leads to a diploma that confers the grade de master.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from advisor_app.domain.catalogue import Format, FormatKind, Programme
from advisor_app.domain.reference import LegalRule, Reference
from advisor_app.domain.requirements.base import Answer, FindingStatus
from advisor_app.domain.requirements.evaluate import worst
from advisor_app.domain.routes import Route, confers_master_grade, format_of
from advisor_app.domain.student import Residence, Student
from advisor_app.domain.text import Message, msg
from advisor_app.domain.verdicts import Verdict, verdict_of

APPRENTICESHIP_AGE = "apprenticeship-age"
PROFESSIONALISATION_AGE = "professionalisation-age"
NEW_ARRIVALS = "new-arrivals"


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalFinding:
    """One rule held against the student."""

    rule: LegalRule
    asked: Message
    answer: Answer

    @property
    def status(self) -> FindingStatus:
        return self.answer.status


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalCheck:
    """The second, separate verdict of a route. Without a contract there is nothing to check and no verdict is shown."""

    verdict: Verdict
    findings: tuple[LegalFinding, ...] = ()

    @property
    def applies(self) -> bool:
        return bool(self.findings)


def check_law(programme: Programme, route: Route, student: Student, reference: Reference) -> LegalCheck:
    """Holds ``student`` against the rules on the contracts of ``route``."""
    format_ = format_of(programme, route)
    found = tuple(_findings(programme, format_, student, reference)) if format_.kind.has_contract else ()
    return LegalCheck(verdict=verdict_of(worst(tuple(finding.status for finding in found))), findings=found)


def _findings(programme: Programme, format_: Format, student: Student, reference: Reference) -> Iterator[LegalFinding]:
    kinds = {kind for kind in (format_.years or (format_.kind,)) if kind.has_contract}
    rules = reference.legal_rules
    if NEW_ARRIVALS in rules:
        rule = rules[NEW_ARRIVALS]
        asked = msg("Right to sign the contract")
        yield LegalFinding(rule=rule, asked=asked, answer=_new_arrival(programme, format_, student))
    professionalisation = kinds == {FormatKind.PROFESSIONALISATION}
    name = PROFESSIONALISATION_AGE if professionalisation else APPRENTICESHIP_AGE
    if name in rules:
        yield _age_finding(rules[name], student, generic=FormatKind.ALTERNANCE in kinds)


def _new_arrival(programme: Programme, format_: Format, student: Student) -> Answer:
    if student.residence is None:
        return Answer.missing("person.residence", msg("The student’s nationality is not given; it decides who may sign."))
    if student.residence is not Residence.OTHER:
        has = msg("French") if student.residence is Residence.FRENCH else msg("EU, EEA or Swiss")
        return Answer(status=FindingStatus.MET, has=has, reason=msg("No work authorisation is needed."))
    if student.years_in_france is None:
        return Answer.missing(
            "person.years_in_france", msg("From outside the EU: it depends on how long the student has lived in France.")
        )
    studied_before = _years_before_contract(format_)
    if student.years_in_france + studied_before >= 1:
        return Answer(
            status=FindingStatus.MET,
            has=_residence(student.years_in_france),
            reason=msg("The contract starts after a first year of residence in France."),
        )
    return _in_first_year(programme, format_, student.years_in_france)


def _in_first_year(programme: Programme, format_: Format, years: int) -> Answer:
    graded = any(confers_master_grade(award) for award in programme.awards)
    if graded and format_.kind is not FormatKind.PROFESSIONALISATION:
        return Answer(
            status=FindingStatus.TO_CONFIRM,
            has=_residence(years),
            reason=msg(
                "In the first year only an apprenticeship is open, and only through the award that confers the grade de master."
            ),
        )
    return Answer(
        status=FindingStatus.NOT_MET,
        has=_residence(years),
        reason=msg("From outside the EU a contract can start only after a first year of residence in France."),
    )


def _years_before_contract(format_: Format) -> int:
    """Years of the programme studied in France before the first contract starts."""
    return next((year for year, kind in enumerate(format_.years) if kind.has_contract), 0)


def _residence(years: int) -> Message:
    return (
        msg("from outside the EU, new in France")
        if years == 0
        else msg("from outside the EU, in France for {years} years", years=years)
    )


def _age_finding(rule: LegalRule, student: Student, *, generic: bool) -> LegalFinding:
    oldest = rule.maximum_age or 0
    asked = msg("Aged {youngest} to {oldest} at the start of the contract", youngest=rule.minimum_age or 16, oldest=oldest)
    return LegalFinding(rule=rule, asked=asked, answer=_age_answer(rule, student, oldest, generic=generic))


def _age_answer(rule: LegalRule, student: Student, oldest: int, *, generic: bool) -> Answer:
    if student.age is None:
        return Answer.missing("person.age", msg("The student’s age is not given."))
    has = msg("{age} years old", age=student.age)
    if student.age < (rule.minimum_age or 0):
        return Answer(status=FindingStatus.NOT_MET, has=has, reason=msg("Too young for this contract."))
    if student.age <= oldest:
        return Answer(status=FindingStatus.MET, has=has, reason=msg("Within the ages that the law sets."))
    if generic:
        reason = msg("Too old for an apprenticeship, but for exceptions; a contrat de professionnalisation is open to job-seekers.")
    elif rule.id == PROFESSIONALISATION_AGE:
        reason = msg("From the age of 26 this contract is for registered job-seekers.")
    else:
        reason = msg("Over the age limit, but for exceptions: disability, a business to create, a follow-up contract.")
    return Answer(status=FindingStatus.TO_CONFIRM, has=has, reason=reason)
