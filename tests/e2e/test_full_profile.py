"""A full profile by keyboard: how many keys it takes, and how long that is for somebody who is no typist.

The time is that of the keystroke-level model (Card, Moran and Newell): 0.28 s for each key of an average typist who is not
a secretary, chords counting each key held, and 1.35 s to make up one's mind before each fact.
"""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from advisor_app.domain.student import LanguageSkill, Residence
from scripts.screens import Stage
from tests.e2e.test_keyboard import Ctrl, Keyboard

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Key = Qt.Key
A_KEY, A_THOUGHT = 0.28, 1.35  # seconds
AT_MOST = 60


class Counted(Keyboard):
    """Counts keys and facts."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.keys = self.facts = 0

    def fact(self, opener: Qt.Key, *answers: str | Qt.Key) -> None:
        """Opens a picker with Ctrl and a key, and answers what it asks."""
        self.facts += 1
        self.press(opener, Ctrl)
        self.keys += 2
        for answer in answers:
            if isinstance(answer, str):
                self.write(answer)
                self.keys += len(answer)
            else:
                self.press(answer)
                self.keys += 1

    def focus(self) -> QWidget:
        """While a popup is open Qt gives keys to what has the focus within it, wherever the window's focus goes."""
        popup = QApplication.activePopupWidget()
        if popup is None:
            return super().focus()
        within: QWidget | None = popup.focusWidget()
        return popup if within is None else within

    @property
    def seconds(self) -> float:
        return self.keys * A_KEY + self.facts * A_THOUGHT


@pytest.fixture
def keyboard(qapp: QApplication, own_data_dir: Path) -> Iterator[Callable[[], Counted]]:
    stages: list[Stage] = []

    def opened() -> Counted:
        stage = Stage(qapp)
        stages.append(stage)
        stage.open()
        return Counted(stage)

    yield opened
    for stage in stages:
        stage.close()
        assert stage.faults == []


def test_every_fact_and_wish_takes_less_than_a_minute(keyboard: Callable[[], Counted]) -> None:
    by = keyboard()
    by.fact(Key.Key_3, "1", "licence", Key.Key_Return)  # France, Licence
    by.fact(Key.Key_2, "intern", Key.Key_Return)  # international law, or relations
    by.fact(Key.Key_I, "1")  # held
    by.fact(Key.Key_4, "180", Key.Key_Return)
    by.fact(Key.Key_5, "12", "23")  # French C1, English B2
    by.fact(Key.Key_6, "2")  # alternance
    by.fact(Key.Key_7, "p", Key.Key_Return)  # Paris
    by.fact(Key.Key_8, "2")
    by.fact(Key.Key_9, "9000", Key.Key_Return)
    by.fact(Key.Key_0, "3", "1")  # from outside the EU, a year in France
    by.fact(Key.Key_G, "22", Key.Key_Return)
    student = by.state.student
    [diploma] = student.qualifications
    assert (diploma.country, diploma.title, diploma.credits) == ("FR", "FR-009", Decimal(180))
    assert len(diploma.fields) == 1
    assert student.languages == (LanguageSkill(lang="fr", cefr="C1"), LanguageSkill(lang="en", cefr="B2"))
    assert (student.residence, student.years_in_france, student.age) == (Residence.OTHER, 1, 22)
    wishes = student.wishes
    assert (wishes.format, wishes.budget_per_year) == ("alternance", Decimal(9000))
    assert (wishes.campus or "").startswith("paris")
    assert date.fromisoformat(f"{wishes.start}-01") > date(2020, 1, 1)
    assert by.seconds < AT_MOST, f"{by.keys} keys for {by.facts} facts: {by.seconds:.0f} s"


def test_what_a_verdict_needs_takes_a_few_seconds(keyboard: Callable[[], Counted]) -> None:
    """Level, field and country: two keys to open each picker, and one or a few to answer."""
    by = keyboard()
    by.fact(Key.Key_1, "3")
    by.fact(Key.Key_2, "law", Key.Key_Return)
    by.fact(Key.Key_3, "1", Key.Key_Escape)
    [diploma] = by.state.student.qualifications
    assert (diploma.level, diploma.fields, diploma.country) == (3, ("law",), "FR")
    assert by.keys <= 14
    assert by.seconds < 10
