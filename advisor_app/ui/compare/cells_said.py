"""The cells of a row of facts in words, and what a screen reader says of them. Needs no Qt."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from advisor_app.domain.facts import Severity, Status
from advisor_app.domain.rows import Filled, Shown
from advisor_app.domain.text import Listing, Value
from advisor_app.ui.fact_looks import FACTS
from advisor_app.ui.itemmodels.comparison import CellSaid, Para
from advisor_app.ui.itemmodels.naming import before
from advisor_app.ui.tokens import Tone
from advisor_app.wording import Translator

MOST_VALUES = 3
MOST_ITEMS = 4
"""Of a list within a value, such as jobs; a longer one shows the first few and how many more there are."""
_MARKED = (Status.CONFLICTING, Status.OTHER_PROGRAMME, Status.INFERRED, Status.CALCULATED)
_LOUD: dict[Status, Tone] = {Status.CONFLICTING: "confirm", Status.OTHER_PROGRAMME: "confirm"}


def not_stated(words: str, lead: str = "") -> Para:
    """Silence, in italics and with its mark."""
    return Para(words, lead, italic=True, tone="text2", mark=FACTS[Status.NOT_STATED])


def known_as(status: Status, cells: Iterable[CellSaid], tr: Translator) -> tuple[CellSaid, ...]:
    """The cells with how they are known, where they do not say so themselves."""
    word = tr.render(status)
    return tuple(cell if cell.status else replace(cell, status=word) for cell in cells)


def silent_cell(tr: Translator, flag: str = "", filled: Filled | None = None) -> CellSaid:
    """Nothing is said here; one silence is like another."""
    words = tr.tr("Not stated")
    spoken = _spoken(words, "", flag)
    return CellSaid(key=("silent", flag), paras=(not_stated(words),), status=words, flag=flag, spoken=spoken, filled=filled)


def fact_cell(filled: Filled, tr: Translator, *, best: str = "") -> CellSaid:
    """A cell of facts. What is stated carries no mark; what is not says so by icon and word."""
    flag = _flag(filled, tr)
    if filled.silent:
        return silent_cell(tr, flag, filled)
    paras = tuple(_paras(filled, tr))
    status = next((one for one in _MARKED if any(shown.status is one for shown in filled.values)), Status.STATED)
    said = "; ".join(dict.fromkeys(f"{para.lead}{para.text}" for para in paras))
    word = tr.render(status)
    return CellSaid(
        key=(tuple(shown.content for shown in filled.values), flag),
        paras=paras,
        status=word if status is not Status.STATED else "",
        flag=flag,
        best=best,
        spoken=_spoken(said, word, *(part for part in (best, flag) if part)),
        filled=filled,
    )


def _spoken(said: str, status: str, *marks: str) -> str:
    return ", ".join(part for part in (said, status, *marks) if part)


def _flag(filled: Filled, tr: Translator) -> str:
    """The doubts about the page that touch this row, in their short form."""
    doubts = [flag for flag in filled.flags if flag.short and flag.severity is not Severity.C]
    return "; ".join(tr.sentence(flag.short) for flag in doubts if flag.short)


def _paras(filled: Filled, tr: Translator) -> Iterator[Para]:
    """At most a few values; the rest is a keystroke away. Every reading of a conflicting fact is said."""
    conflicting = any(shown.status is Status.CONFLICTING for shown in filled.values)
    shown_here = filled.values if conflicting else filled.values[:MOST_VALUES]
    alone = len(filled.values) == 1  # then nothing has to be told apart
    for shown in shown_here:
        yield from _value(shown, tr, labelled=not alone)
    hidden = len(filled.values) - len(shown_here)
    if hidden:
        yield _more(hidden, tr)


def _more(hidden: int, tr: Translator) -> Para:
    return Para(tr.tr_n("and {count} more", "and {count} more", hidden), small=True, tone="text2")


def _first(value: Value) -> tuple[Value, int]:
    """The value, a long list cut to its first few; and how many were cut."""
    if not isinstance(value, Listing) or value.joint != "semicolon" or len(value.items) <= MOST_ITEMS:
        return value, 0
    kept = value.items[: MOST_ITEMS - 1]
    return replace(value, items=kept), len(value.items) - len(kept)


def _value(shown: Shown, tr: Translator, *, labelled: bool) -> Iterator[Para]:
    tone = _LOUD.get(shown.status, "text")
    mark = FACTS[shown.status] if shown.status in _MARKED else None
    lead = before(tr, tr.sentence(shown.label)) if labelled and shown.label is not None else ""
    if shown.readings:
        readings = Listing(tuple(dict.fromkeys(reading.value for reading in shown.readings)), "or")
        yield Para(tr.sentence(readings), lead, tone=tone, mark=mark)
    elif shown.value is None:
        yield not_stated(tr.tr("not stated") if lead else tr.tr("Not stated"), lead)
    else:
        value, hidden = _first(shown.value)
        yield Para(tr.render(value) if lead else tr.sentence(value), lead, tone=tone, mark=mark)
        if hidden:
            yield _more(hidden, tr)
    if shown.detail is not None:
        yield Para(tr.sentence(shown.detail), small=True, tone="text2")
