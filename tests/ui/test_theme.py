"""The theme: what Qt is given, and that it can change while the window is open."""

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from advisor_app.domain.colour import contrast
from advisor_app.ui.components import Label
from advisor_app.ui.theme import FAMILY, Theme, make_font, palette_of, style_sheet, theme
from advisor_app.ui.tokens import DARK, LIGHT, Colours, Role


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_palette_can_be_read_in_every_state(colours: Colours) -> None:
    palette = palette_of(colours)
    roles, groups = QPalette.ColorRole, QPalette.ColorGroup
    pairs = ((roles.Text, roles.Base), (roles.PlaceholderText, roles.Base), (roles.HighlightedText, roles.Highlight))
    for group in (groups.Active, groups.Inactive, groups.Disabled):
        for ink, ground in (*pairs, (roles.WindowText, roles.Window), (roles.ButtonText, roles.Button), (roles.Link, roles.Base)):
            assert contrast(palette.color(group, ink).name(), palette.color(group, ground).name()) >= 4.5, (group, ink)


def test_style_sheet_leaves_no_name_unfilled() -> None:
    assert "$" not in style_sheet(LIGHT)
    assert LIGHT["accent"] in style_sheet(LIGHT)
    assert DARK["accent"] in style_sheet(DARK)


def test_theme_changes_while_the_window_is_open(theme_of_app: Theme, qtbot: QtBot) -> None:
    label = Label("Law", tone="text2")
    qtbot.addWidget(label)
    label.show()
    assert label.palette().color(label.foregroundRole()).name().upper() == LIGHT["text2"]
    with qtbot.waitSignal(theme_of_app.changed):
        theme_of_app.set_mode("dark")
    assert label.palette().color(label.foregroundRole()).name().upper() == DARK["text2"]
    assert theme_of_app.colour("surface").name().upper() == DARK["surface"]
    assert theme_of_app.dark


def test_there_is_one_theme(theme_of_app: Theme) -> None:
    assert theme() is theme_of_app


def test_following_the_system_is_neither_chosen_light_nor_dark(theme_of_app: Theme) -> None:
    theme_of_app.set_mode("system")
    assert theme_of_app.mode == "system"
    theme_of_app.toggle()
    assert theme_of_app.mode in ("light", "dark")


@pytest.mark.parametrize("role", list(Role), ids=[role.name for role in Role])
def test_fonts_come_with_the_program(theme_of_app: Theme, role: Role) -> None:
    info = QFontInfo(make_font(role))
    assert info.family().startswith(FAMILY)
    assert info.pointSizeF() >= 10.5
    assert FAMILY in QFontDatabase.families()


def test_italic_is_a_real_italic(theme_of_app: Theme) -> None:
    assert QFontInfo(make_font(Role.BODY, italic=True)).italic()


def test_figures_are_tabular(theme_of_app: Theme) -> None:
    metrics = QFontMetricsF(make_font(Role.BODY))
    assert len({metrics.horizontalAdvance(figure * 4) for figure in "0123456789"}) == 1


def test_heights_grow_with_the_font_and_never_shrink(theme_of_app: Theme) -> None:
    assert theme_of_app.grow(36) >= 36
    assert theme_of_app.grow(48, Role.SMALL, 2) >= 48


def test_application_font_is_the_body_role(theme_of_app: Theme) -> None:
    assert QApplication.font().family() == FAMILY
    assert QLabel().font().pointSizeF() == pytest.approx(11.25)
