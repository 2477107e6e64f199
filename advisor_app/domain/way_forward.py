"""The way forward: the smallest sets of changes to a student that turn a refusal."""

from collections.abc import Callable, Iterable
from itertools import combinations
from typing import TypeAlias

from advisor_app.domain.requirements.base import Change, FindingStatus
from advisor_app.domain.requirements.evaluate import Finding, Group, Outcome

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
        case "not":
            return ()  # it would mean losing something


def smallest(sets: Iterable[Changes], turns: Callable[[Changes], bool]) -> tuple[Changes, ...]:
    """Of those sets and their parts, the ones that really turn the verdict while no part of them does, fewest changes first."""
    found: list[Changes] = []
    candidates = {part for changes in sets for size in range(1, MOST_TOGETHER + 1) for part in combinations(changes, size)}
    for changes in sorted(candidates, key=lambda one: (len(one), [change.field for change in one])):
        if not any(set(smaller) <= set(changes) for smaller in found) and turns(changes):
            found.append(changes)
    return tuple(found)


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
