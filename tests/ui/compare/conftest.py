"""The Compare place on a small catalogue."""

from contextlib import nullcontext

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor_app.domain.columns import Column
from advisor_app.domain.curriculum import NO_DECISIONS
from advisor_app.domain.student import Student
from advisor_app.services.comparisons import ComparisonShelf, NamedComparisons
from advisor_app.ui.compare.place import ComparePlace
from tests.ui.compare.desk import CATALOGUE, FOUR, Make, Memory
from tests.ui.desk import Heard, make_desk, show_alone
from tests.ui.eligibility.catalogue import LAW_STUDENT, TODAY


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def made(
        columns: tuple[Column, ...] = FOUR, *, lang: str = "en", student: Student = LAW_STUDENT, size: tuple[int, int] = (1270, 640)
    ) -> tuple[ComparePlace, Heard]:
        desk, heard = make_desk(lang)  # type: ignore[arg-type]
        place = ComparePlace(
            desk,
            lambda: nullcontext(CATALOGUE),
            ComparisonShelf(Memory(NamedComparisons()), lambda: TODAY),
            Memory(NO_DECISIONS),
            lambda: TODAY,
        )
        desk.state.set_student(student)
        for column in columns:
            desk.state.add_to_comparison(column)
        show_alone(qtbot, place, *size)
        place.activate()
        for _ in range(3):
            QApplication.processEvents()
        return place, heard

    return made
