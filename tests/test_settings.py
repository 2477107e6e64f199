"""The settings: never an exception, never a lost file."""

import os
import sys
import tomllib
from pathlib import Path

import pytest

from advisor_app.settings import Settings, language_in_use, load, save


def read(file: Path) -> dict[str, object]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def test_what_is_saved_is_read_back(tmp_path: Path) -> None:
    file = tmp_path / "new folder" / "settings.toml"
    chosen = Settings(language="fr", sheet_language="en", theme="dark", sheet_folder='C:\\Salon "étudiant"\n\x7f')
    assert save(chosen, file) is None
    assert load(file).settings == chosen
    assert load(file).notices == ()
    assert [entry.name for entry in file.parent.iterdir()] == ["settings.toml"]


def test_a_missing_file_gives_the_defaults_without_a_word(tmp_path: Path) -> None:
    loaded = load(tmp_path / "none.toml")
    assert (loaded.settings, loaded.notices) == (Settings(), ())


@pytest.mark.parametrize(
    "content",
    [b"language = ", b"\xff\xfe\x00", b"a = " + b"[" * 100_000, b"a = " + b"1" * 5_000],
    ids=["half", "binary", "deep", "huge number"],
)
def test_a_broken_file_gives_the_defaults_and_says_so_and_is_kept(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(content)
    loaded = load(file)
    assert loaded.settings == Settings()
    assert str(file) in str(loaded.notices[0])
    assert save(Settings(theme="light"), file) is None
    assert load(file).settings.theme == "light"
    assert (tmp_path / "settings.broken-1.toml").read_bytes() == content


def test_a_second_broken_file_does_not_replace_the_first(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    for content in ("first =", "second ="):
        file.write_text(content, encoding="utf-8")
        save(Settings(), file)
    assert (tmp_path / "settings.broken-1.toml").read_text(encoding="utf-8") == "first ="
    assert (tmp_path / "settings.broken-2.toml").read_text(encoding="utf-8") == "second ="


def test_a_wrong_value_costs_only_itself(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('language = "de"\ntheme = "dark"\nsheet_folder = 3\n', encoding="utf-8")
    loaded = load(file)
    assert loaded.settings == Settings(theme="dark")
    said = [str(notice) for notice in loaded.notices]
    assert len(said) == 2
    assert "“language”" in said[0]
    assert "fr, en" in said[0]
    assert "“sheet_folder”" in said[1]


def test_keys_of_a_newer_version_survive(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    newer = 'day = 2026-11-24\n"odd key" = [1, 2.5, true]\n[panes]\nleft = 320\nnames = ["a", { b = "c" }]\n'
    file.write_text(newer, encoding="utf-8")
    assert save(Settings(theme="dark"), file) is None
    assert read(file) == {**tomllib.loads(newer), "theme": "dark", "sheet_paper": "a4", "occasion": ""}


def test_what_is_set_back_to_the_default_is_taken_out(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    save(Settings(language="fr"), file)
    save(Settings(), file)
    assert "language" not in read(file)


def test_a_folder_in_the_way_is_said(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.mkdir()
    assert "cannot be read" in str(load(file).notices[0])
    assert "cannot be saved" in str(save(Settings(), file))
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_in_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "advisor").write_text("", encoding="utf-8")
    assert "cannot be saved" in str(save(Settings(), tmp_path / "advisor" / "settings.toml"))


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs permissions that bind")
def test_a_read_only_folder_is_said_and_its_file_stays(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    save(Settings(theme="dark"), file)
    tmp_path.chmod(0o500)
    try:
        assert "cannot be saved" in str(save(Settings(theme="light"), file))
        assert load(file).settings.theme == "dark"
    finally:
        tmp_path.chmod(0o700)


def test_a_name_that_toml_cannot_hold_is_said_and_the_file_stays(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    save(Settings(theme="dark"), file)
    assert "cannot be saved" in str(save(Settings(sheet_folder="\udcff"), file))
    assert load(file).settings.theme == "dark"
    assert list(tmp_path.iterdir()) == [file]


def test_by_default_the_file_lies_in_the_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ADVISOR_DATA_DIR", str(tmp_path / "own"))
    save(Settings(language="fr"))
    assert read(tmp_path / "own" / "settings.toml")["language"] == "fr"
    assert load().settings.language == "fr"


@pytest.mark.parametrize(
    ("variables", "chosen", "expected"),
    [
        ({"ADVISOR_LANG": "fr", "LANG": "en_GB.UTF-8"}, "en", "fr"),
        ({"ADVISOR_LANG": "EN", "LANG": "fr_FR.UTF-8"}, "fr", "en"),
        ({"ADVISOR_LANG": "de", "LANG": "fr_FR.UTF-8"}, "en", "en"),
        ({"LANG": "fr_FR.UTF-8"}, None, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "en_GB.UTF-8"}, None, "en"),
        ({"LANG": "de_DE.UTF-8"}, None, "en"),
    ],
)
def test_the_language_in_use(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], chosen: str | None, expected: str) -> None:
    for name in ("ADVISOR_LANG", "LANG", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert language_in_use(Settings(language=chosen)) == expected  # type: ignore[arg-type]  # a table of cases
