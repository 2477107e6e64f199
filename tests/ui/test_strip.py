"""The student strip: its fields, its pickers, and what it does with little room."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.reference import QualificationRow
from advisor_app.domain.student import LanguageSkill, Qualification, Residence, Standing, Student, Wishes
from advisor_app.domain.text import Text, same
from advisor_app.ui.components.chip import ChipLook
from advisor_app.ui.state import DeskState
from advisor_app.ui.strip import FIELDS, Option, Options, StudentStrip, diplomas
from advisor_app.ui.strip.fields import BY_KEY
from advisor_app.ui.strip.folding import fold
from advisor_app.ui.strip.matching import digit, matches
from advisor_app.ui.strip.options import chip_text, fixed_options, merged
from advisor_app.ui.strip.picker import Picker
from advisor_app.ui.strip.picker_rows import PickerModel, PickerRow
from advisor_app.ui.theme import Theme
from advisor_app.wording import Translator

KEY = Qt.Key


def row(
    identifier: str, title: str, low: int | None, high: int | None, *, official: bool = False, caveat: str = ""
) -> QualificationRow:
    return QualificationRow(
        id=identifier,
        country=identifier[:2],
        country_name=same(identifier[:2]),
        title=title,
        gloss=Text(fr=f"explication de {identifier}", en=f"explanation of {identifier}"),
        tier="first_cycle",
        bac_plus_min=low,
        bac_plus_max=high,
        ects_min=None,
        ects_max=None,
        ects_cumulative=True,
        years="3",
        credit_system="",
        level_official=official,
        awarded=True,
        certainty="verified",
        source="",
        caveat=same(caveat) if caveat else None,
    )


TITLES = diplomas.titles(
    (
        row("FR-009", "Licence", 3, 3, official=True),
        row("GB-076", "Bachelor (Ordinary / Pass)", 3, 3, caveat="150 ECTS only."),
        row("GB-077", "Bachelor (Honours)", 3, 3),
        row("GB-081", "Old degree", 3, 4),
        row("GB-082", "Certificate", None, None),
    )
)
COUNTRIES = {"FR": same("France"), "GB": Text(fr="Royaume-Uni", en="United Kingdom"), "ZZ": same("Nowhere")}
TODAY = date(2026, 11, 22)
OPTIONS = merged(
    fixed_options(TODAY),
    {
        "qualification.title": TITLES,
        "qualification.fields": (
            Option(("law",), Text(fr="droit", en="law")),
            Option(("economics",), Text(fr="économie", en="economics")),
            *(Option((f"field-{number}",), f"Field {number}") for number in range(12)),
        ),
        "qualification.country": diplomas.countries(COUNTRIES, COUNTRIES, TITLES, TODAY),
        "wishes.campus": (Option("paris", "Paris"), Option("lyon", "Lyon")),
    },
)
FULL = Student(
    residence=Residence.OTHER,
    years_in_france=2,
    age=22,
    qualifications=(Qualification(country="FR", level=3, credits=Decimal(180), fields=("law",)),),
    languages=(LanguageSkill(lang="fr", cefr="C1"), LanguageSkill(lang="en", cefr="B2")),
    wishes=Wishes(format="alternance", campus="paris", start="2027-09", budget_per_year=Decimal(9000)),
)
SAMPLES: dict[str, object] = {
    "qualification.level": 3,
    "qualification.fields": ("law",),
    "qualification.country": "FR",
    "qualification.status": date(2027, 6, 30),
    "qualification.credits": Decimal(180),
    "languages": ("fr", "C1"),
    "wishes.format": "alternance",
    "wishes.campus": "paris",
    "wishes.start": "2027-09",
    "wishes.budget_per_year": Decimal(9000),
    "person.residence": Residence.OTHER,
    "person.years_in_france": 2,
    "person.age": 22,
}


# --- fields


@pytest.mark.parametrize("field", FIELDS, ids=[field.key for field in FIELDS])
def test_what_is_put_in_can_be_read_and_taken_out(field: object) -> None:
    strip_field = BY_KEY[field.key]  # type: ignore[attr-defined]  # a StripField
    value = SAMPLES[strip_field.key]
    student = strip_field.put(Student(), value)
    assert strip_field.get(student) == ((value,) if strip_field.key == "languages" else value)
    assert strip_field.put(student, None) == Student()


def test_another_level_or_country_drops_the_title() -> None:
    student = Student(qualifications=(Qualification(country="GB", title="UK-004", level=3),))
    assert BY_KEY["qualification.level"].put(student, 4).qualifications[0].title is None
    assert BY_KEY["qualification.country"].put(student, "FR").qualifications[0].title is None
    assert BY_KEY["person.age"].put(student, 20).qualifications[0].title == "UK-004"


def test_the_other_qualifications_stay() -> None:
    student = Student(qualifications=(Qualification(level=3), Qualification(level=2)))
    changed = BY_KEY["qualification.level"].put(student, None)
    assert [one.level for one in changed.qualifications] == [None, 2]


def test_a_language_is_added_or_changed() -> None:
    put = BY_KEY["languages"].put
    student = put(put(put(Student(), ("fr", "B2")), ("en", "C1")), ("fr", "C2"))
    assert [(one.lang, one.cefr) for one in student.languages] == [("fr", "C2"), ("en", "C1")]


def test_years_in_france_go_with_a_residence_elsewhere() -> None:
    assert BY_KEY["person.residence"].put(FULL, "other").years_in_france == 2
    assert BY_KEY["person.residence"].put(FULL, "eu").years_in_france is None


# --- words and matching


def test_chips_speak_both_languages(english: Translator, french: Translator) -> None:
    def said(key: str, words: Translator) -> str:
        value = BY_KEY[key].get(FULL)
        return chip_text(BY_KEY[key].key, value, OPTIONS, words)

    assert [said(field.key, english) for field in FIELDS][:3] == ["Bac+3", "Law", "France"]
    assert said("qualification.fields", french) == "Droit"
    assert said("languages", english) == "FR C1 · EN B2"
    assert said("wishes.start", english) == "September 2027"
    assert said("wishes.start", french) == "Septembre 2027"


def test_a_value_that_is_no_option_is_shown_all_the_same(english: Translator) -> None:
    assert chip_text("qualification.credits", Decimal(175), OPTIONS, english) == "175 ECTS"
    assert chip_text("qualification.fields", ("law", "economics"), OPTIONS, english) == "Law +1"
    assert chip_text("wishes.campus", "mars", OPTIONS, english) == "Mars".lower()


def test_finding_without_accents_capitals_or_order() -> None:
    labels = ["Relations internationales", "Économie", "Droit international", "Royaume-Uni", "Côte d’Ivoire"]
    assert matches("eco", labels) == [1]
    assert matches("INTER", labels) == [0, 2]
    assert matches("int dr", labels) == [2]
    assert matches("uni", labels) == [3]
    assert matches("ivoire", labels) == [4]
    assert matches("", labels) == [0, 1, 2, 3, 4]
    assert matches("zz", labels) == []


def test_the_row_of_digits_of_a_french_keyboard() -> None:
    assert [digit(typed, ["Bac"]) for typed in "12&é\"'("] == [1, 2, 1, 2, 3, 4, 5]
    assert digit("é", ["Économie"]) is None, "the letter is wanted here"
    assert digit("a", ["Bac"]) is None


def test_the_next_starts_are_offered() -> None:
    values = [option.value for option in fixed_options(date(2026, 11, 22))["wishes.start"]]
    assert values == ["2027-01", "2027-09", "2028-01", "2028-09"]


# --- folding


def test_gaps_are_folded_first_and_the_asked_one_last() -> None:
    groups = [[("level", 80), ("field", 80)], [("format", 80)], [("residence", 80), ("age", 80), ("credits", 80)]]
    assert fold(groups, room=900, more=40, narrow=False, keep=None).hidden == []
    assert fold(groups, room=540, more=40, narrow=False, keep=None).hidden == ["credits"]
    assert fold(groups, room=450, more=40, narrow=False, keep="credits").hidden == ["residence", "age"]
    assert fold(groups, room=900, more=40, narrow=True, keep="age").hidden == ["residence", "credits"]


def test_with_no_room_at_all_everything_is_in_the_menu() -> None:
    groups = [[("level", 80)], [("format", 80)], [("age", 80)]]
    done = fold(groups, room=30, more=40, narrow=False, keep=None)
    assert sorted(done.hidden) == ["age", "format", "level"]
    assert done.groups == []


def test_long_values_are_narrowed_before_they_are_hidden() -> None:
    done = fold([[("field", 400)], [("format", 80)], []], room=300, more=40, narrow=False, keep=None)
    assert done.hidden == []
    assert done.groups[0][0][1] < 220


def test_wishes_are_hidden_before_facts_and_short_words_never_cut() -> None:
    groups = [[("level", 80), ("field", 100)], [("format", 90), ("campus", 110)], [("age", 70)]]
    done = fold(groups, room=360, more=40, narrow=False, keep=None)
    assert done.hidden == ["campus", "age"]
    assert [width for group in done.groups for _, width in group] == [80, 100, 90]


# --- the strip and its pickers


@pytest.fixture
def strip(theme_of_app: Theme, state: DeskState, english: Translator, qtbot: QtBot) -> Iterator[StudentStrip]:
    window = QWidget()
    made = StudentStrip(state, english, OPTIONS)
    column = QVBoxLayout(window)
    column.addWidget(made)
    made.install_shortcuts(window)
    qtbot.addWidget(window)
    window.resize(1366, 120)
    window.show()
    window.activateWindow()
    yield made
    if made.picker is not None:
        made.picker.close()


def open_picker(strip: StudentStrip, key: str) -> Picker:
    return strip.open_picker(BY_KEY[key])


def test_the_names_of_the_contract(strip: StudentStrip) -> None:
    assert [strip.chips[field.key].accessibleName() for field in FIELDS] == [
        "Level",
        "Field of study",
        "Country of the qualification",
        "Held or in progress",
        "Credits",
        "Languages",
        "Format",
        "Campus",
        "Start",
        "Budget per year",
        "Residence",
        "Years in France",
        "Age",
    ]
    assert strip.next_button.text() == "Next student"


def test_it_shows_the_student(strip: StudentStrip, state: DeskState) -> None:
    assert not strip.next_button.isEnabled()
    state.set_student(FULL)
    assert strip.chips["qualification.level"].words == "Bac+3"
    assert strip.chips["wishes.campus"].words == "Paris"
    assert strip.chips["languages"].accessibleDescription() == "French C1, English B2"
    assert strip.next_button.isEnabled()


def test_the_question_to_ask_next_is_marked(strip: StudentStrip, state: DeskState) -> None:
    state.ask("qualification.level")
    assert strip.chips["qualification.level"].look.name == "ASKED"
    state.ask(None)
    assert strip.chips["qualification.level"].look.name == "GAP"


def test_two_keys_give_a_level(strip: StudentStrip, state: DeskState, qtbot: QtBot) -> None:
    QTest.keyClick(strip.window(), KEY.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert strip.picker is not None
    QTest.keyClicks(strip.picker.field, "3")
    assert state.student == Student(qualifications=(Qualification(level=3),))
    assert strip.picker is None


def test_a_letter_is_enough_in_a_short_list(strip: StudentStrip, state: DeskState) -> None:
    QTest.keyClicks(open_picker(strip, "wishes.campus").field, "l")
    assert state.student.wishes.campus == "lyon"


def test_a_long_list_is_found_by_typing(strip: StudentStrip, state: DeskState) -> None:
    picker = open_picker(strip, "qualification.fields")
    QTest.keyClicks(picker.field, "ec")
    assert [row.label for row in picker.model.rows] == ["Economics"]
    QTest.keyClick(picker.field, KEY.Key_Return)
    assert state.student.qualifications[0].fields == ("economics",)


def test_arrows_and_enter(strip: StudentStrip, state: DeskState) -> None:
    picker = open_picker(strip, "wishes.format")
    QTest.keyClick(picker.field, KEY.Key_Down)
    QTest.keyClick(picker.field, KEY.Key_Enter)
    assert state.student.wishes.format == "alternance"


def test_any_number_can_be_typed_within_bounds(strip: StudentStrip, state: DeskState) -> None:
    picker = open_picker(strip, "wishes.budget_per_year")
    QTest.keyClicks(picker.field, "8 250")
    QTest.keyClick(picker.field, KEY.Key_Return)
    assert state.student.wishes.budget_per_year == Decimal(8250)
    picker = open_picker(strip, "person.age")
    QTest.keyClicks(picker.field, "7")
    assert [row.label for row in picker.model.rows] == ["A number from 14 to 99"]
    QTest.keyClick(picker.field, KEY.Key_Return)
    assert state.student.age is None


def test_a_language_takes_a_second_step(strip: StudentStrip, state: DeskState) -> None:
    picker = open_picker(strip, "languages")
    QTest.keyClicks(picker.field, "1")
    assert [row.label for row in picker.model.rows] == ["C2", "C1", "B2", "B1", "A2", "A1"]
    QTest.keyClicks(picker.field, "2")
    assert state.student.languages == (LanguageSkill(lang="fr", cefr="C1"),)


def test_the_picker_stays_for_another_language(strip: StudentStrip, state: DeskState) -> None:
    picker = open_picker(strip, "languages")
    QTest.keyClicks(picker.field, "12")
    assert picker.field.placeholderText() == "Another one, or Escape"
    assert [row.label for row in picker.model.rows if row.current] == ["French"]
    QTest.keyClicks(picker.field, "23")
    assert [(one.lang, one.cefr) for one in state.student.languages] == [("fr", "C1"), ("en", "B2")]
    QTest.keyClicks(picker.field, "11")
    assert [(one.lang, one.cefr) for one in state.student.languages] == [("fr", "C2"), ("en", "B2")]
    QTest.keyClick(picker.field, KEY.Key_Escape)
    assert strip.picker is None


def test_the_key_of_another_field_leads_on(strip: StudentStrip, state: DeskState) -> None:
    picker = open_picker(strip, "languages")
    QTest.keyClicks(picker.field, "12")
    QTest.keyClick(picker.field, KEY.Key_1, Qt.KeyboardModifier.ControlModifier)
    following = strip.picker
    assert following is not None
    assert following is not picker
    QTest.keyClicks(following.field, "3")
    assert state.student.qualifications[0].level == 3
    assert strip.picker is None


def test_a_picker_that_finds_nothing_says_so(strip: StudentStrip, state: DeskState) -> None:
    picker = open_picker(strip, "qualification.fields")
    QTest.keyClicks(picker.field, "zz")
    [row] = picker.model.rows
    assert row.label == "Nothing found for “zz”"
    QTest.keyClick(picker.field, KEY.Key_Return)
    assert state.student == Student(), "it is no answer"
    assert picker.isVisible()


def test_a_diploma_is_picked_by_country_and_local_title(strip: StudentStrip, state: DeskState) -> None:
    state.set_student(Student(qualifications=(Qualification(level=5),)))
    QTest.keyClick(strip.window(), KEY.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert strip.picker is not None
    QTest.keyClicks(strip.picker.field, "2")
    assert state.student.qualifications[0].country == "GB", "known at once, and kept if the title is left out"
    rows = strip.picker.model.rows
    assert [one.label for one in rows[:2]] == ["Bachelor (Ordinary / Pass)", "Bachelor (Honours)"]
    assert rows[0].detail == "Usually treated as Bac+3. 150 ECTS only."
    assert "explanation of GB-076" in rows[0].spoken
    assert rows[2].detail == "Usually treated as Bac+3 to Bac+4."
    assert "No level" in rows[3].detail
    QTest.keyClicks(strip.picker.field, "hon")
    QTest.keyClick(strip.picker.field, KEY.Key_Return)
    assert state.student == Student(qualifications=(Qualification(country="GB", title="GB-077"),)), "its level is the table's"
    country, level = strip.chips["qualification.country"], strip.chips["qualification.level"]
    assert country.words == "Bachelor (Honours)"
    assert "United Kingdom" in country.toolTip()
    assert "Usually treated as Bac+3" in country.toolTip()
    assert level.words == "≈ Bac+3"
    assert level.look.name == "FACT"


def test_a_diploma_is_found_by_what_it_is_in_the_window_s_language(strip: StudentStrip) -> None:
    picker = open_picker(strip, "qualification.country")
    QTest.keyClicks(picker.field, "2")
    QTest.keyClicks(picker.field, "explanation 081")
    assert [one.label for one in picker.model.rows] == ["Old degree"]


def test_levels_of_titles_say_how_sure_they_are(strip: StudentStrip, state: DeskState) -> None:
    def level(title: str) -> str:
        state.set_student(Student(qualifications=(Qualification(country=title[:2], title=title),)))
        return strip.chips["qualification.level"].words

    assert [level("FR-009"), level("GB-076"), level("GB-081"), level("GB-082")] == ["Bac+3", "≈ Bac+3", "≈ Bac+3 to +4", "Level"]


def test_a_level_by_hand_stays_with_a_title_that_has_none() -> None:
    student = Student(qualifications=(Qualification(level=2),))
    certificate = next(one.value for one in TITLES if one.label == "Certificate")
    assert BY_KEY["qualification.title"].put(student, certificate).qualifications[0].level == 2


def test_a_diploma_that_no_table_has_is_described_by_hand(strip: StudentStrip, state: DeskState) -> None:
    picker = open_picker(strip, "qualification.country")
    for typed in ("3", "1", "4"):  # nowhere, by hand, Bac+4
        QTest.keyClicks(picker.field, typed)
    QTest.keyClicks(picker.field, "225")
    QTest.keyClick(picker.field, KEY.Key_Return)
    assert state.student.qualifications == (Qualification(country="ZZ", level=4, credits=Decimal(225)),)


def test_a_diploma_in_progress_has_a_date(strip: StudentStrip, state: DeskState) -> None:
    state.set_student(Student(qualifications=(Qualification(level=3),)))
    QTest.keyClick(strip.window(), KEY.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert strip.picker is not None
    assert [one.label for one in strip.picker.model.rows][:3] == [
        "Held",
        "In progress, until January 2027",
        "In progress, until June 2027",
    ]
    QTest.keyClicks(strip.picker.field, "3")
    first = state.student.qualifications[0]
    assert (first.status, first.expected) == (Standing.IN_PROGRESS, date(2027, 6, 30))
    assert strip.chips["qualification.status"].words == "In progress · June 2027"
    QTest.keyClicks(open_picker(strip, "qualification.status").field, "1")
    assert state.student == Student(qualifications=(Qualification(level=3),))


def test_years_in_france_follow_a_residence_elsewhere(strip: StudentStrip, state: DeskState) -> None:
    assert not strip.chips["person.years_in_france"].isVisible()
    picker = open_picker(strip, "person.residence")
    QTest.keyClicks(picker.field, "3")
    assert state.student.residence is Residence.OTHER
    QTest.keyClicks(picker.field, "0")
    assert state.student.years_in_france == 0
    assert strip.chips["person.years_in_france"].isVisible()


def test_escape_changes_nothing_and_delete_clears(strip: StudentStrip, state: DeskState) -> None:
    state.set_student(FULL)
    picker = open_picker(strip, "person.age")
    QTest.keyClick(picker, KEY.Key_Escape)
    assert state.student == FULL
    picker = open_picker(strip, "person.age")
    assert picker.model.rows[-1].label == "Not given"
    QTest.keyClick(picker.field, KEY.Key_Delete)
    assert state.student.age is None


def test_the_present_value_is_chosen_and_marked(strip: StudentStrip, state: DeskState) -> None:
    state.set_student(FULL)
    picker = open_picker(strip, "qualification.level")
    assert [row.label for row in picker.model.rows if row.current] == ["Bac+3"]
    assert picker.list.currentIndex().data() == "Bac+3"


def test_little_room_folds_the_gaps_into_a_menu(strip: StudentStrip, state: DeskState) -> None:
    state.set_student(Student(qualifications=(Qualification(level=3),)))
    strip.window().resize(1000, 120)
    assert strip.more.isVisible()
    assert strip.more.words == "+ 11"
    assert "Residence" in strip.more.accessibleDescription()
    state.ask("person.residence")
    assert strip.chips["person.residence"].isVisible()
    assert strip.open_picker(BY_KEY["person.age"]).isVisible()


def test_what_is_given_is_said_whole_or_in_the_menu(strip: StudentStrip, state: DeskState) -> None:
    state.set_student(FULL)
    for width in (640, 1024, 1280, 1366, 1920):
        strip.window().resize(width, 120)
        assert [chip.words for chip in strip.chips.values() if chip.isVisible() and chip.sizeHint().width() > chip.width()] == []
    strip.window().resize(1366, 120)
    assert strip.chips["person.age"].words == "22"
    assert "22 years old" in strip.chips["person.age"].toolTip()


def test_nothing_overlaps_at_any_width(strip: StudentStrip, state: DeskState, french: Translator) -> None:
    state.set_student(FULL)
    for width in (400, 640, 800, 1024, 1280, 1366, 1920):
        strip.window().resize(width, 120)
        places = sorted((chip.geometry() for chip in strip.chips.values() if chip.isVisible()), key=lambda place: place.x())
        edges = [*places, strip.next_button.geometry()]
        assert all(left.right() < right.left() for left, right in pairwise(edges)), width


def test_the_model_answers_as_qt_wants(qapp: object) -> None:
    model = PickerModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows([PickerRow("France", "1", 0), PickerRow("Italie", "2", 1)])
    assert model.data(model.index(1, 0)) == "Italie"
    model.set_rows([])
    assert tester.model() is model


def test_options_without_a_catalogue_still_work(theme_of_app: Theme, state: DeskState, french: Translator, qtbot: QtBot) -> None:
    strip = StudentStrip(state, french, Options({}))
    qtbot.addWidget(strip)
    state.set_student(FULL)
    assert strip.chips["qualification.fields"].words == "law"
    strip.set_options(OPTIONS)
    assert strip.chips["qualification.fields"].words == "Droit"


@pytest.mark.parametrize("key", ["qualification.country", "qualification.fields", "wishes.campus"])
def test_a_picker_opened_too_early_offers_what_comes_from_the_catalogue_as_soon_as_it_is_there(
    theme_of_app: Theme, state: DeskState, french: Translator, qtbot: QtBot, key: str
) -> None:
    strip = StudentStrip(state, french, fixed_options(TODAY))
    qtbot.addWidget(strip)
    strip.show()
    picker = strip.open_picker(BY_KEY[key])
    assert [row.label for row in picker.model.rows] == ["Rien du catalogue pour l’instant"]
    QTest.keyClick(picker.field, KEY.Key_Return)
    assert state.student.empty
    strip.set_options(OPTIONS)
    assert len(picker.model.rows) == len(OPTIONS[BY_KEY[key].key])
    QTest.keyClick(picker.field, KEY.Key_1)
    assert not state.student.empty


def test_what_was_typed_too_early_is_looked_for_again(
    theme_of_app: Theme, state: DeskState, french: Translator, qtbot: QtBot
) -> None:
    strip = StudentStrip(state, french, fixed_options(TODAY))
    qtbot.addWidget(strip)
    strip.show()
    picker = strip.open_picker(BY_KEY["qualification.country"])
    QTest.keyClicks(picker.field, "roy")
    strip.set_options(OPTIONS)
    assert [row.label for row in picker.model.rows] == ["Royaume-Uni"]


def test_a_letter_typed_too_early_picks_nothing(theme_of_app: Theme, state: DeskState, french: Translator, qtbot: QtBot) -> None:
    strip = StudentStrip(state, french, fixed_options(TODAY))
    qtbot.addWidget(strip)
    strip.show()
    QTest.keyClicks(strip.open_picker(BY_KEY["qualification.country"]).field, "f")
    assert state.student.empty


def test_a_digit_typed_too_early_picks_as_soon_as_there_is_something_to_pick(
    theme_of_app: Theme, state: DeskState, french: Translator, qtbot: QtBot
) -> None:
    strip = StudentStrip(state, french, fixed_options(TODAY))
    qtbot.addWidget(strip)
    strip.show()
    QTest.keyClicks(strip.open_picker(BY_KEY["wishes.campus"]).field, "1")
    strip.set_options(OPTIONS)
    assert state.student.wishes.campus == OPTIONS["wishes.campus"][0].value


def test_what_is_chosen_with_the_arrows_stays_chosen_when_other_fields_get_their_options(
    theme_of_app: Theme, state: DeskState, french: Translator, qtbot: QtBot
) -> None:
    strip = StudentStrip(state, french, fixed_options(TODAY))
    qtbot.addWidget(strip)
    strip.show()
    picker = strip.open_picker(BY_KEY["qualification.level"])
    QTest.keyClick(picker.field, KEY.Key_Down)
    QTest.keyClick(picker.field, KEY.Key_Down)
    strip.set_options(OPTIONS)
    QTest.keyClick(picker.field, KEY.Key_Return)
    assert [one.level for one in state.student.qualifications] == [3]


def test_who_is_at_a_second_step_stays_there(theme_of_app: Theme, state: DeskState, french: Translator, qtbot: QtBot) -> None:
    strip = StudentStrip(state, french, fixed_options(TODAY))
    qtbot.addWidget(strip)
    strip.show()
    picker = strip.open_picker(BY_KEY["languages"])
    QTest.keyClick(picker.field, KEY.Key_2)
    levels = [row.label for row in picker.model.rows]
    strip.set_options(OPTIONS)
    assert [row.label for row in picker.model.rows] == levels
    QTest.keyClick(picker.field, KEY.Key_1)
    assert [skill.lang for skill in state.student.languages] == ["en"]


def test_what_is_given_does_not_look_missing_when_it_is_folded(strip: StudentStrip, state: DeskState) -> None:
    strip.window().resize(1000, 120)
    assert strip.more.look is ChipLook.GAP
    state.set_student(FULL)
    strip.window().resize(300, 120)
    assert strip.more.isVisible()
    assert strip.more.look is not ChipLook.GAP
