"""The way forward under a verdict. Made once and filled again for each route, since making widgets is what takes time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.ui.components import Button, Card, IconLabel, IconView, Kind, Part, PartsLabel
from advisor_app.ui.eligibility.route_said import MOST_WAYS, WaySaid
from advisor_app.ui.tokens import Role, Space
from advisor_app.wording import Translator


class WaysCard(Card):
    """Hidden where nothing has to change. ``opened`` carries a route, ``tried`` a student."""

    opened = Signal(object)
    tried = Signal(object)

    def __init__(self, words: Translator) -> None:
        super().__init__("accent-soft")
        self._words = words
        self._ways: tuple[WaySaid, ...] = ()
        heading = words.tr("Way forward")
        self.setAccessibleName(heading)
        self.column.setContentsMargins(Space.PAD, Space.UNIT, Space.UNIT, Space.UNIT)
        self.column.setSpacing(0)
        self.column.addWidget(IconLabel("signpost", heading, "accent", Role.SMALL_STRONG))
        self.rows = [_Way(self._words) for _ in range(MOST_WAYS)]
        for place, row in enumerate(self.rows):
            self.column.addWidget(row)
            row.action.clicked.connect(lambda _checked=False, place=place: self._act(place))
        self.hide()

    def show_ways(self, ways: tuple[WaySaid, ...]) -> None:
        if ways == self._ways:
            return
        self._ways = ways
        self.setVisible(bool(ways))
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(ways))
            if place < len(ways):
                row.show_way(ways[place])

    def _act(self, place: int) -> None:
        way = self._ways[place]
        if way.route is not None:
            self.opened.emit(way.route)
        else:
            self.tried.emit(way.student)


class _Way(QWidget):
    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._open, self._try = words.tr("Open route"), words.tr("Try it")
        self.text = PartsLabel([])
        self.action = Button("", Kind.GHOST)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.UNIT + 2)
        line.addWidget(IconView("arrow-right", "accent"), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.text, 1)
        line.addWidget(self.action, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_way(self, way: WaySaid) -> None:
        self.text.set_parts([Part(way.lead, strong=True), Part(f" {way.rest}")])
        self.action.setText(self._open if way.route is not None else self._try)
        self.action.setAccessibleDescription(f"{way.lead} {way.rest}")
        self.action.updateGeometry()
