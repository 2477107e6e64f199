"""The one way in: ``python -m advisor_app``, the command ``advisor`` and the standalone program all end up here."""

import gc
import sys

from advisor_app.cli import main


def run() -> int:
    """The program as a process of its own: what is left of it is not looked through once more before the system takes it back."""
    status = main()
    gc.freeze()
    return status


if __name__ == "__main__":
    sys.exit(run())
