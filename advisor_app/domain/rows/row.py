"""A row: one thing that can be said of a programme, and how it is read from the catalogue.

Browser, comparator, sheet and command line all show the same rows; each picks those it has room for. A row gives values, not
words: :class:`~advisor_app.domain.text.Message` and the like, with the evidence of each.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from advisor_app.domain.catalogue import Award, EntryPoint, Format, Institution, Programme
from advisor_app.domain.facts import Evidence, Fact, Flag, Reading, Source, Status
from advisor_app.domain.reference import Reference
from advisor_app.domain.route import Route
from advisor_app.domain.routes import awards_of, entry_of, format_of
from advisor_app.domain.text import Message, Text, Value
from advisor_app.domain.topics import Topic

T = TypeVar("T")


class Group(StrEnum):
    """What rows are grouped under, in the order in which they are shown."""

    AWARD = "award"
    STUDY = "study"
    ENTRY = "entry"
    COST = "cost"
    CALENDAR = "calendar"
    WORK = "work"
    CURRICULUM = "curriculum"
    AIMS = "aims"
    OUTCOMES = "outcomes"
    RECOGNITION = "recognition"
    SCHOOL = "school"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What rows are read from: a whole programme, or one route of it. ``sources`` are those that its facts name."""

    programme: Programme
    institution: Institution
    reference: Reference
    sources: dict[str, Source] = field(default_factory=dict)
    route: Route | None = None

    @property
    def entries(self) -> tuple[EntryPoint, ...]:
        return (entry_of(self.programme, self.route),) if self.route else self.programme.entry_points

    @property
    def formats(self) -> tuple[Format, ...]:
        return (format_of(self.programme, self.route),) if self.route else self.programme.formats

    @property
    def awards(self) -> tuple[Award, ...]:
        """Those that the route leads to; all of them for a whole programme."""
        return awards_of(self.programme, self.route) if self.route else self.programme.awards

    def campus_name(self, campus: str) -> Value:
        return next((known.name for known in self.institution.campuses if known.id == campus), campus)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One value as it is shown. ``value`` is empty where the page is silent or gives several ``readings``.

    ``label`` tells apart the values of one row, ``detail`` is a second line, ``items`` a list under the value. ``detail_counts`` is
    false where the detail only explains, so that two values which differ in nothing else say the same.
    """

    value: Value | None
    evidence: Evidence
    label: Value | None = None
    detail: Value | None = None
    items: tuple[Value, ...] = ()
    readings: tuple[Reading[Value], ...] = ()
    detail_counts: bool = True

    @property
    def status(self) -> Status:
        return self.evidence.status

    @property
    def content(self) -> tuple[object, ...]:
        """Everything but where it is printed. Equal contents mean the same; so may others (:mod:`..meaning`)."""
        return (self.label, self.value, self.detail, self.items, tuple(reading.value for reading in self.readings), self.status)


Read = Callable[[Subject], Iterator[Shown]]


class Better(StrEnum):
    """Which way a quantity is better for any student, in rows where there is no two ways about it."""

    LESS = "less"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """``key`` is what flags and the sheet refer to. ``compared`` rows stand in the comparison; ``brief`` ones in the overview.

    ``always`` rows say "not stated" where nothing is read; the others are then left out. ``better`` is empty where more may be good
    or bad, such as the length of a programme. ``topics`` are what a student has to ask about for this row to be one asked for.
    ``asked_as`` names what there is to ask where the page is silent and the label, without a value, does not say it.
    """

    key: str
    group: Group
    label: Message
    read: Read
    compared: bool = True
    brief: bool = False
    always: bool = True
    better: Better | None = None
    topics: tuple[Topic, ...] = ()
    asked_as: Message | None = None

    @property
    def question(self) -> Message:
        """What there is to ask where no page says it."""
        return self.asked_as or self.label


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A row with its values and with the flags that touch it."""

    row: Row
    values: tuple[Shown, ...]
    flags: tuple[Flag, ...] = ()

    @property
    def silent(self) -> bool:
        """Whether no page says anything here."""
        return all(shown.status is Status.NOT_STATED for shown in self.values)


SILENT = Evidence(status=Status.NOT_STATED)


def fill(row: Row, subject: Subject) -> Filled | None:
    """The row read from ``subject``; ``None`` for a row that has nothing to say and need not say so."""
    values = tuple(row.read(subject))
    if not values and not row.always:
        return None
    flags = tuple(flag for flag in subject.programme.flags if flag.about == row.key)
    return Filled(row=row, values=values or (Shown(value=None, evidence=SILENT),), flags=flags)


def shown(fact: Fact[T], say: Callable[[T], Value], *, label: Value | None = None, detail: Value | None = None) -> Shown:
    """A fact as it is shown, ``say`` putting its value and each of its readings into a message."""
    # not Reading[Value](…): a frozen class with slots cannot be made through its generic alias
    readings: tuple[Reading[Value], ...] = tuple(
        Reading(value=say(reading.value), section=reading.section, source=reading.source, quote=reading.quote)
        for reading in fact.readings
    )
    value = None if fact.value is None else say(fact.value)
    return Shown(value=value, evidence=fact, label=label, detail=detail, readings=readings)


def itself(value: Text) -> Value:
    """For facts whose value is already in both languages."""
    return value
