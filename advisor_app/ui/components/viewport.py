"""The part of an area that scrolls through which its content is seen."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QWidget

_NAME = "qt_scrollarea_viewport"
"""By which Qt's style sheets know a viewport."""


def own_viewport(area: QAbstractScrollArea) -> None:
    """Gives the area a viewport that Python made, in all else like Qt's own. Comes before anything is put into the area.

    For the first plain widget of Qt's making that Python meets, PySide goes through all classes of widgets there are, to know what
    it is. That takes longer than building the place that the first list stands in, and by then nobody waits for it.
    """
    made = QWidget()
    made.setObjectName(_NAME)
    if isinstance(area, QAbstractItemView):
        made.setBackgroundRole(QPalette.ColorRole.Base)
    area.setViewport(made)
