"""Icons: there, tinted, sharp."""

import ast
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from advisor_app import paths
from advisor_app.domain.colour import channels
from advisor_app.ui.icons import app_icon, icon, pixmap
from advisor_app.ui.theme import Theme

ICONS = sorted((paths.resource_dir() / "icons").glob("*.svg"))


def inked(image: QImage) -> set[str]:
    """The colours of the pixels that are wholly covered."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("file", ICONS, ids=[file.stem for file in ICONS])
def test_every_icon_draws_something_in_the_colour_asked_for(theme_of_app: Theme, file: Path) -> None:
    if file.stem == "advisor":
        pytest.skip("the mark has its own colours")
    colours = [channels(colour) for colour in inked(pixmap(file.stem, QColor("#942f1e"), 24, 2.0).toImage())]
    assert colours
    assert all(abs(a - b) <= 2 for colour in colours for a, b in zip(colour, (0x94, 0x2F, 0x1E), strict=True)), colours


def test_a_second_screen_gets_more_pixels_for_the_same_size(theme_of_app: Theme) -> None:
    once, twice = pixmap("flag", QColor("black"), 16, 1.0), pixmap("flag", QColor("black"), 16, 2.0)
    assert (once.width(), twice.width()) == (16, 32)
    assert once.deviceIndependentSize() == twice.deviceIndependentSize()


def test_an_unknown_icon_is_a_fault_and_not_a_hole(theme_of_app: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        pixmap("no-such-icon", QColor("black"), 16)


def test_qicons_hold_every_scale(theme_of_app: Theme) -> None:
    assert {size.width() for size in icon("flag").availableSizes()} >= {16, 32}
    assert not app_icon().isNull()


def test_licence_lies_beside_what_it_covers() -> None:
    for folder, words in (("icons", "ISC License"), ("fonts", "SIL Open Font License")):
        assert words in (paths.resource_dir() / folder / "LICENSE.txt").read_text(encoding="utf-8")


def test_every_icon_that_the_window_names_is_there() -> None:
    """Names of icons are the strings in ``ui`` that look like one and are used as such by the refreshing script."""
    script = paths.shipped_dir() / "scripts" / "refresh_assets.py"
    listed = {
        node.value
        for statement in ast.parse(script.read_text(encoding="utf-8")).body
        if isinstance(statement, ast.Assign) and getattr(statement.targets[0], "id", "") == "ICONS"
        for node in ast.walk(statement)
        if isinstance(node, ast.Constant)
    }
    assert {file.stem for file in ICONS} - {"advisor"} == listed
