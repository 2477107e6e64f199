"""What a newcomer and the continuous integration rely on: verbs, locks, and papers that say the same thing."""

import ast
import importlib.metadata
import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def text(*parts: str) -> str:
    return ROOT.joinpath(*parts).read_text(encoding="utf-8")


def pins(lock: Path) -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)==([^\s;]+)", lock.read_text(encoding="utf-8"), re.MULTILINE))


def named(source: str) -> set[str]:
    return {
        match.lower().replace("_", "-") for match in re.findall(r"^([A-Za-z][\w.-]*)", text("requirements", source), re.MULTILINE)
    }


@pytest.fixture
def dev() -> ModuleType:
    """``scripts/dev.py``, which is a file to be run, not a module of the program."""
    spec = importlib.util.spec_from_file_location("dev", ROOT / "scripts" / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_requirement_is_pinned_and_hashed(lock: Path) -> None:
    content = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    requirements = [line for line in content.splitlines() if line and not line.lstrip().startswith("#")]
    assert requirements
    for line in requirements:
        assert re.match(r"[\w.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", line), line[:80]


@pytest.mark.parametrize("file", sorted((ROOT / "requirements").iterdir()), ids=lambda file: file.name)
def test_no_requirement_names_where_it_comes_from(file: Path) -> None:
    content = file.read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host| @ ", content)


def test_the_locks_hold_what_is_asked_for_and_agree() -> None:
    run, dev = pins(ROOT / "requirements" / "run.txt"), pins(ROOT / "requirements" / "dev.txt")
    assert named("run.in") <= run.keys()
    assert named("dev.in") <= dev.keys()
    assert run.items() <= dev.items()


def test_what_is_installed_is_what_the_lock_says() -> None:
    """A test run against other versions proves nothing about the program that is shipped."""
    installed = {dist.name.lower().replace("_", "-"): dist.version for dist in importlib.metadata.distributions() if dist.name}
    locked = pins(ROOT / "requirements" / "run.txt")
    assert {name: installed.get(name) for name in locked} == locked


def test_every_verb_of_make_is_a_verb_of_the_script(dev: ModuleType) -> None:
    targets = re.search(r"^((?:\w+ )+\w+):\n\t@\$\(PYTHON\) scripts/dev\.py \$@", text("Makefile"), re.MULTILINE)
    assert targets
    assert set(targets[1].split()) == set(dev.VERBS)


def test_continuous_integration_runs_the_same_command() -> None:
    assert "make test" in text(".ci", "run")
    assert os.access(ROOT / ".ci" / "run", os.X_OK) or os.name == "nt"


def test_the_script_is_read_by_an_old_python() -> None:
    """It is the first thing that runs, perhaps under a Python that is too old and must be told so."""
    ast.parse(text("scripts", "dev.py"), feature_version=(3, 8))


def test_the_script_needs_nothing_but_the_standard_library() -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(ROOT / "scripts" / "dev.py"), "--help"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "run" in done.stdout


def test_a_set_up_environment_is_left_alone(dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a fresh stamp nothing is started at all: no pip, hence no network."""
    monkeypatch.setattr(dev, "STAMP", tmp_path / "stamp.json")
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(dev, "QT_PACKAGES", [])
    monkeypatch.setattr(dev, "TEST_PACKAGES", [])
    started: list[object] = []
    monkeypatch.setattr(dev, "must", lambda *command: started.append(command))
    monkeypatch.setattr(dev, "usable_environment", lambda: True)
    dev.prepare("dev")
    assert len(started) == 2
    dev.prepare("dev")
    dev.prepare("run")
    assert len(started) == 2


def test_a_changed_lock_is_installed(dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = tmp_path / "run.txt"
    lock.write_text("a==1", encoding="utf-8")
    monkeypatch.setattr(dev, "LOCKS", {"run": lock})
    before = dev.fingerprint("run")
    lock.write_text("a==2", encoding="utf-8")
    assert dev.fingerprint("run") != before


def test_an_unreadable_stamp_means_not_set_up(dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "STAMP", tmp_path / "stamp.json")
    for content in ("", "[]", "{"):
        dev.STAMP.write_text(content, encoding="utf-8")
        assert dev.read_stamp() == {}


@pytest.mark.skipif(not Path("/usr/bin/dpkg-query").exists(), reason="a question for Debian and Ubuntu")
def test_missing_system_packages_are_found(dev: ModuleType) -> None:
    assert dev.missing_packages(["dpkg", "no-such-package-anywhere"]) == ["no-such-package-anywhere"]


@pytest.fixture
def bare_debian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A system that has no package installed; the file returned tells what apt-get was asked for."""
    asked = tmp_path / "asked"
    for name, script in (("dpkg-query", "exit 1"), ("apt-get", f'echo "$@" >> "{asked}"')):
        command = tmp_path / "bin" / name
        command.parent.mkdir(exist_ok=True)
        command.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    return asked


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a matter of Debian and Ubuntu")
def test_root_gets_what_qt_needs(dev: ModuleType, bare_debian: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "is_root", lambda: True)
    dev.system_packages(["libegl1", "xvfb"])
    update, install = bare_debian.read_text(encoding="utf-8").splitlines()
    assert update.startswith("update")
    assert install.endswith("libegl1 xvfb")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a matter of Debian and Ubuntu")
def test_others_are_told_in_one_line(
    dev: ModuleType, bare_debian: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "is_root", lambda: False)
    dev.system_packages(["libegl1", "xvfb"])
    assert not bare_debian.exists()
    assert capsys.readouterr().err.splitlines() == [
        "note: Qt needs system packages; install them with: sudo apt-get install libegl1 xvfb"
    ]


def test_a_python_that_cannot_make_environments_is_said(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    monkeypatch.setattr(dev, "is_root", lambda: False)
    with pytest.raises(dev.Stop, match=r"sudo apt-get install python3\.\d+-venv"):
        dev.make_environment()


def test_the_student_file_of_the_readme_is_one(tmp_path: Path) -> None:
    example = re.search(r"```toml\n(\[person\].*?)```", text("README.md"), re.DOTALL)
    assert example
    file = tmp_path / "student.toml"
    file.write_text(example[1], encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "advisor_app", "check", str(file)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_without_a_display_the_main_job_is_done_all_the_same(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    sheet = tmp_path / "with space" / "comparison.pdf"
    monkeypatch.setattr(dev, "SAMPLE_SHEET", sheet)
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(dev, "prepare", lambda _level: None)
    monkeypatch.setattr(sys, "platform", "linux")
    assert dev.run([]) == 0
    out = capfd.readouterr().out
    assert out.startswith("No display here")
    assert str(sheet) in out.splitlines()[-1]
    assert sheet.read_bytes().startswith(b"%PDF-")


def test_the_version_is_in_the_changelog() -> None:
    version = tomllib.loads(text("pyproject.toml"))["project"]["version"]
    assert f"## {version}" in text("CHANGELOG.md")


def test_every_decision_has_context_choice_and_consequences() -> None:
    records = sorted((ROOT / "docs" / "adr").glob("[0-9]*.md"))
    assert len({record.name[:4] for record in records}) == len(records) > 0
    for record in records:
        content = record.read_text(encoding="utf-8")
        for heading in ("## Context", "## Choice", "## Consequences"):
            assert heading in content, f"{record.name} lacks {heading}"


@pytest.mark.parametrize("paper", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_between_the_papers_lead_somewhere(paper: str) -> None:
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", text(paper)):
        assert (ROOT / target).exists(), f"{paper} links to {target}"
