"""The window of the standalone folder, as a person without rights and home opens it from a stick that cannot be written."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from scripts.pictures import SIZES, display
from tests.e2e.test_assistive_technology import READER, SYSTEM_PYTHON, missing
from tests.packaging.elsewhere import NOBODY, Place, bare, placed, without_rights


@pytest.fixture(scope="module")
def read(built: Path) -> dict[str, Any]:
    """What a screen reader hears, from the first list to the sheet on the disk."""
    if why := missing():
        pytest.skip(why)
    with placed(built, NOBODY) as place, display(SIZES[0]) as shown:
        return heard(place, shown)


def heard(place: Place, shown: dict[str, str]) -> dict[str, Any]:
    runtime = place.desk / "runtime"
    runtime.mkdir(mode=0o700)
    if without_rights(NOBODY):
        os.chown(runtime, NOBODY, NOBODY)
    variables = {"PATH": "/usr/bin", "XDG_RUNTIME_DIR": str(runtime), **shown}  # dbus-run-session looks for its daemon
    variables |= {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "ADVISOR_LANG": "en"}
    sheet = place.desk / "sheet.pdf"
    reader = shutil.copy(READER, place.desk)  # where everybody can read it
    command: list[str | Path] = [
        *without_rights(NOBODY),
        "/usr/bin/dbus-run-session",
        "--",
        SYSTEM_PYTHON,
        reader,
        "--save",
        sheet,
        place.program,
    ]
    ran = subprocess.run(command, cwd=place.desk, env=bare(variables), capture_output=True, text=True, timeout=180, check=False)
    assert ran.stdout, ran.stderr
    said: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    assert "missing" not in said, f"{said}\n{ran.stderr}"
    return {**said, "sheet": sheet.read_bytes(), "left": sorted(file.name for file in place.desk.iterdir())}


def test_it_lists_searches_and_judges(read: dict[str, Any]) -> None:
    assert len(read["start"]) == 3
    assert any("Not yet" in row for row in read["judged"])
    assert len(read["added"]) == 2


def test_it_compares(read: dict[str, Any]) -> None:
    assert any(cell.startswith("Start, ") for cell in read["cells"])


def test_it_exports(read: dict[str, Any]) -> None:
    assert read["saved"] > 10_000
    assert read["sheet"].startswith(b"%PDF")


def test_it_leaves_nothing_about(read: dict[str, Any]) -> None:
    assert read["left"] == [READER.name, "runtime", "sheet.pdf"]
