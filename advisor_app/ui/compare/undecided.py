"""The way from one pair of courses that nobody has decided on to the next. Needs no Qt."""

from collections.abc import Sequence
from dataclasses import replace

from advisor_app.domain.curriculum import Likeness
from advisor_app.ui.compare.arranged import COURSE_LINES, Rows, Seen
from advisor_app.ui.compare.comparison_said import ComparisonSaid
from advisor_app.ui.compare.groups import Part
from advisor_app.ui.itemmodels.comparison import RowSaid


def undecided(said: ComparisonSaid) -> frozenset[str]:
    """The rows of courses that are only probably the same, by their keys."""
    return frozenset(key for key, course in said.lines.items() if course.likeness is Likeness.LIKELY)


def with_courses(seen: Seen) -> Seen:
    """The same with every course in sight, whatever was folded away."""
    folded = (f"band:{Part.CURRICULUM.value}", "band:courses:")
    return replace(
        seen,
        rows=Rows.ALL if seen.rows is Rows.ASKED else seen.rows,
        unfolded=seen.unfolded | {COURSE_LINES},
        collapsed=frozenset(one for one in seen.collapsed if not one.startswith(folded)),
    )


def next_row(rows: Sequence[RowSaid], keys: frozenset[str], here: int, step: int) -> int | None:
    """The next such row from ``here``, forwards or back; after the last one comes the first. ``None`` where there is none."""
    places = [place for place, row in enumerate(rows) if row.key in keys]
    ahead = [place for place in places if (place > here if step > 0 else place < here)]
    order = ahead or places
    return (order[0] if step > 0 else order[-1]) if order else None
