"""How many lines a text takes, and where it is cut when it takes too many. Nothing is ever cut without a mark."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from advisor_app.sheets import glyphs
from advisor_app.sheets.faces import CAP_HEIGHT, Face, width
from advisor_app.sheets.model import Counter, Inline, Line, Run, Style

LEADING = 0.5
RAISED = 0.68  # the size of a raised sign, of the text's
COUNTER_BOX = 1.77 * 72 / 25.4  # a month's box with what parts it from the next, in points
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


@dataclass(frozen=True, slots=True)
class _Word:
    """The least that stands on one line; ``width`` is without the space behind it. ``None`` as a part ends a line."""

    part: Inline | None
    width: float = 0.0
    space: float = 0.0

    @property
    def parts(self) -> bool:
        """Whether a line may end behind it."""
        return self.space > 0 or (isinstance(self.part, Run) and self.part.text.endswith("\u200b"))


def lines_of(lines: Iterable[Line], wide: float, font: Font) -> int:
    """How many lines these take where a line is ``wide`` points."""
    return _laid(_words(lines, font), wide)


def fits_one_line(text: str, wide: float, font: Font) -> bool:
    return width(text, font.face) * font.size <= wide


def clamped(lines: tuple[Line, ...], wide: float, font: Font, most: int, tail: Line) -> tuple[tuple[Line, ...], bool]:
    """The lines, or as many of their words as fit into ``most`` lines with ``tail`` behind them; and whether they were cut."""
    words = list(_words(lines, font))
    if _laid(words, wide) <= most:
        return lines, False
    ending = list(_words((tail,), font))
    low, high = 0, min(len(words), most * 60)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _laid([*words[:middle], *ending], wide) <= most else (low, middle - 1)
    return tuple(_joined(words[:low], tail)), True


def _joined(words: list[_Word], tail: Line) -> Iterator[Line]:
    """Words as lines again."""
    line: list[Inline] = []
    for word in words:
        if word.part is None:
            yield tuple(line)
            line = []
        else:
            line.append(word.part)
    yield (*line, *tail)


def _words(lines: Iterable[Line], font: Font) -> Iterator[_Word]:
    for number, line in enumerate(lines):
        if number:
            yield _Word(None)
        for place, part in enumerate(line):
            yield from _of_part(part, font, tied=_is_reference(line, place + 1))


def _is_reference(line: Line, place: int) -> bool:
    part = line[place] if place < len(line) else None
    return isinstance(part, Run) and part.style is Style.REFERENCE


def _of_part(part: Inline, font: Font, *, tied: bool) -> Iterator[_Word]:
    if isinstance(part, Counter):
        yield _Word(part, (part.full + part.open) * COUNTER_BOX + 0.8)
        return
    face = _FACES.get(part.style, font.face)
    size = font.size * (RAISED if part.style in {Style.REFERENCE, Style.RAISED} else 1)
    text = glyphs.breakable(part.text)
    if part.style is Style.NOT_STATED and len(text) <= KEPT_TOGETHER:
        yield _Word(part, width(text, face) * size)
        return
    for piece in _WORDS.findall(text):
        kept = piece if tied and text.endswith(piece) else piece.rstrip(" \u200b")
        yield _Word(replace(part, text=piece), width(kept, face) * size, width(piece[len(kept) :], face) * size)


def _laid(words: Iterable[_Word], wide: float) -> int:
    """Lines, filled one after the other. What does not part at a space, such as a sign tied to its word, stays together."""
    count, at, chunk = 1, 0.0, 0.0
    for word in words:
        if word.part is None:
            count, at, chunk = count + 1, 0.0, 0.0
            continue
        chunk += word.width
        if at > 0 and at + chunk > wide:
            count, at = count + 1, 0.0
        while chunk > wide:
            count, chunk = count + 1, chunk - wide
        if word.parts:
            at, chunk = at + chunk + word.space, 0.0
    return count
