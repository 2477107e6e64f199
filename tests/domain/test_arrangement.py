"""What an advisor makes of a comparison's table."""

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.arrangement import Arrangement, in_order

ROWS = ("award", "length", "start", "price")


def test_a_row_moves_among_its_own() -> None:
    moved = Arrangement().moved(ROWS, "start", -1)
    assert in_order(ROWS, moved.order) == ("award", "start", "length", "price")
    assert in_order(ROWS, moved.moved(("award", "start", "length", "price"), "award", 9).order) == (
        "start",
        "length",
        "price",
        "award",
    )
    assert Arrangement().moved(ROWS, "award", -1) == Arrangement()
    assert Arrangement().moved(ROWS, "unknown", 1) == Arrangement()


def test_rows_that_were_not_moved_keep_their_places() -> None:
    assert in_order(ROWS, ("price", "length")) == ("award", "price", "start", "length")


@given(st.permutations(ROWS), st.lists(st.sampled_from((*ROWS, "gone")), unique=True))
def test_no_order_loses_a_row(rows: list[str], order: list[str]) -> None:
    found = in_order(rows, order)
    assert sorted(found) == sorted(rows)
    assert [one for one in found if one in order] == [one for one in order if one in rows]


def test_a_note_is_changed_in_place_and_goes_when_it_is_empty() -> None:
    noted = Arrangement().with_note("price", " ask for 2027 ").with_note("start", "September?")
    assert noted.note_on("price") == "ask for 2027"
    again = noted.with_note("price", "asked")
    assert [note.row for note in again.notes] == ["price", "start"]
    assert again.with_note("price", " ").notes == noted.notes[1:]
    assert again.note_on("length") == ""


def test_hidden_and_asked_rows() -> None:
    one = Arrangement().with_hidden("price", hidden=True).with_asked("start", asked=True)
    assert (one.hidden, one.asked) == (("price",), ("start",))
    assert one.with_hidden("price", hidden=True) == one
    assert one.with_hidden("price", hidden=False).with_asked("start", asked=False) == Arrangement()
