"""The terms that a catalogue chooses from: kinds of awards, of formats, of charges and contacts, who pays, for what period.

Apart from :mod:`.catalogue`, since a list says them long before a whole programme is read.
"""

from enum import StrEnum


class AwardKind(StrEnum):
    NATIONAL_MASTER = "national_master"
    SCHOOL_DIPLOMA = "school_diploma"
    RNCP_TITLE = "rncp_title"
    VISE = "vise"
    LABEL_CGE = "label_cge"
    OTHER = "other"


class YesNo(StrEnum):
    YES = "yes"
    NO = "no"
    NOT_STATED = "not_stated"


class PartyRole(StrEnum):
    AWARDING = "awarding"
    CERTIFYING = "certifying"
    TEACHING = "teaching"
    PARTNER = "partner"


class FormatKind(StrEnum):
    """How one studies. ``alternance`` is used where a page does not say which contract."""

    INITIAL = "initial"
    ALTERNANCE = "alternance"
    APPRENTICESHIP = "apprenticeship"
    PROFESSIONALISATION = "professionalisation"
    SEQUENCE = "sequence"

    @property
    def has_contract(self) -> bool:
        return self is not FormatKind.INITIAL


class ChargeKind(StrEnum):
    TUITION = "tuition"
    APPLICATION = "application"
    DEPOSIT = "deposit"
    LEGAL = "legal"
    SUPPLEMENT = "supplement"


class Per(StrEnum):
    PROGRAMME = "programme"
    YEAR = "year"
    SEMESTER = "semester"
    CREDIT = "credit"
    MODULE = "module"
    ONCE = "once"
    NOT_STATED = "not_stated"


class Payer(StrEnum):
    STUDENT = "student"
    EMPLOYER = "employer"
    OPCO = "opco"
    EMPLOYER_OR_OPCO = "employer_or_opco"
    NOT_STATED = "not_stated"


class Moment(StrEnum):
    """A point of a student's way at which something falls due, where the page names no date."""

    APPLICATION = "application"
    REGISTRATION = "registration"
    START = "start"


class ContactKind(StrEnum):
    """What one asks a contact about."""

    ADMISSIONS = "admissions"
    DISABILITY = "disability"
    INTERNATIONAL = "international"
    WORK_STUDY = "work_study"
    OTHER = "other"
