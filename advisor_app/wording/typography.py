"""How French and English are set. The one place that knows, so that translations are typed with plain spaces and apostrophes.

Nothing is added to a text but the right kind of space, apostrophe or quotation mark in place of the plain one. ``Bac+3`` needs no
help: no line may be broken around a plus sign between a letter and a digit.
"""

import re
from functools import lru_cache

from advisor_app.domain.text import Lang

NARROW = "\u202f"
NO_BREAK = "\u00a0"

_SPACE = "[ \u00a0\u202f]"
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_STRAIGHT_QUOTES = re.compile(r'"([^"]*)"')
_FRENCH = (
    (re.compile(f"{_SPACE}(?=[;:!?»%€])"), NARROW),
    (re.compile(f"«{_SPACE}"), f"«{NARROW}"),
    # thousands, only where an amount of money follows: “Bac+4 240 crédits” is no number
    (re.compile(rf"(?<![\d.,+/-])(\d{{1,3}}){_SPACE}(?=\d{{3}}(?:,\d+)?{_SPACE}?[€$£])"), rf"\1{NARROW}"),
    (re.compile(r"(?<!\w)([nN][°º]s?|art\.|p\.) (?=\d)"), rf"\1{NO_BREAK}"),
)
_ENGLISH = (
    (re.compile(f"{_SPACE}(?=[;%])"), ""),
    (re.compile(f"(?<=\\d){_SPACE}(?=€)"), NO_BREAK),
)


@lru_cache(maxsize=4096)
def set_type(words: str, lang: Lang) -> str:
    """The text with the spaces, apostrophes and quotation marks of its language."""
    words = _APOSTROPHE.sub("’", words)
    if lang == "en":
        words = _STRAIGHT_QUOTES.sub("“\\1”", words)
    for pattern, replacement in _FRENCH if lang == "fr" else _ENGLISH:
        words = pattern.sub(replacement, words)
    return words


def quoted(words: str, lang: Lang) -> str:
    """Between the quotation marks of the language; what is inside stays as it was printed."""
    return f"«{NARROW}{words}{NARROW}»" if lang == "fr" else f"“{words}”"


def plain_spaces(words: str) -> str:
    """With ordinary spaces, for a terminal or a search, where nobody can type the others."""
    return words.replace(NARROW, " ").replace(NO_BREAK, " ")


def inside(words: str) -> str:
    """As written within a line: without the capital of a word that stands alone, unless it is a name in capitals."""
    return words[:1].lower() + words[1:] if words[1:].lstrip("’' \u00a0")[:1].islower() else words
