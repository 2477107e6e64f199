"""Figures for other programs: exact, with their currency, without words."""

from datetime import date
from decimal import Decimal

import pytest

from advisor_app.domain.facts import Source
from advisor_app.domain.money import Interval, Money
from advisor_app.domain.quantities import LanguageName, Month, SchoolYear, Span
from advisor_app.domain.terms import Per
from advisor_app.domain.text import Listing, Text, Value, msg
from advisor_app.printing import data
from advisor_app.printing.data import Json


@pytest.mark.parametrize(
    ("value", "figures"),
    [
        (None, None),
        ("words", "words"),
        (4, 4),
        (Decimal("1E+2"), "100"),
        (Money(Decimal("9262.5"), "EUR"), {"amount": "9262.50", "currency": "EUR"}),
        (Money(Decimal(80), None), {"amount": "80.00", "currency": None}),
        (Span(minimum=Decimal(4), maximum=None), {"min": "4", "max": None, "unit": "month"}),
        (Month(9), "--09"),
        (Month(9, 2027), "2027-09"),
        (SchoolYear(2025), "2025/2026"),
        (LanguageName("fr"), "fr"),
        (date(2025, 11, 24), "2025-11-24"),
        (Per.YEAR, "year"),
        (Text(fr="un", en="one"), {"fr": "un", "en": "one"}),
        (Listing(("a", 1)), ["a", 1]),
        (
            msg("{price} {per}", price=Money(Decimal(1), "EUR"), per=Per.ONCE),
            {"price": {"amount": "1.00", "currency": "EUR"}, "per": "once"},
        ),
    ],
    ids=str,
)
def test_each_kind_of_value_has_its_figures(value: Value | None, figures: Json) -> None:
    assert data.figures(value) == figures


def test_a_range_has_both_bounds() -> None:
    assert data.interval(Interval(Decimal(0), Decimal(9750))) == {"min": "0.00", "max": "9750.00"}


def source(dated: date | None, *, day_known: bool = True) -> Source:
    return Source(id="s", title="t", publisher="p", lang="en", kind="page", dated=dated, day_known=day_known)


def test_a_date_says_no_more_than_the_page() -> None:
    assert data.day(source(date(2025, 11, 24))) == "2025-11-24"
    assert data.day(source(date(2020, 3, 1), day_known=False)) == "2020-03"
    assert data.day(source(None)) is None
    assert data.day(None) is None


def test_an_unknown_source_is_null_and_not_invented() -> None:
    assert data.origin("", "", {}) == {"id": None, "title": None, "date": None, "section": None}
