"""Numbers and amounts of money. Babel is imported on first use: the first window is painted before."""

from decimal import ROUND_HALF_UP, Decimal

from advisor_app.domain.money import Money
from advisor_app.domain.text import Lang
from advisor_app.wording.typography import NARROW, NO_BREAK

GROUPED_FROM = 10_000  # a whole number below it may be a year, which is never grouped


def whole(number: int, lang: Lang) -> str:
    """A count or a year."""
    return str(number) if abs(number) < GROUPED_FROM else decimal(Decimal(number), lang)


def decimal(number: Decimal, lang: Lang) -> str:
    """Every digit that is there, without trailing zeros; thousands are grouped."""
    if not number.is_finite():
        return str(number)
    from babel.numbers import format_decimal  # late: the first paint waits for none of it

    return format_decimal(number, locale=lang, decimal_quantization=False)


def amount(number: Decimal, lang: Lang) -> str:
    """A sum without its currency: the two decimals are printed together or not at all."""
    from babel.numbers import format_decimal  # late: the first paint waits for none of it

    rounded = number.quantize(Decimal("0.01"), ROUND_HALF_UP)
    pattern = "#,##0" if rounded == rounded.to_integral_value() else "#,##0.00"
    return format_decimal(rounded, format=pattern, locale=lang)


def money(value: Money, lang: Lang, *, euro_leads: bool = False) -> str:
    """``10,950 €`` and ``10 950 €``; the bare number where no currency is printed."""
    number = amount(value.amount, lang)
    if value.currency is None:
        return number
    from babel.numbers import get_currency_symbol  # late: the first paint waits for none of it

    sign = get_currency_symbol(value.currency, locale=lang)
    if lang == "fr":
        return f"{number}{NARROW}{sign}"
    leads = (euro_leads or value.currency != "EUR") and not sign[-1].isalpha()  # £9,250, but 10,950 € as the schools print it
    return f"{sign}{number}" if leads else f"{number}{NO_BREAK}{sign}"


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
