"""The ground every test stands on: no screen, no trace of the machine's own language, folders or time zone."""

import os
import time
from pathlib import Path

import pytest

pytest_plugins = ["tests.made_up"]

# Before Qt is imported anywhere. A journey that needs a real display starts its own process.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "1"
for _variable in ("QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME", "ADVISOR_LANG", "LC_ALL", "LC_MESSAGES"):
    os.environ.pop(_variable, None)
os.environ["LANG"] = "en_GB.UTF-8"
os.environ["TZ"] = "Europe/Paris"
if hasattr(time, "tzset"):
    time.tzset()


@pytest.fixture(autouse=True)
def own_data_dir(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of its own for each test, so that none sees the developer's settings or another test's."""
    folder = tmp_path_factory.mktemp("advisor-data")
    monkeypatch.setenv("ADVISOR_DATA_DIR", str(folder))
    return folder
