"""When the program itself fails: what is said of it, the way on, and the report that the advisor reads before sending it."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from advisor_app.domain.errors import reason
from advisor_app.files import write_whole
from advisor_app.ui.components.button import Button, Kind
from advisor_app.ui.components.icon_view import IconView
from advisor_app.ui.components.labels import Label
from advisor_app.ui.errors import WaysOn, crash_text
from advisor_app.ui.tokens import Role, Size, Space
from advisor_app.ui.words import Words


class CrashDialog(QDialog):
    """Says that the program failed, what is safe and where it is noted, and offers the ways on."""

    def __init__(self, words: Words, ways: WaysOn | None, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Advisor")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.PAD)
        column.setSpacing(Space.PAD)
        line = QHBoxLayout()
        line.setSpacing(Space.PAD)
        line.addWidget(IconView("circle-alert", "not", Size.ICON_RAIL), 0, Qt.AlignmentFlag.AlignTop)
        text = Label(words.render(crash_text()))
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setMinimumWidth(460)
        line.addWidget(text, 1)
        column.addLayout(line)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.UNIT)
        if ways is not None:
            report = Button(words.tr("Read the report…"), Kind.GHOST, icon="file-text")
            report.clicked.connect(lambda: ReportDialog(words, ways.report(), self).open())
            buttons.addWidget(report)
        buttons.addStretch(1)
        if ways is not None:
            restart = Button(words.tr("Restart with the same desk"))
            restart.clicked.connect(ways.restart)
            buttons.addWidget(restart)
        close = Button(words.tr("Go on"), Kind.PRIMARY)
        close.clicked.connect(self.accept)
        buttons.addWidget(close)
        column.addLayout(buttons)
        close.setFocus()


class ReportDialog(QDialog):
    """The report, all of it, to read, copy and save. Nothing is sent from here: there is no network to send it by."""

    def __init__(self, words: Words, text: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._words = words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.tr("Report a problem"))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.PAD, Space.WIDE, Space.PAD)
        column.setSpacing(Space.INSIDE)
        column.addWidget(Label(words.tr("Report a problem"), Role.SECTION))
        column.addWidget(
            Label(
                words.tr(
                    "This is all that the report holds: versions, the catalogue and the program’s log, nothing about a student. "
                    "Read it, save it, and send the file to whoever looks after Advisor."
                ),
                Role.BODY,
                "text2",
            )
        )
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(words.tr("Report"))
        column.addWidget(self.text, 1)
        self.said = Label("", Role.BODY)
        column.addWidget(self.said)
        column.addLayout(self._buttons())
        self.resize(760, 560)

    def _buttons(self) -> QHBoxLayout:
        words = self._words
        line = QHBoxLayout()
        line.setSpacing(Space.UNIT)
        copy = Button(words.tr("Copy"), icon="copy")
        copy.clicked.connect(self._copy)
        save = Button(words.tr("Save…"), Kind.PRIMARY)
        save.clicked.connect(self._save)
        close = Button(words.tr("Close"))
        close.clicked.connect(self.accept)
        line.addWidget(copy)
        line.addStretch(1)
        line.addWidget(close)
        line.addWidget(save)
        save.setFocus()
        return line

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.said.setText(self._words.tr("Copied."))

    def _save(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suggested = Path(folder) / f"advisor-report-{date.today().isoformat()}.txt"  # noqa: DTZ011 - the day on the wall
        chosen, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), str(suggested))
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, file: Path) -> None:
        """Writes the report, or says why not."""
        words = self._words
        try:
            write_whole(file, self.text.toPlainText().encode())
        except OSError as error:
            self.said.setText(
                words.tr("{file} could not be written ({why}); choose another place.", file=str(file), why=reason(error))
            )
        else:
            self.said.setText(words.tr("Saved as {file}.", file=str(file)))
