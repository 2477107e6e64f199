"""The lattice: ALL takes the worst, ANY the best, AT LEAST n the n-th best, NOT swaps met and not met."""

from dataclasses import replace
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.requirements.base import Candidate, FindingStatus
from advisor_app.domain.requirements.evaluate import deciding, evaluate, findings
from advisor_app.domain.requirements.tree import All, AnyOf, AppliesTo, AtLeast, Node, Not, Readings, Strength, leaves
from advisor_app.domain.student import Qualification, Student
from advisor_app.domain.text import same
from tests.domain.samples import FIELDS, REFERENCE, credits_, field, level

MET, TO_CONFIRM, UNKNOWN, NOT_MET = FindingStatus
NOTE = same("to whom does the list apply?")

# One leaf for each status, for a French Bac+3 in law of which nothing else is known.
BASIS = Qualification(country="FR", level=3, fields=("law",))
LEAF = {MET: level(3), TO_CONFIRM: field("public-law"), NOT_MET: level(5)}


def held(node: Node, basis: Qualification | None = BASIS) -> FindingStatus:
    return evaluate(node, Candidate(student=Student(), basis=basis, reference=REFERENCE)).status


def test_nothing_known_is_unknown_and_never_no() -> None:
    assert held(All((level(3), credits_(180), field("law"))), None) is UNKNOWN


@pytest.mark.parametrize(("first", "second"), [(MET, NOT_MET), (MET, TO_CONFIRM), (TO_CONFIRM, NOT_MET)])
def test_all_takes_the_worst_and_any_the_best(first: FindingStatus, second: FindingStatus) -> None:
    assert held(All((LEAF[first], LEAF[second]))) is second
    assert held(AnyOf((LEAF[second], LEAF[first]))) is first


def test_at_least_takes_the_nth_best() -> None:
    three = (LEAF[MET], LEAF[TO_CONFIRM], LEAF[NOT_MET])
    assert [held(AtLeast(n, three)) for n in (1, 2, 3, 4)] == [MET, TO_CONFIRM, NOT_MET, NOT_MET]


def test_not_swaps_met_and_not_met_and_keeps_the_rest() -> None:
    assert [held(Not(LEAF[status])) for status in (MET, TO_CONFIRM, NOT_MET)] == [NOT_MET, TO_CONFIRM, MET]
    assert held(Not(level(3)), None) is UNKNOWN


def test_soft_and_indicative_leaves_are_listed_and_never_counted() -> None:
    hard = level(5, strength=Strength.INDICATIVE)
    tree = All((level(3), hard))
    outcome = evaluate(tree, Candidate(student=Student(), basis=BASIS, reference=REFERENCE))
    assert outcome.status is MET
    assert [finding.status for finding in findings(outcome)] == [MET, NOT_MET]
    assert held(AnyOf((level(5), level(3, strength=Strength.SOFT)))) is NOT_MET


BOTH = Readings((field("law"), field("law", applies_to=AppliesTo.FOREIGN_QUALIFICATION)), NOTE)


@pytest.mark.parametrize(
    ("country", "fields", "status"),
    [
        ("FR", ("law",), MET),
        ("FR", ("computing",), TO_CONFIRM),  # the readings differ: the list may bind foreign diplomas only
        ("FR", (), UNKNOWN),  # the answer may bring the readings together
        ("GB", ("law",), MET),
        ("GB", ("computing",), NOT_MET),  # both readings refuse
        (None, ("computing",), UNKNOWN),  # one reading refuses; the other depends on the country
    ],
)
def test_a_sentence_that_can_be_read_in_two_ways(country: str | None, fields: tuple[str, ...], status: FindingStatus) -> None:
    basis = Qualification(country=country, level=3, fields=fields)
    assert held(BOTH, basis) is status
    outcome = evaluate(BOTH, Candidate(student=Student(), basis=basis, reference=REFERENCE))
    [finding] = findings(outcome)
    assert finding.status is status
    assert ("two ways" in finding.answer.reason.template) is (status is TO_CONFIRM)


def test_a_condition_for_french_diplomas_does_not_bind_foreign_ones() -> None:
    french_only = field("law", applies_to=AppliesTo.FRENCH_QUALIFICATION)
    assert held(french_only, Qualification(country="GB", fields=("computing",))) is MET
    assert held(french_only, Qualification(country="FR", fields=("computing",))) is NOT_MET


