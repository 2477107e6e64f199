"""What a catalogue can say about a school and its programmes. A programme is read whole and never changed by the program."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from advisor_app.domain.facts import (
    Evidence,
    Fact,
    Flag,
    Named,
    Point,
    Reading,
    Source,
    not_stated,
)
from advisor_app.domain.quantities import Span
from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.tree import Node
from advisor_app.domain.student import Residence
from advisor_app.domain.terms import AwardKind, ChargeKind, ContactKind, FormatKind, Moment, PartyRole, Payer, Per, YesNo
from advisor_app.domain.text import Lang, Text

# --- who and where


@dataclass(frozen=True, slots=True, kw_only=True)
class Campus:
    id: str
    name: Text
    city: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution:
    """A school. ``facts`` are about the school, not about any of its programmes. ``country`` is ISO 3166-1 alpha-2."""

    id: str
    name: str
    short_name: str
    country: str | None = None
    former_names: tuple[str, ...] = ()
    group: str | None = None
    city: str | None = None
    site: str | None = None
    campuses: tuple[Campus, ...] = ()
    facts: tuple[Named, ...] = ()


# --- what is awarded


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Evidence):
    """A body and what it does for an award or a programme."""

    name: str
    role: PartyRole
    city: str | None = None
    what: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Award(Evidence):
    """A diploma given at the end. ``level`` is the French niveau, 1 to 8, which is the EQF level.

    Where only some routes lead to it, it is tied to their parts; empty lists mean all.
    """

    id: str
    title: str
    title_lang: Lang
    kind: AwardKind
    level: Fact[int] = field(default_factory=not_stated)
    confers_master_grade: YesNo = YesNo.NOT_STATED
    registry: str | None = None
    number: Fact[str] = field(default_factory=not_stated)
    nsf_codes: Fact[tuple[str, ...]] = field(default_factory=not_stated)
    decided_on: Fact[date] = field(default_factory=not_stated)
    expires_on: Fact[date] = field(default_factory=not_stated)
    parties: tuple[Party, ...] = ()
    gives: tuple[Point, ...] = ()
    gives_not: tuple[Point, ...] = ()
    entry_points: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    campuses: tuple[str, ...] = ()
    specialisations: tuple[str, ...] = ()
    streams: tuple[str, ...] = ()


# --- how one joins and studies


@dataclass(frozen=True, slots=True, kw_only=True)
class Format(Evidence):
    """A way to study. ``years`` gives the kind of each year for a sequence, first year first."""

    id: str
    name: Text
    kind: FormatKind
    years: tuple[FormatKind, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Evidence):
    """A specialisation or a stream. ``campuses`` are ids; empty where the page does not tie it to any."""

    id: str
    name: Text
    campuses: tuple[str, ...] = ()
    contents: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessStep(Evidence):
    """What a candidate goes through, in order. Never a requirement."""

    text: Text
    delay: Fact[Span] = field(default_factory=not_stated)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPoint(Evidence):
    """Where one can join. ``after`` is the level one comes from (Bac+N), ``year`` the year of the programme that is entered."""

    id: str
    name: str
    year: int
    after: int
    duration: Fact[Span] = field(default_factory=not_stated)
    credits: Fact[Decimal] = field(default_factory=not_stated)
    cumulative_credits: Fact[Decimal] = field(default_factory=not_stated)
    modules: Fact[int] = field(default_factory=not_stated)
    requirements: Node | None = None
    process: tuple[ProcessStep, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Combination(Evidence):
    """Routes that exist: every combination of what is listed. An empty list stands for a dimension that plays no part."""

    entry_points: tuple[str, ...]
    formats: tuple[str, ...]
    campuses: tuple[str, ...]
    specialisations: tuple[str, ...] = ()
    streams: tuple[str, ...] = ()
    intakes: tuple[str, ...] = ()


# --- money


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """When something is to be paid: at a moment, in a month (1 to 12) of the school year, or on a day of that month."""

    moment: Moment | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge(Evidence):
    """Something to pay. Empty ``entry_points``, ``formats``, ``campuses`` and so on mean all of them.

    ``credit_system`` names the credits that a price per credit is for, ECTS where it is empty. ``audience`` says in words whom the
    charge is for. ``residences`` says it in terms that can be checked; without them a charge for an audience enters no sum, since
    nothing tells whether this student is meant. ``included_in`` names the charge that this one is a part of (a deposit within the
    tuition), so that no sum counts it twice.
    """

    id: str
    kind: ChargeKind
    amount: Decimal | None
    currency: str | None
    per: Per
    payer: Payer = Payer.STUDENT
    label: Text | None = None
    entry_points: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    campuses: tuple[str, ...] = ()
    specialisations: tuple[str, ...] = ()
    streams: tuple[str, ...] = ()
    intakes: tuple[str, ...] = ()
    audience: Text | None = None
    residences: tuple[Residence, ...] = ()
    credit_system: str | None = None
    due: Fact[Due] = field(default_factory=not_stated)
    school_year: str | None = None
    included_in: str | None = None
    currency_note: Text | None = None
    other_programme: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentPlan(Evidence):
    """A deposit and instalments of a charge. ``instalment`` is calculated where the page gives only their number.

    ``instalments_due`` has one entry for each instalment, first to last.
    """

    id: str
    charge: str
    deposit: Decimal | None = None
    deposit_included: YesNo = YesNo.NOT_STATED
    instalments: int | None = None
    instalment: Fact[Decimal] = field(default_factory=not_stated)
    deposit_due: Fact[Due] = field(default_factory=not_stated)
    instalments_due: Fact[tuple[Due, ...]] = field(default_factory=not_stated)
    formats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscountBase(Evidence):
    """One base that a rate may apply to, with the amount that would be left to pay."""

    base: Decimal
    total: Decimal
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Discount(Evidence):
    """A reduction. ``rate`` is a percentage; several ``bases`` mean that the page does not say which."""

    id: str
    charge: str
    rate: Decimal
    condition: Text
    bases: tuple[DiscountBase, ...] = ()
    cumulative: YesNo = YesNo.NOT_STATED


@dataclass(frozen=True, slots=True, kw_only=True)
class Financing(Evidence):
    """Who pays under a contract. ``student_share`` is what is left to the student, of each year's price, while the contract runs.

    ``without_contract_format`` is the format whose price the student pays where no contract is found, if the page says so.
    """

    formats: tuple[str, ...]
    payer: Payer
    text: Text
    student_share: Fact[Decimal] = field(default_factory=not_stated)
    without_contract: Fact[Text] = field(default_factory=not_stated)
    without_contract_format: str | None = None
    readings: tuple[Reading[Text], ...] = ()


# --- time and work


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake(Evidence):
    """A start. ``month`` is 1 to 12; ``year`` is empty where the page names the month only."""

    id: str
    month: int
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Evidence):
    """The last day or month to apply for an intake. ``residences`` and ``intakes`` are empty where it holds for all."""

    month: int
    day: int | None = None
    year: int | None = None
    residences: tuple[Residence, ...] = ()
    intakes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The year. ``deadline`` says in words what ``deadlines`` give as dates; months are 1 to 12."""

    intakes: tuple[Intake, ...] = ()
    intake: Fact[Text] = field(default_factory=not_stated)
    teaching_from: Fact[int] = field(default_factory=not_stated)
    teaching_to: Fact[int] = field(default_factory=not_stated)
    days_per_week: Fact[Decimal] = field(default_factory=not_stated)
    intensive_weeks: Fact[int] = field(default_factory=not_stated)
    intensive_months: Fact[tuple[int, ...]] = field(default_factory=not_stated)
    rhythm: Fact[Text] = field(default_factory=not_stated)
    deadline: Fact[Text] = field(default_factory=not_stated)
    deadlines: tuple[Deadline, ...] = ()
    reply: Fact[Span] = field(default_factory=not_stated)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkDuty(Evidence):
    """An internship or other work asked for. Empty tuples mean that the page ties it to none in particular."""

    id: str
    name: Text
    length: Fact[Span] = field(default_factory=not_stated)
    mandatory: Fact[bool] = field(default_factory=not_stated)
    years: Fact[tuple[int, ...]] = field(default_factory=not_stated)
    months: Fact[tuple[int, ...]] = field(default_factory=not_stated)
    formats: tuple[str, ...] = ()
    streams: tuple[str, ...] = ()


