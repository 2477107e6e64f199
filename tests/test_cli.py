"""The command line as its users and other programs see it."""

import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from advisor_app import cli
from advisor_app.log import log_file
from tests.command import HEIP, INTELLIGENCE, SAMPLE, SECURITY, SEED, SOURCES, Advisor


@pytest.fixture
def advisor(capsys: pytest.CaptureFixture[str]) -> Advisor:
    return Advisor(SEED, capsys)


# --- programmes


def test_the_programmes_are_listed_with_what_one_asks_first(advisor: Advisor) -> None:
    ran = advisor("programmes")
    assert ran.status == 0
    assert [line for line in ran.out.splitlines() if line in {HEIP, INTELLIGENCE, SECURITY}] == [SECURITY, INTELLIGENCE, HEIP]
    assert "HEIP · Paris, Lyon · entry at Bac+3, Bac+4" in ran.out
    assert "Price not stated" in ran.out


def test_a_search_finds_what_every_word_is_in(advisor: Advisor) -> None:
    found = advisor("programmes", "international", "relations", "--json").data
    assert found["total"] == 3
    assert HEIP in [one["id"] for one in found["programmes"]]
    assert advisor("programmes", "cyber", "--json").data["programmes"]


def test_a_search_that_finds_nothing_says_what_to_do(advisor: Advisor) -> None:
    ran = advisor("programmes", "xylophone")
    assert (ran.status, ran.out) == (0, "None of the 3 programmes fits. Fewer or other words may find one.\n")


def test_prices_in_the_list_have_their_currency_beside_them(advisor: Advisor) -> None:
    listed = {one["id"]: one for one in advisor("programmes", "--json").data["programmes"]}
    assert listed[INTELLIGENCE]["price_data"]["amount"] == {"amount": "9750.00", "currency": "EUR"}
    assert listed[SECURITY]["price_data"] == {}


# --- show


def test_every_programme_is_shown_with_status_and_source(advisor: Advisor) -> None:
    for programme in (HEIP, INTELLIGENCE, SECURITY):
        for lang, stated in (("en", "Stated"), ("fr", "Indiqué")):
            ran = advisor("show", programme, "--lang", lang)
            assert ran.status == 0
            assert stated in ran.out
            assert "[1]" in ran.out
        for row in advisor("show", programme, "--json").data["facts"]:
            for value in row["values"]:
                assert value["status"]
                assert value["status"] == "not_stated" or value["source"]["title"], row


def value(shown: dict[str, list[dict[str, object]]], key: str) -> list[dict[str, object]]:
    (row,) = [row for row in shown["facts"] if row["key"] == key]
    return row["values"]  # type: ignore[return-value]


def test_a_price_of_another_programme_is_never_given_as_stated(advisor: Advisor) -> None:
    shown = advisor("show", SECURITY, "--json").data
    assert [one["status"] for one in value(shown, "tuition")] == ["other_programme"]
    words = advisor("show", SECURITY).words
    assert "Not confirmed: 9,750 € is printed here for another programme" in words


def test_an_amount_without_a_currency_says_so(advisor: Advisor) -> None:
    assert "80, currency not printed" in advisor("show", HEIP).words
    (fee,) = value(advisor("show", HEIP, "--json").data, "application-fee")
    assert fee["data"] == {"amount": "80"}


def test_a_discount_that_can_mean_two_amounts_gives_both(advisor: Advisor) -> None:
    assert "leaves 9,262.50 € or 9,337.50 € to pay" in advisor("show", INTELLIGENCE).words
    assert "reste à payer : 9 262,50 € ou 9 337,50 €" in advisor("show", INTELLIGENCE, "--lang", "fr").words


@pytest.mark.parametrize("key", ["deadline", "minimum-grade", "language-level", "non-eu-price", "places"])
@pytest.mark.parametrize("programme", [HEIP, INTELLIGENCE, SECURITY])
def test_what_no_page_says_is_not_stated(advisor: Advisor, programme: str, key: str) -> None:
    (one,) = value(advisor("show", programme, "--json").data, key)
    assert one["status"] == "not_stated"
    assert one["value"] is None


