"""The printed sheet, as its readers find it."""

import threading
from dataclasses import replace

import pytest

from advisor_app.domain.text import Lang
from advisor_app.sheets import model as m
from advisor_app.sheets.lines import Run, Style
from advisor_app.sheets.render import pages_png, render
from tests.sheets import reading, samples

HOSTILE = '*_#$[]\\@<> `raw` // c /* x */ ~ -- ... \' " = - + #import "a" #eval(1) $x^2$ @ref <label>'
MARKUP = "*bold* _it_ #strong[x] $x$ [y] \\ @z <w>"


@pytest.fixture(scope="module")
def english() -> bytes:
    return render(samples.english())


@pytest.fixture(scope="module")
def french() -> bytes:
    return render(samples.french())


def with_block(sheet: m.SheetModel, block: m.Block, row: int = 0, column: int = 0) -> m.SheetModel:
    """The sheet with one more block at the top of a cell."""
    rows = list(sheet.rows)
    cells = list(rows[row].cells)
    cells[column] = replace(cells[column], blocks=(block, *cells[column].blocks))
    rows[row] = replace(rows[row], cells=tuple(cells))
    return replace(sheet, rows=tuple(rows))


def said(words: str) -> m.Paragraph:
    return m.Paragraph(((Run(words),),))


def test_three_programmes_take_two_pages(english: bytes, french: bytes) -> None:
    assert len(reading.pages(english)) == len(reading.pages(french)) == 2


def test_page_one_stands_alone(english: bytes) -> None:
    first = reading.pages(english)[0]
    for words in (
        "You can apply",
        "€10,350",
        "Not confirmed",
        "Application fee: 80, currency not printed",
        "Still to ask",
        "the school decides.",
    ):
        assert words in first


def test_every_page_says_that_the_school_decides(french: bytes) -> None:
    assert all("l’école décide." in page for page in reading.pages(french))


def test_the_reading_order_is_column_after_column_within_a_row(english: bytes) -> None:
    first = reading.pages(english)[0]
    order = [
        "Three programmes",
        "HEIP",
        "Applying",
        "Entry requirements",
        "What you obtain",
        "The year",
        "Tuition",
        "Next steps",
        "Disability",
    ]
    places = [first.index(words) for words in order]
    assert places == sorted(places)
    assert first.index("€10,350") < first.index("€9,750") < first.index("Not confirmed")


@pytest.mark.parametrize(("lang", "title"), [("en", "Three programmes, side by side"), ("fr", "Trois programmes, côte à côte")])
def test_a_screen_reader_gets_language_title_and_structure(lang: Lang, title: str, english: bytes, french: bytes) -> None:
    pdf = reading.opened(english if lang == "en" else french)
    assert str(pdf.Root.Lang) == lang
    assert str(pdf.docinfo["/Title"]) == title
    assert bool(pdf.Root.MarkInfo.Marked)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    with pdf.open_metadata() as metadata:
        assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"


def test_tables_have_heads_and_every_picture_has_words(english: bytes) -> None:
    found = reading.tags(english)
    kinds = [kind for kind, _, _ in found]
    assert kinds.count("/Table") == 2
    assert kinds.count("/TH") == 4 + 3 + len(samples.english().rows) + len(samples.english().remarks) + 7
    figures = [alt for kind, alt, _ in found if kind == "/Figure"]
    assert len(figures) == 3 + 3 + 7  # years, codes, costs
    assert all(figures)
    assert any("€9,262.50 or €9,337.50" in alt for alt in figures)
    assert any("Page of the programme heip" in alt for alt in figures)


def test_names_in_another_language_are_marked_as_such(french: bytes) -> None:
    assert any(lang == "en" for _, _, lang in reading.tags(french))


def test_bookmarks_lead_to_the_parts(english: bytes) -> None:
    found = reading.bookmarks(english)
    assert found[0] == "Three programmes, side by side"
    assert {"The cost, from entry to award", "The courses: shared and unique", "Sources", "Notes"} <= set(found)


def test_fonts_are_the_programs_own_and_embedded(english: bytes) -> None:
    found = reading.fonts(english)
    assert all(found.values())
    assert all("SourceSansPro" in name for name in found)


def test_french_is_set_with_narrow_spaces() -> None:
    payload = m.to_json(samples.french())
    assert "10\u202f350\u202f€" in payload
    assert "«\u202f" in payload


def test_the_file_is_small_and_the_same_each_time(english: bytes) -> None:
    assert render(samples.english()) == english
    assert len(english) < 300_000


