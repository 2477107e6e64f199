"""The real catalogue, read once from its source files."""

from pathlib import Path

import pytest

from advisor_app.domain.catalogue import Catalogue, Programme
from advisor_app.interchange.source_files import read_catalogue

SOURCES = Path(__file__).parents[2] / "data" / "catalogue"


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return read_catalogue(SOURCES)


@pytest.fixture(scope="session")
def heip(catalogue: Catalogue) -> Programme:
    return catalogue.programmes["heip-msc-international-relations"]


@pytest.fixture(scope="session")
def intelligence(catalogue: Catalogue) -> Programme:
    return catalogue.programmes["ileri-m2-strategic-intelligence"]


@pytest.fixture(scope="session")
def security(catalogue: Catalogue) -> Programme:
    return catalogue.programmes["ileri-m2-security-defence"]
