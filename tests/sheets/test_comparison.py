"""The sheet of the three real programmes, from the catalogue's source files to what is printed."""

import re
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from advisor_app.domain.catalogue import Catalogue
from advisor_app.domain.columns import Column
from advisor_app.domain.student import Qualification, Residence, Standing, Student, Wishes
from advisor_app.domain.text import Lang
from advisor_app.interchange.source_files import read_catalogue
from advisor_app.interchange.student_file import read_student
from advisor_app.models.repository import CatalogueRepository
from advisor_app.paths import data_dir, resource_dir
from advisor_app.services.compare import compare
from advisor_app.services.sheet import SheetKind, SheetRequest, gather
from advisor_app.sheets import model as m
from advisor_app.sheets.charts import Fill
from advisor_app.sheets.comparison import comparison_sheet
from advisor_app.sheets.lines import Run, Style
from advisor_app.sheets.order import Options
from advisor_app.sheets.proof import prove
from advisor_app.sheets.render import render
from advisor_app.wording import Translator
from tests.services.memory import in_memory
from tests.sheets import reading

HEIP = "heip-msc-international-relations"
INTELLIGENCE = "ileri-m2-strategic-intelligence"
SECURITY = "ileri-m2-security-defence"
THREE = (HEIP, INTELLIGENCE, SECURITY)
TODAY = date(2026, 11, 22)

ECONOMIST = Student(
    residence=Residence.FRENCH,
    age=22,
    qualifications=(Qualification(country="FR", level=4, credits=Decimal(240), fields=("economics",)),),
    wishes=Wishes(format="initial", campus="paris"),
)
NEWCOMER = Student(
    residence=Residence.OTHER,
    years_in_france=0,
    age=21,
    qualifications=(Qualification(country="FR", level=3, credits=Decimal(180), fields=("law",), status=Standing.IN_PROGRESS),),
    wishes=Wishes(format="alternance", budget_per_year=Decimal(9000)),
)


@cache
def whole() -> Catalogue:
    """The real catalogue, from its source files."""
    return read_catalogue(data_dir() / "catalogue")


def opened(held: Catalogue) -> CatalogueRepository:
    """A catalogue as the program opens it."""
    return in_memory(held.programmes.values(), tuple(held.institutions.values()), tuple(held.sources.values()), held.reference)


@cache
def catalogue() -> CatalogueRepository:
    return opened(whole())


@cache
def sheet(student: Student = ECONOMIST, lang: Lang = "en", ids: tuple[str, ...] = THREE) -> m.SheetModel:
    compared = compare(catalogue(), student, [Column(programme=one) for one in ids])
    return comparison_sheet(compared, Translator(lang), TODAY, occasion="Fair")


@cache
def printed(student: Student = ECONOMIST, lang: Lang = "en", ids: tuple[str, ...] = THREE) -> str:
    return reading.text(render(sheet(student, lang, ids)))


def cell(row: str, programme: str, student: Student = ECONOMIST, lang: Lang = "en") -> str:
    """What one programme's cell says, without its references."""
    found = next(one for one in sheet(student, lang).rows if one.key == row)
    return " ".join(words(block) for block in found.cells[THREE.index(programme)].blocks)


def words(block: m.Block) -> str:
    parts = [getattr(block, name) for name in ("word", "amount", "alt") if hasattr(block, name)]
    lines = [getattr(block, "after", ()), *getattr(block, "lines", ()), *getattr(block, "items", ())]
    runs = (run.text for line in lines for run in line if isinstance(run, Run) and run.style is not Style.REFERENCE)
    return re.sub(r"\s+", " ", " ".join([*parts, "".join(runs)]))


def test_a_verdict_is_a_word_with_its_mark() -> None:
    first = sheet().rows[0].cells[0].blocks[0]
    assert isinstance(first, m.VerdictBlock)
    assert (first.mark, first.word) == (m.Mark.MET, "You can apply")
    assert "Not yet" in cell("applying", SECURITY, NEWCOMER)


def test_what_is_not_met_says_what_would_turn_it() -> None:
    assert "Bac+4" in cell("applying", INTELLIGENCE, NEWCOMER)
    assert "60 more ECTS credits" in cell("applying", INTELLIGENCE, NEWCOMER)


def test_the_security_programmes_price_is_not_confirmed() -> None:
    said = cell("tuition", SECURITY)
    assert said.startswith("Not confirmed")
    assert "[€9,750]" in said
    assert "9,262.50" not in said


