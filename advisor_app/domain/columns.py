"""What stands in a comparison's columns."""

from dataclasses import dataclass

from advisor_app.domain.route import Route


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What one column shows: a programme by its route that fits the student best, or one exact route."""

    programme: str
    route: Route | None = None
