"""The courses of all columns beside each other: shared, probably the same, and only here, year by year and by theme.

What is probably the same is a pair for a person to accept or refuse; the decision is kept. Offered is not the same as taken, and
skills and jobs are no courses: neither is here. :mod:`.aligning` makes the alignment.
"""

from dataclasses import dataclass
from enum import StrEnum

from advisor_app.domain.catalogue import Block, Course
from advisor_app.domain.course_words import Theme, words_of


class Likeness(StrEnum):
    """``shared``: the same title elsewhere, or accepted as the same; ``likely``: probably the same; ``only_here``."""

    SHARED = "shared"
    LIKELY = "likely"
    ONLY_HERE = "only_here"


@dataclass(frozen=True, slots=True, order=True)
class CourseKey:
    """A course for good: its programme, and its title as printed."""

    programme: str
    title: str


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two courses of two programmes, whichever was named first. Made by :meth:`of`."""

    one: CourseKey
    other: CourseKey

    @classmethod
    def of(cls, one: CourseKey, other: CourseKey) -> "Pair":
        return cls(*sorted((one, other)))

    @property
    def both(self) -> tuple[CourseKey, CourseKey]:
        return self.one, self.other


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person said of a pair."""

    pair: Pair
    accepted: bool


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people said of pairs, the oldest first; one word on each. Kept between sessions."""

    decided: tuple[Decided, ...] = ()

    def of(self, pair: Pair) -> bool | None:
        """Whether the pair was accepted; ``None`` where nobody has decided."""
        return next((one.accepted for one in self.decided if one.pair == pair), None)

    def having(self, pair: Pair, accepted: bool | None) -> "Decisions":
        """The same with this word on the pair; ``None`` takes back what was said."""
        others = tuple(one for one in self.decided if one.pair != pair)
        return Decisions(others if accepted is None else (*others, Decided(pair, accepted)))


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two courses that are probably the same; ``score`` from 0 to 100 orders them and means no more.

    ``recorded`` pairs stand in the catalogue, where a person has put them; the others were found by comparing titles.
    """

    pair: Pair
    score: int
    recorded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseLine:
    """A course as printed, and the titles of its twins by the place of their column.

    ``twins`` are the same or recorded as probably so; ``offered`` were only found by comparing titles: for a person to decide on,
    and nothing to print for a family.
    """

    course: Course
    block: Block
    likeness: Likeness
    twins: tuple[tuple[int, str], ...] = ()
    offered: tuple[tuple[int, str], ...] = ()

    @property
    def theme(self) -> Theme:
        return words_of(self.course.title).theme


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseList:
    """The course lines of one column, in the order of the page."""

    lines: tuple[CourseLine, ...]

    def count(self, likeness: Likeness) -> int:
        return sum(line.likeness is likeness for line in self.lines)

    @property
    def years(self) -> tuple[int, ...]:
        """The years of the programme that any of the lines is of."""
        return tuple(sorted({line.block.year for line in self.lines}))

    def of_year(self, year: int) -> "CourseList":
        return CourseList(lines=tuple(line for line in self.lines if line.block.year == year))


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedCourse:
    """One course over all columns: the lines of each, none where it is not taught, several where one title is printed twice.

    ``pairs`` are the undecided pairs that hold a ``likely`` row together: accept or refuse them.
    """

    likeness: Likeness
    theme: Theme
    lines: tuple[tuple[CourseLine, ...], ...]
    pairs: tuple[Candidate, ...] = ()

    @property
    def columns(self) -> tuple[int, ...]:
        """The places of the columns that teach it."""
        return tuple(place for place, lines in enumerate(self.lines) if lines)

    @property
    def years(self) -> tuple[int, ...]:
        """The years in which any column teaches it."""
        return tuple(sorted({line.block.year for lines in self.lines for line in lines}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """``lists`` has the lines of each column as printed, ``rows`` every course once, in the order of the columns and their pages.

    ``offered`` has all undecided pairs, likeliest first. One may be offered without holding a row together, where one of its
    courses has a likelier twin.
    """

    lists: tuple[CourseList, ...]
    rows: tuple[AlignedCourse, ...]
    offered: tuple[Candidate, ...]

    def of_year(self, year: int) -> tuple[AlignedCourse, ...]:
        """The courses that some column teaches in that year of its programme."""
        return tuple(row for row in self.rows if year in row.years)

    def of_theme(self, theme: Theme) -> tuple[AlignedCourse, ...]:
        return tuple(row for row in self.rows if row.theme is theme)

    @property
    def themes(self) -> tuple[Theme, ...]:
        """The themes of any course, in the order of ``Theme``."""
        present = {row.theme for row in self.rows}
        return tuple(theme for theme in Theme if theme in present)


NO_DECISIONS = Decisions()
