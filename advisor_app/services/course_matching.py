"""Which courses of different programmes are probably the same under two titles. A person accepts or refuses what is offered here.

Nothing here calls two courses the same: only equal titles are (:mod:`advisor_app.domain.curriculum`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from advisor_app.domain.course_words import TitleWords, opposed, weight_of, words_of
from advisor_app.domain.curriculum import Candidate, CourseKey, Pair
from advisor_app.domain.rows import Subject
from advisor_app.domain.rows.teaching import blocks_of

OFFERED = 55  # of 100
SLIP = 85  # how much two words must have in common, of 100, for one to be the other with a slip or another ending
MOST_SLIPS = 2
MOST = 2  # candidates that one course is offered in one other programme


def candidates_of(subjects: Sequence[Subject]) -> tuple[Candidate, ...]:
    """Pairs of courses of different programmes that are probably the same, the likeliest first."""
    titles = {
        subject.programme.id: tuple(dict.fromkeys(course.title for block in blocks_of(subject) for course in block.courses))
        for subject in subjects
    }
    found = [
        Candidate(pair=Pair.of(CourseKey(one, left), CourseKey(other, right)), score=score)
        for one, other in combinations(sorted(titles), 2)
        for left, right, score in _between(titles[one], titles[other])
    ]
    return tuple(sorted(found, key=lambda candidate: (-candidate.score, candidate.pair)))


@lru_cache(maxsize=256)
def _between(ones: tuple[str, ...], others: tuple[str, ...]) -> tuple[tuple[str, str, int], ...]:
    """The likely pairs of two lists of titles: for each at most the ``MOST`` best, none for a title that stands in both."""
    equal = {words_of(title).spelling for title in ones} & {words_of(title).spelling for title in others}
    looked_at = _worth_a_look(
        *(tuple(title for title in titles if words_of(title).spelling not in equal) for titles in (ones, others))
    )
    scored = [(left, right, score) for left, right in looked_at if (score := likeness(left, right)) >= OFFERED]
    scored.sort(key=lambda pair: -pair[2])
    taken: dict[tuple[int, str], int] = defaultdict(int)
    kept = []
    for left, right, score in scored:
        if taken[0, left] < MOST and taken[1, right] < MOST:
            kept.append((left, right, score))
            taken[0, left] += 1
            taken[1, right] += 1
    return tuple(kept)


def _worth_a_look(ones: tuple[str, ...], others: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Titles that share a concept, or begin alike: most pairs do neither and need no closer look."""
    having: dict[str, dict[str, None]] = defaultdict(dict)
    for title in others:
        for sign in _signs(title):
            having[sign][title] = None
    for title in ones:
        for other in {other: None for sign in _signs(title) for other in having.get(sign, ())}:
            yield title, other


def _signs(title: str) -> Iterator[str]:
    words = words_of(title)
    yield from words.concepts
    yield f"{words.spelling[:5]}…"


@lru_cache(maxsize=20_000)
def likeness(one: str, other: str) -> int:
    """How likely two titles are those of one course, 0 to 100."""
    left, right = words_of(one), words_of(other)
    if left.numbers != right.numbers and left.numbers and right.numbers:
        return 0
    if opposed(left.concepts, right.concepts):
        return 0
    return max(_by_meaning(left, right), _by_letters(left, right))


def _by_meaning(left: TitleWords, right: TitleWords) -> int:
    """The weight of what both say, of all that either says; a title that the other contains whole counts for more."""
    both = left.concepts & right.concepts
    shared = weight_of(both)
    if not shared:
        return 0
    whole = weight_of(left.concepts | right.concepts)
    smaller = min(left.weight, right.weight)
    overlap, within = shared / whole, shared / smaller
    return round(100 * (0.55 * overlap + 0.45 * within * min(1.0, shared)))


def _by_letters(left: TitleWords, right: TitleWords) -> int:
    """Titles in the same words but for a slip or an ending in one or two of them."""
    ones, others = set(left.spelling.split()), set(right.spelling.split())
    only_left, only_right = ones - others, others - ones
    if len(only_left) != len(only_right) or len(only_left) > MOST_SLIPS or len(only_left) == len(ones):
        return 0
    if not all(any(_share_letters(word, other) for other in only_right) for word in only_left):
        return 0
    from rapidfuzz import fuzz  # here: few titles differ by so little

    slips = [max((fuzz.ratio(word, other) for other in only_right), default=0) for word in only_left]
    return round(min(slips, default=100)) if all(slip >= SLIP for slip in slips) else 0


def _share_letters(word: str, other: str) -> bool:
    """Whether the words have letters enough in common, in whatever order, for one to be the other with a slip."""
    common = sum((Counter(word) & Counter(other)).values())
    return 200 * common >= SLIP * (len(word) + len(other))
