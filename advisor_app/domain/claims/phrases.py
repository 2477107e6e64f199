"""Finding phrases in a text, whatever its capitals, accents, hyphens and spaces; written so that anybody can add one.

A phrase is a row of words with single spaces between them:

========  =====================================================================
``word``  that word; ``d'État`` is two, ``d`` and ``etat``
``wor*``  every word that begins so
``a|b``   one of these
``de?``   that word or none (only the last of alternatives needs the mark)
``#``     a number
``..``    up to six words, within one sentence
``~``     in an exception: what was found
========  =====================================================================

``+``, ``%``, ``€`` and ``$`` are words; ``struck-out`` stands for words that are struck through.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeAlias

FOUND = "~"
STRUCK = "struck-out"
END = "."
_MARKS = "+%€$"
_TOKEN = re.compile(r"\b[a-z](?:\.[a-z]{1,3})+\b|[^\W_]+(?:[.,][0-9]+)*|[\u0335-\u0338]|~~|[+%€$]|[.;!?\n]")
_WORD = re.compile(r"[^\W_]+\*?|[+%€$]|struck-out")
_STRIKES = frozenset("\u0335\u0336\u0337\u0338")  # what strikes through the character before it
_NOTHING = r"(?!)"
_GAP = r"(?:[^. ]\S* ){0,6}?"
_NUMBER = r"[0-9]\S* (?:[0-9]{3}\S* )*"

_Needs: TypeAlias = tuple[tuple[str, ...], ...]


class BadPhraseError(ValueError):
    """A phrase that cannot be read; the message is the part that is wrong."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as phrases see it: folded words between single spaces, and where each stood in the text."""

    text: str
    words: str
    starts: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]

    def original(self, start: int, end: int) -> str:
        """The words of the text behind ``words[start:end]``."""
        within = [span for at, span in zip(self.starts, self.spans, strict=True) if start <= at < end]
        return self.text[within[0][0] : within[-1][1]] if within else ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that was found: the words as they are written, and the folded words with a few around them."""

    words: str
    around: str


@lru_cache(maxsize=8192)
def plain(text: str) -> Plain:
    """Folds ``text``. The same text is asked about again and again, once for each rule."""
    text = unicodedata.normalize("NFC", text)
    words, starts, spans, at = [" "], [], [], 1
    for match in _TOKEN.finditer(text.translate(_FOLDED)):
        word = _token(match[0])
        starts.append(at)
        spans.append(match.span())
        words.append(f"{word} ")
        at += len(word) + 1
    return Plain(text, "".join(words), tuple(starts), tuple(spans))


class _Folded(dict[int, str]):
    """For ``str.translate``: one character for one character, so that places stay what they are."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = self[code] = char if char in _STRIKES else unicodedata.normalize("NFKD", char)[0].lower()[:1]
        return folded


_FOLDED = _Folded()


def _token(written: str) -> str:
    if written in _STRIKES or written == "~~":
        return STRUCK
    if written in ".;!?\n":
        return END
    return written if written[0].isdigit() else written.replace(".", "")  # M.Sc. is MSc, 9.750 stays a number


@dataclass(frozen=True, slots=True)
class _Exception:
    """``before`` and ``after`` what was found, or anywhere over it; nowhere without the words that it ``needs``."""

    needs: _Needs
    before: str | None
    after: str | None
    over: str | None

    def covers(self, words: str, start: int, end: int) -> bool:
        if not _are_in(self.needs, words):
            return False
        if self.over is not None:
            return any(match.start() < end and match.end() > start for match in _read(self.over).finditer(words))
        before = self.before is None or _read(self.before).search(words, 0, start) is not None
        return before and (self.after is None or _read(self.after).match(words, end) is not None)


def _are_in(needs: _Needs, words: str) -> bool:
    return all(any(word in words for word in choices) for choices in needs)


@cache
def _read(pattern: str) -> re.Pattern[str]:
    """When it is first needed: most phrases are of words that no sheet has."""
    return re.compile(pattern)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases to find, and the exceptions to them. ``needs`` are for each phrase the words without which it is nowhere."""

    find: str
    needs: tuple[_Needs, ...]
    unless: tuple[_Exception, ...]

    def may_be_in(self, words: str) -> bool:
        """Whether there is any sense in looking through a text, given its folded words: mostly there is none."""
        return any(_are_in(phrase, words) for phrase in self.needs)

    def hits(self, text: str) -> Iterator[Hit]:
        """What is found in ``text``, in its order."""
        seen = plain(text)
        for match in _read(self.find).finditer(seen.words):
            start, end = match.span()
            if not any(one.covers(seen.words, start, end) for one in self.unless):
                yield Hit(seen.original(start, end), _around(seen.words, start, end))


@lru_cache(maxsize=256)
def compiled(find: tuple[str, ...], unless: tuple[str, ...]) -> Phrases:
    """Raises BadPhraseError for a phrase that cannot be read."""
    longest_first = sorted(find, key=lambda phrase: len(phrase.split()), reverse=True)
    return Phrases(
        rf"(?<= )(?:{'|'.join(map(_pattern, longest_first)) or _NOTHING})",
        tuple(_needed(phrase) for phrase in find),
        tuple(_exception(phrase) for phrase in unless),
    )


def _needed(phrase: str) -> _Needs:
    """Words as they stand between spaces: of each part of the phrase a text has one, or it has not the phrase."""
    parts = (part.split("|") for part in phrase.split() if part not in {"..", "#"} and not part.endswith("?"))
    return tuple(tuple(f" {_folded_word(word)}{'' if word.endswith('*') else ' '}" for word in part) for part in parts)


def _exception(phrase: str) -> _Exception:
    parts = phrase.split()
    if FOUND not in parts:
        return _Exception(_needed(phrase), None, None, rf"(?<= )(?:{_pattern(phrase)})")
    at = parts.index(FOUND)
    before, after = " ".join(parts[:at]), " ".join(parts[at + 1 :])
    if not before and not after:
        raise BadPhraseError(phrase)
    return _Exception(
        _needed(f"{before} {after}"),
        rf"(?<= )(?:{_pattern(before)})\Z" if before else None,
        _pattern(after) if after else None,
        None,
    )


def _pattern(phrase: str) -> str:
    found = "".join(_part(part) for part in phrase.split())
    if not found:
        raise BadPhraseError(phrase)
    return found


def _part(part: str) -> str:
    if part == "..":
        return _GAP
    if part == "#":
        return _NUMBER
    optional = part.endswith("?")
    choices = "|".join(_word(word) for word in part.removesuffix("?").split("|"))
    return f"(?:{choices}){'?' if optional else ''}"


def _word(word: str) -> str:
    return re.escape(_folded_word(word)) + (r"[^. ]* " if word.endswith("*") else " ")


@cache
def _folded_word(word: str) -> str:
    """Without the star of one that only begins so."""
    folded = unicodedata.normalize("NFC", word).translate(_FOLDED)
    if not _WORD.fullmatch(folded):
        raise BadPhraseError(word)
    return folded.removesuffix("*")


def _around(words: str, start: int, end: int) -> str:
    """The words found with three before and three after, to find the place again where the text stands among others."""
    before, after = words[:start].split()[-3:], words[end:].split()[:3]
    return " ".join((*before, *words[start:end].split(), *after))


def folded(texts: Iterable[str]) -> str:
    """Many texts as one, folded as :attr:`Hit.around` is."""
    return " ".join(" ".join(plain(text).words.split()) for text in texts)
