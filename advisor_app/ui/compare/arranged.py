"""Which rows are shown, and in what order: differences first with the rest folded, or all of them. Needs no Qt."""

from collections.abc import Iterator
from enum import StrEnum

from advisor_app.ui.compare.comparison_said import ComparisonSaid, GroupSaid
from advisor_app.ui.itemmodels.comparison import CellSaid, Para, RowKind, RowSaid
from advisor_app.wording import Translator


class Order(StrEnum):
    """DIFFERENCES folds the rows on which nothing differs."""

    DIFFERENCES = "differences"
    ALL = "all"


def arranged(said: ComparisonSaid, order: Order, unfolded: frozenset[str], words: Translator) -> tuple[RowSaid, ...]:
    """The rows of the table. ``unfolded`` holds the keys of the folds that are open."""
    if order is Order.ALL:
        return tuple(row for group in said.groups for row in (_band(group), *group.rows))
    some = [group for group in said.groups if any(row.differs for row in group.rows)]
    none = [group for group in said.groups if group not in some]
    return tuple(row for group in (*some, *none) for row in _with_folds(group, said, unfolded, words))


def _band(group: GroupSaid) -> RowSaid:
    return RowSaid(kind=RowKind.BAND, key=f"band:{group.key}", group=group.key, label=group.title, legend=group.legend)


def _with_folds(group: GroupSaid, said: ComparisonSaid, unfolded: frozenset[str], words: Translator) -> Iterator[RowSaid]:
    """What differs, then what is the same, then what no page states."""
    yield _band(group)
    yield from (row for row in group.rows if row.differs)
    same = tuple(row for row in group.rows if not row.differs and not row.silent)
    silent = tuple(row for row in group.rows if not row.differs and row.silent)
    for key, rows in ((f"same:{group.key}", same), (f"silent:{group.key}", silent)):
        if rows:
            fold = _fold(key, rows, said, words, opened=key in unfolded)
            yield fold
            if fold.unfolded:
                yield from rows


def _fold(key: str, rows: tuple[RowSaid, ...], said: ComparisonSaid, words: Translator, *, opened: bool) -> RowSaid:
    silent = key.startswith("silent:")
    if silent:
        text = f" {', '.join(_within(row.label) for row in rows)}"
        para = Para(text, said.silent, tone="text2", icon="circle-dashed")
    else:
        pairs = (words.tr("{row}: {value}", row=row.label, value=_value(row)) for row in rows)
        para = Para(" · ".join(pairs), tone="text2")
    state = words.tr("unfolded") if opened else words.tr("folded")
    spoken = f"{para.lead}{para.text}, {state}"
    cell = CellSaid(key=key, paras=(para,), spoken=spoken)
    return RowSaid(kind=RowKind.FOLD, key=key, group=rows[0].group, label=said.same, cells=(cell,), folded=rows, unfolded=opened)


def _value(row: RowSaid) -> str:
    """The first paragraph says it; the rest is there when the row is unfolded."""
    return next((f"{para.lead}{para.text}" for para in row.cells[0].paras), "")


def _within(label: str) -> str:
    return label if label[1:2].isupper() or label.startswith("Études en France") else label[:1].lower() + label[1:]
