"""What the first paint waits for: nothing that is only needed after it."""

import os
import subprocess
import sys

import pytest

LATE = ("sqlalchemy", "sqlcipher3", "babel", "typst", "cattrs", "rapidfuzz", "numpy", "segno", "tomllib", "advisor_app.models")
LATE_STANDARD = ("json", "hashlib", "decimal")
LATE_QT = ("PySide6.QtNetwork", "PySide6.QtSvg", "PySide6.QtPrintSupport")
OURS = frozenset(
    f"advisor_app{name}"
    for name in (
        *("", ".cli", ".start", ".settings", ".files", ".paths"),
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


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """Every module there is in a new process whose window was just drawn."""
    folder = tmp_path_factory.mktemp("start")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "ADVISOR_DATA_DIR": str(folder)}
    missing = folder / "no-catalogue.sqlite"  # drawn before the catalogue is looked for
    done = subprocess.run([sys.executable, "-c", START, str(missing)], env=environment, check=True, capture_output=True, text=True)
    return frozenset(done.stdout.split())


def test_of_the_program_only_what_is_listed_comes_before_the_first_paint(imported: frozenset[str]) -> None:
    assert {name for name in imported if name.partition(".")[0] == "advisor_app"} <= OURS


@pytest.mark.parametrize("name", [*LATE, *LATE_STANDARD, *LATE_QT, *LATE_TOO])
def test_it_is_imported_after_the_first_paint(name: str, imported: frozenset[str]) -> None:
    assert "advisor_app.ui.main_window" in imported
    early = sorted(one for one in imported if one == name or one.startswith(f"{name}."))
    assert early == []
