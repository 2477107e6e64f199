"""The words for what the domain enumerates: those that a list of programmes may need; :mod:`.further_words` has the others.

They stand alone, with a capital, on a chip, a pill or in a column; only periods and payers are parts of a sentence ("10,950 € per
year, paid by the employer").
"""

from enum import Enum
from typing import TYPE_CHECKING

from advisor_app.domain.student import Residence, Standing
from advisor_app.domain.terms import AwardKind, ChargeKind, ContactKind, FormatKind, Moment, PartyRole, Payer, Per, YesNo
from advisor_app.domain.text import Message, msg
from advisor_app.domain.verdicts import Verdict

if TYPE_CHECKING:
    from advisor_app.domain.requirements.evaluate import Operator

# By type first: members of different enumerations may be equal as strings.
WORDS: dict[type[Enum], dict[Enum, Message]] = {
    Verdict: {
        Verdict.CAN_APPLY: msg("Can apply"),
        Verdict.TO_CONFIRM: msg("To confirm"),
        Verdict.NEED_INFO: msg("Need info"),
        Verdict.NOT_YET: msg("Not yet"),
    },
    AwardKind: {
        AwardKind.NATIONAL_MASTER: msg("National master’s degree"),
        AwardKind.SCHOOL_DIPLOMA: msg("School diploma"),
        AwardKind.RNCP_TITLE: msg("RNCP title"),
        AwardKind.VISE: msg("State-approved diploma (visé)"),
        AwardKind.LABEL_CGE: msg("CGE label"),
        AwardKind.OTHER: msg("Other award"),
    },
    YesNo: {
        YesNo.YES: msg("Yes"),
        YesNo.NO: msg("No"),
        YesNo.NOT_STATED: msg("Not stated"),
    },
    PartyRole: {
        PartyRole.AWARDING: msg("Awarding body"),
        PartyRole.CERTIFYING: msg("Certifying body"),
        PartyRole.TEACHING: msg("Teaching body"),
        PartyRole.PARTNER: msg("Partner"),
    },
    FormatKind: {
        FormatKind.INITIAL: msg("Initial"),
        FormatKind.ALTERNANCE: msg("Alternance"),
        FormatKind.APPRENTICESHIP: msg("Apprenticeship"),
        FormatKind.PROFESSIONALISATION: msg("Professionalisation contract"),
        FormatKind.SEQUENCE: msg("Initial, then alternance"),
    },
    ChargeKind: {
        ChargeKind.TUITION: msg("Tuition"),
        ChargeKind.APPLICATION: msg("Application fee"),
        ChargeKind.DEPOSIT: msg("Deposit"),
        ChargeKind.LEGAL: msg("Charge set by law"),
        ChargeKind.SUPPLEMENT: msg("Supplement"),
    },
    Per: {
        Per.PROGRAMME: msg("for the whole programme"),
        Per.YEAR: msg("per year"),
        Per.SEMESTER: msg("per semester"),
        Per.CREDIT: msg("per credit"),
        Per.MODULE: msg("per module"),
        Per.ONCE: msg("once"),
        Per.NOT_STATED: msg("(period not stated)"),
    },
    Payer: {
        Payer.STUDENT: msg("the student"),
        Payer.EMPLOYER: msg("the employer"),
        Payer.OPCO: msg("the OPCO"),
        Payer.EMPLOYER_OR_OPCO: msg("the employer or the OPCO"),
        Payer.NOT_STATED: msg("a payer not stated"),
    },
    Residence: {
        Residence.FRENCH: msg("French"),
        Residence.EU: msg("EU, EEA, Swiss"),
        Residence.OTHER: msg("Other"),
    },
    Moment: {
        Moment.APPLICATION: msg("on applying"),
        Moment.REGISTRATION: msg("on registration"),
        Moment.START: msg("at the start"),
    },
    ContactKind: {
        ContactKind.ADMISSIONS: msg("Admissions"),
        ContactKind.DISABILITY: msg("Disability"),
        ContactKind.INTERNATIONAL: msg("International students"),
        ContactKind.WORK_STUDY: msg("Work-study contracts"),
        ContactKind.OTHER: msg("Other matters"),
    },
    Standing: {
        Standing.HELD: msg("Held"),
        Standing.IN_PROGRESS: msg("In progress"),
    },
}

_GROUPS: "dict[Operator, Message]" = {
    "all": msg("All of these"),
    "any": msg("Any of these"),
    "not": msg("Must not be the case"),
    "readings": msg("Can be read in two ways"),
}


_LAW: dict[Verdict, Message] = {
    Verdict.CAN_APPLY: msg("Nothing against it"),
    Verdict.TO_CONFIRM: msg("To confirm"),
    Verdict.NEED_INFO: msg("To be completed"),
    Verdict.NOT_YET: msg("Closed"),
}


def law(verdict: Verdict) -> Message:
    """The verdict of the law on a contract: it says nothing on applying."""
    return _LAW[verdict]


def word(value: Enum) -> Message:
    """What a member of one of the domain's enumerations is called."""
    known = WORDS.get(type(value))
    if known is None:
        from advisor_app.wording.further_words import FURTHER_WORDS  # late: they know the whole domain, which no list waits for

        known = FURTHER_WORDS[type(value)]
    return known[value]


def group(operator: "Operator", n: int | None = None) -> Message:
    """The heading of several conditions: ``All of these``, ``At least 2 of these``."""
    return msg("At least {n} of these", n=n or 0) if operator == "at_least" else _GROUPS[operator]
