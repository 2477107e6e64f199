"""The rows that the whole program shares, as labels and what is said under them."""

from collections.abc import Collection, Iterable, Iterator

from advisor_app.domain.facts import Status
from advisor_app.domain.rows import Filled, Group, Shown
from advisor_app.sheets.document import Labelled, Rows
from advisor_app.sheets.lines import Line, Run, Style
from advisor_app.sheets.model import Block, Bullets, Cell, Paragraph
from advisor_app.sheets.press import Press, joined, plain, strong

DOUBTFUL = {Status.INFERRED, Status.CALCULATED, Status.CONFLICTING, Status.OTHER_PROGRAMME}


def fact_rows(press: Press, facts: Iterable[Filled], groups: Collection[Group], without: Collection[str] = ()) -> Rows | None:
    """The rows of those groups; what no page says is listed in the last."""
    chosen = [row for row in facts if row.row.group in groups and row.row.key not in without]
    rows = [Labelled(press.voice.render(row.row.label), _cell(press, row)) for row in chosen if not row.silent]
    silent = [plain(press.voice.sentence(row.row.question)) for row in chosen if row.silent]
    if silent:
        rows.append(Labelled(press.voice.sentence(press.words("not stated")), Cell((Paragraph((joined(silent),)),))))
    return Rows(tuple(rows)) if rows else None


def _cell(press: Press, row: Filled) -> Cell:
    """Several plain values are a list; what has a label or a list of its own stands under one another."""
    if len(row.values) > 1 and all(shown.label is None and not shown.items for shown in row.values):
        lines = (block.lines for shown in row.values for block in _blocks(press, shown) if isinstance(block, Paragraph))
        return Cell((Bullets(tuple(line for some in lines for line in some)),))
    return Cell(tuple(block for shown in row.values for block in _blocks(press, shown)))


def _blocks(press: Press, shown: Shown) -> Iterator[Block]:
    label: Line = (*strong(press.voice.render(shown.label)), Run(press.colon)) if shown.label is not None else ()
    note = press.doubt(shown.evidence) if shown.status in DOUBTFUL else ()
    line = (*label, *press.shown(shown), *note)
    detail = Run(f" · {press.voice.render(shown.detail)}", Style.SOFT) if shown.detail is not None else None
    yield Paragraph(((*line, detail) if detail else line,))
    if shown.items:
        yield Bullets(tuple(press.say(item) for item in shown.items))
