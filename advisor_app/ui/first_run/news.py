"""What is new since the version that was started last."""

import re
import tomllib
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app import paths
from advisor_app.domain.text import Lang
from advisor_app.ui.components.button import Button, Kind
from advisor_app.ui.components.labels import Label
from advisor_app.ui.components.pane import ScrollColumn
from advisor_app.ui.tokens import Role, Space
from advisor_app.ui.words import Words

News = tuple[tuple[str, tuple[str, ...]], ...]


def news_since(seen: str, lang: Lang, file: Path | None = None) -> News:
    """Each later version with its sentences, newest first; all of them after an unknown one."""
    text = (file or paths.resource_dir() / "news.toml").read_text(encoding="utf-8")
    listed = [(version, tuple(entry[lang] for entry in entries)) for version, entries in tomllib.loads(text).items()]
    return tuple(one for one in sorted(listed, key=lambda one: _parts(one[0]), reverse=True) if _parts(one[0]) > _parts(seen))


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", version))


class NewsDialog(QDialog):
    """Versions and what came with them."""

    def __init__(self, words: Words, news: News, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.tr("What is new"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, Space.INSIDE)
        scroll = ScrollColumn(spacing=Space.UNIT)
        scroll.column.setContentsMargins(Space.WIDE, Space.PAD, Space.WIDE, Space.PAD)
        for version, sentences in news:
            scroll.column.addWidget(Label(words.tr("Version {version}", version=version), Role.SECTION))
            for sentence in sentences:
                scroll.column.addWidget(Label(sentence))
        if not news:
            scroll.column.addWidget(Label(words.tr("Nothing yet.")))
        scroll.column.addStretch(1)
        outer.addWidget(scroll, 1)
        close = Button(words.tr("Close"), Kind.PRIMARY)
        close.clicked.connect(self.accept)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(Space.WIDE, 0, Space.WIDE, 0)
        bottom.addStretch(1)
        bottom.addWidget(close)
        outer.addLayout(bottom)
        self.resize(560, 360)
        close.setFocus()
