"""The ring round whatever has the keyboard's focus, drawn outside the control so that no layout has to leave room for it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from advisor_app.ui.components.control import Control
from advisor_app.ui.components.paint import ring
from advisor_app.ui.tokens import Radius, Size, Token

_PROPERTY = "advisorFocusRing"
_GAP = 1
_REACH = Size.FOCUS_RING + _GAP
_FOLLOWED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange)


class FocusRing(QObject):
    """Follows the focus through the application. Controls and fields get the ring; lists draw their own, inside the row."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._target: QWidget | None = None
        self._frame: _Frame | None = None
        self._watched: list[QWidget] = []
        app.focusChanged.connect(self._moved)

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._leave()
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if isinstance(new, Control | QLineEdit) and not by_mouse and not new.property("ownRing"):
            self._enter(new)

    def _enter(self, target: QWidget) -> None:
        self._target = target
        ground = _ground_of(target)
        walk: QWidget | None = target
        while walk is not None and walk is not ground:
            walk.installEventFilter(self)
            self._watched.append(walk)
            walk = walk.parentWidget()
        token: Token = target.ring_colour if isinstance(target, Control) else "accent"
        radius = target.ring_radius if isinstance(target, Control) else Radius.CONTROL
        self._frame = _Frame(ground, token, radius + _REACH)
        self._place()

    def _leave(self) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        if self._frame is not None and isValid(self._frame):
            self._frame.hide()
            self._frame.deleteLater()
        self._frame = self._target = None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED:
            self._place()
        return False

    def _place(self) -> None:
        target, frame = self._target, self._frame
        if target is None or frame is None or not isValid(target) or not isValid(frame):
            return
        corner = target.mapTo(frame.ground, QPoint(0, 0))
        frame.setGeometry(QRect(corner, target.size()).adjusted(-_REACH, -_REACH, _REACH, _REACH))
        frame.setVisible(target.isVisible())
        frame.raise_()


class _Frame(QWidget):
    def __init__(self, ground: QWidget, token: Token, radius: float) -> None:
        super().__init__(ground)
        self.ground = ground
        self._token: Token = token
        self._radius = radius
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        ring(painter, rect, min(self._radius, rect.height() / 2), self._token, Size.FOCUS_RING)


def _ground_of(target: QWidget) -> QWidget:
    """The widget the ring is drawn on: the content of the scroll area the target is in, else the window."""
    walk = target
    while (parent := walk.parentWidget()) is not None and not walk.isWindow():
        if isinstance(parent.parentWidget(), QAbstractScrollArea):
            return walk if walk is not target else parent
        walk = parent
    return walk


def install_focus_ring(app: QApplication) -> FocusRing:
    """Gives the application its focus ring, or the one that it has."""
    # A property: looking through its children would have Python meet its style, with all its enumerations.
    found: object = app.property(_PROPERTY)
    if isinstance(found, FocusRing):
        return found
    made = FocusRing(app)
    app.setProperty(_PROPERTY, made)
    return made
