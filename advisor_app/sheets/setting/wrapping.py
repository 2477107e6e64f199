"""How many lines a text takes, and where it is cut when it takes too many. Nothing is ever cut without a mark."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from advisor_app.sheets.lines import Counter, Inline, Line, Run, Style
from advisor_app.sheets.setting import glyphs
from advisor_app.sheets.setting.faces import CAP_HEIGHT, Face, width

LEADING = 0.5
RAISED = 0.68  # the size of a raised sign, of the text's
COUNTER_BOX = 0.61  # a month's box with what parts it from the next, in ems of the smallest text
KEPT_TOGETHER = 20  # letters: so short a "not stated" stays on one line
_WORDS = re.compile("[^ \u200b]+[ \u200b]*|[ \u200b]+")
_FACES = {Style.STRONG: Face.SEMIBOLD, Style.EMPHASIS: Face.ITALIC, Style.INFERRED: Face.ITALIC, Style.REFERENCE: Face.SEMIBOLD}


@dataclass(frozen=True, slots=True)
class Font:
    """A size in points, and the face of what has no style of its own. ``leading`` is in ems."""

    size: float
    face: Face = Face.REGULAR
    leading: float = LEADING

    def height(self, lines: int) -> float:
        """Of so many lines, in points."""
        return self.size * (lines * CAP_HEIGHT + max(0, lines - 1) * self.leading)


class Piece(NamedTuple):
    """The least that stands on one line, in ems; ``width`` is without the space behind it. A line may end behind what ``parts``."""

    text: str
    width: float
    space: float
    parts: bool


def lines_of(lines: Iterable[Line], wide: float, font: Font) -> int:
    """How many lines these take where a line is ``wide`` points."""
    return sum(_laid(_pieces(line, font.face), wide / font.size) for line in lines)


def clamped(lines: tuple[Line, ...], wide: float, font: Font, most: int, tail: Line) -> tuple[tuple[Line, ...], int, bool]:
    """The lines, or as many of their words as fit into ``most`` lines with ``tail`` behind them.

    Then how many lines that is, and whether they were cut.
    """
    count = lines_of(lines, wide, font)
    if count <= most:
        return lines, count, False
    words = list(_words(lines, font))
    low, high = 0, min(len(words), most * 60)
    while low < high:
        middle = (low + high + 1) // 2
        fits = lines_of(_joined(words[:middle], tail), wide, font) <= most
        low, high = (middle, high) if fits else (low, middle - 1)
    return _joined(words[:low], tail), most, True


def _words(lines: Iterable[Line], font: Font) -> Iterator[Inline | None]:
    """Every word as a run of its own; nothing stands for the end of a line."""
    for number, line in enumerate(lines):
        if number:
            yield None
        for part in line:
            if isinstance(part, Run):
                yield from (replace(part, text=piece.text) for piece in _of_run(part, font.face, tied=False))
            else:
                yield part


def _joined(words: Sequence[Inline | None], tail: Line) -> tuple[Line, ...]:
    """Lines of words, each stretch in one style a run again: places to break inside long words are found in whole words only."""
    lines: list[list[Inline]] = [[]]
    for word in words:
        last = lines[-1][-1] if lines[-1] else None
        if word is None:
            lines.append([])
        elif isinstance(word, Run) and isinstance(last, Run) and replace(word, text=last.text) == last:
            lines[-1][-1] = replace(last, text=last.text + word.text)
        else:
            lines[-1].append(word)
    lines[-1].extend(tail)
    return tuple(tuple(_unmarked(part) for part in line) for line in lines)


def _unmarked(part: Inline) -> Inline:
    return replace(part, text=part.text.replace("\u200b", "")) if isinstance(part, Run) else part


def _pieces(line: Line, face: Face) -> Iterator[Piece]:
    last = len(line) - 1
    for place, part in enumerate(line):
        if isinstance(part, Counter):
            yield Piece("", (part.full + part.open) * COUNTER_BOX + 0.1, 0.0, parts=False)
            continue
        follower = line[place + 1] if place < last else None
        tied = isinstance(follower, Run) and follower.style is Style.REFERENCE
        yield from _of_run(part, face, tied=tied)


def _of_run(run: Run, face: Face, *, tied: bool) -> tuple[Piece, ...]:
    return _cut(run.text, run.style, face, tied)


@lru_cache(maxsize=8192)
def _cut(text: str, style: Style, face: Face, tied: bool) -> tuple[Piece, ...]:
    """The pieces of a run. A run that is ``tied`` stays on one line with the reference behind it."""
    face = _FACES.get(style, face)
    scale = RAISED if style in {Style.REFERENCE, Style.RAISED} else 1.0
    text = glyphs.breakable(text)
    if style is Style.NOT_STATED and len(text) <= KEPT_TOGETHER:
        return (Piece(text, width(text, face), 0.0, parts=False),)
    return tuple(_piece(piece, face, scale, stays=tied and text.endswith(piece)) for piece in _WORDS.findall(text))


def _piece(text: str, face: Face, scale: float, *, stays: bool) -> Piece:
    if stays:
        return Piece(text, width(text, face) * scale, 0.0, parts=False)
    kept = text.rstrip(" \u200b")
    return Piece(text, width(kept, face) * scale, width(text[len(kept) :], face) * scale, parts=kept != text)


def _laid(pieces: Iterable[Piece], wide: float) -> int:
    """Lines, filled one after the other. What does not part at a space, such as a sign tied to its word, stays together."""
    count, at, chunk = 1, 0.0, 0.0
    for _, own, space, parts in pieces:
        chunk += own
        if at > 0 and at + chunk > wide:
            count, at = count + 1, 0.0
        while chunk > wide:
            count, chunk = count + 1, chunk - wide
        if parts:
            at, chunk = at + chunk + space, 0.0
    return count
