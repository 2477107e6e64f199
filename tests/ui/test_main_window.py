"""The window's frame: places, keys, messages, undo, languages, themes and sizes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.columns import Column
from advisor_app.domain.errors import UserProblem
from advisor_app.domain.student import Qualification, Student
from advisor_app.domain.text import msg
from advisor_app.ui.dialogs import KeysDialog
from advisor_app.ui.errors import ErrorDesk
from advisor_app.ui.main_window import MainWindow
from advisor_app.ui.place import Desk, Place, PlaceSpec
from advisor_app.ui.state import PLACES, DeskState
from advisor_app.ui.tasks import SynchronousTasks
from advisor_app.ui.theme import Theme
from advisor_app.ui.tokens import LIGHT
from advisor_app.ui.trouble import CrashDialog
from advisor_app.ui.words import Words
from advisor_app.wording import Translator

KEY, CTRL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ONE, TWO = Column(programme="one"), Column(programme="two")
STUDENT = Student(qualifications=(Qualification(level=3),))


class Sample(Place):
    """A place with a search field, which counts how often it is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.field = QLineEdit(self)
        self.shown = 0

    def activate(self) -> None:
        self.shown += 1

    def memory(self) -> str:
        return self.field.text()

    def restore(self, view: object) -> None:
        self.field.setText(str(view))

    def search(self) -> bool:
        self.field.setFocus()
        return True

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        return (("C", "compare"),)


class Plain(Place):
    """A place with nothing to search."""


def describe(column: Column, _words: Words) -> tuple[str, str]:
    return column.programme.title(), "School"


class Opened:
    """A window as its root makes it."""

    def __init__(self, state: DeskState) -> None:
        self.state = state
        self.errors = ErrorDesk()
        titles = (msg("Programmes"), msg("Eligibility"), msg("Compare"), msg("Sheet"))
        kinds = (Sample, Sample, Plain, Plain)
        specs = [
            PlaceSpec(key=key, icon="library", title=title, make=kind)
            for key, title, kind in zip(PLACES, titles, kinds, strict=True)
        ]
        self.window = MainWindow(LIGHT)
        self.window.fill(state, Translator, specs, SynchronousTasks(self.errors.report), self.errors)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window, key, modifier)
        QApplication.processEvents()


@pytest.fixture
def opened(theme_of_app: Theme, focus_ring: None, state: DeskState, qtbot: QtBot) -> Opened:
    made = Opened(state)
    qtbot.addWidget(made.window)
    with qtbot.waitSignal(made.window.painted):
        made.window.begin()
    made.window.set_catalogue({}, describe)
    made.window.activateWindow()
    return made


def text_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_it_paints_before_any_place_is_built(theme_of_app: Theme, state: DeskState, qtbot: QtBot) -> None:
    opened = Opened(state)
    qtbot.addWidget(opened.window)
    with qtbot.waitSignal(opened.window.painted):
        opened.window.begin()
    early = opened.window.place
    assert early is None
    opened.window.set_catalogue({}, describe)
    place = opened.window.findChild(Sample)
    assert place is not None
    assert place.shown == 1


def test_a_place_is_built_when_it_is_first_shown_and_kept(opened: Opened) -> None:
    first = opened.window.place
    opened.press(KEY.Key_2, ALT)
    assert opened.state.place == "eligibility"
    second = opened.window.place
    assert second is not first
    opened.press(KEY.Key_1, ALT)
    assert opened.window.place is first


def test_the_rail_shows_and_changes_the_place(opened: Opened) -> None:
    rail = opened.window.frame.rail
    rail.items["sheet"].click()
    assert opened.state.place == "sheet"
    assert [key for key, item in rail.items.items() if item.shown] == ["sheet"]
    rail.items["sheet"].click()
    assert rail.items["sheet"].shown, "a second click does not switch it off"


