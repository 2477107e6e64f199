"""The band of the first start: language, school and event, asked once and skippable. All else works beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from advisor_app.domain.text import Lang
from advisor_app.ui.components.button import Button, IconButton, Kind
from advisor_app.ui.components.icon_view import IconView
from advisor_app.ui.components.labels import Label
from advisor_app.ui.components.segmented import SegmentedControl
from advisor_app.ui.rail import LANGUAGES
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space
from advisor_app.ui.words import Words

_NARROW = 1_080
"""Below this width the greeting gives way to what is asked."""


class WelcomeBand(QWidget):
    """``language`` asks for another language, ``touring`` for the tour, ``done`` says school and event, empty where skipped."""

    language = Signal(str)
    touring = Signal()
    done = Signal(str, str)

    def __init__(self, words: Words, lang: Lang, school: str = "", event: str = "") -> None:
        super().__init__()
        self.setAccessibleName(words.tr("Welcome"))
        self.setMinimumHeight(theme().grow(Size.CONTROL) + 2 * Space.UNIT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.greeting = Label(words.tr("Welcome to Advisor"), Role.STRONG)
        self.lang = SegmentedControl(words.tr("Language"), tuple(LANGUAGES.items()), lang)
        self.lang.chosen.connect(self.language)
        self.school = _field(words.tr("School"), words.tr("School, as sheets name it"), school)
        self.fair = _field(words.tr("Event"), words.tr("Event, such as a fair"), event)
        self.tour = Button(words.tr("Show me around"), Kind.GHOST, icon="signpost")
        self.tour.clicked.connect(self.touring)
        self.ready = Button(words.tr("Done"), Kind.PRIMARY)
        self.ready.clicked.connect(self._done)
        self.skip = IconButton("x", words.tr("Skip"))
        self.skip.clicked.connect(lambda: self.done.emit("", ""))
        for field in (self.school, self.fair):
            field.returnPressed.connect(self._done)
        self._lay_out()

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.PAD, Space.UNIT, Space.UNIT, Space.UNIT)
        line.setSpacing(Space.UNIT)
        line.addWidget(IconView("signpost", "accent", Size.ICON_ROW))
        line.addWidget(self.greeting)
        line.addWidget(self.lang)
        line.addWidget(self.school, 1)
        line.addWidget(self.fair, 1)
        for button in (self.tour, self.ready, self.skip):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _done(self) -> None:
        self.done.emit(self.school.text().strip(), self.fair.text().strip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.greeting.setVisible(self.width() >= _NARROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("accent-soft"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().colour("accent-line"))


def _field(name: str, hint: str, text: str) -> QLineEdit:
    field = QLineEdit(text)
    field.setAccessibleName(name)
    field.setPlaceholderText(hint)
    field.setMaxLength(80)  # the head of a sheet has one line
    field.setMinimumWidth(120)
    field.setMinimumHeight(theme().grow(Size.CONTROL))
    return field
