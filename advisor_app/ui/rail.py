"""The rail on the left: the program's mark, the places, and at its foot the language, the theme and the list of keys."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from advisor_app.ui.components.control import Control, Line
from advisor_app.ui.components.paint import panel
from advisor_app.ui.icons import draw_icon
from advisor_app.ui.place import PlaceSpec
from advisor_app.ui.state import DeskState
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Radius, Role, Size, Space, Tone
from advisor_app.ui.words import Words

LANGUAGES = {"en": "English", "fr": "Français"}
_MARK = 36


class Mark(QWidget):
    """The signpost on its square."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(Size.RAIL - 1)
        self.setAccessibleName("Advisor")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        left, top = (self.width() - _MARK + 1) // 2, (self.height() - _MARK) // 2
        square = QRectF(left, top, _MARK, _MARK)
        panel(painter, square, 7, fill=theme().colour("accent"))
        draw_icon(painter, "signpost", square.adjusted(7, 7, -7, -7), theme().colour("on-accent"))


class Rail(QWidget):
    """Places from top to bottom. ``keys`` asks for the list of keys."""

    keys = Signal()

    def __init__(self, state: DeskState, words: Words, places: Sequence[PlaceSpec]) -> None:
        super().__init__()
        self._state = state
        self._words = words
        self.setProperty("ground", "bg")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(Size.RAIL - 1)
        self.setAccessibleName(words.tr("Places"))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.UNIT, Space.UNIT, Space.UNIT - 1, Space.HALF)
        column.setSpacing(Space.HALF)
        self.items = {spec.key: self._item(spec, number) for number, spec in enumerate(places, 1)}
        at_foot = {spec.key for spec in places if spec.at_foot}
        for key, item in self.items.items():
            if key not in at_foot:
                column.addWidget(item)
        column.addStretch(1)
        self.language = RailFoot(
            "languages", LANGUAGES[state.lang], words.tr("Language: {language}", language=LANGUAGES[state.lang])
        )
        self.language.clicked.connect(lambda: state.set_lang("en" if state.lang == "fr" else "fr"))
        self.theme = RailFoot("sun", "", "")
        self.theme.clicked.connect(self._switch_theme)
        self.help = RailFoot("keyboard", words.tr("Keys F1"), words.tr("Keys"))
        self.help.clicked.connect(self.keys)
        for foot in (*(self.items[key] for key in self.items if key in at_foot), self.language, self.theme, self.help):
            column.addWidget(foot)
        theme().changed.connect(self._show_theme)
        state.place_changed.connect(self._show_place)
        self._show_theme()
        self._show_place()

    def _item(self, spec: PlaceSpec, number: int) -> "RailItem | RailFoot":
        words = self._words.render(spec.title)
        item = RailFoot(spec.icon, words, words) if spec.at_foot else RailItem(spec.icon, words)
        item.setToolTip(f"{item.words}  (Alt+{number})")
        item.clicked.connect(lambda: self._state.go(spec.key))
        return item

    def _show_place(self) -> None:
        for key, item in self.items.items():
            item.show_as(shown=key == self._state.place, said=self._words.tr("Shown now"))

    def _switch_theme(self) -> None:
        self._state.set_theme("light" if theme().dark else "dark")

    def _show_theme(self) -> None:
        word = self._words.tr("Dark") if theme().dark else self._words.tr("Light")
        self.theme.show_words("moon" if theme().dark else "sun", word, self._words.tr("Theme: {theme}", theme=word))


class _Entry(Control):
    """What the rail is made of: an icon and a word, as wide as the rail."""

    def __init__(self, icon: str, text: str) -> None:
        super().__init__(text)
        self.icon_name = icon
        self.shown = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_as(self, *, shown: bool, said: str) -> None:
        """Whether its place is the one shown, and how that is said. It is no check box: a click only asks for the place."""
        self.shown = shown
        self.setAccessibleDescription(said if shown else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(Size.RAIL - 2 * Space.UNIT, self.least_height())

    def _ground(self, painter: QPainter, radius: float) -> Tone:
        """Paints the ground of what is shown or under the pointer; gives the tone of the words."""
        if self.shown or self.hovered:
            fill = theme().colour("accent-soft") if self.shown else theme().hover("bg")
            panel(painter, QRectF(self.rect()), radius, fill=fill)
        return "accent" if self.shown else "text2"


class RailItem(_Entry):
    """A place: icon above its name."""

    @property
    def ring_radius(self) -> float:
        return Radius.CARD

    def least_height(self) -> int:
        return theme().grow(Size.RAIL_ITEM)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        tone = self._ground(painter, Radius.CARD)
        draw_icon(painter, self.icon_name, QRectF(0, 9, rect.width(), Size.ICON_RAIL), theme().colour(tone))
        role = self._role(on=self.shown)
        painter.setFont(theme().font(role))
        painter.setPen(theme().colour(tone))
        fits = theme().metrics(role).horizontalAdvance(self.words) <= rect.width()
        words = self.words if fits else theme().metrics(role).elidedText(self.words, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QRectF(0, 31, rect.width(), rect.height() - 33), Qt.AlignmentFlag.AlignCenter, words)

    def _role(self, *, on: bool) -> Role:
        """Body size where the word fits, else small; never smaller."""
        large = Role.STRONG if on else Role.BODY
        fits = theme().metrics(large).horizontalAdvance(self.words) <= self.width()
        return large if fits else (Role.SMALL_STRONG if on else Role.SMALL)


class RailFoot(_Entry):
    """A small entry at the foot of the rail: an action, or a place beside the work with a student."""

    def __init__(self, icon: str, text: str, name: str) -> None:
        super().__init__(icon, text)
        self._line = Line(Role.SMALL, icon_size=14, gap=3)
        self.setAccessibleName(name)

    def show_words(self, icon: str, text: str, name: str) -> None:
        self.icon_name = icon
        self.setText(text)
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tone = self._ground(painter, Radius.CONTROL)
        self._line.draw(painter, QRectF(self.rect()), (self.icon_name, self.words, "", None), (tone, tone))
