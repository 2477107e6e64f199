"""The kit: names for assistive technology, sizes, keys, and what is said when there is little room."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.facts import Status
from advisor_app.domain.verdicts import Verdict
from advisor_app.ui import components as kit
from advisor_app.ui.components import Chip, ChipLook, FactRow, FactView, Part, Way
from advisor_app.ui.fact_looks import FACTS
from advisor_app.ui.looks import VERDICTS
from advisor_app.ui.theme import Theme
from advisor_app.wording import Translator

CONTROLS: dict[str, Callable[[], kit.Control]] = {
    "button": lambda: kit.Button("Open comparison", kit.Kind.PRIMARY, key="Ctrl+↵"),
    "ghost": lambda: kit.Button("Open route", kit.Kind.GHOST),
    "icon button": lambda: kit.IconButton("plus", "Add to comparison"),
    "chip": lambda: Chip("cake", "Age"),
    "facet": lambda: kit.FacetCheck("Can apply", 3),
    "add": lambda: kit.AddTile("Press {key} on a programme", "C"),
    "source": lambda: kit.SourceLink("Rates", "12 mo", opens="Where the price comes from"),
}


@pytest.fixture(autouse=True)
def themed(theme_of_app: Theme) -> None:
    """In light, unless a test says otherwise."""


def shown(widget: QWidget, qtbot: QtBot) -> QWidget:
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.parametrize("make", CONTROLS.values(), ids=list(CONTROLS))
def test_every_control_has_a_name_a_target_and_keys(make: Callable[[], kit.Control], qtbot: QtBot) -> None:
    control = make()
    shown(control, qtbot)
    spoken = QAccessible.queryAccessibleInterface(control)
    assert spoken is not None
    assert spoken.text(QAccessible.Text.Name)
    assert min(control.sizeHint().width(), control.sizeHint().height()) >= 36
    assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        with qtbot.waitSignal(control.clicked):
            QTest.keyClick(control, key)
    with qtbot.assertNotEmitted(control.clicked):
        QTest.keyClick(control, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("make", CONTROLS.values(), ids=list(CONTROLS))
def test_controls_paint_in_every_state(make: Callable[[], kit.Control], theme_of_app: Theme, qtbot: QtBot) -> None:
    control = make()
    shown(control, qtbot)
    pictures = {bytes(control.grab().toImage().constBits())}
    theme_of_app.set_mode("dark")
    pictures.add(bytes(control.grab().toImage().constBits()))
    control.setEnabled(False)
    control.grab()
    assert len(pictures) == 2


def test_ampersands_are_words_and_not_shortcuts(qtbot: QtBot) -> None:
    button = kit.Button("Relations & Cooperations")
    qtbot.addWidget(button)
    assert button.words == "Relations & Cooperations"
    assert button.shortcut().isEmpty()
    assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name) == "Relations & Cooperations"


def test_a_chip_is_named_after_its_field_whatever_it_shows(qtbot: QtBot) -> None:
    chip = Chip("languages", "Languages")
    qtbot.addWidget(chip)
    chip.show_value("FR C1", ChipLook.FACT, "French C1")
    spoken = QAccessible.queryAccessibleInterface(chip)
    assert spoken.text(QAccessible.Text.Name) == "Languages"
    assert spoken.text(QAccessible.Text.Description) == "French C1"
    chip.show_value("", ChipLook.ASKED)
    assert chip.words == "Languages"


def test_a_facet_tells_its_count(qtbot: QtBot) -> None:
    facet = kit.FacetCheck("To confirm", 0, look=VERDICTS[Verdict.TO_CONFIRM])
    qtbot.addWidget(facet)
    assert facet.accessibleName() == "To confirm 0"
    assert facet.isEnabled()
    facet.click()
    assert facet.isChecked()
    facet.set_count(4)
    assert facet.accessibleName() == "To confirm 4"


def test_every_verdict_and_status_has_a_look_of_its_own() -> None:
    for looks in (VERDICTS, FACTS):
        assert len({look.icon for look in looks.values()}) == len(looks)
    assert set(FACTS) == set(Status)
    assert set(VERDICTS) == set(Verdict)


def test_a_pill_says_its_word(english: Translator, french: Translator, qtbot: QtBot) -> None:
    pill = kit.VerdictPill(Verdict.NOT_YET, english)
    qtbot.addWidget(pill)
    assert pill.text() == "Not yet"
    assert pill.sizeHint().height() >= 24
    pill.show_verdict(Verdict.CAN_APPLY, french)
    assert pill.text() == "Peut postuler"


def test_a_long_title_takes_two_lines_and_says_the_rest_in_a_tooltip(qtbot: QtBot) -> None:
    label = kit.ElidedLabel("MSc Expert in International Relations and Cooperations of the whole world and beyond")
    shown(label, qtbot)
    label.resize(160, 60)
    assert label.toolTip() == label.text()
    assert label.heightForWidth(160) == 2 * label.heightForWidth(2000)
    label.resize(2000, 60)
    assert label.toolTip() == ""
    assert not label.elided


@pytest.mark.parametrize("text", ["", "x", "<b>bold</b>", "a" * 10_000, "\u202eabc", "line\nline"])
def test_hostile_text_is_shown_as_it_stands(text: str, qtbot: QtBot) -> None:
    beside = kit.IconLabel("flag", text)
    qtbot.addWidget(beside)
    alone = (kit.Label(text), kit.ElidedLabel(text))
    for label in alone:
        qtbot.addWidget(label)
    for label in (*alone, beside.label):
        assert label.text() == text
        label.resize(120, 40)
        label.grab()
    parts = kit.PartsLabel([Part(text, strong=True), Part("end", tone="accent")])
    qtbot.addWidget(parts)
    assert parts.accessibleName() == text + "end"
    assert "<b>" not in parts.text()


def fact(**changes: str) -> FactView:
    given = {"section": "Rates", "age": "12 mo", "quote": "“€10,950/year”", "provenance": "HEIP, 24 November 2025"} | changes
    return FactView(label="Alternance", value=[Part("10,950 €", strong=True), Part(" a year")], status=Status.STATED, **given)


def test_a_fact_unfolds_its_source_in_place(english: Translator, qtbot: QtBot) -> None:
    row = FactRow(fact(), english)
    shown(row, qtbot)
    row.resize(700, row.heightForWidth(700))
    closed = row.sizeHint().height()
    assert row.accessibleName() == "Alternance: 10,950 € a year. Stated"
    assert row.source.accessibleDescription() == "Rates · 12 mo"
    assert not row.unfolded.isVisible()
    with qtbot.waitSignal(row.toggled):
        QTest.keyClick(row.source, Qt.Key.Key_Return)
    assert row.is_open
    assert row.unfolded.isVisible()
    assert row.sizeHint().height() > closed


def test_a_fact_without_a_section_says_where_one_looked(english: Translator, qtbot: QtBot) -> None:
    row = FactRow(fact(section="", elsewhere="whole page read"), english)
    shown(row, qtbot)
    assert not row.source.isVisible()
    assert "whole page read" in [label.text() for label in row.findChildren(kit.Label)]


def test_segments_move_with_the_arrows(qtbot: QtBot) -> None:
    control = kit.SegmentedControl("Language", [("en", "English"), ("fr", "Français")], "en")
    shown(control, qtbot)
    with qtbot.waitSignal(control.chosen) as heard:
        QTest.keyClick(control.findChildren(kit.Control)[0], Qt.Key.Key_Right)
    assert heard.args == ["fr"]
    assert control.value == "fr"
    with qtbot.assertNotEmitted(control.chosen):
        QTest.keyClick(control.findChildren(kit.Control)[1], Qt.Key.Key_Right)
        control.set_value("en")


def test_tabs_move_with_the_arrows_and_tell_their_flag(qtbot: QtBot) -> None:
    strip = kit.TabStrip("Sections", [kit.Tab("o", "Overview"), kit.Tab("c", "Costs", flagged=True, flag_name="A doubt")], "o")
    shown(strip, qtbot)
    with qtbot.waitSignal(strip.chosen) as heard:
        QTest.keyClick(strip.bar, Qt.Key.Key_Left)
    assert heard.args == ["c"]
    assert strip.value == "c"
    with qtbot.assertNotEmitted(strip.chosen):
        strip.set_value("o")


def test_tabs_are_page_tabs_to_assistive_technology(qtbot: QtBot) -> None:
    strip = kit.TabStrip("Sections", [kit.Tab("o", "Overview"), kit.Tab("c", "Costs", flagged=True, flag_name="A doubt")], "o")
    shown(strip, qtbot)
    bar = QAccessible.queryAccessibleInterface(strip.bar)
    tabs = [bar.child(number) for number in range(bar.childCount())]
    named = [tab.text(QAccessible.Text.Name) for tab in tabs if tab.role() == QAccessible.Role.PageTab]
    assert bar.role() == QAccessible.Role.PageTabList
    assert named == ["Overview", "Costs, A doubt"]
    with qtbot.waitSignal(strip.chosen) as heard:
        tabs[1].actionInterface().doAction("Press")
    assert heard.args == ["c"]


def test_tabs_without_room_go_into_a_menu_and_the_chosen_one_never_does(qtbot: QtBot) -> None:
    strip = kit.TabStrip("Sections", [kit.Tab(str(number), f"Section {number}") for number in range(8)], "0", more="More sections")
    shown(strip, qtbot)
    strip.resize(300, 40)
    assert strip.more.isVisible()
    assert strip.more.accessibleName() == "More sections"
    QTest.keyClick(strip.bar, Qt.Key.Key_Left)
    assert strip.value == "7"
    assert strip.bar.isTabVisible(7)
    assert strip.bar.tabRect(7).right() <= strip.bar.width()
    strip.more.click()
    menu = strip.findChild(QMenu)
    assert menu is not None
    hidden = [action for action in menu.actions() if action.text() == "Section 6"]
    hidden[0].trigger()
    assert strip.value == "6"
    menu.close()
    strip.resize(1000, 40)
    assert not strip.more.isVisible()
    assert all(strip.bar.isTabVisible(place) for place in range(8))


def test_the_message_bar_says_one_thing_with_one_action(english: Translator, qtbot: QtBot) -> None:
    bar = kit.MessageBar(english)
    qtbot.addWidget(bar)
    assert bar.text == ""
    done: list[str] = []
    bar.show_message("Cleared.", action="Undo", on_action=lambda: done.append("undone"))
    assert bar.text == "Cleared."
    assert bar.height() >= 40
    bar.action.click()
    assert done == ["undone"]
    assert bar.text == ""
    bar.show_message("No space left.", "error")
    assert bar.action.isHidden()
    bar.close_button.click()
    assert bar.text == ""


def test_the_ask_card_answers(qtbot: QtBot) -> None:
    card = kit.AskCard("Ask next", "bears on 13 routes", "Is the student French?", [("french", "French"), ("eu", "EU")])
    shown(card, qtbot)
    other = card.add_other("From another country…")
    with qtbot.waitSignal(card.answered) as heard:
        card.buttons[1].click()
    assert heard.args == ["eu"]
    with qtbot.waitSignal(card.other_chosen):
        other.click()
    assert card.buttons[0].ring_colour == "info"


def test_answers_go_on_the_next_line_where_there_is_little_room(qtbot: QtBot) -> None:
    flow = kit.Flow()
    qtbot.addWidget(flow)
    for number in range(6):
        flow.add(kit.Button(f"Answer {number}"))
    assert flow.heightForWidth(2000) < flow.heightForWidth(300) < flow.heightForWidth(120)
    flow.clear()
    assert flow.heightForWidth(300) == 0


def test_at_most_three_ways_forward(qtbot: QtBot) -> None:
    gone: list[int] = []
    ways = [Way(f"Way {number}:", "more", "Open", lambda number=number: gone.append(number)) for number in range(5)]  # type: ignore[misc]  # counts
    card = kit.WayForwardCard("Way forward", ways)
    shown(card, qtbot)
    buttons = card.findChildren(kit.Button)
    assert len(buttons) == 3
    buttons[2].click()
    assert gone == [2]
    assert buttons[0].accessibleDescription() == "Way 0: more"


def test_a_tile_takes_itself_out(qtbot: QtBot) -> None:
    tile = kit.TrayTile("MSc", "HEIP", "Remove MSc from the comparison")
    shown(tile, qtbot)
    assert tile.remove.accessibleName() == "Remove MSc from the comparison"
    with qtbot.waitSignal(tile.removed):
        QTest.keyClick(tile.remove, Qt.Key.Key_Space)


def test_escape_empties_the_search(qtbot: QtBot) -> None:
    field = kit.SearchField("Search programmes", "Search", "Ctrl+F")
    shown(field, qtbot)
    field.setText("law")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert field.accessibleName() == "Search programmes"


def test_loading_shows_nothing_at_first_then_a_line_then_words(english: Translator, qtbot: QtBot) -> None:
    line = kit.LoadingLine(english)
    shown(line, qtbot)
    line.start()
    assert not line.cancel.isVisible()
    qtbot.waitUntil(lambda: line.height() > 0 and line.cancel.isVisible(), timeout=4000)
    with qtbot.waitSignal(line.cancelled):
        line.cancel.click()
    assert not line.cancel.isVisible()


def test_the_focus_ring_follows_the_keyboard(focus_ring: None, qtbot: QtBot) -> None:
    holder = QWidget()
    column = QVBoxLayout(holder)
    first, second = kit.Button("One"), kit.Button("Two")
    column.addWidget(first)
    column.addWidget(second)
    shown(holder, qtbot)
    holder.activateWindow()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()

    def rings() -> list[QWidget]:
        found = holder.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [one for one in found if type(one).__name__ == "_Frame" and one.isVisible()]

    assert [ring.geometry().adjusted(3, 3, -3, -3) for ring in rings()] == [first.geometry()]
    second.setFocus(Qt.FocusReason.TabFocusReason)
    assert [ring.geometry().adjusted(3, 3, -3, -3) for ring in rings()] == [second.geometry()]
    holder.resize(400, 300)
    QApplication.processEvents()
    assert [ring.geometry().adjusted(3, 3, -3, -3) for ring in rings()] == [second.geometry()]
