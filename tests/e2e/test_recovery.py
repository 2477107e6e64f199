"""Pulled out in the middle: the program starts again, with the work it had. ``make faults`` does this many more times."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from advisor_app.models.kept_file import KeptFile
from advisor_app.services.session import Session

KILLS = 3
WORKER = Path("scripts/worker_at_the_desk.py")


@pytest.mark.skipif(os.name != "posix", reason="Windows ends a process in another way")
def test_a_killed_program_comes_back_with_its_desk(tmp_path: Path) -> None:
    moments = random.Random(20)  # noqa: S311 - when to kill is no secret
    last_kept = last_begun = 0
    for _ in range(KILLS):
        lines = killed_after(tmp_path, moments.uniform(0.0, 0.4))
        found = int(lines[0].split()[1])
        assert last_kept <= found <= last_begun, "what was on the disk is back, and nothing that never was"
        numbers = {word: [int(line.split()[1]) for line in lines if line.startswith(word)] for word in ("kept", "begun")}
        last_kept, last_begun = max([found, *numbers["kept"]]), max(numbers["begun"])
        assert list(tmp_path.glob("*.broken*")) == []
    file = KeptFile(tmp_path / "session.json", Session, Session())
    assert file.load().student.wishes.budget_per_year is not None
    assert file.notice is None


def killed_after(folder: Path, seconds: float) -> list[str]:
    """What the worker said from its start until it was killed, ``seconds`` after its first change."""
    environment = {**os.environ, "ADVISOR_DATA_DIR": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    worker = subprocess.Popen([sys.executable, str(WORKER)], env=environment, stdout=subprocess.PIPE, text=True)
    assert worker.stdout is not None
    lines = [worker.stdout.readline(), worker.stdout.readline()]
    until = time.monotonic() + seconds
    while time.monotonic() < until and lines[-1]:
        lines.append(worker.stdout.readline())
    worker.kill()
    said, _ = worker.communicate(timeout=20)
    return [line for line in [*lines, *said.splitlines()] if len(line.split()) > 1]
