"""A small catalogue in memory, of the shape of the real one: three programmes of two schools, twenty-two routes."""

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
    Option,
    Party,
    PaymentPlan,
    ProcessStep,
    Programme,
    WorkDuty,
)
from advisor_app.domain.facts import Evidence, Fact, Flag, Reading, Severity, Source, Status
from advisor_app.domain.quantities import Span
from advisor_app.domain.reference import FieldOfStudy, LegalRule, Reference
from advisor_app.domain.requirements.kinds.credits import Credits
from advisor_app.domain.requirements.kinds.field import Field
from advisor_app.domain.requirements.kinds.level import Level
from advisor_app.domain.requirements.kinds.motivation import Motivation
from advisor_app.domain.requirements.tree import All, AnyOf, Leaf, Readings, Strength
from advisor_app.domain.student import LanguageSkill, Qualification, Student, Wishes
from advisor_app.domain.terms import AwardKind, ChargeKind, FormatKind, PartyRole, Payer, Per
from advisor_app.domain.text import Text, same
from advisor_app.models.repository import CatalogueRepository
from tests.services.memory import in_memory

TODAY = date(2026, 11, 22)
HEIP, SI, SD = "heip-msc", "ileri-si", "ileri-sd"


def text(en: str, fr: str) -> Text:
    return Text(fr=fr, en=en)


def months(low: int, high: int | None = None) -> Span:
    return Span(minimum=Decimal(low), maximum=Decimal(low if high is None else high))


_FIELDS = {
    "law": (text("Law", "Droit"), ()),
    "public-law": (text("Public law", "Droit public"), ("law",)),
    "international-law": (text("International law", "Droit international"), ("law",)),
    "economics": (text("Economics", "Économie"), ()),
    "political-science": (text("Political science", "Science politique"), ()),
    "international-relations": (text("International relations", "Relations internationales"), ("political-science",)),
    "computing": (text("Computing", "Informatique"), ()),
}


def _rule(
    rule: str,
    article: str,
    title: Text,
    *contracts: str,
    ages: tuple[int | None, int | None] = (None, None),
    years: int | None = None,
) -> LegalRule:
    return LegalRule(
        id=rule,
        contracts=contracts,
        article=article,
        title=title,
        summary=title,
        checked_on=date(2026, 11, 1),
        source="code-du-travail",
        minimum_age=ages[0],
        maximum_age=ages[1],
        full_years_of_residence=years,
        residences=("other",) if years else (),
    )


REFERENCE = Reference(
    fields={slug: FieldOfStudy(id=slug, name=name, isced="0000", parents=parents) for slug, (name, parents) in _FIELDS.items()},
    countries={"FR": text("France", "France"), "GB": text("United Kingdom", "Royaume-Uni"), "SN": text("Senegal", "Sénégal")},
    legal_rules={
        rule.id: rule
        for rule in (
            _rule(
                "apprenticeship-age", "L6222-1", text("Age of apprentices", "Âge des apprentis"), "apprenticeship", ages=(16, 29)
            ),
            _rule(
                "professionalisation-age",
                "L6325-1",
                text("Age for the contract", "Âge pour le contrat"),
                "professionalisation",
                ages=(16, 25),
            ),
            _rule(
                "new-arrivals",
                "R5221-7",
                text("New arrivals", "Nouveaux arrivants"),
                "apprenticeship",
                "professionalisation",
                years=1,
            ),
        )
    },
)

SOURCES = {
    source.id: source
    for source in (
        Source(
            id="heip-page",
            title="MSc page",
            publisher="HEIP",
            lang="en",
            kind="web page",
            dated=date(2025, 11, 24),
        ),
        Source(
            id="ileri-si-page",
            title="SI page",
            publisher="ILERI",
            lang="en",
            kind="web page",
            dated=date(2020, 3, 1),
            day_known=False,
        ),
        Source(
            id="ileri-sd-page",
            title="SD page",
            publisher="ILERI",
            lang="en",
            kind="web page",
            dated=date(2020, 3, 1),
            day_known=False,
        ),
        Source(
            id="code-du-travail", title="Code du travail", publisher="Légifrance", lang="fr", kind="law", dated=date(2026, 11, 1)
        ),
    )
}

