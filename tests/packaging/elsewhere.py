"""The standalone folder as it arrives on somebody's computer: in another place, without what this machine has, by another user."""

import os
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

NAME = "advisor.exe" if os.name == "nt" else "advisor"
AWKWARD = "Clé USB de l'école, été (2)"
UNKNOWN, NOBODY = 54321, 65534
"""A user whom no list of users knows, and the one without a home that every system has: D-Bus wants a name."""


@dataclass(frozen=True)
class Place:
    """A copy of the folder that cannot be written, and beside it a folder that can."""

    folder: Path
    desk: Path

    @property
    def program(self) -> Path:
        return self.folder / NAME

    def run(self, *arguments: str | Path, variables: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        """Runs a command with nothing in the environment but ``variables``, from the folder that can be written."""
        given = variables if variables is not None else {"ADVISOR_DATA_DIR": str(self.desk / "own")}
        command = [*without_rights(UNKNOWN), self.program, *arguments]
        return subprocess.run(
            command, cwd=self.desk, env=bare(given), capture_output=True, encoding="utf-8", timeout=120, check=False
        )


def bare(variables: Mapping[str, str]) -> dict[str, str]:
    """An environment of these variables alone; Windows cannot do without a few of its own."""
    kept = ("SYSTEMROOT", "TEMP", "USERPROFILE", "APPDATA", "LOCALAPPDATA") if os.name == "nt" else ()
    return {name: os.environ[name] for name in kept if name in os.environ} | dict(variables)


def without_rights(user: int) -> Sequence[str]:
    """What stands before a command so that this user, without rights, runs it; nothing where we have no rights either."""
    if os.name != "posix" or os.geteuid() != 0 or shutil.which("setpriv") is None:
        return ()
    return (str(shutil.which("setpriv")), f"--reuid={user}", f"--regid={user}", "--clear-groups", "--no-new-privs")


@contextmanager
def placed(built: Path, user: int = UNKNOWN, name: str = AWKWARD) -> Iterator[Place]:
    """A copy of the folder under that name, read-only, and a desk of that user; removed afterwards."""
    root = Path(tempfile.mkdtemp(prefix="advisor-elsewhere-"))
    root.chmod(0o755)
    try:
        folder, desk = root / name / "advisor", root / "desk"
        shutil.copytree(built, folder, symlinks=True)
        desk.mkdir()
        if without_rights(user):
            os.chown(desk, user, user)
        _writable(folder, yes=False)
        yield Place(folder, desk)
    finally:
        _writable(root, yes=True)
        shutil.rmtree(root)


def _writable(folder: Path, *, yes: bool) -> None:
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            mode = stat.S_IMODE(path.stat().st_mode)
            path.chmod(mode | stat.S_IWUSR if yes else mode & ~0o222)
