"""The main job through AT-SPI, as a screen reader does it: the real program, an X display and a D-Bus session of its own."""

import json
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from scripts.pictures import SIZES, display

READER = Path(__file__).with_name("atspi_reader.py")
SYSTEM_PYTHON = "/usr/bin/python3"
_QUESTION = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"

pytestmark = [pytest.mark.xvfb, pytest.mark.slow]


@cache
def missing() -> str:
    """What this machine lacks for it; empty where it lacks nothing."""
    if not sys.platform.startswith("linux"):
        return "AT-SPI is Linux's"
    if lacking := [program for program in ("Xvfb", "dbus-run-session", SYSTEM_PYTHON) if shutil.which(program) is None]:
        return f"missing: {', '.join(lacking)} (Debian: xvfb dbus python3)"
    places = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
    asked = subprocess.run([SYSTEM_PYTHON, "-c", _QUESTION], capture_output=True, check=False)
    if asked.returncode or not any(Path(place).exists() for place in places):
        return "missing: AT-SPI and its bindings for the system's Python (Debian: at-spi2-core gir1.2-atspi-2.0 python3-gi)"
    return ""


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the screen reader heard."""
    if why := missing():
        pytest.skip(why)
    own = {"ADVISOR_LANG": "en", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_SCALE_FACTOR": "1"}
    own |= {name: str(tmp_path_factory.mktemp("own")) for name in ("ADVISOR_DATA_DIR", "XDG_RUNTIME_DIR", "HOME")}
    command = ["dbus-run-session", "--", SYSTEM_PYTHON, str(READER), sys.executable, "-m", "advisor_app"]
    with display(SIZES[0]) as shown:
        ran = subprocess.run(command, capture_output=True, env=os.environ | own | shown, timeout=120, check=False, text=True)
    heard: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])  # after what the daemons say
    assert "missing" not in heard, f"{heard}\n{ran.stderr}"
    return heard


def test_the_results_are_read_with_their_verdicts(read: dict[str, Any]) -> None:
    assert len(read["start"]) == 3
    assert any("Not yet" in row and "asks Bac+4, has Bac+3" in row for row in read["judged"])
    assert read["level"] == "Bac+3"


def test_facets_and_sections_are_reached_by_their_names(read: dict[str, Any]) -> None:
    assert len(read["narrowed"]) == 2
    assert all(", ILERI, Not yet" in row for row in read["narrowed"])
    (tuition,) = (line for line in read["costs"] if line.startswith("Tuition: "))
    assert "printed here for another programme" in tuition
    assert "“Tuition fees”, March 2020" in tuition, "where it comes from and how old that is"


def test_two_programmes_are_put_side_by_side_and_read_cell_by_cell(read: dict[str, Any]) -> None:
    first, second = read["added"]
    assert first.startswith("MSc Expert in International Relations & Cooperations, HEIP, ")
    assert second.startswith("Master 2 International Strategic Intelligence, ILERI, ")
    start = [cell for cell in read["cells"] if cell.startswith("Start, ")]
    assert len(start) == 2
    assert "September, Stated" in start[0]
    assert "Not stated" in start[1]
