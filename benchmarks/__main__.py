"""``python -m benchmarks``: one line a figure, a summary, and exit 1 on a miss."""

import sys
from collections.abc import Callable, Iterator

from benchmarks.browse import figures as browse
from benchmarks.eligibility import figures as eligibility
from benchmarks.figures import Figure
from benchmarks.frozen import figures as frozen
from benchmarks.moments import figures as moments
from benchmarks.repaint import figures as repaint
from benchmarks.sheet import figures as sheet
from benchmarks.start import figures as start
from benchmarks.verdicts import figures as verdicts
from benchmarks.work import figures as work

GROUPS: tuple[Callable[[], Iterator[Figure]], ...] = (moments, start, work, sheet, repaint, eligibility, verdicts, browse, frozen)


def main() -> int:
    """Measure and print everything."""
    figures: list[Figure] = []
    for group in GROUPS:
        for figure in group():
            print(figure.line(), flush=True)
            figures.append(figure)
    missed = [figure.name for figure in figures if not figure.ok]
    print(
        f"{len(figures) - len(missed)} of {len(figures)} figures within their budget"
        + "".join(f"; missed: {name}" for name in missed)
    )
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
