"""How wide words are in the sheet's font, read from the font's own tables.

Asking the typesetter means setting a text twice; a sum over advance widths is within a hundredth of what it sets.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from advisor_app import paths

CAP_HEIGHT = 0.66  # of the size: what the typesetter counts as the height of a line without its leading
KERNING = 0.996  # sentences of real sheets are set at 0.990 to 1.000 of the sum of their letters, on average at 0.995
WIDTHLESS = "\u200b\u200e"  # a place to break, and what ends words written from right to left
FOREIGN = 1.1  # an em and a bit for a character of another script


class Face(StrEnum):
    REGULAR = "SourceSansPro-Regular.ttf"
    SEMIBOLD = "SourceSansPro-Semibold.ttf"
    ITALIC = "SourceSansPro-It.ttf"


@dataclass(frozen=True, slots=True)
class _Font:
    data: bytes
    tables: dict[bytes, int]

    def number(self, table: bytes, offset: int, form: str = ">H") -> int:
        found: int = struct.unpack_from(form, self.data, self.tables[table] + offset)[0]
        return found


def _opened(face: Face) -> _Font:
    data = (paths.resource_dir() / "fonts" / face).read_bytes()
    (count,) = struct.unpack_from(">H", data, 4)
    entries = (struct.unpack_from(">4sIII", data, 12 + 16 * index) for index in range(count))
    return _Font(data, {tag: offset for tag, _, offset, _ in entries})


def _glyphs(font: _Font) -> Iterator[tuple[int, int]]:
    """Code points and their glyphs, from the font's fullest character map: format 12, or format 4, which ends at 65,535."""
    offsets = (font.number(b"cmap", 8 + 8 * index, ">I") for index in range(font.number(b"cmap", 2)))
    maps = {font.number(b"cmap", offset): offset for offset in offsets}
    return _format_12(font, maps[12]) if 12 in maps else _format_4(font, maps[4])


def _format_12(font: _Font, offset: int) -> Iterator[tuple[int, int]]:
    start = font.tables[b"cmap"] + offset + 16
    groups = font.data[start : start + 12 * font.number(b"cmap", offset + 12, ">I")]
    for first, last, glyph in struct.iter_unpack(">III", groups):
        yield from ((point, glyph + point - first) for point in range(first, last + 1))


def _format_4(font: _Font, offset: int) -> Iterator[tuple[int, int]]:
    count = font.number(b"cmap", offset + 6) // 2
    starts = font.tables[b"cmap"] + offset + 14
    row = struct.Struct(f">{count}H")
    ends, firsts, deltas, ranges = (
        row.unpack_from(font.data, starts + 2 * count * place + (2 if place else 0)) for place in range(4)
    )
    for place, (first, last, delta, step) in enumerate(zip(firsts, ends, deltas, ranges, strict=True)):
        for point in range(first, min(last, 0xFFFE) + 1):
            if step == 0:
                yield point, (point + delta) & 0xFFFF
                continue
            at = starts + 2 + 6 * count + 2 * place + step + 2 * (point - first)
            (glyph,) = struct.unpack_from(">H", font.data, at)
            yield point, (glyph + delta) & 0xFFFF if glyph else 0


@cache
def characters(face: Face = Face.REGULAR) -> dict[str, float]:
    """The characters of a face, controls left out, with their widths in ems."""
    font = _opened(face)
    count, unit = font.number(b"hhea", 34), font.number(b"head", 18)
    start = font.tables[b"hmtx"]
    advances = [advance for advance, _ in struct.iter_unpack(">Hh", font.data[start : start + 4 * count])]
    return {chr(point): advances[min(glyph, count - 1)] / unit for point, glyph in _glyphs(font) if point >= 32 and glyph}


@lru_cache(maxsize=16384)
def width(text: str, face: Face = Face.REGULAR) -> float:
    """How wide a text is, in ems of its size."""
    known = characters(face)
    return KERNING * sum(known.get(character, 0.0 if character in WIDTHLESS else FOREIGN) for character in text)
