"""The words that a sheet explains are those that stand on it."""

import pytest

from advisor_app.domain.definitions import DEFINITIONS, defined
from tests.domain.wording import said


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Entrée MSc 1, après Bac+3", ["Bac+3, +4, +5"]),
        ("Titre RNCP, niveau 7 · 120 ECTS", ["ECTS", "RNCP title"]),
        ("Le grade de master ; formation initiale", ["Grade de master", "Initial"]),
        ("Initialement, rien", []),
        ("ÉTUDES EN FRANCE", ["Études en France"]),
    ],
)
def test_a_word_is_found_however_it_is_written(text: str, terms: list[str]) -> None:
    assert [said(one.term) for one in defined([text])] == terms


def test_every_meaning_is_short_enough_for_a_sheet() -> None:
    assert all(len(said(one.meaning)) <= 110 for one in DEFINITIONS)
