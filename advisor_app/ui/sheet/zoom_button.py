"""How large the preview is: the button that says it, and its menu."""

from functools import partial

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from advisor_app.ui.components import Button
from advisor_app.ui.sheet.pages_view import ZOOMS, PagesView, Zoom
from advisor_app.wording import Translator


class ZoomButton(Button):
    """Sets the size of ``view`` and says it."""

    def __init__(self, translator: Translator, view: PagesView) -> None:
        super().__init__(translator.tr("Fit width"), trailing="chevron-down")
        self._t, self._view = translator, view
        self.setAccessibleName(translator.tr("Size of the preview"))
        self._sizes = QMenu(self)
        self._group = QActionGroup(self._sizes)
        choices: tuple[Zoom, ...] = ("width", "page", *ZOOMS)
        for zoom in choices:
            action = QAction(self._words_of(zoom), self._sizes)
            action.setCheckable(True)
            action.setData(zoom)
            action.triggered.connect(partial(self._triggered, zoom))
            self._group.addAction(action)
            self._sizes.addAction(action)
        self._sizes.aboutToShow.connect(self._mark)
        self.setMenu(self._sizes)

    def choose(self, zoom: Zoom) -> None:
        self._view.set_zoom(zoom)
        self._say()

    def step(self, steps: int) -> None:
        """The next larger or smaller size."""
        self._view.step_zoom(steps)
        self._say()

    def _triggered(self, zoom: Zoom, _on: bool = False) -> None:
        self.choose(zoom)

    def _mark(self) -> None:
        for action in self._sizes.actions():
            action.setChecked(action.data() == self._view.zoom)

    def _words_of(self, zoom: Zoom) -> str:
        if isinstance(zoom, int):
            return self._t.tr("{percent} %", percent=zoom)
        return self._t.tr("Fit width") if zoom == "width" else self._t.tr("Fit page")

    def _say(self) -> None:
        self.setText(self._words_of(self._view.zoom))
        self.updateGeometry()
