"""A comparison as a table for other programs."""

import csv
import io
import zipfile
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from advisor_app.interchange.spreadsheet import FORMULA, Line, Page, csv_file, harmless, html_table, tab_separated
from advisor_app.interchange.workbook import LONGEST, xlsx_file

DAY = date(2026, 11, 22)
HOSTILE = (
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    '  =HYPERLINK("http://x","y")',
    "\t=1+1",
    "\r\n=1+1",
    "\u00a0=1+1",
    "＝1+1",
    "\x00=1",
)
PAGE = Page(
    title="Comparison: HEIP / ILERI",
    corner="From Bac+3, law",
    heads=("HEIP MSc 1 · alternance\nParis", "ILERI M2"),
    lines=(
        Line(label="Cost"),
        Line(label="Tuition", cells=("10\u202f350\u00a0€ par an", "9\u202f750\u00a0€; « période » non communiquée")),
        Line(label="=danger", cells=("<b>&", "a\tb\nc")),
    ),
)


def rows(content: bytes, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))


@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_a_formula_is_none(text: str) -> None:
    page = Page(title="x", corner="", heads=("a",), lines=(Line(label=text, cells=(text,)),))
    assert harmless(text).startswith("'")
    assert rows(csv_file(page), ",")[1][1].startswith("'")
    assert "<td" in html_table(page)
    assert ">'" in html_table(page)
    cell = load_workbook(io.BytesIO(xlsx_file([page], DAY))).worksheets[0]["B2"]
    assert cell.data_type == "s"
    assert cell.quotePrefix


def test_words_stay_as_they_are() -> None:
    found = rows(csv_file(PAGE, delimiter=";"), ";")
    assert found[0] == ["From Bac+3, law", "HEIP MSc 1 · alternance\nParis", "ILERI M2"]
    assert found[1] == ["Cost", "", ""]
    assert found[2][1:] == ["10\u202f350\u00a0€ par an", "9\u202f750\u00a0€; « période » non communiquée"]
    assert tab_separated(PAGE).splitlines()[0].startswith("From Bac+3, law\t")
    sheet = load_workbook(io.BytesIO(xlsx_file([PAGE], DAY))).worksheets[0]
    assert sheet["B3"].value == "10\u202f350\u00a0€ par an"
    assert sheet.freeze_panes == "B2"
    assert sheet.title == "Comparison HEIP   ILERI"[:27].replace("Comparison HEIP", "Comparison  HEIP")


def test_html_is_text_and_never_markup() -> None:
    html = html_table(PAGE)
    assert "&lt;b&gt;&amp;" in html
    assert "<b>" not in html
    assert "Paris</th>" in html
    assert 'colspan="3"' in html


def test_two_sheets_of_one_name_and_a_cell_too_long() -> None:
    long = Page(title="x" * 40, corner="", heads=("a",), lines=(Line(label="b", cells=("c" * (LONGEST + 9),)),))
    book = load_workbook(io.BytesIO(xlsx_file([long, long], DAY)))
    assert book.sheetnames == ["x" * 27, f"{'x' * 27} 2"]
    assert len(str(book.worksheets[0]["B2"].value)) == LONGEST


@given(st.text(max_size=60))
def test_any_text_can_be_written_and_none_is_calculated(text: str) -> None:
    page = Page(title=text, corner=text, heads=(text,), lines=(Line(label=text, cells=(text,)), Line(label=text)))
    for row in rows(csv_file(page), ","):
        assert not any(cell.lstrip().startswith(FORMULA) for cell in row)
    assert len(rows(csv_file(page), ",")) == 3
    content = xlsx_file([page], DAY)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")
    load_workbook(io.BytesIO(content))
