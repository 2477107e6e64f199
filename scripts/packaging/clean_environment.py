"""Runs first in the standalone program on Linux: what its start program put into the environment is for nobody else.

The loader has read it by now. A browser or a mail program that Advisor opens would take our libraries for its own.
"""

import os

_given = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
os.environ.pop("LD_LIBRARY_PATH", None)
if _given is not None:
    os.environ["LD_LIBRARY_PATH"] = _given
for _name in [name for name in os.environ if name.startswith("_PYI_")]:
    del os.environ[_name]
