"""``python -m benchmarks``: one line a figure, a summary, and exit 1 on a miss."""

import argparse
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

GROUPS: dict[str, Callable[[], Iterator[Figure]]] = {
    "moments": moments,
    "start": start,
    "work": work,
    "sheet": sheet,
    "repaint": repaint,
    "eligibility": eligibility,
    "verdicts": verdicts,
    "browse": browse,
    "frozen": frozen,
}


def main() -> int:
    """Measure and print what is asked for."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description="The budgets: one line a figure; exit 1 on a miss.")
    parser.add_argument("--only", action="append", choices=GROUPS, help="these figures; may be given several times")
    figures: list[Figure] = []
    for name in parser.parse_args().only or GROUPS:
        for figure in GROUPS[name]():
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
