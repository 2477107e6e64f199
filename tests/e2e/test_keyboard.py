"""The advisor's main job in the real window, by keyboard alone, down to the PDF."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QObject, Qt, QTimerEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from advisor_app.domain.text import Lang
from advisor_app.services.browse import Facet
from advisor_app.ui.browse.programmes_place import ProgrammesPlace
from advisor_app.ui.browse.results_view import ResultsView
from advisor_app.ui.catalogue_facts.place import CatalogueFactsPlace
from advisor_app.ui.compare.place import ComparePlace
from advisor_app.ui.compare.table import ComparisonTable
from advisor_app.ui.state import PLACES
from scripts.screens import HEIP, INTELLIGENCE, SECURITY, Stage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

MAITRISE = "FR-013"
Key = Qt.Key
Ctrl, Alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
Stages = Callable[[Lang], "Keyboard"]


class Keyboard:
    """Presses keys where the focus is, as a person does, and waits for what follows."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.state = stage.state

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.focus(), key, modifier)
            self.stage.settle()

    def write(self, text: str) -> None:
        QTest.keyClicks(self.focus(), text)
        self.stage.settle()

    def focus(self) -> QWidget:
        """The widget that hears the keys."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return QApplication.focusWidget() or popup
        return QApplication.focusWidget() or QApplication.activeModalWidget() or self.stage.window

    @property
    def message(self) -> str:
        return self.stage.window.frame.messages.text

    @property
    def drawer_open(self) -> bool:
        """Whether the comparison says where a cell comes from."""
        return self.stage.comparison.page.drawer.isVisible()

    def save_as(self, path: Path) -> None:
        """Ctrl+S, and the file dialog that comes."""
        dialog = FileDialog(path)
        QTest.keyClick(self.focus(), Key.Key_S, Ctrl)
        dialog.stop()
        self.stage.settle()
        assert dialog.answered


class FileDialog(QObject):
    """Answers the next file dialog: it blocks, so the keys come from a timer. Gives up after some seconds."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.answered = False
        self._path = path
        self._left = 300
        self._timer = self.startTimer(20)

    def stop(self) -> None:
        self.killTimer(self._timer)

    def timerEvent(self, _event: QTimerEvent) -> None:
        dialog, popup = QApplication.activeModalWidget(), QApplication.activePopupWidget()
        self._left -= 1
        if not isinstance(dialog, QFileDialog):
            return
        field = dialog.findChild(QLineEdit)
        assert field is not None
        if self._left < 0:
            dialog.reject()
        elif not self.answered:
            self.answered = True
            field.selectAll()
            QTest.keyClicks(field, str(self._path))
        elif popup is not None:  # what it proposes to complete
            QTest.keyClick(popup, Key.Key_Escape)
        else:
            QTest.keyClick(field, Key.Key_Return)


@pytest.fixture
def opened(qapp: QApplication, own_data_dir: Path) -> Iterator[Stages]:
    """Opens the window in a language."""
    stages: list[Stage] = []
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)

    def open_in(lang: Lang) -> Keyboard:
        stage = Stage(qapp)
        stages.append(stage)
        stage.open()
        stage.look(lang)
        return Keyboard(stage)

    yield open_in
    for stage in stages:
        stage.close()
        assert stage.faults == []


def words_of(pdf: Path) -> str:
    """The text of a PDF as one line."""
    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return re.sub(r"\s+", " ", text)


def test_from_the_first_question_to_the_sheet(opened: Stages, tmp_path: Path) -> None:
    keyboard = opened("en")
    state = keyboard.state
    describe_the_student(keyboard)
    (diploma,) = state.student.qualifications
    assert (diploma.fields, diploma.country, diploma.title) == (("international-law",), "FR", MAITRISE)

    find_and_compare(keyboard, "strategic intelligence", INTELLIGENCE)
    find_and_compare(keyboard, "cooperations", HEIP)
    assert [column.programme for column in state.comparison] == [INTELLIGENCE, HEIP]

    keyboard.press(Key.Key_Return, Ctrl)
    assert state.place == "compare"
    assert isinstance(keyboard.focus(), ComparisonTable)
    ask_where_a_cell_comes_from(keyboard)

    text = words_of(save_the_sheet(keyboard, tmp_path / "sheet.pdf"))
    programmes = keyboard.stage.catalogue.programme
    assert all(programmes(one).name in text for one in (HEIP, INTELLIGENCE))
    assert programmes(SECURITY).name not in text
    assert "international law" in text


