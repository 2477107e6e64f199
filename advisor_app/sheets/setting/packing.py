"""Making a PDF small enough to be mailed: the typesetter leaves the tags of a sheet uncompressed, which are most of it.

PDF 1.5 lets small objects lie together in compressed streams, with a compressed table of where everything is (ISO 32000-1, 7.5.7
and 7.5.8). Nothing else of the document changes but the tags of row labels (`row_heads.py`).
"""

import re
import struct
import zlib
from collections.abc import Sequence

from advisor_app.sheets.setting.objects import PdfObject, parts_of
from advisor_app.sheets.setting.row_heads import with_row_heads

PER_STREAM = 200  # a reader unpacks a whole stream to get at one object
FREE, PLAIN, WITHIN = 0, 1, 2  # kinds of entries of a compressed table
_SIZE = re.compile(rb"/Size \d+\s*")


def packed(pdf: bytes) -> bytes:
    """The same document, smaller, with its row labels tagged. Only for what the typesetter writes."""
    parts = parts_of(pdf)
    objects = with_row_heads(parts.objects)
    return _Writer(parts.head, max(one.number for one in objects)).document(objects, _SIZE.sub(b"", parts.trailer))


class _Writer:
    """Puts objects one after the other and remembers where they are."""

    def __init__(self, head: bytes, highest: int) -> None:
        self.out = bytearray(head)
        self.next = highest + 1
        self.entries: dict[int, tuple[int, int, int]] = {0: (FREE, 0, 65535)}

    def document(self, objects: Sequence[PdfObject], trailer: bytes) -> bytes:
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

    def _together(self, objects: Sequence[PdfObject]) -> None:
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
