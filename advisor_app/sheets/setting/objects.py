"""The objects of a PDF as the typesetter writes it: one classic table of places, no updates, no encryption."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

ENTRY = 20  # bytes of a line of the table
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_TABLE = re.compile(rb"xref\s+0 (\d+)\s*\n")
_TRAILER = re.compile(rb"trailer\s*<<(.*)>>\s*startxref", re.DOTALL)


@dataclass(frozen=True, slots=True)
class PdfObject:
    number: int
    body: bytes  # between "obj" and "endobj"

    @property
    def is_stream(self) -> bool:
        return self.body.endswith(b"endstream")


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands before the objects, the objects, and the entries of the trailer."""

    head: bytes
    objects: tuple[PdfObject, ...]
    trailer: bytes


def parts_of(pdf: bytes) -> Parts:
    """Raises ValueError for any other PDF."""
    start = _START.search(pdf)
    trailer = _TRAILER.search(pdf, int(start[1])) if start else None
    if start is None or trailer is None:
        raise ValueError("this PDF has no plain table of objects")
    return Parts(pdf[: pdf.index(b"1 0 obj")], tuple(_objects(pdf, int(start[1]))), trailer[1])


def _objects(pdf: bytes, start: int) -> Iterator[PdfObject]:
    table = _TABLE.match(pdf, start)
    if table is None:
        raise ValueError("this PDF has no plain table of objects")
    lines = (pdf[at : at + ENTRY] for at in range(table.end(), table.end() + ENTRY * int(table[1]), ENTRY))
    places = {number: int(line[:10]) for number, line in enumerate(lines) if line[17:18] == b"n"}
    ends = dict(pairwise((*sorted(places.values()), start)))
    for number, place in places.items():
        body = pdf[place : ends[place]].removeprefix(b"%d 0 obj" % number)
        yield PdfObject(number, body.strip().removesuffix(b"endobj").strip())
