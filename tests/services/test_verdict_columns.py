"""The columnar pass gives exactly what the tree gives."""

import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.domain.catalogue import Catalogue, Combination, Programme
from advisor_app.domain.check import assess, check_programme
from advisor_app.domain.requirements.kinds.field import Field
from advisor_app.domain.requirements.tree import All, AnyOf, AppliesTo, AtLeast, Node, Not, Readings, Strength, at_home_in
from advisor_app.domain.student import Student
from advisor_app.domain.verdicts import Verdict
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.models.catalogue_writer import write_catalogue
from advisor_app.models.rule_columns import RuleColumns, RuleCompiler
from advisor_app.services.verdict_columns import verdict_ranks, verdicts_of_all
from tests.domain.samples import CAMPUS, FIELDS, INSTITUTION, KEEN, REFERENCE, TWO_YEARS, field, level, programme
from tests.domain.test_evaluate import BASES, NOTE, TREES

STUDENTS = st.lists(BASES, max_size=3).map(lambda bases: Student(qualifications=tuple(bases)))


def compiled(trees: list[Node | None]) -> RuleColumns:
    compiler = RuleCompiler()
    compiler.add_trees((tree, True) for tree in trees)
    return compiler.columns()


def by_tree(trees: list[Node | None], student: Student) -> list[int]:
    return [assess(replace(TWO_YEARS, requirements=tree), student, REFERENCE).verdict.rank for tree in trees]


@given(st.lists(st.none() | TREES, max_size=6), STUDENTS)
def test_columns_and_trees_agree(trees: list[Node | None], student: Student) -> None:
    assert verdict_ranks(compiled(trees), student, REFERENCE).tolist() == by_tree(trees, student)


SOFT = level(8, strength=Strength.SOFT)
ODD: list[Node | None] = [
    None,
    KEEN,
    All(()),
    AnyOf(()),
    AtLeast(1, ()),
    AtLeast(0, (level(8),)),
    AtLeast(5, (level(1), level(2))),
    Not(SOFT),
    Not(All((SOFT,))),
    All((SOFT, level(3))),
    AnyOf((All((SOFT,)), level(8))),
    Readings((level(3), level(8)), NOTE),
    All((AnyOf((level(3), level(8))), AtLeast(2, (level(1), level(2), Not(level(8)))))),
]


@given(STUDENTS)
def test_odd_trees_too(student: Student) -> None:
    assert verdict_ranks(compiled(ODD), student, REFERENCE).tolist() == by_tree(ODD, student)


def test_rules_that_repeat_are_held_once() -> None:
    columns = compiled([All((level(3), level(4)))] * 1000)
    assert (len(columns.leaves), columns.size) == (2, 3)
    assert set(verdict_ranks(columns, Student(), REFERENCE).tolist()) == {Verdict.NEED_INFO.rank}


def test_no_entry_point_at_all() -> None:
    assert verdict_ranks(compiled([]), Student(), REFERENCE).tolist() == []


def test_what_a_leaf_only_says_makes_no_new_rule() -> None:
    assert len(compiled([level(3), level(3, section="Admission", strength=Strength.INDICATIVE)]).leaves) == 1


@given(TREES, st.sampled_from(["FR", "GB", "DE"]), STUDENTS)
def test_columns_know_where_a_programme_is_taught(tree: Node, home: str, student: Student) -> None:
    trees: list[Node | None] = [tree, at_home_in(tree, home)]
    assert verdict_ranks(compiled(trees), student, REFERENCE).tolist() == by_tree(trees, student)


@given(st.lists(st.sampled_from(sorted(FIELDS)), max_size=4), st.sampled_from(AppliesTo), st.sampled_from(Strength), STUDENTS)
def test_a_list_of_fields_is_the_best_of_its_fields(
    slugs: list[str], bound: AppliesTo, strength: Strength, student: Student
) -> None:
    leaf = replace(field(*slugs, applies_to=bound), strength=strength)
    trees: list[Node | None] = [leaf, Not(leaf), AtLeast(1, (leaf,)), Readings((leaf, level(3)), NOTE)]
    columns = compiled(trees)
    assert verdict_ranks(columns, student, REFERENCE).tolist() == by_tree(trees, student)
    assert all(len(each.test.of) < 2 for each in columns.leaves if isinstance(each.test, Field))


PROGRAMMES = st.lists(st.lists(st.tuples(st.none() | TREES, st.booleans()), max_size=3), max_size=4)


def made(number: int, entries: list[tuple[Node | None, bool]]) -> Programme:
    points = tuple(replace(TWO_YEARS, id=f"e{place}", requirements=tree) for place, (tree, _) in enumerate(entries))
    routed = tuple(f"e{place}" for place, (_, routed) in enumerate(entries) if routed)
    return programme(
        id=f"p{number}",
        entry_points=points,
        combinations=(Combination(entry_points=routed, formats=("initial",), campuses=(CAMPUS,)),),
    )


@settings(max_examples=25, deadline=None)
@given(PROGRAMMES, STUDENTS)
def test_columns_read_back_from_a_file_agree_with_the_routes(
    tmp_path_factory: pytest.TempPathFactory, entries: list[list[tuple[Node | None, bool]]], student: Student
) -> None:
    file = tmp_path_factory.mktemp("rules") / "rules.sqlite"
    programmes = [made(number, each) for number, each in enumerate(entries)]
    head = Catalogue(version="1", dated=date(2026, 11, 1), reference=REFERENCE, institutions={INSTITUTION.id: INSTITUTION})
    write_catalogue(head, file, programmes)
    with open_catalogue(file) as opened:
        ranks = verdicts_of_all(opened, student)
    assert ranks.tolist() == [check_programme(each, student, REFERENCE).verdict.rank for each in programmes]


FIRST_PAINT = """
import sys
from pathlib import Path
from advisor_app.start import run
run(Path("data/seed.sqlite"), until_painted=True)
print("numpy" in sys.modules)
"""


def test_the_first_paint_does_without_numpy() -> None:
    ran = subprocess.run([sys.executable, "-c", FIRST_PAINT], capture_output=True, check=True, text=True)
    assert ran.stdout.strip() == "False"
