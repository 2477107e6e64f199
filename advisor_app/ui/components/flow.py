"""Widgets one after another, on the next line where they do not fit: answers, tags, legends.

A widget and not a QLayout: returning nothing from a layout's ``itemAt``, as Qt wants past the last item, unbalances Python's
count of references in PySide6 6.12 and in the end brings the program down.
"""

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from advisor_app.ui.tokens import Space


class Flow(QWidget):
    """Left to right, then down. Its height depends on its width."""

    def __init__(self, gap: int = Space.UNIT) -> None:
        super().__init__()
        self._widgets: list[QWidget] = []
        self._gap = gap
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Puts the widget at the end."""
        widget.setParent(self)
        self._widgets.append(widget)
        widget.show()
        self.updateGeometry()
        self._arrange(self.width(), move=True)

    def clear(self) -> None:
        """Takes every widget out."""
        for widget in self._widgets:
            widget.hide()
            widget.deleteLater()
        self._widgets.clear()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, move=False)

    def sizeHint(self) -> QSize:
        hints = [widget.sizeHint() for widget in self._shown()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSizeHint(self) -> QSize:
        hints = [widget.minimumSizeHint() for widget in self._shown()]
        return QSize(max((hint.width() for hint in hints), default=0), max((hint.height() for hint in hints), default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width(), move=True)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a widget in here wants another size
            self.updateGeometry()
            self._arrange(self.width(), move=True)
        return super().event(event)

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]

    def _arrange(self, room: int, *, move: bool) -> int:
        """Places the widgets, or only measures; returns the height that is needed."""
        x = y = line = 0
        for widget in self._shown():
            size = widget.sizeHint()
            if line and x + size.width() > room:
                x, y, line = 0, y + line + self._gap, 0
            if move:
                widget.setGeometry(QRect(x, y, min(size.width(), max(room, 1)), size.height()))
            x, line = x + size.width() + self._gap, max(line, size.height())
        return y + line
