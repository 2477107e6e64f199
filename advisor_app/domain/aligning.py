"""Joining the courses of all columns: equal titles and decisions first, then the likeliest of what is left.

Equal titles are all that makes two courses the same, unless a person has said so, and such a decision comes before everything else.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from advisor_app.domain.catalogue import Block, Course
from advisor_app.domain.course_words import words_of
from advisor_app.domain.curriculum import (
    NO_DECISIONS,
    AlignedCourse,
    Alignment,
    Candidate,
    CourseKey,
    CourseLine,
    CourseList,
    Decisions,
    Likeness,
    Pair,
)
from advisor_app.domain.rows.row import Subject
from advisor_app.domain.rows.teaching import blocks_of

CERTAIN = 100  # the score of equal titles, and of a pair that the catalogue itself records


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
        recorded, offered = (self._likely_twins(recorded=known) for known in (True, False))
        lines = {line: self._course_line(line, same[line], recorded, offered) for line in self.printed}
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
        best: dict[Pair, Candidate] = {}
        for candidate in (*self._recorded(), *self._commonplace(), *given):
            pair = candidate.pair
            there = pair.one in self.by_key and pair.other in self.by_key
            if there and self.decisions.of(pair) is None and not self._same_title(pair.one, pair.other):
                best[pair] = max(best.get(pair, candidate), candidate, key=lambda one: (one.recorded, one.score))
        return sorted(best.values(), key=lambda one: (not one.recorded, -one.score, one.pair))

    def _recorded(self) -> Iterator[Candidate]:
        """The pairs of the catalogue, which may record one on either side."""
        for line, (_, course) in self.printed.items():
            for other in course.same_as:
                programme, _, title = other.partition(":")
                yield Candidate(Pair.of(self.keys[line], CourseKey(programme, title.strip())), CERTAIN, recorded=True)

    def _commonplace(self) -> Iterator[Candidate]:
        """One title that any school may use: offered, and not taken for the same course."""
        by_spelling: dict[str, list[CourseKey]] = defaultdict(list)
        for key in self.by_key:
            if words_of(key.title).commonplace:
                by_spelling[words_of(key.title).spelling].append(key)
        for keys in by_spelling.values():
            for place, one in enumerate(keys):
                yield from (Candidate(Pair.of(one, other), CERTAIN) for other in keys[place + 1 :])

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

    def _likely_twins(self, *, recorded: bool) -> dict[CourseKey, dict[int, str]]:
        """For each course the probable twins by column, the likeliest of each."""
        twins: dict[CourseKey, dict[int, str]] = defaultdict(dict)
        for candidate in self.candidates:
            if candidate.recorded is recorded:
                for key, twin in (candidate.pair.both, candidate.pair.both[::-1]):
                    for line in self.by_key[twin]:
                        twins[key].setdefault(line.column, twin.title)
        return twins

    def _course_line(
        self,
        line: _Line,
        same: tuple[_Line, ...],
        recorded: dict[CourseKey, dict[int, str]],
        offered: dict[CourseKey, dict[int, str]],
    ) -> CourseLine:
        (block, course), key = self.printed[line], self.keys[line]
        alike = {other.column: self.keys[other].title for other in sorted(same, reverse=True) if other.column != line.column}
        twins, probable = recorded.get(key, {}) | alike, offered.get(key, {})
        return CourseLine(
            course=course,
            block=block,
            likeness=Likeness.SHARED if alike else Likeness.LIKELY if twins or probable else Likeness.ONLY_HERE,
            twins=tuple(sorted(twins.items())),
            offered=tuple(sorted((place, title) for place, title in probable.items() if place not in twins)),
        )

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
