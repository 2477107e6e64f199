"""The made-up catalogues that benchmarks rest on: sound, the same every time, and as doubtful as real pages."""

from pathlib import Path

import pytest

from advisor_app.domain.facts import Status
from advisor_app.domain.requirements.kinds import load
from advisor_app.domain.requirements.tree import leaves
from advisor_app.domain.student import Student
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.services.build import build
from advisor_app.services.check import check
from advisor_app.services.verdict_columns import verdicts_of_all
from benchmarks import generate
from benchmarks.generate import made_up
from benchmarks.verdicts import STUDENTS, entry_points

COUNT = 60


def write(path: Path, count: int = COUNT) -> Path:
    head, programmes = made_up(count)
    build(head, path, programmes)
    return path


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("made_up") / "made_up.sqlite")


def test_the_same_number_gives_the_same_bytes(file: Path, tmp_path: Path) -> None:
    assert write(tmp_path / "again.sqlite").read_bytes() == file.read_bytes()


def test_three_programmes_are_enough(tmp_path: Path) -> None:
    with open_catalogue(write(tmp_path / "small.sqlite", 3)) as small:
        small.verify()
        assert len(small.programme_ids()) == 3


@pytest.mark.parametrize("student", STUDENTS)
def test_columns_give_what_checking_every_programme_gives(file: Path, student: Student) -> None:
    with open_catalogue(file) as opened:
        by_tree = [one.verdict.rank for one in check(opened, student).programmes]
        assert verdicts_of_all(opened, student).tolist() == by_tree


def test_some_facts_are_silent_and_some_in_conflict() -> None:
    _, programmes = made_up(400)
    statuses = [one.summary.status for one in programmes]
    assert 0.2 < statuses.count(Status.NOT_STATED) / 400 < 0.36
    assert 0 < statuses.count(Status.CONFLICTING) / 400 < 0.1


def test_rules_are_of_many_kinds_and_make_sense() -> None:
    head, _ = made_up(3)
    found = [leaf for tree in entry_points(3000) if tree for leaf in leaves(tree)]
    assert len({leaf.kind for leaf in found}) >= len(load()) - 2
    assert not [problem for leaf in set(found) for problem in leaf.test.problems(head.reference)]


def test_the_command_says_what_it_wrote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["generate", "5", str(tmp_path / "five.sqlite")])
    assert generate.main() == 0
    assert capsys.readouterr().out.startswith("5 programmes, 3 schools: ")
    monkeypatch.setattr("sys.argv", ["generate", "5", str(tmp_path / "nowhere" / "five.sqlite")])
    assert generate.main() == 1
    assert "make it first" in capsys.readouterr().err
