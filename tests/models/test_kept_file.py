"""What the advisor keeps comes back as it was, and a damaged file costs nothing but itself."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from advisor_app.domain.errors import EnvironmentProblem
from advisor_app.domain.student import Qualification, Student
from advisor_app.models.kept_file import KeptFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    student: Student = field(default_factory=Student)
    pinned: tuple[str, ...] = ()
    count: int = 0


DESK = Desk(
    student=Student(
        age=22, qualifications=(Qualification(country="GB", level=3, credits=Decimal("360.5"), expected=date(2027, 6, 30)),)
    ),
    pinned=("«é» \x00 🎓",),
    count=3,
)


def kept(folder: Path) -> "KeptFile[Desk]":
    return KeptFile(folder / "own" / "desk.json", Desk, Desk())


def test_it_comes_back_as_it_was(tmp_path: Path) -> None:
    kept(tmp_path).save(DESK)
    again = kept(tmp_path)
    assert again.load() == DESK
    assert again.notice is None


def test_nothing_kept_yet_is_empty_without_a_word(tmp_path: Path) -> None:
    file = kept(tmp_path)
    assert file.load() == Desk()
    assert file.notice is None


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"pinned": 3}',
        b'{"pinned": "abc"}',
        b'{"count": "3"}',
        b'{"unknown": 1}',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
def test_a_damaged_file_is_set_aside(tmp_path: Path, damage: bytes) -> None:
    file = kept(tmp_path)
    file.path.parent.mkdir()
    file.path.write_bytes(damage)
    assert file.load() == Desk()
    assert file.notice is not None
    assert file.path.with_name("desk.broken-1.json").read_bytes() == damage, "nothing in it is lost"
    file.save(DESK)
    assert kept(tmp_path).load() == DESK


def test_a_file_that_cannot_be_read_is_left_where_it_is(tmp_path: Path) -> None:
    file = kept(tmp_path)
    file.path.mkdir(parents=True)
    assert file.load() == Desk()
    assert file.notice is not None
    assert file.path.is_dir()


def test_a_place_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "own").write_text("a file where the folder should be")
    with pytest.raises(EnvironmentProblem, match="could not be written"):
        kept(tmp_path).save(DESK)
