"""Which commands answer to what was typed. Needs no Qt."""

from collections.abc import Sequence

from advisor_app.domain.folding import folded
from advisor_app.ui.commands import Command
from advisor_app.ui.strip.matching import matches

MOST = 40
_ALIKE = 80  # of 100: below that, words are not taken for a slip of the keyboard

_LEAST = 4
"""Letters below which nothing can be taken for a slip."""


def ranked(commands: Sequence[Command], typed: str) -> tuple[Command, ...]:
    """Those whose words begin with every word typed, by their place; where there is none, those that look like it."""
    found = matches(typed, [f"{one.title} {one.group} {one.also}" for one in commands])
    if found or len(typed.strip()) < _LEAST:
        return tuple(commands[place] for place in found[:MOST])
    return _alike(commands, folded(typed))


def _alike(commands: Sequence[Command], typed: str) -> tuple[Command, ...]:
    from rapidfuzz import fuzz, process  # late: only who mistypes waits for it

    titles = [folded(f"{one.title} {one.also}") for one in commands]
    near = process.extract(typed, titles, scorer=fuzz.partial_ratio, score_cutoff=_ALIKE, limit=8)
    return tuple(commands[place] for _, _, place in near)
