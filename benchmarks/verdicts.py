"""The verdicts of a whole catalogue, beside the same rules as objects, tree by tree."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import cycle
from random import Random
from time import thread_time

from advisor_app.domain.catalogue import EntryPoint
from advisor_app.domain.check import assess
from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.tree import Node
from advisor_app.domain.student import LanguageSkill, Qualification, Residence, Student
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.models.rule_columns import RuleColumns, RuleCompiler, leaf_documents, packed, unpacked
from advisor_app.paths import default_catalogue
from advisor_app.services.verdict_columns import verdicts_of_all
from benchmarks.figures import Figure, median_ms
from benchmarks.generate import SEED
from benchmarks.rules import requirements
from benchmarks.words import LEVELS, SUBJECTS

ENTRIES = 200_000
SAMPLE = 2_000

LAW = Qualification(country="FR", level=3, credits=Decimal(180), fields=("law",))
STUDENTS = (
    Student(),
    Student(qualifications=(LAW,), residence=Residence.FRENCH, age=21),
    Student(qualifications=(replace(LAW, level=4, credits=Decimal(240)),), languages=(LanguageSkill(lang="en", cefr="B2"),)),
    Student(qualifications=(Qualification(country="GB", level=3, fields=("economics",)),), residence=Residence.OTHER),
    Student(qualifications=(Qualification(country="FR", level=0),), age=18, documents=("CV",)),
    Student(qualifications=(Qualification(country="IN", level=3, fields=("finance",)),), experience_months=30),
)
"""One after the other, each with one diploma; the first with none."""


@dataclass(frozen=True, slots=True)
class _Rules:
    columns: RuleColumns
    tables: Reference

    def rule_columns(self) -> RuleColumns:
        return self.columns

    def reference(self) -> Reference:
        return self.tables


def figures() -> Iterator[Figure]:
    """Columns as they lie in a file, then a sample of the same rules as objects, scaled up; all in processor time."""
    with open_catalogue(default_catalogue()) as opened:
        reference = opened.reference()
    trees = list(entry_points(ENTRIES))
    rules = _Rules(_stored(trees), reference)
    students = cycle(STUDENTS)
    whole = median_ms(lambda: verdicts_of_all(rules, next(students)), times=30, clock=thread_time)
    read = median_ms(lambda: _read(rules.columns), times=30, clock=thread_time)
    sample = [EntryPoint(id="", name="", year=1, after=0, requirements=tree) for tree in trees[:SAMPLE]]
    objects = median_ms(lambda: _each(sample, next(students), reference), times=6, clock=thread_time) * ENTRIES / SAMPLE
    name = f"verdicts of {ENTRIES:,} entry points"
    yield Figure(name=f"{name}, {len(rules.columns.leaves)} rules", value=whole, unit="ms", at_most=10)
    yield Figure(name=name, value=whole, unit="ms", peer=objects, against="rule objects", at_most=0.01)
    yield Figure(name=name, value=whole, unit="ms", peer=read, against="columns read once", at_most=150)


def entry_points(count: int) -> Iterator[Node | None]:
    """The requirements of that many entry points, drawn as for made-up programmes."""
    chance = Random(SEED)
    for _ in range(count):
        subject, (_, after, years) = chance.choice(SUBJECTS), chance.choice(LEVELS)
        yield requirements(chance, after + chance.randrange(years), subject.fields)


def _stored(trees: list[Node | None]) -> RuleColumns:
    compiler = RuleCompiler()
    for first in range(0, len(trees), 2):
        compiler.add_trees((tree, True) for tree in trees[first : first + 2])
    columns = compiler.columns()
    return unpacked(dict(packed(columns)), list(leaf_documents(columns)))


def _read(columns: RuleColumns) -> int:
    layers = sum(int(layer.children.sum()) + int(layer.places.sum()) for layer in columns.layers)
    return layers + int(columns.roots.sum()) + int(columns.starts.sum())


def _each(entries: list[EntryPoint], student: Student, reference: Reference) -> None:
    for entry in entries:
        assess(entry, student, reference)
