"""A search field with its icon and the key that brings one to it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from advisor_app.ui.components.control import draw_hint, hint_width
from advisor_app.ui.icons import draw_icon
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Size, Space


class SearchField(QLineEdit):
    """Escape empties it. The key hint gives way to what is typed."""

    def __init__(self, name: str, placeholder: str, key: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._key = key
        self.setMinimumHeight(theme().grow(Size.CONTROL))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._make_room)
        self._make_room()

    def minimumSizeHint(self) -> QSize:
        return QSize(96, theme().grow(Size.CONTROL))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        rect = QRectF(self.rect())
        draw_icon(painter, "search", QRectF(9, 0, Size.ICON_LINE, rect.height()), theme().colour("text2"))
        if self._key and not self.text():
            width = hint_width(self._key)
            draw_hint(painter, QRectF(rect.right() - width - Space.UNIT, 0, width, rect.height()), self._key, "text2")

    def _make_room(self) -> None:
        hint = hint_width(self._key) if self._key and not self.text() else 0
        self.setTextMargins(20, 0, hint, 0)
