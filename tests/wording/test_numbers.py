"""Numbers are set without Babel; they are set as Babel sets them."""

import random
from decimal import ROUND_HALF_UP, Decimal

import pytest
from babel.numbers import format_decimal, get_currency_symbol

from advisor_app.domain.money import Money
from advisor_app.domain.text import LANGS, Lang
from advisor_app.wording import numbers

KINDS = (
    "0",
    "1",
    "-1",
    "0.5",
    "9.990",
    "999",
    "1000",
    "9262.50",
    "10950",
    "1234567.125",
    "-12345.6",
    "1E+3",
    "0.10",
    "1.000",
    "100",
)


def some(count: int) -> list[Decimal]:
    """Numbers of every size, the same each time."""
    chance = random.Random(7)  # noqa: S311 - no secret
    sizes = [10 ** chance.randint(0, 12) for _ in range(count)]
    return [Decimal(chance.randint(-size, size)).scaleb(-chance.randint(0, 4)) for size in sizes]


NUMBERS = [*(Decimal(each) for each in KINDS), *some(300)]


@pytest.mark.parametrize("lang", LANGS)
def test_a_number_has_all_of_its_digits(lang: Lang) -> None:
    assert [numbers.decimal(each, lang) for each in NUMBERS] == [
        format_decimal(each, locale=lang, decimal_quantization=False) for each in NUMBERS
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_an_amount_has_its_cents_or_none(lang: Lang) -> None:
    def by_babel(number: Decimal) -> str:
        rounded = number.quantize(Decimal("0.01"), ROUND_HALF_UP)
        return format_decimal(rounded, format="#,##0" if rounded == rounded.to_integral_value() else "#,##0.00", locale=lang)

    assert [numbers.amount(each, lang) for each in NUMBERS] == [by_babel(each) for each in NUMBERS]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("currency", ["EUR", "GBP", "USD", "CHF", "MAD"])
def test_a_currency_has_its_sign(lang: Lang, currency: str) -> None:
    assert get_currency_symbol(currency, locale=lang) in numbers.money(Money(Decimal(5), currency), lang)
