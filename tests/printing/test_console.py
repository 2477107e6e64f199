"""What reaches a terminal: wrapped, readable, and unable to drive it."""

import io

import pytest

from advisor_app.printing.console import OUTSIDE, Console, cleaned, labelled, wrapped


def console() -> tuple[Console, io.StringIO, io.StringIO]:
    out, err = io.StringIO(), io.StringIO()
    return Console(out, err), out, err


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[31mred\x07", "�[31mred�"),
        ("tab\there", "tab here"),
        ("\u202eevil", "�evil"),
        ("zero\u200bwidth\u00adsoft", "zerowidthsoft"),
        ("line\u2028break", "line�break"),
        ("accents é œ 🎓", "accents é œ 🎓"),
        ("lone \udcff surrogate", "lone � surrogate"),
    ],
)
def test_no_text_of_a_catalogue_drives_the_terminal(hostile: str, shown: str) -> None:
    assert cleaned(hostile) == shown


def test_lines_keep_amounts_together_and_end_in_plain_spaces() -> None:
    """Wrapped first, so that “10 950 €” is never broken; then written with spaces that can be typed."""
    where = "x" * 10
    lines = list(wrapped(f"{where} 10\u202f950\u202f€", 14, indent=""))
    assert lines == [where, "10\u202f950\u202f€"]
    said, out, _ = console()
    said.lines(lines)
    assert out.getvalue() == f"{where}\n10 950 €\n"


def test_a_long_word_is_not_cut() -> None:
    assert list(wrapped("a" * 50, 20, indent="  ")) == ["  " + "a" * 50]


def test_labels_and_texts_have_their_own_columns() -> None:
    assert list(labelled("a label that is long", "some text", 40, indent="  ", column=10)) == [
        "  a label   some text",
        "  that is   ",
        "  long      ",
    ]
    assert list(labelled("", "", 40)) == []


def test_an_error_is_one_line_whatever_it_says() -> None:
    said, out, err = console()
    said.error("two\nlines\r\nand\ta\x00tab")
    assert err.getvalue() == "error: two lines and a�tab\n"
    assert out.getvalue() == ""


def test_without_a_terminal_lines_have_a_fixed_width() -> None:
    said, _, _ = console()
    assert said.width == OUTSIDE


def test_a_program_started_without_streams_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """As when it is started by a click on Windows."""
    monkeypatch.setattr("sys.stdout", None)
    monkeypatch.setattr("sys.stderr", None)
    silent = Console()
    silent.lines(["a"])
    silent.json({})
    silent.error("b")
    silent.raw_error("c")
    silent.flush()
    assert silent.width == OUTSIDE
