"""What is written out here for the sake of an early start is, to the letter, what Babel says."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal, get_currency_symbol
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.facets import LANGUAGES
from advisor_app.domain.quantities import Month
from advisor_app.domain.text import LANGS, Lang
from advisor_app.wording import dates, languages, numbers

EITHER = st.sampled_from(LANGS)
NUMBERS = st.decimals(min_value=-(10**12), max_value=10**12, places=4) | st.integers(-(10**9), 10**9).map(Decimal)
DATES = st.dates(min_value=date(1000, 1, 1))


@given(NUMBERS, EITHER)
def test_numbers(number: Decimal, lang: Lang) -> None:
    assert numbers.decimal(number, lang) == format_decimal(number, locale=lang, decimal_quantization=False)


@given(NUMBERS, EITHER)
def test_amounts(number: Decimal, lang: Lang) -> None:
    rounded = number.quantize(Decimal("0.01"), ROUND_HALF_UP)
    pattern = "#,##0" if rounded == rounded.to_integral_value() else "#,##0.00"
    assert numbers.amount(number, lang) == format_decimal(rounded, format=pattern, locale=lang)


@pytest.mark.parametrize("lang", LANGS)
def test_the_sign_of_the_euro(lang: Lang) -> None:
    assert get_currency_symbol("EUR", locale=lang) == "€"


@given(DATES, EITHER)
def test_dates(day: date, lang: Lang) -> None:
    assert dates.long(day, lang).replace("1er ", "1 ") == format_date(day, "d MMMM y", locale=lang)
    assert dates.long(day, lang, day_known=False) == format_date(day, "MMMM y", locale=lang)
    assert dates.short(day, lang).replace("1er ", "1 ") == format_date(day, "d MMM y", locale=lang)
    assert dates.short(day, lang, day_known=False) == format_date(day, "MMM y", locale=lang)
    assert dates.month(Month(day.month), lang) == format_date(day, "LLLL", locale=lang)
    assert dates.month(Month(day.month, day.year), lang) == format_date(day, "LLLL y", locale=lang)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", [*LANGUAGES.values(), "cs", "qqq"])
def test_languages(code: str, lang: Lang) -> None:
    assert languages.name(code, lang) == Locale(lang).languages.get(code, code)
