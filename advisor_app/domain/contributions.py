"""What the law has a student pay beside the school's prices, year by year. Reference data, each amount of its own school year."""

from dataclasses import dataclass

from advisor_app.domain.charges import StudyYear
from advisor_app.domain.money import Interval, Money
from advisor_app.domain.quantities import SchoolYear
from advisor_app.domain.reference import Contribution, Reference
from advisor_app.domain.terms import FormatKind
from advisor_app.domain.text import Listing, Message, msg


@dataclass(frozen=True, slots=True, kw_only=True)
class DueByLaw:
    """A contribution in one year of a route.

    ``amount`` is ``None`` where the table has none for that school year or the school year is not known; ``basis`` is then the
    latest row, as a guide. It lies between nothing and the whole where it depends on which contract is signed.
    """

    basis: Contribution
    year: int
    school_year: SchoolYear | None
    amount: Interval | None


def contributions_of(
    reference: Reference, country: str | None, years: tuple[StudyYear, ...], start: SchoolYear | None
) -> tuple[DueByLaw, ...]:
    """What the law of ``country`` asks in each of ``years``, the first of which is the school year ``start``."""
    named: dict[str, list[Contribution]] = {}
    for row in reference.contributions:
        if row.country == country:
            named.setdefault(row.id, []).append(row)
    return tuple(_in_year(rows, year, start) for rows in named.values() for year in years if _may_owe(rows[0], year.kind))


def _may_owe(row: Contribution, kind: FormatKind) -> bool:
    return kind.value not in row.not_owed_by


def _in_year(rows: list[Contribution], year: StudyYear, start: SchoolYear | None) -> DueByLaw:
    when = SchoolYear(start.start + year.number - 1) if start else None
    by_year = {SchoolYear.read(row.school_year): row for row in rows}
    row = by_year.get(when) if when else None
    amount = None if row is None else Interval.of(row.amount)
    if row is not None and (year.kind.value not in row.owed_by or not year.certain):
        amount = Interval.of(row.amount * 0, row.amount)
    return DueByLaw(basis=row or max(rows, key=lambda each: each.school_year), year=year.number, school_year=when, amount=amount)


def said(due: tuple[DueByLaw, ...]) -> Message:
    """One contribution over the years, in words: what is known of its amount, and for whom it is not."""
    basis = due[0].basis
    amounts = tuple(
        msg("{amount} for {year}", amount=Money(one.basis.amount, basis.currency), year=one.school_year)
        for one in due
        if one.amount is not None and one.school_year is not None
    )
    if not amounts:
        return msg("{contribution}: {amount}, each year, paid by the student", contribution=basis.name, amount=last_known(basis))
    known = Listing(amounts, "comma")
    if len(amounts) < len(due):
        return msg("{contribution}: {amounts}; not stated for the rest", contribution=basis.name, amounts=known)
    return msg("{contribution}: {amounts}", contribution=basis.name, amounts=known)


def last_known(basis: Contribution) -> Message:
    """The latest amount of the table, for years that it does not reach."""
    amount, year = Money(basis.amount, basis.currency), SchoolYear.read(basis.school_year) or basis.school_year
    return msg("{amount} in {year}, the last amount known", amount=amount, year=year)


def exempt(due: tuple[DueByLaw, ...]) -> Message | None:
    """Who does not pay it."""
    basis = due[0].basis
    return (
        msg("{contribution} is not paid by: {people}", contribution=basis.name, people=Listing(basis.exempt, "comma"))
        if basis.exempt
        else None
    )