def test_an_amount_without_currency_says_so() -> None:
    assert "Application fee: 80, currency not printed" in cell("tuition", HEIP)


def test_a_discount_that_can_be_read_two_ways_gives_both_amounts() -> None:
    assert "€9,262.50 or €9,337.50" in cell("tuition", INTELLIGENCE)


def test_a_price_of_a_school_year_that_is_over_is_not_the_familys() -> None:
    said = cell("tuition", HEIP)
    assert "2025/26" in said
    assert "Price for your intake: not stated" in said


def test_a_title_and_a_state_master_are_told_apart() -> None:
    assert "RNCP title" in cell("obtain", HEIP)
    assert "39853" in cell("obtain", HEIP)
    assert "MBA Institute" in cell("obtain", HEIP)
    assert "IAE de Poitiers" in cell("obtain", INTELLIGENCE)


def test_a_page_without_a_rule_on_fields_is_silent_not_open() -> None:
    assert "Field: not stated" in cell("requirements", SECURITY)


def test_every_reading_of_a_conflict_is_printed() -> None:
    said = cell("year", SECURITY)
    assert "≠ conflicting" in said
    assert "4 to 6 months" in said
    assert "at least 6 months" in said


def test_what_no_page_says_is_asked_of_all() -> None:
    (remark,) = sheet().remarks
    said = "".join(run.text for run in remark.lines[0] if isinstance(run, Run))
    for what in ("language level", "minimum grade", "deadline", "number of places"):
        assert what in said


def test_stale_sources_carry_the_dagger_wherever_they_stand() -> None:
    stale = [run.text for line in sheet().heads[1].lines for run in line if isinstance(run, Run) and run.style is Style.REFERENCE]
    assert stale == ["2†"]
    assert "† Page of March 2020" in printed()


def test_costs_show_both_scenarios_and_who_pays() -> None:
    cost = sheet().cost
    assert cost is not None
    fills = {segment.fill for row in cost.rows for segment in row.segments}
    assert {Fill.FAMILY, Fill.EMPLOYER, Fill.EMPLOYER_UNCONFIRMED, Fill.UNCONFIRMED, Fill.BETWEEN} == fills
    assert [row.opens_group for row in cost.rows].count(True) == 3
    assert all(row.alt and row.printed for row in cost.rows)


def test_each_condition_names_what_to_bring() -> None:
    assert "You: Bac+4, 240 ECTS · met · to bring: diploma and transcript" in cell("requirements", HEIP)
    assert "You: economics · met · to bring: the same" in cell("requirements", HEIP)
    newcomer = cell("requirements", HEIP, NEWCOMER)
    assert "to confirm · to bring: certificate of enrolment and transcript" in newcomer
    assert "not met · to bring: diploma and transcript" in cell("requirements", SECURITY, NEWCOMER)


@pytest.mark.parametrize("student", [ECONOMIST, NEWCOMER], ids=["economist", "newcomer"])
def test_bars_are_as_long_as_the_comparator_s(student: Student) -> None:
    compared = compare(catalogue(), student, [Column(programme=one) for one in THREE])
    cost = sheet(student).cost
    assert cost is not None
    firsts = [row for row in cost.rows if row.opens_group]
    pictures = zip(firsts, compared.pictures.costs.columns, compared.columns, strict=True)
    for row, column, of in pictures:
        known = sum(float(part.amount) for bar in column.bars for part in bar.known)
        drawn = sum(float(bar.price.maximum) for bar in column.bars if bar.price)
        sure = [segment.amount for segment in row.segments if segment.fill in {Fill.FAMILY, Fill.EMPLOYER}]
        if all(segment.fill is not Fill.UNCONFIRMED for segment in row.segments):
            assert sum(segment.amount for segment in row.segments) == pytest.approx(drawn)
            discounted = bool(of.timelines[0].at_once)  # what a discount leaves has a bar of its own on the sheet
            assert sum(sure) == pytest.approx(known) or discounted


def test_a_bar_says_how_long_and_at_what_price_and_what_comes_before() -> None:
    cost = sheet(NEWCOMER).cost
    assert cost is not None
    said = {row.printed for row in cost.rows}
    assert any("price of 2025/26" in words for words in said)
    assert any(words.endswith("+ 1 year elsewhere") for words in said)
    assert {row.printed.endswith("elsewhere") for row in cost.rows[3:]} == {True}, "every way into the second year of a master"
    assert all("year" in "".join(run.text for line in row.title for run in line if isinstance(run, Run)) for row in cost.rows)


