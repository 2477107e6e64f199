"""Which rows are shown, and in what order: differences with the rest folded, all of them, or what was asked. Needs no Qt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from advisor_app.domain.arrangement import Arrangement, in_order
from advisor_app.domain.topics import topics_of
from advisor_app.ui.compare.comparison_said import ComparisonSaid, GroupSaid
from advisor_app.ui.compare.groups import Part
from advisor_app.ui.itemmodels.comparison import CellSaid, Para, RowKind, RowSaid
from advisor_app.wording import Translator

HIDDEN, NOTHING, NOTE, COURSE_LINES = "hidden", "nothing-asked", "note:", "course-lines"


class Rows(StrEnum):
    """DIFFERENCES folds the rows on which nothing differs; ASKED shows only what this student asked about."""

    DIFFERENCES = "differences"
    ALL = "all"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Seen:
    """What is looked at, which is nobody's decision and never undone: ``unfolded`` folds, ``collapsed`` groups."""

    rows: Rows = Rows.DIFFERENCES
    unfolded: frozenset[str] = frozenset()
    collapsed: frozenset[str] = frozenset()


_OWN = (Part.COST.value, Part.CURRICULUM.value)


def _asked(said: ComparisonSaid, arrangement: Arrangement) -> frozenset[str]:
    """What the advisor marked as asked about, and what bears on what this student told or wishes."""
    topics = topics_of(said.compared.student)
    return frozenset((*arrangement.asked, *(row.key for row in said.rows if topics & row.topics)))


def arranged(said: ComparisonSaid, seen: Seen, arrangement: Arrangement, words: Translator) -> tuple[RowSaid, ...]:
    """The rows of the table, with the advisor's notes among them."""
    asked = _asked(said, arrangement)
    page = _Page(said, seen, arrangement, words)
    groups = [_in_place(group, arrangement, asked) for group in said.groups]
    ways = {Rows.ALL: page.all, Rows.ASKED: page.asked, Rows.DIFFERENCES: page.differences}
    return (*page.noted(ways[seen.rows](groups)), *page.hidden(groups))


def _in_place(group: GroupSaid, arrangement: Arrangement, asked: frozenset[str]) -> GroupSaid:
    """The group with its rows as the advisor put them."""
    rows = {row.key: replace(row, asked=True) if row.key in asked else row for row in group.rows}
    return replace(group, rows=tuple(rows[key] for key in in_order(rows, arrangement.order)))