def test_the_tray_is_hidden_where_the_place_has_its_own_columns(opened: Opened) -> None:
    tray = opened.window.frame.tray
    assert tray.isVisible()
    for place, visible in (("compare", False), ("sheet", False), ("eligibility", True)):
        opened.state.go(place)  # type: ignore[arg-type]  # a place's key
        assert tray.isVisible() is visible


def test_the_tray_names_its_columns_and_takes_them_out(opened: Opened) -> None:
    opened.state.add_to_comparison(ONE)
    opened.state.add_to_comparison(TWO)
    tray = opened.window.frame.tray
    assert tray.open_button.isEnabled()
    removers = [one for one in tray.findChildren(QAbstractButton) if text_of(one).startswith("Remove")]
    assert [text_of(one) for one in removers] == ["Remove One from the comparison", "Remove Two from the comparison"]
    removers[0].click()
    QApplication.processEvents()
    assert list(opened.state.comparison) == [TWO]
    assert opened.window.frame.messages.text == "One is out of the comparison."
    opened.window.frame.messages.action.click()
    assert list(opened.state.comparison) == [ONE, TWO]


def test_five_are_enough(opened: Opened) -> None:
    for number in range(6):
        opened.state.add_to_comparison(Column(programme=str(number)))
    assert "Five" in opened.window.frame.messages.text


def test_next_student_by_key_and_back(opened: Opened) -> None:
    opened.state.set_student(STUDENT)
    opened.state.go("eligibility")
    opened.press(KEY.Key_N, CTRL)
    assert opened.state.student.empty
    assert opened.state.place == "programmes"
    assert opened.window.frame.messages.text
    opened.press(KEY.Key_Z, CTRL)
    assert opened.state.student == STUDENT
    assert opened.window.frame.messages.text == ""


def test_next_student_with_nobody_there_says_nothing(opened: Opened) -> None:
    opened.press(KEY.Key_N, CTRL)
    assert opened.window.frame.messages.text == ""


def test_a_comparison_needs_two_and_says_so(opened: Opened) -> None:
    opened.press(KEY.Key_Return, CTRL)
    assert opened.state.place == "programmes"
    assert opened.window.frame.messages.text
    opened.state.add_to_comparison(ONE)
    opened.state.add_to_comparison(TWO)
    went: list[str] = []
    opened.state.place_changed.connect(went.append)
    opened.press(KEY.Key_Return, CTRL)
    opened.press(KEY.Key_P, CTRL)
    assert went == ["compare", "sheet"]


def test_search_goes_where_one_can_search(opened: Opened) -> None:
    opened.press(KEY.Key_F, CTRL)
    place = opened.window.place
    assert isinstance(place, Sample)
    assert place.field.hasFocus()
    opened.state.go("sheet")
    opened.press(KEY.Key_F, CTRL)
    assert opened.state.place == "programmes"


def test_every_key_is_listed(opened: Opened, qtbot: QtBot) -> None:
    opened.press(KEY.Key_F1)
    dialog = opened.window.findChild(KeysDialog)
    assert dialog is not None
    said = {one.accessibleName() for one in dialog.findChildren(QWidget)}
    assert {"Ctrl+N", "Ctrl+F", "Ctrl+↵", "Ctrl+P", "F1", "Alt+4", "Ctrl+1", "Ctrl+G", "C"} <= said
    dialog.accept()


def test_another_language_builds_everything_again_and_loses_nothing(opened: Opened) -> None:
    opened.state.set_student(STUDENT)
    opened.state.add_to_comparison(ONE)
    opened.state.go("eligibility")
    before = opened.window.place
    opened.window.frame.rail.language.click()
    QApplication.processEvents()
    assert opened.state.lang == "fr"
    assert opened.window.frame.strip.next_button.words == "Étudiant suivant"
    assert opened.window.place is not before
    assert opened.window.place is not None
    assert opened.window.place.desk.words.lang == "fr"
    assert opened.state.student == STUDENT
    assert opened.window.frame.strip.chips["qualification.level"].words == "Bac+3"
    opened.press(KEY.Key_1, ALT)
    assert opened.state.place == "programmes", "the keys work in the window that was built again"