def test_courses_that_two_programmes_share_stand_under_both_bars() -> None:
    courses = sheet().courses
    assert courses is not None
    shared = next(group for group in courses.groups if "shared" in group.count)
    assert shared.count.startswith("8 shared, 2 of them inferred")
    compared = compare(catalogue(), ECONOMIST, [Column(programme=one) for one in THREE])
    lines = sum(len(listed.lines) for listed in compared.comparison.courses)
    assert sum(len(group.items) for group in courses.groups) + len(shared.items) == lines


def test_four_programmes_have_a_table_of_courses() -> None:
    courses = sheet(ids=(*THREE, HEIP)).courses
    assert courses is not None
    assert courses.table is not None
    assert len(courses.table.heads) == 4


def test_the_law_has_a_verdict_of_its_own() -> None:
    assert "Contract, by law" in cell("applying", HEIP, NEWCOMER)


def test_nothing_is_said_for_a_student_of_whom_nothing_is_known() -> None:
    said = printed(Student())
    assert "For no student in particular" in said
    assert "to tell us" in said


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("student", [ECONOMIST, NEWCOMER, Student()], ids=["economist", "newcomer", "unknown"])
def test_no_sheet_has_programmers_words(lang: Lang, student: Student) -> None:
    said = printed(student, lang)
    assert not re.search(r"\bNone\b|not_stated|[{}]|\bDecimal\b|Message\(", said)
    identifiers = [*THREE, *whole().sources, *(f"{one}-" for one in ("heip-msc", "ileri-m2"))]
    assert not [name for name in identifiers if name in said]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_reference_leads_to_a_source_or_a_note(lang: Lang) -> None:
    known = {entry.id for entry in (*sheet(lang=lang).references.sources, *sheet(lang=lang).references.notes)}
    assert set(re.findall(r'"target": "([^"]+)"', m.to_json(sheet(lang=lang)))) <= known


def test_two_languages_say_the_same_figures() -> None:
    figures = re.compile(r"\d+")
    english, french = (sorted(figures.findall(cell("tuition", HEIP, lang=lang))) for lang in ("en", "fr"))
    assert [figure for figure in english if len(figure) == 3] == [figure for figure in french if len(figure) == 3]


STUDENTS = (resource_dir() / "samples" / "student.toml", *sorted((Path(__file__).parents[1] / "cases" / "students").glob("*.toml")))


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("file", STUDENTS, ids=lambda file: file.stem)
def test_the_first_page_stands_alone_and_the_next_holds_the_rest(file: Path, lang: Lang) -> None:
    held = catalogue()
    student = read_student(file, held.reference(), held.campus_ids())
    columns = tuple(Column(programme=one) for one in THREE)
    gathered = gather(held, SheetRequest(kind=SheetKind.COMPARISON, student=student, columns=columns))
    proof = prove(gathered, Options(lang=lang, printed_on=TODAY, occasion="Fair"))
    assert proof.cautions
    pdf = proof.made.pdf().pdf
    first, second, *third = reading.pages(pdf)
    assert not third or "MSc 1" in first, "only two years of courses may take a third page"
    assert reading.filled(pdf) > 0.4
    assert ("Caution" if lang == "en" else "Attention") in first
    assert ("Still to ask" if lang == "en" else "À demander") in first + second
    assert any("Sources" in page and "Notes" in page for page in (second, *third))
    assert min(reading.body_sizes(pdf)) >= 8


@pytest.mark.parametrize("supposed", [None, ECONOMIST], ids=["alone", "what-if"])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_three_programmes_take_two_pages_and_no_page_for_a_few_lines(lang: Lang, supposed: Student | None) -> None:
    held = catalogue()
    student = read_student(STUDENTS[0], held.reference(), held.campus_ids())
    columns = tuple(Column(programme=one) for one in THREE)
    request = SheetRequest(kind=SheetKind.COMPARISON, student=student, columns=columns, supposed=supposed)
    printed = prove(gather(held, request), Options(lang=lang, printed_on=TODAY, occasion="Fair")).made.pdf()
    assert printed.pages == 2 if supposed is None else printed.pages <= 3
    assert reading.filled(printed.pdf) > 0.4


def test_a_first_name_is_printed_only_if_wanted() -> None:
    compared = compare(catalogue(), ECONOMIST, [Column(programme=one) for one in THREE])
    named = comparison_sheet(compared, Translator("en"), TODAY, first_name="Zoé")
    assert named.student.startswith("Zoé · ")
    assert named.privacy == ""
    assert sheet().privacy