@dataclass(frozen=True, slots=True)
class _Page:
    said: ComparisonSaid
    seen: Seen
    arrangement: Arrangement
    words: Translator

    def all(self, groups: Iterable[GroupSaid]) -> Iterator[RowSaid]:
        for group in groups:
            shown = self._kept(group.rows)
            if shown:
                yield self._band(group, len(shown))
                yield from (*shown, *self._courses(group)) if self._open(group) else ()

    def asked(self, groups: Iterable[GroupSaid]) -> Iterator[RowSaid]:
        found = tuple(self.all(replace(group, rows=tuple(row for row in group.rows if row.asked), courses=()) for group in groups))
        yield from found
        if not found:
            text = self.words.tr("Nothing was asked about yet: press A on a row of the others, or fill in the wishes above.")
            yield self._line(NOTHING, self.words.tr("Asked about"), Para(text, tone="text2", icon="info"))

    def differences(self, groups: list[GroupSaid]) -> Iterator[RowSaid]:
        """At a glance first, then costs and courses, then the groups in which something differs, then the others."""
        glance, rest = self._glance(groups)
        some = [group for group in rest if any(row.differs for row in group.rows)]
        none = [group for group in rest if group not in some]
        yield from self.all(glance)
        for group in (*some, *none):
            shown = self._kept(group.rows)
            if shown:
                yield self._band(group, len(shown))
                yield from self._with_folds(group, shown) if self._open(group) else ()

    def _glance(self, groups: list[GroupSaid]) -> tuple[list[GroupSaid], list[GroupSaid]]:
        brief = [row for group in groups if group.key not in _OWN for row in group.rows if row.brief and row.differs]
        rows = {row.key: row for row in brief}
        first = tuple(rows[key] for key in in_order(rows, self.arrangement.order))
        own = [group for group in groups if group.key in _OWN]
        others = [replace(group, rows=tuple(row for row in group.rows if row not in brief)) for group in groups if group not in own]
        title = self.words.tr("At a glance")
        return [GroupSaid(key="glance", title=title, rows=first)] if first else [], [*own, *(one for one in others if one.rows)]

    def _with_folds(self, group: GroupSaid, rows: tuple[RowSaid, ...]) -> Iterator[RowSaid]:
        """What differs, then what is the same, then what no page states."""
        yield from (row for row in rows if row.differs)
        same = tuple(row for row in rows if not row.differs and not row.silent)
        silent = tuple(row for row in rows if not row.differs and row.silent)
        for key, folded in ((f"same:{group.key}", same), (f"silent:{group.key}", silent)):
            if folded:
                yield self._fold(key, folded)
                yield from folded if key in self.seen.unfolded else ()
        yield from self._courses(group)

    def _courses(self, group: GroupSaid) -> Iterator[RowSaid]:
        """The courses one by one, of which there are many: behind a line that counts them."""
        if group.courses:
            para = Para(group.counted, tone="text2", icon="list-checks")
            yield self._line(COURSE_LINES, self.words.tr("Course by course"), para, group.courses)
            for theme, rows in groupby(group.courses, key=lambda row: row.group) if COURSE_LINES in self.seen.unfolded else ():
                some = tuple(rows)
                heading = GroupSaid(key=f"courses:{theme}", title=theme, rows=some)
                yield self._band(heading, len(some))
                yield from some if self._open(heading) else ()

    def _fold(self, key: str, rows: tuple[RowSaid, ...]) -> RowSaid:
        if key.startswith("silent:"):
            text = f" {', '.join(_within(row.label) for row in rows)}"
            para = Para(text, self.said.silent, tone="text2", icon="circle-dashed")
        else:
            pairs = (self.words.tr("{row}: {value}", row=row.label, value=_value(row)) for row in rows)
            para = Para(" · ".join(pairs), tone="text2")
        return self._line(key, self.said.same, para, rows)

    def hidden(self, groups: list[GroupSaid]) -> Iterator[RowSaid]:
        """What the advisor hid, in one line that brings it back into view."""
        rows = tuple(row for group in groups for row in group.rows if row.key in self.arrangement.hidden)
        if rows:
            para = Para(", ".join(row.label for row in rows), tone="text2", icon="eye-off")
            yield self._line(HIDDEN, self.words.tr_n("{count} hidden", "{count} hidden", len(rows)), para, rows)
            yield from rows if HIDDEN in self.seen.unfolded else ()

    def noted(self, rows: Iterable[RowSaid]) -> Iterator[RowSaid]:
        """With each note under its row."""
        for row in rows:
            yield row
            text = self.arrangement.note_on(row.key)
            if text and row.kind not in (RowKind.BAND, RowKind.FOLD):
                label = self.words.tr("Your note")
                cell = CellSaid(key=NOTE, paras=(Para(text, tone="info", icon="notebook-pen"),), spoken=text)
                yield RowSaid(kind=RowKind.NOTE, key=f"{NOTE}{row.key}", group=row.group, label=label, cells=(cell,))

    def _line(self, key: str, label: str, para: Para, rows: tuple[RowSaid, ...] = ()) -> RowSaid:
        opened = key in self.seen.unfolded
        spoken = f"{para.lead}{para.text}"
        if rows:
            spoken = f"{spoken}, {self._state(opened)}"
        cell = CellSaid(key=key, paras=(para,), spoken=spoken)
        group = rows[0].group if rows else ""
        return RowSaid(kind=RowKind.FOLD, key=key, group=group, label=label, cells=(cell,), folded=rows, unfolded=opened)

    def _band(self, group: GroupSaid, count: int) -> RowSaid:
        opened = self._open(group)
        rows = self.words.tr_n("{count} row", "{count} rows", count)
        cell = CellSaid(key=rows, spoken=f"{rows}, {self._state(opened)}")
        legend = group.legend if opened else ()
        key = f"band:{group.key}"
        title = group.title if opened else f"{group.title} · {rows}"
        return RowSaid(kind=RowKind.BAND, key=key, group=group.key, label=title, legend=legend, unfolded=opened, cells=(cell,))

    def _state(self, opened: bool) -> str:
        return self.words.tr("unfolded") if opened else self.words.tr("folded")

    def _open(self, group: GroupSaid) -> bool:
        return f"band:{group.key}" not in self.seen.collapsed

    def _kept(self, rows: tuple[RowSaid, ...]) -> tuple[RowSaid, ...]:
        return tuple(row for row in rows if row.key not in self.arrangement.hidden)


def _value(row: RowSaid) -> str:
    """The first paragraph says it; the rest is there when the row is unfolded."""
    return next((f"{para.lead}{para.text}" for para in row.cells[0].paras), "")


def _within(label: str) -> str:
    return label if label[1:2].isupper() or label.startswith("Études en France") else label[:1].lower() + label[1:]


def told(rows: tuple[RowSaid, ...], arrangement: Arrangement) -> tuple[RowSaid, ...]:
    """The rows for others than the advisor: without notes, and without what was hidden."""
    return tuple(row for row in rows if row.kind is not RowKind.NOTE and row.key != HIDDEN and row.key not in arrangement.hidden)


def windowed(rows: tuple[RowSaid, ...], columns: tuple[int, ...], count: int) -> tuple[RowSaid, ...]:
    """The rows with the cells of those columns alone, where there is no room for all."""
    if len(columns) == count:
        return rows
    return tuple(row if len(row.cells) != count else replace(row, cells=tuple(row.cells[one] for one in columns)) for row in rows)


def together(rows: Iterable[RowSaid], key: str) -> tuple[str, ...]:
    """The keys of the rows that stand under the same band as that one, as shown."""
    under: list[str] = []
    for row in rows:
        if row.kind in (RowKind.BAND, RowKind.FOLD):
            if key in under:
                break
            under = []
        elif row.kind is not RowKind.NOTE:
            under.append(row.key)
    return tuple(under) if key in under else ()
