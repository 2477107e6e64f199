"""What a start spares itself."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from advisor_app import sparing

AHEAD = """
import sys, threading
from advisor_app.sparing import load_ahead
load_ahead()
for thread in threading.enumerate():
    if thread.name == "libraries":
        thread.join()
maps = open("/proc/self/maps").read() if sys.platform == "linux" else "_sqlite3 _multiarray_umath _umath_linalg"
print(sorted(one for one in ("_sqlite3", "_multiarray_umath", "_umath_linalg") if one in maps))
print(sorted({"numpy", "sqlcipher3"} & set(sys.modules)))
"""


def test_libraries_are_loaded_ahead_and_their_packages_not_imported() -> None:
    ran = subprocess.run([sys.executable, "-c", AHEAD], capture_output=True, check=True, text=True)
    assert ran.stdout.splitlines() == ["['_multiarray_umath', '_sqlite3', '_umath_linalg']", "[]"]
    assert not ran.stderr


def test_each_library_that_is_named_is_there() -> None:
    for package, place in sparing._LARGE:
        found = find_spec(package)
        assert found is not None
        assert any(list(Path(folder).glob(place)) for folder in found.submodule_search_locations or ())