def test_conditions_keep_their_shape(advisor: Advisor) -> None:
    """“Any of these” must not read as “all of these”."""
    first, second = advisor("show", HEIP, "--json").data["entry_points"]
    assert (first["entry"], second["entry"]) == ("msc1", "msc2")
    assert "readings" in [next(iter(node)) for node in first["requirements"]["all"]]
    words = advisor("show", HEIP).out
    assert "Can be read in two ways" in words
    assert "All of these" in words


def test_what_goes_with_what_is_shown(advisor: Advisor) -> None:
    """Not every option is offered everywhere."""
    routes = advisor("show", HEIP, "--json").data["routes"]
    assert len(routes) == 15
    assert len({route["specialisation"] for route in routes if route["campus"] == "paris"}) == 2
    assert len({route["specialisation"] for route in routes if route["campus"] == "lyon"}) == 1
    assert "MSc 1 · Initial; Alternance" in advisor("show", HEIP).words


def test_an_old_page_says_how_old(advisor: Advisor) -> None:
    assert "check again" in advisor("show", INTELLIGENCE).words
    assert "à revérifier" in advisor("show", INTELLIGENCE, "--lang", "fr").words


# --- check

ROUTE = {
    "programme",
    "entry",
    "format",
    "campus",
    "specialisation",
    "stream",
    "verdict",
    "legal",
    "findings",
    "soft",
    "process",
    "wishes",
    "cost",
    "way_forward",
}


def test_the_json_of_a_check_has_the_keys_of_the_contract(advisor: Advisor) -> None:
    found = advisor("check", SAMPLE, "--json").data
    assert set(found) == {"routes", "ask_next"}
    assert len(found["routes"]) == 22
    for route in found["routes"]:
        assert set(route) == ROUTE
        assert route["verdict"] in {"can_apply", "to_confirm", "need_info", "not_yet"}
        assert set(route["legal"]) == {"verdict", "findings"}
        assert set(route["cost"]) == {"currency", "by_payer", "open"}
        for finding in (*route["findings"], *route["legal"]["findings"]):
            assert set(finding) == {"kind", "status", "strength", "asked", "has", "reason", "source"}
            assert set(finding["source"]) == {"title", "date", "section"}
            assert finding["status"] in {"met", "to_confirm", "unknown", "not_met"}
        for share in route["cost"]["by_payer"].values():
            assert set(share) == {"min", "max"}
            assert all("." in bound and len(bound.split(".")[1]) == 2 for bound in share.values())
        for wish in route["wishes"]:
            assert set(wish) == {"wish", "met", "reason"}


def test_the_best_routes_come_first(advisor: Advisor) -> None:
    order = ["can_apply", "to_confirm", "need_info", "not_yet"]
    verdicts = [order.index(route["verdict"]) for route in advisor("check", SAMPLE, "--json").data["routes"]]
    assert verdicts == sorted(verdicts)


def test_a_check_can_be_held_to_one_programme(advisor: Advisor) -> None:
    routes = advisor("check", SAMPLE, "--programme", INTELLIGENCE, "--json").data["routes"]
    assert {route["programme"] for route in routes} == {INTELLIGENCE}
    assert {route["format"] for route in routes} == {"initial", "apprenticeship", "professionalisation"}


def test_the_question_to_ask_next_is_asked(advisor: Advisor, tmp_path: Path) -> None:
    student = tmp_path / "student.toml"
    student.write_text('[[qualification]]\ncountry = "FR"\nlevel = 4\ncredits = 240\n', encoding="utf-8")
    question = advisor("check", student, "--json").data["ask_next"]
    assert question["field"] == "qualification.fields"
    assert question["settles"] > 0
    assert question["question"] in advisor("check", student).words


def test_a_check_in_words_gives_verdict_reason_cost_and_way(advisor: Advisor) -> None:
    said = advisor("check", SAMPLE, "--lang", "fr").words
    for part in ("Bac+4 · a : Bac+3 · Non remplie", "PAS ENCORE", "L’étudiant paie", "Hors total", "l’école décide", "Sources"):
        assert part in said, part


