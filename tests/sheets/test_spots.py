"""Where words stand on the finished pages, as the typesetter itself says."""

from datetime import date

import pytest

from advisor_app.domain.columns import Column
from advisor_app.domain.student import Student
from advisor_app.domain.text import Lang
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.services.sheet import SheetKind, SheetRequest, gather
from advisor_app.sheets.order import Options
from advisor_app.sheets.proof import Proof, prove
from advisor_app.sheets.spots import Sought, Spot, find, spot_of
from tests.command import HEIP, INTELLIGENCE, SECURITY, SEED

PROGRAMMES = (INTELLIGENCE, HEIP, SECURITY)


def proof(kind: SheetKind, lang: Lang = "en") -> Proof:
    request = SheetRequest(kind=kind, student=Student(), columns=tuple(Column(programme=one) for one in PROGRAMMES))
    options = Options(lang=lang, printed_on=date(2026, 11, 22), occasion="Salon de Lyon, emploi garanti")
    return prove(gather(open_catalogue(SEED), request), options)


def spots(made: Proof) -> dict[tuple[str, str], Spot | None]:
    return {(claim.rule.id, claim.programme): spot_of(made.made, claim, PROGRAMMES) for claim in made.claims}


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_what_is_found_is_shown_in_the_column_of_its_programme(lang: Lang) -> None:
    found = spots(proof(SheetKind.COMPARISON, lang))
    assert None not in found.values()
    name, price = found["msc-name", HEIP], found["past-price", HEIP]
    first, last = found["partner", INTELLIGENCE], found["partner", SECURITY]
    assert name is not None
    assert price is not None
    assert first is not None
    assert last is not None
    assert first.left < 1 / 3 < name.left < 2 / 3 < last.left
    assert 1 / 3 < price.left < 2 / 3
    assert name.page == price.page == 0
    assert name.bottom < price.bottom, "the name is above the price"
    page = found["old-source", SECURITY]
    assert page
    assert page.page > 0, "pages are named at the end"


@pytest.mark.parametrize("kind", list(SheetKind))
def test_one_s_own_words_are_found_at_the_head(kind: SheetKind) -> None:
    made = proof(kind)
    (own,) = [claim for claim in made.claims if claim.own]
    spot = spot_of(made.made, own, PROGRAMMES)
    assert spot
    assert (spot.page, spot.bottom < 0.2) == (0, True)
    assert spot.right - spot.left < 0.2, "two words"


def test_a_sheet_of_one_programme_has_no_columns_to_look_in() -> None:
    found = spots(proof(SheetKind.PROGRAMME))
    assert found
    assert None not in found.values()


def test_words_that_no_page_has_are_nowhere() -> None:
    assert find(proof(SheetKind.COMPARISON).made, Sought(("words that nobody printed",))) is None
