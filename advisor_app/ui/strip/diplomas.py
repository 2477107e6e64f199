"""The diplomas that can be picked, by country, out of the qualification table. Read after the first paint: the table is long."""

from collections.abc import Iterable, Mapping
from datetime import date

from advisor_app.domain.reference import QualificationRow
from advisor_app.domain.text import Text, Value, msg
from advisor_app.ui.strip.fields import FieldKey, Title
from advisor_app.ui.strip.options import Option, by_hand, in_progress

_TITLE: FieldKey = "qualification.title"


def titles(rows: Iterable[QualificationRow]) -> tuple[Option, ...]:
    """Every diploma of the table."""
    return tuple(_title(row) for row in rows)


def countries(names: Mapping[str, Text], codes: Iterable[str], diplomas: Iterable[Option], today: date) -> tuple[Option, ...]:
    """The countries in the order given, each with its diplomas, and for those that the table does not have, by hand."""
    of: dict[str, list[Option]] = {}
    for one in diplomas:
        if isinstance(one.value, Title):
            of.setdefault(one.value.country, []).append(one)
    ends = (by_hand(), in_progress(today))
    return tuple(Option(code, names[code], children=(*of.get(code, ()), *ends), counts=True) for code in codes)


def _title(row: QualificationRow) -> Option:
    """``details`` say what it is usually treated as, and what to beware of."""
    level = _level(row)
    details: tuple[Value, ...] = tuple(one for one in (level, row.caveat) if one is not None)
    value = Title(row.id, row.country, row.bac_plus_min, row.bac_plus_max, _official(row))
    return Option(value, row.title, key=_TITLE, gloss=row.gloss, details=details)


def _official(row: QualificationRow) -> bool:
    """Only of a diploma that is given, and at one level."""
    return row.level_official and row.awarded and row.bac_plus_min == row.bac_plus_max


def _level(row: QualificationRow) -> Value | None:
    low, high = row.bac_plus_min, row.bac_plus_max
    if low is None or high is None:
        return msg("No level that is usual in France.")
    if _official(row):
        return msg("Bac+{level}, official.", level=low) if low else msg("Bac, official.")
    if low != high:
        return msg("Usually treated as Bac+{low} to Bac+{high}.", low=low, high=high)
    return msg("Usually treated as Bac+{level}.", level=low) if low else msg("Usually treated as the baccalauréat.")