def test_who_is_not_bound_is_not_in_a_case_that_is_ruled_out() -> None:
    no_lawyers = Not(field("law", applies_to=AppliesTo.FOREIGN_QUALIFICATION))
    assert held(no_lawyers, Qualification(country="FR", fields=("law",))) is MET
    assert held(no_lawyers, Qualification(country="GB", fields=("law",))) is NOT_MET
    assert held(no_lawyers, Qualification(fields=("law",))) is UNKNOWN
    assert held(no_lawyers, Qualification(fields=("computing",))) is MET


@pytest.mark.parametrize(
    ("slug", "reason"), [("law", "in this case, which the school rules out"), ("computing", "is not in this case")]
)
def test_what_is_ruled_out_is_not_said_as_if_it_were_asked(slug: str, reason: str) -> None:
    basis = Qualification(country="FR", fields=(slug,))
    tree = Not(AnyOf((field("law"), Not(level(0)))))
    first, second = findings(evaluate(tree, Candidate(student=Student(), basis=basis, reference=REFERENCE)))
    assert reason in first.answer.reason.template
    assert (first.excluded, second.excluded) == (True, False)
    assert first.bearing is (NOT_MET if slug == "law" else MET)
    assert second.bearing is second.status


def test_a_failed_alternative_decides_nothing() -> None:
    tree = All((AnyOf((level(8), level(1))), Not(field("law")), credits_(300)))
    basis = Qualification(country="FR", level=3, credits=Decimal(180), fields=("computing",))
    decides = deciding(evaluate(tree, Candidate(student=Student(), basis=basis, reference=REFERENCE)))
    assert decides is not None
    assert decides.leaf == credits_(300)
    ruled_out = deciding(evaluate(tree, Candidate(student=Student(), basis=replace(basis, fields=("law",)), reference=REFERENCE)))
    assert ruled_out is not None
    assert ruled_out.excluded


# --- properties

LEAVES = st.one_of(
    st.integers(0, 8).map(level),
    st.sampled_from([60, 120, 180, 240, 300]).map(credits_),
    st.sets(st.sampled_from(sorted(FIELDS)), min_size=1).map(lambda slugs: field(*sorted(slugs))),
)


def _groups(children: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(children, min_size=1, max_size=4).map(tuple)
    return st.one_of(
        several.map(All),
        several.map(AnyOf),
        st.builds(AtLeast, st.integers(1, 3), several),
        several.map(lambda nodes: Readings(nodes, NOTE)),
    )


WITHOUT_NOT: st.SearchStrategy[Node] = st.recursive(LEAVES, _groups, max_leaves=8)
TREES: st.SearchStrategy[Node] = st.recursive(LEAVES, lambda inner: st.one_of(_groups(inner), inner.map(Not)), max_leaves=8)
BASES = st.builds(
    Qualification,
    country=st.sampled_from([None, "FR", "GB"]),
    level=st.none() | st.integers(0, 8),
    credits=st.none() | st.sampled_from([60, 150, 180, 240]).map(Decimal),
    fields=st.sets(st.sampled_from(sorted(FIELDS)), max_size=2).map(lambda slugs: tuple(sorted(slugs))),
)


@given(TREES, BASES)
def test_not_twice_is_nothing(tree: Node, basis: Qualification) -> None:
    assert held(Not(Not(tree)), basis) is held(tree, basis)


@given(st.lists(TREES, min_size=2, max_size=3), BASES, st.sampled_from([All, AnyOf]))
def test_the_order_of_conditions_never_matters(trees: list[Node], basis: Qualification, operator: type[All] | type[AnyOf]) -> None:
    assert len({held(operator(tuple(order)), basis) for order in permutations(trees)}) == 1


@given(WITHOUT_NOT, st.integers(0, 7), st.sampled_from([None, "FR", "GB"]))
def test_a_higher_level_never_turns_met_into_not_met(tree: Node, lower: int, country: str | None) -> None:
    one, higher = (Qualification(country=country, level=level_, fields=("law",)) for level_ in (lower, lower + 1))
    if held(tree, one) is MET:
        assert held(tree, higher) is not NOT_MET


@given(TREES, BASES)
def test_every_leaf_is_found_and_says_something(tree: Node, basis: Qualification) -> None:
    found = list(findings(evaluate(tree, Candidate(student=Student(), basis=basis, reference=REFERENCE))))
    assert {finding.asked for finding in found} == {leaf.test.asked(REFERENCE) for leaf in leaves(tree)}
    assert all(
        finding.answer.needs for finding in found if finding.status is UNKNOWN and "two ways" not in finding.answer.reason.template
    )
