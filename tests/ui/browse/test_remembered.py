"""Back and forward, pins and saved searches, in the place as an advisor uses it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from advisor_app.services.browse import Facet, Order
from advisor_app.services.shelf import Kept, Shelf
from advisor_app.ui.browse.facet_popup import FacetPopup
from advisor_app.ui.browse.programmes_place import ProgrammesPlace
from advisor_app.ui.browse.remembered import Remembered, Trail
from advisor_app.ui.browse.tab_titles import Tab
from advisor_app.ui.tasks import SynchronousTasks
from tests.ui.desk import Heard, InMemory, make_desk, opened, show_alone
from tests.ui.small_catalogue import LICENCE_IN_LAW, TODAY

Key = Qt.Key
Alt, Ctrl = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
Made = tuple[ProgrammesPlace, Heard, InMemory]


@pytest.fixture
def made(qtbot: QtBot) -> Made:
    desk, heard = make_desk()
    keeper = InMemory()
    place = ProgrammesPlace(desk, opened, Remembered(desk.tasks, lambda: keeper))
    place.details.set_today(TODAY)
    show_alone(qtbot, place)
    desk.state.set_student(LICENCE_IN_LAW)
    place.activate()
    QApplication.processEvents()
    return place, heard, keeper


def open_(place: ProgrammesPlace, programme: str) -> None:
    place.results.view.opened.emit(programme)
    QApplication.processEvents()


def test_back_and_forward_lead_through_what_was_looked_at(made: Made) -> None:
    place, heard, _ = made
    open_(place, "intelligence")
    open_(place, "security")
    QTest.keyClick(place, Key.Key_Left, Alt)
    assert place.details.shown_id == "intelligence"
    QTest.keyClick(place, Key.Key_Left, Alt)
    assert place.details.shown_id == "affairs"
    QTest.keyClick(place, Key.Key_Left, Alt)
    assert heard.said[-1][0] == "There is nothing to go back to."
    QTest.keyClick(place, Key.Key_Right, Alt)
    assert place.details.shown_id == "intelligence"


def test_what_is_only_passed_is_not_looked_at(made: Made) -> None:
    place, _, keeper = made
    place.results.view.setFocus()
    QTest.keyClick(place.results.view, Key.Key_Down)
    QTest.keyClick(place.results.view, Key.Key_Down)
    QTest.keyClick(place.results.view, Key.Key_Return)
    assert [one.id for one in keeper.kept.recent] == ["security"]


def test_a_trail_forgets_what_lay_ahead() -> None:
    trail = Trail()
    for one in ("a", "b", "c"):
        trail.look(one)
    assert (trail.back(), trail.back(), trail.back()) == ("b", "a", None)
    trail.look("d")
    assert trail.ahead is None
    assert trail.back() == "a"


def test_p_pins_and_the_pin_is_kept(made: Made) -> None:
    place, heard, keeper = made
    place.details.view.setFocus()
    QTest.keyClick(place.details.view, Key.Key_P)
    assert [one.id for one in keeper.kept.pinned] == ["affairs"]
    assert place.details.pin_button.isChecked()
    assert heard.said[-1][0].startswith("Pinned: MSc Expert")
    open_(place, "security")
    assert not place.details.pin_button.isChecked()
    open_(place, "affairs")
    place.details.pin_button.click()
    assert keeper.kept.pinned == ()


def test_a_search_is_saved_by_its_own_words_and_made_again(made: Made) -> None:
    place, heard, keeper = made
    QTest.keyClick(place, Key.Key_S, Ctrl)
    assert "no search to save" in heard.said[-1][0]
    place.facets.search.setText("south")
    place.facets.toggle(Facet.CAMPUS, "port")
    place.results.sort_by(Order.NAME)
    QTest.keyClick(place, Key.Key_S, Ctrl)
    assert heard.said[-1][0] == "Search saved: “south” · Port Sud"
    place.facets.search.clear()
    place.facets.clear()
    place.results.sort_by(Order.FIT)
    place.kept.searched.emit(keeper.kept.searches[0])
    assert place.facets.search.text() == "south"
    assert place.facets.selection == {Facet.CAMPUS: frozenset({"port"})}
    assert place.results.order is Order.NAME
    assert set(place.results.model.ids) == {"intelligence", "security"}


def test_the_menu_shows_what_is_remembered(made: Made) -> None:
    place, _, keeper = made
    place.kept.turn_pin()
    open_(place, "security")
    open_(place, "intelligence")
    place.facets.search.setText("south")
    QTest.keyClick(place, Key.Key_S, Ctrl)
    place.kept.menu.aboutToShow.emit()
    words = [action.text().partition("\t")[0] for action in place.kept.menu.actions()]
    assert words[:2] == ["Back", "Forward"]
    after = words.index("Looked at recently")
    assert words[words.index("Pinned") + 1].startswith("MSc Expert")
    assert words[after + 1 : after + 3] == ["Master 2 Intelligence · South", "Master 2 Security · South"]
    assert "“south”" in words
    next(action for action in place.kept.menu.actions() if action.text().startswith("Master 2 Security")).trigger()
    assert place.details.shown_id == "security"
    place.kept.menu.aboutToShow.emit()
    forget = next(action for action in place.kept.menu.actions() if action.text() == "Forget a saved search")
    searches = forget.menu()
    assert isinstance(searches, QMenu)
    searches.actions()[0].trigger()
    assert keeper.kept.searches == ()


def test_what_is_not_in_this_catalogue_is_forgotten_and_said(made: Made) -> None:
    place, heard, keeper = made
    place.kept.forget("affairs")
    keeper.save(Shelf(recent=(Kept("gone", "Gone"),)))
    other = Remembered(SynchronousTasks(heard.reported.append), lambda: keeper)
    again = ProgrammesPlace(place.desk, opened, other)
    again.kept.opened.emit("gone")
    assert heard.reported
    assert keeper.kept.recent == ()
    again.deleteLater()


def test_a_section_is_copied_whole_and_a_heading_copies_its_group(made: Made) -> None:
    place, heard, _ = made
    place.details.choose_tab(Tab.AWARDS)
    QTest.keyClick(place, Key.Key_C, Ctrl | Qt.KeyboardModifier.ShiftModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("MSc Expert in Affairs and Far-Reaching International Cooperations · Awards\n")
    assert "Recognition\n- Grade de master" in copied
    assert heard.said[-1][0] == "Copied as text: Awards"
    view = place.details.view
    view.setFocus()
    keys = [line.key for line in view.lines.lines]
    view.setCurrentIndex(view.lines.index(keys.index("heading:recognition")))
    QTest.keyClick(view, Key.Key_C, Ctrl)
    assert QGuiApplication.clipboard().text().startswith("Recognition\n- Grade de master")
    place.details.copy_button.click()
    assert QGuiApplication.clipboard().text() == copied


def test_related_programmes_stand_under_the_overview_and_open(made: Made) -> None:
    place, _, _ = made
    open_(place, "intelligence")
    lines = place.details.view.lines.lines
    (line,) = [line for line in lines if line.leads_to]
    assert line.leads_to == "security"
    assert line.spoken.startswith("Master 2 Security, South, Not yet")
    view = place.details.view
    view.setCurrentIndex(view.lines.index(lines.index(line)))
    QTest.keyClick(view, Key.Key_Return)
    assert place.details.shown_id == "security"


def test_the_palette_is_offered_orders_facets_and_pins(made: Made) -> None:
    place, _, _ = made
    place.kept.turn_pin()
    titles = {command.title: command for command in place.commands()}
    assert {"By price", "School: South", "Verdict: Not yet", "Back", "Save this search"} <= titles.keys()
    titles["School: South"].run()
    assert set(place.results.model.ids) == {"intelligence", "security"}
    titles["By name"].run()
    assert place.results.order is Order.NAME
    assert any(command.group == "Pinned" for command in place.commands())


def test_x_takes_every_facet_back(made: Made) -> None:
    place, _, _ = made
    place.facets.toggle(Facet.SCHOOL, "south")
    place.results.view.setFocus()
    QTest.keyClick(place.results.view, Key.Key_X)
    assert place.facets.selection == {}
    assert len(place.results.model.ids) == 3


def test_all_values_of_a_facet_are_found_and_ticked_by_keys(made: Made) -> None:
    place, _, _ = made
    place.facets._show_all(Facet.CAMPUS)
    popup = place.facets.findChild(FacetPopup)
    assert popup is not None
    QTest.keyClicks(popup.field, "por")
    assert popup.model.rowCount() == 1
    QTest.keyClick(popup.field, Key.Key_Return)
    assert place.facets.selection == {Facet.CAMPUS: frozenset({"port"})}
    assert popup.model.index(0).data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
    popup.close()


def test_a_facet_folds_and_arrows_walk_the_column(made: Made) -> None:
    place, _, _ = made
    school = place.facets.groups[Facet.SCHOOL]
    school.head.setFocus()
    QTest.keyClick(school.head, Key.Key_Down)
    assert school.checks[0].hasFocus()
    QTest.keyClick(school.checks[0], Key.Key_Up)
    QTest.keyClick(school.head, Key.Key_Left)
    assert not school.opened
    assert school.checks[0].isHidden()
    assert school.head.accessibleDescription() == "folded"
    QTest.keyClick(school.head, Key.Key_Right)
    assert school.checks[0].isVisible()


def test_in_a_narrow_place_filters_stand_where_the_results_are(made: Made) -> None:
    place, _, _ = made
    place.resize(860, 430)
    QApplication.processEvents()
    assert place.facets.filters.isVisible()
    assert not place.facets.groups[Facet.SCHOOL].isVisible()
    place.facets.filters.click()
    assert place.facets.groups[Facet.SCHOOL].isVisible()
    assert not place.results.isVisible()
    place.facets.toggle(Facet.SCHOOL, "south")
    assert place.facets.filters.words == "Filters (1)"
    QTest.keyClick(place.facets.filters, Key.Key_Escape)
    assert place.results.isVisible()
    assert place.results.view.hasFocus()
    place.resize(1270, 640)
    QApplication.processEvents()
    assert place.facets.groups[Facet.SCHOOL].isVisible()
