"""Every colour, size and type role of the window, in one table. No Qt here, so that tests can compute with it.

Names follow their use, not their hue: ``text2`` is the quieter text, ``ctl`` the edge of a control, ``confirm`` what is still
to be confirmed. A verdict colour never stands alone: an icon and a word say the same.
"""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

from advisor_app.domain.colour import mix

Token: TypeAlias = Literal[
    "surface",
    "bg",
    "sunken",
    "line",
    "ctl",
    "text",
    "text2",
    "accent",
    "on-accent",
    "accent-soft",
    "accent-line",
    "cell",
    "ok",
    "ok-bg",
    "confirm",
    "confirm-bg",
    "info",
    "info-bg",
    "not",
    "not-bg",
    "payer2",
]
"""The name of a colour."""

Tone: TypeAlias = Literal["text", "text2", "accent", "on-accent", "ok", "confirm", "info", "not"]
"""The colours that text and icons may have."""

Colours: TypeAlias = Mapping[Token, str]

STYLE = "fusion"
"""Qt's own style, which looks the same on every system."""

LIGHT: Colours = MappingProxyType(
    {
        "surface": "#FFFFFF",
        "bg": "#F5F4F0",
        "sunken": "#ECEAE4",
        "line": "#DFDCD4",
        "ctl": "#87837A",
        "text": "#1C1F24",
        "text2": "#525761",
        "accent": "#1E4F8F",
        "on-accent": "#FFFFFF",
        "accent-soft": "#E7EEF8",
        "accent-line": "#A9C0E2",
        "cell": "#C9C5BB",
        "ok": "#17633A",
        "ok-bg": "#E2F1E7",
        "confirm": "#774900",
        "confirm-bg": "#FAEDD2",
        "info": "#54458C",
        "info-bg": "#ECE9F6",
        "not": "#942F1E",
        "not-bg": "#F9E6E1",
        "payer2": "#1F7A72",
    }
)

DARK: Colours = MappingProxyType(
    {
        "surface": "#1D2025",
        "bg": "#15171B",
        "sunken": "#262A31",
        "line": "#343942",
        "ctl": "#7C838F",
        "text": "#ECEAE5",
        "text2": "#B3B8C1",
        "accent": "#93B8F2",
        "on-accent": "#10151D",
        "accent-soft": "#23324A",
        "accent-line": "#48648F",
        "cell": "#454B56",
        "ok": "#86D3A2",
        "ok-bg": "#1B3626",
        "confirm": "#EDC06A",
        "confirm-bg": "#3A2E16",
        "info": "#BEB1F2",
        "info-bg": "#2D2845",
        "not": "#F2A08F",
        "not-bg": "#43241F",
        "payer2": "#6CC7BE",
    }
)


class TypeRole(NamedTuple):
    """Size in points, the least height of a line in pixels at 96 dpi, and whether the words are semibold."""

    points: float
    line: int
    semibold: bool = False


class Role(Enum):
    """The roles a text can have. Nothing in the window is smaller than ``SMALL``."""

    SMALL = TypeRole(10.5, 18)
    SMALL_STRONG = TypeRole(10.5, 18, True)
    BODY = TypeRole(11.25, 20)
    STRONG = TypeRole(11.25, 20, True)
    HEAD = TypeRole(12, 20, True)
    SECTION = TypeRole(12.75, 24, True)
    TITLE = TypeRole(15.75, 28, True)
    HERO = TypeRole(19.5, 32, True)

    __hash__ = object.__hash__
    """Members are themselves alone. Enum's own works out the hash of a name in Python, several times for each line drawn."""


class Space:
    """The 4/8 grid, in device-independent pixels."""

    HALF = 4
    UNIT = 8
    INSIDE = 12
    PAD = 16
    DETAIL = 20
    WIDE = 24


class Radius:
    """Corners. Pills and chips take half their height instead."""

    CHECK = 4
    CONTROL = 6
    CARD = 8


class Size:
    """Least heights and widths of the parts of the window. Heights grow with the font, never shrink below these."""

    CONTROL = 36
    PILL = 24
    TILE = 44
    LIST_ROW = 48
    FACT_ROW = 40
    FINDING_ROW = 38
    COMPARISON_ROW = 36
    BAND = 26
    PANE_BAR = 48
    MESSAGE = 40
    STRIP = 64
    STRIP_LOW = 56
    RAIL_ITEM = 60
    RAIL = 96
    FACETS = 184
    RESULTS = 376
    ROUTES = 424
    COMPARISON_LABELS = 142
    COMPARISON_COLUMN = 224
    THUMBNAILS = 176
    SHEET_PANEL = 320
    ICON_LINE = 16
    ICON_ROW = 18
    ICON_RAIL = 22
    FOCUS_RING = 2
    LOW_WINDOW = 720
    """Windows less high than this get the lower strip and tray."""
    NARROW_WINDOW = 1280
    """Windows less wide than this fold the gaps of the student strip."""


def hover(colours: Colours, background: Token) -> str:
    """The background under the pointer: one step towards ``sunken``, or towards the text where it is ``sunken`` already."""
    if background == "accent":
        return mix(colours["accent"], colours["on-accent"], 0.12)
    if background in ("surface", "bg"):
        return mix(colours[background], colours["sunken"], 0.6)
    return mix(colours[background], colours["text"], 0.06)
