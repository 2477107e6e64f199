"""Advisor in the menu of a desktop."""

import configparser
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from advisor_app import desktop
from tests.command import SAMPLE, SEED, Advisor

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the desktops of Linux")


@pytest.fixture
def share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    return tmp_path / "share"


@pytest.fixture
def added(share: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    ran = Advisor(SEED, capsys)("desktop", "add")
    assert ran.status == 0, ran.err
    assert str(share) in ran.out
    return share


def test_the_entry_is_one_that_desktops_take(added: Path) -> None:
    entry = added / desktop.ENTRY
    if tool := shutil.which("desktop-file-validate"):
        assert subprocess.run([tool, entry], capture_output=True, text=True, check=False).stdout == ""
    found = configparser.RawConfigParser()
    found.read(entry, encoding="utf-8")
    assert found["Desktop Entry"]["Exec"] == f"{desktop.quoted(desktop.program())} %f"
    assert (added / desktop.MARK).read_bytes().startswith(b"<svg")


@pytest.mark.skipif(not (shutil.which("gio") and shutil.which("update-mime-database")), reason="needs shared-mime-info and gio")
def test_the_desktop_knows_our_files_and_nobody_elses(added: Path, tmp_path: Path) -> None:
    from sqlcipher3 import dbapi2

    other = dbapi2.connect(str(tmp_path / "other.sqlite"))
    other.execute("CREATE TABLE shopping (milk)")
    other.close()
    copies = {"Léa.student.toml": SAMPLE, "settings.toml": SAMPLE, "2027.sqlite": SEED, "a.catalogue.sqlite": SEED}
    for name, source in copies.items():
        shutil.copy(source, tmp_path / name)
    assert kind_of(tmp_path / "Léa.student.toml") == "application/vnd.advisor.student"
    assert kind_of(tmp_path / "settings.toml") != "application/vnd.advisor.student"
    assert kind_of(tmp_path / "2027.sqlite") == kind_of(tmp_path / "a.catalogue.sqlite") == "application/vnd.advisor.catalogue"
    assert kind_of(tmp_path / "other.sqlite") == "application/vnd.sqlite3"


def kind_of(file: Path) -> str:
    asked: list[str | Path] = ["gio", "info", "--attributes", "standard::content-type", file]
    return str(subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split()[-1])


def test_it_can_be_taken_back(added: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert Advisor(SEED, capsys)("desktop", "remove").status == 0
    assert not [name for name in (desktop.ENTRY, desktop.TYPES, desktop.MARK) if (added / name).exists()]
    assert Advisor(SEED, capsys)("desktop", "remove").status == 0, "twice does no harm"


def test_a_folder_that_cannot_be_written_is_named(share: Path, capsys: pytest.CaptureFixture[str]) -> None:
    share.write_text("a file where a folder should be", encoding="utf-8")
    assert str(share) in Advisor(SEED, capsys)("desktop", "add").problem


def test_a_path_is_quoted_as_the_entry_wants_it() -> None:
    assert desktop.quoted("/media/stick/Clé de l'école/advisor") == '"/media/stick/Clé de l\'école/advisor"'
    assert desktop.quoted('/a"b$c`d%e') == r'"/a\\"b\\$c\\`d%%e"'


def test_windows_is_told_the_same_without_taking_over_anybodys_files() -> None:
    values = dict(desktop.registry(r"D:\Advisor\advisor-window.exe"))
    assert values[r"Advisor.Student\shell\open\command"] == r'"D:\Advisor\advisor-window.exe" "%1"'
    assert values[r".toml\OpenWithProgids"] == "Advisor.Student"
    assert not {".toml", ".sqlite"} & values.keys()