# --- what is taught, and what comes after


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A course line as printed. ``same_as`` names a course of another programme that is probably the same one."""

    title: str
    lang: Lang = "en"
    taught_in: str | None = None
    credits: Decimal | None = None
    note: Text | None = None
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Evidence):
    """Courses printed under one heading. ``year`` is the programme's year; ``specialisation`` an option's id."""

    id: str
    title: Text
    year: int
    courses: tuple[Course, ...]
    specialisation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillBlock(Evidence):
    title: Text
    skills: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JobList(Evidence):
    """Jobs that the page names, for one specialisation or (empty) for all."""

    jobs: tuple[Text, ...]
    specialisation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeFigure(Evidence):
    """A figure on what graduates do; worth showing only with its year, its number of people and its source."""

    label: Text
    value: Text | None = None
    year: int | None = None
    people: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FurtherStudy(Evidence):
    """Further study that an award opens; ``award`` and ``stream`` are ids."""

    text: Text
    award: str | None = None
    stream: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Evidence):
    """Whom to ask, by role; never a name or an address."""

    role: Text
    kind: ContactKind = ContactKind.OTHER
    campus: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """Everything that the sources say of one programme.

    ``country`` is where its diploma is no foreign one (ISO 3166-1): its school's, which the builder fills in where the file names
    none. ``url`` is its page.
    """

    id: str
    institution: str
    name: str
    name_lang: Lang
    short_name: Text
    source: str
    country: str | None = None
    url: str | None = None
    aliases: tuple[str, ...] = ()
    summary: Fact[Text] = field(default_factory=not_stated)
    fields: Fact[tuple[str, ...]] = field(default_factory=not_stated)
    awards: tuple[Award, ...] = ()
    campuses: tuple[str, ...] = ()
    campus_evidence: Fact[Text] = field(default_factory=not_stated)
    specialisations: tuple[Option, ...] = ()
    streams: tuple[Option, ...] = ()
    formats: tuple[Format, ...] = ()
    entry_points: tuple[EntryPoint, ...] = ()
    combinations: tuple[Combination, ...] = ()
    charges: tuple[Charge, ...] = ()
    plans: tuple[PaymentPlan, ...] = ()
    discounts: tuple[Discount, ...] = ()
    financing: tuple[Financing, ...] = ()
    calendar: Calendar = field(default_factory=Calendar)
    duties: tuple[WorkDuty, ...] = ()
    curriculum: tuple[Block, ...] = ()
    teaching_language: Fact[Text] = field(default_factory=not_stated)
    language_level: Fact[Text] = field(default_factory=not_stated)
    minimum_grade: Fact[Text] = field(default_factory=not_stated)
    places: Fact[Text] = field(default_factory=not_stated)
    non_eu_price: Fact[Text] = field(default_factory=not_stated)
    campus_france: Fact[Text] = field(default_factory=not_stated)
    aims: tuple[Point, ...] = ()
    skills: tuple[SkillBlock, ...] = ()
    methods: tuple[Point, ...] = ()
    assessment: tuple[Point, ...] = ()
    teachers: tuple[Point, ...] = ()
    jobs: tuple[JobList, ...] = ()
    further_study: tuple[FurtherStudy, ...] = ()
    exams: tuple[Point, ...] = ()
    figures: tuple[OutcomeFigure, ...] = ()
    partners: tuple[Party, ...] = ()
    strengths: tuple[Point, ...] = ()
    accessibility: tuple[Point, ...] = ()
    contacts: tuple[Contact, ...] = ()
    facts: tuple[Named, ...] = ()
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """A whole catalogue in memory, as the builder sees it. ``version`` is free text, ``dated`` the day it was last revised."""

    version: str
    dated: date
    reference: Reference
    sources: dict[str, Source] = field(default_factory=dict)
    institutions: dict[str, Institution] = field(default_factory=dict)
    programmes: dict[str, Programme] = field(default_factory=dict)
