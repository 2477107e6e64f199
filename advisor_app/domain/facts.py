"""Facts: a value, how it is known, and where it comes from.

Every part of a catalogue that states something carries :class:`Evidence`. Where a page is silent the fact is there all the same,
with the status ``not_stated``; nothing is ever filled in with no, zero or free. ``section`` names the heading of the page
under which to look, in the page's own language.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar

from advisor_app.domain.text import Lang, Text

T = TypeVar("T")


class Status(StrEnum):
    """How a fact is known."""

    STATED = "stated"
    INFERRED = "inferred"
    CALCULATED = "calculated"
    NOT_STATED = "not_stated"
    CONFLICTING = "conflicting"
    OTHER_PROGRAMME = "other_programme"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a fact comes from.

    ``source`` is a source's id; the builder fills in the file's own where it is empty. ``note`` says from what it is inferred,
    how it is calculated, what was looked for, or why the readings differ. ``quote`` holds a few words of the page, only where
    the wording itself is the problem. ``valid_for`` is a school year (``2025/2026``) or a date.
    """

    status: Status = Status.STATED
    source: str = ""
    section: str = ""
    valid_for: str | None = None
    note: Text | None = None
    quote: str | None = None


SILENT = Evidence(status=Status.NOT_STATED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Generic[T]):
    """One of several values that a page gives for the same thing."""

    value: T
    section: str = ""
    source: str = ""
    quote: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Evidence, Generic[T]):
    """One value with its evidence. ``readings`` keeps every value of a conflicting fact; ``value`` is then usually empty."""

    value: T | None = None
    readings: tuple[Reading[T], ...] = ()


_NOT_STATED: Fact[Any] = Fact(status=Status.NOT_STATED)


def not_stated() -> "Fact[T]":
    """A fact that no page gives: always the same one, since most facts of a programme are that."""
    return _NOT_STATED


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Evidence):
    """A fact with a label of its own, for what has no place of its own in the model."""

    key: str
    label: Text
    value: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Point(Evidence):
    """One thing said, in a list of such things (a job, a skill, a method, an aim)."""

    text: Text


READ = ("legal_text", "guide")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that facts come from. ``dated`` is the date on the document; ``day_known`` is false for ``Mar 2020``."""

    id: str
    title: str
    publisher: str
    lang: Lang
    kind: str
    dated: date | None
    day_known: bool = True
    url: str | None = None

    @property
    def read(self) -> bool:
        """Whether ``dated`` is when it was last read: so of texts of law and guides, whose own year stands in their title."""
        return self.kind in READ


class Severity(StrEnum):
    """A changes an answer, B changes a shown fact, C is noise."""

    A = "A"
    B = "B"
    C = "C"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A doubt about a page: what is wrong and what was recorded. ``about`` names the part of the programme it touches."""

    id: str
    severity: Severity
    about: str
    problem: Text
    recorded: Text
    section: str = ""
    source: str = ""
    quote: str | None = None
    short: Text | None = None
