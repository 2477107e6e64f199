"""Scroll areas as assistive technology sees them on Linux.

There a screen reader asks how many children a thing has, and then for each of them, in messages of its own. Qt's scroll area counts
only the scroll bars that are in sight, and reads past the end of its list where one was hidden in between, as when another place is
shown: the program ended, once in five walks (QAccessibleAbstractScrollArea::child, Qt 6.11). So a scroll area answers as any other
widget does: its children are always all there, and those that are hidden say so.
"""

import sys
from functools import cache

from PySide6.QtCore import QObject


@cache
def install_scroll_access() -> None:
    """From now on, once for all; what a screen reader has met already stays as it is, so this comes first."""
    if sys.platform.startswith("linux"):
        from PySide6.QtGui import QAccessible  # late: its lists of roles are long, and other systems need none of this

        QAccessible.installFactory(_answer)


def _answer(name: str, thing: QObject) -> object:
    """Whoever answers for a scroll area; Qt asks for each class that a thing belongs to."""
    if name not in {"QScrollArea", "QAbstractScrollArea"}:
        return None
    from PySide6.QtGui import QAccessible  # late, as above
    from PySide6.QtWidgets import QAbstractScrollArea, QAccessibleWidget

    return QAccessibleWidget(thing, QAccessible.Role.Client) if isinstance(thing, QAbstractScrollArea) else None
