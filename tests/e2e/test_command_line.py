"""The command in a process of its own: what only shows there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import HEIP, INTELLIGENCE, SEED

ADVISOR = [sys.executable, "-m", "advisor_app"]


def run(*arguments: str | Path, **variables: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*ADVISOR, *arguments], capture_output=True, check=False, env=os.environ | variables, timeout=60)


def test_json_is_utf_8_whatever_the_locale() -> None:
    ran = run("--catalogue", SEED, "show", INTELLIGENCE, "--lang", "fr", "--json", LC_ALL="C", PYTHONIOENCODING="latin-1")
    assert ran.returncode == 0, ran.stderr
    assert "année" in ran.stdout.decode("utf-8")
    assert ran.stderr == b""


def test_a_reader_who_leaves_early_is_no_problem() -> None:
    with subprocess.Popen([*ADVISOR, "--catalogue", SEED, "show", HEIP], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_terminal_that_lacks_characters_gets_what_it_can_show(encoding: str) -> None:
    reader, writer = os.openpty()
    process = subprocess.Popen(
        [*ADVISOR, "--catalogue", SEED, "programmes", "--lang", "fr"],
        stdout=writer,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONIOENCODING": encoding},
    )
    os.close(writer)
    said = b""
    try:
        while chunk := os.read(reader, 4096):
            said += chunk
    except OSError:  # the other end is closed
        pass
    os.close(reader)
    _, problems = process.communicate(timeout=60)
    assert (process.returncode, problems) == (0, b"")
    assert HEIP in said.decode(encoding)


def test_a_hostile_argument_is_no_traceback() -> None:
    for hostile in (b"\xff\xfe", "\u202egnp.exe".encode(), b"\x1b[31m", b"a\nb", b"'; DROP TABLE programme; --"):
        ran = subprocess.run(
            [*ADVISOR, "--catalogue", SEED, "show", os.fsdecode(hostile)], capture_output=True, check=False, timeout=60
        )
        assert ran.returncode == 1
        assert ran.stderr.startswith(b"error: ")
        assert ran.stderr.count(b"\n") == 1
        assert b"\x1b" not in ran.stderr
        assert b"Traceback" not in ran.stderr


def test_the_way_to_the_window_imports_nothing_heavy() -> None:
    """The first window paints before anything heavy is imported."""
    heavy = ["PySide6", "sqlalchemy", "sqlcipher3", "babel", "typst", "cattrs", "rapidfuzz", "argparse", "numpy"]
    code = f"import sys, advisor_app.cli, advisor_app.wording; print([name for name in {heavy} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert ran.stdout.strip() == "[]"
