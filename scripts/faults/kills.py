"""kill -9 at random moments while something is written: what was acknowledged is there afterwards, and nothing is damaged."""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from scripts.faults.outcome import Outcome
from scripts.faults.writers import Writer, writers

WORKER = Path(__file__).resolve().parent.parent / "worker_at_the_desk.py"


def outcomes(kills: int, desks: int) -> Iterator[Outcome]:
    """``kills`` shared out among the writers, and ``desks`` of the whole program at work."""
    everyone = list(writers())
    for writer in everyone:
        yield _killed_while_writing(writer, kills // len(everyone))
    yield _killed_at_the_desk(desks)


def _killed_while_writing(writer: Writer, times: int) -> Outcome:
    moments = random.Random(times)
    lost = kept = left = 0
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / writer.file
        writer.write(file, 1)
        whole = _seconds(writer, file)
        newest = 2
        for _ in range(times):
            acknowledged = _worker(writer, file, newest + 1, moments.uniform(0, 3 * whole + 0.03))
            found = _read(writer, file)
            lost += found is None or found < max(newest, acknowledged)
            newest = max(found or 0, newest, acknowledged)
            kept += acknowledged > 0
        left = len([one for one in Path(folder).iterdir() if one != file])
    note = f"{kept} of them after a write was acknowledged, one takes {whole * 1000:.1f} ms; {left} unfinished parts left beside it"
    return Outcome(fault=f"kill -9 while {writer.name} is written", tried=times, lost=lost, note=note)


def _seconds(writer: Writer, file: Path) -> float:
    start = time.perf_counter()
    writer.write(file, 2)
    return time.perf_counter() - start


def _worker(writer: Writer, file: Path, first: int, seconds: float) -> int:
    """Writes version after version in a process of its own and kills it; the last version that it acknowledged, or 0."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        for version in range(first, first + 1_000_000):
            writer.write(file, version)
            os.write(writing, b"%d\n" % version)
    os.close(writing)
    time.sleep(seconds)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    with os.fdopen(reading, "rb") as said:
        return int((said.read().split() or [b"0"])[-1])


def _read(writer: Writer, file: Path) -> int | None:
    """The version on the disk; ``None`` where the file is damaged."""
    try:
        return writer.read(file)
    except Exception:  # noqa: BLE001 - whatever it is, the file cannot be read
        return None


# --- the whole program


def _killed_at_the_desk(times: int) -> Outcome:
    """The real window, changed again and again, killed, and started anew with what was on the desk."""
    moments = random.Random(times)
    lost = last_kept = last_begun = 0
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(times):
            lines = _desk(Path(folder), moments.uniform(0.0, 0.4))
            numbers = {
                word: [int(line.split()[1]) for line in lines if line.startswith(word)] for word in ("found", "kept", "begun")
            }
            back = numbers["found"][0] if numbers["found"] else -1
            lost += not last_kept <= back <= last_begun
            last_kept, last_begun = max([back, *numbers["kept"]]), max([back, *numbers["begun"]])
        damaged = len(list(Path(folder).glob("*.broken*")))
    fault = "kill -9 of the window at work; it starts with the desk as it was"
    return Outcome(fault=fault, tried=times, lost=lost + damaged, note=f"{last_kept} changes were kept on the way")


def _desk(folder: Path, seconds: float) -> list[str]:
    environment = {**os.environ, "ADVISOR_DATA_DIR": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    worker = subprocess.Popen([sys.executable, str(WORKER)], env=environment, stdout=subprocess.PIPE, text=True)
    if worker.stdout is None:
        return []
    lines = [worker.stdout.readline(), worker.stdout.readline()]
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        lines.append(worker.stdout.readline())
    worker.kill()
    said, _ = worker.communicate(timeout=60)
    return [line for line in [*lines, *said.splitlines()] if len(line.split()) > 1]
