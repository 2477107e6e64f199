"""Turning what the domain knows into the words, references and notes of one printed sheet."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import TypeAlias

from advisor_app.domain.age import is_stale
from advisor_app.domain.catalogue import Programme
from advisor_app.domain.facts import Evidence, Severity, Source, Status
from advisor_app.domain.money import Money
from advisor_app.domain.quantities import Month
from advisor_app.domain.reference import Reference
from advisor_app.domain.requirements.threshold import NO_EQUIVALENCE_SOURCE
from advisor_app.domain.rows import Shown
from advisor_app.domain.student import Residence, Student
from advisor_app.domain.text import Lang, Message, Text, Value
from advisor_app.sheets.lines import Counter, Line, Run, Style
from advisor_app.sheets.model import Entry
from advisor_app.sheets.voice import voice_of
from advisor_app.wording import numbers
from advisor_app.wording.typography import inside

DAGGER = "†"
NOBODY, NO_TABLES = Student(), Reference()

Part: TypeAlias = Value | Line

_FIRST_SLOT = 0xE000
_SLOTS = re.compile("([\ue000-\ue0ff])")


def plain(text: str, lang: Lang | None = None) -> Line:
    return (Run(text, lang=lang),) if text else ()


def strong(text: str) -> Line:
    return (Run(text, Style.STRONG),)


def within(line: Line) -> Line:
    """A sentence as a part of another: without its capital and its full stop."""
    first = line[0] if line else None
    return without_stop((replace(first, text=inside(first.text)), *line[1:]) if isinstance(first, Run) else line)


def without_stop(line: Line) -> Line:
    """Where a note's sign or another sentence follows."""
    last = line[-1] if line else None
    return (*line[:-1], replace(last, text=last.text.rstrip("."))) if isinstance(last, Run) else line


def joined(lines: Iterable[Line], between: str = " · ") -> Line:
    """Several lines as one, empty ones left out."""
    runs: list[Run | Counter] = []
    for line in lines:
        if line and runs:
            runs.append(Run(between))
        runs.extend(line)
    return tuple(runs)


