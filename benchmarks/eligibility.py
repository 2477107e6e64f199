"""What a changed fact about the student costs the window's own thread while every route is listed and one explained."""

import os
import statistics
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace

from advisor_app import paths
from advisor_app.domain.student import Residence, Student, Wishes
from advisor_app.models.catalogue_file import open_catalogue
from benchmarks.figures import Figure
from benchmarks.repaint import LAW, TIMES, _Later, _raise

ONE_FRAME = 16.0
NEVER_OVER = 50.0
CHANGES: tuple[dict[str, object], ...] = (
    {"qualifications": LAW.qualifications},
    {"qualifications": (replace(LAW.qualifications[0], level=4),)},
    {"residence": Residence.OTHER, "years_in_france": 0},
    {"qualifications": (replace(LAW.qualifications[0], fields=("computing",)),)},
    {"age": 31},
    {"wishes": Wishes(campus="lyon")},
)
"""Routes move from group to group, or only the law changes, or only the wishes."""


def figures() -> Iterator[Figure]:
    """The seed catalogue, in French, against one frame."""
    taken = sorted(_taken())
    yield Figure(
        name="changed fact repainted (eligibility), GUI thread", value=statistics.median(taken), unit="ms", at_most=ONE_FRAME
    )
    yield Figure(name="the slowest of them", value=taken[-1], unit="ms", at_most=NEVER_OVER)


def _taken() -> list[float]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication  # after the platform is chosen

    from advisor_app.ui.eligibility.place import EligibilityPlace
    from advisor_app.ui.place import Desk
    from advisor_app.ui.state import DeskState
    from advisor_app.wording import Translator

    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication([])
    tasks, state = _Later(), DeskState("fr")
    desk = Desk(state=state, words=Translator("fr"), tasks=tasks, say=lambda *_, **__: None, report=_raise)
    taken = []
    with open_catalogue(paths.default_catalogue()) as catalogue:
        place = EligibilityPlace(desk, lambda: nullcontext(catalogue))
        place.resize(1270, 640)
        place.show()
        place.activate()
        for number, student in enumerate(_students()):
            state.set_student(student)
            repainted = tasks.answer(app.processEvents)
            if number >= len(CHANGES):  # every change has been seen once
                taken.append(repainted)
        place.close()
    return taken


def _students() -> Iterator[Student]:
    """Each change many times over, and another age each time, so that nothing is as it was."""
    for number in range((TIMES // len(CHANGES) + 1) * len(CHANGES)):
        yield replace(LAW, **{"age": 20 + number, **CHANGES[number % len(CHANGES)]})  # type: ignore[arg-type]  # named as its fields
