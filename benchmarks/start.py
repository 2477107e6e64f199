"""What every command of the command line pays."""

from collections.abc import Iterator

from benchmarks.figures import Figure, median_ms, python
from benchmarks.moments import BARE_WINDOW, SAY


def figures() -> Iterator[Figure]:
    """The shortest of them."""
    window = median_ms(python("-c", SAY + BARE_WINDOW))
    usage = median_ms(python("-m", "advisor_app", "--help"))
    yield Figure(name="usage printed, whole command", value=usage, unit="ms", peer=window, against="bare Qt window", at_most=1.0)
