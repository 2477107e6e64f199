"""An icon on its own, in the colour of the theme in force."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from advisor_app.ui.icons import draw_icon
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Size, Tone


class IconView(QWidget):
    """Decoration: the word beside it says the same. Give ``name`` where nothing does."""

    def __init__(self, icon: str, tone: Tone = "text2", size: int = Size.ICON_LINE, *, name: str = "") -> None:
        super().__init__()
        self._icon, self._tone, self._size = icon, tone, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def set_icon(self, icon: str, tone: Tone) -> None:
        self._icon, self._tone = icon, tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_icon(painter, self._icon, QRectF(self.rect()), theme().colour(self._tone))
