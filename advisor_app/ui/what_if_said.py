"""A what-if in one sentence: what is supposed, and how many routes open and close. Needs no Qt."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from advisor_app.domain.student import Student
from advisor_app.ui.strip.fields import FIELDS, StripField
from advisor_app.ui.strip.options import Options, chip_text
from advisor_app.ui.words import Words

if TYPE_CHECKING:  # only a name here, and the window paints before the services are read
    from advisor_app.services.what_if import Moves


def supposed_said(actual: Student, supposed: Student, moves: "Moves | None", options: Options, words: Words) -> str:
    """``What if: Bac+4 — 7 routes open up, 0 close``; without ``moves`` only what is supposed."""
    if actual == supposed:
        return words.tr("What if: change any fact of the student; the real situation is kept.")
    change = ", ".join(_changes(actual, supposed, options, words))
    if moves is None:
        return words.tr("What if: {change}", change=change)
    opened = words.tr_n("{count} route opens up", "{count} routes open up", moves.opened)
    closed = words.tr_n("{count} closes", "{count} close", moves.closed)
    return words.tr("What if: {change} — {opened}, {closed}", change=change, opened=opened, closed=closed)


def _changes(actual: Student, supposed: Student, options: Options, words: Words) -> Iterator[str]:
    """As the chips of the strip say it; what has no chip of its own is named at the end."""
    explained = actual
    for field in FIELDS:
        value = field.get(supposed)
        if value != field.get(actual):
            yield _change(field, value, options, words)
            explained = field.put(explained, value)
    if explained == actual:
        yield words.tr("another situation")


def _change(field: StripField, value: object | None, options: Options, words: Words) -> str:
    if value is None:
        return words.tr("{field}: not given", field=field.name)
    return chip_text(field.key, value, options, words)
