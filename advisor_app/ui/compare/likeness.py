"""How a course stands to those of the other programmes. Two columns of one programme share everything, which says nothing."""

from collections.abc import Sequence

from advisor_app.domain.curriculum import CourseLine, Likeness
from advisor_app.services.compare import ComparedColumn


def twins_elsewhere(line: CourseLine, place: int, columns: Sequence[ComparedColumn]) -> tuple[tuple[int, str], ...]:
    """The twins of a course of the column at ``place`` that belong to another programme."""
    own = columns[place].subject.programme.id
    return tuple(twin for twin in line.twins if columns[twin[0]].subject.programme.id != own)


def likeness_of(line: CourseLine, place: int, columns: Sequence[ComparedColumn]) -> Likeness:
    twins = twins_elsewhere(line, place, columns)
    if not twins:
        return Likeness.ONLY_HERE
    same = any(title.casefold().split() == line.course.title.casefold().split() for _, title in twins)
    return Likeness.SHARED if same else Likeness.LIKELY
