"""Contrast as WCAG 2 computes it, and shades that can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.colour import channels, contrast
from advisor_app.domain.look import is_readable, readable


def test_black_on_white_is_the_most_there_is() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#FFFFFF") == pytest.approx(1)


@given(st.integers(0, 0xFFFFFF))
def test_every_colour_has_a_shade_that_can_be_read(number: int) -> None:
    colour = f"#{number:06X}"
    assert is_readable(readable(colour))
    if is_readable(colour):
        assert readable(colour) == colour
    assert all(after <= before for after, before in zip(channels(readable(colour)), channels(colour), strict=True))
