"""Making a PDF small enough to be mailed: the typesetter leaves the tags of a sheet uncompressed, which are most of it.

PDF 1.5 lets small objects lie together in compressed streams, with a compressed table of where everything is (ISO 32000-1, 7.5.7
and 7.5.8). Nothing else of the document changes.
"""

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

PER_STREAM = 200  # a reader unpacks a whole stream to get at one object
ENTRY = 20  # bytes of a line of the table
FREE, PLAIN, WITHIN = 0, 1, 2  # kinds of entries of a compressed table
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_TABLE = re.compile(rb"xref\s+0 (\d+)\s*\n")
_TRAILER = re.compile(rb"trailer\s*<<(.*)>>\s*startxref", re.DOTALL)
_SIZE = re.compile(rb"/Size \d+\s*")


@dataclass(frozen=True, slots=True)
class _Object:
    number: int
    body: bytes  # between "obj" and "endobj"

    @property
    def is_stream(self) -> bool:
        return self.body.endswith(b"endstream")


def packed(pdf: bytes) -> bytes:
    """The same document, smaller. Only for what the typesetter writes: one classic table, no updates, no encryption."""
    start = _START.search(pdf)
    trailer = _TRAILER.search(pdf, int(start[1])) if start else None
    if start is None or trailer is None:
        raise ValueError("this PDF has no plain table of objects")
    objects = list(_objects(pdf, int(start[1])))
    head = pdf[: pdf.index(b"1 0 obj")]
    return _Writer(head, max(one.number for one in objects)).document(objects, _SIZE.sub(b"", trailer[1]))


def _objects(pdf: bytes, start: int) -> Iterator[_Object]:
    table = _TABLE.match(pdf, start)
    if table is None:
        raise ValueError("this PDF has no plain table of objects")
    lines = (pdf[at : at + ENTRY] for at in range(table.end(), table.end() + ENTRY * int(table[1]), ENTRY))
    places = {number: int(line[:10]) for number, line in enumerate(lines) if line[17:18] == b"n"}
    ends = dict(pairwise((*sorted(places.values()), start)))
    for number, place in places.items():
        body = pdf[place : ends[place]].removeprefix(b"%d 0 obj" % number)
        yield _Object(number, body.strip().removesuffix(b"endobj").strip())


class _Writer:
    """Puts objects one after the other and remembers where they are."""

    def __init__(self, head: bytes, highest: int) -> None:
        self.out = bytearray(head)
        self.next = highest + 1
        self.entries: dict[int, tuple[int, int, int]] = {0: (FREE, 0, 65535)}

    def document(self, objects: list[_Object], trailer: bytes) -> bytes:
        small = [one for one in objects if not one.is_stream]
        for one in objects:
            if one.is_stream:
                self._put(one.number, one.body)
        for first in range(0, len(small), PER_STREAM):
            self._together(small[first : first + PER_STREAM])
        self._table(trailer)
        return bytes(self.out)

    def _put(self, number: int, body: bytes) -> None:
        self.entries[number] = (PLAIN, len(self.out), 0)
        self.out += b"%d 0 obj\n%s\nendobj\n" % (number, body)

    def _stream(self, number: int, entries: bytes, content: bytes) -> None:
        content = zlib.compress(content, 9)
        head = b"<<%s/Filter/FlateDecode/Length %d>>" % (entries, len(content))
        self._put(number, head + b"\nstream\n" + content + b"\nendstream")

    def _together(self, objects: list[_Object]) -> None:
        number, self.next = self.next, self.next + 1
        index, bodies = bytearray(), bytearray()
        for place, one in enumerate(objects):
            self.entries[one.number] = (WITHIN, number, place)
            index += b"%d %d " % (one.number, len(bodies))
            bodies += one.body + b"\n"
        entries = b"/Type/ObjStm/N %d/First %d" % (len(objects), len(index))
        self._stream(number, entries, bytes(index + bodies))

    def _table(self, trailer: bytes) -> None:
        number, start = self.next, len(self.out)
        self.entries[number] = (PLAIN, start, 0)
        missing = (FREE, 0, 65535)
        lines = b"".join(struct.pack(">BIH", *self.entries.get(one, missing)) for one in range(number + 1))
        self._stream(number, b"/Type/XRef/Size %d/W[1 4 2]%s" % (number + 1, trailer), lines)
        self.out += b"startxref\n%d\n%%%%EOF\n" % start
