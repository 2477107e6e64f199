"""The one list of rows that browser, comparator, sheet and command line share. A new row is one entry in one of these modules."""

from advisor_app.domain.rows import after, award, entry, money, study, teaching
from advisor_app.domain.rows.row import Filled, Group, Row, Shown, Subject, fill

ROWS: tuple[Row, ...] = tuple(
    sorted(
        (*award.ROWS, *study.ROWS, *entry.ROWS, *money.ROWS, *teaching.ROWS, *after.ROWS),
        key=lambda row: tuple(Group).index(row.group),
    )
)

__all__ = ["ROWS", "Filled", "Group", "Row", "Shown", "Subject", "facts_of", "fill"]


def facts_of(subject: Subject) -> tuple[Filled, ...]:
    """Every row of ``subject``, in the order in which rows are shown."""
    filled = (fill(row, subject) for row in ROWS)
    return tuple(row for row in filled if row is not None)
