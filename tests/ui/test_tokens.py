"""Contrast, computed from the tokens, on every ground that a colour is used on."""

import pytest

from advisor_app.domain.colour import contrast, mix
from advisor_app.ui.tokens import DARK, LIGHT, Colours, Role, Token, hover

THEMES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]
GROUNDS: tuple[Token, ...] = ("surface", "bg", "sunken", "accent-soft", "ok-bg", "confirm-bg", "info-bg", "not-bg")
TEXT = 4.5
EDGE = 3.0

ON_GROUND: tuple[tuple[Token, tuple[Token, ...]], ...] = (
    ("text", GROUNDS),
    ("text2", GROUNDS),
    ("accent", ("surface", "bg", "accent-soft")),
    ("on-accent", ("accent",)),
    ("ok", ("surface", "bg", "accent-soft", "ok-bg")),
    ("confirm", ("surface", "bg", "accent-soft", "confirm-bg")),
    ("info", ("surface", "bg", "accent-soft", "info-bg")),
    ("not", ("surface", "bg", "accent-soft", "not-bg")),
    ("payer2", ("surface", "bg")),
)


def test_contrast_follows_the_definition() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colours", THEMES)
@pytest.mark.parametrize(("tone", "grounds"), ON_GROUND, ids=[tone for tone, _ in ON_GROUND])
def test_text_can_be_read_where_it_stands(colours: Colours, tone: Token, grounds: tuple[Token, ...]) -> None:
    weak = {ground: contrast(colours[tone], colours[ground]) for ground in grounds}
    assert min(weak.values()) >= TEXT, weak


@pytest.mark.parametrize("colours", THEMES)
def test_text_can_be_read_under_the_pointer(colours: Colours) -> None:
    for ground in ("surface", "bg", "accent-soft", "info-bg"):
        for tone in ("text", "text2"):
            assert contrast(colours[tone], hover(colours, ground)) >= TEXT, (tone, ground)
    assert contrast(colours["on-accent"], hover(colours, "accent")) >= TEXT


@pytest.mark.parametrize("colours", THEMES)
def test_selected_and_unfocused_rows_can_be_read(colours: Colours) -> None:
    paler = mix(colours["accent-soft"], colours["surface"], 0.4)
    assert contrast(colours["text2"], paler) >= TEXT


@pytest.mark.parametrize("colours", THEMES)
def test_edges_of_controls_can_be_seen(colours: Colours) -> None:
    for ground in ("surface", "bg"):
        assert contrast(colours["ctl"], colours[ground]) >= EDGE
    assert contrast(colours["accent"], colours["surface"]) >= EDGE, "the focus ring"
    assert contrast(colours["info"], colours["info-bg"]) >= EDGE, "the focus ring on the card that asks"


def test_light_and_dark_have_the_same_tokens() -> None:
    assert set(LIGHT) == set(DARK)


def test_no_text_is_smaller_than_the_least() -> None:
    assert min(role.value.points for role in Role) >= 10.5
