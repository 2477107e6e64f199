"""The memory that a process had at its most."""

import re
import sys
from pathlib import Path


def most_memory() -> float:
    """In MB, of this process. Not ``ru_maxrss``: on Linux a child begins with what its parent had."""
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="ascii"))
        if found is not None:
            return int(found.group(1)) / 1024
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / 1024**2 if sys.platform == "darwin" else used / 1024
