"""The advisor's own words on a row: Ctrl+Enter keeps them, Escape leaves them as they were."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from advisor_app.ui.components import Button, Kind, Label
from advisor_app.ui.tokens import Role, Space
from advisor_app.wording import Translator

_WIDTH, _HEIGHT = 380, 96
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NoteEditor(QFrame):
    """``written`` carries the words; none take the note away."""

    written = Signal(str)

    def __init__(self, row: str, text: str, words: Translator, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("popup", "true")
        title = words.tr("Your note on: {row}", row=row)
        self.setAccessibleName(title)
        self.text = QPlainTextEdit(text)
        self.text.setAccessibleName(title)
        self.text.setTabChangesFocus(True)
        self.text.setFixedSize(_WIDTH, _HEIGHT)
        self.text.installEventFilter(self)
        self.keep = Button(words.tr_c("comparison", "Keep"), Kind.PRIMARY, key="Ctrl+↵")
        self.keep.clicked.connect(self._keep)
        below = QHBoxLayout()
        below.addWidget(Label(words.tr("Never shown to the student, copied or printed."), Role.SMALL, "text2"), 1)
        below.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.INSIDE, Space.UNIT, Space.INSIDE, Space.INSIDE)
        column.setSpacing(Space.UNIT)
        column.addWidget(Label(title, Role.SMALL_STRONG, "text2"))
        column.addWidget(self.text)
        column.addLayout(below)

    def open_at(self, at: QPoint) -> None:
        self.adjustSize()
        screen = self.screen().availableGeometry()
        x = max(screen.left(), min(at.x(), screen.right() - self.width()))
        self.move(x, max(screen.top(), min(at.y(), screen.bottom() - self.height())))
        self.show()
        self.text.setFocus(Qt.FocusReason.PopupFocusReason)
        self.text.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.text and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._keep()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
        return super().eventFilter(watched, event)

    def _keep(self) -> None:
        text = self.text.toPlainText()
        self.close()
        self.written.emit(text)
