"""Which rows are shown, and in what order: differences first with the rest folded, or all of them. Needs no Qt."""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum

from advisor_app.domain.rows import Group
from advisor_app.ui.compare.comparison_said import ComparisonSaid, GroupSaid
from advisor_app.ui.itemmodels.comparison import CellSaid, Para, RowKind, RowSaid
from advisor_app.wording import Translator


class Order(StrEnum):
    """DIFFERENCES folds the rows on which nothing differs."""

    DIFFERENCES = "differences"
    ALL = "all"


_OWN = (Group.COST.value, Group.CURRICULUM.value)


def arranged(said: ComparisonSaid, order: Order, unfolded: frozenset[str], words: Translator) -> tuple[RowSaid, ...]:
    """The rows of the table. ``unfolded`` holds the keys of the folds that are open."""
    if order is Order.ALL:
        return tuple(row for group in said.groups for row in (_band(group), *group.rows))
    short, groups = _in_short(said.groups, words)
    some = [group for group in groups if any(row.differs for row in group.rows)]
    none = [group for group in groups if group not in some]
    found = tuple(row for group in (*some, *none) for row in _with_folds(group, said, unfolded, words))
    return (*(row for group in short for row in (_band(group), *group.rows)), *found)


def _in_short(groups: tuple[GroupSaid, ...], words: Translator) -> tuple[list[GroupSaid], list[GroupSaid]]:
    """What an advisor looks at first, where it differs, with what it costs and what is taught; then everything else."""
    first = [row for group in groups if group.key not in _OWN for row in group.rows if row.brief and row.differs]
    own = [group for group in groups if group.key in _OWN]
    others = [replace(group, rows=tuple(row for row in group.rows if row not in first)) for group in groups if group not in own]
    glance = [GroupSaid(key="glance", title=words.tr("At a glance"), rows=tuple(first))] if first else []
    return glance, [*own, *(group for group in others if group.rows)]


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
