"""The words for what the domain enumerates, as they stand on a chip, a pill or in a column: alone, with a capital."""

from enum import Enum

from advisor_app.domain.catalogue import AwardKind, ChargeKind, FormatKind, PartyRole, Payer, Per, YesNo
from advisor_app.domain.facts import Severity, Status
from advisor_app.domain.requirements.base import FindingStatus
from advisor_app.domain.requirements.evaluate import Operator
from advisor_app.domain.requirements.tree import AppliesTo, Strength
from advisor_app.domain.student import Residence, Standing
from advisor_app.domain.text import Message, msg
from advisor_app.domain.verdicts import Verdict

# By type first: members of different enumerations may be equal as strings.
WORDS: dict[type[Enum], dict[Enum, Message]] = {
    Verdict: {
        Verdict.CAN_APPLY: msg("Can apply"),
        Verdict.TO_CONFIRM: msg("To confirm"),
        Verdict.NEED_INFO: msg("Need info"),
        Verdict.NOT_YET: msg("Not yet"),
    },
    FindingStatus: {
        FindingStatus.MET: msg("Met"),
        FindingStatus.TO_CONFIRM: msg("To confirm"),
        FindingStatus.UNKNOWN: msg("Need info"),
        FindingStatus.NOT_MET: msg("Not met"),
    },
    Status: {
        Status.STATED: msg("Stated"),
        Status.INFERRED: msg("Inferred"),
        Status.CALCULATED: msg("Calculated"),
        Status.NOT_STATED: msg("Not stated"),
        Status.CONFLICTING: msg("Conflicting"),
        Status.OTHER_PROGRAMME: msg("Other programme"),
    },
    Severity: {
        Severity.A: msg("Changes an answer"),
        Severity.B: msg("Changes a shown fact"),
        Severity.C: msg("Noise"),
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
        Per.PROGRAMME: msg("For the whole programme"),
        Per.YEAR: msg("Per year"),
        Per.SEMESTER: msg("Per semester"),
        Per.CREDIT: msg("Per credit"),
        Per.MODULE: msg("Per module"),
        Per.ONCE: msg("Once"),
        Per.NOT_STATED: msg("Period not stated"),
    },
    Payer: {
        Payer.STUDENT: msg("Student"),
        Payer.EMPLOYER: msg("Employer"),
        Payer.OPCO: msg("OPCO"),
        Payer.EMPLOYER_OR_OPCO: msg("Employer or OPCO"),
        Payer.NOT_STATED: msg("Payer not stated"),
    },
    Strength: {
        Strength.MANDATORY: msg("Mandatory"),
        Strength.INDICATIVE: msg("Indicative"),
        Strength.SOFT: msg("Listed, never counted"),
    },
    AppliesTo: {
        AppliesTo.EVERYONE: msg("For everyone"),
        AppliesTo.FRENCH_QUALIFICATION: msg("For a French diploma"),
        AppliesTo.FOREIGN_QUALIFICATION: msg("For a foreign diploma"),
    },
    Residence: {
        Residence.FRENCH: msg("French"),
        Residence.EU: msg("EU, EEA, Swiss"),
        Residence.OTHER: msg("Other"),
    },
    Standing: {
        Standing.HELD: msg("Held"),
        Standing.IN_PROGRESS: msg("In progress"),
    },
}

_GROUPS: dict[Operator, Message] = {
    "all": msg("All of these"),
    "any": msg("Any of these"),
    "not": msg("None of these"),
    "readings": msg("Can be read in two ways"),
}


def word(value: Enum) -> Message:
    """What a member of one of the domain's enumerations is called."""
    return WORDS[type(value)][value]


def group(operator: Operator, n: int | None = None) -> Message:
    """The heading of several conditions: ``All of these``, ``At least 2 of these``."""
    return msg("At least {n} of these", n=n or 0) if operator == "at_least" else _GROUPS[operator]
