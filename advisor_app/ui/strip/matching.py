"""Finding an option by what is typed. Needs no Qt."""

from collections.abc import Iterable, Sequence

from advisor_app.domain.folding import folded

# What a French keyboard sends from the row of digits.
FRENCH_DIGITS = {"à": 0, "&": 1, "é": 2, '"': 3, "'": 4, "(": 5, "-": 6, "è": 7, "_": 8, "ç": 9}


_APART = str.maketrans(dict.fromkeys("-’'(/«“\"", " "))
"""Words begin after these too."""


def matches(typed: str, labels: Sequence[str]) -> list[int]:
    """Positions of the labels in which some word begins with each word typed; those that begin so themselves come first."""
    wanted = folded(typed).split()
    if not wanted:
        return list(range(len(labels)))
    found = [index for index, label in enumerate(labels) if _fits(wanted, folded(label))]
    return sorted(found, key=lambda index: not folded(labels[index]).startswith(wanted[0]))


def _fits(wanted: Iterable[str], label: str) -> bool:
    words = label.translate(_APART).split()
    return all(any(word.startswith(one) for word in (*words, label)) for one in wanted)


def digit(typed: str, labels: Sequence[str]) -> int | None:
    """The digit behind a key, also where a French keyboard sends another sign, unless a label begins with that sign."""
    if typed.isdigit() and len(typed) == 1:
        return int(typed)
    if any(label.casefold().startswith(typed) for label in labels if typed):
        return None
    return FRENCH_DIGITS.get(typed)