def describe_the_student(keyboard: Keyboard) -> None:
    """Level by its digit; field, country and diploma by their first letters."""
    keyboard.press(Key.Key_1, Ctrl)
    keyboard.write("4")
    assert keyboard.state.student.qualifications[0].level == 4
    for key, *typed in ((Key.Key_2, "international law"), (Key.Key_3, "france", "maitrise")):
        keyboard.press(key, Ctrl)
        for words in typed:
            keyboard.write(words)
            keyboard.press(Key.Key_Return)


def find_and_compare(keyboard: Keyboard, words: str, programme: str) -> None:
    keyboard.press(Key.Key_F, Ctrl)
    keyboard.write(words)
    keyboard.press(Key.Key_Down)
    assert isinstance(keyboard.focus(), ResultsView)
    assert keyboard.state.selected == programme
    keyboard.press(Key.Key_C)


def ask_where_a_cell_comes_from(keyboard: Keyboard) -> None:
    keyboard.press(Key.Key_Down)
    keyboard.press(Key.Key_Return)
    assert keyboard.drawer_open
    keyboard.press(Key.Key_Escape)
    assert not keyboard.drawer_open


def save_the_sheet(keyboard: Keyboard, file: Path) -> Path:
    keyboard.press(Key.Key_P, Ctrl)
    assert keyboard.state.place == "sheet"
    keyboard.stage.until(lambda: keyboard.stage.sheet.pages.rowCount() > 0)
    keyboard.save_as(file)
    keyboard.stage.until(file.exists)
    assert file.name in keyboard.message
    return file


def test_a_french_keyboard_and_a_french_sheet(opened: Stages, tmp_path: Path) -> None:
    """The row of digits sends other signs there, and means the same."""
    keyboard = opened("fr")
    keyboard.press(Key.Key_Ampersand, Ctrl)
    keyboard.write('"')
    assert keyboard.state.student.qualifications[0].level == 3
    keyboard.press(Key.Key_Eacute, Ctrl)
    keyboard.write("droit")
    keyboard.press(Key.Key_Return)
    assert keyboard.state.student.qualifications[0].fields == ("law",)
    keyboard.press(Key.Key_F, Ctrl)
    keyboard.press(Key.Key_Down)
    keyboard.press(Key.Key_C)
    keyboard.press(Key.Key_Down)
    keyboard.press(Key.Key_C)
    text = words_of(save_the_sheet(keyboard, tmp_path / "fiche.pdf"))
    assert "Bac+3 en droit" in text
    assert "non communiqué" in text
    assert "not stated" not in text


def test_the_first_question_is_answered_with_one_key(opened: Stages) -> None:
    keyboard = opened("en")
    keyboard.press(Key.Key_Return)
    assert keyboard.state.student.qualifications[0].level == 3
    assert isinstance(keyboard.focus(), ResultsView)
    keyboard.press(Key.Key_Return)
    assert keyboard.focus() is keyboard.stage.programmes.details.view
    keyboard.press(Key.Key_Down, times=1)
    keyboard.press(Key.Key_Return)
    lines = keyboard.stage.programmes.details.view
    assert lines.lines.is_open(lines.currentIndex()), "Enter unfolds where a fact comes from"
    keyboard.press(Key.Key_Escape)
    assert isinstance(keyboard.focus(), ResultsView)


def test_what_is_picked_in_the_strip_leaves_the_focus_on_the_results(opened: Stages) -> None:
    keyboard = opened("en")
    keyboard.press(Key.Key_1, Ctrl)
    keyboard.write("3")
    assert isinstance(keyboard.focus(), ResultsView)


def test_the_next_student_can_be_taken_back(opened: Stages) -> None:
    keyboard = opened("en")
    keyboard.stage.student()
    keyboard.stage.compare(2)
    before = keyboard.state.student, keyboard.state.comparison
    keyboard.press(Key.Key_N, Ctrl)
    assert keyboard.state.student.empty
    assert not keyboard.state.comparison
    assert keyboard.message
    keyboard.press(Key.Key_Z, Ctrl)
    assert (keyboard.state.student, keyboard.state.comparison) == before


