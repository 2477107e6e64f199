"""Dates are set without Babel; they are set as Babel sets them."""

from datetime import date

import pytest
from babel.dates import format_date

from advisor_app.domain.quantities import Month
from advisor_app.domain.text import LANGS, Lang
from advisor_app.wording import dates

DAYS = [date(2024 + number % 3, number, 1 + 2 * number) for number in range(1, 13)]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_date_is_as_babel_sets_it(lang: Lang, day: date) -> None:
    assert dates.long(day, lang) == format_date(day, "d MMMM y", locale=lang)
    assert dates.short(day, lang) == format_date(day, "d MMM y", locale=lang)
    assert dates.long(day, lang, day_known=False) == format_date(day, "MMMM y", locale=lang)
    assert dates.short(day, lang, day_known=False) == format_date(day, "MMM y", locale=lang)
    assert dates.month(Month(day.month), lang) == format_date(day, "LLLL", locale=lang)
    assert dates.month(Month(day.month, day.year), lang) == format_date(day, "LLLL y", locale=lang)


def test_the_first_of_a_month_is_an_ordinal_in_french_alone() -> None:
    assert dates.long(date(2026, 9, 1), "fr") == "1er septembre 2026"
    assert dates.short(date(2026, 9, 1), "fr") == "1er sept. 2026"
    assert dates.long(date(2026, 9, 1), "en") == "1 September 2026"
    assert dates.long(date(2026, 9, 11), "fr") == "11 septembre 2026"
