"""What a start spares itself until its first list is there, and a command until its end."""

import builtins
import gc
import os
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from threading import Thread
from typing import Final

_SELDOM: Final = (1_000_000, 10, 10)
"""Objects made before Python looks for garbage among all that was imported: neither a start nor a command makes as many."""

_THREADS: Final = "OPENBLAS_NUM_THREADS"
"""numpy's linear algebra, of which nothing is used, starts a thread for each processor when it is imported, and lets them spin."""

_LARGE: Final = (("sqlcipher3", "_sqlite3.*"), ("numpy", "_core/_multiarray_umath.*"), ("numpy", "linalg/_umath_linalg.*"))
"""The large libraries that the first list needs: a package, and where one lies in it."""


class Spared:
    """From now on until the :meth:`end`. A choice of the user's stands before it; what the program opens does not inherit it."""

    def __init__(self) -> None:
        self._often = gc.get_threshold()
        self._threads = os.environ.get(_THREADS)
        gc.set_threshold(*_SELDOM)
        os.environ.setdefault(_THREADS, "1")

    def end(self) -> None:
        gc.set_threshold(*self._often)
        if self._threads is None:
            os.environ.pop(_THREADS, None)


def import_plainly() -> None:
    """Takes away what PySide, once it is there, puts around every import.

    It reads the source of each module that is imported from then on, and keeps it in memory, to see whether the module may ask
    for one of PySide's ``__feature__`` switches. Nothing here does, and a start imports some three hundred modules.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def load_ahead() -> None:
    """Has the system load the largest libraries on another processor: Python waits for nobody while it does, only imports do."""
    Thread(target=_load, name="libraries").start()


def _load() -> None:
    import ctypes  # late: what is spared a command is this, too

    for package, place in _LARGE:
        found = find_spec(package)
        for folder in (found and found.submodule_search_locations) or ():
            for library in Path(folder).glob(place):
                with suppress(OSError):  # whoever imports it is told, and says so
                    ctypes.CDLL(str(library))
