"""The kit: every control and card of the window. Places put these together and add nothing of their own but lists and charts.

Start here
----------
* **Colours and fonts**: ``theme()`` of ``advisor_app.ui.theme``: ``theme().colour("ok")``, ``theme().font(Role.SMALL)``,
  ``theme().metrics(role)``, ``theme().hover("surface")``; heights with ``theme().grow(Size.LIST_ROW, role, lines)``, which
  follow the font. Names, sizes and spacing are in ``advisor_app.ui.tokens`` (``Token``, ``Tone``, ``Role``, ``Size``, ``Space``,
  ``Radius``). What is painted reads its colours while it paints and needs nothing more when the theme changes. A plain QWidget
  gets a ground with ``setProperty("ground", "bg")`` and ``WA_StyledBackground``.
* **Icons**: ``draw_icon(painter, "flag", rect, theme().colour("confirm"))`` when painting, ``IconView`` as a widget,
  ``icon("flag")`` for QAction and menus. Names are Lucide's; a new one is added to ``scripts/refresh_assets.py``, which is
  then run.
* **Looks of verdicts, findings, facts**: ``advisor_app.ui.looks`` and ``fact_looks`` (icon, tone, soft ground); words from
  ``words.render(enum)``.
* **Words**: components take finished strings. Those that say something themselves take the translator (``Words``). A string is
  written where it is used: ``words.tr("Add to comparison")``. Nothing is retranslated in place: a change of language builds the
  place again.

What there is
-------------
========================  ============================================================================================
``Label``                 text in a role and a tone, wraps; ``PartsLabel`` with strong and italic parts (``Part``)
``ElidedLabel``           at most n lines, then ellipsis and tooltip
``rule``                  a separating line, flat or ``vertical``
``IconView, IconLabel``   an icon; an icon with its words
``Button``                ``Kind.PRIMARY`` (one a screen), ``SECONDARY``, ``GHOST``; ``icon``, ``key`` hint, ``trailing``
                          ("chevron-down" with ``setMenu``), checkable shows a tick
``IconButton``            36 × 36, ``edged`` or not; checkable turns into a tick
``Chip, ChipLook``        the student strip's
``VerdictPill, Pill``     a verdict; any icon and word on a soft colour; ``draw_pill``/``pill_size`` for delegates
``FacetCheck``            check box row with count; plain check box without
``SegmentedControl``      one of a few; ``chosen(str)``
``TabStrip, Tab``         sections of a pane; ``chosen(str)``
``SearchField``           icon, placeholder, key hint
``PaneBar``               bar at the top of a pane; ``ScrollColumn`` the scrolling column below it
``SectionBand``           heads a group of rows
``FactRow, FactView``     label · value · status · source, which unfolds
``AskCard``               the question to ask next; ``answered(str)``
``WayForwardCard, Way``   what would turn a no
``Card``                  the ground of the two above
``EmptyPlace, Step``      drawing, sentence, steps with keys; ``KeyHint`` alone
``TrayTile, AddTile``     the comparison tray's
``MessageBar``            news, warning, error; the window has one: ask ``Desk.say`` instead of making another
``LoadingLine``           nothing, then a line, then words and Cancel
``Flow``            left to right, then on the next line
========================  ============================================================================================

Each component is imported when it is first named: the window paints with the few that its frame needs.

The focus ring is drawn by the application round every ``Control`` and field; lists draw their own with ``row_focus``.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor_app.ui.components.ask_card import AskCard
    from advisor_app.ui.components.button import Button, IconButton, Kind
    from advisor_app.ui.components.card import Card
    from advisor_app.ui.components.chip import Chip, ChipLook
    from advisor_app.ui.components.control import Control, Line, draw_hint, hint_width
    from advisor_app.ui.components.empty_place import EmptyPlace, KeyHint, SignpostDrawing, Step
    from advisor_app.ui.components.facet_check import FacetCheck
    from advisor_app.ui.components.fact_row import FactRow, FactView, SourceLink
    from advisor_app.ui.components.flow import Flow
    from advisor_app.ui.components.focus_ring import FocusRing, install_focus_ring
    from advisor_app.ui.components.icon_label import IconLabel
    from advisor_app.ui.components.icon_view import IconView
    from advisor_app.ui.components.labels import ElidedLabel, Label, Part, PartsLabel, rule
    from advisor_app.ui.components.loading_line import LoadingLine
    from advisor_app.ui.components.message_bar import MessageBar
    from advisor_app.ui.components.paint import panel, ring, row_focus, row_ground
    from advisor_app.ui.components.pane import PaneBar, ScrollColumn
    from advisor_app.ui.components.search_field import SearchField
    from advisor_app.ui.components.section_band import SectionBand
    from advisor_app.ui.components.segmented import SegmentedControl
    from advisor_app.ui.components.tab_strip import Tab, TabStrip
    from advisor_app.ui.components.tray_tile import AddTile, TrayTile
    from advisor_app.ui.components.verdict_pill import Pill, VerdictPill, draw_pill, pill_size
    from advisor_app.ui.components.way_forward import Way, WayForwardCard

__all__ = [
    "AddTile",
    "AskCard",
    "Button",
    "Card",
    "Chip",
    "ChipLook",
    "Control",
    "ElidedLabel",
    "EmptyPlace",
    "FacetCheck",
    "FactRow",
    "FactView",
    "Flow",
    "FocusRing",
    "IconButton",
    "IconLabel",
    "IconView",
    "KeyHint",
    "Kind",
    "Label",
    "Line",
    "LoadingLine",
    "MessageBar",
    "PaneBar",
    "Part",
    "PartsLabel",
    "Pill",
    "ScrollColumn",
    "SearchField",
    "SectionBand",
    "SegmentedControl",
    "SignpostDrawing",
    "SourceLink",
    "Step",
    "Tab",
    "TabStrip",
    "TrayTile",
    "VerdictPill",
    "Way",
    "WayForwardCard",
    "draw_hint",
    "draw_pill",
    "hint_width",
    "install_focus_ring",
    "panel",
    "pill_size",
    "ring",
    "row_focus",
    "row_ground",
    "rule",
]

_HOMES = {
    "ask_card": ("AskCard",),
    "button": (
        "Button",
        "IconButton",
        "Kind",
    ),
    "card": ("Card",),
    "chip": (
        "Chip",
        "ChipLook",
    ),
    "control": (
        "Control",
        "Line",
        "draw_hint",
        "hint_width",
    ),
    "empty_place": (
        "EmptyPlace",
        "KeyHint",
        "SignpostDrawing",
        "Step",
    ),
    "facet_check": ("FacetCheck",),
    "fact_row": (
        "FactRow",
        "FactView",
        "SourceLink",
    ),
    "flow": ("Flow",),
    "focus_ring": (
        "FocusRing",
        "install_focus_ring",
    ),
    "icon_label": ("IconLabel",),
    "icon_view": ("IconView",),
    "labels": (
        "ElidedLabel",
        "Label",
        "Part",
        "PartsLabel",
        "rule",
    ),
    "loading_line": ("LoadingLine",),
    "message_bar": ("MessageBar",),
    "paint": (
        "panel",
        "ring",
        "row_focus",
        "row_ground",
    ),
    "pane": (
        "PaneBar",
        "ScrollColumn",
    ),
    "search_field": ("SearchField",),
    "section_band": ("SectionBand",),
    "segmented": ("SegmentedControl",),
    "tab_strip": (
        "Tab",
        "TabStrip",
    ),
    "tray_tile": (
        "AddTile",
        "TrayTile",
    ),
    "verdict_pill": (
        "Pill",
        "VerdictPill",
        "draw_pill",
        "pill_size",
    ),
    "way_forward": (
        "Way",
        "WayForwardCard",
    ),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(name)
    found: object = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    globals()[name] = found
    return found
