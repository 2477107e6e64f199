"""The courses of all columns, aligned: shared, probably the same, and only here, year by year and by theme.

Equal titles are all that makes two courses the same, unless a person has said so: what is probably the same is offered as a pair to
accept or refuse, and such a decision comes before everything else. Offered is not the same as taken, and skills and jobs are no
courses: neither is here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from advisor_app.domain.catalogue import Block, Course
from advisor_app.domain.course_words import Theme, words_of
from advisor_app.domain.rows.row import Subject
from advisor_app.domain.rows.teaching import blocks_of

RECORDED = 100  # the score of a pair that the catalogue itself records


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
    """Two courses that are probably the same; ``score`` from 0 to 100 orders them and means no more."""

    pair: Pair
    score: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseLine:
    """A course as printed, and the titles of its twins by the place of their column."""

    course: Course
    block: Block
    likeness: Likeness
    twins: tuple[tuple[int, str], ...] = ()

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


def align(subjects: Sequence[Subject], candidates: Iterable[Candidate] = (), decisions: Decisions = NO_DECISIONS) -> Alignment:
    """The courses of all columns beside each other. ``candidates`` come on top of the pairs that the catalogue records.

    Two columns of one programme share the lines that both meet.
    """
    return _Aligner(subjects, candidates, decisions).aligned()


@dataclass(frozen=True, slots=True, order=True)
class _Line:
    """A line by its place; its key is that of every line of the same programme and title."""

    column: int
    place: int


class _Aligner:
    """One alignment: lines joined into courses by equal titles and decisions first, then by the likeliest of what is left."""

    def __init__(self, subjects: Sequence[Subject], candidates: Iterable[Candidate], decisions: Decisions) -> None:
        self.subjects = subjects
        self.decisions = decisions
        self.printed: dict[_Line, tuple[Block, Course]] = dict(_printed(subjects))
        self.keys = {
            line: CourseKey(subjects[line.column].programme.id, course.title) for line, (_, course) in self.printed.items()
        }
        self.by_key: dict[CourseKey, list[_Line]] = defaultdict(list)
        for line, key in self.keys.items():
            self.by_key[key].append(line)
        self.candidates = self._candidates(candidates)
        self.members = {line: [line] for line in self.printed}  # the lines of each course, one list for all of them

    def aligned(self) -> Alignment:
        self._join_same()
        same = {line: tuple(members) for line, members in self.members.items()}
        holding = self._join_likely()
        likely = self._likely_twins()
        lines = {line: self._course_line(line, same[line], likely) for line in self.printed}
        return Alignment(
            lists=tuple(
                CourseList(lines=tuple(made for line, made in lines.items() if line.column == column))
                for column in range(len(self.subjects))
            ),
            rows=tuple(self._rows(lines, holding)),
            offered=tuple(self.candidates),
        )

    # --- pairs

    def _candidates(self, given: Iterable[Candidate]) -> list[Candidate]:
        """What nobody has decided on, each once, likeliest first; only pairs of courses that are there and not the same anyway."""
        best: dict[Pair, int] = {}
        for candidate in (*self._recorded(), *self._commonplace(), *given):
            pair = candidate.pair
            there = pair.one in self.by_key and pair.other in self.by_key
            if there and self.decisions.of(pair) is None and not self._same_title(pair.one, pair.other):
                best[pair] = max(best.get(pair, 0), candidate.score)
        return sorted((Candidate(pair, score) for pair, score in best.items()), key=lambda one: (-one.score, one.pair))

    def _recorded(self) -> Iterator[Candidate]:
        """The pairs of the catalogue, which may record one on either side."""
        for line, (_, course) in self.printed.items():
            for other in course.same_as:
                programme, _, title = other.partition(":")
                yield Candidate(Pair.of(self.keys[line], CourseKey(programme, title.strip())), RECORDED)

    def _commonplace(self) -> Iterator[Candidate]:
        """One title that any school may use: offered, and not taken for the same course."""
        by_spelling: dict[str, list[CourseKey]] = defaultdict(list)
        for key in self.by_key:
            if words_of(key.title).commonplace:
                by_spelling[words_of(key.title).spelling].append(key)
        for keys in by_spelling.values():
            for place, one in enumerate(keys):
                yield from (Candidate(Pair.of(one, other), RECORDED) for other in keys[place + 1 :])

    def _same_title(self, one: CourseKey, other: CourseKey) -> bool:
        """Whether the titles alone make them the same: within one school any equal title does, elsewhere a telling one."""
        first, second = words_of(one.title), words_of(other.title)
        near = one.programme == other.programme or self._school(one) == self._school(other)
        return first.spelling == second.spelling and (near or not first.commonplace)

    def _school(self, key: CourseKey) -> str:
        return self.subjects[self.by_key[key][0].column].institution.id

    # --- joining

    def _join_same(self) -> None:
        by_spelling: dict[str, list[CourseKey]] = defaultdict(list)
        for key in self.by_key:
            by_spelling[words_of(key.title).spelling].append(key)
            self._join(self.by_key[key])
        for keys in by_spelling.values():
            for place, one in enumerate(keys):
                for other in keys[place + 1 :]:
                    if self._same_title(one, other) and self.decisions.of(Pair.of(one, other)) is not False:
                        self._join((self.by_key[one][0], self.by_key[other][0]))
        for decided in self.decisions.decided:
            lines = [self.by_key[key][0] for key in decided.pair.both if key in self.by_key]
            if decided.accepted and len(lines) > 1:
                self._join(lines)

    def _join(self, lines: Sequence[_Line]) -> None:
        """Makes one course of the courses of these lines."""
        joined = self.members[lines[0]]
        for line in lines[1:]:
            if self.members[line] is not joined:
                joined += self.members[line]
                for member in joined:
                    self.members[member] = joined

    def _join_likely(self) -> list[Candidate]:
        """Joins the courses of candidates, likeliest first and never two of one column; those that hold a course together."""
        holding: list[Candidate] = []
        for candidate in self.candidates:
            one, other = (self.members[self.by_key[key][0]] for key in candidate.pair.both)
            if one is other or {line.column for line in one}.isdisjoint(line.column for line in other):
                holding.append(candidate)
                self._join((one[0], other[0]))
        return holding

    # --- results

    def _likely_twins(self) -> dict[CourseKey, dict[int, str]]:
        """For each course the probable twins by column, the likeliest of each."""
        twins: dict[CourseKey, dict[int, str]] = defaultdict(dict)
        for candidate in self.candidates:
            for key, twin in ((candidate.pair.one, candidate.pair.other), (candidate.pair.other, candidate.pair.one)):
                for line in self.by_key[twin]:
                    twins[key].setdefault(line.column, twin.title)
        return twins

    def _course_line(self, line: _Line, same: tuple[_Line, ...], likely: dict[CourseKey, dict[int, str]]) -> CourseLine:
        block, course = self.printed[line]
        alike = {other.column: self.keys[other].title for other in sorted(same, reverse=True) if other.column != line.column}
        near = likely.get(self.keys[line], {})
        likeness = Likeness.SHARED if alike else Likeness.LIKELY if near else Likeness.ONLY_HERE
        return CourseLine(course=course, block=block, likeness=likeness, twins=tuple(sorted((near | alike).items())))

    def _rows(self, lines: dict[_Line, CourseLine], holding: list[Candidate]) -> Iterator[AlignedCourse]:
        pairs: dict[int, list[Candidate]] = defaultdict(list)
        for candidate in holding:
            pairs[id(self.members[self.by_key[candidate.pair.one][0]])].append(candidate)
        for members in {id(members): sorted(members) for members in self.members.values()}.values():
            held = tuple(pairs.get(id(self.members[members[0]]), ()))
            several = len({line.column for line in members}) > 1
            yield AlignedCourse(
                likeness=Likeness.LIKELY if held else Likeness.SHARED if several else Likeness.ONLY_HERE,
                theme=lines[members[0]].theme,
                lines=tuple(
                    tuple(lines[line] for line in members if line.column == column) for column in range(len(self.subjects))
                ),
                pairs=held,
            )


def _printed(subjects: Sequence[Subject]) -> Iterator[tuple[_Line, tuple[Block, Course]]]:
    for column, subject in enumerate(subjects):
        listed = [(block, course) for block in blocks_of(subject) for course in block.courses]
        for place, printed in enumerate(listed):
            yield _Line(column, place), printed
