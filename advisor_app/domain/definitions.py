"""Words that schools and the law use and families do not: what each means, in a line. One list for whatever explains them.

What they rest on: Insee and the decree 2019-14 for levels; the ECTS Users' Guide for credits; Onisep on recognition of diplomas;
Code de l'éducation, D612-33 and D612-34, for the grade de master; Code du travail for contracts.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from advisor_app.domain.folding import folded
from advisor_app.domain.text import Message, msg


@dataclass(frozen=True, slots=True)
class Definition:
    """``term`` is how it is headed; ``names`` are regular expressions over folded text, any of which is the word."""

    term: Message
    meaning: Message
    names: tuple[str, ...]

    def used_in(self, said: str) -> bool:
        return any(re.search(rf"\b(?:{name})\b", said) for name in self.names)


DEFINITIONS = (
    Definition(
        msg("Bac+3, +4, +5"),
        msg("years of study after secondary school: licence (bachelor’s), first year of a master’s, master’s"),
        (r"bac\s?\+\s?\d",),
    ),
    Definition(msg("ECTS"), msg("60 credits for a year of full-time study"), ("ects",)),
    Definition(
        msg("RNCP title"),
        msg("a qualification on France’s register, with a level (7: that of a master’s), and no national diploma"),
        ("rncp",),
    ),
    Definition(
        msg("Grade de master"),
        msg("conferred by the State; one may then apply for a doctorate"),
        ("grade de master",),
    ),
    Definition(msg("Initial"), msg("full-time, without a contract"), ("initiale?",)),
    Definition(
        msg("Alternance"),
        msg("study and paid work, by a contract (apprenticeship, professionalisation) with an employer to be found"),
        ("alternance",),
    ),
    Definition(msg("OPCO"), msg("pays for training on the employer’s behalf"), ("opco",)),
    Definition(msg("CVEC"), msg("the student’s yearly contribution, paid before enrolling"), ("cvec",)),
    Definition(msg("CGE"), msg("Conférence des grandes écoles, which labels programmes"), ("cge",)),
    Definition(
        msg("Études en France"),
        msg("Campus France’s procedure for residents of certain countries, to apply and for the visa"),
        ("etudes en france",),
    ),
    Definition(msg("NSF codes"), msg("fields of training in French registers"), ("codes? nsf", "nsf codes?")),
)


def defined(texts: Iterable[str]) -> Iterator[Definition]:
    """The words that stand in ``texts``, in the order of the list."""
    said = folded("\n".join(texts))
    return (one for one in DEFINITIONS if one.used_in(said))
