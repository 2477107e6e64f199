"""What an engineer sees who looks into the folder."""

import json
import os
import re
import sys
from pathlib import Path

import pytest
from PyInstaller.archive.readers import CArchiveReader

from advisor_app import paths

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def inner(built: Path) -> Path:
    return built / "_internal"


@pytest.fixture(scope="module")
def files(built: Path) -> list[str]:
    return sorted(file.relative_to(built).as_posix() for file in built.rglob("*") if not file.is_dir())


def test_there_is_a_program_a_licence_and_what_the_program_needs(built: Path) -> None:
    programs = {"win32": {"advisor.exe", "advisor-window.exe"}, "darwin": {"advisor", "advisor-window"}}.get(
        sys.platform, {"advisor"}
    )
    assert {entry.name for entry in built.iterdir()} == {*programs, "_internal", "LICENSE.txt"}


@pytest.mark.skipif(sys.platform == "darwin", reason="a bundle is made of links")
def test_it_can_be_kept_on_a_stick(built: Path, files: list[str]) -> None:
    """A stick's file system knows no links, few characters, and no difference between large and small letters."""
    assert not [name for name in files if (built / name).is_symlink()]
    assert not [name for name in files if re.search(r'[<>:"|?*\\\x00-\x1f]', name)]
    assert len({name.casefold() for name in files}) == len(files)
    assert max(map(len, files)) < 150


def test_there_is_one_sqlite_library(files: list[str]) -> None:
    assert [name for name in files if "sqlite3" in Path(name).name and "sqlcipher3/" not in name] == []
    assert len([name for name in files if "_sqlite3" in name]) == 1


def test_nothing_is_there_that_does_not_belong(files: list[str]) -> None:
    unwanted = r"(^|/)(tests?|__pycache__|site-packages|examples?|demos?)/|py\.typed$"
    unwanted += r"|\.(pyc|pyi|py|c|h|pyx|a|lib|orig|bak|pdb|map|log|po)$"
    assert [name for name in files if re.search(unwanted, name)] == []
    assert [
        name
        for name in files
        if re.search(r"_tests\.|QtDBus\.|QtQml|QtQuick|WebEngine|QtDesigner|libssl|libcrypto|libreadline", name)
    ] == []
    locales = {Path(name).stem for name in files if "babel/locale-data/" in name}
    assert {name.partition("_")[0] for name in locales} == {"root", "en", "fr"}


def test_everything_shipped_is_there(inner: Path) -> None:
    for folder in ("fonts", "icons", "samples", "sheets", "themes", "translations"):
        for file in (paths.resource_dir() / folder).rglob("*"):
            there = inner / "resources" / file.relative_to(paths.resource_dir())
            assert file.is_dir() or file.suffix == ".po" or there.read_bytes() == file.read_bytes(), there
    assert (inner / "data" / "seed.sqlite").read_bytes() == paths.default_catalogue().read_bytes()


def test_no_file_names_the_folder_where_it_was_built(built: Path, files: list[str]) -> None:
    place = str(ROOT).encode()
    assert [name for name in files if place in (built / name).read_bytes()] == []


def test_every_component_has_its_licence_with_it(inner: Path) -> None:
    listed = json.loads((inner / "licences" / "components.json").read_text(encoding="utf-8"))
    names = {one["name"] for one in listed}
    assert {
        "advisor",
        "Python",
        "Qt",
        "PySide6_Essentials",
        "shiboken6",
        "SQLCipher",
        "SQLite",
        "typst",
        "numpy",
        "Lucide",
    } <= names
    for one in listed:
        text = (inner / "licences" / one["text"]).read_text(encoding="utf-8")
        assert len(text) > 200, one
        assert one["version"], one
    assert "LESSER GENERAL PUBLIC LICENSE" in (inner / "licences" / "Qt.txt").read_text(encoding="utf-8")
    present = {file.name for file in (inner / "licences").iterdir()}
    assert present == {one["text"] for one in listed} | {"components.json", "components.cdx.json"}


def test_the_list_of_components_is_cyclonedx_and_names_the_same(inner: Path) -> None:
    bill = json.loads((inner / "licences" / "components.cdx.json").read_text(encoding="utf-8"))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["name"] == "advisor"
    listed = json.loads((inner / "licences" / "components.json").read_text(encoding="utf-8"))
    named = {one["name"]: one for one in bill["components"]}
    parts = {part["name"] for one in bill["components"] for part in one.get("components", ())}
    assert {one["name"] for one in listed} - {"advisor"} <= named.keys() | parts
    assert named["numpy"]["purl"].startswith("pkg:pypi/numpy@")
    assert len(named["typst"]["components"]) > 100, "the crates inside the typesetter"


def test_little_runs_before_the_program(built: Path) -> None:
    """All of it stands before the first paint: PyInstaller's own scripts may take longer than the window."""
    program = next(built.glob("advisor*"))
    scripts = [name for name, entry in CArchiveReader(str(program)).toc.items() if entry[-1] == "s"]
    ours = ["clean_environment"] if sys.platform.startswith("linux") else []
    assert scripts == ["pyiboot01_bootstrap", *ours, "pyi_rth_pkgutil", "__main__"]


@pytest.mark.skipif(os.name != "posix", reason="the rights of POSIX")
def test_only_the_program_runs(built: Path) -> None:
    assert os.access(built / "advisor", os.X_OK)
    for name in ("LICENSE.txt", "_internal/data/seed.sqlite", "_internal/resources/themes/window.qss"):
        assert not os.access(built / name, os.X_OK), name
