"""The tables behind :class:`advisor_app.domain.reference.Reference`, and the sources: each is described by its dataclass."""

from typing import Any, Final

from advisor_app.domain.claims.rules import ClaimRule
from advisor_app.domain.facts import Source
from advisor_app.domain.glossary import Concept
from advisor_app.domain.reference import (
    AlternancePay,
    Contribution,
    CreditSystem,
    FieldOfStudy,
    GradeExample,
    LegalRule,
    QualificationRow,
    Reference,
    Table,
    TestBand,
)
from advisor_app.domain.text import Text
from advisor_app.models.database import Database
from advisor_app.models.flat import FlatTable, T

SOURCE: Final = FlatTable("source", Source)
TABLE: Final = FlatTable("reference_table", Table)
FIELD: Final = FlatTable("field", FieldOfStudy)
QUALIFICATION: Final = FlatTable("qualification", QualificationRow)
CREDIT_SYSTEM: Final = FlatTable("credit_system", CreditSystem)
LANGUAGE_TEST: Final = FlatTable("language_test", TestBand)
LEGAL_RULE: Final = FlatTable("legal_rule", LegalRule)
CLAIM_RULE: Final = FlatTable("claim_rule", ClaimRule)
CONTRIBUTION: Final = FlatTable("contribution", Contribution)
ALTERNANCE_PAY: Final = FlatTable("alternance_pay", AlternancePay)
GRADE_EXAMPLE: Final = FlatTable("grade_example", GradeExample)
CONCEPT: Final = FlatTable("concept", Concept)

FLAT_TABLES: Final[tuple[FlatTable[Any], ...]] = (
    SOURCE,
    TABLE,
    FIELD,
    QUALIFICATION,
    CREDIT_SYSTEM,
    LANGUAGE_TEST,
    LEGAL_RULE,
    CLAIM_RULE,
    CONTRIBUTION,
    ALTERNANCE_PAY,
    GRADE_EXAMPLE,
    CONCEPT,
)


def read(database: Database, table: FlatTable[T]) -> tuple[T, ...]:
    """Every object of a table, in its order. Raises UserProblem where the file is damaged."""
    rows = database.rows(table.question)
    return database.made(lambda: table.objects_of(rows))


def read_reference(database: Database) -> Reference:
    """All reference tables."""
    countries = database.rows("SELECT code, name_fr, name_en, campus_france FROM country ORDER BY position")
    listed = sorted((row["campus_france"], row["code"]) for row in countries if row["campus_france"] is not None)
    return Reference(
        fields={each.id: each for each in read(database, FIELD)},
        qualifications={each.id: each for each in read(database, QUALIFICATION)},
        countries={row["code"]: Text(row["name_fr"], row["name_en"]) for row in countries},
        credit_systems={each.id: each for each in read(database, CREDIT_SYSTEM)},
        language_tests=read(database, LANGUAGE_TEST),
        legal_rules={each.id: each for each in read(database, LEGAL_RULE)},
        claim_rules={each.id: each for each in read(database, CLAIM_RULE)},
        contributions=read(database, CONTRIBUTION),
        alternance_pay=read(database, ALTERNANCE_PAY),
        grade_examples=read(database, GRADE_EXAMPLE),
        glossary=read(database, CONCEPT),
        campus_france=tuple(code for _, code in listed),
        tables={each.id: each for each in read(database, TABLE)},
    )
