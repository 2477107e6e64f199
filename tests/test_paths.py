"""Where things lie, in a checkout and in the standalone program."""

import os
import sys
from pathlib import Path

import pytest

from advisor_app import paths


def test_a_checkout_has_its_files_beside_the_package() -> None:
    assert (paths.shipped_dir() / "pyproject.toml").is_file()
    assert paths.default_catalogue() == paths.shipped_dir() / "data" / "seed.sqlite"
    assert paths.resource_dir().is_dir()


def test_the_standalone_program_has_them_in_its_own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.is_frozen()
    assert paths.resource_dir() == tmp_path / "resources"
    assert paths.data_dir() == tmp_path / "data"


def test_the_own_folder_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ADVISOR_DATA_DIR", str(tmp_path / "with space"))
    assert paths.user_data_dir() == tmp_path / "with space"
    monkeypatch.setenv("ADVISOR_DATA_DIR", "~/advisor")
    assert paths.user_data_dir() == Path.home() / "advisor"


@pytest.mark.parametrize("value", [None, ""])
def test_without_a_name_it_is_the_platforms(monkeypatch: pytest.MonkeyPatch, value: str | None) -> None:
    monkeypatch.delenv("ADVISOR_DATA_DIR")
    if value is not None:
        monkeypatch.setenv("ADVISOR_DATA_DIR", value)
    assert paths.user_data_dir().name == "advisor"
    assert paths.user_data_dir().is_absolute()


def test_a_folder_beside_the_program_travels_with_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "Advisor"))
    assert paths.user_data_dir() != paths.portable_dir(), "the variable goes before it"
    monkeypatch.delenv("ADVISOR_DATA_DIR")
    assert paths.user_data_dir() != paths.portable_dir(), "only once it is there"
    paths.portable_dir().mkdir()
    assert paths.user_data_dir() == tmp_path / "advisor-data"


@pytest.mark.skipif(os.name != "posix", reason="elsewhere everybody has a home")
def test_a_user_without_a_home_has_a_folder_that_cannot_be_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Never one called ``~`` in whatever folder the program was started from."""
    for name in ("HOME", "XDG_DATA_HOME", "ADVISOR_DATA_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 54321)
    assert paths.user_data_dir().is_absolute()
    assert not paths.user_data_dir().parent.exists()
