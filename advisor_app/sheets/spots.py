"""Where on the finished pages certain words stand.

The typesetter is asked, which alone knows: it sets the sheet once more, with a sign that has no width on either side of the words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from advisor_app.domain.claims.check import Claim
from advisor_app.domain.claims.phrases import folded, plain
from advisor_app.domain.text import Value
from advisor_app.sheets.make import Made
from advisor_app.sheets.model import SheetModel
from advisor_app.sheets.render import SIGNS, Signed, signed
from advisor_app.sheets.voice import voice_of

_LAST = ("layout", "remarks", "wording")  # a caution repeats the words: it is not where they stand
_MOST = len(SIGNS) // 2
_LINE = 0.04  # of a page's height: no line is higher


@dataclass(frozen=True, slots=True)
class Spot:
    """Words on page ``page``, from 0: from ``left`` to ``right`` on the line above ``bottom``, as shares of the page's sides."""

    page: int
    left: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Sought:
    """Folded words, any of which will do, the likeliest first; only those ``meant`` are shown, where they are among them.

    ``column`` is the one in which they are looked for first, if any.
    """

    words: tuple[str, ...]
    meant: str = ""
    column: int | None = None


def spot_of(made: Made, claim: Claim, programmes: Sequence[str]) -> Spot | None:
    """Where a sheet prints what was found in it; ``programmes`` are those of its columns, where it has columns."""
    columns = programmes if isinstance(made.model, SheetModel) else ()
    column = columns.index(claim.programme) if claim.programme in columns else None
    said = voice_of(made.options.lang)
    others: tuple[Value, ...] = (claim.words, *(() if claim.own else (claim.place,)))
    words = dict.fromkeys((*claim.around, *(folded((said.render(other),)) for other in others if other)))
    return find(made, Sought(tuple(words), folded((claim.words,)), column))


def find(made: Made, sought: Sought) -> Spot | None:
    """The likeliest place of the words on the pages; ``None`` where no page has them."""
    found = signed(made.model, lambda data: _sign(data, sought), made.options.paper, made.options.look)
    by_sign = {one.sign: one for one in found}
    for number in range(_MOST):
        begin, end = (by_sign.get(sign) for sign in _pair(number))
        if begin is not None:
            return _spot(begin, end)
    return None


def _spot(begin: Signed, end: Signed | None) -> Spot:
    """Words that run over a line are shown by their beginning. A sign that begins a paragraph stands above its first line."""
    if end is None or end.page != begin.page or end.x <= begin.x or not 0 <= end.y - begin.y < _LINE:
        end = begin
    return Spot(begin.page - 1, begin.x, end.x, end.y)


def _pair(number: int) -> str:
    return SIGNS[2 * number : 2 * number + 2]


# --- putting the signs in


def _sign(data: dict[str, Any], sought: Sought) -> None:
    """Puts a pair of signs around the words wherever they are found, the likeliest place first."""
    texts = list(_texts_of(data, sought.column))
    number = 0
    for words in sought.words:
        for text in texts:
            if number < _MOST and text.sign(words, sought.meant, _pair(number)):
                number += 1


@dataclass(frozen=True, slots=True)
class _Text:
    """A text in one piece or in runs: each piece is an entry of a dictionary or a list."""

    pieces: tuple[tuple[Any, Any], ...]

    def sign(self, words: str, meant: str, pair: str) -> bool:
        """Puts the pair around the first such words, or those meant among them, if they are here and nothing has signs here."""
        whole = "".join(holder[key] for holder, key in self.pieces)
        seen = plain(whole)
        at = seen.words.find(f" {words} ")
        if at < 0 or any(sign in whole for sign in SIGNS):
            return False
        if meant and f" {meant} " in f" {words} ":
            words, at = meant, seen.words.index(f" {meant} ", at)
        spans = [span for start, span in zip(seen.starts, seen.spans, strict=True) if at < start <= at + len(words)]
        self._put(spans[-1][1] - 1, 1, pair[1])
        self._put(spans[0][0], 0, pair[0])
        return True

    def _put(self, at: int, after: int, sign: str) -> None:
        """Before the character at that place, or ``after`` it."""
        for holder, key in self.pieces:
            if at < len(holder[key]):
                holder[key] = holder[key][: at + after] + sign + holder[key][at + after :]
                return
            at -= len(holder[key])


def _texts_of(data: dict[str, Any], column: int | None) -> Iterator[_Text]:
    """Every text, those of the column first and repetitions last."""
    if column is not None:
        yield from _texts(data["heads"], column)
        for row in data["rows"]:
            yield from _texts(row["cells"], column)
    for key in sorted(data, key=lambda key: key in _LAST):
        yield from _texts(data, key)


def _texts(holder: Any, key: Any) -> Iterator[_Text]:  # noqa: ANN401 - JSON has no type of its own
    part = holder[key]
    if isinstance(part, str):
        yield _Text(((holder, key),))
    elif isinstance(part, list) and part and all(isinstance(run, dict) and "text" in run for run in part):
        yield _Text(tuple((run, "text") for run in part))
    elif isinstance(part, list | dict):
        for inner in part if isinstance(part, dict) else range(len(part)):
            yield from _texts(part, inner)
