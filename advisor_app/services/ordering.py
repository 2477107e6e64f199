"""The order of a list: by fit, which is the student's and the search's, or by what the catalogue says of every programme."""

from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from advisor_app.domain.facets import Facet
from advisor_app.domain.student import Student, Wishes
from advisor_app.models.list_columns import CENTS, NO_PRICE, ListColumns
from advisor_app.services.matching import Mask, Matched

if TYPE_CHECKING:
    from advisor_app.models.numbers import Bytes

Positions: TypeAlias = npt.NDArray[Any]
Fitness: TypeAlias = npt.NDArray[np.uint16]

_LONGEST_NAME: Final = 31


class Order(StrEnum):
    """What the list is sorted by. What is not stated is last, whichever way round.

    Fit is how well the words match, then the verdict, then how many wishes can be met.
    """

    FIT = "fit"
    NAME = "name"
    PRICE = "price"
    DURATION = "duration"
    SCHOOL = "school"


def ordered(columns: ListColumns, order: Order, listed: Mask | None, fit: Fitness, *, descending: bool) -> Positions:
    """The positions of those ``listed``, or of all, in order."""
    if order is Order.FIT:
        positions = np.arange(columns.size) if listed is None else np.flatnonzero(listed)
        keys = fit.take(positions)
        # Numbers of two bytes are sorted by counting them, whatever their number.
        return positions.take(np.argsort(~keys if descending else keys, kind="stable"))
    stored = columns.orders[order.value]
    positions = stored.positions
    if descending:
        positions = np.concatenate((positions[: stored.stated][::-1], positions[stored.stated :]))
    return positions if listed is None else positions[listed.take(positions)]


def fitness(columns: ListColumns, student: Student, verdicts: "Bytes", match: Matched | None) -> Fitness:
    """The smaller, the better a programme fits. While nothing is known of the student nothing is made of verdicts."""
    unmet = wishes_unmet(columns, student.wishes)
    judged: Fitness = unmet if student.empty else np.uint16(8) * verdicts + unmet
    if match is None:
        return judged
    # First where the words were found, then the verdict; of equals the shortest name, of which the words are the largest part.
    found: Fitness = np.minimum(match.sums, np.uint16(127)) * np.uint16(512)
    found += judged // np.uint16(2) * np.uint16(32)
    return found + np.minimum(columns.name_words, np.uint16(_LONGEST_NAME))


def wishes_unmet(columns: ListColumns, wishes: Wishes) -> Fitness:
    """How many of the wishes no route of a programme can meet, as far as its page tells."""
    unmet = np.zeros(columns.size, np.uint16)
    chosen = ((Facet.FORMAT, wishes.format), (Facet.CAMPUS, wishes.campus))
    for facet, value in (*chosen, (Facet.INTAKE, str(int(wishes.start.split("-")[1])) if wishes.start else None)):
        if value is not None:
            unmet += ~columns.facets[facet].within((value,))
    if wishes.budget_per_year is not None:
        unmet += (columns.tuition > int(wishes.budget_per_year * CENTS)) | (columns.tuition == NO_PRICE)
    return unmet
