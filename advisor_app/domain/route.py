"""A route: one path into and through a programme. Which there are is told by :mod:`.routes`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Route:
    """One path, by ids. A part that plays no role in the programme is ``None``."""

    programme: str
    entry: str
    format: str
    campus: str
    specialisation: str | None = None
    stream: str | None = None
    intake: str | None = None
