"""Sheets from the command line, and the command line in French."""

from pathlib import Path

import pikepdf
import pytest

from tests.command import HEIP, SAMPLE, SECURITY, SEED, Advisor, Ran
from tests.sheets import reading


@pytest.fixture
def advisor(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Advisor:
    monkeypatch.setenv("ADVISOR_DATA_DIR", str(tmp_path / "own"))
    return Advisor(SEED, capsys)


# --- sheets


def cautions(ran: Ran, kind: str = "caution") -> list[str]:
    lines = ran.err.splitlines()
    assert all(line.startswith(("caution: ", "note: ")) for line in lines), ran.err
    return [line.removeprefix(f"{kind}: ") for line in lines if line.startswith(kind)]


def test_every_kind_of_sheet_says_what_it_claims_and_where_it_is(advisor: Advisor, tmp_path: Path) -> None:
    out = tmp_path / "sheet.pdf"
    for command in (("compare", HEIP, SECURITY), ("show", HEIP), ("check", str(SAMPLE))):
        ran = advisor(*command, "--pdf", out)
        assert ran.status == 0
        assert f"The sheet is in {out}" in ran.words
        assert any("MSc International Relations: “MSc” is how the school puts it." in line for line in cautions(ran))
        assert out.read_bytes().startswith(b"%PDF-")
        out.unlink()


def test_a_caution_cites_its_rule(advisor: Advisor, tmp_path: Path) -> None:
    ran = advisor("compare", HEIP, SECURITY, "--pdf", tmp_path / "sheet.pdf", "--json")
    said = cautions(ran)
    assert any(line.endswith("(CGE, label MSc · Onisep, reconnaissance des diplômes, text of 2025)") for line in said)
    assert any("partnership with Université Grenoble Alpes, read on a page of March 2020" in line for line in said)
    assert any("price of the school year 2025/26" in line for line in said)
    assert any("a page of March 2020. What it says may have changed" in line for line in cautions(ran, "note"))


def test_a_sheet_carries_what_it_was_given(advisor: Advisor, tmp_path: Path) -> None:
    look, out = tmp_path / "look.toml", tmp_path / "sheet.pdf"
    look.write_text('school = "Harbour School"\nfooter = "Quay 3"\n', encoding="utf-8")
    given = ("--event", "Salon de Lyon", "--advisor", "Awa", "--student-name", "Noor", "--paper", "letter", "--look", str(look))
    assert advisor("check", SAMPLE, "--pdf", out, *given).status == 0
    words = " ".join(reading.text(out.read_bytes()).split())
    for one in ("Salon de Lyon", "Awa", "Noor", "Harbour School", "Quay 3"):
        assert one in words
    with pikepdf.open(out) as pdf:
        assert [float(side) for side in pdf.pages[0].mediabox[2:]] == pytest.approx([612, 792], abs=1)


def test_words_that_claim_too_much_are_mended_first(advisor: Advisor, tmp_path: Path) -> None:
    out = tmp_path / "sheet.pdf"
    ran = advisor("show", HEIP, "--pdf", out, "--event", "Les masters de HEIP")
    assert ran.problem.startswith("School or event: “masters”. In France only national diplomas")
    assert not out.exists()


def test_the_head_of_a_sheet_has_room_for_so_much(advisor: Advisor, tmp_path: Path) -> None:
    ran = advisor("show", HEIP, "--pdf", tmp_path / "x.pdf", "--event", "x" * 101)
    assert ran.problem == "--event takes at most 100 characters"


def test_a_what_if_stands_on_the_summary_beside_the_real_student(advisor: Advisor, tmp_path: Path) -> None:
    out = tmp_path / "sheet.pdf"
    ran = advisor("check", SAMPLE, "--what-if", "person.age=31", "--pdf", out)
    assert ran.status == 0
    assert "31" in reading.text(out.read_bytes())


def test_a_look_that_will_not_do_is_named(advisor: Advisor, tmp_path: Path) -> None:
    look = tmp_path / "look.toml"
    look.write_text('colour = "red"\n')
    assert "colour" in advisor("show", HEIP, "--pdf", tmp_path / "x.pdf", "--look", look).problem


# --- French usage


def test_usage_and_its_mistakes_are_said_in_french(advisor: Advisor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISOR_LANG", "fr")
    ran = advisor("compare", "--help")
    assert ran.status == 0
    assert ran.out.startswith("usage : advisor compare")
    assert "afficher cette aide et s’arrêter" in ran.words
    assert "la fiche:" in ran.out
    for wrong, said in (
        (("compare",), "error: il manque : ID, ID"),
        (
            ("compare", HEIP, SECURITY, "--paper", "a5"),
            "error: argument --paper : 'a5' n’est pas possible",
        ),
        (("show", HEIP, "--lang"), "error: argument --lang : une valeur est attendue"),
        (("show", HEIP, "--colour"), "error: arguments inconnus : --colour"),
    ):
        ran = advisor(*wrong)
        assert ran.status == 2
        assert ran.err.startswith(said)


def test_usage_stays_english_for_others(advisor: Advisor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISOR_LANG", "fr")
    advisor("compare", "--help")
    monkeypatch.setenv("ADVISOR_LANG", "en")
    assert advisor("compare").err.startswith("error: the following arguments are required: ID, ID")


def test_what_the_system_refuses_is_said_in_the_user_s_language(
    advisor: Advisor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ADVISOR_LANG", "fr")
    gone = tmp_path / "gone" / "sheet.pdf"
    assert "(aucun fichier ni dossier de ce nom)" in advisor("show", HEIP, "--pdf", gone).problem
