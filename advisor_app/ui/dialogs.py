"""The window's own dialogs: the list of keys, and a question before something that cannot be undone."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.ui.components.button import Button, Kind
from advisor_app.ui.components.empty_place import KeyHint
from advisor_app.ui.components.labels import Label, rule
from advisor_app.ui.components.pane import ScrollColumn
from advisor_app.ui.tokens import Role, Space
from advisor_app.ui.words import Words

Keys = Sequence[tuple[str, str]]


class KeysDialog(QDialog):
    """Every key and what it does, in groups."""

    def __init__(self, words: Words, groups: Sequence[tuple[str, Keys]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.tr("Keys"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, Space.INSIDE)
        outer.setSpacing(Space.INSIDE)
        scroll = ScrollColumn()
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrows scroll
        scroll.setAccessibleName(words.tr("Keys"))
        scroll.column.setContentsMargins(Space.WIDE, Space.PAD, Space.WIDE, Space.PAD)
        for title, keys in groups:
            scroll.column.addSpacing(Space.UNIT)
            scroll.column.addWidget(Label(title, Role.SMALL_STRONG, "text2"))
            for key, does in keys:
                scroll.column.addLayout(_key_row(key, does))
                scroll.column.addWidget(rule())
        outer.addWidget(scroll, 1)
        close = Button(words.tr("Close"))
        close.clicked.connect(self.accept)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(Space.WIDE, 0, Space.WIDE, 0)
        bottom.addStretch(1)
        bottom.addWidget(close)
        outer.addLayout(bottom)
        self.resize(560, min(640, max(320, parent.height() - 80)))
        scroll.setFocus()


def _key_row(key: str, does: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setContentsMargins(0, 7, 0, 7)
    line.setSpacing(Space.PAD)
    line.addWidget(Label(does), 1)
    line.addWidget(KeyHint(key), 0, Qt.AlignmentFlag.AlignVCenter)
    return line


def agreed(words: Words, question: str, yes: str, parent: QWidget | None) -> bool:
    """Asks before something that cannot be undone; Escape and closing the dialog mean no."""
    return QuestionDialog(words, question, yes, parent).exec() == QDialog.DialogCode.Accepted


class QuestionDialog(QDialog):
    """A sentence, the step that it asks about, and Cancel, which has the focus."""

    def __init__(self, words: Words, question: str, yes: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Advisor")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.PAD)
        column.setSpacing(Space.PAD)
        text = Label(question)
        text.setMinimumWidth(420)
        column.addWidget(text)
        self.yes = Button(yes, Kind.PRIMARY)
        self.yes.clicked.connect(self.accept)
        self.no = Button(words.tr("Cancel"))
        self.no.clicked.connect(self.reject)
        bottom = QHBoxLayout()
        bottom.setSpacing(Space.UNIT)
        bottom.addStretch(1)
        bottom.addWidget(self.no)
        bottom.addWidget(self.yes)
        column.addLayout(bottom)
        self.no.setFocus()
