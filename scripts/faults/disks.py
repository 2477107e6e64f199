"""A disk that is full or cannot be written: what was there stays, nothing is left beside it, and the user is told in a sentence."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from advisor_app.domain.errors import EnvironmentProblem
from advisor_app.wording import Translator
from scripts.faults.outcome import Outcome
from scripts.faults.writers import Writer, writers

NOBODY = 65534
_SMALL = 20  # bytes; every file is larger
_WORDS = Translator("en")
_FINE, _LOST = 0, 3


def outcomes() -> Iterator[Outcome]:
    """Every writer on every such disk."""
    for writer in writers():
        yield _refused(f"{writer.name} on a full disk", writer, _full_disk)
        yield _refused(f"{writer.name} where files may not grow", writer, _no_growth)
        yield _refused(f"{writer.name} in a read-only folder", writer, _read_only)


def _refused(fault: str, writer: Writer, hindered: Callable[[Path], None]) -> Outcome:
    """Writes a first version, hinders the process, writes a second one: the first has to be there still."""
    with _disk(full=hindered is _full_disk) as folder:
        if folder is None:
            return Outcome(fault=fault, tried=0, lost=0, note="not tried: needs the right to mount a disk")
        file = folder / writer.file
        writer.write(file, 1)
        sentence, status = in_a_child(lambda: _try(writer, file, hindered))
        lost = status != _FINE or writer.read(file) != 1 or _strangers(folder, file)
    return Outcome(fault=fault, tried=1, lost=int(lost), sees=(sentence.replace(str(folder), "…"),) if sentence else ())


def _strangers(folder: Path, file: Path) -> bool:
    return any(one for one in folder.iterdir() if one not in {file, folder / "filler"})


def _try(writer: Writer, file: Path, hindered: Callable[[Path], None]) -> str:
    hindered(file.parent)
    try:
        writer.write(file, 2)
    except EnvironmentProblem as problem:
        return _WORDS.render(problem.message)
    raise AssertionError("it could be written all the same")


def in_a_child(work: Callable[[], str]) -> tuple[str, int]:
    """Runs it in a process of its own, which may give its rights away; what it said, and how it ended."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        status = _LOST
        try:
            os.write(writing, work().encode())
            status = _FINE
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is the outcome
            os.write(writing, f"{type(error).__name__}: {error}".encode())
        os._exit(status)
    os.close(writing)
    with os.fdopen(reading, "rb") as said:
        sentence = said.read().decode()
    _, status = os.waitpid(process, 0)
    return sentence, os.waitstatus_to_exitcode(status)


# --- the hindrances


def _full_disk(folder: Path) -> None:
    with (folder / "filler").open("wb", buffering=0) as filler:
        for size in (65536, 4096, 1):
            _fill(filler.write, size)


def _fill(write: Callable[[bytes], object], size: int) -> None:
    while True:
        try:
            write(b"\0" * size)
        except OSError:
            return


def _no_growth(_: Path) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (_SMALL, resource.RLIM_INFINITY))


def _read_only(folder: Path) -> None:
    folder.chmod(0o555)
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


@contextmanager
def _disk(*, full: bool) -> Iterator[Path | None]:
    """A folder; for a full disk, on a small one of its own. ``None`` where we may not have one."""
    root = Path(tempfile.mkdtemp())
    root.chmod(0o755)
    mounted = full and _mounted(root)
    try:
        yield root if mounted or not full else None
    finally:
        if mounted:
            subprocess.run(["umount", root], check=False)
        root.chmod(0o755)
        shutil.rmtree(root, ignore_errors=True)


def _mounted(root: Path) -> bool:
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return False
    command = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(root)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
