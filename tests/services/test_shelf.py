"""What an advisor keeps of the catalogue: in the file as on the desk."""

from pathlib import Path

from advisor_app.models.kept_file import KeptFile
from advisor_app.services.browse import Facet, Order, Query
from advisor_app.services.shelf import MOST_RECENT, MOST_SEARCHES, Chosen, Kept, SavedSearch, Shelf

ONE, TWO = Kept("one", "Master One", "North"), Kept("two", "Master Two")


def test_the_latest_looked_at_comes_first_and_once() -> None:
    shelf = Shelf().with_recent(ONE).with_recent(TWO).with_recent(ONE)
    assert shelf.recent == (ONE, TWO)


def test_recent_programmes_are_few() -> None:
    shelf = Shelf()
    for number in range(40):
        shelf = shelf.with_recent(Kept(str(number), ""))
    assert [one.id for one in shelf.recent] == [str(number) for number in range(39, 39 - MOST_RECENT, -1)]


def test_a_pin_is_turned_in_and_out_and_outlives_another_catalogue() -> None:
    shelf = Shelf().with_pin_turned(ONE).with_pin_turned(TWO).with_recent(ONE)
    assert shelf.pinned == (ONE, TWO)
    assert shelf.without("one").pinned == (ONE, TWO)
    assert shelf.without("one").recent == ()
    assert shelf.with_pin_turned(ONE).pinned == (TWO,)


def test_a_search_is_kept_once_and_comes_back_as_it_was() -> None:
    query = Query(text=" law ", selected={Facet.CAMPUS: frozenset({"lyon", "paris"})}, order=Order.PRICE, descending=True)
    search = SavedSearch.of(query)
    assert search.query == Query(text="law", selected=query.selected, order=Order.PRICE, descending=True)
    shelf = Shelf().with_search(search).with_search(SavedSearch(text="other")).with_search(search)
    assert [one.text for one in shelf.searches] == ["other", "law"]
    assert shelf.without_search(search).searches == (SavedSearch(text="other"),)
    assert SavedSearch.of(Query(order=Order.NAME)).empty


def test_searches_are_not_kept_without_end() -> None:
    shelf = Shelf()
    for number in range(60):
        shelf = shelf.with_search(SavedSearch(text=str(number)))
    assert len(shelf.searches) == MOST_SEARCHES
    assert shelf.searches[-1].text == "59"


def test_what_another_version_kept_is_left_out() -> None:
    search = SavedSearch(text="law", chosen=(Chosen("moon", ("full",)), Chosen("campus", ("lyon",))), order="tide")
    assert search.query == Query(text="law", selected={Facet.CAMPUS: frozenset({"lyon"})})


def test_the_shelf_is_the_same_after_a_new_start(tmp_path: Path) -> None:
    shelf = (
        Shelf().with_recent(ONE).with_pin_turned(TWO).with_search(SavedSearch(text="é «", chosen=(Chosen("campus", ("lyon",)),)))
    )
    KeptFile(tmp_path / "shelf.json", Shelf, Shelf()).save(shelf)
    assert KeptFile(tmp_path / "shelf.json", Shelf, Shelf()).load() == shelf
