"""The one way in: ``python -m advisor_app``, the command ``advisor`` and the standalone program all end up here."""

import sys

from advisor_app.cli import main

if __name__ == "__main__":
    sys.exit(main())
