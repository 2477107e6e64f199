"""Three kinds of sheet through one door."""

import pytest

from advisor_app.domain.columns import Column
from advisor_app.domain.student import Student
from advisor_app.domain.text import Lang
from advisor_app.services.check import check
from advisor_app.services.compare import compare
from advisor_app.services.detailed import details
from advisor_app.sheets.make import make, render
from advisor_app.sheets.order import ComparisonSheet, Content, Options, Part, ProgrammeSheet, SummarySheet
from tests.sheets import reading
from tests.sheets.test_comparison import ECONOMIST, HEIP, THREE, TODAY, catalogue

KINDS = ("comparison", "programme", "summary")


def content(kind: str, student: Student = ECONOMIST) -> Content:
    if kind == "comparison":
        return ComparisonSheet(compared=compare(catalogue(), student, [Column(programme=one) for one in THREE]))
    if kind == "programme":
        return ProgrammeSheet(detailed=details(catalogue(), student, HEIP))
    return SummarySheet(checked=check(catalogue(), student))


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_becomes_a_pdf_that_says_how_many_pages_it_has(kind: str, lang: Lang) -> None:
    printed = render(content(kind), Options(lang=lang, printed_on=TODAY))
    assert printed.pages == len(reading.pages(printed.pdf)) > 0


@pytest.mark.parametrize("kind", KINDS)
def test_pictures_show_every_page_even_very_small(kind: str) -> None:
    made = make(content(kind), Options(lang="en", printed_on=TODAY))
    assert len(made.pictures(dpi=4)) == made.pdf().pages


def test_parts_that_are_not_wanted_are_left_off() -> None:
    whole = reading.text(render(content("comparison"), Options(lang="en", printed_on=TODAY)).pdf)
    options = Options(lang="en", printed_on=TODAY, left_off=frozenset({Part.COST, Part.COURSES, Part.ANSWERS}))
    less = reading.text(render(content("comparison"), options).pdf)
    for words in ("The cost, from entry to award", "shared and unique", "Bac+4 in economics (France"):
        assert words in whole
        assert words not in less
