"""The terminal: where text is wrapped, cleaned and written."""

import io
import json
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import TextIO

from advisor_app.wording.typography import plain_spaces

WIDEST = 100  # longer lines are hard to read
OUTSIDE = 96  # the width where no terminal gives one: in a file, in a pipe
NARROWEST = 10  # what is left for words beside a deep indent

_TURNING = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # the direction of reading


class Console:
    """Standard output and error, either of which may be missing, as in a program started without a terminal."""

    def __init__(self, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self._out = out or sys.stdout
        self._err = err or sys.stderr
        for stream in (self._out, self._err):
            _speak_utf8(stream)

    @property
    def width(self) -> int:
        """Columns to write in."""
        if self._out is None or not self._out.isatty():
            return OUTSIDE
        return max(40, min(WIDEST, shutil.get_terminal_size().columns - 1))

    def lines(self, lines: Iterable[str]) -> None:
        """Text for people. Ordinary spaces are written, so that what is printed can be found again by typing it."""
        if self._out is not None:
            self._out.write("".join(f"{cleaned(plain_spaces(line)).rstrip()}\n" for line in lines))

    def json(self, data: object) -> None:
        """Data for programs: UTF-8, one document."""
        if self._out is not None:
            self._out.write(plain_spaces(json.dumps(data, ensure_ascii=False, indent=2)) + "\n")

    def error(self, message: str) -> None:
        """The one line that says what went wrong."""
        self._said("error", message)

    def caution(self, message: str) -> None:
        """One line about something that was done all the same."""
        self._said("caution", message)

    def note(self, message: str) -> None:
        """One line about something that is worth knowing and needs no care."""
        self._said("note", message)

    def _said(self, kind: str, message: str) -> None:
        if self._err is not None:
            self._err.write(f"{kind}: {cleaned(plain_spaces(' '.join(message.split())))}\n")

    def raw_error(self, text: str) -> None:
        """What is not an error line, such as how a command is used."""
        if self._err is not None:
            self._err.write(text)

    def flush(self) -> None:
        """Writes what is still held back, so that a reader who has gone away is noticed now."""
        if self._out is not None:
            self._out.flush()


def cleaned(line: str) -> str:
    """Without characters that would drive the terminal, or turn the direction of reading, hidden in a catalogue's text."""
    if line.isascii() and line.isprintable():
        return line
    return line.translate(_HARMLESS)


class _Harmless(dict[int, str]):
    """For ``str.translate``: what is written for each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        kind = unicodedata.category(char)
        if char == "\t":
            instead = " "
        elif kind == "Cf" and char not in _TURNING:
            instead = ""
        else:
            instead = "�" if kind in {"Cc", "Cf", "Cs", "Zl", "Zp"} else char
        self[code] = instead
        return instead


_HARMLESS = _Harmless()


def wrapped(text: str, width: int, *, indent: str = "", first: str | None = None) -> Iterator[str]:
    """The text over as many lines as it takes; the first one begins with ``first``, the others with ``indent``."""
    lines = textwrap.wrap(
        text,
        max(width, len(indent) + NARROWEST),
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_on_hyphens=False,
        break_long_words=False,
    )
    yield from lines or ([first] if first and first.strip() else [])


def labelled(label: str, text: str, width: int, *, indent: str = "", column: int = 20) -> Iterator[str]:
    """``label  text``, each in its own column."""
    labels = wrapped(label, column - 2, indent="")
    lines = wrapped(text, width - len(indent) - column, indent="")
    for left, right in zip_longest(labels, lines, fillvalue=""):
        yield f"{indent}{left.ljust(column)}{right}"


def _speak_utf8(stream: TextIO | None) -> None:
    """A file or a pipe gets UTF-8. A terminal keeps its own encoding, and a question mark where it lacks a character."""
    if isinstance(stream, io.TextIOWrapper):
        own = stream.isatty()
        stream.reconfigure(encoding=stream.encoding if own else "utf-8", errors="replace")
