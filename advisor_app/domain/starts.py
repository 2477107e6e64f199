"""When a route begins, for a student."""

from advisor_app.domain.catalogue import Intake, Programme
from advisor_app.domain.quantities import SchoolYear
from advisor_app.domain.route import Route
from advisor_app.domain.student import Wishes


def intake_of(programme: Programme, route: Route) -> Intake | None:
    """The intake of the route, or the only one of the programme; ``None`` where the page names none, or several."""
    intakes = [one for one in programme.calendar.intakes if route.intake in {None, one.id}]
    return intakes[0] if len(intakes) == 1 else None


def wished_month(wishes: Wishes) -> tuple[int, int] | None:
    """The year and month that the student wishes to start in."""
    if wishes.start is None:
        return None
    year, month = (int(part) for part in wishes.start.split("-"))
    return year, month


def first_school_year(programme: Programme, route: Route, wishes: Wishes) -> SchoolYear | None:
    """The school year in which the route begins: the one wished for, else that of the intake, where the page gives its year."""
    wished = wished_month(wishes)
    if wished is not None:
        return SchoolYear.of(*wished)
    intake = intake_of(programme, route)
    return SchoolYear.of(intake.year, intake.month) if intake and intake.year else None
