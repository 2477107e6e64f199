"""Languages: a CEFR level, or minimum scores of named tests.

Test is compared with test first, on one version of its scale; a CEFR level only where the page states one or the student holds
another test, and what goes through a table of correspondences is then to confirm, since such tables disagree at their borders.
"""

from dataclasses import dataclass
from decimal import Decimal

from advisor_app.domain.quantities import LanguageName
from advisor_app.domain.reference import Reference, TestBand
from advisor_app.domain.requirements.base import Answer, Candidate, Change, FindingStatus, Invalid, kind, known
from advisor_app.domain.student import LanguageSkill
from advisor_app.domain.text import Listing, Message, Value, msg

CEFR = ("A1", "A2", "B1", "B2", "C1", "C2")


@dataclass(frozen=True, slots=True)
class TestMinimum:
    """A score of at least ``minimum`` in ``test``; ``scale`` (``0-120``) where the test has had several."""

    test: str
    minimum: Decimal
    scale: str | None = None


@kind("language")
@dataclass(frozen=True, slots=True)
class Language:
    """``lang`` (ISO 639-1) at the level ``cefr``, or one of ``tests``; at least one of the two is given."""

    lang: str
    cefr: str | None = None
    tests: tuple[TestMinimum, ...] = ()

    def asked(self, reference: Reference) -> Message:
        ways: tuple[Value, ...] = tuple(msg("{test} {minimum}", test=one.test, minimum=one.minimum) for one in self.tests)
        return msg(
            "{language}: {ways}", language=LanguageName(self.lang), ways=Listing(((self.cefr,) if self.cefr else ()) + ways, "or")
        )

    def check(self, candidate: Candidate) -> Answer:
        skills = [skill for skill in candidate.student.languages if skill.lang == self.lang]
        if not skills:
            missing = msg("The student’s level in {language} is not given.", language=LanguageName(self.lang))
            return Answer.missing(f"languages.{self.lang}", missing)
        answers = [self._answer(skill, candidate.reference) for skill in skills]
        return min(answers, key=lambda answer: answer.status.rank)

    def problems(self, reference: Reference) -> tuple[Invalid, ...]:
        tests = {band.test for band in reference.language_tests if band.lang == self.lang}
        unknown = known("tests", tuple(one.test for one in self.tests), tests)
        if self.cefr is not None and self.cefr not in CEFR:
            return (Invalid("cefr", self.cefr, CEFR), *unknown)
        return unknown if self.cefr or self.tests else (Invalid("cefr", "", CEFR),)

    def _answer(self, skill: LanguageSkill, reference: Reference) -> Answer:
        has = _said(skill)
        same_test = [one for one in self.tests if one.test == skill.test and skill.score is not None]
        if same_test and skill.score is not None:
            return self._by_score(skill.score, same_test[0], reference, has)
        level = skill.cefr or _cefr_of(skill, reference)
        needed = self.cefr or self._cefr_of_tests(reference)
        if level is None or needed is None:
            reason = msg("This cannot be compared with what is asked for; the school decides.")
            return Answer(status=FindingStatus.TO_CONFIRM, has=has, reason=reason)
        exact = skill.cefr is not None and self.cefr is not None
        return self._by_level(level, needed, has, exact=exact)

    def _by_score(self, score: Decimal, asked: TestMinimum, reference: Reference, has: Message) -> Answer:
        if _scale(asked.test, asked.minimum, asked.scale, reference) != _scale(asked.test, score, None, reference):
            reason = msg("The test has changed its scale; a score of one scale is not compared with one of the other.")
            return Answer(status=FindingStatus.TO_CONFIRM, has=has, reason=reason)
        if score >= asked.minimum:
            return Answer(status=FindingStatus.MET, has=has, reason=msg("The score is high enough."))
        return self._short(has, msg("{missing} points short.", missing=asked.minimum - score), self.cefr)

    def _by_level(self, level: str, needed: str, has: Message, *, exact: bool) -> Answer:
        if CEFR.index(level) < CEFR.index(needed):
            return self._short(has, msg("{level} is below the {needed} asked for.", level=level, needed=needed), needed)
        if exact:
            return Answer(status=FindingStatus.MET, has=has, reason=msg("The level is high enough."))
        reason = msg("Usually taken for {level}; tables of correspondence differ, so the school confirms it.", level=level)
        return Answer(status=FindingStatus.TO_CONFIRM, has=has, reason=reason)

    def _short(self, has: Message, reason: Message, needed: str | None) -> Answer:
        say = msg("{language} at {level}", language=LanguageName(self.lang), level=needed) if needed else reason
        skill = LanguageSkill(lang=self.lang, cefr=needed)
        change = Change(field=f"languages.{self.lang}", value=skill, say=say) if needed else None
        return Answer(status=FindingStatus.NOT_MET, has=has, reason=reason, change=change)

    def _cefr_of_tests(self, reference: Reference) -> str | None:
        levels = [_cefr_of(LanguageSkill(lang=self.lang, test=one.test, score=one.minimum), reference) for one in self.tests]
        found = [level for level in levels if level]
        return min(found, key=CEFR.index, default=None)


def _bands(test: str, score: Decimal, reference: Reference) -> list[TestBand]:
    bands = [band for band in reference.language_tests if band.test == test]
    return [
        band for band in bands if band.minimum is not None and band.maximum is not None and band.minimum <= score <= band.maximum
    ]


def _cefr_of(skill: LanguageSkill, reference: Reference) -> str | None:
    """The level that a table gives for a score: the lowest, where bands overlap."""
    if skill.test is None or skill.score is None:
        return None
    return min((band.cefr for band in _bands(skill.test, skill.score, reference)), key=CEFR.index, default=None)


def _scale(test: str, score: Decimal, scale: str | None, reference: Reference) -> str | None:
    return scale or next((band.scale for band in _bands(test, score, reference)), None)


def _said(skill: LanguageSkill) -> Message:
    if skill.cefr:
        return msg("{level}", level=skill.cefr)
    if skill.score is None:
        return msg("{test}", test=skill.test or "")
    return msg("{test} {score}", test=skill.test or "", score=skill.score)
