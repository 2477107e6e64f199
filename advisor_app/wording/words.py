"""The words for what the domain enumerates.

They stand alone, with a capital, on a chip, a pill or in a column; only periods and payers are parts of a sentence ("10,950 € per
year, paid by the employer").
"""

from enum import Enum

from advisor_app.domain.charges import Scenario
from advisor_app.domain.course_words import Theme
from advisor_app.domain.curriculum import Likeness
from advisor_app.domain.facts import Severity, Status
from advisor_app.domain.pictures.calendar_strip import Mark
from advisor_app.domain.requirements.base import FindingStatus
from advisor_app.domain.requirements.evaluate import Operator
from advisor_app.domain.requirements.tree import AppliesTo, Strength
from advisor_app.domain.rows import Group
from advisor_app.domain.student import Residence, Standing
from advisor_app.domain.terms import AwardKind, ChargeKind, ContactKind, FormatKind, Moment, PartyRole, Payer, Per, YesNo
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
    Group: {
        Group.AWARD: msg("Award"),
        Group.STUDY: msg("Studies"),
        Group.ENTRY: msg("Admission"),
        Group.COST: msg("Costs"),
        Group.CALENDAR: msg("Calendar"),
        Group.WORK: msg("Internship and work"),
        Group.CURRICULUM: msg("Curriculum"),
        Group.AIMS: msg("Aims and teaching"),
        Group.OUTCOMES: msg("Afterwards"),
        Group.RECOGNITION: msg("Recognition"),
        Group.SCHOOL: msg("The school"),
    },
    Likeness: {
        Likeness.SHARED: msg("Same title in another column"),
        Likeness.LIKELY: msg("Likely the same"),
        Likeness.ONLY_HERE: msg("Only here"),
    },
    Theme: {
        Theme.LAW: msg("Legal studies"),
        Theme.POLITICS: msg("Politics and international relations"),
        Theme.SECURITY: msg("Security, defence, intelligence"),
        Theme.ECONOMICS: msg("Economics and finance"),
        Theme.MANAGEMENT: msg("Management"),
        Theme.COMMUNICATION: msg("Communication and culture"),
        Theme.COMPUTING: msg("Computing and data"),
        Theme.LANGUAGES: msg("Languages"),
        Theme.METHODS: msg("Methods and dissertation"),
        Theme.CAREER: msg("Career and internship"),
        Theme.OTHER: msg("Other courses"),
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
    Scenario: {
        Scenario.CONTRACT: msg("With a contract from the start"),
        Scenario.NO_CONTRACT: msg("If no contract is found by the start"),
    },
    Moment: {
        Moment.APPLICATION: msg("on applying"),
        Moment.REGISTRATION: msg("on registration"),
        Moment.START: msg("at the start"),
    },
    Mark: {
        Mark.START: msg("Start"),
        Mark.STUDY: msg("Courses"),
        Mark.INTENSIVE: msg("Intensive weeks"),
        Mark.WORK: msg("Work"),
        Mark.DEADLINE: msg("Deadline to apply"),
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

_GROUPS: dict[Operator, Message] = {
    "all": msg("All of these"),
    "any": msg("Any of these"),
    "not": msg("Must not be the case"),
    "readings": msg("Can be read in two ways"),
}


_LAW: dict[Verdict, Message] = {
    Verdict.CAN_APPLY: msg("Conditions met"),
    Verdict.TO_CONFIRM: msg("To confirm"),
    Verdict.NEED_INFO: msg("Need info"),
    Verdict.NOT_YET: msg("Conditions not met"),
}


def law(verdict: Verdict) -> Message:
    """The verdict of the law on a contract: it says nothing on applying."""
    return _LAW[verdict]


def word(value: Enum) -> Message:
    """What a member of one of the domain's enumerations is called."""
    return WORDS[type(value)][value]


def group(operator: Operator, n: int | None = None) -> Message:
    """The heading of several conditions: ``All of these``, ``At least 2 of these``."""
    return msg("At least {n} of these", n=n or 0) if operator == "at_least" else _GROUPS[operator]
