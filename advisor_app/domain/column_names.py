"""The shortest names that tell the columns of a comparison apart: school, else programme, else what the routes differ in."""

from collections.abc import Sequence

from advisor_app.domain.quantities import Month
from advisor_app.domain.rows.row import Subject
from advisor_app.domain.text import Listing, Value


def column_names(subjects: Sequence[Subject]) -> tuple[Value, ...]:
    """One name for each column, in their order. Two columns of one and the same route have the same name."""
    schools = [subject.institution.id for subject in subjects]
    programmes = [subject.programme.id for subject in subjects]
    return tuple(
        subject.institution.short_name
        if schools.count(subject.institution.id) == 1
        else subject.programme.short_name
        if programmes.count(subject.programme.id) == 1
        else _route_name(subject, [other for other in subjects if other.programme.id == subject.programme.id])
        for subject in subjects
    )


def _route_name(subject: Subject, alike: Sequence[Subject]) -> Value:
    """The parts in which the route differs from others of its programme, after the programme where no part does."""
    mine, all_parts = _parts(subject), [_parts(other) for other in alike]
    differing = tuple(part for place, part in enumerate(mine) if len({str(parts[place]) for parts in all_parts}) > 1 and part)
    return Listing(differing, "dot") if differing else subject.programme.short_name


def _parts(subject: Subject) -> tuple[Value | None, ...]:
    """The parts of a route by name, each at its place; a whole programme has none."""
    route, programme = subject.route, subject.programme
    if route is None:
        return (programme.short_name, None, None, None, None, None)
    options = {option.id: option.name for option in (*programme.specialisations, *programme.streams)}
    months = {intake.id: Month(intake.month, intake.year) for intake in programme.calendar.intakes}
    return (
        subject.entries[0].name,
        subject.formats[0].name,
        subject.campus_name(route.campus),
        options.get(route.specialisation or ""),
        options.get(route.stream or ""),
        months.get(route.intake or ""),
    )
