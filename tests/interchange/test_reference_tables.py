"""The tables that come with the program say what their sources say, and keep out of the known traps."""

from collections import Counter
from decimal import Decimal
from pathlib import Path
from shutil import copytree

import pytest

from advisor_app.domain.attainment import credits_of
from advisor_app.domain.reference import QualificationRow, Reference
from advisor_app.domain.student import Qualification
from advisor_app.interchange.source_files import read_catalogue
from advisor_app.interchange.source_problems import SourceProblems
from advisor_app.interchange.student_file import read_student
from tests.interchange.said import lines

SEED = Path(__file__).parent.parent.parent / "data" / "catalogue"


@pytest.fixture(scope="module")
def reference() -> Reference:
    return read_catalogue(SEED).reference


def row(reference: Reference, start: str) -> QualificationRow:
    return reference.qualifications[start]


def test_all_qualifications_are_there(reference: Reference) -> None:
    rows = reference.qualifications.values()
    assert len(rows) == 219
    countries = Counter(each.country for each in rows)
    assert len(countries) == 44  # 43 countries and the International Baccalaureate
    assert countries["FR"] == 22
    assert {each.certainty for each in rows} == {"verified", "widely_known", "uncertain"}
    assert all(each.source for each in rows if each.certainty == "verified")


def test_only_french_levels_are_official(reference: Reference) -> None:
    official = [each for each in reference.qualifications.values() if each.level_official]
    assert len(official) == 20
    assert {each.country for each in official} == {"FR"}


def test_credits_without_a_diploma(reference: Reference) -> None:
    assert {each.id for each in reference.qualifications.values() if not each.awarded} == {"FR-007", "FR-008", "TN-042"}
    prepa = row(reference, "FR-007")
    assert (prepa.bac_plus_min, prepa.bac_plus_max) == (1, 2)
    assert (prepa.ects_min, prepa.ects_max) == (Decimal(60), Decimal(120))


@pytest.mark.parametrize(
    ("name", "level", "credits_", "cumulative"),
    [
        ("FR-009", (3, 3), (180, 180), True),
        ("FR-014", (5, 5), (300, 300), True),  # printed “300 cum.”
        ("GB-076", (3, 3), (150, 150), True),  # the ordinary degree falls short of 180
        ("GB-078", (5, 5), (240, 240), True),  # Bac+5 by level, Bac+4 by years
        ("GB-080", (5, 5), (270, 270), False),  # printed 90, for the year alone
        ("DE-091", (5, 5), (240, 360), False),
        ("US-148", (3, 4), (240, 240), True),
        ("IN-175", (3, 3), (180, 180), True),
        ("PK-181", (1, 2), (120, 120), True),  # called a bachelor’s degree, never Bac+3
        ("CA-154", (-1, -1), (0, 0), True),  # below the bac
        ("CA-157", (3, 3), (180, 180), True),  # “baccalauréat” in Québec
        ("IT-102", (4, 4), (240, 240), False),
        ("CI-053", (5, 5), (300, 300), False),
        ("FR-021", (None, None), (None, None), False),
        ("EG-065", (1, 2), (None, 120), True),  # printed “<120”
    ],
)
def test_levels_and_credits_since_the_baccalaureat(
    reference: Reference,
    name: str,
    level: tuple[int | None, int | None],
    credits_: tuple[int | None, int | None],
    cumulative: bool,
) -> None:
    found = row(reference, name)
    assert (found.bac_plus_min, found.bac_plus_max) == level
    assert (found.ects_min, found.ects_max) == credits_
    assert found.ects_cumulative is cumulative


def test_a_second_cycle_never_stands_for_less_than_a_first(reference: Reference) -> None:
    for each in reference.qualifications.values():
        if each.tier == "second_cycle":
            assert each.ects_min is not None
            assert each.ects_min >= 240, each.id


def test_every_text_is_in_both_languages_and_no_caveat_is_merely_repeated(reference: Reference) -> None:
    caveats = [each.caveat for each in reference.qualifications.values() if each.caveat]
    assert len(caveats) == 129
    assert all(caveat.fr != caveat.en for caveat in caveats if caveat.en != "16 modules.")


def test_national_ratios(reference: Reference) -> None:
    ratios = {each.id: each.ects_per_unit for each in reference.credit_systems.values()}
    assert ratios["CATS"] == ratios["SCQF"] == ratios["SAQA"] == Decimal("0.5")
    assert ratios["US-SCH"] == 2
    assert ratios["UGC"] == Decimal("1.5")
    assert ratios["AU-POINT"] is None  # two universities, two ratios
    assert ratios["US-GRAD"] is None
    for alias, name in (("sch", "US-SCH"), ("CFU", "ECTS"), ("RQF", "CATS"), ("tan'i", "JP-TANI-B")):
        found = reference.credit_system(alias)
        assert found is not None
        assert found.id == name


