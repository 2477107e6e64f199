"""The timelines of the made-up programme's routes."""

from advisor_app.domain.catalogue import Programme
from advisor_app.domain.reference import Reference
from advisor_app.domain.route import Route
from advisor_app.domain.student import Student
from advisor_app.domain.timeline import Timeline, timelines
from tests.domain.samples import REFERENCE

NOBODY = Student()


def laid(
    one: Programme,
    format_: str = "initial",
    entry: str = "y1",
    *,
    student: Student = NOBODY,
    reference: Reference = REFERENCE,
    level: int | None = None,
) -> tuple[Timeline, ...]:
    """The timelines of a route."""
    route = Route(programme=one.id, entry=entry, format=format_, campus="lille", intake="sept")
    return timelines(one, route, student, reference, level)
