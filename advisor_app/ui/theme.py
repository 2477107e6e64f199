"""The theme in force: light or dark, as the system says or as chosen; the fonts; the growth of heights with the font.

There is one theme as there is one application, so widgets ask :func:`theme` for it instead of passing it along, as they would
ask Qt for the palette. What is painted reads its colours when it paints; ``Theme.changed`` is for the rest.
"""

import math
import sys
from functools import cache
from pathlib import Path
from string import Template
from typing import Literal, TypeAlias

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from advisor_app import paths
from advisor_app.ui.tokens import DARK, LIGHT, STYLE, Colours, Role, Token, hover

Mode: TypeAlias = Literal["system", "light", "dark"]

FAMILY = "Source Sans Pro"
_POINT_SCALE = 96 / 72 if sys.platform == "darwin" else 1.0
"""macOS draws a point as one pixel; the sizes of the type roles are meant at 96 dots per inch."""

_GROUPS = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled)
_PALETTE: tuple[tuple[QPalette.ColorRole, Token], ...] = (
    (QPalette.ColorRole.Window, "surface"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "bg"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.PlaceholderText, "text2"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.BrightText, "not"),
    (QPalette.ColorRole.Highlight, "accent"),
    (QPalette.ColorRole.HighlightedText, "on-accent"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.LinkVisited, "accent"),
    (QPalette.ColorRole.ToolTipBase, "surface"),
    (QPalette.ColorRole.ToolTipText, "text"),
    (QPalette.ColorRole.Light, "surface"),
    (QPalette.ColorRole.Midlight, "bg"),
    (QPalette.ColorRole.Mid, "line"),
    (QPalette.ColorRole.Dark, "ctl"),
    (QPalette.ColorRole.Shadow, "line"),
    (QPalette.ColorRole.Accent, "accent"),
)
_TEXT_ROLES = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def palette_of(colours: Colours) -> QPalette:
    """Qt's palette filled from the tokens; disabled text is ``text2``."""
    palette = QPalette()
    for group in _GROUPS:
        for role, token in _PALETTE:
            palette.setColor(group, role, QColor(colours[token]))
    for role in _TEXT_ROLES:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours["text2"]))
    return palette


def style_sheet(colours: Colours) -> str:
    """The style sheet filled from the tokens; raises KeyError on a name that is not a token."""
    values = {name.replace("-", "_"): value for name, value in colours.items()}
    values["surface_hover"] = hover(colours, "surface")
    return Template(_template()).substitute(values)


@cache
def _template() -> str:
    return (paths.resource_dir() / "themes" / "window.qss").read_text(encoding="utf-8")


def load_fonts(folder: Path | None = None) -> None:
    """Registers the fonts that come with the program, so that the machine's own never matter."""
    for file in sorted((folder or paths.resource_dir() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def make_font(role: Role, *, italic: bool = False) -> QFont:
    """The font of a type role, with tabular lining figures."""
    font = QFont(FAMILY)
    font.setPointSizeF(role.value.points * _POINT_SCALE)
    font.setWeight(QFont.Weight.DemiBold if role.value.semibold else QFont.Weight.Normal)
    font.setItalic(italic)
    for feature in ("tnum", "lnum"):
        font.setFeature(QFont.Tag(feature), 1)
    return font


class Theme(QObject):
    """Colours and fonts in force. Made once, by the application's root."""

    changed = Signal()

    def __init__(self, app: QApplication, mode: Mode = "system") -> None:
        super().__init__(app)
        self._app = app
        self._mode: Mode = mode
        self._fonts: dict[tuple[Role, bool], QFont] = {}
        self._metrics: dict[Role, QFontMetrics] = {}
        self._qcolours: dict[Token, QColor] = {}
        self._colours: Colours = LIGHT
        load_fonts()
        if not app.property(STYLE):
            app.setStyle(STYLE)
        app.setFont(self.font(Role.BODY))
        self._apply()
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def mode(self) -> Mode:
        return self._mode

    @property
    def colours(self) -> Colours:
        return self._colours

    @property
    def dark(self) -> bool:
        """Whether dark is in force, chosen or by the system."""
        return self._wants_dark()

    def set_mode(self, mode: Mode) -> None:
        """Chooses light or dark, or follows the system again."""
        if mode != self._mode:
            self._mode = mode
            self._apply()

    def toggle(self) -> None:
        """Light becomes dark and dark light, whatever the system says."""
        self.set_mode("light" if self.dark else "dark")

    def colour(self, token: Token) -> QColor:
        if token not in self._qcolours:
            self._qcolours[token] = QColor(self._colours[token])
        return self._qcolours[token]

    def hover(self, background: Token) -> QColor:
        """The background under the pointer."""
        return QColor(hover(self._colours, background))

    def font(self, role: Role = Role.BODY, *, italic: bool = False) -> QFont:
        if (role, italic) not in self._fonts:
            self._fonts[role, italic] = make_font(role, italic=italic)
        return self._fonts[role, italic]

    def metrics(self, role: Role = Role.BODY) -> QFontMetrics:
        if role not in self._metrics:
            self._metrics[role] = QFontMetrics(self.font(role))
        return self._metrics[role]

    def grow(self, least: int, role: Role = Role.BODY, lines: int = 1) -> int:
        """A height for ``lines`` lines of text: ``least`` pixels, or more where the font is larger than the design's."""
        return least + lines * max(0, math.ceil(self.metrics(role).height()) - role.value.line)

    def _wants_dark(self) -> bool:
        if self._mode == "system":
            return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._mode == "dark"

    def _system_changed(self) -> None:
        if self._mode == "system" and self._colours is not (DARK if self._wants_dark() else LIGHT):
            self._apply()

    def _apply(self) -> None:
        self._colours = DARK if self._wants_dark() else LIGHT
        self._qcolours.clear()
        self._app.setPalette(palette_of(self._colours))
        self._app.setStyleSheet(style_sheet(self._colours))
        self.changed.emit()


_in_force: list[Theme] = []
"""The theme, kept at hand: it is asked for hundreds of times in each repaint."""


def theme() -> Theme:
    """The application's theme; made in light or dark as the system says where no root has made one, as in a test of one widget."""
    if _in_force and isValid(_in_force[0]):
        return _in_force[0]
    _in_force[:] = [_theme_of_application()]
    return _in_force[0]


def _theme_of_application() -> Theme:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("the theme needs a QApplication")
    found: object = app.property("advisorTheme")
    if isinstance(found, Theme):
        return found
    made = Theme(app)
    app.setProperty("advisorTheme", made)
    return made


def install_theme(app: QApplication, mode: Mode) -> Theme:
    """Makes the application's theme, or sets the mode of the one it has."""
    made = theme() if app.property("advisorTheme") is not None else Theme(app, mode)
    app.setProperty("advisorTheme", made)
    _in_force[:] = [made]
    made.set_mode(mode)
    return made
