"""The way forward: the smallest sets of changes to a student that turn a refusal."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import combinations
from typing import TypeAlias

from advisor_app.domain.requirements.base import Change, FindingStatus
from advisor_app.domain.requirements.evaluate import Finding, Group, Outcome
from advisor_app.domain.requirements.kinds.language import CEFR
from advisor_app.domain.student import LanguageSkill, TestScore

Changes: TypeAlias = tuple[Change, ...]

MOST_SETS = 200  # alternatives of a tree that are looked at; pages offer a handful
MOST_TOGETHER = 6  # changes that are tried together; nobody would make more


def turning(outcome: Outcome) -> tuple[Changes, ...]:
    """Alternative sets of changes, each enough to lift ``outcome`` out of ``not_met``; none where no change would."""
    if outcome.status is not FindingStatus.NOT_MET:
        return ((),)
    if isinstance(outcome, Finding):
        return ((outcome.answer.change,),) if outcome.answer.change else ()
    parts = [turning(child) for child in outcome.children if child.counts]
    match outcome.operator:
        case "any" | "readings":
            return tuple(changes for part in parts for changes in part)
        case "all":
            return _combined(parts)
        case "at_least":
            return _enough(outcome, parts)
        case _:  # not
            return ()  # it would mean losing something


def smallest(sets: Iterable[Changes], turns: Callable[[Changes], bool]) -> tuple[Changes, ...]:
    """Of those sets and their parts, the ones that really turn the verdict while nothing smaller does, fewest changes first.

    Smaller is a part of a set, and the same set asking for less: who would do with a Bac+4 is not told of a Bac+5.
    """
    found: list[Changes] = []
    candidates = {part for changes in sets for size in range(1, MOST_TOGETHER + 1) for part in combinations(changes, size)}
    for changes in sorted(candidates, key=_size):
        if not any(_asks_no_more(smaller, changes) for smaller in found) and turns(changes):
            found.append(changes)
    return tuple(found)


def _size(changes: Changes) -> tuple[int, list[str], Decimal, list[str]]:
    """Few before many, small before large; the rest only makes the order the same every time."""
    amounts = sum((_amount(change.value) or Decimal(0) for change in changes), Decimal(0))
    return len(changes), [change.field for change in changes], amounts, [repr(change.say) for change in changes]


def _asks_no_more(smaller: Changes, larger: Changes) -> bool:
    """Whether every change of ``smaller`` is one of ``larger``, or asks for less of the same."""
    return all(any(_at_most(one, other) for other in larger) for one in smaller)


def _at_most(one: Change, other: Change) -> bool:
    if one == other:
        return True
    low, high = _amount(one.value), _amount(other.value)
    return one.field == other.field and low is not None and high is not None and low <= high


def _amount(value: object) -> Decimal | None:
    """What can be more or less; ``None`` for what only is or is not so."""
    match value:
        case bool():
            return None
        case int() | Decimal():
            return Decimal(value)
        case TestScore(score=score):
            return score
        case LanguageSkill(cefr=str() as level):
            return Decimal(CEFR.index(level))
        case _:
            return None


def _combined(parts: Iterable[tuple[Changes, ...]]) -> tuple[Changes, ...]:
    sets: tuple[Changes, ...] = ((),)
    for part in parts:
        sets = tuple((*one, *(change for change in other if change not in one)) for one in sets for other in part)[:MOST_SETS]
    return sets


def _enough(group: Group, parts: list[tuple[Changes, ...]]) -> tuple[Changes, ...]:
    """Every choice of as many children as AT LEAST asks for."""
    needed = group.n or 0
    sets = (changes for chosen in combinations(parts, needed) for changes in _combined(chosen))
    return tuple(changes for changes, _ in zip(sets, range(MOST_SETS), strict=False))
