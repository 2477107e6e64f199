"""Where in a text the words that were typed stand, and the line of it that says so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from advisor_app.domain.folding import words_at
from advisor_app.domain.glossary import Glossary
from advisor_app.domain.searching import Where
from advisor_app.services.matching import Word

Marks = tuple[tuple[int, int], ...]
LINE: Final = 90
"""Characters of a snippet."""
_BEFORE: Final = 30
_MORE: Final = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """The words in which something typed was found, cut to one line; ``marks`` are the parts to highlight (start, end)."""

    where: Where
    words: str
    marks: Marks


def marks_in(text: str, words: Iterable[Word], glossary: Glossary) -> dict[Word, Marks]:
    """Where each of ``words`` that is in ``text`` stands in it, as it was typed or in the other language."""
    written = _written(text)
    found: dict[Word, Marks] = {}
    for word in words:
        marks = [_begun(start, stop, folded, word) for folded, start, stop in written if folded.startswith(word)]
        if not marks:
            known = glossary.known([folded for folded, _, _ in written])
            meant = (each for each in known if any(other.startswith(word) for other in each.others))
            marks = [(written[each.start][1], written[each.stop - 1][2]) for each in meant]
        if marks:
            found[word] = tuple(sorted(set(marks)))
    return found


@lru_cache(512)  # the same texts are looked at with every key
def _written(text: str) -> tuple[tuple[str, int, int], ...]:
    return tuple(words_at(text))


def _begun(start: int, stop: int, folded: str, word: Word) -> tuple[int, int]:
    """The letters that were typed; the whole word where folding has changed their number."""
    typed = max(len(each) for each in word if folded.startswith(each))
    return (start, start + typed) if stop - start == len(folded) else (start, stop)


def joined(marks: Iterable[Marks]) -> Marks:
    """All marks in order, those that meet made one."""
    made: list[tuple[int, int]] = []
    for start, stop in sorted(mark for each in marks for mark in each):
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(made[-1][1], stop))
        else:
            made.append((start, stop))
    return tuple(made)


def snippet(where: Where, text: str, marks: Sequence[tuple[int, int]]) -> Snippet:
    """A line of ``text`` around its first mark."""
    first = marks[0][0] if marks else 0
    start = 0 if len(text) <= LINE or first <= _BEFORE else text.rfind(" ", 0, first - _BEFORE // 2) + 1
    stop = len(text) if len(text) - start <= LINE else max(text.rfind(" ", start, start + LINE), start + LINE // 2)
    lead, tail = _MORE if start else "", _MORE if stop < len(text) else ""
    shift = len(lead) - start
    shown = tuple((low + shift, min(high, stop) + shift) for low, high in marks if low >= start and low < stop)
    return Snippet(where=where, words=f"{lead}{text[start:stop]}{tail}", marks=shown)