def test_an_empty_student_file_is_a_student_of_whom_nothing_is_known(advisor: Advisor, tmp_path: Path) -> None:
    student = tmp_path / "student.toml"
    student.touch()
    found = advisor("check", student, "--json").data
    assert {route["verdict"] for route in found["routes"]} == {"need_info"}


# --- compare


def test_a_comparison_puts_programmes_side_by_side(advisor: Advisor) -> None:
    found = advisor("compare", HEIP, INTELLIGENCE, SECURITY, "--json").data
    assert [column["id"] for column in found["columns"]] == [HEIP, INTELLIGENCE, SECURITY]
    award = next(row for row in found["rows"] if row["key"] == "award")
    assert award["differs"]
    assert len(award["cells"]) == 3
    assert found["courses"][1]["shared"] > 0
    said = advisor("compare", HEIP, INTELLIGENCE).out
    assert "≠ Award" in said
    assert "COST FROM ENTRY TO AWARD" in said


def test_five_columns_are_put_under_each_other(advisor: Advisor) -> None:
    said = advisor("compare", *([HEIP] * 5)).out
    assert max(map(len, said.splitlines())) <= 100
    assert "RNCP title" in said


def test_a_comparison_leaves_a_sheet(advisor: Advisor, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.pdf"
    ran = advisor("compare", HEIP, SECURITY, "--student", SAMPLE, "--lang", "fr", "--pdf", sheet)
    assert ran.status == 0, ran.err
    assert sheet.read_bytes().startswith(b"%PDF")
    assert f"La fiche est dans {sheet}" in ran.words


def test_a_comparison_leaves_tables_with_every_row(advisor: Advisor, tmp_path: Path) -> None:
    book, table = tmp_path / "table.xlsx", tmp_path / "table.csv"
    ran = advisor("compare", HEIP, INTELLIGENCE, SECURITY, "--student", SAMPLE, "--lang", "fr", "--xlsx", book, "--csv", table)
    assert f"Le tableau est dans {book} Le tableau est dans {table}" in ran.words
    assert [sheet.title for sheet in load_workbook(book)] == ["Comparaison", "Sources"]
    rows = list(csv.reader(table.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    assert len(rows[0]) == 4
    assert {"Diplôme", "Numéro au registre", "L’étudiant paie"} <= {row[0] for row in rows if row}


def test_a_table_is_not_written_over_something_else(advisor: Advisor, tmp_path: Path) -> None:
    student, sheet = tmp_path / "student.toml", tmp_path / "sheet.pdf"
    student.write_text("mine")
    ran = advisor("compare", HEIP, SECURITY, "--pdf", sheet, "--csv", student)
    assert "--csv" in ran.problem
    assert student.read_text() == "mine"
    assert not sheet.exists()


def test_a_sheet_can_be_asked_for_together_with_json(advisor: Advisor, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.pdf"
    ran = advisor("compare", HEIP, SECURITY, "--json", "--pdf", sheet)
    assert json.loads(ran.out)["columns"]
    assert all(line.startswith(("caution: ", "note: ")) for line in ran.err.splitlines())
    assert sheet.exists()


# --- catalogue


def test_sources_without_a_problem_are_counted(advisor: Advisor) -> None:
    ran = advisor("catalogue", "check", SOURCES)
    assert ran.status == 0
    assert ran.out.startswith("3 programmes, 2 schools")


def test_a_catalogue_is_built_and_can_be_opened(advisor: Advisor, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "new.sqlite"
    assert advisor("catalogue", "build", SOURCES, out).status == 0
    assert Advisor(out, capsys)("programmes", "--json").data["total"] == 3


def test_every_problem_of_the_sources_is_listed_and_the_first_is_the_error(advisor: Advisor, tmp_path: Path) -> None:
    (tmp_path / "catalogue.toml").write_text('version = "1"\ndated = "soon"\nversoin = 2\n', encoding="utf-8")
    ran = advisor("catalogue", "check", tmp_path)
    assert "catalogue.toml" in ran.problem
    assert len(ran.out.splitlines()) > 1
    assert any("versoin" in line for line in ran.out.splitlines())


# --- selftest


def test_the_installation_proves_itself(advisor: Advisor) -> None:
    ran = advisor("selftest")
    assert ran.status == 0, ran.err
    lines = ran.out.splitlines()
    assert all(re.match(r"ok +\d+\.\d\d s  ", line) for line in lines)
    for part in (
        "libraries: PySide6",
        "catalogue: 3",
        "kinds of requirement: ",
        "search: ",
        "facts in fr",
        "sheet in en",
        "window: ",
    ):
        assert any(part in line for line in lines), part


# --- what a user can mend


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (("show", "no-such-programme"), "no-such-programme"),
        (("show", f"{HEIP}x"), HEIP),
        (("check", "no-such-file.toml"), "no-such-file.toml"),
        (("check", SAMPLE, "--programme", "nope"), "nope"),
        (("compare", HEIP, "nope"), "nope"),
        (("compare", *([HEIP] * 6)), "6"),
        (("compare", HEIP, SECURITY, "--pdf", "/no/such/folder/sheet.pdf"), "/no/such/folder"),
        (("compare", HEIP, SECURITY, "--pdf", "."), "."),
        (("compare", HEIP, SECURITY, "--student", "no-such-file.toml"), "no-such-file.toml"),
        (("catalogue", "check", "/no/such/folder"), "/no/such/folder"),
        (("catalogue", "build", SOURCES, "/no/such/folder/out.sqlite"), "/no/such/folder"),
    ],
    ids=str,
)
def test_a_wrong_name_is_one_line_that_names_it(advisor: Advisor, arguments: tuple[str | Path, ...], names: str) -> None:
    ran = advisor(*arguments)
    assert names in ran.problem
    assert advisor(*arguments, *(() if arguments[0] == "catalogue" else ("--json",))).out == ""


def test_a_catalogue_that_a_stick_has_spoilt_is_refused_by_every_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], advisor: Advisor
) -> None:
    assert "every byte is as it was written" in advisor("catalogue", "check", SEED).out
    content = bytearray(SEED.read_bytes())
    content[content.index(b'"amount":"9750"') + 10] ^= 1  # a price of 8750 can be read as well
    spoilt = tmp_path / "spoilt.sqlite"
    spoilt.write_bytes(content)
    for arguments in (("show", HEIP), ("programmes",), ("check", SAMPLE), ("selftest",)):
        ran = Advisor(spoilt, capsys)(*arguments)
        assert (ran.status, ran.out) == (1, "")
        assert f"{spoilt}: this catalogue is not as it was written" in ran.problem
    assert f"{spoilt}: this catalogue is not as it was written" in advisor("catalogue", "check", spoilt).problem


@pytest.mark.parametrize(
    "content", [b"", b"SQLite format 3\x00", b"SQLite format 3\x00" + bytes(4000), b"nonsense", b"\xff" * 5000], ids=repr
)
@pytest.mark.parametrize("command", [("programmes",), ("show", HEIP), ("selftest",)], ids=str)
def test_a_broken_catalogue_is_one_line_that_names_the_file(
    command: tuple[str, ...], content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "broken.sqlite"
    file.write_bytes(content)
    assert str(file) in Advisor(file, capsys)(*command).problem


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("[person]\nage = \n", ":2"),
        ("[persn]\nage = 20\n", "person"),
        ('[[qualification]]\ncountry = "ZZ"\n', "qualification[1].country"),
        ('[[qualification]]\nfields = ["lwa"]\n', "law"),
        ("[[qualification]]\nlevel = 99\n", "level"),
        ('[wishes]\ncampus = "pariss"\n', "paris"),
        ("\x00", ":1"),
    ],
)
def test_a_wrong_student_file_names_the_place(advisor: Advisor, tmp_path: Path, content: str, place: str) -> None:
    student = tmp_path / "student.toml"
    student.write_text(content, encoding="utf-8")
    problem = advisor("check", student).problem
    assert str(student) in problem
    assert place in problem


