"""A catalogue in memory, small but with every kind of thing that the window shows: for tests of the window only."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

from advisor_app.domain.catalogue import (
    Award,
    Block,
    Calendar,
    Campus,
    Charge,
    Combination,
    Course,
    Discount,
    DiscountBase,
    EntryPoint,
    Financing,
    Format,
    Institution,
    Intake,
    JobList,
    Option,
    Party,
    PaymentPlan,
    ProcessStep,
    Programme,
    SkillBlock,
    WorkDuty,
)
from advisor_app.domain.facts import Fact, Flag, Point, Reading, Severity, Source, Status
from advisor_app.domain.quantities import Span
from advisor_app.domain.reference import FieldOfStudy, LegalRule, Reference
from advisor_app.domain.requirements.kinds.credits import Credits
from advisor_app.domain.requirements.kinds.field import Field
from advisor_app.domain.requirements.kinds.level import Level
from advisor_app.domain.requirements.kinds.motivation import Motivation
from advisor_app.domain.requirements.tree import All, Leaf, Node, Readings, Strength
from advisor_app.domain.student import Qualification, Student, Wishes
from advisor_app.domain.terms import AwardKind, ChargeKind, FormatKind, PartyRole, Payer, Per, YesNo
from advisor_app.domain.text import Text, same
from advisor_app.models.repository import CatalogueRepository
from tests.services.memory import in_memory

TODAY = date(2026, 11, 22)
NORTH, SOUTH = "north", "south"

SOURCES = {
    NORTH: Source(
        id=NORTH, title="Programme page", publisher="North School", lang="en", kind="page", dated=date(2025, 11, 24), url=None
    ),
    SOUTH: Source(
        id=SOUTH, title="Master 2 page", publisher="South School", lang="en", kind="page", dated=date(2020, 3, 1), day_known=False
    ),
}
INSTITUTIONS = {
    NORTH: Institution(
        id=NORTH,
        name="North School of Affairs",
        short_name="North",
        campuses=(
            Campus(id="paris", name=same("Paris"), city="Paris"),
            Campus(id="lyon", name=same("Lyon"), city="Lyon"),
        ),
    ),
    SOUTH: Institution(
        id=SOUTH, name="South School", short_name="South", campuses=(Campus(id="port", name=same("Port Sud"), city="Marseille"),)
    ),
}
REFERENCE = Reference(
    fields={
        "law": FieldOfStudy(id="law", name=Text(fr="Droit", en="Law"), isced="0421"),
        "economics": FieldOfStudy(id="economics", name=Text(fr="Économie", en="Economics"), isced="0311"),
    },
    legal_rules={
        "apprenticeship-age": LegalRule(
            id="apprenticeship-age",
            contracts=("apprenticeship", "professionalisation"),
            article="L6222-1",
            title=Text(fr="Âge de l’apprenti", en="Age of an apprentice"),
            summary=Text(fr="Moins de 30 ans.", en="Under 30."),
            checked_on=date(2026, 11, 1),
            source="code",
            minimum_age=16,
            maximum_age=29,
        )
    },
)
INITIAL = Format(id="initial", name=Text(fr="initiale", en="initial"), kind=FormatKind.INITIAL, section="Formats")
ALTERNANCE = Format(
    id="alternance",
    name=Text(fr="alternance", en="alternance"),
    kind=FormatKind.ALTERNANCE,
    aliases=("sandwich",),
    section="Formats",
)
KEEN = Leaf(
    kind="motivation",
    test=Motivation(Text(fr="un intérêt pour la politique", en="an interest in politics")),
    strength=Strength.SOFT,
    source=NORTH,
    section="Admission",
)


def level(minimum: int, source: str = NORTH) -> Leaf:
    return Leaf(kind="level", test=Level(minimum), source=source, section="Admission", quote=f"Bac+{minimum}")


def _field(*of: str) -> Leaf:
    return Leaf(kind="field", test=Field(of), source=NORTH, section="Admission")


def entry(name: str, after: int, months: int, requirements: Node, source: str = NORTH) -> EntryPoint:
    span = Span(minimum=Decimal(months), maximum=Decimal(months))
    return EntryPoint(
        id=name.lower(),
        name=name,
        year=5 - months // 12 - 2,
        after=after,
        duration=Fact(
            value=span,
            status=Status.INFERRED,
            source=source,
            section="Admission",
            note=Text(fr="d’après l’année d’entrée", en="from the year that is entered"),
        ),
        credits=Fact(value=Decimal(60 * months // 12), source=source, section="Admission"),
        requirements=requirements,
        process=(
            ProcessStep(text=Text(fr="Étude du dossier", en="Review of the file"), source=source, section="Admission"),
            ProcessStep(text=Text(fr="Entretien", en="Interview"), source=source, section="Admission"),
        ),
        source=source,
        section="Admission",
    )


AFFAIRS = Programme(
    id="affairs",
    institution=NORTH,
    name="MSc Expert in Affairs and Far-Reaching International Cooperations",
    name_lang="en",
    short_name=Text(fr="MSc Affaires", en="MSc Affairs"),
    source=NORTH,
    awards=(
        Award(
            id="title",
            title="Expert en affaires",
            title_lang="fr",
            kind=AwardKind.RNCP_TITLE,
            level=Fact(value=7, source=NORTH, section="Diploma"),
            number=Fact(value="39853", source=NORTH, section="Diploma"),
            registry="RNCP",
            confers_master_grade=YesNo.NO,
            parties=(
                Party(
                    name="East Institute",
                    role=PartyRole.CERTIFYING,
                    what=Text(fr="et non North", en="not North"),
                    source=NORTH,
                    section="Diploma",
                ),
            ),
            gives=(Point(text=Text(fr="un titre de niveau 7", en="a level 7 title"), source=NORTH, section="Diploma"),),
            gives_not=(Point(text=Text(fr="le grade de master", en="the grade de master"), source=NORTH, section="Diploma"),),
            source=NORTH,
            section="Diploma",
        ),
    ),
    campuses=("paris", "lyon"),
    campus_evidence=Fact(value=same("Paris, Lyon"), source=NORTH, section="Campus"),
    specialisations=(
        Option(id="defence", name=Text(fr="Défense", en="Defence"), campuses=("paris",), source=NORTH, section="Options"),
        Option(id="trade", name=Text(fr="Commerce", en="Trade"), campuses=("paris", "lyon"), source=NORTH, section="Options"),
    ),
    formats=(replace(INITIAL, source=NORTH), replace(ALTERNANCE, source=NORTH)),
    entry_points=(
        entry("MSc1", 3, 24, All((level(3), _field("law", "economics"), KEEN))),
        entry(
            "MSc2",
            4,
            12,
            Readings(
                (All((level(4), _field("law"))), level(4)), Text(fr="la liste peut porter sur les seuls étrangers", en="the list")
            ),
        ),
    ),
    combinations=(
        Combination(
            entry_points=("msc1", "msc2"), formats=("initial", "alternance"), campuses=("paris",), specialisations=("defence",)
        ),
        Combination(
            entry_points=("msc1", "msc2"), formats=("initial", "alternance"), campuses=("paris", "lyon"), specialisations=("trade",)
        ),
    ),
    charges=(
        Charge(
            id="initial",
            kind=ChargeKind.TUITION,
            amount=Decimal(10350),
            currency="EUR",
            per=Per.YEAR,
            formats=("initial",),
            label=Text(fr="Initiale", en="Initial"),
            school_year="2025/2026",
            source=NORTH,
            section="Rates",
        ),
        Charge(
            id="work",
            kind=ChargeKind.TUITION,
            amount=Decimal(10950),
            currency="EUR",
            per=Per.YEAR,
            formats=("alternance",),
            label=Text(fr="Alternance", en="Alternance"),
            payer=Payer.EMPLOYER_OR_OPCO,
            school_year="2025/2026",
            source=NORTH,
            section="Rates",
            quote="For 2025/2026 : MSc sandwich course: €10,950/year",
        ),
        Charge(
            id="file",
            kind=ChargeKind.APPLICATION,
            amount=Decimal(80),
            currency=None,
            per=Per.ONCE,
            source=NORTH,
            section="Rates",
            note=Text(fr="Aucune devise n’est imprimée.", en="No currency is printed."),
        ),
    ),
    financing=(
        Financing(
            formats=("alternance",),
            payer=Payer.EMPLOYER_OR_OPCO,
            text=Text(fr="L’employeur ou l’OPCO paie", en="The employer or the OPCO pays"),
            student_share=Fact(value=Decimal(0), source=NORTH, section="Rates"),
            source=NORTH,
            section="Rates",
        ),
    ),
    calendar=Calendar(
        intakes=(Intake(id="sept", month=9, source=NORTH, section="Header"),),
        rhythm=Fact(
            status=Status.CONFLICTING,
            note=Text(fr="Deux passages diffèrent.", en="Two passages differ."),
            readings=(
                Reading(value=Text(fr="deux jours", en="two days"), section="Timetable", source=NORTH, quote="two days"),
                Reading(value=Text(fr="une semaine sur deux", en="every other week"), section="Work-study", source=NORTH),
            ),
            source=NORTH,
            section="Timetable",
        ),
    ),
    duties=(
        WorkDuty(
            id="internship",
            name=Text(fr="Stage", en="Internship"),
            length=Fact(value=Span(minimum=Decimal(4), maximum=Decimal(6)), source=NORTH, section="Work-study"),
        ),
    ),
    curriculum=(
        Block(
            id="y1",
            title=Text(fr="Tronc commun", en="Common core"),
            year=1,
            courses=tuple(Course(title=title) for title in ("Diplomacy", "Public law", "English", "Negotiation")),
            source=NORTH,
            section="First year",
        ),
        Block(
            id="y2",
            title=Text(fr="Tronc commun", en="Common core"),
            year=2,
            courses=tuple(Course(title=title) for title in ("Geopolitics", "English", "Dissertation")),
            source=NORTH,
            section="Second year",
        ),
    ),
    teaching_language=Fact(
        status=Status.NOT_STATED,
        source=NORTH,
        note=Text(fr="La page ne nomme aucune langue", en="The page names no language"),
    ),
    aims=(Point(text=Text(fr="conduire un projet", en="lead a project"), source=NORTH, section="Aims"),),
    skills=(SkillBlock(title=Text(fr="Coopérer", en="Cooperate"), skills=(Text(fr="négocier", en="negotiate"),), source=NORTH),),
    methods=(Point(text=Text(fr="études de cas", en="case studies"), source=NORTH, section="Teaching"),),
    jobs=(JobList(jobs=(Text(fr="analyste", en="analyst"),), specialisation="defence", source=NORTH, section="Jobs"),),
    flags=(
        Flag(
            id="curriculum",
            severity=Severity.B,
            about="curriculum",
            problem=Text(fr="Les cours ne suivent pas les objectifs.", en="The courses do not match the aims."),
            recorded=Text(fr="Repris tels quels.", en="Kept as printed."),
            source=NORTH,
            section="First year",
            quote="Utilities law",
            short=Text(fr="Les cours ne suivent pas les objectifs", en="Courses do not match the aims"),
        ),
        Flag(
            id="fee",
            severity=Severity.A,
            about="application-fee",
            problem=Text(fr="Aucune devise.", en="No currency."),
            recorded=Text(fr="80, devise non imprimée.", en="80, currency not printed."),
            source=NORTH,
            section="Rates",
        ),
    ),
)


def _south(programme_id: str, name: str, amount: str | None, flag: Text) -> Programme:
    return Programme(
        id=programme_id,
        institution=SOUTH,
        name=name,
        name_lang="en",
        short_name=same(name.replace("Master 2", "M2")),
        source=SOUTH,
        awards=(
            Award(id="master", title="Master", title_lang="fr", kind=AwardKind.NATIONAL_MASTER, source=SOUTH, section="Diploma"),
        ),
        campuses=("port",),
        formats=(replace(INITIAL, source=SOUTH), replace(ALTERNANCE, source=SOUTH)),
        entry_points=(
            entry(
                "M2",
                4,
                12,
                All((level(4, SOUTH), Leaf(kind="credits", test=Credits(Decimal(240)), source=SOUTH, section="Admission"))),
                SOUTH,
            ),
        ),
        combinations=(Combination(entry_points=("m2",), formats=("initial", "alternance"), campuses=("port",)),),
        charges=(
            Charge(
                id="tuition",
                kind=ChargeKind.TUITION,
                amount=Decimal(amount) if amount else None,
                currency="EUR" if amount else None,
                per=Per.NOT_STATED,
                status=Status.STATED if amount else Status.NOT_STATED,
                source=SOUTH,
                section="Fees",
            ),
        ),
        plans=(
            PaymentPlan(
                id="plan",
                charge="tuition",
                deposit=Decimal(1500),
                instalments=6,
                instalment=Fact(value=Decimal(1375), status=Status.CALCULATED),
                source=SOUTH,
                section="Fees",
            ),
        ),
        discounts=(
            Discount(
                id="cash",
                charge="tuition",
                rate=Decimal(5),
                condition=Text(fr="paiement comptant", en="paid at once"),
                bases=(
                    DiscountBase(base=Decimal(9750), total=Decimal("9262.50"), text=Text(fr="du total", en="of the total")),
                    DiscountBase(base=Decimal(8250), total=Decimal("9337.50"), text=Text(fr="du solde", en="of the balance")),
                ),
                status=Status.CONFLICTING,
                source=SOUTH,
                section="Fees",
            ),
        ),
        flags=(
            Flag(
                id="age",
                severity=Severity.A,
                about="tuition",
                problem=Text(fr="Page ancienne.", en="Old page."),
                recorded=Text(fr="Date conservée.", en="Date kept."),
                source=SOUTH,
                short=flag,
            ),
        ),
    )


PROGRAMMES = {
    one.id: one
    for one in (
        AFFAIRS,
        _south("intelligence", "Master 2 Intelligence", "9750", Text(fr="Page de mars 2020", en="Page of March 2020")),
        _south("security", "Master 2 Security", None, Text(fr="Prix d’une autre formation", en="Prints another price")),
    )
}


@cache
def SmallCatalogue() -> CatalogueRepository:
    """The open catalogue, made once."""
    return in_memory(PROGRAMMES.values(), tuple(INSTITUTIONS.values()), tuple(SOURCES.values()), REFERENCE)


NOBODY = Student()
LICENCE_IN_LAW = Student(
    qualifications=(Qualification(country="FR", level=3, fields=("law",)),), wishes=Wishes(format="alternance", campus="paris")
)
