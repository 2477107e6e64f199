"""What is wrong with files that people write by hand: said one line each, all of it at once."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from advisor_app.domain.errors import UserProblem
from advisor_app.domain.text import Listing, Message, msg, msg_n

Key: TypeAlias = tuple[str | int, ...]

SHOWN = 80  # characters of a wrong value that a message repeats
NEAR = 60  # of 100: below this a suggestion would only puzzle
CLOSE = 15  # how much less like the value a second suggestion may be
MAX_SUGGESTIONS = 3
LONGEST = 200  # characters of a wrong value that are compared
MANY = 12  # valid values that a message lists in full where none is near


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceProblem:
    """One thing wrong in one file.

    ``key`` is the way to the value from the top of the file, list places counted from 0; ``line`` is counted from 1, and is empty
    where the file as a whole is meant. ``nearest`` are valid values that may have been meant, best first.
    """

    file: Path
    what: Message
    key: Key = ()
    line: int | None = None
    nearest: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """``programmes/x.toml:12: charges[2].amount``; places in lists are counted from 1, as people do."""
        at = str(self.file) if self.line is None else f"{self.file}:{self.line}"
        return shown(f"{at}: {said(self.key)}" if self.key else at, limit=4 * SHOWN)

    @property
    def message(self) -> Message:
        """The problem in one line."""
        if self.nearest:
            choices = Listing(tuple(f"“{choice}”" for choice in self.nearest), "or")
            return msg("{place}: {what}; did you mean {choices}?", place=self.place, what=self.what, choices=choices)
        return msg("{place}: {what}", place=self.place, what=self.what)


class SourceProblems(UserProblem):
    """Everything that is wrong with a set of files, in the order of the files and their lines. ``message`` names the first."""

    def __init__(self, problems: Iterable[SourceProblem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: (str(problem.file), problem.line or 0)))
        super().__init__(self._summary())

    def _summary(self) -> Message:
        first, more = self.problems[0].message, len(self.problems) - 1
        if not more:
            return first
        return msg_n("{first} (and {count} more problem)", "{first} (and {count} more problems)", more, first=first)


def nearest(value: object, valid: Iterable[str]) -> tuple[str, ...]:
    """The valid values that are written most like ``value``, best first.

    Where nothing is like it, the least unlike one of many; none of a few, which the message had better list.
    """
    choices = tuple(valid)
    if not isinstance(value, str) or not value.strip() or not choices:
        return ()
    from rapidfuzz import fuzz, process, utils  # here: only who mistypes waits for it

    wrong = value[:LONGEST]
    found = process.extract(
        wrong, choices, scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=NEAR, limit=2 * MAX_SUGGESTIONS
    )
    if not found:
        return () if len(choices) <= MANY else (process.extract(wrong, choices, scorer=fuzz.ratio, limit=1)[0][0],)
    # Likeness in parts finds “paris” and “paris-la-defense” for “pari”; likeness as a whole says which is nearer.
    ranked = sorted(((fuzz.ratio(wrong.casefold(), near.casefold()), near) for near, _, _ in found), key=lambda pair: -pair[0])
    return tuple(near for score, near in ranked[:MAX_SUGGESTIONS] if score >= ranked[0][0] - CLOSE)


def shown(value: object, limit: int = SHOWN) -> str:
    """A value from outside as a message may repeat it: one line, no control or direction characters, not too long."""
    clean = "".join("�" if unicodedata.category(char)[0] == "C" else char for char in str(value)[: limit + 1])
    return clean if len(clean) <= limit else clean[: limit - 1] + "…"


def said(key: Key) -> str:
    """``("charges", 1, "amount")`` as ``charges[2].amount``."""
    words = ""
    for part in key:
        words += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if words else part
    return words
