"""The standalone folder against the virtual environment. Measured only where ``make dist`` has built one."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

from benchmarks.figures import ROOT, Figure, environment, python

FOLDER = ROOT / "dist" / "advisor"
PROGRAM = FOLDER / ("advisor.exe" if sys.platform == "win32" else "advisor")
PAINTED = ("--until-painted",)


def figures() -> Iterator[Figure]:
    """First paint and size."""
    if not PROGRAM.exists():
        print("(no standalone folder here: make dist builds one)", file=sys.stderr)
        return
    theirs, ours = _medians(python("-m", "advisor_app", *PAINTED), _standalone)
    yield Figure(
        name="first paint of the standalone program", value=ours, unit="ms", peer=theirs, against="virtual environment", at_most=1.2
    )
    size = sum(file.stat().st_size for file in FOLDER.rglob("*") if file.is_file()) / 1e6
    yield Figure(name="size of the standalone folder", value=size, unit="MB", at_most=330)
    for archive in [*(ROOT / "dist").glob("advisor-*.tar.xz"), *(ROOT / "dist").glob("advisor-*.zip")]:
        yield Figure(name="size of its archive", value=archive.stat().st_size / 1e6, unit="MB", at_most=100)


def _standalone() -> object:
    return subprocess.run([PROGRAM, *PAINTED], env=environment(), check=True, stdout=subprocess.DEVNULL)


def _medians(one: Callable[[], object], other: Callable[[], object], times: int = 9) -> tuple[float, float]:
    """Turn by turn, so that whatever else the machine does weighs on both alike; in milliseconds."""
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(times + 1):
        for work, list_ in zip((one, other), taken, strict=True):
            start = time.perf_counter()
            work()
            list_.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken[0][1:]), statistics.median(taken[1][1:])
