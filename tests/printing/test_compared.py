"""The comparison as programs read it and as a terminal shows it: payments, differences, courses, pictures."""

import json
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from advisor_app.domain.columns import Column
from advisor_app.domain.student import Qualification, Student, Wishes
from advisor_app.interchange.source_files import read_catalogue
from advisor_app.printing import compared
from advisor_app.services.compare import Compared, compare
from advisor_app.wording import Translator
from tests.services.memory import in_memory

ROOT = Path(__file__).parents[2]
THREE = ("heip-msc-international-relations", "ileri-m2-strategic-intelligence", "ileri-m2-security-defence")
WORKER = Student(
    qualifications=(Qualification(country="FR", level=3, fields=("political-science",)),),
    wishes=Wishes(format="alternance", start="2025-09", budget_per_year=Decimal(9000)),
)


@cache
def found(student: Student = WORKER) -> Compared:
    read = read_catalogue(ROOT / "data" / "catalogue")
    known = in_memory(
        held=tuple(read.programmes.values()),
        schools=tuple(read.institutions.values()),
        pages=tuple(read.sources.values()),
        tables=read.reference,
    )
    return compare(known, student, [Column(programme=one) for one in THREE])


@cache
def data() -> Any:  # noqa: ANN401 - JSON has no type
    return json.loads(json.dumps(compared.as_data(found(), Translator("en"))))


def text(lang: Any = "en", width: int = 120, student: Student = WORKER) -> str:  # noqa: ANN401 - a literal
    lines = "\n".join(compared.as_lines(found(student), Translator(lang), date(2026, 11, 22), width))
    return lines.replace("\u00a0", " ").replace("\u202f", " ")


def test_every_column_has_both_scenarios_payment_by_payment() -> None:
    first = data()["columns"][0]
    assert [one["scenario"] for one in first["timelines"]] == ["contract", "no_contract"]
    contract = first["timelines"][0]
    assert contract["by_payer"]["employer_or_opco"] == {"min": "21900.00", "max": "21900.00"}
    assert contract["complete"] is False
    assert [year["school_year"] for year in contract["years"]] == ["2025/2026", "2026/2027"]
    assert [payment["what"] for payment in contract["years"][0]["payments"]][:2] == ["Application fee", "Tuition"]
    assert contract["years"][0]["payments"][0]["counted"] is False
    assert contract["years"][1]["payments"][0]["other_year"] is True


def test_deposits_and_discounts_are_amounts_with_their_source() -> None:
    plain = json.loads(json.dumps(compared.as_data(found(Student()), Translator("en"))))
    [timeline] = plain["columns"][1]["timelines"]
    deposit, *instalments = [payment for payment in timeline["years"][-1]["payments"] if payment["counted"]]
    assert deposit["price"] == {"min": "1500.00", "max": "1500.00"}
    assert deposit["due"] == "on registration"
    assert deposit["source"]["section"] == "Tuition fees"
    assert [one["price"]["min"] for one in instalments] == ["1375.00"] * 6
    assert timeline["at_once"][0]["totals"] == ["9262.50", "9337.50"]
    assert timeline["per_credit"] is None


def test_a_total_of_nothing_that_could_be_counted_is_not_zero() -> None:
    plain = json.loads(json.dumps(compared.as_data(found(Student()), Translator("en"))))
    [timeline] = plain["columns"][2]["timelines"]
    assert timeline["by_payer"] == {}
    assert timeline["total"] is None


def test_rows_say_what_differs_and_what_was_asked_about() -> None:
    rows = {row["key"]: row for row in data()["rows"]}
    assert rows["length"]["difference"].endswith("1 year longer")
    assert rows["length"]["groups"] == [0, 1, 1]
    assert rows["reply"]["best"] == []
    assert rows["tuition"]["asked"]
    assert not rows["award"]["asked"]
    assert all((row["difference"] is None) is not row["differs"] for row in rows.values())


def test_courses_are_aligned_and_offered() -> None:
    alignment = data()["alignment"]
    assert {row["likeness"] for row in alignment["rows"]} == {"shared", "likely", "only_here"}
    pairs = {frozenset(key["title"] for key in one["pair"]) for one in alignment["offered"] if one["recorded"]}
    assert frozenset({"Compliance and Audit", "Conformity"}) in pairs
    assert all(len(row["titles"]) == 3 for row in alignment["rows"])


def test_pictures_have_figures_and_a_sentence_each() -> None:
    pictures = data()["pictures"]
    assert all(column["said"] for part in ("costs", "calendar") for column in pictures[part]["columns"])
    assert pictures["costs"]["columns"][1]["bars"][0]["elsewhere"] is True
    assert pictures["calendar"]["columns"][0]["marks"]["9"] == ["start"]
    assert pictures["courses"][0]["years"][0]["year"] == 1
    assert pictures["requirements"]["rows"][0]["statuses"]
    assert len(pictures["requirements"]["said"]) == 3


@pytest.mark.parametrize(("lang", "words"), [("en", "If no contract"), ("fr", "Sans contrat")])
@pytest.mark.parametrize("width", [60, 140])
def test_the_terminal_shows_it_all(lang: str, words: str, width: int) -> None:
    shown = text(lang, width)
    assert words in shown
    assert "→ " in shown
    assert "2025-2026" in shown or "2025/26" in shown
    assert not any(sign in shown for sign in ("{", "None", "Decimal"))


def test_the_terminal_says_what_exceeds_the_budget_and_what_the_law_adds() -> None:
    initial = Student(wishes=Wishes(format="initial", start="2025-09", budget_per_year=Decimal(9000)))
    shown = text(width=160, student=initial)
    assert "above the budget by 1,350 €" in shown
    assert "172.50 € per ECTS credit" in shown
    assert "With what the law asks: 9,367.50 to 9,855 €" in shown
    assert "9,262.50 € or 9,337.50 €" in shown
