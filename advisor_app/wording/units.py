"""Quantities with their units, as messages: lengths, ages, prices by period."""

from dataclasses import replace
from decimal import Decimal

from advisor_app.domain.money import Money
from advisor_app.domain.quantities import Span
from advisor_app.domain.text import Message, msg, msg_n

_UNITS: dict[str, Message] = {
    "month": msg_n("{number} month", "{number} months", 0),
    "year": msg_n("{number} year", "{number} years", 0),
    "week": msg_n("{number} week", "{number} weeks", 0),
    "day": msg_n("{number} day", "{number} days", 0),
    "hour": msg_n("{number} hour", "{number} hours", 0),
    "credit": msg_n("{number} ECTS credit", "{number} ECTS credits", 0),
    "day/week": msg_n("{number} day a week", "{number} days a week", 0),
}
YEARS_FROM = 24  # ages are said in months up to two years
MONTHS_IN_YEAR = 12


def per_year(value: Money) -> Message:
    """A price per year in as few letters as can be."""
    return msg("{amount}/yr", amount=value)


def span(value: Span) -> Message:
    """A quantity between two bounds, either of which may be open. Months that make whole years are said as years."""
    low, high, unit = value.minimum, value.maximum, value.unit
    if unit == "month" and all(bound is None or bound % MONTHS_IN_YEAR == 0 for bound in (low, high)):
        low, high, unit = _years(low), _years(high), "year"
    match low, high:
        case None, None:
            return msg("not stated")
        case Decimal(), None:
            return msg("at least {length}", length=quantity(low, unit))
        case None, Decimal():
            return msg("at most {length}", length=quantity(high, unit))
        case Decimal(), Decimal() if low == high:
            return quantity(high, unit)
        case _:
            return msg("{low} to {length}", low=low or Decimal(0), length=quantity(high or Decimal(0), unit))


def quantity(number: Decimal, unit: str) -> Message:
    """A number with its unit: ``6 months``. A unit that is not known is printed as the catalogue has it."""
    forms = _UNITS.get(unit)
    if forms is None:
        return msg("{number} {unit}", number=number, unit=unit)
    # catalogues of translations count in whole numbers; a fraction takes the plural, as English has it
    count = int(number) if number == int(number) else max(2, int(number))
    return replace(forms, params=(("count", count), ("number", number)), count=count)


def age(months: int) -> Message:
    """The age of a page as a length."""
    if months < 1:
        return msg("less than a month")
    if months < YEARS_FROM:
        return msg_n("{count} month", "{count} months", months)
    return msg_n("{count} year", "{count} years", months // MONTHS_IN_YEAR)


def age_old(months: int) -> Message:
    """The age of a page, said of the page."""
    if months < 1:
        return msg("less than a month old")
    if months < YEARS_FROM:
        return msg_n("{count} month old", "{count} months old", months)
    years, over = divmod(months, MONTHS_IN_YEAR)
    if over:
        return msg_n("over {count} year old", "over {count} years old", years)
    return msg_n("{count} year old", "{count} years old", years)


def age_short(months: int) -> Message:
    """The age of a page in as few letters as can be."""
    if months < 1:
        return msg("< 1 mo")
    if months < YEARS_FROM:
        return msg_n("{count} mo", "{count} mo", months)
    return msg_n("{count} yr", "{count} yr", months // MONTHS_IN_YEAR)


def _years(months: Decimal | None) -> Decimal | None:
    return None if months is None else months / MONTHS_IN_YEAR
