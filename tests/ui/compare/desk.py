"""Columns of the small catalogue, and what tests look at in the Compare place."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLabel, QWidget

from advisor_app.domain.columns import Column
from advisor_app.domain.curriculum import Likeness
from advisor_app.domain.routes import routes_of
from advisor_app.ui.compare.column_picker import ColumnPicker
from advisor_app.ui.compare.pictures import Bars, CourseTicks, YearBar
from advisor_app.ui.compare.place import ComparePlace
from advisor_app.ui.itemmodels.comparison import CellSaid, RowKind, RowSaid
from tests.ui.desk import Heard
from tests.ui.eligibility.catalogue import HEIP, SD, SI, shelf

Key = Qt.Key
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
Make = Callable[..., tuple[ComparePlace, Heard]]
CTRL = Qt.KeyboardModifier.ControlModifier
CATALOGUE = shelf()


T = TypeVar("T")


class Memory(Generic[T]):
    """Keeps something as long as the test lasts."""

    def __init__(self, kept: T) -> None:
        self.kept = kept

    def load(self) -> T:
        return self.kept

    def save(self, value: T) -> None:
        self.kept = value


def route_column(entry: str, format_: str, programme: str = HEIP) -> Column:
    route = next(one for one in routes_of(shelf().programme(programme)) if (one.entry, one.format) == (entry, format_))
    return Column(programme=programme, route=route)


FOUR = (
    route_column("msc1", "alternance"),
    route_column("msc1", "initial"),
    route_column("m2", "initial", SI),
    route_column("m2", "initial", SD),
)
FIVE = (*FOUR, route_column("msc2", "alternance"))


def row(place: ComparePlace, key: str) -> RowSaid:
    return next(one for one in place.page.model.rows if one.key == key)


def at(place: ComparePlace, key: str, column: int = 0) -> QModelIndex:
    return place.page.model.index([one.key for one in place.page.model.rows].index(key), column)


def bars_in(cell: CellSaid) -> tuple[YearBar, ...]:
    assert isinstance(cell.picture, Bars)
    return cell.picture.bars


def years_in(cell: CellSaid) -> tuple[tuple[str, tuple[Likeness, ...]], ...]:
    assert isinstance(cell.picture, CourseTicks)
    return cell.picture.years


def spoken(place: ComparePlace, key: str, column: int = 0) -> str:
    return str(at(place, key, column).data(SPOKEN))


def bands(place: ComparePlace) -> list[str]:
    return [one.label for one in place.page.model.rows if one.kind is RowKind.BAND]


def titles(place: ComparePlace) -> list[str]:
    return [head.title.text() for head in place.page.heads.heads]


def compared(place: ComparePlace) -> tuple[Column, ...]:
    return place.desk.state.comparison


def shown_text(place: QWidget) -> str:
    return "\n".join(label.text() for label in place.findChildren(QLabel) if label.isVisible())


def picker(place: ComparePlace) -> ColumnPicker:
    found = place.deeds.picker
    assert found is not None
    return found


def offered(place: ComparePlace) -> list[str]:
    return [one.label for one in picker(place).model.rows]
