"""How long it takes until something is there."""

from collections.abc import Iterator

from benchmarks.figures import Figure, median_ms, python

BARE_WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication(sys.argv)
QWidget().show()
application.processEvents()
"""


FIRST_PAINT = """
from pathlib import Path
from advisor_app.cli import open_window
open_window(Path("data/seed.sqlite"), until_painted=True)
"""


def figures() -> Iterator[Figure]:
    """What every start pays, held against a bare window of Qt."""
    window = median_ms(python("-c", BARE_WINDOW))
    paint = median_ms(python("-c", FIRST_PAINT))
    yield Figure(name="first paint, whole process", value=paint, unit="ms", peer=window, against="bare Qt window", at_most=1.3)
    usage = median_ms(python("-m", "advisor_app", "--help"))
    yield Figure(name="usage printed, whole command", value=usage, unit="ms", peer=window, against="bare Qt window", at_most=1.0)
