#!/usr/bin/env python3
"""Set-up and every day's verbs, with nothing but Python's own library.

``python3 scripts/dev.py run`` on a fresh machine makes the virtual environment, installs the locked requirements and what Qt
needs of the system, and opens the program. Once that is done a stamp makes it immediate, and no network is used.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "advisor-setup.json"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCKS = {"run": ROOT / "requirements" / "run.txt", "dev": ROOT / "requirements" / "dev.txt"}

# What Qt's wheel expects of a Debian or Ubuntu system, and the virtual display of the tests.
# fmt: off
QT_PACKAGES = [
    "libdbus-1-3", "libegl1", "libfontconfig1", "libfreetype6", "libgl1", "libglib2.0-0", "libx11-6", "libx11-xcb1",
    "libxcb-cursor0", "libxcb-glx0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0", "libxcb-render-util0",
    "libxcb-shape0", "libxcb-util1", "libxcb-xfixes0", "libxcb-xkb1", "libxkbcommon-x11-0", "libxkbcommon0",
]
# fmt: on
# A virtual display, what a screen reader talks to, and what reads libraries for the standalone folder.
TEST_PACKAGES = ["xvfb", "xauth", "dbus", "at-spi2-core", "gir1.2-atspi-2.0", "python3-gi", "binutils"]
# The same, as a system without dpkg knows them; these few stand for the rest.
QT_LIBRARIES = ("libEGL.so.1", "libGL.so.1", "libfontconfig.so.1", "libdbus-1.so.3", "libxkbcommon.so.0", "libxcb-cursor.so.0")

SAMPLE_STUDENT = ROOT / "resources" / "samples" / "student.toml"
SAMPLE_SHEET = ROOT / "build" / "comparison.pdf"
SAMPLE_PROGRAMMES = ("heip-msc-international-relations", "ileri-m2-strategic-intelligence", "ileri-m2-security-defence")


class Stop(Exception):
    """Something the user has to mend; said in one line."""


# --- Set-up ------------------------------------------------------------------------------------------------------------------


def prepare(level: str) -> None:
    """Make the environment ready for ``run`` or for ``dev``; does nothing where the stamp says that it is."""
    system_packages(QT_PACKAGES + (TEST_PACKAGES if level == "dev" else []))
    if PYTHON.exists() and read_stamp().get(level) == fingerprint(level):
        return
    if not usable_environment():
        make_environment()
    print(f"Installing the locked requirements ({LOCKS[level].name}) …", flush=True)
    must([PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "--requirement", LOCKS[level]], "the requirements")
    must([PYTHON, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--editable", ROOT], "the program")
    ready = read_stamp()
    for each in ("run", "dev") if level == "dev" else ("run",):
        ready[each] = fingerprint(each)
    STAMP.write_text(json.dumps(ready), encoding="utf-8")


def fingerprint(level: str) -> str:
    """Changes with the lock, the project's metadata, the interpreter and the place of the checkout."""
    state = hashlib.sha256(str(ROOT).encode("utf-8", "surrogateescape"))
    for file in (LOCKS[level], ROOT / "pyproject.toml", VENV / "pyvenv.cfg"):
        state.update(file.read_bytes() if file.exists() else b"-")
    return state.hexdigest()


def read_stamp() -> dict[str, str]:
    """What the environment was last made ready for."""
    try:
        found = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def usable_environment() -> bool:
    """Whether there is an environment with pip and a Python that is new enough, still where it was made."""
    if not PYTHON.exists():
        return False
    question = "import os, sys, pip; print(sys.version_info >= (3, 11) and os.path.samefile(sys.prefix, sys.argv[1]))"
    answer = subprocess.run([str(PYTHON), "-c", question, str(VENV)], capture_output=True, text=True, check=False)
    return answer.stdout.strip() == "True"


def make_environment() -> None:
    """Make ``.venv`` anew."""
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        if not (on_debian() and is_root()):
            raise Stop(f"this Python cannot make virtual environments; install {package} (sudo apt-get install {package})")
        apt_install([package])
    print(f"Making the virtual environment {VENV} …", flush=True)
    outside = getattr(sys, "_base_executable", sys.executable)  # never the environment that is about to be cleared
    must([outside, "-m", "venv", "--clear", VENV], "the virtual environment")


def system_packages(wanted: list[str]) -> None:
    """Install what Qt needs of the system where we may; otherwise say in one line what to install."""
    if not sys.platform.startswith("linux"):
        return
    if not on_debian():
        if absent := [name for name in QT_LIBRARIES if not loads(name)]:
            print(f"note: Qt needs libraries that are missing here: {' '.join(absent)}", file=sys.stderr)
        return
    missing = missing_packages(wanted)
    if missing and is_root():
        apt_install(missing)
    elif missing:
        print(f"note: Qt needs system packages; install them with: sudo apt-get install {' '.join(missing)}", file=sys.stderr)


def missing_packages(wanted: list[str]) -> list[str]:
    """Those of the packages that dpkg does not have; newer releases add ``t64`` to some names."""
    names = [*wanted, *(f"{name}t64" for name in wanted)]
    question = ["dpkg-query", "--show", "--showformat", "${db:Status-Status} ${Package}\n", *names]
    answer = subprocess.run(question, capture_output=True, text=True, check=False).stdout
    present = {line.split()[1] for line in answer.splitlines() if line.startswith("installed ")}
    return [name for name in wanted if name not in present and f"{name}t64" not in present]


