"""Text in two languages, and messages that are put into words later.

The domain never writes a finished sentence. What comes from a catalogue is a :class:`Text` (both languages side by side);
what the program says itself is a :class:`Message`, an English template with its parameters, which ``advisor_app.wording``
renders in whichever language is asked for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Literal, TypeAlias

from advisor_app.domain.money import Money
from advisor_app.domain.quantities import LanguageName, Month, SchoolYear, Span

Lang: TypeAlias = Literal["fr", "en"]
LANGS: tuple[Lang, ...] = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """One meaning in French and English, both always present."""

    fr: str
    en: str

    def __getitem__(self, lang: Lang) -> str:
        return self.fr if lang == "fr" else self.en


def same(words: str) -> Text:
    """A text that reads the same in both languages, such as the official name of a diploma."""
    return Text(fr=words, en=words)


@dataclass(frozen=True, slots=True)
class Listing:
    """Several values said in one breath: ``a, b and c``, ``a, b or c``, ``a, b, c``, ``a · b`` or ``a; b``."""

    items: "tuple[Value, ...]"
    joint: Literal["and", "or", "comma", "dot", "semicolon"] = "and"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence to be: an English template and what goes into its ``{braces}``.

    ``many`` and ``count`` are given where the sentence depends on a number; ``count`` is then a parameter too.
    """

    template: str
    params: "tuple[tuple[str, Value], ...]" = ()
    many: str | None = None
    count: int | None = None

    def __iter__(self) -> "Iterator[tuple[str, Value]]":
        return iter(self.params)


# What a message can be made of. A member of an enumeration is put into words by ``advisor_app.wording``.
Value: TypeAlias = str | int | Decimal | date | Enum | Money | Span | Month | SchoolYear | LanguageName | Text | Message | Listing


def msg(template: str, /, **params: Value) -> Message:
    """A message without plural forms. The template is the translation's key, so it must be a literal."""
    return Message(template, tuple(params.items()))


def msg_n(one: str, many: str, count: int, /, **params: Value) -> Message:
    """A message whose form depends on ``count``, which both templates may name as ``{count}``."""
    return Message(one, (("count", count), *params.items()), many, count)


def how_many(amount: Decimal) -> int:
    """What a sentence's form depends on where the number may be broken: 1.5 points, but « 1,5 point ».

    French has its plural from two on, English for everything but one.
    """
    return 1 if amount == 1 else 0 if amount < 2 else 2
