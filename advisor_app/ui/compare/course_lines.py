"""The courses of all columns beside each other, year by year and by theme, with the pairs that a person decides on. Needs no Qt."""

from collections.abc import Mapping

from advisor_app.domain.course_words import Theme
from advisor_app.domain.curriculum import AlignedCourse, CourseKey, Likeness, Pair
from advisor_app.domain.facts import Status
from advisor_app.services.compare import Compared
from advisor_app.ui.compare.cells_said import known_as
from advisor_app.ui.itemmodels.comparison import CellSaid, Para, RowKind, RowSaid
from advisor_app.ui.itemmodels.naming import DOT, Namer
from advisor_app.wording import Translator

COURSE = "course:"


def course_lines(compared: Compared, name: Namer) -> tuple[RowSaid, ...]:
    """One row for each course, those of the first year first; ``group`` is its years and theme."""
    ordered = sorted(compared.comparison.alignment.rows, key=lambda one: (one.years, tuple(Theme).index(one.theme)))
    return tuple(_row(one, compared, name.tr) for one in ordered)


def counted(compared: Compared, name: Namer) -> str:
    """How many there are of each likeness."""
    tr, rows = name.tr, compared.comparison.alignment.rows
    count = {likeness: sum(row.likeness is likeness for row in rows) for likeness in Likeness}
    parts = [tr.tr_n("{count} course", "{count} courses", len(rows))]
    if count[Likeness.SHARED]:
        parts.append(tr.tr_n("{count} shared", "{count} shared", count[Likeness.SHARED]))
    if count[Likeness.LIKELY]:
        parts.append(
            tr.tr_n("{count} probably the same, to decide", "{count} probably the same, to decide", count[Likeness.LIKELY])
        )
    parts.append(tr.tr_n("{count} in one column only", "{count} in one column only", count[Likeness.ONLY_HERE]))
    return ", ".join(parts)


def pairs_of(compared: Compared) -> Mapping[str, tuple[Pair, ...]]:
    """The pairs that each row rests on: undecided ones, and those of two titles that somebody accepted."""
    found = {_key(one, compared): _pairs(one, compared) for one in compared.comparison.alignment.rows}
    return {key: pairs for key, pairs in found.items() if pairs}


def lines_of(compared: Compared) -> Mapping[str, AlignedCourse]:
    """The courses by the keys of their rows."""
    return {_key(one, compared): one for one in compared.comparison.alignment.rows}


def _pairs(one: AlignedCourse, compared: Compared) -> tuple[Pair, ...]:
    if one.pairs:
        return tuple(candidate.pair for candidate in one.pairs)
    keys = list(_keys(one, compared))
    pairs = (Pair.of(left, right) for place, left in enumerate(keys) for right in keys[place + 1 :])
    return tuple(pair for pair in pairs if pair.one.programme != pair.other.programme and pair.one.title != pair.other.title)


def _keys(one: AlignedCourse, compared: Compared) -> Mapping[CourseKey, None]:
    programmes = [column.subject.programme.id for column in compared.columns]
    return {
        CourseKey(programme, line.course.title): None
        for programme, lines in zip(programmes, one.lines, strict=True)
        for line in lines
    }


def _key(one: AlignedCourse, compared: Compared) -> str:
    """Stays with the course whatever is decided: it names the first of its titles."""
    first = next(iter(_keys(one, compared)))
    return f"{COURSE}{first.programme}:{first.title}"


def _row(one: AlignedCourse, compared: Compared, tr: Translator) -> RowSaid:
    years = DOT.join(tr.tr("Year {year}", year=year) for year in one.years)
    labels = {
        Likeness.SHARED: tr.tr("In common"),
        Likeness.LIKELY: tr.tr("Probably the same"),
        Likeness.ONLY_HERE: tr.tr("Only here"),
    }
    likely = one.likeness is Likeness.LIKELY
    cells = tuple(_cell(tuple(dict.fromkeys(line.course.title for line in lines)), likely, tr) for lines in one.lines)
    cells = known_as(Status.STATED, cells, tr)
    return RowSaid(
        kind=RowKind.FACT,
        key=_key(one, compared),
        group=f"{years}{DOT}{tr.render(one.theme)}",
        label=labels[one.likeness],
        difference=tr.tr("Y yes, X no") if likely else "",
        cells=cells,
    )


def _cell(titles: tuple[str, ...], likely: bool, tr: Translator) -> CellSaid:
    if not titles:
        words = tr.tr("not listed here")
        return CellSaid(key=None, paras=(Para("–", tone="text2"),), spoken=words)
    spoken = "; ".join(titles)
    sign = "≈ " if likely else ""
    probably = tr.tr("probably the same") if likely else ""
    paras = tuple(Para(f"{sign}{title}") for title in titles)  # no lead: that would stand alone above a long title
    return CellSaid(key=titles, paras=paras, spoken=", ".join(part for part in (spoken, probably) if part))
