"""Which line of a TOML text a key stands on.

``tomllib`` keeps no positions, so the text is walked a second time, once ``tomllib`` has said that it is valid: the walk may
then be short and trusting. Every key and every list item gets the line on which it begins, in tables, inline tables and lists
of tables alike. What it cannot do is point at the part of a value: a line within a multi-line string, or what a table *lacks*
(the line of the table is given instead).
"""

import re
from collections.abc import Mapping

from advisor_app.interchange.source_problems import Key

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}(?!")'
    r"|'''.*?'{3,5}(?!')"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_SCALAR = re.compile(r"[^\s,\]}#]+(?: \d\d:[^\s,\]}#]+)?")  # a number, a boolean, a date (a space may stand before its time)


class _Walk:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.line = 1
        self.lines: dict[Key, int] = {}
        self.counts: dict[Key, int] = {}

    def skip(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.text, self.at)
        words = found.group() if found else ""
        self.at += len(words)
        self.line += words.count("\n")
        return words

    def file(self) -> None:
        """Key = value lines and table headers, up to the end."""
        table: Key = ()
        while self.skip(_BLANK) is not None and self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self.header()
            else:
                self.pair(table)

    def header(self) -> Key:
        is_list = self.text.startswith("[[", self.at)
        self.at += 2 if is_list else 1
        line = self.line
        named = self.dotted()
        table = self.resolve(named, is_list=is_list)
        self.at += 2 if is_list else 1
        self.note(table, line)
        return table

    def resolve(self, named: tuple[str, ...], *, is_list: bool) -> Key:
        """The full key of a header: ``[[a]]`` and then ``[a.b]`` mean the b of the last a."""
        table: Key = ()
        for depth, part in enumerate(named):
            table = (*table, part)
            if is_list and depth == len(named) - 1:
                self.counts[table] = self.counts.get(table, -1) + 1
            if table in self.counts:
                table = (*table, self.counts[table])
        return table

    def pair(self, table: Key) -> None:
        line = self.line
        key = (*table, *self.dotted())
        self.at += 1  # the equals sign
        self.skip(_SPACE)
        self.note(key, line)
        self.value(key)

    def note(self, key: Key, line: int) -> None:
        for length in range(len(key), 0, -1):
            if key[:length] in self.lines:
                break
            self.lines[key[:length]] = line
        self.lines[key] = line

    def dotted(self) -> tuple[str, ...]:
        parts = []
        while True:
            self.skip(_SPACE)
            parts.append(self.skip(_BARE) or self.skip(_STRING)[1:-1])
            self.skip(_SPACE)
            if not self.text.startswith(".", self.at):
                return tuple(parts)
            self.at += 1

    def value(self, key: Key) -> None:
        opening = self.text[self.at]
        if opening == "[":
            self.items(key)
        elif opening == "{":
            self.inline(key)
        else:
            self.skip(_STRING) or self.skip(_SCALAR)

    def items(self, key: Key) -> None:
        self.at += 1
        place = 0
        while self.skip(_BLANK) is not None and self.text[self.at] != "]":
            if self.text[self.at] == ",":
                self.at += 1
                continue
            self.note((*key, place), self.line)
            self.value((*key, place))
            place += 1
        self.at += 1

    def inline(self, key: Key) -> None:
        self.at += 1
        while self.skip(_BLANK) is not None and self.text[self.at] != "}":
            if self.text[self.at] == ",":
                self.at += 1
                continue
            self.pair(key)
        self.at += 1


def locate(text: str) -> Mapping[Key, int]:
    """The line of every key of a valid TOML text, counted from 1."""
    walk = _Walk(text)
    walk.file()
    return walk.lines


def line_of(lines: Mapping[Key, int], key: Key) -> int | None:
    """The line of a key, or of the nearest table around it that the text names."""
    return next((lines[key[:length]] for length in range(len(key), 0, -1) if key[:length] in lines), None)
