"""Tests of the standalone folder. Those that need one built run with ``--standalone FOLDER``, which ``make packaging`` gives."""

from pathlib import Path

import pytest

NEEDS_FOLDER = "test_standalone"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--standalone", type=Path, help="the standalone folder to use as an advisor does")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Without a folder there is nothing to try, and nothing to skip."""
    without = config.getoption("standalone", None) is None
    return True if without and collection_path.name.startswith(NEEDS_FOLDER) else None


@pytest.fixture(scope="session")
def built(request: pytest.FixtureRequest) -> Path:
    """The folder as it was built. Nothing is written into it."""
    folder = request.config.getoption("standalone")
    assert isinstance(folder, Path)
    return folder.absolute()
