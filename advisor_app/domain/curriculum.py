"""Which courses several programmes share. Offered is not the same as taken, and equal titles are all that pages give to go by."""

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from advisor_app.domain.catalogue import Block, Course
from advisor_app.domain.rows.row import Subject
from advisor_app.domain.rows.teaching import blocks_of


class Likeness(StrEnum):
    """``shared``: the same title elsewhere; ``likely``: recorded as probably the same under another title; ``only_here``."""

    SHARED = "shared"
    LIKELY = "likely"
    ONLY_HERE = "only_here"


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseLine:
    """A course as printed, and the titles of its twins by the place of their column."""

    course: Course
    block: Block
    likeness: Likeness
    twins: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseList:
    """The course lines of one column, in the order of the page."""

    lines: tuple[CourseLine, ...]

    def count(self, likeness: Likeness) -> int:
        return sum(line.likeness is likeness for line in self.lines)


def align(subjects: tuple[Subject, ...]) -> tuple[CourseList, ...]:
    """The course lines of each column, each marked with what it shares with other programmes.

    Two columns of one programme share everything, which says nothing, so they are no twins.
    """
    by_title: dict[str, dict[int, str]] = defaultdict(dict)
    for column, subject in enumerate(subjects):
        for _, course in _courses(subject):
            by_title[_folded(course.title)].setdefault(column, course.title)
    likely = _likely_pairs(subjects)
    own = [{place for place, other in enumerate(subjects) if other.programme.id == subject.programme.id} for subject in subjects]
    return tuple(_list(column, subject, own[column], by_title, likely) for column, subject in enumerate(subjects))


def _courses(subject: Subject) -> tuple[tuple[Block, Course], ...]:
    return tuple((block, course) for block in blocks_of(subject) for course in block.courses)


def _folded(title: str) -> str:
    return " ".join(title.casefold().split())


def _likely_pairs(subjects: tuple[Subject, ...]) -> dict[tuple[int, str], dict[int, str]]:
    """For each (column, title) the probable twins; the catalogue may record a pair on either side."""
    columns: dict[str, list[int]] = defaultdict(list)
    for column, subject in enumerate(subjects):
        columns[subject.programme.id].append(column)
    pairs: dict[tuple[int, str], dict[int, str]] = defaultdict(dict)
    for column, subject in enumerate(subjects):
        for _, course in _courses(subject):
            for other in course.same_as:
                programme, _, title = other.partition(":")
                for twin in columns.get(programme, ()):
                    pairs[column, course.title][twin] = title.strip()
                    pairs[twin, title.strip()][column] = course.title
    return pairs


def _list(
    column: int,
    subject: Subject,
    own: set[int],
    by_title: dict[str, dict[int, str]],
    likely: dict[tuple[int, str], dict[int, str]],
) -> CourseList:
    lines = []
    for block, course in _courses(subject):
        same = {other: title for other, title in by_title[_folded(course.title)].items() if other not in own}
        near = likely.get((column, course.title), {})
        likeness = Likeness.SHARED if same else Likeness.LIKELY if near else Likeness.ONLY_HERE
        twins = tuple(sorted((near | same).items()))
        lines.append(CourseLine(course=course, block=block, likeness=likeness, twins=twins))
    return CourseList(lines=tuple(lines))
