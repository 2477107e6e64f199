"""Which of the files that PyInstaller collects go into the standalone folder: only what the program can reach."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath

Entry = tuple[str, str, str]
"""As PyInstaller notes a file: its place in the folder, where it is taken from, and what it is."""

# Modules that something imports in a place where this program never comes. There is no network here, so no TLS either; the one
# SQLite library is sqlcipher3's; and a shell's line editing is nobody's business in a window.
UNUSED_MODULES = (
    *("sqlite3", "_sqlite3", "ssl", "_ssl", "_hashlib", "_uuid", "readline", "curses", "_curses", "tkinter", "_tkinter"),
    *("dbm", "_dbm", "_gdbm"),
    *("pytest", "_pytest", "unittest", "doctest", "pydoc", "pdb", "lib2to3", "xmlrpc", "ftplib", "smtplib", "wsgiref", "distutils"),
    *("setuptools", "pkg_resources", "pip", "wheel", "PIL", "IPython", "lxml", "mypy", "hypothesis"),
    # One process does it all. PyInstaller would prepare for more at every start, before the window is painted.
    *("multiprocessing", "_multiprocessing", "_posixshmem"),
    *("numpy.f2py", "numpy.testing", "numpy.distutils", "numpy.random", "numpy.fft", "numpy.polynomial"),
    *("numpy.ma", "numpy.matlib", "numpy.ctypeslib", "numpy._core._multiarray_tests"),
    *(f"sqlalchemy.dialects.{one}" for one in ("mysql", "oracle", "postgresql", "mssql")),
    *("sqlalchemy.testing", "sqlalchemy.orm", "sqlalchemy.ext"),
    *("PySide6.QtDBus", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.scripts", "PySide6.support"),
)

# What PyInstaller would run before the program. For ``inspect`` to find source lines, of which there are none here; and on Linux,
# to tell Qt where its plugins are, which it would also tell every program that Advisor opens.
UNUSED_HOOKS = {"pyi_rth_inspect", "pyi_rth_pyside6"} if sys.platform.startswith("linux") else {"pyi_rth_inspect"}

# The plugins of Qt that stay; all others go. Accents are typed with the input contexts, printers are found by printsupport, and
# the portal brings the desktop's own file dialogs. The widgets paint without OpenGL.
_PLUGINS = re.compile(
    r"/plugins/("
    r"platforms/(lib)?q(xcb|wayland|offscreen|windows|cocoa)|platforminputcontexts/|printsupport/|styles/"
    r"|platformthemes/libqxdgdesktopportal|iconengines/(lib)?qsvgicon|imageformats/(lib)?q(svg|ico|jpeg)"
    r"|wayland-shell-integration/libxdg-shell|wayland-decoration-client/"
    r")"
)
# Where there is a printer the system has this, with the dozen libraries that it asks for, and keeps them up to date.
_SYSTEM_LIBRARIES = re.compile(r"libcups\.so.*")
_LANGUAGES = r"(fr|en)"
_NEVER = (
    re.compile(r"/PySide6/.*/?translations/(?!qtbase_" + _LANGUAGES + r"\.qm)"),
    re.compile(r"babel/locale-data/(?!(root|fr|fr_FR|en|en_001|en_150|en_GB|en_US)\.dat)"),
    re.compile(r"^/(?!advisor-).*\.dist-info/|\.dist-info/(?!METADATA$)"),  # only Advisor's own version is read
    re.compile(r"opengl32sw|/qml/|/resources/desktop/(.*\.(ico|icns)|bundle\.toml)$|/tests?/|\.(pyi|po)$|/py\.typed$"),
)


def wanted(entry: Entry) -> bool:
    """Whether a collected file is of use by itself."""
    place = "/" + PurePath(entry[0]).as_posix()
    if "/plugins/" in place and not _PLUGINS.search(place):
        return False
    return not any(pattern.search(place) for pattern in _NEVER)


def without_links(entries: Iterable[Entry]) -> list[Entry]:
    """Links cannot live on the file systems of most USB sticks, and everything finds its libraries without them."""
    return [entry for entry in entries if entry[2] != "SYMLINK"]


def reachable(entries: Iterable[Entry], imports: Callable[[str], Iterable[str]]) -> list[Entry]:
    """The libraries without those that only a dropped part would have loaded, or one that is left to the system.

    ``imports`` gives the names of the libraries that a binary file asks for, and of those that these ask for in turn.
    """
    given = list(entries)
    ours = {PurePath(place).name: (place, source, kind) for place, source, kind in given if not _systems(place)}
    left_out = {PurePath(place).name: set(map(_base, imports(source))) for place, source, _ in given if _systems(place)}
    waiting = [entry for entry in given if _starts(entry)]
    kept: set[str] = set()
    while waiting:
        place, source, _ = waiting.pop()
        if place in kept:
            continue
        kept.add(place)
        names = set(map(_base, imports(source)))
        theirs: set[str] = set().union(*(left_out[name] for name in names & left_out.keys()))
        waiting += [ours[name] for name in names - theirs if name in ours]
    return [entry for entry in given if entry[0] in kept]


def _systems(place: str) -> bool:
    return bool(_SYSTEM_LIBRARIES.fullmatch(PurePath(place).name))


def _starts(entry: Entry) -> bool:
    """Whether a binary is loaded by name, not because another one asks for it."""
    name = PurePath(entry[0]).name
    return (
        entry[2] == "EXTENSION" or "/plugins/" in PurePath(entry[0]).as_posix() or name.lower().startswith(("libpython", "python3"))
    )


def _base(name: str) -> str:
    return PurePath(name.replace("\\", "/")).name


def described(entries: Iterable[Entry]) -> Iterator[dict[str, str]]:
    """The entries for the records of the build."""
    for place, source, kind in sorted(entries):
        yield {"place": PurePath(place).as_posix(), "source": source, "kind": kind}
