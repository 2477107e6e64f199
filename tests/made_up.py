"""The made-up catalogue of tests/catalogues, built once: for whatever is asked of a real file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor_app.domain.catalogue import Catalogue
from advisor_app.interchange.source_files import read_catalogue
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.models.repository import CatalogueRepository
from advisor_app.services.build import build

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def made_up() -> Catalogue:
    return read_catalogue(ROOT / "tests" / "catalogues" / "made_up")


@pytest.fixture(scope="session")
def file(made_up: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue file that no test may change."""
    path = tmp_path_factory.mktemp("catalogue") / "made_up.sqlite"
    build(made_up, path)
    return path


@pytest.fixture
def repository(file: Path) -> Iterator[CatalogueRepository]:
    with open_catalogue(file) as opened:
        yield opened
