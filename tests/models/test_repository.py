from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal

import pytest

from advisor_app.domain.catalogue import Catalogue, FormatKind, Per
from advisor_app.domain.errors import UserProblem
from advisor_app.domain.facts import Severity
from advisor_app.domain.routes import routes_of
from advisor_app.domain.text import Text
from advisor_app.models.repository import CatalogueRepository
from tests.interchange.said import said


def test_everything_comes_back_as_it_went_in(repository: CatalogueRepository, made_up: Catalogue) -> None:
    assert repository.version == made_up.version
    assert repository.dated == made_up.dated
    assert repository.programmes(repository.programme_ids()) == tuple(made_up.programmes.values())
    assert repository.sources() == made_up.sources
    assert repository.source("fournil-2024") == made_up.sources["fournil-2024"]
    assert repository.institution("harbour") == made_up.institutions["harbour"]
    assert repository.reference() == made_up.reference
    assert repository.fields() == made_up.reference.fields
    assert repository.campus_ids() == ("distance", "lyon", "quay")
    assert repository.flag_counts() == {Severity.A: 1}
    repository.verify()


def test_routes_are_those_of_the_programmes(repository: CatalogueRepository, made_up: Catalogue) -> None:
    expected = [route for programme in made_up.programmes.values() for route in routes_of(programme)]
    assert list(repository.routes()) == expected
    assert [route.programme for route in repository.routes(["night-baking"])] == ["night-baking"]


def test_what_a_list_shows(repository: CatalogueRepository) -> None:
    marine, baking = repository.summaries()
    assert (marine.id, marine.name, marine.institution_name) == ("marine-data", "MSc Marine Data Science", "HU")
    assert marine.short_name == Text("Données marines", "Marine data")
    assert (marine.campuses, marine.entry_levels, marine.formats) == (("quay", "distance"), (3,), (FormatKind.INITIAL,))
    assert (marine.price, marine.price_currency, marine.price_per) == (Decimal("11200.00"), "GBP", Per.YEAR)
    assert (baking.price, baking.flag, baking.dated, baking.day_known) == (None, None, date(2024, 3, 1), False)


@pytest.mark.parametrize("unknown", ["marine-dta", "MARINE", "", "x" * 10_000, "'; DROP TABLE programme; --", "\0", "\udcff"])
def test_an_unknown_programme_is_named_with_the_nearest(repository: CatalogueRepository, unknown: str) -> None:
    with pytest.raises(UserProblem) as caught:
        repository.programme(unknown)
    line = said(caught.value.message)
    assert line.startswith(f"There is no programme “{unknown[:80]}”; did you mean “")
    assert repository.programme_ids()


def test_an_unknown_school(repository: CatalogueRepository) -> None:
    with pytest.raises(UserProblem, match="There is no school"):
        repository.institution("nowhere")


def test_several_threads_may_ask_at_once(repository: CatalogueRepository, made_up: Catalogue) -> None:
    asked = ["marine-data", "night-baking"] * 20
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(repository.programme, asked))
        searched = list(pool.map(repository.search, ["tide"] * 40))
    assert found == [made_up.programmes[each] for each in asked]
    assert set(searched) == {("marine-data",)}


def test_facets_count_programmes_not_rows(repository: CatalogueRepository) -> None:
    assert repository.facet_counts() == {
        "school": {"fournil": 1, "harbour": 1},
        "campus": {"distance": 1, "lyon": 1, "quay": 1},
        "entry": {"0": 1, "3": 1},
        "format": {"apprenticeship": 1, "initial": 1},
    }
    assert repository.facet_counts("tide") == {
        "school": {"harbour": 1},
        "campus": {"distance": 1, "quay": 1},
        "entry": {"3": 1},
        "format": {"initial": 1},
    }
    assert repository.facet_counts("🙂") == {"school": {}, "campus": {}, "entry": {}, "format": {}}
