"""Small made-up programmes and students, quite unlike the real ones where that matters."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from advisor_app.domain.catalogue import (
    Award,
    Calendar,
    Charge,
    Combination,
    EntryPoint,
    Financing,
    Format,
    Institution,
    Intake,
    Programme,
)
from advisor_app.domain.facts import Fact, Status
from advisor_app.domain.quantities import Span
from advisor_app.domain.reference import CreditSystem, FieldOfStudy, LegalRule, QualificationRow, Reference
from advisor_app.domain.requirements.kinds.credits import Credits
from advisor_app.domain.requirements.kinds.field import Field
from advisor_app.domain.requirements.kinds.level import Level
from advisor_app.domain.requirements.kinds.motivation import Motivation
from advisor_app.domain.requirements.tree import All, AppliesTo, Leaf, Strength
from advisor_app.domain.rows import Subject
from advisor_app.domain.student import Qualification, Student
from advisor_app.domain.terms import AwardKind, ChargeKind, FormatKind, Payer, Per
from advisor_app.domain.text import Text, same

FIELDS = {
    "law": (),
    "public-law": ("law",),
    "tax-law": ("public-law",),
    "social-sciences": (),
    "economics": ("social-sciences",),
    "computing": (),
}


def row(row_id: str, country: str, *, bac: tuple[int, int], ects: tuple[int, int] | None, awarded: bool = True) -> QualificationRow:
    """A row of the qualification table."""
    return QualificationRow(
        id=row_id,
        country=country,
        country_name=same(country),
        title=row_id,
        gloss=same(""),
        tier="first_cycle",
        bac_plus_min=bac[0],
        bac_plus_max=bac[1],
        ects_min=Decimal(ects[0]) if ects else None,
        ects_max=Decimal(ects[1]) if ects else None,
        ects_cumulative=True,
        years="3",
        credit_system="ECTS",
        level_official=country == "FR",
        awarded=awarded,
        certainty="verified-in-source",
        caveat=None,
        source="",
    )


def rule(rule_id: str, article: str, *contracts: str, ages: tuple[int, int] | None = None, new_arrivals: bool = False) -> LegalRule:
    youngest, oldest = ages or (None, None)
    return LegalRule(
        id=rule_id,
        contracts=contracts,
        residences=("other",) if new_arrivals else (),
        full_years_of_residence=1 if new_arrivals else None,
        waived_by_master_grade=("apprenticeship",) if new_arrivals else (),
        article=article,
        title=same(article),
        summary=same(article),
        checked_on=date(2026, 11, 1),
        source="code",
        minimum_age=youngest,
        maximum_age=oldest,
    )


REFERENCE = Reference(
    fields={slug: FieldOfStudy(id=slug, name=same(slug), isced="0000", parents=parents) for slug, parents in FIELDS.items()},
    qualifications={
        one.id: one
        for one in (
            row("FR-licence", "FR", bac=(3, 3), ects=(180, 180)),
            row("FR-prepa", "FR", bac=(2, 2), ects=(120, 120), awarded=False),
            row("GB-ordinary", "GB", bac=(3, 3), ects=(150, 150)),
            row("IN-bachelor", "IN", bac=(2, 3), ects=(120, 180)),
            row("XX-unknown", "XX", bac=(4, 4), ects=None),
        )
    },
    credit_systems={
        system: CreditSystem(
            id=system, name=same(system), ects_per_unit=ratio, full_time_year="", certainty="verified-in-source", source=""
        )
        for system, ratio in {"CATS": Decimal("0.5"), "BR-hours": None}.items()
    }
    | {
        "CN-xuefen": CreditSystem(
            id="CN-xuefen", name=same("xuefen"), ects_per_unit=None, full_time_year="35-40", certainty="verified", source=""
        ),
        "KR-hakjeom": CreditSystem(
            id="KR-hakjeom",
            name=same("hakjeom"),
            ects_per_unit=Decimal("1.75"),
            full_time_year="",
            certainty="widely_known",
            source="",
        ),
    },
    legal_rules={
        one.id: one
        for one in (
            rule("new-arrivals", "R5221-7", "apprenticeship", "professionalisation", new_arrivals=True),
            rule("apprenticeship-age", "L6222-1", "apprenticeship", ages=(16, 29)),
            rule("professionalisation-age", "L6325-1", "professionalisation", ages=(16, 25)),
        )
    },
)

CAMPUS = "lille"
INSTITUTION = Institution(id="school", name="School of Examples", short_name="SoE")


def level(minimum: int, **more: object) -> Leaf:
    return replace(Leaf(kind="level", test=Level(minimum)), **more)  # type: ignore[arg-type]


def credits_(minimum: int) -> Leaf:
    return Leaf(kind="credits", test=Credits(Decimal(minimum)))


def field(*of: str, applies_to: AppliesTo = AppliesTo.EVERYONE) -> Leaf:
    return Leaf(kind="field", test=Field(of), applies_to=applies_to)


KEEN = Leaf(kind="motivation", test=Motivation(Text(fr="de l’intérêt", en="an interest")), strength=Strength.SOFT)

INITIAL = Format(id="initial", name=same("initial"), kind=FormatKind.INITIAL)
APPRENTICE = Format(id="apprenticeship", name=same("apprenticeship"), kind=FormatKind.APPRENTICESHIP)
SEQUENCE = Format(
    id="sequence", name=same("sequence"), kind=FormatKind.SEQUENCE, years=(FormatKind.INITIAL, FormatKind.APPRENTICESHIP)
)


def tuition(amount: str | None, per: Per = Per.YEAR, **more: object) -> Charge:
    charge = Charge(
        id="tuition",
        kind=ChargeKind.TUITION,
        amount=Decimal(amount) if amount else None,
        currency="EUR",
        per=per,
        status=Status.STATED if amount else Status.NOT_STATED,
    )
    return replace(charge, **more)  # type: ignore[arg-type]


APPLICATION = Charge(id="file", kind=ChargeKind.APPLICATION, amount=Decimal(50), currency="EUR", per=Per.ONCE)

TWO_YEARS = EntryPoint(
    id="y1",
    name="Year 1",
    year=1,
    after=3,
    duration=Fact(value=Span(minimum=Decimal(24), maximum=Decimal(24))),
    credits=Fact(value=Decimal(120)),
    requirements=All((level(3), credits_(180), field("law"), KEEN)),
)
ONE_YEAR = EntryPoint(
    id="y2",
    name="Year 2",
    year=2,
    after=4,
    duration=Fact(value=Span(minimum=Decimal(12), maximum=Decimal(12))),
    requirements=All((level(4), credits_(240))),
)


def programme(**changes: object) -> Programme:
    """Two years, three formats, one campus; a State master."""
    base = Programme(
        id="example",
        institution="school",
        name="Master of Examples",
        name_lang="en",
        short_name=same("Examples"),
        source="page",
        awards=(Award(id="master", title="Master", title_lang="en", kind=AwardKind.NATIONAL_MASTER),),
        campuses=(CAMPUS,),
        formats=(INITIAL, APPRENTICE, SEQUENCE),
        entry_points=(TWO_YEARS, ONE_YEAR),
        combinations=(
            Combination(entry_points=("y1",), formats=("initial", "apprenticeship", "sequence"), campuses=(CAMPUS,)),
            Combination(entry_points=("y2",), formats=("initial", "apprenticeship"), campuses=(CAMPUS,)),
        ),
        charges=(tuition("6000"), APPLICATION),
        financing=(
            Financing(
                formats=("apprenticeship", "sequence"),
                payer=Payer.OPCO,
                text=same("the OPCO pays"),
                student_share=Fact(value=Decimal(0)),
                without_contract=Fact(value=same("as initial")),
            ),
        ),
        calendar=Calendar(intakes=(Intake(id="sept", month=9),)),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def subject(one: Programme | None = None) -> Subject:
    return Subject(programme=one or programme(), institution=INSTITUTION, reference=REFERENCE)


def student(**qualification: object) -> Student:
    """A student with one qualification."""
    return Student(qualifications=(Qualification(**qualification),))  # type: ignore[arg-type]


LICENCE_IN_LAW = student(country="FR", level=3, fields=("law",))
