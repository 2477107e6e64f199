"""What a start spares itself until its first list is there, and a command until its end."""

import builtins
import gc
import os
from typing import Final

_SELDOM: Final = (1_000_000, 10, 10)
"""Objects made before Python looks for garbage among all that was imported: neither a start nor a command makes as many."""

_THREADS: Final = "OPENBLAS_NUM_THREADS"
"""numpy's linear algebra, of which nothing is used, starts a thread for each processor when it is imported, and lets them spin."""


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