INSTITUTIONS = {
    "heip": Institution(
        id="heip",
        name="HEIP",
        short_name="HEIP",
        campuses=(
            Campus(id="paris", name=same("Paris"), city="Paris"),
            Campus(id="lyon", name=same("Lyon"), city="Lyon"),
        ),
    ),
    "ileri": Institution(
        id="ileri",
        name="ILERI",
        short_name="ILERI",
        campuses=(Campus(id="paris-la-defense", name=same("Paris La Défense"), city="Puteaux"),),
    ),
}

_INITIAL = Format(id="initial", name=text("initial", "initial"), kind=FormatKind.INITIAL, source="heip-page", section="Format")
_ALTERNANCE = Format(id="alternance", name=text("alternance", "alternance"), kind=FormatKind.ALTERNANCE, source="heip-page")
_SEQUENCE = Format(
    id="initial-alternance",
    name=text("initial, then alternance", "initial puis alternance"),
    kind=FormatKind.SEQUENCE,
    years=(FormatKind.INITIAL, FormatKind.ALTERNANCE),
    source="heip-page",
)
_APPRENTICESHIP = Format(
    id="apprenticeship", name=text("apprenticeship", "apprentissage"), kind=FormatKind.APPRENTICESHIP, source="ileri-si-page"
)
_PROFESSIONALISATION = Format(
    id="professionalisation",
    name=text("contrat de professionnalisation", "contrat de professionnalisation"),
    kind=FormatKind.PROFESSIONALISATION,
    source="ileri-si-page",
)


def _leaf(test: Level | Credits | Field, page: str, section: str) -> Leaf:
    kind = {Level: "level", Credits: "credits", Field: "field"}[type(test)]
    return Leaf(kind=kind, test=test, source=page, section=section)


_KEEN = Leaf(
    kind="motivation",
    test=Motivation(text("a keen interest in international relations", "un vif intérêt pour les relations internationales")),
    strength=Strength.SOFT,
    source="heip-page",
    section="MSc 1",
)
_STEPS = (
    ProcessStep(text=text("file before a jury", "dossier devant un jury"), delay=Fact(value=Span(maximum=Decimal(4), unit="week"))),
)

_MSC1 = EntryPoint(
    id="msc1",
    name="MSc 1",
    year=1,
    after=3,
    duration=Fact(value=months(24), source="heip-page", section="Duration"),
    credits=Fact(value=Decimal(120), status=Status.CALCULATED, source="heip-page"),
    requirements=Readings(
        (
            All(
                (
                    _leaf(Level(3), "heip-page", "MSc 1"),
                    _leaf(Field(("law", "economics", "political-science")), "heip-page", "MSc 1"),
                    _KEEN,
                )
            ),
            All((_leaf(Level(3), "heip-page", "MSc 1"),)),
        ),
        note=text("whom does the list of fields bind?", "qui la liste de domaines concerne-t-elle ?"),
    ),
    process=_STEPS,
)
_MSC2 = EntryPoint(
    id="msc2",
    name="MSc 2",
    year=2,
    after=4,
    duration=Fact(value=months(12), source="heip-page", section="Duration"),
    credits=Fact(value=Decimal(60), source="heip-page"),
    requirements=All(
        (
            _leaf(Credits(Decimal(240)), "heip-page", "MSc 2"),
            AnyOf(
                (
                    _leaf(Field(("public-law", "international-law")), "heip-page", "MSc 2"),
                    _leaf(Field(("international-relations", "political-science", "economics")), "heip-page", "MSc 2"),
                )
            ),
            _KEEN,
        )
    ),
    process=_STEPS,
)


def _m2(page: str) -> EntryPoint:
    return EntryPoint(
        id="m2",
        name="Master 2",
        year=2,
        after=4,
        duration=Fact(value=months(12), status=Status.INFERRED, source=page, note=text("one year, M2", "une année, M2")),
        requirements=All((_leaf(Level(4), page, "Admission"), _leaf(Credits(Decimal(240)), page, "Admission"))),
    )


def _courses(count: int, *titles: str) -> tuple[Course, ...]:
    return tuple(Course(title=title) for title in titles) + tuple(Course(title=f"Course {count}-{n}") for n in range(count))


def _tuition(charge: str, amount: str | None, formats: tuple[str, ...] = (), **more: object) -> Charge:
    base: dict[str, object] = {
        "id": charge,
        "kind": ChargeKind.TUITION,
        "amount": Decimal(amount) if amount else None,
        "currency": "EUR",
        "per": Per.YEAR,
        "formats": formats,
    }
    return Charge(**{**base, **more})  # type: ignore[arg-type]