def test_two_threads_may_print_at_once(english: bytes) -> None:
    made: list[bytes] = []
    threads = [threading.Thread(target=lambda: made.append(render(samples.english()))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [english, english]


def test_the_preview_shows_the_same_pages() -> None:
    shown = pages_png(samples.english(), dpi=40)
    assert len(shown) == 2
    assert all(page.startswith(b"\x89PNG") for page in shown)


# --- other numbers of programmes


@pytest.mark.parametrize("chosen", [(0, 1), (0, 1, 2, 0), (0, 1, 2, 0, 1)])
def test_two_four_and_five_programmes_all_stand_on_the_sheet(chosen: tuple[int, ...]) -> None:
    pdf = render(samples.columns(samples.french(), *chosen))
    whole = reading.text(pdf)
    assert whole.count("Ce que vous obtenez") <= 2
    assert whole.count("Vous pouvez candidater") == len(chosen)
    assert whole.count("Puis dossier") == len(chosen)


def test_five_programmes_repeat_label_column_and_head_on_the_facing_page() -> None:
    first, second = reading.pages(render(samples.columns(samples.english(), 0, 1, 2, 0, 1)))[:2]
    for page in (first, second):
        assert "Applying" in page
        assert "MSc Expert in International" in page
    assert first.count("You can apply") == 3
    assert second.count("You can apply") == 2


def test_a_sheet_needs_two_to_five_programmes() -> None:
    with pytest.raises(ValueError, match="two to five"):
        samples.columns(samples.english(), 0)


# --- what a catalogue or a student may contain


@pytest.mark.parametrize("words", [HOSTILE, MARKUP])
def test_markup_is_printed_as_it_is(words: str) -> None:
    assert words in reading.text(render(with_block(samples.english(), said(words))))


def test_characters_that_no_font_has_are_replaced_by_a_sign_that_the_key_explains() -> None:
    whole = reading.text(render(with_block(samples.english(), said("Zoé 😀 漢字"))))
    assert "Zoé □ □□" in whole
    assert "□ a character that this sheet cannot print" in whole


def test_arabic_and_hebrew_names_are_printed() -> None:
    whole = reading.text(render(with_block(samples.english(), said("سلام שלום"))))
    assert "□" not in whole


@pytest.mark.parametrize(
    "name", ["Nguyễn Thị", "नमस्ते", "x\u0337\u0338y", "\U0001d518", "👩🏽\u200d🚀", "ﷺ", "e\u20dd", "\ud800", "한국어"]
)
def test_any_name_can_be_printed(name: str) -> None:
    assert "You can apply" in reading.text(render(with_block(samples.english(), said(name))))


def test_control_and_direction_characters_change_nothing() -> None:
    whole = reading.text(render(with_block(samples.english(), said("pay \u202e000,1\u202c\x07 now"))))
    assert "pay 000,1 now" in whole


def test_a_long_text_is_cut_with_a_mark_and_whole_in_the_notes() -> None:
    words = " ".join(f"word{number}" for number in range(1500))
    pages = reading.pages(render(with_block(samples.english(), said(words))))
    assert "… continued, note i" in pages[0]
    assert "word1499" not in pages[0]
    assert "word1499" in " ".join(pages[1:])


def test_a_word_without_end_breaks_inside_its_column() -> None:
    pdf = render(with_block(samples.english(), said("x" * 10_000)))
    pages = reading.pages(pdf)
    assert reading.outside(pdf) == []
    assert "… continued, note i" in pages[0]
    assert sum(page.count("x" * 14) for page in pages[1:]) > 0


def test_a_long_name_takes_three_lines_and_the_rest_is_in_the_notes() -> None:
    sheet = samples.english()
    name = "Master of " + " and ".join(f"Subject{number}" for number in range(60))
    pages = reading.pages(render(replace(sheet, heads=(replace(sheet.heads[0], name=name), *sheet.heads[1:]))))
    assert "continued, note i" in pages[0]
    assert "Subject59" in pages[-1]


def test_a_programme_of_which_nothing_is_known_is_printed_as_silence() -> None:
    silent = m.Cell((m.Paragraph(((Run("not stated", Style.NOT_STATED),),)),))
    sheet = samples.english()
    rows = tuple(replace(row, cells=(silent, *row.cells[1:])) for row in sheet.rows)
    whole = reading.text(render(replace(sheet, rows=rows, cost=None, courses=None)))
    assert whole.count("not stated") >= len(rows)


def test_no_chart_is_drawn_where_no_amount_is_known() -> None:
    sheet = samples.english()
    assert sheet.cost is not None
    row = replace(sheet.cost.rows[0], segments=(), printed="not stated")
    whole = reading.text(render(replace(sheet, cost=replace(sheet.cost, ticks=(), rows=(row,)))))
    assert "Amount" in whole
    assert "€12,000" not in whole
