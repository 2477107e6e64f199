"""What programmes are narrowed by: several values at once, and a value of its own for what no page says."""

from dataclasses import replace
from decimal import Decimal

import pytest

from advisor_app.domain.catalogue import Award, Calendar, Charge, Intake, Programme
from advisor_app.domain.facet_values import months_to_award, values_of, yearly_tuition
from advisor_app.domain.facets import NOT_STATED, Facet, label_of, place_of
from advisor_app.domain.facts import Fact, Reading, Status
from advisor_app.domain.quantities import LanguageName, Month, Span
from advisor_app.domain.terms import AwardKind, ChargeKind, Per, YesNo
from advisor_app.domain.text import Message, Text, Value, msg, same
from advisor_app.domain.verdicts import Verdict
from tests.domain.samples import ONE_YEAR, REFERENCE, TWO_YEARS, programme


def values(made: Programme, facet: Facet) -> tuple[str, ...]:
    return values_of(made, REFERENCE)[facet]


def tuition(amount: int | None, per: Per = Per.YEAR, currency: str | None = "EUR", status: Status = Status.STATED) -> Charge:
    return Charge(
        id=f"{amount}-{per}-{currency}",
        kind=ChargeKind.TUITION,
        amount=None if amount is None else Decimal(amount),
        currency=currency,
        per=per,
        status=status,
    )


SILENT = Programme(id="silent", institution="school", name="Silent", name_lang="en", short_name=same("Silent"), source="page")


def test_what_no_page_says_is_a_value_of_its_own() -> None:
    found = values_of(SILENT, REFERENCE)
    assert found.pop(Facet.SCHOOL) == ("school",)
    assert set(found.values()) == {(NOT_STATED,)}
    assert Facet.VERDICT not in found


@pytest.mark.parametrize(
    ("charges", "expected"),
    [
        ((tuition(0),), ("0",)),
        ((tuition(4_999),), ("0",)),
        ((tuition(5_000),), ("5000",)),
        ((tuition(16_000, Per.PROGRAMME),), ("8000",)),  # two years
        ((tuition(5_500, Per.SEMESTER),), ("11000",)),
        ((tuition(20_000, Per.NOT_STATED),), ("15000",)),
        ((tuition(90, Per.CREDIT),), ("other",)),
        ((tuition(9_000, currency=None),), ("other",)),
        ((tuition(9_000, currency="GBP"), tuition(9_000)), ("other", "8000")),
        ((tuition(None),), (NOT_STATED,)),
        ((tuition(9_000, status=Status.OTHER_PROGRAMME),), (NOT_STATED,)),
    ],
)
def test_prices_fall_into_ranges_of_a_year(charges: tuple[Charge, ...], expected: tuple[str, ...]) -> None:
    assert values(replace(programme(), entry_points=(TWO_YEARS,), charges=charges), Facet.PRICE) == expected


def test_a_price_for_a_programme_of_unknown_length_is_none_of_a_year() -> None:
    unknown = replace(SILENT, charges=(tuition(16_000, Per.PROGRAMME),))
    assert values(unknown, Facet.PRICE) == ("other",)
    assert yearly_tuition(unknown) == ()


def test_lengths_are_counted_in_years_from_each_entry() -> None:
    weeks = replace(ONE_YEAR, id="weeks", duration=Fact(value=Span(minimum=Decimal(20), unit="week")))
    silent = replace(ONE_YEAR, id="silent", duration=Fact(status=Status.NOT_STATED))
    hours = replace(ONE_YEAR, id="hours", duration=Fact(value=Span(minimum=Decimal(400), maximum=Decimal(400), unit="hour")))
    made = replace(SILENT, entry_points=(TWO_YEARS, weeks, silent, hours))
    assert values(made, Facet.DURATION) == ("2", "1", NOT_STATED)
    assert months_to_award(made) == (Decimal("4.6"), Decimal("24.0"))


def test_recognition_is_beside_the_kind_of_award() -> None:
    master = Award(id="a", title="A", title_lang="fr", kind=AwardKind.NATIONAL_MASTER)
    school = Award(id="b", title="B", title_lang="fr", kind=AwardKind.SCHOOL_DIPLOMA, confers_master_grade=YesNo.NO)
    assert values(replace(SILENT, awards=(school,)), Facet.AWARD) == ("school_diploma",)
    assert values(replace(SILENT, awards=(school, master)), Facet.AWARD) == ("school_diploma", "national_master", "master_grade")


