"""Lines of a sheet: stretches of text in one style each, and counters. Strings only, never markup."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypeAlias

from advisor_app.domain.text import Lang


class Style(StrEnum):
    """How a run of text looks, which says how far it can be trusted."""

    PLAIN = "plain"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    SOFT = "soft"
    INFERRED = "inferred"
    NOT_STATED = "not_stated"
    RAISED = "raised"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style. ``target`` is the id of the source or note that a reference leads to."""

    text: str
    style: Style = Style.PLAIN
    lang: Lang | None = None
    target: str | None = None
    kind: Literal["text"] = "text"


@dataclass(frozen=True, slots=True)
class Counter:
    """Small boxes for months of work: ``full`` for the least asked, ``open`` up to the most. Words always stand beside it."""

    full: int
    open: int = 0
    kind: Literal["counter"] = "counter"


Inline: TypeAlias = Run | Counter
Line: TypeAlias = tuple[Inline, ...]
