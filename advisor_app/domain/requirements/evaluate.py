"""Holding a candidate against a tree of requirements: the findings, leaf by leaf, and what they come to."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from advisor_app.domain.attainment import is_foreign
from advisor_app.domain.requirements.base import Answer, Candidate, FindingStatus
from advisor_app.domain.requirements.tree import All, AnyOf, AppliesTo, AtLeast, Leaf, Node, Not, Strength
from advisor_app.domain.text import Message, Text, msg

Operator: TypeAlias = Literal["all", "any", "not", "at_least", "readings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One leaf checked. ``excluded``: it stands under a NOT, so that whoever fits is ruled out."""

    leaf: Leaf
    asked: Message
    answer: Answer
    excluded: bool = False

    @property
    def status(self) -> FindingStatus:
        return self.answer.status

    @property
    def bearing(self) -> FindingStatus:
        """What it means for the student, hence what is shown: whoever fits what is ruled out does not meet it."""
        return _swapped(self.status) if self.excluded else self.status

    @property
    def counts(self) -> bool:
        """Only mandatory conditions count for a verdict."""
        return self.leaf.strength is Strength.MANDATORY


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Several findings under one operator. ``n`` is set for AT LEAST; ``note`` says why a sentence has several readings."""

    operator: Operator
    status: FindingStatus
    children: "tuple[Outcome, ...]"
    n: int | None = None
    note: Text | None = None

    @property
    def counts(self) -> bool:
        return any(child.counts for child in self.children)


Outcome: TypeAlias = Finding | Group


def evaluate(node: Node, candidate: Candidate) -> Outcome:
    """The findings of ``node`` for ``candidate``, in the shape of the tree.

    ALL takes the worst, ANY the best, AT LEAST n the n-th best; NOT swaps ``met`` and ``not_met`` and keeps the two others.
    Leaves that are not mandatory stay in the tree and out of the sum.
    """
    return _evaluate(node, candidate, excluded=False)


def _evaluate(node: Node, candidate: Candidate, *, excluded: bool) -> Outcome:
    """``excluded`` below an odd number of NOTs."""
    if isinstance(node, Leaf):
        return _leaf(node, candidate, excluded=excluded or node.excluded)
    if isinstance(node, Not):
        inner = _evaluate(node.child, candidate, excluded=not excluded)
        return Group(operator="not", status=_swapped(inner.status), children=(inner,))
    found = tuple(_evaluate(child, candidate, excluded=excluded) for child in node.children)
    match node:
        case All():
            return Group(operator="all", status=worst(_counted(found)), children=found)
        case AnyOf():
            return Group(operator="any", status=best(_counted(found)), children=found)
        case AtLeast(n=n):
            return Group(operator="at_least", status=nth_best(n, _counted(found)), children=found, n=n)
        case _:
            return Group(operator="readings", status=readings_status(_counted(found)), children=found, note=node.note)


def worst(statuses: tuple[FindingStatus, ...]) -> FindingStatus:
    """Nothing asked is met."""
    return max(statuses, key=lambda status: status.rank, default=FindingStatus.MET)


def best(statuses: tuple[FindingStatus, ...]) -> FindingStatus:
    """No alternative at all counts as nothing asked."""
    return min(statuses, key=lambda status: status.rank, default=FindingStatus.MET)


def nth_best(n: int, statuses: tuple[FindingStatus, ...]) -> FindingStatus:
    """The n-th best; ``not_met`` where there are fewer than n, and nothing asked is met."""
    if n < 1:
        return FindingStatus.MET
    ordered = sorted(statuses, key=lambda status: status.rank)
    return ordered[n - 1] if n <= len(ordered) else FindingStatus.NOT_MET


def findings(outcome: Outcome) -> Iterator[Finding]:
    """Every leaf's finding, once, in the order of the page.

    Where a sentence has several readings, a condition that they share appears once; one on which they differ appears once as well,
    to be confirmed, with the reason that the page can be read in two ways.
    """
    if isinstance(outcome, Finding):
        yield outcome
    elif outcome.operator == "readings":
        yield from _merged(outcome)
    else:
        for child in outcome.children:
            yield from findings(child)


def deciding(outcome: Outcome) -> Finding | None:
    """The first leaf on which the status of ``outcome`` rests. A failed alternative that decides nothing is passed over."""
    if isinstance(outcome, Finding):
        return outcome
    if outcome.operator == "not":
        return deciding(outcome.children[0])
    if outcome.operator == "readings":
        merged = [finding for finding in _merged(outcome) if finding.counts]
        same = next((finding for finding in merged if finding.status is outcome.status), None)
        return same or next((_differing(finding, outcome.note) for finding in merged), None)
    child = next((child for child in outcome.children if child.counts and child.status is outcome.status), None)
    return deciding(child) if child else None


def _leaf(leaf: Leaf, candidate: Candidate, *, excluded: bool) -> Finding:
    if leaf.home is not None:
        candidate = replace(candidate, home=leaf.home)
    asked = leaf.test.asked(candidate.reference)
    answer = leaf.test.check(candidate)
    bound = _binds(leaf, candidate)
    harmless = FindingStatus.NOT_MET if excluded else FindingStatus.MET
    if bound is False:
        answer = Answer(status=harmless, has=answer.has, reason=msg("This condition does not bind this diploma."))
    elif bound is None and answer.status is not harmless:
        answer = Answer.missing("qualification.country", msg("It depends on the country of the diploma, which is not given."))
    elif excluded:
        answer = replace(answer, reason=_EXCLUDED.get(answer.status, answer.reason))
    return Finding(leaf=leaf, asked=asked, answer=answer, excluded=excluded)


_EXCLUDED: Final[dict[FindingStatus, Message]] = {
    FindingStatus.MET: msg("The student is in this case, which the school rules out."),
    FindingStatus.TO_CONFIRM: msg("The student may be in this case, which the school rules out; the school decides."),
    FindingStatus.NOT_MET: msg("The student is not in this case."),
}
"""What a kind says of whoever should fit would say the opposite of what is meant where nobody may."""


def _binds(leaf: Leaf, candidate: Candidate) -> bool | None:
    if leaf.applies_to is AppliesTo.EVERYONE:
        return True
    foreign = is_foreign(candidate.basis, candidate.reference, candidate.home) if candidate.basis else None
    if foreign is None:
        return None
    return foreign is (leaf.applies_to is AppliesTo.FOREIGN_QUALIFICATION)


def _counted(found: tuple[Outcome, ...]) -> tuple[FindingStatus, ...]:
    return tuple(outcome.status for outcome in found if outcome.counts)


def _swapped(status: FindingStatus) -> FindingStatus:
    swap = {FindingStatus.MET: FindingStatus.NOT_MET, FindingStatus.NOT_MET: FindingStatus.MET}
    return swap.get(status, status)


def readings_status(statuses: tuple[FindingStatus, ...]) -> FindingStatus:
    """The common answer, else to confirm; what is missing comes first, since knowing it may bring the readings together."""
    if len(set(statuses)) <= 1:
        return worst(statuses)
    return FindingStatus.UNKNOWN if FindingStatus.UNKNOWN in statuses else FindingStatus.TO_CONFIRM


def _merged(group: Group) -> Iterator[Finding]:
    by_condition: dict[Message, list[Finding]] = {}
    for child in group.children:
        for finding in findings(child):
            by_condition.setdefault(finding.asked, []).append(finding)
    for same in by_condition.values():
        status = readings_status(tuple(finding.status for finding in same))
        agreeing = next((finding for finding in same if finding.status is status), None)
        yield agreeing or _differing(same[0], group.note)


def _differing(finding: Finding, note: Text | None) -> Finding:
    reason = msg("The page can be read in two ways: {note}", note=note) if note else msg("The page can be read in two ways.")
    return replace(finding, answer=replace(finding.answer, status=FindingStatus.TO_CONFIRM, reason=reason, change=None))
