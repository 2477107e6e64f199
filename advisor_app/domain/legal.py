"""What the law asks of whoever signs a work-study contract. Kept apart from what the school asks; information, not legal advice.

The rules are catalogue data, each with its article and the day it was checked: ages (Code du travail L6222-1 for apprenticeships,
L6325-1 for contrats de professionnalisation) and years of residence in France (R5221-7 for new arrivals from outside the EU, with
its exception for programmes that confer the grade de master). How a student is held against them is worked out here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from advisor_app.domain.catalogue import Award, Format, Programme
from advisor_app.domain.reference import LegalRule, Reference
from advisor_app.domain.requirements.base import Answer, FindingStatus
from advisor_app.domain.requirements.evaluate import worst
from advisor_app.domain.route import Route
from advisor_app.domain.routes import awards_of, confers_master_grade, format_of
from advisor_app.domain.student import Residence, Student
from advisor_app.domain.terms import AwardKind, FormatKind
from advisor_app.domain.text import Message, msg, msg_n
from advisor_app.domain.verdicts import Verdict

CONTRACTS = (FormatKind.APPRENTICESHIP, FormatKind.PROFESSIONALISATION)


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
    """The second, separate verdict of a route. ``contract`` is the one that the findings are about.

    Without a contract there is nothing to check: no findings, and no verdict is shown.
    """

    verdict: Verdict
    contract: FormatKind | None = None
    findings: tuple[LegalFinding, ...] = ()

    @property
    def applies(self) -> bool:
        return bool(self.findings)

    @property
    def closed(self) -> bool:
        """Whether the law keeps this student from signing."""
        return self.applies and self.verdict is Verdict.NOT_YET

    @property
    def decisive(self) -> LegalFinding | None:
        """The rule on which the verdict rests: the first of those that fare worst."""
        return max(self.findings, key=lambda finding: finding.status.rank, default=None)


def against(legal: LegalCheck) -> Message | None:
    """What the law has against a route, in a few words with its article; ``None`` where nothing, or where it is not known yet."""
    rule = legal.decisive
    if rule is None:
        return None
    if legal.closed:
        return msg("closed by law ({article})", article=rule.rule.article)
    return msg("by law, to be confirmed ({article})", article=rule.rule.article) if legal.verdict is Verdict.TO_CONFIRM else None


def check_law(programme: Programme, route: Route, student: Student, reference: Reference) -> LegalCheck:
    """Holds ``student`` against the rules on the contracts of ``route``.

    Where the page says only *alternance*, either contract will do: the one with the better verdict is taken, of equals the
    apprenticeship.
    """
    format_, awards = format_of(programme, route), awards_of(programme, route)
    checks = tuple(_check(contract, awards, format_, student, reference) for contract in _contracts(format_))
    return min(checks, key=lambda check: check.verdict.rank, default=LegalCheck(verdict=Verdict.CAN_APPLY))


def _contracts(format_: Format) -> tuple[FormatKind, ...]:
    kinds = set(format_.years or (format_.kind,))
    if kinds & {FormatKind.ALTERNANCE, FormatKind.SEQUENCE}:
        return CONTRACTS
    return tuple(contract for contract in CONTRACTS if contract in kinds)


def _check(contract: FormatKind, awards: tuple[Award, ...], format_: Format, student: Student, reference: Reference) -> LegalCheck:
    rules = tuple(rule for rule in reference.legal_rules.values() if contract in rule.contracts)
    found = tuple(finding for rule in rules for finding in _findings(rule, contract, awards, format_, student))
    return LegalCheck(verdict=worst(tuple(finding.status for finding in found)).verdict, contract=contract, findings=found)


def _findings(
    rule: LegalRule, contract: FormatKind, awards: tuple[Award, ...], format_: Format, student: Student
) -> Iterator[LegalFinding]:
    if rule.full_years_of_residence is not None:
        waived = _waived(rule, contract, awards)
        answer = _residence(rule, student, years_before=_years_before_contract(format_), waived=waived)
        yield LegalFinding(rule=rule, asked=msg("Right to sign the contract"), answer=answer)
    if rule.minimum_age is not None or rule.maximum_age is not None:
        yield LegalFinding(rule=rule, asked=_ages(rule), answer=_age(rule, student))


def _years_before_contract(format_: Format) -> int:
    """Years of the programme studied in France before the first contract starts."""
    return next((year for year, kind in enumerate(format_.years) if kind.has_contract), 0)


class _Waiver(Enum):
    """Why new arrivals may sign all the same, or might."""

    GRADE = auto()
    LABEL = auto()
    NOT_STATED = auto()


def _waived(rule: LegalRule, contract: FormatKind, awards: tuple[Award, ...]) -> _Waiver | None:
    """By the award that serves best. Programmes labelled by the CGE stand on the list that R5221-7 refers to (CESEDA D421-6)."""
    if contract not in rule.waived_by_master_grade:
        return None
    found = {waiver for award in awards if (waiver := _waiver(award))}
    return next((waiver for waiver in _Waiver if waiver in found), None)


def _waiver(award: Award) -> _Waiver | None:
    confers = confers_master_grade(award)
    if confers:
        return _Waiver.GRADE
    if award.kind is AwardKind.LABEL_CGE:
        return _Waiver.LABEL
    return _Waiver.NOT_STATED if confers is None and award.kind is not AwardKind.RNCP_TITLE else None


_WAIVED = {
    _Waiver.GRADE: msg(
        "From outside the EU, in the first year in France: as an apprentice only, and only to prepare the award that confers the"
        " grade de master."
    ),
    _Waiver.LABEL: msg(
        "From outside the EU, in the first year in France: as an apprentice only, because the programme is labelled by the CGE."
    ),
    _Waiver.NOT_STATED: msg(
        "From outside the EU, in the first year in France: as an apprentice only, and only if the award confers the grade de"
        " master, which is not stated."
    ),
}


def _residence(rule: LegalRule, student: Student, *, years_before: int, waived: _Waiver | None) -> Answer:
    needed = rule.full_years_of_residence or 0
    if years_before >= needed:  # whoever the student is
        reason = msg("The contract starts after a first year of study in France.")
        return Answer(status=FindingStatus.MET, has=_comes_from(student), reason=reason)
    if student.residence is None:
        return Answer.missing("person.residence", msg("The student’s nationality is not given; it decides who may sign."))
    if rule.residences and student.residence not in rule.residences:
        return Answer(status=FindingStatus.MET, has=_comes_from(student), reason=msg("No work authorisation is needed."))
    years = student.years_in_france
    if years is None:
        return Answer.missing(
            "person.years_in_france", msg("From outside the EU: it depends on how long the student has lived in France.")
        )
    if years + years_before >= needed:
        reason = msg("The contract starts after a first year of residence in France.")
        return Answer(status=FindingStatus.MET, has=_lived(years), reason=reason)
    if waived is not None:
        return Answer(status=FindingStatus.TO_CONFIRM, has=_lived(years), reason=_WAIVED[waived])
    reason = msg("From outside the EU this contract can start only after a first year of residence in France.")
    return Answer(status=FindingStatus.NOT_MET, has=_lived(years), reason=reason)


def _comes_from(student: Student) -> Message:
    if student.residence is None:
        return msg("not given")
    if student.residence is not Residence.OTHER:
        return msg("French") if student.residence is Residence.FRENCH else msg("EU, EEA or Swiss")
    return msg("from outside the EU") if student.years_in_france is None else _lived(student.years_in_france)


def _lived(years: int) -> Message:
    if years == 0:
        return msg("from outside the EU, new in France")
    return msg_n("from outside the EU, {count} year in France", "from outside the EU, {count} years in France", years)


def _ages(rule: LegalRule) -> Message:
    if rule.minimum_age is None:
        return msg("Aged {oldest} at most at the start of the contract", oldest=rule.maximum_age or 0)
    if rule.maximum_age is None:
        return msg("Aged {youngest} at least at the start of the contract", youngest=rule.minimum_age)
    return msg("Aged {youngest} to {oldest} at the start of the contract", youngest=rule.minimum_age, oldest=rule.maximum_age)


def _age(rule: LegalRule, student: Student) -> Answer:
    """Too young is no; too old is to confirm, since both contracts have exceptions above their age."""
    if student.age is None:
        return Answer.missing("person.age", msg("The student’s age is not given."))
    has = msg("{age} years old", age=student.age)
    if rule.minimum_age is not None and student.age < rule.minimum_age:
        return Answer(
            status=FindingStatus.NOT_MET,
            has=has,
            reason=msg("Too young for this contract: {youngest} is the least.", youngest=rule.minimum_age),
        )
    if rule.maximum_age is None or student.age <= rule.maximum_age:
        return Answer(status=FindingStatus.MET, has=has, reason=msg("The age is within what the law sets."))
    if FormatKind.PROFESSIONALISATION in rule.contracts:
        reason = msg(
            "Above {oldest} this contract is for registered job-seekers and people on certain benefits.", oldest=rule.maximum_age
        )
    else:
        reason = msg(
            "Above {oldest} only by exception: a recognised disability, a business to create, a contract that follows another.",
            oldest=rule.maximum_age,
        )
    return Answer(status=FindingStatus.TO_CONFIRM, has=has, reason=reason)
