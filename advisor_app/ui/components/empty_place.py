"""What a place shows when there is nothing to show: one drawing, one sentence, the first question, three steps with keys."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from advisor_app.ui.components.control import draw_hint, hint_width
from advisor_app.ui.components.labels import Label, rule
from advisor_app.ui.components.paint import panel
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role, Space, Token


class Step(NamedTuple):
    title: str
    detail: str
    key: str = ""


class EmptyPlace(QWidget):
    """``middle`` (a card with the first question) stands between the sentence and the steps."""

    def __init__(self, title: str, sentence: str, steps: Sequence[Step] = (), middle: QWidget | None = None) -> None:
        super().__init__()
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE * 2, 32, Space.WIDE * 2, Space.PAD)
        column.setSpacing(0)
        column.addWidget(SignpostDrawing())
        column.addSpacing(Space.PAD)
        column.addWidget(Label(title, Role.HERO))
        column.addSpacing(Space.HALF)
        column.addWidget(Label(sentence, Role.BODY, "text2"))
        column.addSpacing(Space.PAD + Space.HALF)
        if middle is not None:
            column.addWidget(middle)
            column.addSpacing(Space.PAD + Space.HALF)
        for number, step in enumerate(steps, 1):
            column.addWidget(rule())
            column.addWidget(_StepRow(number, step))
        column.addStretch(1)


class _StepRow(QWidget):
    def __init__(self, number: int, step: Step) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(step.title, Role.STRONG))
        words.addWidget(Label(step.detail, Role.BODY, "text2"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, Space.UNIT, 0, Space.UNIT)
        line.setSpacing(Space.PAD)
        line.addWidget(_Number(number), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(words, 1)
        if step.key:
            line.addWidget(KeyHint(step.key), 0, Qt.AlignmentFlag.AlignVCenter)


class KeyHint(QWidget):
    """The key that does the same, written next to the action."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(hint_width(self._key) + 1, theme().metrics(Role.SMALL).height() + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_hint(QPainter(self), QRectF(self.rect()), self._key, "text2")


class _Number(QWidget):
    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = str(number)
        self.setFixedSize(28, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        panel(painter, QRectF(self.rect()), 14, fill=theme().colour("accent-soft"))
        painter.setFont(theme().font(Role.SMALL_STRONG))
        painter.setPen(theme().colour("accent"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._number)


class SignpostDrawing(QWidget):
    """A signpost with two arms, in lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(112, 88)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("line"), 2))
        painter.drawLine(QPointF(4, 86), QPointF(100, 86))
        painter.setPen(QPen(theme().colour("ctl"), 1.75))
        painter.drawLine(QPointF(52, 12), QPointF(52, 86))
        painter.setPen(QPen(theme().colour("accent"), 1.75))
        painter.setBrush(theme().colour("accent-soft"))
        painter.drawEllipse(QPointF(52, 8), 5, 5)
        self._arm(painter, [(52, 20), (98, 20), (110, 30), (98, 40), (52, 40)], "ok", 68)
        self._arm(painter, [(52, 46), (12, 46), (1, 55), (12, 64), (52, 64)], "confirm", 20)

    @staticmethod
    def _arm(painter: QPainter, corners: list[tuple[int, int]], tone: Token, words_at: int) -> None:
        ground: Token = "ok-bg" if tone == "ok" else "confirm-bg"
        pen = QPen(theme().colour(tone), 1.75)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(theme().colour(ground))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
        y = (corners[0][1] + corners[-1][1]) / 2
        painter.drawLine(QPointF(words_at, y), QPointF(words_at + 22, y))
