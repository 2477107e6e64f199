"""From the start of the process to the list of programmes and the first keystroke answered, and the memory that this takes."""

from collections.abc import Iterator

from benchmarks.figures import Figure, median_ms, python, said_by

ORM_SCRIPT = """
import sys
from benchmarks.memory import most_memory
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
field.setText("d")
application.processEvents()
print(most_memory())
"""

ADVISOR = """
from benchmarks.memory import most_memory
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from advisor_app import start
from advisor_app.cli import open_window

typed = False

def look():
    global typed
    from advisor_app.app import Advisor
    advisor = start.application().findChild(Advisor)
    if advisor is None or not advisor.ready or advisor.window.place is None:
        return
    place = advisor.window.place
    if place.results.view.model().rowCount() and not typed:
        typed = True
        place.facets.search.setText("d")
    elif typed and not advisor.tasks.busy("programmes-found"):
        print(most_memory())
        advisor.window.closing = lambda: True
        QCoreApplication.exit(0)

start.application()
timer = QTimer()
timer.timeout.connect(look)
timer.start(2)
open_window(Path("data/seed.sqlite"))
"""


def figures() -> Iterator[Figure]:
    """The program beside a script of thirty lines that does next to nothing with the same libraries."""
    script = median_ms(python("-c", ORM_SCRIPT), times=5)
    program = median_ms(python("-c", ADVISOR), times=5)
    yield Figure(
        name="programmes listed, first keystroke answered", value=program, unit="ms", peer=script, against="ORM script", at_most=1.0
    )
    yield Figure(name="memory after that, at its most", value=float(said_by("-c", ADVISOR)), unit="MB", at_most=150)
