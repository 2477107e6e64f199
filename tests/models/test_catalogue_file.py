"""Opening whatever somebody may point at, and what is said of it."""

import os
import random
import shutil
import struct
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path
from threading import Barrier

import pytest
from sqlcipher3 import dbapi2

from advisor_app import paths
from advisor_app.domain.errors import UserProblem
from advisor_app.domain.student import Student
from advisor_app.models import seal
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.models.database import Database
from advisor_app.models.file_format import SCHEMA_VERSION
from advisor_app.services.browse import Query, browse
from advisor_app.services.listed import rows
from tests.interchange.said import said


def problem(path: Path) -> str:
    with pytest.raises(UserProblem) as caught:
        open_catalogue(path)
    line = said(caught.value.message)
    assert "\n" not in line
    assert str(path) in line
    return line


@pytest.fixture
def spoilt(file: Path, tmp_path: Path) -> Callable[[Callable[[bytearray], object]], Path]:
    def spoil(change: Callable[[bytearray], object]) -> Path:
        content = bytearray(file.read_bytes())
        change(content)
        path = tmp_path / "spoilt.sqlite"
        path.write_bytes(content)
        return path

    return spoil


def test_what_is_no_catalogue_is_called_by_its_name(tmp_path: Path) -> None:
    assert "there is no such catalogue" in problem(tmp_path / "none.sqlite")
    assert "there is no such catalogue" in problem(tmp_path / "none" / "x.sqlite")
    assert "this is a folder; a catalogue is a file" in problem(tmp_path)
    for content, expected in (
        (b"", "this file is empty; copy or build the catalogue again"),
        (b"%PDF-1.7 and so on" * 100, "this is not a catalogue"),
        (b"SQLite format 3\x00", "this is not a catalogue"),
        (b"SQLite format 3\x00" + b"\0" * 200, "this is a database of some other program; name one"),
    ):
        path = tmp_path / "x.sqlite"
        path.write_bytes(content)
        assert expected in problem(path)
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert "symbolic links lead in a circle" in problem(loop)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "this is not a file that can be read" in problem(tmp_path / "pipe")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read anything")
def test_a_file_that_may_not_be_read(file: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(file, tmp_path / "secret.sqlite"))
    path.chmod(0)
    assert "this file may not be read; check its permissions" in problem(path)


def test_a_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    connection = dbapi2.connect(str(path))
    connection.execute("CREATE TABLE t (a)")
    connection.commit()
    connection.close()
    assert "this is a database of some other program" in problem(path)


def test_a_catalogue_of_another_version(spoilt: Callable[[Callable[[bytearray], object]], Path]) -> None:
    newer = spoilt(lambda content: struct.pack_into(">I", content, 60, SCHEMA_VERSION + 1))
    assert "built by a newer version of the program; update the program" in problem(newer)
    older = spoilt(lambda content: struct.pack_into(">I", content, 60, SCHEMA_VERSION - 1))
    assert "built by an older version of the program; build it again" in problem(older)


@pytest.mark.parametrize("kept", [100, 4096, 50_000, -1])
def test_a_torn_file(spoilt: Callable[[Callable[[bytearray], object]], Path], kept: int) -> None:
    def tear(content: bytearray) -> None:
        del content[kept:]

    assert "cut short or damaged" in problem(spoilt(tear))


def test_a_fuzzed_file_never_does_worse_than_a_problem(spoilt: Callable[[Callable[[bytearray], object]], Path]) -> None:
    """Every answer is either right in kind or a problem said in one line; nothing else ever comes out."""
    chance = random.Random(4)  # noqa: S311 - the same holes each time
    for _ in range(40):

        def fuzz(content: bytearray) -> None:
            for _ in range(60):
                content[chance.randrange(100, len(content))] = chance.randrange(256)
            content[-seal.LENGTH :] = blake2b(
                content[: -seal.LENGTH], digest_size=seal.LENGTH
            ).digest()  # or it were read no further

        path = spoilt(fuzz)
        with open_catalogue(path) as opened:
            for ask in (
                opened.verify,
                lambda: rows(opened, browse(opened, Student(), Query(text="marine data"))),
                opened.reference,
                lambda: opened.programmes(opened.programme_ids()),
            ):
                with suppress(UserProblem):
                    ask()


def test_a_read_only_folder_with_an_odd_name(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "clé USB 100% #1?"
    folder.mkdir()
    path = Path(shutil.copy(file, folder / "cat & dog;x=1.sqlite"))
    path.chmod(0o444)
    folder.chmod(0o555)
    try:
        with open_catalogue(path) as opened:
            assert opened.programme_ids() == ("marine-data", "night-baking")
        assert [each.name for each in folder.iterdir()] == [path.name]
    finally:
        folder.chmod(0o755)


def test_nothing_can_be_written(file: Path) -> None:
    before = file.read_bytes()
    database = Database(file)
    with closing(database), pytest.raises(UserProblem):
        database.rows("DELETE FROM programme")
    assert file.read_bytes() == before


def test_a_file_that_is_swapped_while_open_goes_on_being_read(file: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(file, tmp_path / "open.sqlite"))
    with open_catalogue(path) as opened:
        assert opened.programme_ids()
        (tmp_path / "new").write_bytes(b"something else altogether")
        (tmp_path / "new").replace(path)
        assert opened.programme("marine-data").name == "MSc Marine Data Science"


@pytest.mark.parametrize("replaced", [True, False])
def test_a_file_that_is_swapped_or_removed_goes_on_being_read_by_many_at_once(
    file: Path, tmp_path: Path, *, replaced: bool
) -> None:
    path = Path(shutil.copy(file, tmp_path / "open.sqlite"))
    with closing(Database(path)) as database:
        expected = database.column("SELECT id FROM programme ORDER BY id")
        if replaced:
            (tmp_path / "new").write_bytes(b"something else altogether")
            (tmp_path / "new").replace(path)
        else:
            path.unlink()
        ready = Barrier(8)

        def ask(_number: int) -> bool:
            ready.wait()
            return all(database.column("SELECT id FROM programme ORDER BY id") == expected for _ in range(50))

        with ThreadPoolExecutor(8) as threads:
            assert all(threads.map(ask, range(8)))


def test_what_is_closed_while_questions_are_answered_leaves_no_file_open(file: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(file, tmp_path / "open.sqlite"))
    database = Database(path)

    def ask(_number: int) -> None:
        for _ in range(100):
            database.column("SELECT id FROM programme")

    with ThreadPoolExecutor(8) as threads:
        asked = threads.map(ask, range(8))
        database.close()
        list(asked)
    if Path("/proc/self/fd").is_dir():
        assert not [one for one in Path("/proc/self/fd").iterdir() if os.path.realpath(one) == str(path)]


def test_a_file_that_is_cut_short_while_it_is_open_is_a_problem(tmp_path: Path) -> None:
    """A stick that was pulled out, or a copy over it. Mapped into memory, it would end the whole process."""
    file = tmp_path / "open.sqlite"
    shutil.copy(paths.default_catalogue(), file)
    with open_catalogue(file) as catalogue:
        programmes = catalogue.programme_ids()
        os.truncate(file, 5_000)
        with pytest.raises(UserProblem):
            catalogue.programme(programmes[-1])
