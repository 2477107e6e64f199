"""Icons: Lucide outlines from ``resources/icons``, drawn in any colour and sharp at any scale."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from advisor_app import paths
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Size, Token

_SCALES = (1.0, 1.25, 1.5, 2.0, 3.0)


@cache
def _svg(name: str) -> str:
    return (_folder() / f"{name}.svg").read_text(encoding="utf-8")


@cache
def _folder() -> Path:
    return paths.resource_dir() / "icons"


def pixmap(name: str, colour: QColor, size: int, scale: float = 1.0) -> QPixmap:
    """The icon ``size`` pixels wide for a screen of that ``scale``. Raises FileNotFoundError for a name without a file."""
    key = f"advisor-icon:{name}:{colour.rgba():08x}:{size}:{scale}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    made = QPixmap(round(size * scale), round(size * scale))
    made.fill(Qt.GlobalColor.transparent)
    drawing = _svg(name).replace("currentColor", colour.name())
    painter = QPainter(made)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, made.width(), made.height()))
    painter.end()
    made.setDevicePixelRatio(scale)
    QPixmapCache.insert(key, made)
    return made


def draw_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Draws the icon into a square, at the painter's own scale, on whole pixels."""
    scale = painter.device().devicePixelRatioF() * max(1.0, painter.worldTransform().m11())
    size = round(min(rect.width(), rect.height()))
    left = round((rect.center().x() - size / 2) * scale) / scale
    top = round((rect.center().y() - size / 2) * scale) / scale
    painter.drawPixmap(QRectF(left, top, size, size).topLeft(), pixmap(name, colour, size, scale))


def icon(name: str, colour: Token = "text", size: int = Size.ICON_LINE) -> QIcon:
    """A QIcon for Qt's own widgets (menus, actions). Made in the theme's colour of the moment: make it again on a change."""
    made = QIcon()
    for scale in _SCALES:
        made.addPixmap(pixmap(name, theme().colour(colour), size, scale))
    return made


def app_icon() -> QIcon:
    """The program's mark, a signpost."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(pixmap("advisor", QColor("white"), size))
    return made