def test_a_programme_is_found_narrowed_pinned_and_found_again(opened: Stages) -> None:
    """Mistakes of typing, a facet, the comparison, a pin, back and forward: no mouse."""
    keyboard = opened("en")
    keyboard.stage.student()
    place = keyboard.stage.programmes
    keyboard.press(Key.Key_Slash)
    keyboard.write("stratgic inteligence")
    assert "Strategic Intelligence" in place.results.corrected.label.text()
    keyboard.press(Key.Key_Down)
    assert keyboard.state.selected == INTELLIGENCE
    keyboard.press(Key.Key_Space)
    assert [column.programme for column in keyboard.state.comparison] == [INTELLIGENCE]
    keyboard.press(Key.Key_Return)
    keyboard.press(Key.Key_P)
    assert place.details.pin_button.isChecked()


def test_facets_and_the_way_back_by_keys(opened: Stages) -> None:
    keyboard = opened("en")
    keyboard.stage.student()
    place = keyboard.stage.programmes
    place.kept.opened.emit(INTELLIGENCE)
    keyboard.press(Key.Key_F, Ctrl)
    school = place.facets.groups[Facet.SCHOOL]
    while keyboard.focus() is not school.checks[0]:
        keyboard.press(Key.Key_Tab)
    keyboard.press(Key.Key_Space)
    lists = [place.results.model.ids]
    keyboard.press(Key.Key_Escape)
    keyboard.press(Key.Key_X)
    lists.append(place.results.model.ids)
    assert [len(ids) for ids in lists] == [1, 3]
    keyboard.press(Key.Key_Home)
    keyboard.press(Key.Key_Return)
    seen = [place.details.shown_id]
    for key in (Key.Key_Left, Key.Key_Right):
        keyboard.press(key, Alt)
        seen.append(place.details.shown_id)
    assert seen == [HEIP, INTELLIGENCE, HEIP]


def in_place(keyboard: Keyboard, kind: type[QWidget]) -> bool:
    return isinstance(keyboard.stage.window.place, kind)


def test_everything_is_done_from_the_palette(opened: Stages) -> None:
    keyboard = opened("fr")
    keyboard.stage.student()

    def do(words: str) -> None:
        keyboard.press(Key.Key_K, Ctrl)
        keyboard.write(words)
        keyboard.press(Key.Key_Return)

    do("comparer")
    assert in_place(keyboard, ComparePlace)
    do("security and defense")
    assert in_place(keyboard, ProgrammesPlace)
    assert keyboard.state.selected == SECURITY
    do("ajouter comparaison")
    assert [column.programme for column in keyboard.state.comparison] == [SECURITY]
    do("catalogue")
    assert in_place(keyboard, CatalogueFactsPlace)
    do("langue english")
    assert keyboard.state.lang == "en"
    do("theme dark")
    assert keyboard.state.theme == "dark"
    do("theme light")
    do("level")
    assert keyboard.stage.window.frame.strip.picker is not None
    keyboard.press(Key.Key_Escape)


def test_a_comparison_of_nothing_says_what_to_do(opened: Stages) -> None:
    keyboard = opened("en")
    keyboard.press(Key.Key_Return, Ctrl)
    assert keyboard.state.place == "programmes"
    assert "press C" in keyboard.message


def test_every_place_is_reached_and_left_by_keys(opened: Stages) -> None:
    keyboard = opened("en")
    keyboard.stage.student()
    keyboard.stage.compare(2)
    for key, place in ((Key.Key_2, "eligibility"), (Key.Key_3, "compare"), (Key.Key_4, "sheet"), (Key.Key_1, "programmes")):
        keyboard.press(key, Alt)
        assert keyboard.state.place == place
        shown = keyboard.stage.window.place
        assert shown is not None
        assert shown.isAncestorOf(keyboard.focus()), f"{place} takes the focus"


def test_tab_goes_through_everything_and_comes_back(opened: Stages) -> None:
    """No widget holds the focus for ever."""
    keyboard = opened("en")
    keyboard.stage.student()
    keyboard.stage.compare(2)
    for place in PLACES:
        keyboard.stage.go(place)
        first = keyboard.focus()
        seen = [first]
        for _ in range(200):
            QTest.keyClick(keyboard.focus(), Key.Key_Tab)
            if keyboard.focus() is first:
                break
            assert keyboard.focus() not in seen, f"{place}: the focus turns in circles at {keyboard.focus()}"
            seen.append(keyboard.focus())
        assert keyboard.focus() is first, place
        assert keyboard.stage.window.frame.strip.next_button in seen, place
