"""The groups of the comparison, in the order in which a family asks, and which rows of the catalogue stand in each. Needs no Qt."""

from enum import StrEnum

from advisor_app.domain.rows import Group, Row
from advisor_app.domain.text import Message, msg


class Part(StrEnum):
    """A group of the comparison: finer than the groups of the catalogue's rows, which browser and sheet follow."""

    AWARD = "award"
    ENTRY = "entry"
    VERDICT = "verdict"
    RHYTHM = "rhythm"
    COST = "cost"
    FINANCING = "financing"
    CALENDAR = "calendar"
    CURRICULUM = "curriculum"
    WORK = "work"
    LANGUAGES = "languages"
    OUTCOMES = "outcomes"
    RECOGNITION = "recognition"
    CONTACTS = "contacts"
    SOURCES = "sources"


TITLES: dict[Part, Message] = {
    Part.AWARD: msg("Award and what it is worth"),
    Part.ENTRY: msg("Entry"),
    Part.VERDICT: msg("For this student"),
    Part.RHYTHM: msg("Duration and rhythm"),
    Part.COST: msg("Cost"),
    Part.FINANCING: msg("Financing"),
    Part.CALENDAR: msg("Calendar"),
    Part.CURRICULUM: msg("Curriculum"),
    Part.WORK: msg("Work in the field"),
    Part.LANGUAGES: msg("Languages"),
    Part.OUTCOMES: msg("Outcomes"),
    Part.RECOGNITION: msg("Recognition"),
    Part.CONTACTS: msg("School and contacts"),
    Part.SOURCES: msg("Sources"),
}

_OF_GROUP: dict[Group, Part] = {
    Group.AWARD: Part.AWARD,
    Group.STUDY: Part.RHYTHM,
    Group.ENTRY: Part.ENTRY,
    Group.COST: Part.COST,
    Group.CALENDAR: Part.CALENDAR,
    Group.WORK: Part.WORK,
    Group.CURRICULUM: Part.CURRICULUM,
    Group.AIMS: Part.CURRICULUM,
    Group.OUTCOMES: Part.OUTCOMES,
    Group.RECOGNITION: Part.RECOGNITION,
    Group.SCHOOL: Part.CONTACTS,
}
_OF_ROW: dict[str, Part] = {
    "financing": Part.FINANCING,
    "student-share": Part.FINANCING,
    "without-contract": Part.FINANCING,
    "payment": Part.FINANCING,
    "discount": Part.FINANCING,
    "deadline": Part.CALENDAR,
    "reply": Part.CALENDAR,
    "rhythm": Part.RHYTHM,
    "teaching-language": Part.LANGUAGES,
    "language-level": Part.LANGUAGES,
    "award-grade": Part.AWARD,
}
BESIDE = ("contacts",)
"""Rows that the catalogue does not compare, and that stand in the window's table all the same: whom to ask is asked here."""


def part_of(row: Row) -> Part:
    """The group that a row of the catalogue stands in."""
    return _OF_ROW.get(row.key, _OF_GROUP[row.group])
