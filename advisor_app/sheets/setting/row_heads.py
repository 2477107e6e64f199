"""Row labels tagged as headers of their rows, so that a screen reader says them with every cell.

The typesetter tags only the heads of columns; `pdf.header-cell` is a trial feature that its library for Python cannot switch on.
Every table of a sheet has the label of a row in its first cell, so that cell of each row is made a header here, and named by the
others (ISO 32000-1, 14.8.4.3.4 and table 349).
"""

import re
from collections.abc import Iterable, Iterator

from advisor_app.sheets.setting.objects import PdfObject

_ROW = re.compile(rb"<</Type/StructElem/S/TR/P \d+ 0 R/K\[([\d R]+)\]>>")
_REFERENCE = re.compile(rb"(\d+) 0 R")
_CELL = b"<</Type/StructElem/S/TD/"
_HEADERS = re.compile(rb"/Headers\[([^\]]*)\]")
_NAMES = b"/IDTree<</Names["


def with_row_heads(objects: Iterable[PdfObject]) -> tuple[PdfObject, ...]:
    """The same objects; a row whose first cell is a header already is left alone."""
    every = tuple(objects)
    bodies = {one.number: one.body for one in every if not one.is_stream}
    labels = []
    for cells in tuple(_rows(bodies)):
        first, *others = cells
        if others and all(bodies[cell].startswith(_CELL) for cell in cells):
            labels.append(first)
            bodies[first] = _label(bodies[first], first)
            for cell in others:
                bodies[cell] = _HEADERS.sub(rb"/Headers[\1%b]" % _name(first), bodies[cell], count=1)
    named = b"".join(b"%b%d 0 R" % (_name(label), label) for label in sorted(labels, key=_name))
    changed = {number: body.replace(_NAMES, _NAMES + named) for number, body in bodies.items()}
    return tuple(PdfObject(one.number, changed.get(one.number, one.body)) for one in every)


def _rows(bodies: dict[int, bytes]) -> Iterator[tuple[int, ...]]:
    for body in bodies.values():
        row = _ROW.fullmatch(body)
        if row is not None:
            yield tuple(int(number) for number in _REFERENCE.findall(row[1]))


def _name(label: int) -> bytes:
    """Stands before those of the typesetter, which begin with a U: names are in order."""
    return b"(R%05d)" % label


def _label(body: bytes, number: int) -> bytes:
    headed = body.replace(_CELL, b"<</Type/StructElem/S/TH/ID%b/" % _name(number), 1)
    return headed.replace(b"<</O/Table", b"<</O/Table/Scope/Row", 1)