def apt_install(packages: list[str]) -> None:
    """Install packages as root."""
    print(f"Installing system packages: {' '.join(packages)} …", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    must(["apt-get", "update", "-qq"], "the list of system packages", env=quiet)
    must(["apt-get", "install", "-qq", "--yes", "--no-install-recommends", *packages], "system packages", env=quiet)


def loads(library: str) -> bool:
    """Whether the system has a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def on_debian() -> bool:
    """Whether packages come by apt."""
    return bool(shutil.which("dpkg-query") and shutil.which("apt-get"))


def is_root() -> bool:
    """Whether we may install system packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


# --- Verbs -------------------------------------------------------------------------------------------------------------------


def run(more: list[str]) -> int:
    """Open the program; with no display, do its main job on a sample student."""
    prepare("run")
    if more or has_display():
        return call([PYTHON, "-m", "advisor_app", *more])
    print("No display here, so no window: checking a sample student and writing the comparison as PDF.", flush=True)
    SAMPLE_SHEET.parent.mkdir(exist_ok=True)
    status = call([PYTHON, "-m", "advisor_app", "check", SAMPLE_STUDENT])
    given: list[str | Path] = ["--student", SAMPLE_STUDENT, "--pdf", SAMPLE_SHEET]
    return status or call([PYTHON, "-m", "advisor_app", "compare", *SAMPLE_PROGRAMMES, *given])  # its last line names the PDF


def has_display() -> bool:
    """Whether a window can be opened."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def test(more: list[str]) -> int:
    """Format, lint, types, import contracts and tests; with arguments, pytest alone with these."""
    prepare("dev")
    workers = str(min(os.cpu_count() or 1, 8))
    pytest: list[str | Path] = [PYTHON, "-m", "pytest", "-q", "--numprocesses", workers, "--dist", "worksteal"]
    if more:
        return call([*pytest[:3], *more])
    steps: dict[str, list[str | Path]] = {
        "format": [PYTHON, "-m", "ruff", "format", "--check", "--quiet", "."],
        "lint": [PYTHON, "-m", "ruff", "check", "--quiet", "."],
        "import contracts": [tool("lint-imports"), "--no-logo"],
        "types": [PYTHON, "-m", "mypy", "--no-error-summary"],
        "tests": pytest,
    }
    failed = [name for name, command in steps.items() if timed(name, command) != 0]
    if failed:
        print(f"error: failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def setup(_more: list[str]) -> int:
    """Everything that the other verbs need, and nothing else."""
    prepare("dev")
    print(f"Ready. The command is {tool('advisor')}")
    return 0


def bench(more: list[str]) -> int:
    """The budgets: one line a figure; fails on a miss."""
    prepare("dev")
    return call([PYTHON, "-m", "benchmarks", *more])


def dist(more: list[str]) -> int:
    """The standalone folder and its archive in ``dist/``, and their own proof that they work."""
    prepare("dev")
    return call([PYTHON, "-m", "scripts.packaging", *more]) or call([standalone(), "selftest"])


def packaging(more: list[str]) -> int:
    """Builds the standalone folder and uses it as an advisor does: elsewhere, alone, read-only, without a home."""
    prepare("dev")
    status = call([PYTHON, "-m", "scripts.packaging", "--no-archive"])
    return status or call([PYTHON, "-m", "pytest", "-q", "-n0", "tests/packaging", "--standalone", standalone().parent, *more])


def faults(more: list[str]) -> int:
    """Pulls the plug, fills the disk, breaks the files: what the user then sees, and that nothing is lost."""
    prepare("dev")
    return call([PYTHON, "-m", "scripts.faults", *more])


def pictures(more: list[str]) -> int:
    """Every screen and sheet as PNG, in both languages and themes."""
    prepare("dev")
    return call([PYTHON, "scripts/pictures.py", *more])


VERBS = {
    "run": run,
    "test": test,
    "setup": setup,
    "check": test,
    "bench": bench,
    "dist": dist,
    "packaging": packaging,
    "faults": faults,
    "pictures": pictures,
}


# --- Helpers -----------------------------------------------------------------------------------------------------------------


def tool(name: str) -> Path:
    """A command of the environment."""
    return PYTHON.with_name(name + (".exe" if os.name == "nt" else ""))


def standalone() -> Path:
    """The program that ``dist`` built."""
    return ROOT / "dist" / "advisor" / ("advisor.exe" if os.name == "nt" else "advisor")


def call(command: list[str | Path]) -> int:
    """Run a command in the checkout; its exit status."""
    return subprocess.call([str(part) for part in command], cwd=ROOT)


def timed(name: str, command: list[str | Path]) -> int:
    """Run one step under its name, with the time it took."""
    print(f"── {name}", flush=True)
    start = time.monotonic()
    status = call(command)
    print(f"   {name}: {'ok' if status == 0 else 'FAILED'} in {time.monotonic() - start:.1f} s", flush=True)
    return status


def must(command: list[str | Path], what: str, env: dict[str, str] | None = None) -> None:
    """Run a command that the rest depends on."""
    status = subprocess.call([str(part) for part in command], cwd=ROOT, env=env)
    if status != 0:
        raise Stop(f"{what} could not be installed (the lines above say why)")


def newer_python() -> str | None:
    """Another Python on this machine that is new enough."""
    names = (f"python3.{minor}" for minor in range(14, 10, -1))
    return next((path for path in map(shutil.which, names) if path), None)


def main() -> int:
    """Do one verb."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is what a machine's older Python meets first
        if newer := newer_python():
            return subprocess.call([newer, *sys.argv])
        print(f"error: Advisor needs Python 3.11 or newer; this is {sys.version.split()[0]}", file=sys.stderr)
        return 1
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for name, verb in VERBS.items():
        verbs.add_parser(name, help=(verb.__doc__ or "").splitlines()[0], add_help=False)
    known, more = parser.parse_known_args()
    try:
        return VERBS[known.verb](more)
    except Stop as stop:
        print(f"error: {stop}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
