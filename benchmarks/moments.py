"""The moments of a start, counted from the start of the process: first paint, the list of programmes, the first keystroke answered.

Each is held against a script that does next to nothing with the same libraries, turn by turn in the same run. Cold means that
the system has let go of every file of the interpreter, the libraries and the program.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from benchmarks.figures import ROOT, Figure, environment

_BEGAN: Final = "ADVISOR_BENCH_BEGAN"
SAY: Final = f"""
import os, time

def say(moment):
    print(moment, (time.monotonic_ns() - int(os.environ.get("{_BEGAN}", 0))) / 1e6, flush=True)
"""

BARE_WINDOW: Final = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication(sys.argv)
window = QWidget()
window.show()
application.processEvents()
say("painted")
"""

ORM_SCRIPT: Final = """
import sys
from PySide6.QtWidgets import QApplication, QLineEdit, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget
from sqlalchemy import create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlcipher3 import dbapi2

class Base(DeclarativeBase):
    pass

class Programme(Base):
    __tablename__ = "programme"
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]

application = QApplication(sys.argv)
window, field, table = QWidget(), QLineEdit(), QTableWidget()
column = QVBoxLayout(window)
column.addWidget(field)
column.addWidget(table)
engine = create_engine("sqlite:///data/seed.sqlite", module=dbapi2)

def fill():
    with Session(engine) as session:
        found = session.scalars(select(Programme).where(Programme.name.ilike(f"%{field.text()}%"))).all()
        table.setColumnCount(2)
        table.setRowCount(len(found))
        for row, one in enumerate(found):
            table.setItem(row, 0, QTableWidgetItem(one.id))
            table.setItem(row, 1, QTableWidgetItem(one.name))

field.textChanged.connect(fill)
fill()
window.show()
application.processEvents()
say("listed")
field.setText("d")
application.processEvents()
say("answered")
"""

ADVISOR: Final = """
from pathlib import Path
from advisor_app import cli
from benchmarks.memory import most_memory

said = set()

def once(moment):
    if moment not in said:
        said.add(moment)
        say(moment)

def watch():
    from PySide6.QtCore import QCoreApplication, QTimer
    from advisor_app.ui.main_window import MainWindow
    made, opened = MainWindow.__init__, MainWindow.set_catalogue

    def begin(window, *given):
        made(window, *given)
        window.painted.connect(lambda: once("painted"))  # before the program itself goes on from there

    def set_catalogue(window, *given):
        opened(window, *given)
        timer = QTimer(window)
        timer.timeout.connect(lambda: look(window, window.place))
        timer.start(2)  # there is something to look at from now on: before, it would only take turns with the thread that reads

    def look(window, place):
        if place.results.view.model().rowCount() and "listed" not in said:
            QCoreApplication.processEvents()
            once("listed")
            place.facets.search.setText("d")
        elif "listed" in said and place.results.model.found.query.text == "d":
            QCoreApplication.processEvents()
            once("answered")
            print("memory", most_memory())
            window.closing = lambda: True
            QCoreApplication.exit(0)

    MainWindow.__init__, MainWindow.set_catalogue = begin, set_catalogue

def load_qt(load=cli.load_qt):
    load()
    watch()

cli.load_qt = load_qt  # what is measured goes as every start goes: nothing of Qt is imported before the program does so
cli.open_window(Path("data/seed.sqlite"))
"""


def figures() -> Iterator[Figure]:
    """Warm first, since that is every start but the first of the day."""
    for how, times, before in (("warm", 9, _nothing), ("cold", 3, let_go)):
        bare, script, ours = _medians((BARE_WINDOW, ORM_SCRIPT, ADVISOR), times, before)
        for name, moment, peer, against, most in (
            ("first paint", "painted", bare, "bare Qt window", 1.3),
            ("programmes listed", "listed", script, "ORM script", 1.0),
            ("first keystroke answered", "answered", script, "ORM script", 1.0),
        ):
            named = f"{name}, {how}"
            yield Figure(name=named, value=ours[moment], unit="ms", peer=peer[moment], against=against, at_most=most)
        if before is _nothing:
            yield Figure(name="memory after that, at its most", value=ours["memory"], unit="MB", at_most=150)


def _nothing() -> None:
    """Before a start that finds everything in memory."""


def _medians(scripts: tuple[str, ...], times: int, before: Callable[[], object]) -> list[dict[str, float]]:
    """The moments of each script, in milliseconds, and its memory in MB. The first turn, which compiles modules, does not count."""
    taken: list[list[dict[str, float]]] = [[] for _ in scripts]
    for _ in range(times + 1):
        for script, runs in zip(scripts, taken, strict=True):
            before()
            runs.append(_moments(script))
    return [{moment: statistics.median(run[moment] for run in runs[1:]) for moment in runs[0]} for runs in taken]


def _moments(script: str) -> dict[str, float]:
    began = {_BEGAN: str(time.monotonic_ns())}
    command = [sys.executable, "-c", SAY + script]
    said = subprocess.run(command, cwd=ROOT, env=environment() | began, check=True, capture_output=True, text=True, timeout=120)
    return {moment: float(value) for moment, value in (line.split() for line in said.stdout.splitlines())}


def let_go() -> None:
    """Has the system forget the files that a start reads. Those that another process holds mapped stay."""
    for folder in (
        Path(sys.prefix) / "lib",
        Path(sys.base_prefix) / "lib",
        ROOT / "advisor_app",
        ROOT / "resources",
        ROOT / "data",
    ):
        for path in folder.rglob("*"):
            if path.is_file() and not path.is_symlink():
                with path.open("rb") as file:
                    os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
