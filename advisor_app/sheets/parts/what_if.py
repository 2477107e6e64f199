"""What would change for the student of a what-if, beside what holds: never in its place."""

from dataclasses import replace

from advisor_app.domain.check import ProgrammeCheck, RouteCheck
from advisor_app.domain.routes import entry_of
from advisor_app.services.compare import Compared, ComparedColumn
from advisor_app.sheets.lines import Line
from advisor_app.sheets.model import Cell, Supposed
from advisor_app.sheets.parts.entry import VERDICT_MARKS, verdict_reason, verdict_word
from advisor_app.sheets.press import Press


def with_supposed(press: Press, cells: tuple[Cell, ...], actual: Compared, supposed: Compared) -> tuple[Cell, ...]:
    """The cells on applying, each with the supposed verdict under the real one."""
    columns = zip(cells, actual.columns, supposed.columns, strict=True)
    return tuple(_with(cell, supposed_block(press, column, other.programme)) for cell, column, other in columns)


def _with(cell: Cell, block: Supposed | None) -> Cell:
    """Right under the verdict that it is to be read beside."""
    return replace(cell, blocks=(*cell.blocks[:1], block, *cell.blocks[1:])) if block else cell


def supposed_block(press: Press, column: ComparedColumn, supposed: ProgrammeCheck) -> Supposed | None:
    if column.check is None:
        return None
    check = then(column.check, supposed)
    reason = verdict_reason(press, check)
    line: Line = reason
    if check.route.entry != column.check.route.entry:
        line = (*press.tr("Entry {name}.", name=entry_of(supposed.programme, check.route).name), *press.say(" "), *reason)
    return Supposed(press.words("What if:"), VERDICT_MARKS[check.verdict], verdict_word(press, check.verdict), (line,))


def then(actual: RouteCheck, supposed: ProgrammeCheck) -> RouteCheck:
    """The same route for the supposed student, or the best one where that is better."""
    same = next((check for check in supposed.routes if check.route == actual.route), actual)
    best = supposed.best
    return best if best is not None and best.verdict.rank < same.verdict.rank else same
