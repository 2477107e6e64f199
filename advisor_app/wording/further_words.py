"""The words for what the domain enumerates beyond what a list of programmes says: see :mod:`.words`."""

from enum import Enum

from advisor_app.domain.charges import Scenario
from advisor_app.domain.course_words import Theme
from advisor_app.domain.curriculum import Likeness
from advisor_app.domain.facts import Severity, Status
from advisor_app.domain.pictures.calendar_strip import Mark
from advisor_app.domain.requirements.base import FindingStatus
from advisor_app.domain.requirements.tree import AppliesTo, Strength
from advisor_app.domain.rows import Group
from advisor_app.domain.text import Message, msg

FURTHER_WORDS: dict[type[Enum], dict[Enum, Message]] = {
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
    Scenario: {
        Scenario.CONTRACT: msg("With a contract from the start"),
        Scenario.NO_CONTRACT: msg("If no contract is found by the start"),
    },
    Mark: {
        Mark.START: msg("Start"),
        Mark.STUDY: msg("Courses"),
        Mark.INTENSIVE: msg("Intensive weeks"),
        Mark.WORK: msg("Work"),
        Mark.DEADLINE: msg("Deadline to apply"),
    },
}
