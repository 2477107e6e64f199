"""The doors to the screen and to the graphics driver, for Linux systems so bare that they have none.

Qt asks for them by name. The standalone folder carries a set; it is used only where the system has no own, since a system's own fit
its driver. A window like ours never goes through those of the driver.
"""

import ctypes
from pathlib import Path

from advisor_app import paths

NAMES = ("libxcb.so.1", "libGLdispatch.so.0", "libGLX.so.0", "libGL.so.1", "libEGL.so.1")
"""In the order in which they need one another. build.spec puts them into the folder."""
FOLDER = "fallback"


def lend() -> bool:
    """Loads what the system lacks of them from the folder. Whether that was anything: what Qt could not load it then can."""
    lent = [name for name in NAMES if not _loads(name) and _loads(paths.shipped_dir() / FOLDER / name)]
    return bool(lent)


def _loads(library: str | Path) -> bool:
    try:
        ctypes.CDLL(str(library), ctypes.RTLD_GLOBAL)
    except OSError:
        return False
    return True
