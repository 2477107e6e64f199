"""Numbers and amounts of money.

Set without Babel, but for the signs of other currencies: a list of programmes is full of figures, and Babel's tables take longer
to read than the list. A test holds them against Babel's.
"""

from decimal import ROUND_HALF_UP, Decimal

from advisor_app.domain.money import Money
from advisor_app.domain.text import Lang
from advisor_app.wording.typography import NARROW, NO_BREAK

_FRENCH = str.maketrans({",": NARROW, ".": ","})
GROUPED_FROM = 10_000  # a whole number below it may be a year, which is never grouped


def whole(number: int, lang: Lang) -> str:
    """A count or a year."""
    return str(number) if abs(number) < GROUPED_FROM else decimal(Decimal(number), lang)


def decimal(number: Decimal, lang: Lang) -> str:
    """Every digit that is there, without trailing zeros; thousands are grouped."""
    if not number.is_finite():
        return str(number)
    said = f"{number:,f}"
    return _separated(said.rstrip("0").rstrip(".") if "." in said else said, lang)


def amount(number: Decimal, lang: Lang) -> str:
    """A sum without its currency: the two decimals are printed together or not at all."""
    rounded = number.quantize(Decimal("0.01"), ROUND_HALF_UP)
    said = f"{rounded:,.0f}" if rounded == rounded.to_integral_value() else f"{rounded:,.2f}"
    return _separated(said, lang)


def _separated(english: str, lang: Lang) -> str:
    return english if lang == "en" else english.translate(_FRENCH)


def money(value: Money, lang: Lang) -> str:
    """``10,950 €`` and ``10 950 €``; the bare number where no currency is printed."""
    number = amount(value.amount, lang)
    if value.currency is None:
        return number
    sign = _sign(value.currency, lang)
    if lang == "fr":
        return f"{number}{NARROW}{sign}"
    leads = value.currency != "EUR" and not sign[-1].isalpha()  # £9,250, but 10,950 € as the schools print it
    return f"{sign}{number}" if leads else f"{number}{NO_BREAK}{sign}"


def _sign(currency: str, lang: Lang) -> str:
    if currency == "EUR":
        return "€"
    from babel.numbers import get_currency_symbol  # late: not before the first paint

    return get_currency_symbol(currency, locale=lang)


def percent(number: Decimal, lang: Lang) -> str:
    """A rate given in hundredths: ``5%`` and ``5 %``."""
    return decimal(number, lang) + (f"{NARROW}%" if lang == "fr" else "%")


def ordinal(number: int, lang: Lang, *, feminine: bool = False) -> str:
    """``1st``, ``2nd``, ``11th`` and so on; ``1er`` or ``1re``, ``2e`` in French."""
    if lang == "fr":
        first = "re" if feminine else "er"
        return f"{number}{first if number == 1 else 'e'}"
    teens = 10 <= number % 100 < 20
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
