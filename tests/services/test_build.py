"""The catalogue file is whole or not there, and the same bytes each time."""

import os
import resource
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from advisor_app.domain.catalogue import Catalogue
from advisor_app.domain.errors import EnvironmentProblem, UserProblem
from advisor_app.interchange.source_files import read_catalogue
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.models.file_format import APPLICATION_ID
from advisor_app.services.build import build
from tests.interchange.said import said

ROOT = Path(__file__).parent.parent.parent
MADE_UP = ROOT / "tests" / "catalogues" / "made_up"
OLDER = b"SQLite format 3\x00".ljust(68, b"\x00") + APPLICATION_ID.to_bytes(4, "big") + b"of an older catalogue: its header"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue(MADE_UP)


def test_the_committed_seed_is_what_its_sources_build(tmp_path: Path) -> None:
    build(read_catalogue(ROOT / "data" / "catalogue"), tmp_path / "seed.sqlite")
    same = (tmp_path / "seed.sqlite").read_bytes() == (ROOT / "data" / "seed.sqlite").read_bytes()
    assert same, "the sources have changed: advisor catalogue build data/catalogue data/seed.sqlite"


def test_the_same_catalogue_gives_the_same_bytes_wherever_and_whenever(tmp_path: Path, catalogue: Catalogue) -> None:
    for name in ("a.sqlite", "another name.sqlite"):
        build(catalogue, tmp_path / name)
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    subprocess.run([sys.executable, "-c", BUILD, str(MADE_UP), str(tmp_path / "c.sqlite")], check=True, cwd=ROOT, env=environment)
    built = {path.read_bytes() for path in tmp_path.iterdir()}
    assert len(list(tmp_path.iterdir())) == 3
    assert len(built) == 1


BUILD = """
import sys
from dataclasses import replace
from pathlib import Path
from advisor_app.interchange.source_files import read_catalogue
from advisor_app.services.build import build
build(read_catalogue(Path(sys.argv[1])), Path(sys.argv[2]))
"""


def test_a_file_that_is_there_is_replaced(tmp_path: Path, catalogue: Catalogue) -> None:
    out = tmp_path / "out.sqlite"
    out.write_bytes(OLDER)
    build(catalogue, out)
    with open_catalogue(out) as opened:
        opened.verify()
    assert [path.name for path in tmp_path.iterdir()] == ["out.sqlite"]
    assert out.stat().st_mode & 0o777 == 0o644


KILLED = """
import os, signal, sys
from pathlib import Path
from advisor_app.interchange.source_files import read_catalogue
from advisor_app.models import catalogue_writer
from advisor_app.services.build import build
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
catalogue_writer._write_rules = die
build(read_catalogue(Path(sys.argv[1])), Path(sys.argv[2]))
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_killed_half_way_the_older_file_is_still_there(tmp_path: Path) -> None:
    out = tmp_path / "out.sqlite"
    out.write_bytes(OLDER)
    done = subprocess.run([sys.executable, "-c", KILLED, str(MADE_UP), str(out)], check=False, cwd=ROOT)
    assert done.returncode == -signal.SIGKILL
    assert out.read_bytes() == OLDER


FULL = """
import resource, signal, sys
from pathlib import Path
from advisor_app.domain.errors import EnvironmentProblem
from advisor_app.interchange.source_files import read_catalogue
from advisor_app.services.build import build
catalogue = read_catalogue(Path(sys.argv[1]))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]),) * 2)
try:
    build(catalogue, Path(sys.argv[2]))
except EnvironmentProblem as error:
    print(dict(error.message.params)["file"])
"""


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="no limits here")
@pytest.mark.parametrize("limit", [0, 4096, 100_000])
def test_with_no_room_left_the_older_file_is_still_there(tmp_path: Path, limit: int) -> None:
    out = tmp_path / "out.sqlite"
    out.write_bytes(OLDER)
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(MADE_UP), str(out), str(limit)], check=True, cwd=ROOT, capture_output=True, text=True
    )
    assert done.stdout.strip() == str(out)
    assert out.read_bytes() == OLDER
    assert [path.name for path in tmp_path.iterdir()] == ["out.sqlite"]


def test_where_nothing_can_be_written(tmp_path: Path, catalogue: Catalogue) -> None:
    (tmp_path / "file").touch()
    for out in (tmp_path / "no" / "such" / "x.sqlite", tmp_path / "file" / "x.sqlite"):
        with pytest.raises(UserProblem, match="there is no folder"):
            build(catalogue, out)
    with pytest.raises(UserProblem, match="this is a folder"):
        build(catalogue, tmp_path)
    with pytest.raises(EnvironmentProblem) as caught:
        build(catalogue, tmp_path / ("x" * 300))
    assert said(caught.value.message).endswith("(the name is too long); what was there is unchanged")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("content", [b"my notes", b"SQLite format 3\x00", b"SQLite format 3\x00".ljust(5000, b"x")])
def test_what_is_no_catalogue_is_not_written_over(tmp_path: Path, catalogue: Catalogue, content: bytes) -> None:
    (tmp_path / "mine").write_bytes(content)
    with pytest.raises(UserProblem, match="something else than a catalogue"):
        build(catalogue, tmp_path / "mine")
    assert (tmp_path / "mine").read_bytes() == content
    (tmp_path / "mine").write_bytes(b"")
    build(catalogue, tmp_path / "mine")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_or_device_is_not_replaced(tmp_path: Path, catalogue: Catalogue) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    for name in ("pipe", "loop"):
        with pytest.raises(UserProblem, match="not an ordinary file"):
            build(catalogue, tmp_path / name)
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_keeps_pointing_where_it_did(tmp_path: Path, catalogue: Catalogue) -> None:
    (tmp_path / "link").symlink_to("real.sqlite")
    build(catalogue, tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    with open_catalogue(tmp_path / "real.sqlite") as opened:
        opened.verify()


def test_whatever_goes_wrong_leaves_nothing_behind(tmp_path: Path, catalogue: Catalogue) -> None:
    out = tmp_path / "out.sqlite"
    out.write_bytes(OLDER)
    with pytest.raises(KeyError):  # a fault of ours: read_catalogue lets no programme without its school through
        build(replace(catalogue, institutions={}), out)
    assert out.read_bytes() == OLDER
    assert [path.name for path in tmp_path.iterdir()] == ["out.sqlite"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder(tmp_path: Path, catalogue: Catalogue) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(EnvironmentProblem):
        build(catalogue, tmp_path / "x.sqlite")