def test_a_ratio_that_no_decimal_number_is_still_makes_whole_years(reference: Reference) -> None:
    """Four years of 45 quarter hours are 240 ECTS, not a hair less."""
    found = credits_of(Qualification(country="US", credits=Decimal(180), credit_system="US-QCH"), reference)
    assert found is not None
    assert found.low == Decimal(240)


def test_the_two_scales_of_one_test_do_not_overlap(reference: Reference) -> None:
    bounds: dict[str, list[Decimal]] = {}
    for band in reference.language_tests:
        if band.test == "TOEFL" and band.minimum is not None and band.maximum is not None:
            bounds.setdefault(band.scale, []).extend((band.minimum, band.maximum))
    assert max(bounds["1-6"]) < min(bounds["0-120"])


def test_bands_of_one_scale_do_not_overlap(reference: Reference) -> None:
    scales: dict[tuple[str, str], list[tuple[Decimal, Decimal]]] = {}
    for band in reference.language_tests:
        if band.minimum is not None and band.maximum is not None:
            scales.setdefault((band.test, band.scale), []).append((band.minimum, band.maximum))
    for bands in scales.values():
        for (_, high), (low, _) in zip(sorted(bands), sorted(bands)[1:], strict=False):
            assert high < low


def test_the_law(reference: Reference) -> None:
    rules = reference.legal_rules
    assert (rules["apprenticeship-age"].minimum_age, rules["apprenticeship-age"].maximum_age) == (16, 29)
    assert (rules["professionalisation-age"].minimum_age, rules["professionalisation-age"].maximum_age) == (16, 25)
    new = rules["new-arrivals"]
    assert (new.article, new.residences, new.full_years_of_residence) == ("Code du travail, R5221-7", ("other",), 1)
    assert new.waived_by_master_grade == ("apprenticeship",)


def test_countries(reference: Reference) -> None:
    assert len(reference.countries) == 250
    assert reference.countries["GB"].fr == "Royaume-Uni"
    assert len(reference.campus_france) == len(set(reference.campus_france)) == 72
    assert not {"FR", "DE", "CH"} & set(reference.campus_france)
    assert len(reference.alternance_pay) == 15
    assert len(reference.grade_examples) == 17


def test_contributions_have_one_amount_for_each_school_year(reference: Reference) -> None:
    cvec = {each.school_year: each.amount for each in reference.contributions if each.id == "cvec"}
    assert cvec == {"2021/2022": 92, "2022/2023": 100, "2023/2024": 100, "2024/2025": 103, "2025/2026": 105}
    assert all(each.not_owed_by == ("professionalisation",) and len(each.exempt) == 4 for each in reference.contributions)


def test_the_glossary_names_one_thing_a_line_in_both_languages(reference: Reference) -> None:
    assert len(reference.glossary) > 150
    names = [(concept.fr, concept.en) for concept in reference.glossary]
    assert len(set(names)) == len(names)
    assert (("droit",), ("law", "legal")) in names
    assert all(concept.source for concept in reference.glossary)


def test_a_line_of_the_glossary_without_words_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "catalogue"
    copytree(SEED, folder)
    table = folder / "reference" / "glossary.csv"
    table.write_text(table.read_text(encoding="utf-8") + "…,law,common usage\n", encoding="utf-8")
    with pytest.raises(SourceProblems) as caught:
        read_catalogue(folder)
    assert ["a word is expected here" in line for line in lines(caught.value)] == [True]


def test_every_table_says_what_it_is(reference: Reference) -> None:
    assert len(reference.tables) == 12
    assert all(table.version and table.source for table in reference.tables.values())


def test_every_row_and_system_can_stand_in_a_student_file(reference: Reference, tmp_path: Path) -> None:
    path = tmp_path / "student.toml"
    rows = list(reference.qualifications.values())
    for start in range(0, len(rows), 20):
        blocks = [f'[[qualification]]\ncountry = "{each.country}"\ntitle = "{each.id}"\n' for each in rows[start : start + 20]]
        path.write_text("".join(blocks), encoding="utf-8")
        assert read_student(path, reference, ()).qualifications
    path.write_text(
        "".join(f'[[qualification]]\ncredit_system = "{name}"\n' for name in list(reference.credit_systems)[:20]), encoding="utf-8"
    )
    assert read_student(path, reference, ()).qualifications
    path.write_text('[languages]\nen = { test = "TOEFL", score = 4.5 }\nfr = { test = "TCF", score = 450 }', encoding="utf-8")
    assert len(read_student(path, reference, ()).languages) == 2
