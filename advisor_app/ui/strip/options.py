"""What can be picked in each field. Fields of study, countries and the like come from outside; the rest is always the same."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType

from advisor_app.domain.money import Money
from advisor_app.domain.quantities import LanguageName, Month
from advisor_app.domain.student import Residence, Standing
from advisor_app.domain.text import Value, msg, msg_n
from advisor_app.ui.strip.fields import CEFR, FieldKey, Title
from advisor_app.ui.words import Words

SHORTLIST = 9
"""As many options have a digit of their own."""


@dataclass(frozen=True, slots=True)
class Option:
    """``label`` stands in the list, ``short`` on the chip; ``children`` are picked in a second step.

    What has children gives no value itself, unless it ``counts``: then its value is given at once, and leaving the second step
    out keeps it. ``key`` is the field that the value is for, where that is not the picker's own. ``gloss`` stands after the
    label and is searched too, ``details`` below it. ``zero`` is picked by the digit 0.
    """

    value: object
    label: Value
    short: Value | None = None
    children: "tuple[Option, ...]" = ()
    counts: bool = False
    key: FieldKey | None = None
    gloss: Value | None = None
    details: tuple[Value, ...] = ()
    zero: bool = False

    @property
    def on_chip(self) -> Value:
        return self.label if self.short is None else self.short


@dataclass(frozen=True, slots=True)
class Options:
    """The options of every field, the likeliest first."""

    of: Mapping[FieldKey, tuple[Option, ...]]

    def __getitem__(self, key: FieldKey) -> tuple[Option, ...]:
        return self.of.get(key, ())


def _levels(key: FieldKey | None = None, then: "tuple[Option, ...]" = ()) -> Iterable[Option]:
    for level in (*range(1, 9), 0):  # so that the digit that picks Bac+3 is 3
        said = msg("Bac+{level}", level=level) if level else msg("Bac")
        yield Option(level, said, key=key, children=then, counts=bool(then), zero=not level)


def in_progress(today: date) -> Option:
    """The way to say that the diploma is not there yet, in pickers that ask for the diploma."""
    return Option(None, msg("In progress…"), children=tuple(_standings(today)))


def _standings(today: date) -> Iterable[Option]:
    """Held, or in progress until the end of one of the months in which years of study end, or nobody knows when."""
    key: FieldKey = "qualification.status"
    yield Option(Standing.HELD, msg("Held"), key=key)
    months = [(year, month) for year in range(today.year, today.year + 3) for month in (1, 6, 7, 9)]
    for year, month in [one for one in months if one >= (today.year, today.month)][:7]:
        yield Option(_last_day(year, month), msg("In progress, until {month}", month=Month(month, year)), key=key)
    yield Option(Standing.IN_PROGRESS, msg("In progress, date not known"), msg("In progress"), key=key)


def _last_day(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _credits(key: FieldKey | None = None) -> Iterable[Option]:
    for amount in (60, 120, 180, 240, 300):
        yield Option(Decimal(amount), msg("{credits} ECTS", credits=amount), key=key)


def by_hand() -> Option:
    """A diploma that no table has: its level, then its credits."""
    levels = _levels("qualification.level", tuple(_credits("qualification.credits")))
    return Option(None, msg("Describe it by hand: level, then credits"), children=tuple(levels))


def _residences() -> Iterable[Option]:
    """Years in France are asked of those who come from outside the EU."""
    for one in Residence:
        other = one is Residence.OTHER
        yield Option(one, one, children=tuple(_years_in_france()) if other else (), counts=other)


def _years_in_france() -> Iterable[Option]:
    for years in (*range(1, 9), 0):
        said = msg_n("{count} year in France", "{count} years in France", years) if years else msg("Under a year in France")
        yield Option(years, said, key="person.years_in_france", zero=not years)


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
    """What can be picked before a catalogue is open.

    Not a country: among few, the first letter of one that is still to come would pick another.
    """
    return Options(
        MappingProxyType(
            {
                "qualification.level": (*_levels(), in_progress(today)),
                "qualification.status": tuple(_standings(today)),
                "qualification.credits": tuple(_credits()),
                "languages": tuple(_languages()),
                "wishes.format": (Option("initial", msg("Initial")), Option("alternance", msg("Alternance"))),
                "wishes.start": tuple(_starts(today)),
                "wishes.budget_per_year": tuple(_budgets()),
                "person.residence": tuple(_residences()),
                "person.years_in_france": tuple(_years_in_france()),
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
    if key == "qualification.status" and isinstance(value, date):
        return words.tr("In progress · {month}", month=Month(value.month, value.year))
    if key == "wishes.start":
        return sentence(words.render(_month(str(value))))
    return _label(key, value, options, words)


def brief_text(key: FieldKey, value: object, text: str, words: Words) -> str:
    """What a chip says where there is little room, its icon and its tooltip the rest; ``text`` where nothing can be left out."""
    if key == "person.age":
        return str(value)
    if key == "person.years_in_france":
        return words.tr_n("{count} year", "{count} years", int(str(value)))
    if key == "qualification.status":
        return words.tr("In progress")
    return text


def spoken_text(key: FieldKey, value: object, options: Options, words: Words) -> str:
    """The value as it is read out, where the chip's text is too short to be heard."""
    if key == "languages" and isinstance(value, tuple):
        return ", ".join(f"{words.render(LanguageName(code))} {level}".strip() for code, level in value)
    return chip_text(key, value, options, words)


def title_of(qualification_title: str | None, options: Options) -> Option | None:
    """The row of the qualification table that is on the desk, once the tables are read."""
    if qualification_title is None:
        return None
    return next((one for one in options["qualification.title"] if _is_title(one.value, qualification_title)), None)


def _is_title(value: object, row: str) -> bool:
    return isinstance(value, Title) and value.id == row


def level_text(title: Title, words: Words) -> str:
    """The level that a title stands for, on the chip of the level: official, or near enough."""
    if title.low is None:
        return ""
    low = words.tr("Bac+{level}", level=title.low) if title.low else words.tr("Bac")
    if title.high not in (None, title.low):
        return words.tr("≈ {low} to +{high}", low=low, high=title.high)
    return low if title.official else words.tr("≈ {level}", level=low)


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
    if key == "person.years_in_france":
        return words.tr_n("{count} year in France", "{count} years in France", int(str(value)))
    if key == "qualification.level":
        return words.tr("Bac+{level}", level=int(str(value)))
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in value)
    return str(value)


def _month(written: str) -> Value:
    year, _, month = written.partition("-")
    return Month(int(month), int(year)) if year.isdigit() and month.isdigit() else written