_HEIP = Programme(
    id=HEIP,
    institution="heip",
    name="MSc Expert in International Relations & Cooperations",
    name_lang="en",
    short_name=text("MSc International Relations", "MSc Relations internationales"),
    source="heip-page",
    awards=(
        Award(
            id="rncp",
            title="Expert en relations et coopérations internationales",
            title_lang="fr",
            kind=AwardKind.RNCP_TITLE,
            level=Fact(value=7, source="heip-page", section="Diploma"),
            number=Fact(value="39853", source="heip-page", section="Diploma"),
            parties=(Party(name="MBA Institute", role=PartyRole.CERTIFYING, source="heip-page"),),
            source="heip-page",
            section="Diploma",
        ),
    ),
    campuses=("paris", "lyon"),
    campus_evidence=Fact(source="heip-page", section="Campuses"),
    specialisations=(
        Option(id="iaed", name=text("International Affairs", "Affaires internationales"), campuses=("paris", "lyon")),
        Option(id="isd", name=text("Security and Defence", "Sécurité et défense"), campuses=("paris",)),
    ),
    formats=(_INITIAL, _ALTERNANCE, _SEQUENCE),
    entry_points=(_MSC1, _MSC2),
    combinations=(
        Combination(
            entry_points=("msc1",),
            formats=("alternance", "initial-alternance", "initial"),
            campuses=("paris",),
            specialisations=("iaed", "isd"),
        ),
        Combination(
            entry_points=("msc1",),
            formats=("alternance", "initial-alternance", "initial"),
            campuses=("lyon",),
            specialisations=("iaed",),
        ),
        Combination(
            entry_points=("msc2",), formats=("alternance", "initial"), campuses=("paris",), specialisations=("iaed", "isd")
        ),
        Combination(entry_points=("msc2",), formats=("alternance", "initial"), campuses=("lyon",), specialisations=("iaed",)),
    ),
    charges=(
        _tuition("alternance", "10950", ("alternance",), school_year="2025/2026", source="heip-page", section="Rates"),
        _tuition("initial", "10350", ("initial",), school_year="2025/2026", source="heip-page", section="Rates"),
        Charge(
            id="file",
            kind=ChargeKind.APPLICATION,
            amount=Decimal(80),
            currency=None,
            per=Per.ONCE,
            source="heip-page",
            section="Rates",
            currency_note=text("no currency printed", "aucune monnaie imprimée"),
        ),
    ),
    financing=(
        Financing(
            formats=("alternance", "initial-alternance"),
            payer=Payer.EMPLOYER_OR_OPCO,
            text=text("the employer or the OPCO pays", "l’employeur ou l’OPCO paie"),
            student_share=Fact(value=Decimal(0), source="heip-page", section="Rates"),
            source="heip-page",
            section="Rates",
        ),
    ),
    calendar=Calendar(intakes=(Intake(id="sept", month=9, source="heip-page", section="Header"),)),
    duties=(
        WorkDuty(
            id="internship",
            name=text("Internship", "Stage"),
            length=Fact(
                status=Status.CONFLICTING,
                source="heip-page",
                section="Work-study",
                note=text("“first-year students” or “every year”?", "« première année » ou « chaque année » ?"),
                quote="For first-year students",
                readings=(
                    Reading(value=months(4, 6), section="Work-study", source="heip-page", quote="every year"),
                    Reading(value=months(4), section="Work-study", source="heip-page"),
                ),
            ),
        ),
    ),
    curriculum=(
        Block(
            id="y1",
            title=text("First year", "Première année"),
            year=1,
            courses=_courses(18, "English", "Dissertation"),
            source="heip-page",
        ),
        Block(id="y2", title=text("Second year", "Deuxième année"), year=2, courses=_courses(19, "English"), source="heip-page"),
    ),
    flags=(
        Flag(
            id="S1-9",
            severity=Severity.B,
            about="curriculum",
            problem=text("The courses are those of public affairs.", "Les cours sont ceux des affaires publiques."),
            recorded=text("as printed", "tels qu’imprimés"),
            short=text("courses do not match the stated aims", "cours sans rapport avec les objectifs"),
        ),
    ),
)