class Press:
    """The words of one sheet. Numbers its sources in the order in which they are first needed, and letters its notes."""

    def __init__(
        self,
        lang: Lang,
        printed_on: dt.date,
        sources: dict[str, Source],
        student: Student = NOBODY,
        reference: Reference = NO_TABLES,
    ) -> None:
        self.voice = voice_of(lang)
        self.lang = lang
        self.printed_on = printed_on
        self.student, self.reference = student, reference
        self._known = sources
        self._numbers: dict[str, int] = {}
        self._notes: dict[Line, str] = {}

    @property
    def residence(self) -> Residence | None:
        """What a price may depend on."""
        return self.student.residence

    # --- words

    def tr(self, template: str, /, **params: Part) -> Line:
        """The sentence for an English template, in which a parameter may be a line with styles of its own."""
        lines, values = _parted(params)
        return _woven(self.voice.tr(template, **values), lines)

    def tr_n(self, one: str, many: str, count: int, /, **params: Part) -> Line:
        lines, values = _parted(params)
        return _woven(self.voice.tr_n(one, many, count, **values), lines)

    def say(self, value: Value) -> Line:
        """What the domain hands out, in words; in the program's own messages "not stated" looks as it does everywhere."""
        said = self.voice.render(value)
        if not isinstance(value, Message):
            return plain(said)
        silent = self.words("not stated")
        pieces = re.split(rf"\b({re.escape(silent)}\w*)", said)
        return tuple(Run(piece, Style.NOT_STATED if piece.startswith(silent) else Style.PLAIN) for piece in pieces if piece)

    def words(self, template: str, /, **params: Value) -> str:
        """A sentence without styles."""
        return self.voice.tr(template, **params)

    def strong_up_to_colon(self, line: Line) -> Line:
        """With what stands before the first colon set stronger, as a label."""
        first = line[0] if line else None
        if not isinstance(first, Run) or ":" not in first.text[:40]:
            return line
        label, _, rest = first.text.partition(":")
        return (Run(f"{label}:", Style.STRONG), Run(rest, lang=first.lang), *line[1:])

    @property
    def not_stated(self) -> Line:
        return (Run(self.words("not stated"), Style.NOT_STATED),)

    @property
    def conflicting(self) -> Line:
        return strong("≠ " + self.words("conflicting"))

    @property
    def semicolon(self) -> str:
        """Between two parts of one line, as the language spaces it."""
        return "\u202f; " if self.lang == "fr" else "; "

    @property
    def colon(self) -> str:
        return "\u202f: " if self.lang == "fr" else ": "

    def amount(self, value: Decimal, currency: str | None) -> str:
        return self.voice.money(Money(value, currency))

    def figure(self, value: Decimal) -> str:
        """A sum without its currency."""
        return numbers.amount(value, self.lang)

    def name(self, text: str, lang: Lang | None) -> Line:
        """An official name, marked with its language where that is not the sheet's."""
        return plain(text, None if lang == self.lang else lang)

    def quote(self, text: str, lang: Lang | None) -> Line:
        return self.name(self.voice.quoted(text), lang)

    # --- facts

    def shown(self, shown: Shown) -> Line:
        """A value as its status asks: plain, marked as inferred, every reading of a conflict, or the words "not stated"."""
        if shown.readings and shown.status is Status.CONFLICTING:
            readings = joined((self._part(reading.value) for reading in shown.readings), self.semicolon)
            return (*self.conflicting, Run(self.colon), *readings, *self.ref(shown.evidence))
        if shown.value is None or shown.status is Status.NOT_STATED:
            return self.not_stated
        return (*self.say(shown.value), *self.sign(shown.evidence))

    def _part(self, value: Value) -> Line:
        """A reading beside others: a whole sentence loses its capital and its stop, a name keeps them."""
        said = self.say(value)
        last = said[-1] if said else None
        return within(said) if isinstance(last, Run) and last.text.endswith(".") else said

    def sign(self, evidence: Evidence) -> Line:
        """What follows a value: "(inferred)" or "(calculated)" where it is not printed as such, then the source's number."""
        return (*self.inferred(evidence), *self.ref(evidence))

    def inferred(self, evidence: Evidence) -> Line:
        said = {Status.INFERRED: self.words("(inferred)"), Status.CALCULATED: self.words("(calculated)")}.get(evidence.status)
        return (Run(" "), Run(said, Style.INFERRED)) if said else ()

    # --- sources and notes

    def source(self, name: str) -> Source | None:
        return self._known.get(name)

    def stale(self, source: Source | None) -> bool:
        """Whether a fact of this source carries the dagger."""
        return source is not None and is_stale(source, self.printed_on)

    def ref(self, evidence: Evidence | str) -> Line:
        """The number of a source, with a dagger where it is stale; nothing for a source that is not known."""
        name = evidence if isinstance(evidence, str) else evidence.source
        source = self._known.get(name)
        if source is None:
            return ()
        number = self._numbers.setdefault(name, len(self._numbers) + 1)
        return (Run(" "), Run(self._sign(number, source), Style.REFERENCE, target=f"source-{number}"))

    def _sign(self, number: int, source: Source) -> str:
        return f"{number}{DAGGER}" if self.stale(source) else str(number)

    def note(self, line: Line) -> Line:
        """A reference to a note; the same words give the same note."""
        if not line:
            return ()
        letter = self._notes.setdefault(line, note_letter(len(self._notes) + 1))
        return (Run(" "), Run(letter, Style.REFERENCE, target=f"note-{letter}"))

    @property
    def no_equivalence(self) -> Line:
        """A note with the source of what is said of foreign diplomas, which no page of a school says."""
        table = self.reference.tables.get("qualifications")
        read = (self.words("read in {month}", month=Month(table.dated.month, table.dated.year)),) if table else ()
        return self.note(plain(", ".join((NO_EQUIVALENCE_SOURCE, *read)) + "."))

    def doubt(self, evidence: Evidence) -> Line:
        """A note with the words of the page and what was made of them, where there are any."""
        parts = (self.quoted(evidence), self._text(evidence.note))
        return self.note(self._ended(joined(parts, self.colon)))

    def as_printed(self, evidence: Evidence) -> Line:
        """A note with the words of the page alone, where the cell says already what was made of them."""
        return self.note(self._ended(self.quoted(evidence)))

    def quoted(self, evidence: Evidence) -> Line:
        """The words of the page, marked with its language, where they are kept."""
        return self.quote(evidence.quote, self.lang_of(evidence.source)) if evidence.quote else ()

    def page_of(self, source: Source) -> str:
        """When a page is from, within a line: ``page of March 2020, over 6 years old``. The age only where it is stale."""
        if source.dated is None:
            return self.words("page without a date")
        date = self.voice.date(source.dated, day_known=source.day_known)
        if source.read:
            return self.words("read on {day}", day=date) if source.day_known else self.words("read in {month}", month=date)
        said = self.words("page dated {day}", day=date) if source.day_known else self.words("page of {month}", month=date)
        return f"{said}, {self.voice.age_old(source.dated, self.printed_on)}" if self.stale(source) else said

    def flagged(self, programme: Programme, *about: str, least: Severity = Severity.A) -> Line:
        """A note for the gravest doubt on those rows of the programme, if it is as grave as that; the window has the others."""
        flags = (flag for flag in programme.flags if flag.about in about and flag.severity <= least)
        return next((self.note(self._ended(self._text(flag.short or flag.problem))) for flag in flags), ())

    def _text(self, text: Text | None) -> Line:
        return self.say(text) if text else ()

    def lang_of(self, name: str) -> Lang | None:
        """The language of a source."""
        source = self._known.get(name)
        return source.lang if source else None

    @staticmethod
    def _ended(line: Line) -> Line:
        last = line[-1] if line else None
        return (*line, Run(".")) if isinstance(last, Run) and last.text[-1:] not in {".", "!", "?", "…"} else line

    def numbered_sources(self) -> tuple[tuple[int, str, Source], ...]:
        """The sources that the sheet refers to: number, sign and source."""
        return tuple((number, self._sign(number, self._known[name]), self._known[name]) for name, number in self._numbers.items())

    def notes(self) -> tuple[Entry, ...]:
        return tuple(Entry(f"note-{letter}", letter, line) for line, letter in self._notes.items())


def note_letter(number: int) -> str:
    """1 is a, 26 is z, 27 is aa."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _parted(params: dict[str, Part]) -> tuple[list[Line], dict[str, Value]]:
    """Lines are replaced by a private character each, which marks their place in the sentence."""
    lines: list[Line] = []
    values: dict[str, Value] = {}
    for name, part in params.items():
        if isinstance(part, tuple):
            values[name] = chr(_FIRST_SLOT + len(lines))
            lines.append(part)
        else:
            values[name] = part
    return lines, values


def _woven(said: str, lines: list[Line]) -> Line:
    runs: list[Run | Counter] = []
    for piece in _SLOTS.split(said):
        slot = ord(piece) - _FIRST_SLOT if len(piece) == 1 else -1
        if 0 <= slot < len(lines):
            runs.extend(lines[slot])
        elif piece:
            runs.append(Run(piece))
    return tuple(runs)