def test_what_is_chosen_in_the_places_outlives_a_change_of_language(opened: Opened) -> None:
    def field() -> QLineEdit:
        assert isinstance(opened.window.place, Sample)
        return opened.window.place.field

    field().setText("security")
    opened.state.go("eligibility")
    field().setText("Lyon")
    for lang in ("fr", "en"):
        opened.window.frame.rail.language.click()
        QApplication.processEvents()
        assert opened.state.lang == lang
        assert field().text() == "Lyon"
    opened.state.go("programmes")
    assert field().text() == "security", "also in a place that was not shown in between"


def test_the_theme_switches_at_once(opened: Opened, theme_of_app: Theme) -> None:
    opened.window.frame.rail.theme.click()
    assert theme_of_app.dark
    assert opened.state.theme == "dark"
    assert opened.window.frame.rail.theme.words == "Dark"


def test_what_the_user_can_mend_stands_in_the_message_bar(opened: Opened) -> None:
    opened.errors.report(UserProblem(msg("No programme is called {id}.", id="x")))
    assert opened.window.frame.messages.text == "No programme is called x."


def test_a_fault_of_the_program_gets_one_dialog(opened: Opened) -> None:
    opened.errors.report(ValueError("Marie"))
    opened.errors.report(ValueError("Marie"))
    dialogs = opened.window.findChildren(CrashDialog)
    assert len(dialogs) == 1
    words = " ".join(text_of(one) for one in dialogs[0].findChildren(QWidget))
    assert "advisor.log" in words
    assert "Marie" not in words
    dialogs[0].accept()


@pytest.mark.parametrize("size", [(1366, 768), (1366, 690), (1024, 600), (800, 500), (1920, 1080)])
def test_everything_stays_inside_at_any_size(opened: Opened, size: tuple[int, int]) -> None:
    for number in range(5):
        opened.state.add_to_comparison(Column(programme=f"a rather long name of a programme {number}"))
    window = opened.window
    window.resize(*size)
    QApplication.processEvents()
    assert (window.width(), window.height()) == size
    low = size[1] < 720
    assert window.frame.strip.height() + 1 == (56 if low else 64)
    assert window.frame.tray.height() + 1 == (56 if low else 64)
    for button in (window.frame.tray.open_button, window.frame.tray.sheet_button, window.frame.strip.next_button):
        corner = button.mapTo(window, button.rect().bottomRight())
        assert window.rect().contains(corner)


def test_every_control_of_the_frame_has_a_name(opened: Opened) -> None:
    opened.state.add_to_comparison(ONE)
    for widget in opened.window.findChildren(QWidget):
        inside = isinstance(opened.window.place, QWidget) and opened.window.place.isAncestorOf(widget)
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not inside:
            assert text_of(widget), widget


def test_tab_goes_round_without_a_trap(opened: Opened) -> None:
    opened.window.frame.strip.chips["qualification.level"].setFocus()
    seen: list[QWidget | None] = []
    for _ in range(60):
        seen.append(QApplication.focusWidget())
        opened.press(KEY.Key_Tab)
    assert opened.window.frame.rail.items["programmes"] in seen
    assert opened.window.frame.strip.next_button not in seen, "it is disabled while there is nobody"
    assert seen.count(opened.window.frame.strip.chips["qualification.level"]) >= 2


def test_why_the_window_is_empty_is_said_in_every_language(theme_of_app: Theme, state: DeskState, qtbot: QtBot) -> None:
    opened = Opened(state)
    qtbot.addWidget(opened.window)
    with qtbot.waitSignal(opened.window.painted):
        opened.window.begin()
    opened.window.show_problem(UserProblem(msg("{file}: this file is empty; copy or build the catalogue again", file="x.sqlite")))
    opened.window.frame.rail.language.click()
    QApplication.processEvents()
    assert opened.window.frame.messages.isVisibleTo(opened.window)
    assert "x.sqlite" in opened.window.frame.messages.text