def test_problems_are_said_in_the_language_asked_for(advisor: Advisor, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "did you mean" in advisor("show", f"{HEIP}x").problem
    assert "vouliez-vous dire" in advisor("show", f"{HEIP}x", "--lang", "fr").problem
    monkeypatch.setenv("ADVISOR_LANG", "fr")
    assert "vouliez-vous dire" in advisor("show", f"{HEIP}x").problem
    assert "did you mean" in advisor("show", f"{HEIP}x", "--lang", "en").problem


# --- wrong usage


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("show",),
        ("show", HEIP, "--lang", "de"),
        ("show", HEIP, "--colour"),
        ("compare", HEIP),
        ("catalogue",),
        ("catalogue", "build", "x"),
        ("check",),
    ],
    ids=str,
)
def test_wrong_usage_is_said_apart(advisor: Advisor, arguments: tuple[str, ...]) -> None:
    ran = advisor(*arguments)
    assert ran.status == 2
    assert ran.out == ""
    assert ran.err.startswith("error: ")
    assert "usage: advisor" in ran.err


def test_help_and_version_are_no_problem(advisor: Advisor, capsys: pytest.CaptureFixture[str]) -> None:
    ran = advisor("--help")
    assert ran.status == 0
    for command in ("programmes", "show", "check", "compare", "catalogue", "selftest"):
        assert command in ran.out
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("advisor ")


