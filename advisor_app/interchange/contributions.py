"""Contributions set by law, as ``reference/contributions.toml`` writes them: one table each, an amount for each school year."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from advisor_app.domain.quantities import SchoolYear
from advisor_app.domain.reference import Contribution
from advisor_app.domain.terms import FormatKind
from advisor_app.domain.text import Text, msg
from advisor_app.interchange.source_problems import Key
from advisor_app.interchange.structuring import Wrong, unknown_value


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenAmount:
    """What is owed in one school year."""

    school_year: str
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenContribution:
    """One contribution; the keys mean what they mean in ``Contribution``."""

    id: str
    name: Text
    country: str
    currency: str
    owed_by: tuple[str, ...]
    checked_on: date
    source: str
    amounts: tuple[WrittenAmount, ...]
    not_owed_by: tuple[str, ...] = ()
    exempt: tuple[Text, ...] = ()

    def rows(self) -> Iterator[Contribution]:
        """One row for each school year."""
        for each in self.amounts:
            yield Contribution(
                id=self.id,
                name=self.name,
                country=self.country,
                school_year=each.school_year,
                amount=each.amount,
                currency=self.currency,
                owed_by=self.owed_by,
                not_owed_by=self.not_owed_by,
                exempt=self.exempt,
                checked_on=self.checked_on,
                source=self.source,
            )


def contribution_problems(each: WrittenContribution, countries: Mapping[str, Text]) -> Iterator[tuple[Key, Wrong]]:
    """What does not fit the other tables or itself."""
    if countries and each.country not in countries:
        yield ("country",), unknown_value(each.country, countries)
    kinds = tuple(kind.value for kind in FormatKind)
    for key, named in (("owed_by", each.owed_by), ("not_owed_by", each.not_owed_by)):
        yield from (((key, place), unknown_value(kind, kinds)) for place, kind in enumerate(named) if kind not in kinds)
    if not each.amounts:
        yield ("amounts",), Wrong(msg("an amount with its school year is missing"))
    for place, one in enumerate(each.amounts):
        if SchoolYear.read(one.school_year) is None:
            what = msg("a school year such as 2025/2026 is expected, not “{words}”", words=one.school_year)
            yield ("amounts", place, "school_year"), Wrong(what)
        if one.amount < 0:
            what = msg("a number below 0 makes no sense here: {value}", value=str(one.amount))
            yield ("amounts", place, "amount"), Wrong(what)
