"""Comparisons that are kept under a name."""

from datetime import date
from pathlib import Path

import pytest

from advisor_app.domain.arrangement import Arrangement, Note
from advisor_app.domain.columns import Column
from advisor_app.domain.errors import EnvironmentProblem
from advisor_app.domain.route import Route
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.models.kept_file import KeptFile
from advisor_app.paths import default_catalogue
from advisor_app.services.comparisons import ComparisonShelf, NamedComparison, NamedComparisons, clean_name, known

DAY = date(2026, 11, 22)
ONE, TWO = Column(programme="a"), Column(programme="b", route=Route(programme="b", entry="y1", format="initial", campus="paris"))
ARRANGED = Arrangement(pinned=1, hidden=("length",), order=("start", "award"), asked=("price",), notes=(Note("award", "ask"),))


def shelf(folder: Path) -> ComparisonShelf:
    return ComparisonShelf(KeptFile(folder / "comparisons.json", NamedComparisons, NamedComparisons()), lambda: DAY)


def names(one: ComparisonShelf) -> list[str]:
    return [named.name for named in one.named]


def test_what_is_kept_is_there_the_next_time(tmp_path: Path) -> None:
    shelf(tmp_path).keep("  Fair in\nLyon ", (ONE, TWO), ARRANGED, notes=True)
    found = shelf(tmp_path).opened("fair in lyon")
    assert found is not None
    assert (found.name, found.columns, found.used) == ("Fair in Lyon", (ONE, TWO), DAY)
    assert found.arrangement.notes == ARRANGED.notes
    assert (found.arrangement.name, found.arrangement.asked) == ("Fair in Lyon", ())


def test_notes_are_kept_only_where_that_is_wanted(tmp_path: Path) -> None:
    shelf(tmp_path).keep("Lyon", (ONE, TWO), ARRANGED, notes=False)
    assert "ask" not in (tmp_path / "comparisons.json").read_text(encoding="utf-8")


def test_the_same_name_is_kept_once_and_the_last_used_comes_first(tmp_path: Path) -> None:
    one = shelf(tmp_path)
    for name in ("Lyon", "Paris", "LYON"):
        one.keep(name, (ONE, TWO), Arrangement(), notes=False)
    assert names(one) == ["LYON", "Paris"]
    one.opened("Paris")
    assert names(one) == ["Paris", "LYON"]


def test_renaming_never_overwrites_another(tmp_path: Path) -> None:
    one = shelf(tmp_path)
    for name in ("Lyon", "Paris"):
        one.keep(name, (ONE, TWO), Arrangement(), notes=False)
    assert one.rename("Paris", "lyon") == "lyon (2)"
    assert one.rename("Lyon", "LYON") == "LYON"
    assert one.rename("LYON", "  ") == "LYON"
    assert one.rename("nowhere", "x") == "nowhere"
    assert names(one) == ["lyon (2)", "LYON"]
    found = one.opened("lyon (2)")
    assert found is not None
    assert found.arrangement.name == "lyon (2)"


def test_a_copy_is_varied_and_what_was_deleted_comes_back(tmp_path: Path) -> None:
    one = shelf(tmp_path)
    one.keep("Lyon", (ONE, TWO), ARRANGED, notes=True)
    copy = one.duplicate("Lyon")
    assert copy is not None
    assert (copy.name, copy.columns, copy.arrangement.notes) == ("Lyon (2)", (ONE, TWO), ARRANGED.notes)
    gone = one.delete("Lyon")
    assert names(one) == ["Lyon (2)"]
    assert gone is not None
    one.put_back(gone)
    assert names(one) == ["Lyon", "Lyon (2)"]
    assert one.delete("nowhere") is None
    assert one.duplicate("nowhere") is None


def test_a_change_that_cannot_be_kept_is_not_made(tmp_path: Path) -> None:
    one = shelf(tmp_path / "a file")
    (tmp_path / "a file").write_text("in the way", encoding="utf-8")
    with pytest.raises(EnvironmentProblem):
        one.keep("Lyon", (ONE, TWO), Arrangement(), notes=False)
    assert names(one) == []


def test_names_are_one_line_and_not_endless() -> None:
    assert clean_name("a\tb\u0000  c ") == "a b c"
    assert len(clean_name("x" * 500)) == 60
    full = NamedComparisons(named=(NamedComparison(name="x" * 60, columns=(), used=DAY),))
    assert full.free_name("x" * 60) == "x" * 55 + " (2)"


def test_what_another_catalogue_no_longer_holds_is_left_out() -> None:
    with open_catalogue(default_catalogue()) as catalogue:
        there = Column(programme=catalogue.programme_ids()[0])
        kept = NamedComparison(name="x", columns=(ONE, there, TWO), arrangement=Arrangement(pinned=2), used=DAY)
        columns, arrangement = known(catalogue, kept)
    assert columns == (there,)
    assert arrangement.pinned == 1
