"""What the first paint waits for, and what the first list of programmes waits for: nothing that is only needed after it."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from advisor_app import paths
from advisor_app.domain.text import LANGS

LATE = ("sqlalchemy", "sqlcipher3", "babel", "typst", "cattrs", "rapidfuzz", "numpy", "segno", "tomllib", "advisor_app.models")
LATE_STANDARD = ("json", "hashlib", "decimal")
LATE_QT = ("PySide6.QtNetwork", "PySide6.QtSvg", "PySide6.QtPrintSupport")
OURS = frozenset(
    f"advisor_app{name}"
    for name in (
        *("", ".cli", ".start", ".settings", ".files", ".paths", ".sparing"),
        *(".domain", ".domain.colour"),
        *(".ui", ".ui.main_window", ".ui.one_copy", ".ui.tokens"),
    )
)
"""All of the program that the first paint may wait for: each is small. Whoever adds one says here why it must be early."""

LATE_TOO = ("advisor_app.services", "advisor_app.sheets", "advisor_app.interchange", "advisor_app.domain.reference")

START = """
import sys
from pathlib import Path
from advisor_app import cli
status = cli.open_window(Path(sys.argv[1]), until_painted=True)
print(*sorted(sys.modules))
sys.exit(status)
"""

LATE_FOR_THE_LIST = (
    *("advisor_app.services.detailed", "advisor_app.domain.catalogue", "advisor_app.domain.check", "advisor_app.domain.reference"),
    *("advisor_app.ui.browse.detail_pane", "advisor_app.ui.browse.tabs", "PySide6.QtNetwork"),
    *("sqlalchemy", "cattrs", "attr", "alembic", "openpyxl", "typst", "rapidfuzz", "segno"),
    *("asyncio", "ssl", "socket", "email", "http", "importlib.metadata", "logging.handlers"),
    *("advisor_app.afterwards", "advisor_app.interchange", "advisor_app.sheets", "advisor_app.printing"),
    *("advisor_app.ui.palette", "advisor_app.ui.first_run", "advisor_app.ui.compare", "advisor_app.ui.eligibility"),
    *("PySide6.QtPrintSupport", "PySide6.QtPdf"),
)

LISTED = """
import gc, json, linecache, os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from advisor_app import cli, start

said = {"garbage": gc.get_threshold(), "modules": [], "seldom": None, "settled": None, "threads": None}

def settled():
    said["settled"] = (gc.get_threshold(), gc.get_freeze_count() > 0)
    said["threads"] = os.environ.get("OPENBLAS_NUM_THREADS")
    advisor.window.closing = lambda: True
    QTimer.singleShot(0, lambda: QCoreApplication.exit(0))

def look():
    global advisor
    from advisor_app.app import Advisor
    advisor = start.application().findChild(Advisor)
    if advisor is None:
        return
    if said["seldom"] is None:
        said["seldom"] = gc.get_threshold()
        advisor.shown.connect(settled)
        said["spared"] = os.environ.get("OPENBLAS_NUM_THREADS")
    if advisor.window.place and advisor.window.place.results.view.model().rowCount():
        said["modules"] = sorted(sys.modules)
        said["sources"] = sorted(linecache.cache)
        said["widgets"] = sorted(vars(sys.modules["PySide6.QtWidgets"]))
        timer.stop()

start.application()
timer = QTimer()
timer.timeout.connect(look)
timer.start(1)
status = cli.open_window(Path(sys.argv[1]))
print(json.dumps(said))
sys.exit(status)
"""


def of_a_start(script: str, catalogue: Path, folder: Path) -> str:
    """What a new process prints whose window is opened on a catalogue."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "ADVISOR_DATA_DIR": str(folder)}
    command = [sys.executable, "-c", script, str(catalogue)]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True, timeout=120).stdout


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """Every module there is in a new process whose window was just drawn."""
    folder = tmp_path_factory.mktemp("start")
    return frozenset(of_a_start(START, folder / "no-catalogue.sqlite", folder).split())  # drawn before the catalogue is looked for


@pytest.fixture(scope="module", params=LANGS)
def listed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a new process says of itself when its first list of programmes was there."""
    folder = tmp_path_factory.mktemp("listed")
    (folder / "settings.toml").write_text(f'language = "{request.param}"\n')
    said: dict[str, Any] = json.loads(of_a_start(LISTED, paths.default_catalogue(), folder))
    return said


def test_of_the_program_only_what_is_listed_comes_before_the_first_paint(imported: frozenset[str]) -> None:
    assert {name for name in imported if name.partition(".")[0] == "advisor_app"} <= OURS


@pytest.mark.parametrize("name", [*LATE, *LATE_STANDARD, *LATE_QT, *LATE_TOO])
def test_it_is_imported_after_the_first_paint(name: str, imported: frozenset[str]) -> None:
    assert "advisor_app.ui.main_window" in imported
    early = sorted(one for one in imported if one == name or one.startswith(f"{name}."))
    assert early == []


@pytest.mark.parametrize("name", LATE_FOR_THE_LIST)
def test_it_is_imported_after_the_first_list(name: str, listed: dict[str, Any]) -> None:
    assert "advisor_app.ui.browse.programmes_place" in listed["modules"]
    assert [one for one in listed["modules"] if one == name or one.startswith(f"{name}.")] == []


@pytest.mark.parametrize("name", ["QWizard", "QCalendarWidget", "QGraphicsView", "QCommonStyle"])
def test_pyside_has_not_looked_through_all_its_classes(name: str, listed: dict[str, Any]) -> None:
    """It does for the first widget or style of Qt's own making that Python meets; see ``components/viewport.py``."""
    assert "QListView" in listed["widgets"]
    assert name not in listed["widgets"]


def test_pyside_has_not_read_the_source_of_what_was_imported(listed: dict[str, Any]) -> None:
    assert [file for file in listed["sources"] if file.endswith(("frame.py", "programmes_place.py")) or "numpy" in file] == []


def test_garbage_is_let_be_until_the_first_list_is_there(listed: dict[str, Any]) -> None:
    assert listed["seldom"][0] > 100 * listed["garbage"][0]
    assert listed["settled"] == [listed["garbage"], True]


def test_numpy_starts_no_threads_and_what_is_opened_is_not_told_so(listed: dict[str, Any]) -> None:
    assert listed["spared"] == "1"
    assert listed["threads"] is None


def test_what_is_read_ahead_is_read_beside_the_frame_without_either_waiting_for_the_other() -> None:
    """Two threads that import a package from its two ends, its ``__init__`` and a module of it, may each wait for the other."""
    script = "import sys; import advisor_app.opening; print(*sorted(sys.modules))"
    names = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True, timeout=60).stdout.split()
    packages = [Path(*name.split("."), "__init__.py") for name in names if name.startswith("advisor_app")]
    heads = [file for file in packages if file.is_file()]
    assert Path("advisor_app/services/__init__.py") in heads
    assert [
        file for file in heads if any(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.parse(file.read_text()).body)
    ] == []


def test_garbage_is_looked_for_where_no_catalogue_can_be_opened(tmp_path: Path) -> None:
    said = json.loads(of_a_start(LISTED, tmp_path / "no-catalogue.sqlite", tmp_path))
    assert said["modules"] == []
    assert said["settled"] == [said["garbage"], True]
