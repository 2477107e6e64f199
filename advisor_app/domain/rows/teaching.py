"""Rows on what is taught and how: courses are offered, which is not the same as taken; skills and aims are never courses."""

from collections.abc import Callable, Iterator

from advisor_app.domain.catalogue import Block, Programme
from advisor_app.domain.facts import Point
from advisor_app.domain.rows.row import Group, Row, Shown, Subject, itself, shown
from advisor_app.domain.text import Listing, Value, msg, msg_n


def blocks_of(subject: Subject) -> tuple[Block, ...]:
    """The blocks that a route meets: from its year of entry on, of its specialisation or of none."""
    if subject.route is None:
        return subject.programme.curriculum
    first = subject.entries[0].year
    chosen = {None, subject.route.specialisation}
    return tuple(block for block in subject.programme.curriculum if block.year >= first and block.specialisation in chosen)


def _courses(subject: Subject) -> Iterator[Shown]:
    for block in blocks_of(subject):
        count = msg_n("{count} course line", "{count} course lines", len(block.courses))
        items = tuple(course.title for course in block.courses)
        yield Shown(value=count, evidence=block, label=block.title, items=items)


def _skills(subject: Subject) -> Iterator[Shown]:
    for block in subject.programme.skills:
        yield Shown(value=block.title, evidence=block, items=block.skills)


def points(chosen: Callable[[Programme], tuple[Point, ...]]) -> Callable[[Subject], Iterator[Shown]]:
    """A reader of a list of points of the programme."""

    def read(subject: Subject) -> Iterator[Shown]:
        for point in chosen(subject.programme):
            yield Shown(value=point.text, evidence=point)

    return read


def _summary(subject: Subject) -> Iterator[Shown]:
    yield shown(subject.programme.summary, itself)


def _fields(subject: Subject) -> Iterator[Shown]:
    yield shown(subject.programme.fields, lambda slugs: _named(subject, slugs))


def _named(subject: Subject, slugs: tuple[str, ...]) -> Value:
    fields = subject.reference.fields
    return Listing(tuple(fields[slug].name if slug in fields else slug for slug in slugs), "comma")


ROWS = (
    Row(key="summary", group=Group.AIMS, label=msg("In short"), read=_summary, compared=False),
    Row(key="fields", group=Group.AIMS, label=msg("Fields"), read=_fields, compared=False),
    Row(key="curriculum", group=Group.CURRICULUM, label=msg("Courses"), read=_courses),
    Row(key="aims", group=Group.AIMS, label=msg("Aims"), read=points(lambda programme: programme.aims), compared=False),
    Row(key="skills", group=Group.AIMS, label=msg("Skills"), read=_skills, compared=False),
    Row(
        key="methods",
        group=Group.AIMS,
        label=msg("Teaching methods"),
        read=points(lambda programme: programme.methods),
        compared=False,
    ),
    Row(
        key="assessment",
        group=Group.AIMS,
        label=msg("Assessment"),
        read=points(lambda programme: programme.assessment),
        compared=False,
    ),
    Row(key="teachers", group=Group.AIMS, label=msg("Teachers"), read=points(lambda programme: programme.teachers), compared=False),
)
