"""Advisor in the menu of this user's desktop, and its files opened by a double click. Needs no rights, and can be taken back.

The standalone folder is copied, not installed, so nobody else tells the desktop about it. On macOS the bundle itself does.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from advisor_app import paths
from advisor_app.files import write_whole

ENTRY, TYPES, MARK = "applications/advisor.desktop", "mime/packages/advisor.xml", "icons/hicolor/scalable/apps/advisor.svg"
CLASSES = r"Software\Classes"
_KINDS = {".student.toml": ("Advisor.Student", "Advisor student"), ".catalogue.sqlite": ("Advisor.Catalogue", "Advisor catalogue")}


def add() -> Path | None:
    """Tells the desktop where Advisor lies now; gives what was written, ``None`` where nothing need be. Raises OSError."""
    if sys.platform == "win32":
        _register(dict(registry(program())))
        return Path(CLASSES)
    if sys.platform == "darwin":
        return None
    folder = paths.resource_dir() / "desktop"
    entry = (folder / "advisor.desktop").read_text(encoding="utf-8").replace("{program}", quoted(program()))
    written = {
        MARK: (paths.resource_dir() / "icons" / "advisor.svg").read_bytes(),
        TYPES: (folder / "advisor.xml").read_bytes(),
        ENTRY: entry.encode(),
    }
    for name, content in written.items():
        (share() / name).parent.mkdir(parents=True, exist_ok=True)
        write_whole(share() / name, content)
    _refresh()
    return share() / ENTRY


def remove() -> None:
    """Takes back what :func:`add` did. Raises OSError."""
    if sys.platform == "win32":
        _unregister()
    elif sys.platform != "darwin":
        for name in (ENTRY, TYPES, MARK):
            (share() / name).unlink(missing_ok=True)
        _refresh()


def program() -> str:
    """How this very program is started, as a desktop is told."""
    if paths.is_frozen():
        windowed = Path(sys.executable).with_name("advisor-window.exe")
        return str(windowed if windowed.exists() else sys.executable)
    return str(Path(sys.executable).with_name("advisor-window"))


def share() -> Path:
    """Where this user's desktop looks for programs."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path("~/.local/share").expanduser())


def quoted(path: str) -> str:
    """A path as a desktop entry wants it: quoted for the command, and that again for the file."""
    for sign in ("\\", '"', "`", "$"):
        path = path.replace(sign, f"\\{sign}")
    return '"' + path.replace("\\", "\\\\").replace("%", "%%") + '"'


def _refresh() -> None:
    """Has the desktop look again, where it does not by itself."""
    for tool, folder in (("update-mime-database", "mime"), ("update-desktop-database", "applications")):
        if (found := shutil.which(tool)) and (share() / folder).is_dir():
            subprocess.run([found, share() / folder], capture_output=True, check=False)  # noqa: S603 - the desktop's own tools


# --- Windows


def registry(path: str) -> Iterator[tuple[str, str]]:
    """Keys below this user's classes, and their values.

    A file's last suffix is all that Windows looks at, so Advisor is one among the programs to open it with, and takes nothing over.
    """
    for suffix, (kind, said) in _KINDS.items():
        yield kind, said
        yield rf"{kind}\DefaultIcon", f'"{path}",0'
        yield rf"{kind}\shell\open\command", f'"{path}" "%1"'
        yield rf"{Path(suffix).suffix}\OpenWithProgids", kind


def _register(values: Mapping[str, str]) -> None:
    if sys.platform == "win32":
        import winreg  # late: Windows alone has it

        for key, value in values.items():
            name = value if key.endswith("OpenWithProgids") else None
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, rf"{CLASSES}\{key}") as opened:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, "" if name else value)


def _unregister() -> None:
    if sys.platform == "win32":
        import contextlib  # late, as the next
        import winreg  # late: Windows alone has it

        for suffix, (kind, _) in _KINDS.items():
            offered = rf"{CLASSES}\{Path(suffix).suffix}\OpenWithProgids"
            with contextlib.suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, offered, 0, winreg.KEY_SET_VALUE) as key:
                winreg.DeleteValue(key, kind)
            for part in (r"\shell\open\command", r"\shell\open", r"\shell", r"\DefaultIcon", ""):
                with contextlib.suppress(OSError):
                    winreg.DeleteKey(winreg.HKEY_CURRENT_USER, rf"{CLASSES}\{kind}{part}")
