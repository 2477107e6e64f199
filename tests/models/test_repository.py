from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from advisor_app.domain.catalogue import Catalogue
from advisor_app.domain.errors import UserProblem
from advisor_app.domain.facts import Severity
from advisor_app.domain.routes import routes_of
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
    (marine, _), _ = repository.lists.lines((0, 1))
    assert (marine.id, marine.name, marine.school) == ("marine-data", "MSc Marine Data Science", "HU")
    assert [campus.id for campus in marine.campuses] == ["quay", "distance"]
    assert repository.lists.lines((1, 0))[1][0] == marine  # from memory, in the order asked for
    baking = repository.lists.card(1)
    assert baking.source is not None
    assert (baking.source.dated, baking.source.day_known) == (date(2024, 3, 1), False)


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
        searched = [len(each.texts) for each in pool.map(repository.lists.find, [("tide",)] * 40)]
    assert found == [made_up.programmes[each] for each in asked]
    assert set(searched) == {1}
