"""Routes: the paths into and through a programme that exist."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from math import ceil

from advisor_app.domain.catalogue import Award, Combination, EntryPoint, Format, Programme
from advisor_app.domain.quantities import Span
from advisor_app.domain.route import Route
from advisor_app.domain.terms import AwardKind, FormatKind, YesNo

SEMESTERS = 2  # in a year
_A_YEAR = {"year": 1, "month": 12, "week": 52, "day": 366}  # by unit; hours say nothing about years


def routes_of(programme: Programme) -> tuple[Route, ...]:
    """Every route that the programme's combinations allow, in their order, each once."""
    found = (route for combination in programme.combinations for route in _expanded(programme.id, combination))
    return tuple(dict.fromkeys(found))


def _expanded(programme: str, combination: Combination) -> Iterator[Route]:
    parts = product(
        combination.entry_points,
        combination.formats,
        combination.campuses,
        combination.specialisations or (None,),
        combination.streams or (None,),
        combination.intakes or (None,),
    )
    for entry, format_, campus, specialisation, stream, intake in parts:
        yield Route(
            programme=programme,
            entry=entry,
            format=format_,
            campus=campus,
            specialisation=specialisation,
            stream=stream,
            intake=intake,
        )


def entry_of(programme: Programme, route: Route) -> EntryPoint:
    return next(entry for entry in programme.entry_points if entry.id == route.entry)


def format_of(programme: Programme, route: Route) -> Format:
    return next(format_ for format_ in programme.formats if format_.id == route.format)


def years_of(programme: Programme, route: Route) -> tuple[FormatKind, ...]:
    """The kind of each year from this entry to the award; empty where the length is not known.

    A part of a year counts as a year, since a year is what schools charge for.
    """
    entry, format_ = entry_of(programme, route), format_of(programme, route)
    if format_.years:
        return format_.years
    length = entry.duration.value
    if length is None or length.maximum is None:
        return ()
    return (format_.kind,) * ceil(length.maximum / _A_YEAR[length.unit]) if length.unit in _A_YEAR else ()


def fewest_years(programme: Programme, route: Route) -> int:
    """The years that the shortest reading of the length has; at least one."""
    length = entry_of(programme, route).duration.value
    if format_of(programme, route).years or length is None or length.unit not in _A_YEAR:
        return len(years_of(programme, route))
    return max(1, ceil(_shortest(length) / _A_YEAR[length.unit]))


def _shortest(length: Span) -> Decimal:
    """“At most two years” leaves it open whether it is one."""
    return Decimal(_A_YEAR[length.unit]) if length.minimum is None else length.minimum


def semesters_in(programme: Programme, route: Route, year: int) -> tuple[int, int]:
    """The fewest and the most semesters of one year (from 1) of the route: the last year of eighteen months has one."""
    length = entry_of(programme, route).duration.value
    if length is None or length.maximum is None or length.unit not in _A_YEAR:
        return SEMESTERS, SEMESTERS
    fewest, most = (
        ceil(each * SEMESTERS / _A_YEAR[length.unit]) - SEMESTERS * (year - 1) for each in (_shortest(length), length.maximum)
    )
    return max(0, min(SEMESTERS, fewest)), max(1, min(SEMESTERS, most))


def awards_of(programme: Programme, route: Route) -> tuple[Award, ...]:
    """The awards that this route leads to."""
    return tuple(award for award in programme.awards if leads_to(award, route))


def leads_to(award: Award, route: Route) -> bool:
    """Whether nothing that the award is tied to is missing from the route."""
    ties = (
        (award.entry_points, route.entry),
        (award.formats, route.format),
        (award.campuses, route.campus),
        (award.specialisations, route.specialisation),
        (award.streams, route.stream),
    )
    return all(not tied or chosen in tied for tied, chosen in ties)


def confers_master_grade(award: Award) -> bool | None:
    """Whether the award confers the grade de master; ``None`` where nothing says so.

    A national master does by right (Code de l'éducation, D612-34 1°).
    """
    if award.kind is AwardKind.NATIONAL_MASTER:
        return True
    return {YesNo.YES: True, YesNo.NO: False}.get(award.confers_master_grade)
