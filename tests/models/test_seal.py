"""A catalogue in which a single bit is not as it was written is never taken for a sound one."""

import random
import shutil
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from advisor_app.domain.errors import UserProblem
from advisor_app.models import seal
from advisor_app.models.catalogue_file import open_catalogue


def with_a_bit_turned_over(file: Path, folder: Path, bit: int) -> Path:
    content = bytearray(file.read_bytes())
    content[bit // 8] ^= 1 << bit % 8
    spoilt = folder / "spoilt.sqlite"
    spoilt.write_bytes(content)
    return spoilt


def unbroken(file: Path) -> bool:
    reading = seal.reading(file)
    while True:
        try:
            next(reading)
        except StopIteration as end:
            return bool(end.value)


def test_a_catalogue_is_unbroken_as_it_was_built(file: Path) -> None:
    assert unbroken(file)


def test_any_single_bit_breaks_it(file: Path, tmp_path: Path) -> None:
    bits = 8 * file.stat().st_size
    chance = random.Random(7)  # noqa: S311 - the same bits each time
    tried = [0, bits - 1, bits - 8 * seal.LENGTH, bits - 8 * seal.LENGTH - 1, *(chance.randrange(bits) for _ in range(100))]
    assert [bit for bit in tried if unbroken(with_a_bit_turned_over(file, tmp_path, bit))] == []


@pytest.mark.parametrize("change", [b"", b"SQLite", b"\0" * seal.LENGTH])
def test_what_is_too_short_for_a_seal_is_broken(change: bytes, tmp_path: Path) -> None:
    (tmp_path / "short").write_bytes(change)
    assert not unbroken(tmp_path / "short")


def test_it_is_an_ordinary_row_of_an_ordinary_table(file: Path) -> None:
    connection = dbapi2.connect(str(file))
    assert connection.execute("SELECT digest FROM seal").fetchall() == [(file.read_bytes()[-seal.LENGTH :],)]
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


def test_a_file_without_the_place_is_not_sealed(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"x" * 100)
    with pytest.raises(RuntimeError, match="does not end with the place for its seal"):
        seal.seal(other)
    assert other.read_bytes() == b"x" * 100


def test_a_small_file_is_refused_at_once_and_a_large_one_when_it_is_read_whole(file: Path, tmp_path: Path) -> None:
    harmless = 8 * file.read_bytes().rindex(b"\0" * 200)  # where nothing stands, so that SQLite has nothing to say
    spoilt = with_a_bit_turned_over(file, tmp_path, harmless)
    with pytest.raises(UserProblem) as caught:
        open_catalogue(spoilt, seal_up_to=spoilt.stat().st_size)
    assert "what it says may be wrong; copy or build it again" in caught.value.message.template
    with open_catalogue(spoilt, seal_up_to=spoilt.stat().st_size - 1) as large, pytest.raises(UserProblem, match="not as it was"):
        large.verify()


def test_a_file_that_is_gone_is_a_problem_in_words(file: Path, tmp_path: Path) -> None:
    gone = Path(shutil.copy(file, tmp_path / "gone.sqlite"))
    with open_catalogue(gone) as opened:
        gone.unlink()
        with pytest.raises(UserProblem):
            opened.verify()
