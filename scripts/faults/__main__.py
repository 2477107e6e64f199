"""``make faults``: pulls the plug, fills the disk, breaks the files. One line a fault; exit 1 where anything was lost.

``--quick`` does a tenth of it. POSIX only: it forks, limits and kills its own processes.
"""

import argparse
import os
import sys
import time
from collections.abc import Iterator

from scripts.faults import catalogues, disks, inputs, kills
from scripts.faults.outcome import Outcome

KILLS, DESKS, FLIPS, FUZZED = 500, 200, 500, 2_000


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py faults", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="a tenth of it")
    share = 10 if parser.parse_args().quick else 1
    if os.name != "posix":
        print("error: this needs a POSIX system", file=sys.stderr)
        return 1
    started = time.monotonic()
    lost = tried = 0
    for outcome in outcomes(share):
        print("\n".join(outcome.lines()), flush=True)
        lost, tried = lost + outcome.lost, tried + outcome.tried
    print(f"{tried} faults in {time.monotonic() - started:.0f} s; {'nothing was lost' if not lost else f'{lost} LOST'}")
    return 1 if lost else 0


def outcomes(share: int) -> Iterator[Outcome]:
    """Every kind of fault."""
    yield from disks.outcomes()
    yield from catalogues.outcomes(FLIPS // share)
    yield from inputs.outcomes(FUZZED // share)
    yield from kills.outcomes(KILLS // share, DESKS // share)


if __name__ == "__main__":
    sys.exit(main())
