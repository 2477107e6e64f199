"""No key means two things: Qt then does neither."""

from collections import Counter

from PySide6.QtGui import QKeySequence

from advisor_app.ui.shortcuts import frame_keys, place_keys
from advisor_app.ui.strip.fields import FIELDS


def test_no_key_of_the_window_is_used_twice() -> None:
    frame = [sequence for key in frame_keys() for sequence in key.sequences]
    places = [sequence for sequences in place_keys() for sequence in sequences]
    strip = [sequence for field in FIELDS for sequence in field.keys]
    browser = ["Ctrl+Shift+C", "Alt+Left", "Alt+Right", "Ctrl+H", "Ctrl+S"]
    counted = Counter(QKeySequence(sequence).toString() for sequence in (*frame, *places, *strip, *browser))
    assert [key for key, times in counted.items() if times > 1] == []
