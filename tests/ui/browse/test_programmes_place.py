"""The Programmes place as an advisor uses it: by keyboard, in either language."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from advisor_app.domain.columns import Column
from advisor_app.domain.student import Wishes
from advisor_app.services.browse import Facet, Order
from advisor_app.ui.browse.programmes_place import ProgrammesPlace
from advisor_app.ui.browse.remembered import Remembered
from advisor_app.ui.browse.start_pane import StartPane
from advisor_app.ui.browse.tab_titles import Tab
from advisor_app.ui.components import Button, FacetCheck
from advisor_app.ui.place import Desk
from advisor_app.ui.tasks import SynchronousTasks
from tests.ui.desk import Heard, InMemory, make_desk, nameless, opened, show_alone
from tests.ui.small_catalogue import LICENCE_IN_LAW, NOBODY, TODAY

Key = Qt.Key
Make = Callable[..., tuple[ProgrammesPlace, Heard]]


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def made(lang: str = "en", student: object = LICENCE_IN_LAW) -> tuple[ProgrammesPlace, Heard]:
        desk, heard = make_desk(lang)  # type: ignore[arg-type]
        place = ProgrammesPlace(desk, opened, remembered(desk))
        place.details.set_today(TODAY)
        show_alone(qtbot, place)
        desk.state.set_student(student)  # type: ignore[arg-type]
        if (focused := QApplication.focusWidget()) is not None:
            focused.clearFocus()  # as when one comes from another place
        place.activate()
        QApplication.processEvents()
        return place, heard

    return made


def remembered(desk: Desk) -> Remembered:
    return Remembered(desk.tasks, InMemory)


def counts(place: ProgrammesPlace, facet: Facet) -> dict[str, str]:
    group = place.facets.groups[facet]
    return {value.value: check.accessibleName() for value, check in zip(group.shown, group.checks, strict=False)}


def box(place: ProgrammesPlace, facet: Facet, value: str) -> FacetCheck:
    check = place.facets.groups[facet].check_of(value)
    assert check is not None
    return check


def ids(place: ProgrammesPlace) -> tuple[str, ...]:
    return place.results.model.ids


def compared(place: ProgrammesPlace) -> list[str]:
    return [column.programme for column in place.desk.state.comparison]


def shown_lines(place: ProgrammesPlace) -> list[str]:
    return [line.spoken for line in place.details.view.lines.lines]


def index_of(place: ProgrammesPlace, key: str) -> QModelIndex:
    keys = [line.key for line in place.details.view.lines.lines]
    return place.details.view.lines.index(keys.index(key))


def test_the_best_programme_is_looked_at_first(make: Make) -> None:
    place, _ = make()
    assert ids(place) == ("affairs", "intelligence", "security")
    assert place.details.shown_id == "affairs"
    assert place.results.view.current_id == "affairs"
    assert "Conditions met on what you told us; the school decides." in place.details.sentence.text()
    assert place.details.where.text() == "North · page of 24 Nov 2025, 11 months old"


def test_typing_narrows_at_once_and_escape_brings_all_back(make: Make) -> None:
    place, _ = make()
    assert place.search()
    QTest.keyClicks(place.facets.search, "south sec")
    assert ids(place) == ("security",)
    assert "1 programme" in place.results.count.accessibleName()
    QTest.keyClick(place.facets.search, Key.Key_Escape)
    assert len(ids(place)) == 3


def test_slash_goes_to_the_search(make: Make) -> None:
    place, _ = make()
    place.results.view.setFocus()
    QTest.keyClicks(place.results.view, "/")
    assert place.facets.search.hasFocus()


def test_facets_count_what_each_would_leave(make: Make) -> None:
    place, _ = make()
    assert counts(place, Facet.SCHOOL) == {"north": "North 1", "south": "South 2"}
    assert counts(place, Facet.VERDICT)["to_confirm"] == "To confirm 0"
    QTest.mouseClick(box(place, Facet.SCHOOL, "south"), Qt.MouseButton.LeftButton)
    assert ids(place) == ("intelligence", "security")
    assert counts(place, Facet.VERDICT) == {
        "can_apply": "Can apply 0",
        "to_confirm": "To confirm 0",
        "need_info": "Need info 0",
        "not_yet": "Not yet 2",
    }
    assert counts(place, Facet.SCHOOL) == {"north": "North 1", "south": "South 2"}, "a facet does not narrow itself"
    assert place.facets.clear_button.isVisible()
    place.facets.clear_button.click()
    assert len(ids(place)) == 3
    assert not place.facets.clear_button.isVisible()


def test_a_facet_without_programmes_stays_and_can_be_chosen(make: Make) -> None:
    place, _ = make()
    check = box(place, Facet.VERDICT, "to_confirm")
    check.setFocus()
    QTest.keyClick(check, Key.Key_Space)
    assert ids(place) == ()
    assert place.results.nothing.isVisible()
    place.results.nothing.facets.click()
    assert len(ids(place)) == 3


def test_nothing_found_says_what_to_do(make: Make) -> None:
    place, _ = make()
    place.facets.search.setText("zzz")
    nothing = place.results.nothing
    assert nothing.isVisible()
    assert nothing.title.text() == "No programme for “zzz”"
    assert "3 programmes" in nothing.advice.text()
    assert counts(place, Facet.CAMPUS) == {"paris": "Paris 0", "lyon": "Lyon 0", "port": "Port Sud 0"}
    assert not nothing.facets.isVisible()
    nothing.search.click()
    assert place.facets.search.text() == ""
    assert len(ids(place)) == 3


def test_arrows_choose_and_enter_goes_to_the_details(make: Make) -> None:
    place, _ = make()
    place.results.view.setFocus()
    QTest.keyClick(place.results.view, Key.Key_Down)
    assert place.desk.state.selected == "intelligence"
    assert place.details.shown_id == "intelligence"
    QTest.keyClick(place.results.view, Key.Key_Return)
    assert place.details.view.hasFocus()
    QTest.keyClick(place.details.view, Key.Key_Escape)
    assert place.results.view.hasFocus()


@pytest.mark.parametrize("key", [Key.Key_Down, Key.Key_Return])
def test_from_the_search_one_goes_to_what_was_found(make: Make, key: Qt.Key) -> None:
    place, _ = make()
    place.search()
    QTest.keyClick(place.facets.search, key)
    assert place.results.view.hasFocus()


@pytest.mark.parametrize("key", [Key.Key_C, Key.Key_Space])
def test_a_key_puts_the_programme_into_the_comparison_and_takes_it_out(make: Make, key: Qt.Key) -> None:
    place, _ = make()
    view = place.results.view
    view.setFocus()
    QTest.keyClick(view, key)
    assert compared(place) == ["affairs"]
    assert place.details.compare_button.isChecked()
    assert place.details.compare_button.text() == "In comparison"
    QTest.keyClick(view, key)
    assert compared(place) == []
    assert place.details.compare_button.text() == "Add to comparison"


def test_the_button_of_a_row_compares_without_choosing_it(make: Make) -> None:
    place, _ = make()
    view = place.results.view
    row = view.visualRect(place.results.model.index_of("security"))
    spot = QPoint(row.right() - 20, row.top() + 20)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert compared(place) == ["security"]
    assert place.desk.state.selected == "affairs"


def test_c_works_from_the_details_too(make: Make) -> None:
    place, _ = make()
    place.details.view.setFocus()
    QTest.keyClick(place.details.view, Key.Key_C)
    assert compared(place) == ["affairs"]


def test_a_full_comparison_takes_no_more(make: Make) -> None:
    place, _ = make()
    for number in range(5):
        place.desk.state.add_to_comparison(Column(programme=f"other-{number}"))
    place.details.compare_button.click()
    assert len(compared(place)) == 5
    assert not place.details.compare_button.isChecked()


def test_where_a_fact_comes_from_unfolds_in_place(make: Make) -> None:
    place, _ = make()
    place.details.choose_tab(Tab.COSTS)
    view = place.details.view
    view.setFocus()
    index = index_of(place, "tuition:1")
    view.setCurrentIndex(index)
    before = view.visualRect(index).height()
    QTest.keyClick(view, Key.Key_Return)
    assert view.visualRect(index).height() > before
    told = index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "For 2025/2026 : MSc sandwich course: €10,950/year" in told
    assert "24 November 2025" in told
    QTest.keyClick(view, Key.Key_Left)
    assert view.visualRect(index).height() == before


def test_a_click_unfolds_as_well(make: Make) -> None:
    place, _ = make()
    view = place.details.view
    index = index_of(place, "start:0")
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
    assert view.lines.is_open(index)


def test_a_fact_is_copied_as_text(make: Make) -> None:
    place, _ = make()
    view = place.details.view
    view.setFocus()
    view.setCurrentIndex(index_of(place, "start:0"))
    QTest.keyClick(view, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied == "Start: September (Stated, North School, Programme page, “Header”, 24 November 2025, 11 months old)"
    assert compared(place) == [], "Ctrl+C copies, it does not compare"


def test_the_tab_stays_from_one_programme_to_the_next(make: Make) -> None:
    place, _ = make()
    place.details.choose_tab(Tab.ROUTES)
    place.desk.state.select("security")
    assert place.details.tab is Tab.ROUTES
    assert any("Port Sud" in said for said in shown_lines(place))


def test_details_scroll_by_keys(make: Make) -> None:
    place, _ = make()
    view = place.details.view
    view.setFocus()
    for _ in range(3):
        QTest.keyClick(view, Key.Key_PageDown)
    assert view.verticalScrollBar().value() > 0


def test_a_change_of_the_student_is_seen_at_once(make: Make) -> None:
    place, _ = make()
    (held,) = LICENCE_IN_LAW.qualifications
    place.desk.state.set_student(replace(LICENCE_IN_LAW, qualifications=(replace(held, level=4),)))
    rows = [place.results.model.row(number) for number in range(3)]
    assert {row.word for row in rows if row} == {"Can apply"}
    assert "Can apply 3" in counts(place, Facet.VERDICT).values()


def test_the_order_can_be_chosen(make: Make) -> None:
    place, _ = make()
    place.results.sort_by(Order.NAME)
    assert ids(place) == ("intelligence", "security", "affairs")
    assert place.results.sort.text() == "By name"


def test_with_nobody_there_the_first_question_works(make: Make) -> None:
    place, _ = make(student=NOBODY)
    start = place.findChild(StartPane)
    assert start is not None
    assert start.isVisible()
    assert counts(place, Facet.VERDICT) == {}, "there is nothing to judge yet"
    assert place.desk.state.asked == "qualification.level"
    button = next(one for one in start.card.buttons if one.text() == "Bac+3")
    assert button.hasFocus()
    QTest.keyClick(button, Key.Key_Return)
    assert place.desk.state.student.qualifications[0].level == 3
    assert place.details.isVisible()
    assert not start.isVisible()
    assert place.desk.state.asked is None


class Late(SynchronousTasks):
    """Answers when it is told to, as a slow disk does."""

    def __init__(self) -> None:
        super().__init__(on_failure=raise_it)
        self.waiting: list[Callable[[], None]] = []

    def submit(self, *asked: Any, **named: Any) -> None:  # noqa: ANN401 - whatever is submitted
        self.waiting.append(partial(super().submit, *asked, **named))

    def answer(self) -> None:
        waiting, self.waiting = self.waiting, []
        for one in waiting:
            one()


def raise_it(error: BaseException) -> None:
    raise error


@pytest.fixture
def slow(qtbot: QtBot) -> tuple[ProgrammesPlace, Late]:
    """A place that was come to, and whose first list is not there yet."""
    tasks = Late()
    desk, _ = make_desk(tasks=tasks)
    place = ProgrammesPlace(desk, opened, remembered(desk))
    show_alone(qtbot, place)
    if (focused := QApplication.focusWidget()) is not None:
        focused.clearFocus()  # as above
    place.activate()
    return place, tasks


def test_the_first_answer_takes_the_focus_to_where_one_begins(slow: tuple[ProgrammesPlace, Late]) -> None:
    _place, tasks = slow
    tasks.answer()
    assert isinstance(QApplication.focusWidget(), Button)


def test_whoever_searches_before_the_first_answer_goes_on_typing(slow: tuple[ProgrammesPlace, Late]) -> None:
    place, tasks = slow
    place.search()
    tasks.answer()
    assert place.facets.search.hasFocus()


def test_the_first_answer_leaves_the_focus_where_somebody_went_meanwhile(slow: tuple[ProgrammesPlace, Late], qtbot: QtBot) -> None:
    place, tasks = slow
    other = QLineEdit()
    show_alone(qtbot, other, width=300, height=60)
    other.setFocus()
    place.hide()
    tasks.answer()
    place.show()
    place.activateWindow()
    assert not isinstance(place.focusWidget(), Button)


def test_whoever_types_in_a_picker_goes_on_typing_there(make: Make) -> None:
    place, _ = make(student=NOBODY)
    picker = QLineEdit(place)
    picker.setWindowFlag(Qt.WindowType.Popup)
    picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    picker.show()
    picker.setFocus()
    place.desk.state.set_student(LICENCE_IN_LAW)
    assert place.details.isVisible()
    assert QApplication.focusWidget() is picker
    picker.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert place.results.view.hasFocus()


def test_another_country_marks_the_country_in_the_strip(make: Make) -> None:
    place, _ = make(student=NOBODY)
    start = place.findChild(StartPane)
    assert start is not None
    start.other.click()
    assert place.desk.state.asked == "qualification.country"


def test_a_programme_can_be_read_before_anything_is_known(make: Make) -> None:
    place, _ = make(student=NOBODY)
    place.results.view.setFocus()
    QTest.keyClick(place.results.view, Key.Key_Down)
    assert place.details.isVisible()
    assert place.details.shown_id == "affairs"


def test_the_next_student_begins_anew(make: Make) -> None:
    place, _ = make()
    place.facets.search.setText("law")
    place.facets.toggle(Facet.VERDICT, "not_yet")
    place.desk.state.next_student()
    assert place.facets.search.text() == ""
    assert len(ids(place)) == 3, "nothing that one no longer sees narrows the list"
    start = place.findChild(StartPane)
    assert start is not None
    assert start.isVisible()
    assert place.results.view.current_id is None


def test_wishes_are_said_not_to_change_verdicts(make: Make) -> None:
    place, _ = make()
    assert place.results._wishes.isVisible()
    place.desk.state.set_student(replace(LICENCE_IN_LAW, wishes=Wishes()))
    assert not place.results._wishes.isVisible()


def test_the_main_things_have_their_names(make: Make) -> None:
    place, _ = make()
    assert place.facets.search.accessibleName() == "Search programmes"
    assert place.results.view.accessibleName() == "Programmes"
    assert place.details.view.accessibleName() == "Programme details"
    assert place.details.compare_button.text() == "Add to comparison"


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("student", [NOBODY, LICENCE_IN_LAW], ids=["nobody", "law"])
def test_everything_that_takes_the_focus_has_a_name(make: Make, lang: str, student: object) -> None:
    place, _ = make(lang, student)
    assert nameless(place) == []


def test_french_speaks_french(make: Make) -> None:
    place, _ = make("fr")
    assert place.facets.search.accessibleName() == "Rechercher des formations"
    assert place.details.compare_button.text() == "Ajouter à la comparaison"
    titles = [group.head.words for group in place.facets.groups.values() if not group.isHidden()]
    assert titles[:5] == ["Verdict", "École", "Campus", "Entrée", "Format"]
    assert "3 formations" in place.results.count.accessibleName()
    assert place.details.where.text().startswith("North · page du 24 nov. 2025, il y a 11 mois")


def test_a_place_built_anew_shows_what_is_on_the_desk(make: Make, qtbot: QtBot) -> None:
    old, _ = make()
    old.desk.state.select("security")
    old.desk.state.add_to_comparison(Column(programme="security"))
    place = ProgrammesPlace(old.desk, opened, remembered(old.desk))
    qtbot.addWidget(place)
    place.activate()
    assert place.details.shown_id == "security"
    assert place.details.compare_button.isChecked()
    assert place.results.model.index_of("security").data(place.results.model.COMPARED) is True


@pytest.mark.parametrize("width", [624, 864, 1270, 1824])
def test_nothing_is_pushed_out_of_sight_at_any_width(make: Make, width: int) -> None:
    place, _ = make("fr")
    place.resize(width, 560)
    QApplication.processEvents()
    view = place.details.view
    assert view.horizontalScrollBar().maximum() == 0
    assert place.results.view.horizontalScrollBar().maximum() == 0
    for tab in Tab:
        place.details.choose_tab(tab)
        QApplication.processEvents()
        bar = place.details.tabs.bar
        assert bar.rect().contains(bar.tabRect(bar.currentIndex())), tab


def test_a_failure_is_reported_and_the_list_stays(qtbot: QtBot) -> None:
    desk, heard = make_desk()

    def broken() -> object:
        raise RuntimeError("the file is gone")

    place = ProgrammesPlace(desk, broken, remembered(desk))  # type: ignore[arg-type]
    qtbot.addWidget(place)
    place.activate()
    assert [str(error) for error in heard.reported] == ["the file is gone"]


def test_search_facets_order_and_tab_are_taken_up_in_another_language(make: Make, qtbot: QtBot) -> None:
    place, _ = make()
    place.search()
    QTest.keyClicks(place.facets.search, "s")
    QTest.mouseClick(box(place, Facet.SCHOOL, "south"), Qt.MouseButton.LeftButton)
    place.results.sort_by(Order.NAME)
    place.details.choose_tab(Tab.COSTS)
    found = ids(place)
    desk, _ = make_desk("fr")
    desk.state.set_student(LICENCE_IN_LAW)
    anew = ProgrammesPlace(desk, opened, remembered(desk))
    qtbot.addWidget(anew)
    anew.restore(place.memory())
    assert anew.memory() == place.memory(), "before anything is loaded"
    anew.activate()
    assert anew.memory() == place.memory()
    assert ids(anew) == found
    assert anew.results.sort.text() == "Par nom"
    anew.facets.clear_button.click()
    assert anew.facets.selection == {}