# --- the window


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there always is a display")
def test_without_a_display_the_window_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert cli.main([]) == 1
    said = capsys.readouterr().err
    assert said.startswith("error: There is no display")
    assert said.count("\n") == 1


WITHOUT_QT = """
import sys
sys.modules["PySide6"] = None
from advisor_app import cli
sys.exit(cli.main([]))
"""


def test_a_window_that_the_system_cannot_carry_says_what_is_missing() -> None:
    """As where Qt's own libraries are missing on a bare system."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "ADVISOR_LANG": "en"}
    ended = subprocess.run([sys.executable, "-c", WITHOUT_QT], env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert ended.stderr.startswith("error: The window cannot be opened here")
    assert "PySide6" in ended.stderr
    assert ended.stderr.count("\n") == 1


# --- faults of our own


def test_a_fault_of_ours_is_one_line_and_an_entry_in_the_log(
    advisor: Advisor, own_data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> int:
        raise RuntimeError("nobody foresaw this")

    monkeypatch.setitem(cli._COMMANDS, "programmes", fails)
    assert str(own_data_dir) in advisor("programmes").problem
    log = log_file().read_text(encoding="utf-8")
    assert "RuntimeError" in log
    assert "test_cli.py" in log
    assert "fails" in log
    assert "nobody foresaw this" not in log, "an error's words may be a student's"


def test_a_fault_that_cannot_be_logged_is_said_all_the_same(
    advisor: Advisor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fails(*_: object) -> int:
        raise RuntimeError("nobody foresaw this")

    blocked = tmp_path / "a file"
    blocked.touch()
    monkeypatch.setenv("ADVISOR_DATA_DIR", str(blocked))
    monkeypatch.setitem(cli._COMMANDS, "programmes", fails)
    assert "RuntimeError" in advisor("programmes").problem


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(13, "Permission denied", "/root/x"), "/root/x: permission denied"),
        (OSError(28, "No space left on device"), "no space left on the disk"),
    ],
    ids=str,
)
def test_what_the_system_refuses_is_passed_on(advisor: Advisor, monkeypatch: pytest.MonkeyPatch, error: OSError, said: str) -> None:
    def fails(*_: object) -> int:
        raise error

    monkeypatch.setitem(cli._COMMANDS, "programmes", fails)
    assert said in advisor("programmes").problem


def test_an_interruption_is_no_fault(advisor: Advisor, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setitem(cli._COMMANDS, "programmes", interrupted)
    ran = advisor("programmes")
    assert (ran.status, ran.err) == (130, "")


def test_json_is_one_document_of_plain_text(advisor: Advisor) -> None:
    """No-break spaces are for paper and windows: what other programs read can be searched by typing it."""
    out = advisor("show", INTELLIGENCE, "--lang", "fr", "--json").out
    assert "\u202f" not in out
    assert "\u00a0" not in out
    assert "é" in out
    json.loads(out)


def test_the_tests_do_not_touch_the_developers_own_data() -> None:
    assert os.environ["ADVISOR_DATA_DIR"] in str(log_file())