def test_a_field_brings_what_it_belongs_to_and_every_reading_counts() -> None:
    fields: Fact[tuple[str, ...]] = Fact(value=("tax-law",))
    stated = replace(SILENT, fields=fields)
    assert values(stated, Facet.FIELD) == ("tax-law", "public-law", "law")
    conflicting: Fact[tuple[str, ...]] = Fact(
        status=Status.CONFLICTING, readings=(Reading(value=("law",)), Reading(value=("computing",)))
    )
    assert values(replace(SILENT, fields=conflicting), Facet.FIELD) == ("law", "computing")


@pytest.mark.parametrize(
    ("said", "expected"),
    [("French and English", ("fr", "en")), ("English, some French", ("fr", "en")), ("Breton", ("other",))],
)
def test_languages_are_read_from_what_is_said(said: str, expected: tuple[str, ...]) -> None:
    assert values(replace(SILENT, teaching_language=Fact(value=Text("…", said))), Facet.LANGUAGE) == expected


def test_intakes_are_months() -> None:
    made = replace(
        SILENT, calendar=Calendar(intakes=(Intake(id="a", month=9), Intake(id="b", month=9, year=2027), Intake(id="c", month=2)))
    )
    assert values(made, Facet.INTAKE) == ("9", "2")


def test_every_value_has_a_name() -> None:
    names: dict[str, Value] = {"heip": "HEIP", "law": Text("droit", "law")}
    assert label_of(Facet.SCHOOL, "heip", names) == "HEIP"
    assert label_of(Facet.FIELD, "law", names) == Text("droit", "law")
    assert label_of(Facet.CAMPUS, "unheard-of", names) == "unheard-of"
    assert label_of(Facet.PRICE, NOT_STATED, {}) == msg("Not stated")
    assert label_of(Facet.VERDICT, "not_yet", {}) is Verdict.NOT_YET
    assert label_of(Facet.AWARD, "master_grade", {}) == msg("Grade of master")
    assert label_of(Facet.AWARD, "rncp_title", {}) is AwardKind.RNCP_TITLE
    assert label_of(Facet.DURATION, "2", {}) == Span(minimum=Decimal(2), maximum=Decimal(2), unit="year")
    assert label_of(Facet.INTAKE, "9", {}) == Month(9)
    assert label_of(Facet.LANGUAGE, "fr", {}) == LanguageName("fr")
    assert template(Facet.LANGUAGE, "other") == "Another language"
    assert template(Facet.PRICE, "other") == "By credit, or not in euros"
    assert template(Facet.PRICE, "0") == "up to {amount} a year"
    assert template(Facet.PRICE, "5000") == "{low} to {high} a year"
    assert template(Facet.PRICE, "15000") == "from {amount} a year"


def template(facet: Facet, value: str) -> str:
    label = label_of(facet, value, {})
    assert isinstance(label, Message)
    return label.template


def test_values_stand_by_size_by_rank_or_by_name_and_what_is_not_stated_last() -> None:
    def ordered(facet: Facet, *found: str) -> list[str]:
        names: dict[str, Value] = {"a": Text("zèbre", "ant"), "b": "Émile", "c": "bus"}
        return sorted(found, key=lambda value: place_of(facet, value, label_of(facet, value, names)))

    assert ordered(Facet.DURATION, "10", NOT_STATED, "2") == ["2", "10", NOT_STATED]
    assert ordered(Facet.PRICE, "other", "8000", "11000", NOT_STATED, "0") == ["0", "8000", "11000", "other", NOT_STATED]
    assert ordered(Facet.SCHOOL, "b", NOT_STATED, "c", "a") == ["a", "c", "b", NOT_STATED]
    assert ordered(Facet.VERDICT, "not_yet", "can_apply") == ["can_apply", "not_yet"]
    assert ordered(Facet.LANGUAGE, "zz", "en", "fr") == ["fr", "en", "zz"]
