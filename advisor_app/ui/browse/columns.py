"""How the place shares out its width: facets and results at the left, the details beside them."""

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from advisor_app.ui.browse.facet_column import FacetColumn
from advisor_app.ui.browse.results_pane import ResultsPane
from advisor_app.ui.components import rule
from advisor_app.ui.tokens import Size

STACKED_BELOW, LEAST_RESULTS, DETAILS_ROOM, WIDE_FROM, WIDE_FACETS, WIDE_RESULTS = 1000, 264, 440, 1500, 232, 440
"""Widths of the place: where facets go above the results, what the parts keep, and where there is room for longer values."""
ROOMY_FROM, ROOMY_FACETS = 1240, 200


class Columns(QHBoxLayout):
    """The layout of ``place``. Where three columns would be too narrow to read, search and facets stand above the results."""

    def __init__(self, place: QWidget, facets: FacetColumn, results: ResultsPane, right: QWidget) -> None:
        super().__init__(place)
        self._facets, self._results = facets, results
        self._between = rule(vertical=True)
        self._left = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._left.setSpacing(0)
        for part in (facets, self._between, results):
            self._left.addWidget(part)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(0)
        self.addLayout(self._left)
        self.addWidget(rule(vertical=True))
        self.addWidget(right, 1)

    def fit(self, width: int) -> None:
        """Shares out the width of the place anew."""
        stacked = width < STACKED_BELOW
        self._left.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        self._between.setVisible(not stacked)
        self._facets.set_stacked(stacked=stacked)
        facets = 0 if stacked else WIDE_FACETS if width >= WIDE_FROM else ROOMY_FACETS if width >= ROOMY_FROM else Size.FACETS
        most = WIDE_RESULTS if width >= WIDE_FROM else Size.RESULTS
        results = max(LEAST_RESULTS, min(most, width - facets - DETAILS_ROOM))
        self._results.setFixedWidth(results)
        self._facets.setFixedWidth(results if stacked else facets)
        self.show_results(unfolded=self._facets.filters.isChecked())

    def show_results(self, *, unfolded: bool) -> None:
        """In a narrow place the facets, once asked for, stand where the results are."""
        self._results.setVisible(not unfolded)
        self._left.setStretchFactor(self._facets, 1 if unfolded else 0)
        self._left.setStretchFactor(self._results, 0 if unfolded else 1)
