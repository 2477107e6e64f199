"""Of every programme the values that it has of every facet (:mod:`.facets`), and the figures that programmes are also sorted by."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from math import ceil
from typing import Final

from advisor_app.domain.catalogue import Charge, Programme
from advisor_app.domain.facets import BANDS, LANGUAGES, MASTER_GRADE, NOT_STATED, OTHER, Facet
from advisor_app.domain.facts import Fact, Status
from advisor_app.domain.folding import folded
from advisor_app.domain.quantities import Span
from advisor_app.domain.reference import Reference
from advisor_app.domain.routes import confers_master_grade
from advisor_app.domain.student import ALTERNANCE, BUDGET_CURRENCY, INITIAL
from advisor_app.domain.terms import ChargeKind, Per

_MONTHS: Final = {"year": Decimal(12), "month": Decimal(1), "week": Decimal(12) / 52, "day": Decimal(12) / 365}


def values_of(programme: Programme, reference: Reference) -> dict[Facet, tuple[str, ...]]:
    """The values of every facet but the verdict, each once."""
    return {facet: tuple(dict.fromkeys(read(programme, reference))) or (NOT_STATED,) for facet, read in _READERS.items()}


# --- figures that programmes are also sorted by


def yearly_tuition(programme: Programme) -> tuple[Decimal, ...]:
    """What a year costs in euros, where the page tells it of the programme itself; a price without a period is one of a year."""
    return tuple(sorted({amount for charge in _tuitions(programme) if (amount := _a_year(charge, programme)) is not None}))


def months_to_award(programme: Programme) -> tuple[Decimal, ...]:
    """The length from every entry point whose length is stated, shortest first."""
    return tuple(sorted({length for entry in programme.entry_points if (length := _months(entry.duration)) is not None}))


def _tuitions(programme: Programme) -> Iterator[Charge]:
    for charge in programme.charges:
        if charge.kind is ChargeKind.TUITION and charge.amount is not None and charge.status is not Status.OTHER_PROGRAMME:
            yield charge


def _a_year(charge: Charge, programme: Programme) -> Decimal | None:
    if charge.amount is None or charge.currency != BUDGET_CURRENCY:
        return None
    if charge.per is Per.PROGRAMME:
        lengths = months_to_award(programme)
        return charge.amount / max(1, ceil(lengths[-1] / 12)) if lengths else None
    times = {Per.YEAR: 1, Per.NOT_STATED: 1, Per.SEMESTER: 2}.get(charge.per)
    return None if times is None else charge.amount * times


def _months(duration: Fact[Span]) -> Decimal | None:
    span = duration.value
    longest = None if span is None else span.maximum if span.maximum is not None else span.minimum
    if span is None or longest is None or span.unit not in _MONTHS:
        return None
    return (longest * _MONTHS[span.unit]).quantize(Decimal("0.1"))


# --- values


def _entries(programme: Programme, _: Reference) -> Iterator[str]:
    return (str(entry.after) for entry in programme.entry_points)


def _formats(programme: Programme, _: Reference) -> Iterator[str]:
    """Under the two words that students use."""
    return (ALTERNANCE if format_.kind.has_contract else INITIAL for format_ in programme.formats)


def _awards(programme: Programme, _: Reference) -> Iterator[str]:
    for award in programme.awards:
        yield award.kind.value
        if confers_master_grade(award):
            yield MASTER_GRADE


def _durations(programme: Programme, _: Reference) -> Iterator[str]:
    lengths = [_months(entry.duration) for entry in programme.entry_points]
    return (NOT_STATED if months is None else str(max(1, ceil(months / 12))) for months in lengths)


def _intakes(programme: Programme, _: Reference) -> Iterator[str]:
    return (str(intake.month) for intake in programme.calendar.intakes)


def _fields(programme: Programme, reference: Reference) -> Iterator[str]:
    """Each field, and what it belongs to."""
    stated = programme.fields.value or tuple(slug for reading in programme.fields.readings for slug in reading.value)
    return (broader for slug in stated for broader in reference.broader(slug))


def _languages(programme: Programme, _: Reference) -> Iterator[str]:
    fact = programme.teaching_language
    for said in (fact.value, *(reading.value for reading in fact.readings)):
        if said is not None:
            words = folded(said.en).replace(",", " ").split()
            yield from [code for name, code in LANGUAGES.items() if name in words] or [OTHER]


def _prices(programme: Programme, _: Reference) -> Iterator[str]:
    for charge in _tuitions(programme):
        amount = _a_year(charge, programme)
        yield OTHER if amount is None else str(max(low for low in BANDS if low <= max(amount, BANDS[0])))


_READERS: Final[dict[Facet, Callable[[Programme, Reference], Iterable[str]]]] = {
    Facet.SCHOOL: lambda programme, _: (programme.institution,),
    Facet.CAMPUS: lambda programme, _: programme.campuses,
    Facet.ENTRY: _entries,
    Facet.FORMAT: _formats,
    Facet.AWARD: _awards,
    Facet.DURATION: _durations,
    Facet.INTAKE: _intakes,
    Facet.FIELD: _fields,
    Facet.LANGUAGE: _languages,
    Facet.PRICE: _prices,
}
