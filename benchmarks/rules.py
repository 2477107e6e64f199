"""Made-up requirements, of many kinds and in the proportion in which schools set them.

Most are a level with its credits, then fields of study; the rest come up in one programme of ten or fewer.
"""

from collections.abc import Iterator
from decimal import Decimal
from random import Random

from advisor_app.domain.requirements.base import Test
from advisor_app.domain.requirements.kinds.aptitude_test import AptitudeTest
from advisor_app.domain.requirements.kinds.award import AwardType, InstitutionType
from advisor_app.domain.requirements.kinds.credits import Credits
from advisor_app.domain.requirements.kinds.degree_length import DegreeLength
from advisor_app.domain.requirements.kinds.field import Field
from advisor_app.domain.requirements.kinds.grade import Grade
from advisor_app.domain.requirements.kinds.language import Language, TestMinimum
from advisor_app.domain.requirements.kinds.level import Level
from advisor_app.domain.requirements.kinds.motivation import Motivation
from advisor_app.domain.requirements.kinds.person import Age, Document, Experience, PriorLearning
from advisor_app.domain.requirements.kinds.subject_credits import SubjectCredits
from advisor_app.domain.requirements.tree import All, AnyOf, AppliesTo, AtLeast, Leaf, Node, Not, Readings, Strength
from advisor_app.domain.text import Text

SECTION = "Admission"
UNCLEAR = Text("la liste peut ne valoir que pour les diplômes étrangers.", "the list may bind foreign diplomas only.")
KEEN = Text("un projet professionnel clair", "a clear professional project")
NEIGHBOURS = ("humanities", "social-sciences", "economics-and-management", "public-administration", "natural-sciences")
ENGLISH = (TestMinimum("IELTS", Decimal("6.5")), TestMinimum("TOEIC", Decimal(785)), TestMinimum("TOEFL", Decimal(88), "0-120"))


def requirements(chance: Random, after: int, fields: tuple[str, ...]) -> Node | None:
    """What an entry after Bac+``after`` asks for; one page in twelve asks for nothing at all."""
    if chance.random() < 0.08:
        return None
    asked: list[Node] = [_leaf("level", Level(after))]
    if after and chance.random() < 0.7:
        asked.append(_leaf("credits", Credits(Decimal(60 * after))))
    if after and chance.random() < 0.6:
        asked.append(_fields(chance, fields))
    asked.extend(_rarer(chance, after, fields))
    tree: Node = All(tuple(asked))
    return AnyOf((tree, _instead(chance))) if chance.random() < 0.12 else tree


def _leaf(kind: str, test: Test, strength: Strength = Strength.MANDATORY, applies_to: AppliesTo = AppliesTo.EVERYONE) -> Leaf:
    return Leaf(kind=kind, test=test, strength=strength, applies_to=applies_to, section=SECTION)


def _fields(chance: Random, fields: tuple[str, ...]) -> Node:
    """A list of fields; one in eight can be read in two ways."""
    some = tuple(sorted(chance.sample(fields, chance.randint(1, len(fields)))))
    some += (chance.choice(NEIGHBOURS),) if chance.random() < 0.4 else ()
    asked = _leaf("field", Field(some))
    if chance.random() < 0.125:
        return Readings((asked, _leaf("field", Field(some), applies_to=AppliesTo.FOREIGN_QUALIFICATION)), UNCLEAR)
    return AnyOf((asked, _leaf("experience", Experience(24)))) if chance.random() < 0.2 else asked


def _rarer(chance: Random, after: int, fields: tuple[str, ...]) -> Iterator[Node]:
    if chance.random() < 0.25:
        yield _language(chance)
    if chance.random() < 0.12:
        yield _grade(chance)
    if chance.random() < 0.3:
        yield _leaf("motivation", Motivation(KEEN), Strength.SOFT)
    if chance.random() < 0.3:
        yield from _choice(chance, after, fields)


def _choice(chance: Random, after: int, fields: tuple[str, ...]) -> Iterator[Node]:
    """One of what few schools ask for."""
    which = chance.randrange(8)
    documents = tuple(_leaf("document", Document(name)) for name in ("CV", "lettre de motivation", "relevés de notes"))
    if which == 0:
        yield _leaf("aptitude_test", AptitudeTest("TAGE MAGE", Decimal(chance.choice((250, 280, 300)))))
    elif which == 1 and after:
        yield _leaf("subject_credits", SubjectCredits(fields[0], Decimal(chance.choice((12, 18, 30, 60)))))
    elif which == 2:
        yield _leaf("age", Age(maximum=chance.choice((26, 29, 30))))
    elif which == 3 and after:
        yield _leaf("degree_length", DegreeLength(Decimal(after)), applies_to=AppliesTo.FOREIGN_QUALIFICATION)
    elif which == 4:
        yield AtLeast(2, documents)
    elif which == 5 and after:
        yield _leaf("award_type", AwardType(("bachelor", "national_licence")))
    elif which == 6:
        yield Not(_leaf("institution_type", InstitutionType(("private_school",))))
    else:
        yield _leaf("document", Document("CV"))


def _language(chance: Random) -> Node:
    lang, level = chance.choice((("en", "B2"), ("en", "B2"), ("en", "C1"), ("fr", "B2"), ("fr", "C1"), ("es", "B1")))
    tests = ENGLISH[: chance.randint(0, 3)] if lang == "en" else ()
    who = AppliesTo.FOREIGN_QUALIFICATION if lang == "fr" else AppliesTo.EVERYONE
    return _leaf("language", Language(lang, level, tests), applies_to=who)


def _grade(chance: Random) -> Node:
    minimum = Decimal(chance.choice((10, 11, 12, 13, 14)))
    return _leaf("grade", Grade(minimum, Decimal(20)), chance.choice((Strength.MANDATORY, Strength.INDICATIVE)))


def _instead(chance: Random) -> Node:
    """What some schools accept instead of a diploma."""
    if chance.random() < 0.5:
        return _leaf("prior_learning", PriorLearning())
    return All((_leaf("experience", Experience(chance.choice((36, 60)))), _leaf("level", Level(2))))
