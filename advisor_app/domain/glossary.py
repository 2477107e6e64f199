"""Words of French and English that mean the same thing at a school, so that either finds what is written in the other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self, TypeAlias

from advisor_app.domain.folding import words_of
from advisor_app.domain.searching import STOPWORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One thing and what it is called; each name is a word or a few. ``source`` says who calls it so in both languages."""

    fr: tuple[str, ...]
    en: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Known:
    """A concept named in a text, from word ``start`` up to ``stop``, and the other words for it."""

    start: int
    stop: int
    others: frozenset[str]


Names: TypeAlias = Mapping[str, Iterable[tuple[Iterable[str], Iterable[str]]]]
"""By the stem that they begin with, names in stems, each with the other words for it."""


class Glossary:
    """Finds concepts in texts. Singular and plural are one."""

    def __init__(self, names: Names) -> None:
        self._names = {first: [(tuple(name), frozenset(others)) for name, others in some] for first, some in names.items()}

    @classmethod
    def of(cls, concepts: Iterable[Concept]) -> Self:
        """The glossary of some concepts."""
        found: dict[str, list[tuple[list[str], list[str]]]] = {}
        for concept in concepts:
            names = [tuple(words_of(name)) for name in (*concept.fr, *concept.en)]
            for name in names:
                others = {word for other in names if other != name for word in other if word not in STOPWORDS}
                found.setdefault(_stem(name[0]), []).append(([*map(_stem, name)], sorted(others)))
        return cls(found)

    @property
    def names(self) -> Names:
        """What it was made of, to be kept."""
        return {first: [(name, sorted(others)) for name, others in some] for first, some in self._names.items()}

    def known(self, words: Sequence[str]) -> Iterator[Known]:
        """Every concept that is named in ``words``, which are folded."""
        stems = tuple(map(_stem, words))
        for start, stem in enumerate(stems):
            for name, others in self._names.get(stem, ()):
                if stems[start : start + len(name)] == name:
                    yield Known(start, start + len(name), others)

    def others(self, words: Sequence[str]) -> list[str]:
        """The other words for what is named in ``words``, in a fixed order."""
        return sorted({other for known in self.known(words) for other in known.others} - set(words))


def _stem(word: str) -> str:
    """Without the plural: ``droits``, ``réseaux``, ``internationaux``, ``studies``."""
    if len(word) > 4 and word.endswith("aux") and not word.endswith("eaux"):
        return word[:-3] + "al"
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word[-1] in "sx" and word[-2] != "s" else word
