"""Shapes that several components draw."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from advisor_app.domain.colour import mix
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Radius, Size, Token


def panel(
    painter: QPainter,
    rect: QRectF,
    radius: float = Radius.CONTROL,
    *,
    fill: QColor | None = None,
    edge: Token | None = None,
    dashed: bool = False,
) -> None:
    """A rounded rectangle, its edge inside ``rect`` and on whole pixels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill or Qt.BrushStyle.NoBrush)
    if edge is None:
        painter.drawRoundedRect(rect, radius, radius)
        return
    pen = QPen(theme().colour(edge), 1)
    if dashed:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5)


def ring(painter: QPainter, rect: QRectF, radius: float, token: Token, width: float) -> None:
    """The outline of a rounded rectangle, inside ``rect``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = width / 2
    path = QPainterPath()
    path.addRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half)
    painter.strokePath(path, QPen(theme().colour(token), width))


def row_ground(painter: QPainter, rect: QRectF, *, selected: bool, active: bool = True, lit: bool = False) -> None:
    """The ground of a list row: the selection with its bar, paler and without the bar when the list has lost the focus."""
    if selected:
        soft = theme().colour("accent-soft")
        painter.fillRect(rect, soft if active else QColor(mix(soft.name(), theme().colours["surface"], 0.4)))
        if active:
            painter.fillRect(QRectF(rect.left(), rect.top(), 4, rect.height()), theme().colour("accent"))
    elif lit:
        painter.fillRect(rect, theme().hover("surface"))


def row_focus(painter: QPainter, rect: QRectF) -> None:
    """The ring of a row or cell that has the keyboard, inside its edge."""
    ring(painter, rect.adjusted(1, 1, -1, -1), Radius.CHECK, "accent", Size.FOCUS_RING)