def _ileri(programme: str, page: str, name: Text, partner: str, charge: Charge, courses: tuple[Course, ...]) -> Programme:
    said = Evidence(source=page, section="Fee Schedule")
    return Programme(
        id=programme,
        institution="ileri",
        name=name.en,
        name_lang="en",
        short_name=name,
        source=page,
        awards=(
            Award(id="school", title="Higher Diploma", title_lang="en", kind=AwardKind.SCHOOL_DIPLOMA, source=page),
            Award(
                id="master",
                title="Master",
                title_lang="en",
                kind=AwardKind.NATIONAL_MASTER,
                parties=(Party(name=partner, role=PartyRole.AWARDING, source=page),),
                source=page,
            ),
        ),
        campuses=("paris-la-defense",),
        campus_evidence=Fact(source=page, section="Campus"),
        formats=(_INITIAL, _APPRENTICESHIP, _PROFESSIONALISATION) if programme == SI else (_INITIAL, _APPRENTICESHIP),
        streams=()
        if programme == SI
        else (
            Option(id="research", name=text("Research", "Recherche")),
            Option(id="professional", name=text("Professional", "Professionnel")),
        ),
        entry_points=(_m2(page),),
        combinations=(
            Combination(
                entry_points=("m2",),
                formats=("initial", "apprenticeship", "professionalisation") if programme == SI else ("initial", "apprenticeship"),
                campuses=("paris-la-defense",),
                streams=() if programme == SI else ("research", "professional"),
            ),
        ),
        charges=(charge,),
        plans=(
            PaymentPlan(
                id="plan", charge=charge.id, deposit=Decimal(1500), instalments=6, source=said.source, section=said.section
            ),
        ),
        discounts=(
            Discount(
                id="cash",
                charge=charge.id,
                rate=Decimal(5),
                condition=text("paid at once", "payé comptant"),
                bases=(
                    DiscountBase(base=Decimal(9750), total=Decimal("9262.50"), text=text("of the price", "du prix")),
                    DiscountBase(base=Decimal(8250), total=Decimal("9337.50"), text=text("of the balance", "du solde")),
                ),
                source=page,
                section="Fee Schedule",
            ),
        )
        if programme == SI
        else (),
        financing=(
            Financing(
                formats=("apprenticeship", "professionalisation"),
                payer=Payer.EMPLOYER,
                status=Status.CONFLICTING,
                text=text("the company pays all or part", "l’entreprise paie tout ou partie"),
                readings=(
                    Reading(value=text("all or part", "tout ou partie"), source=page),
                    Reading(value=text("reimbursed", "remboursé"), source=page),
                ),
                source=page,
            ),
        ),
        duties=(
            WorkDuty(
                id="internship",
                name=text("Internship", "Stage"),
                length=Fact(value=months(4, 6), source=page, section="Internship")
                if programme == SI
                else Fact(
                    status=Status.CONFLICTING,
                    source=page,
                    readings=(Reading(value=months(6), source=page), Reading(value=months(4, 6), source=page)),
                ),
            ),
        ),
        curriculum=(Block(id="core", title=text("Core", "Tronc commun"), year=2, courses=courses, source=page),),
    )


_SHARED = ("Methodology", "Geopolitics", "Foreign languages", "Economic intelligence", "Law of armed conflict", "Seminar")
_SI = _ileri(
    SI,
    "ileri-si-page",
    text("Strategic Intelligence", "Intelligence stratégique"),
    "IAE de Poitiers",
    _tuition("tuition", "9750", per=Per.NOT_STATED, source="ileri-si-page", section="Fee Schedule"),
    (*_courses(0, *_SHARED), Course(title="Compliance and Audit", same_as=(f"{SD}:Conformity",)), *_courses(11)),
)
_SD = _ileri(
    SD,
    "ileri-sd-page",
    text("Security and Defense", "Sécurité et défense"),
    "Univ. Grenoble-Alpes",
    _tuition(
        "tuition",
        "9750",
        per=Per.NOT_STATED,
        source="ileri-sd-page",
        section="Fee Schedule",
        status=Status.OTHER_PROGRAMME,
        other_programme="SI",
    ),
    (*_courses(0, *_SHARED), Course(title="Conformity"), *_courses(13)),
)


@cache
def shelf() -> CatalogueRepository:
    """The three programmes as an open catalogue."""
    return in_memory((_HEIP, _SI, _SD), tuple(INSTITUTIONS.values()), tuple(SOURCES.values()), REFERENCE)


LAW_STUDENT = Student(
    qualifications=(Qualification(country="FR", level=3, fields=("law",)),),
    languages=(LanguageSkill(lang="fr", cefr="C1"), LanguageSkill(lang="en", cefr="B2")),
    wishes=Wishes(format="alternance", campus="paris", budget_per_year=Decimal(9000)),
)
