"""The command line of the standalone folder: read-only, under an awkward name, nothing in the environment, no home."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor_app.domain.requirements import kinds
from tests.command import HEIP, INTELLIGENCE, SECURITY
from tests.packaging.elsewhere import NAME, Place, placed

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def place(built: Path) -> Iterator[Place]:
    with placed(built) as found:
        yield found


@pytest.fixture(scope="module")
def student(place: Place) -> Path:
    return place.folder / "_internal" / "resources" / "samples" / "student.toml"


def test_it_proves_itself(place: Place) -> None:
    ran = place.run("selftest")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert all(re.match(r"ok +\d+\.\d\d s  ", line) for line in ran.stdout.splitlines())
    (said,) = (line for line in ran.stdout.splitlines() if "kinds of requirement" in line)
    assert all(name in said for name in kinds.load()), "a kind that is in the checkout and not in the folder"
    assert "window: " in ran.stdout


def test_a_user_without_a_home_leaves_nothing_about(place: Place) -> None:
    before = sorted(place.desk.iterdir())
    ran = place.run("selftest", variables={})
    assert (ran.returncode, ran.stderr) == (0, "")
    assert sorted(place.desk.iterdir()) == before


@pytest.mark.parametrize(
    "asked",
    [
        ("programmes", "strategic", "--json"),
        ("show", INTELLIGENCE, "--lang", "fr", "--json"),
        ("check", "STUDENT", "--json"),
        ("compare", HEIP, INTELLIGENCE, SECURITY, "--student", "STUDENT", "--lang", "fr", "--json"),
    ],
    ids=lambda asked: asked[0],
)
def test_it_says_what_the_checkout_says(place: Place, student: Path, asked: tuple[str, ...]) -> None:
    arguments = [str(student) if one == "STUDENT" else one for one in asked]
    ran = place.run(*arguments)
    assert (ran.returncode, ran.stderr) == (0, "")
    here = subprocess.run(
        [sys.executable, "-m", "advisor_app", *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert json.loads(ran.stdout) == json.loads(here.stdout)


def test_it_writes_the_same_sheet(place: Place, student: Path, tmp_path: Path) -> None:
    there, here = place.desk / "fiche à emporter.pdf", tmp_path / "sheet.pdf"
    arguments = ("compare", HEIP, SECURITY, "--student", str(student), "--lang", "fr", "--pdf")
    assert place.run(*arguments, there).returncode == 0
    subprocess.run([sys.executable, "-m", "advisor_app", *arguments, here], cwd=ROOT, capture_output=True, check=True)
    assert there.read_bytes() == here.read_bytes()


def test_it_builds_a_catalogue_from_sources(place: Place) -> None:
    out = place.desk / "own.sqlite"
    sources = place.folder.parent / "sources"
    place.folder.parent.chmod(0o755)
    shutil.copytree(ROOT / "data" / "catalogue", sources)
    ran = place.run("catalogue", "build", sources, out)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert out.read_bytes() == (ROOT / "data" / "seed.sqlite").read_bytes()


def test_its_version_is_the_projects(place: Place) -> None:
    version = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert version
    assert place.run("--version").stdout == f"advisor {version[1]}\n"


def test_without_a_display_it_says_so(place: Place) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("elsewhere there always is a display")
    ran = place.run()
    assert ran.returncode == 1
    assert ran.stderr.startswith("error: There is no display")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a matter of the loader of Linux")
def test_other_programs_that_it_starts_do_not_get_its_libraries(place: Place) -> None:
    """A browser that took our libraries for its own would not open."""
    tools, share = place.desk / "tools", place.desk / "share"
    tools.mkdir()
    tool = tools / "update-desktop-database"
    tool.write_text(f"#!/bin/sh\n/usr/bin/env > '{place.desk}/seen'\n", encoding="utf-8")
    tool.chmod(0o755)
    ran = place.run("desktop", "add", variables={"PATH": str(tools), "XDG_DATA_HOME": str(share), "LD_LIBRARY_PATH": "/own"})
    assert (ran.returncode, ran.stderr) == (0, "")
    seen = (place.desk / "seen").read_text(encoding="utf-8")
    assert "LD_LIBRARY_PATH=/own\n" in seen
    assert str(place.folder) not in seen
    assert str(place.program) in (share / "applications" / "advisor.desktop").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("data/seed.sqlite", b""),
        ("resources/translations/fr/LC_MESSAGES/advisor.mo", b"broken"),
        ("resources/sheets/comparison.typ", b"#panic()"),
        ("resources/samples/student.toml", b"level = "),
    ],
)
def test_a_folder_with_a_broken_part_says_so_in_one_line(built: Path, tmp_path: Path, part: str, content: bytes) -> None:
    """A copy that was cut short, or that somebody changed."""
    folder = tmp_path / "advisor"
    shutil.copytree(built, folder, copy_function=_linked)
    broken = folder / "_internal" / part
    broken.unlink()
    broken.write_bytes(content)
    ran = subprocess.run([folder / NAME, "selftest"], capture_output=True, encoding="utf-8", timeout=120, check=False)
    assert ran.returncode == 1, ran.stdout
    assert ran.stderr.startswith("error: ")
    assert ran.stderr.count("\n") == 1
    assert "Traceback" not in ran.stderr


def _linked(source: str, target: str) -> str:
    """Copies in no time where both are on one disk."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
    return target
