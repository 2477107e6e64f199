"""A figure, the budget it is held against, and how both are measured."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured value.

    ``peer`` was measured in the same run; ``at_most`` bounds the ratio of the two, or the value itself where there is no peer.
    """

    name: str
    value: float
    unit: str
    at_most: float
    peer: float | None = None
    against: str = ""

    @property
    def ratio(self) -> float | None:
        return None if self.peer is None else self.value / self.peer

    @property
    def ok(self) -> bool:
        return (self.value if self.ratio is None else self.ratio) <= self.at_most

    def line(self) -> str:
        """The figure as ``make bench`` prints it."""
        held = f"{self.against} {self.peer:.1f} {self.unit}" if self.peer is not None else "-"
        ratio = f"{self.ratio:.2f}" if self.ratio is not None else "-"
        target = f"≤ {self.at_most:g} ×" if self.ratio is not None else f"≤ {self.at_most:g} {self.unit}"
        verdict = "ok" if self.ok else "MISS"
        return f"{self.name:<52} {self.value:>9.1f} {self.unit:<3} {held:<34} {ratio:>6}  {target:<11} {verdict}"


def median_ms(work: Callable[[], object], times: int = 7, clock: Callable[[], float] = time.perf_counter) -> float:
    """The median of several runs, in milliseconds, after one that warms up.

    For what only computes, ``time.thread_time`` leaves out the time in which somebody else had the processor.
    """
    work()
    taken = []
    for _ in range(times):
        start = clock()
        work()
        taken.append((clock() - start) * 1000)
    return statistics.median(taken)


def python(*arguments: str) -> Callable[[], object]:
    """A new Python process with these arguments, with no screen."""
    return lambda: said_by(*arguments)


def said_by(*arguments: str) -> str:
    """What a new Python process with these arguments prints, with no screen."""
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment(), check=True, capture_output=True, text=True).stdout


def environment() -> dict[str, str]:
    """For a process with no screen and a data folder of its own."""
    made = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "ADVISOR_DATA_DIR": str(ROOT / "build" / "bench" / "own")}
    made.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed is compiled once, not at each start
    return made
