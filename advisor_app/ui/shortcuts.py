"""The keys of the window's frame. What a French keyboard sends from the row of digits counts as the digit."""

from typing import NamedTuple

from advisor_app.domain.text import Message, msg


class FrameKey(NamedTuple):
    """``shown`` is how the key is written next to its action, ``icon`` what stands beside it in the palette."""

    action: str
    sequences: tuple[str, ...]
    shown: str
    does: Message
    icon: str = ""


def frame_keys() -> tuple[FrameKey, ...]:
    """The keys that work anywhere in the window."""
    return (
        FrameKey("next", ("Ctrl+N",), "Ctrl+N", msg("Next student"), "user-plus"),
        FrameKey("search", ("Ctrl+F",), "Ctrl+F", msg("Search programmes"), "search"),
        FrameKey("palette", ("Ctrl+K",), "Ctrl+K", msg("Everything you can do"), "command"),
        FrameKey("open", ("Ctrl+Return", "Ctrl+Enter"), "Ctrl+↵", msg("Open comparison"), "columns-3"),
        FrameKey("sheet", ("Ctrl+P",), "Ctrl+P", msg("Sheet"), "file-text"),
        FrameKey("what_if", ("Ctrl+Shift+W",), "Ctrl+Shift+W", msg("What if…"), "signpost"),
        FrameKey("undo", ("Ctrl+Z",), "Ctrl+Z", msg("Undo"), "undo-2"),
        FrameKey("redo", ("Ctrl+Shift+Z",), "Ctrl+Shift+Z", msg("Redo")),
        FrameKey("keys", ("F1", "?"), "F1", msg("Keys"), "keyboard"),
        FrameKey("about", ("Shift+F1",), "Shift+F1", msg("About Advisor"), "info"),
    )


def place_keys() -> tuple[tuple[str, ...], ...]:
    """The keys of the places, from the top of the rail."""
    return (("Alt+1", "Alt+&"), ("Alt+2", "Alt+É"), ("Alt+3", 'Alt+"'), ("Alt+4", "Alt+'"), ("Alt+5", "Alt+("))
