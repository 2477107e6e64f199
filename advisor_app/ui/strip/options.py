"""What can be picked in each field. Fields of study, countries and the like come from outside; the rest is always the same."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from advisor_app.domain.money import Money
from advisor_app.domain.quantities import LanguageName, Month
from advisor_app.domain.student import Residence
from advisor_app.domain.text import Value, msg
from advisor_app.ui.strip.fields import CEFR, FieldKey
from advisor_app.ui.words import Words

SHORTLIST = 9
"""As many options have a digit of their own."""


@dataclass(frozen=True, slots=True)
class Option:
    """``label`` stands in the list, ``short`` on the chip; ``children`` are picked in a second step, then this one has no value."""

    value: object
    label: Value
    short: Value | None = None
    children: "tuple[Option, ...]" = ()

    @property
    def on_chip(self) -> Value:
        return self.label if self.short is None else self.short


@dataclass(frozen=True, slots=True)
class Options:
    """The options of every field, the likeliest first."""

    of: Mapping[FieldKey, tuple[Option, ...]]

    def __getitem__(self, key: FieldKey) -> tuple[Option, ...]:
        return self.of.get(key, ())


def _levels() -> Iterable[Option]:
    for level in (*range(1, 9), 0):  # so that the digit that picks Bac+3 is 3
        yield Option(level, msg("Bac+{level}", level=level) if level else msg("Bac"))


def _credits() -> Iterable[Option]:
    for amount in (60, 120, 180, 240, 300):
        yield Option(Decimal(amount), msg("{credits} ECTS", credits=amount))


def _languages() -> Iterable[Option]:
    for code in ("fr", "en", "es", "de", "it", "pt", "ar", "zh", "ru"):
        levels = (Option((code, level), level) for level in reversed(CEFR))
        yield Option(code, LanguageName(code), children=tuple(levels))


def _budgets() -> Iterable[Option]:
    for amount in (5_000, 7_000, 9_000, 10_000, 12_000, 15_000):
        yield Option(Decimal(amount), msg("{amount}/yr", amount=Money(Decimal(amount), "EUR")))


def _starts(today: date) -> Iterable[Option]:
    """The next two springs and autumns."""
    months = [(year, month) for year in range(today.year, today.year + 4) for month in (1, 9)]
    for year, month in [one for one in months if one > (today.year, today.month)][:4]:
        yield Option(f"{year}-{month:02}", Month(month, year))


def fixed_options(today: date) -> Options:
    """What can be picked before a catalogue is open."""
    return Options(
        MappingProxyType(
            {
                "qualification.level": tuple(_levels()),
                "qualification.country": (Option("FR", msg("France")),),
                "qualification.credits": tuple(_credits()),
                "languages": tuple(_languages()),
                "wishes.format": (Option("initial", msg("Initial")), Option("alternance", msg("Alternance"))),
                "wishes.start": tuple(_starts(today)),
                "wishes.budget_per_year": tuple(_budgets()),
                "person.residence": tuple(Option(one, one) for one in Residence),
                "person.age": tuple(Option(age, msg("{age} years old", age=age)) for age in range(18, 27)),
            }
        )
    )


def merged(options: Options, more: Mapping[FieldKey, tuple[Option, ...]]) -> Options:
    """``options`` with those of some fields replaced."""
    return replace(options, of=MappingProxyType({**options.of, **more}))


def sentence(said: str) -> str:
    """With a capital, as everything that stands alone: a field of study, a month in French."""
    return said[:1].upper() + said[1:]


def chip_text(key: FieldKey, value: object, options: Options, words: Words) -> str:
    """What the chip says of a value, also of one that is not among the options."""
    if key == "languages":
        spoken: Iterable[tuple[str, str]] = value if isinstance(value, tuple) else ()
        return " · ".join(f"{code.upper()} {level}".strip() for code, level in spoken)
    if key == "qualification.fields" and isinstance(value, tuple):
        first = _label(key, value[:1], options, words)
        return first if len(value) == 1 else words.tr("{first} +{more}", first=first, more=len(value) - 1)
    if key == "wishes.start":
        return sentence(words.render(_month(str(value))))
    return _label(key, value, options, words)


def spoken_text(key: FieldKey, value: object, options: Options, words: Words) -> str:
    """The value as it is read out, where the chip's text is too short to be heard."""
    if key == "languages" and isinstance(value, tuple):
        return ", ".join(f"{words.render(LanguageName(code))} {level}".strip() for code, level in value)
    return chip_text(key, value, options, words)


def _label(key: FieldKey, value: object, options: Options, words: Words) -> str:
    for option in options[key]:
        if option.value == value:
            return sentence(words.render(option.on_chip))
    return number_text(key, value, words)


def number_text(key: FieldKey, value: object, words: Words) -> str:
    """A typed number with its unit; anything else as it stands."""
    if key == "qualification.credits":
        return words.tr("{credits} ECTS", credits=Decimal(str(value)))
    if key == "wishes.budget_per_year":
        return words.tr("{amount}/yr", amount=Money(Decimal(str(value)), "EUR"))
    if key == "person.age":
        return words.tr("{age} years old", age=int(str(value)))
    if key == "qualification.level":
        return words.tr("Bac+{level}", level=int(str(value)))
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in value)
    return str(value)


def _month(written: str) -> Value:
    year, _, month = written.partition("-")
    return Month(int(month), int(year)) if year.isdigit() and month.isdigit() else written
