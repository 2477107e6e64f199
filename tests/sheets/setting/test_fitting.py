"""What the widths of letters say of a sheet, held against what the typesetter makes of it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.sheets.lines import Counter, Run, Style
from advisor_app.sheets.setting import glyphs
from advisor_app.sheets.setting import measures as ms
from advisor_app.sheets.setting.faces import Face, width
from advisor_app.sheets.setting.fitting_parts import fit
from advisor_app.sheets.setting.paper import Paper, across
from advisor_app.sheets.setting.wrapping import Font, clamped, lines_of
from tests.sheets import samples

SENTENCES = (
    "Conditions met on what you told us; the school decides.",
    "Conditions remplies d’après vos réponses\u202f; l’école décide.",
    "Application fee: 80, currency not printed on the page",
    "«\u202fExpert en relations et coopérations internationales\u202f» certifié par MBA Institute",
)
STYLES = {Face.REGULAR: "", Face.SEMIBOLD: 'weight: "semibold", ', Face.ITALIC: 'style: "italic", '}


def set_width(text: str, face: Face, folder: Path) -> float:
    """How wide the typesetter sets a text, in ems."""
    file = folder / "width.typ"
    font = f'font: "Source Sans Pro", size: 10pt, {STYLES[face]}number-width: "proportional"'
    file.write_text(f"#context [#metadata(measure(text({font}, {json.dumps(text, ensure_ascii=False)})).width.pt())<w>]", "utf-8")
    found = typst.Compiler(file, root=folder, font_paths=glyphs.fonts(), ignore_system_fonts=True).query("<w>", one=True)
    return float(json.loads(found)["value"]) / 10


@pytest.mark.parametrize("face", list(Face))
@pytest.mark.parametrize("sentence", SENTENCES)
def test_words_are_as_wide_as_they_are_set(sentence: str, face: Face, tmp_path: Path) -> None:
    assert width(sentence, face) == pytest.approx(set_width(sentence, face, tmp_path), rel=0.012)


def test_lines_are_filled_one_after_the_other() -> None:
    line = (Run("one two three four"),)
    assert lines_of((line,), 1000, Font(10)) == 1
    assert lines_of((line, line), 1000, Font(10)) == 2
    assert lines_of((line,), width("three") * 10 + 0.01, Font(10)) == 4


def test_a_reference_stays_with_its_word_and_silence_on_one_line() -> None:
    word = width("word") * 10
    tied = (Run("word"), Run(" "), Run("12", Style.REFERENCE))
    assert lines_of((tied,), word + 1, Font(10)) == 2
    assert lines_of(((Run("not stated", Style.NOT_STATED),),), width("not") * 10 + 1, Font(10)) > 1
    assert lines_of(((Counter(4, 2), Run("\u00a0months")),), 1000, Font(10)) == 1


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=30), st.floats(20, 200), st.integers(1, 6))
def test_what_is_cut_fits_and_says_so(words: list[str], wide: float, most: int) -> None:
    lines = ((Run(" ".join(words)),),)
    kept, count, cut = clamped(lines, wide, Font(8), most, (Run("…"),))
    assert count <= most or not cut
    if cut:
        assert kept[-1][-1] == Run("…")
        assert lines_of(kept, wide, Font(8)) <= max(most, 1)
    else:
        assert kept == lines


def test_the_text_shrinks_before_a_page_is_added() -> None:
    sheet = samples.english()
    assert fit(sheet, across(Paper.A4))[1].table.density.size == ms.DENSITIES[0].size
    row = sheet.rows[1]
    longer = replace(sheet, rows=(*sheet.rows, row))
    assert fit(longer, across(Paper.A4))[1].table.density.size < ms.DENSITIES[0].size


def test_room_that_is_left_is_given_to_the_rows() -> None:
    full, short = samples.english(), replace(samples.english(), rows=samples.english().rows[:-2])
    assert fit(short, across(Paper.A4))[1].table.density.padding > fit(full, across(Paper.A4))[1].table.density.padding


def test_four_programmes_end_the_first_page_after_the_price() -> None:
    table = fit(samples.columns(samples.english(), 0, 1, 2, 0), across(Paper.A4))[1].table
    if len(table.pages) > 1:
        assert samples.english().rows[table.pages[0][-1]].key == "tuition"


def test_five_programmes_keep_the_same_row_heights_on_facing_pages() -> None:
    sheet = samples.columns(samples.english(), 0, 1, 2, 0, 1)
    table = fit(sheet, across(Paper.A4))[1].table
    assert table.bands == ((0, 1, 2), (3, 4))
    assert len(table.heights) == len(sheet.rows)
