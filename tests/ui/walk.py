"""One walk through every screen of the real window: what each shows, says and cuts off. Done once for a language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QTreeView,
    QWidget,
)

from advisor_app.domain.text import Lang
from advisor_app.ui.components import ElidedLabel, FacetCheck
from advisor_app.ui.rail import RailItem
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Role
from scripts.screens import SCREENS, Stage

_PADDING = 5
"""Pixels that the padding of a control can give to its words."""
_NAMED = Qt.FocusPolicy.TabFocus


class Said(NamedTuple):
    """A text of a screen, and which widget has it."""

    screen: str
    owner: str
    text: str


@dataclass
class Walk:
    """What was met: every text, the names of what can be focused, what has no name, what is cut off, and failures."""

    texts: list[Said] = field(default_factory=list)
    names: dict[str, set[str]] = field(default_factory=dict)
    unnamed: list[Said] = field(default_factory=list)
    cut: list[Said] = field(default_factory=list)
    faults: list[BaseException] = field(default_factory=list)


@cache
def walked(lang: Lang) -> Walk:
    """Every screen at 1366×768 in a language."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    walk = Walk()
    stage = Stage(app)
    try:
        stage.open(1366, 768)
        stage.look(lang)
        for screen in SCREENS:
            stage.clear()
            screen.show(stage)
            stage.settle()
            for shown in stage.shown():
                _look_at(shown, screen.name, walk)
    finally:
        stage.close()
    walk.faults += stage.faults
    return walk


def _look_at(top: QWidget, screen: str, walk: Walk) -> None:
    for widget in (top, *top.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        owner = f"{type(widget).__name__} in {_place_of(widget)}"
        walk.texts += [Said(screen, owner, text) for text in texts_of(widget)]
        if _focusable(widget):
            name = accessible_name(widget)
            walk.names.setdefault(name, set()).add(type(widget).__name__)
            if not name.strip():
                walk.unnamed.append(Said(screen, owner, words_of(widget)))
        if (words := words_of(widget)) and is_cut(widget) and words not in widget.toolTip():
            walk.cut.append(Said(screen, owner, words))


def _place_of(widget: QWidget) -> str:
    parent = widget.parentWidget()
    return type(parent).__name__ if parent else "the screen"


# --- names


def _focusable(widget: QWidget) -> bool:
    return widget.isEnabled() and bool(widget.focusPolicy() & _NAMED) and widget.focusProxy() is None


def accessible_name(widget: QWidget) -> str:
    """What assistive technology is told."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


# --- texts


def words_of(widget: QWidget) -> str:
    """The text that a label or a button shows."""
    if isinstance(widget, QLabel):
        return plain(widget.text())
    if isinstance(widget, QAbstractButton):
        return widget.text().replace("&&", "&")
    return ""


def plain(text: str) -> str:
    return QTextDocumentFragment.fromHtml(text).toPlainText() if "<" in text and ">" in text else text


def texts_of(widget: QWidget) -> Iterator[str]:
    """Everything that a widget shows or tells."""
    told = [words_of(widget), widget.toolTip(), widget.accessibleDescription(), accessible_name(widget), widget.windowTitle()]
    if isinstance(widget, QLineEdit):
        told.append(widget.placeholderText())
    if isinstance(widget, QMenu):
        told += [action.text().replace("&&", "&") for action in widget.actions()]
    if isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        told += _texts_of_view(widget)
    yield from {text.strip() for text in told if text.strip()}


def _texts_of_view(view: QAbstractItemView) -> Iterator[str]:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
    for index in every_index(view):
        for role in roles:
            said = index.data(role)
            if isinstance(said, str):
                yield from said.split("\n")


def every_index(view: QAbstractItemView, parent: QModelIndex | None = None) -> Iterator[QModelIndex]:
    """Every item of a view, those of a tree with all below them."""
    above = parent or QModelIndex()
    model = view.model()
    for row in range(model.rowCount(above)):
        for column in range(model.columnCount(above) if isinstance(model, QAbstractTableModel) else 1):
            index = model.index(row, column, above)
            yield index
            if column == 0 and isinstance(view, QTreeView):
                yield from every_index(view, index)


# --- what is cut off


def is_cut(widget: QWidget) -> bool:
    """Whether some of the words of a label or button cannot be read."""
    return _too_small(widget) or _outside(widget)


def _too_small(widget: QWidget) -> bool:
    if isinstance(widget, ElidedLabel | FacetCheck):
        return widget.elided
    if isinstance(widget, RailItem):
        return theme().metrics(Role.SMALL_STRONG).horizontalAdvance(words_of(widget)) > widget.width()
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height() or _longest_word(widget) > widget.width()
    hint = widget.sizeHint()
    return hint.width() > widget.width() + _PADDING or hint.height() > widget.height() + 1


def _longest_word(label: QLabel) -> int:
    metrics = QFontMetrics(label.font())
    return max((metrics.horizontalAdvance(word) for word in re.split(r"[ \n\u200b]+|(?<=[-/])", words_of(label))), default=0)


def _outside(widget: QWidget) -> bool:
    """Whether it reaches out of something that does not scroll."""
    inner = widget
    while (outer := inner.parentWidget()) is not None and not inner.isWindow():
        if isinstance(outer.parentWidget(), QAbstractScrollArea):
            return not _within(widget, outer, across_only=True)
        if not _within(widget, outer):
            return True
        inner = outer
    return False


def _within(widget: QWidget, outer: QWidget, *, across_only: bool = False) -> bool:
    rect = QRect(widget.mapTo(outer, QPoint(0, 0)), widget.size())
    across = rect.left() >= 0 and rect.right() < outer.width()
    return across and (across_only or (rect.top() >= 0 and rect.bottom() < outer.height()))
