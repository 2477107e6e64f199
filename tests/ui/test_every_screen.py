"""Every screen and state of the real window: it comes without a fault, nothing is cut off, and French is French."""

import csv
import re
import tomllib
from collections.abc import Iterator
from functools import cache

import pytest
from babel.messages.pofile import read_po
from PySide6.QtWidgets import QApplication

from advisor_app import paths
from advisor_app.domain.text import Lang
from tests.command import SOURCES
from tests.ui.walk import Said, walked

pytestmark = pytest.mark.slow
LANGS: tuple[Lang, ...] = ("fr", "en")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_KEYS = re.compile(r"\b(?:Ctrl|Alt|Shift)\+\S+")
_SHORT = 5
"""Letters of a name that may stand within other words."""


@pytest.mark.parametrize("lang", LANGS)
def test_every_screen_comes_without_a_fault(qapp: QApplication, lang: Lang) -> None:
    assert walked(lang).faults == []


@pytest.mark.parametrize("lang", LANGS)
def test_no_label_or_button_is_cut_without_a_tooltip(qapp: QApplication, lang: Lang) -> None:
    none_of(walked(lang).cut)


def test_no_text_of_the_french_window_is_the_english_one(qapp: QApplication) -> None:
    english = {said.text for said in walked("en").texts}
    same = [said for said in walked("fr").texts if said.text in english and not _may_be_the_same(said.text)]
    none_of(same)


def test_no_english_sentence_stands_within_a_french_one(qapp: QApplication) -> None:
    found = [
        said._replace(text=f"{part!r} in {said.text!r}")
        for said in walked("fr").texts
        for part in _english_parts()
        if part in said.text and not any(part in name for name in _names())
    ]
    none_of(found)


def none_of(found: list[Said]) -> None:
    """Fails with each text once, and the first place where it stands."""
    first = {said.text: said for said in reversed(found)}
    assert not first, "\n".join(sorted(f"{said.screen}: {said.owner}: {said.text!r}" for said in first.values()))


# --- what may be the same in both languages


def _may_be_the_same(text: str) -> bool:
    """Names, codes, figures, keys, and words that both languages write alike."""
    if text.startswith("/"):  # a folder of this machine
        return True
    left = _KEYS.sub(" ", text)
    for name in _names():
        if len(name) > _SHORT:
            left = left.replace(name, " ")
    return all(word in _alike() or word.isupper() for word in _WORD.findall(left))


@cache
def _alike() -> frozenset[str]:
    """Words that are their own translation, and names."""
    same = {word for english, french in _messages() if english == french for word in _WORD.findall(english)}
    short = {word for name in _names() if len(name) <= _SHORT for word in _WORD.findall(name)}
    return frozenset(same | short | {"Advisor", "Bac", "English", "Français"})


@cache
def _messages() -> tuple[tuple[str, str], ...]:
    file = paths.resource_dir() / "translations" / "fr" / "LC_MESSAGES" / "advisor.po"
    with file.open("rb") as stream:
        catalogue = read_po(stream)
    return tuple(_pairs(catalogue))


def _pairs(catalogue: object) -> Iterator[tuple[str, str]]:
    for message in catalogue:  # type: ignore[attr-defined]
        ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
        strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
        yield from ((one, other) for one, other in zip(ids, strings, strict=False) if one)


@cache
def _english_parts() -> tuple[str, ...]:
    """Stretches of at least three words of the English texts that their French does not have."""
    parts: set[str] = set()
    for english, french in _messages():
        for part in re.split(r"\{[^}]*\}", english):
            words = _KEYS.sub("", part).strip(" .,:;·()")
            if len(_WORD.findall(words)) >= 3 and words not in french:
                parts.add(words)
    return tuple(sorted(parts))


@cache
def _names() -> tuple[str, ...]:
    """Every official name, quotation and section of the catalogue: all its strings that are no translated text."""
    found: set[str] = set()
    for file in SOURCES.rglob("*.toml"):
        found.update(_strings(tomllib.loads(file.read_text(encoding="utf-8"))))
    with (SOURCES / "reference" / "qualifications.csv").open(encoding="utf-8", newline="") as table:
        found.update(row["title"] for row in csv.DictReader(table))
    return tuple(sorted((name for name in found if name), key=len, reverse=True))


def _strings(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict) and set(data) == {"fr", "en"}:
        if data["fr"] == data["en"]:
            yield str(data["fr"])
    elif isinstance(data, dict):
        for value in data.values():
            yield from _strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from _strings(value)
