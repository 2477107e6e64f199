"""What the program is, and whose work it carries: every component with its version and the text of its licence."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QPlainTextEdit, QVBoxLayout, QWidget

from advisor_app.carried import Carried, carried, version
from advisor_app.ui.components.button import Button
from advisor_app.ui.components.labels import Label, rule
from advisor_app.ui.rail import Mark
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Size, Space
from advisor_app.ui.words import Words

_WIDTH, _HEIGHT, _NAMES = 820, 600, 260


class AboutDialog(QDialog):
    """Version and licence above; below, the components and the licence of the one chosen."""

    def __init__(self, words: Words, parent: QWidget, components: Sequence[Carried] | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._components = carried() if components is None else tuple(components)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.tr("About Advisor"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, Space.INSIDE)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(rule())
        column.addLayout(self._body(), 1)
        column.addWidget(rule())
        column.addSpacing(Space.INSIDE)
        column.addLayout(self._foot())
        self.resize(min(_WIDTH, max(480, parent.width() - 80)), min(_HEIGHT, max(320, parent.height() - 80)))
        self.names.setCurrentRow(0)
        self.names.setFocus()

    # --- building

    def _head(self) -> QHBoxLayout:
        words = self._words
        said = QVBoxLayout()
        said.setSpacing(Space.HALF)
        said.addWidget(Label(words.tr("Advisor {version}", version=version()), Role.TITLE))
        said.addWidget(
            Label(
                words.tr(
                    "Free software under the GNU General Public License, version 3 or later: use it, pass it on, change it. "
                    "It comes without any warranty."
                )
            )
        )
        said.addWidget(
            Label(
                words.tr(
                    "Advisor carries the work of others, each under its own licence. Qt is used under the LGPL, version 3: its "
                    "libraries are files of their own in the program’s folder, and you may replace them by your own."
                ),
                Role.SMALL,
                "text2",
            )
        )
        head = QHBoxLayout()
        head.setContentsMargins(Space.PAD, Space.PAD, Space.WIDE, Space.PAD)
        head.setSpacing(Space.PAD)
        mark = Mark()
        mark.setFixedHeight(Size.STRIP)
        head.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(said, 1)
        return head

    def _body(self) -> QHBoxLayout:
        self.names = QListWidget()
        self.names.setAccessibleName(self._words.tr("Components"))
        self.names.setFixedWidth(_NAMES)
        self.names.setFont(theme().font(Role.BODY))
        self.names.setStyleSheet(f"QListWidget::item {{ padding-left: {Space.PAD}px; }}")
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for one in self._components:
            item = QListWidgetItem(f"{one.name}  {one.version}")
            item.setSizeHint(QSize(0, theme().grow(Size.CONTROL)))
            item.setToolTip(f"{one.name} {one.version}\n{one.licence}")
            self.names.addItem(item)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self._words.tr("Licence"))
        self.text.setFont(theme().font(Role.SMALL))
        self.text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.text.document().setDocumentMargin(Space.PAD)
        self.names.currentRowChanged.connect(self._show)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.names)
        body.addWidget(rule(vertical=True))
        body.addWidget(self.text, 1)
        return body

    def _foot(self) -> QHBoxLayout:
        copy = Button(self._words.tr("Copy the list"), icon="copy")
        copy.clicked.connect(self._copy)
        close = Button(self._words.tr("Close"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.WIDE, 0, Space.WIDE, 0)
        foot.setSpacing(Space.UNIT)
        foot.addWidget(copy)
        foot.addStretch(1)
        foot.addWidget(close)
        return foot

    # --- what is chosen

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._components):
            self.text.setPlainText(self._said(self._components[row]))

    def _said(self, one: Carried) -> str:
        """The component's name and licence, then the licence itself."""
        head = f"{one.name} {one.version}\n{one.licence}".strip()
        try:
            text = one.text.read_text(encoding="utf-8", errors="replace") if one.text is not None else ""
        except OSError:
            text = ""
        return f"{head}\n\n" + (text or self._words.tr("The text of this licence is not here; its source has it."))

    def _copy(self) -> None:
        """The versions, for a report or a question."""
        lines = [f"{one.name} {one.version}  {one.licence}" for one in self._components]
        QGuiApplication.clipboard().setText("\n".join(lines))
