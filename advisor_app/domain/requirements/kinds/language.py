"""Languages: a CEFR level, or minimum scores of named tests.

Test is compared with test first, on one version of its scale; a CEFR level only where the page states one or the student holds
another test, and what goes through a table of correspondences is then to confirm, since such tables disagree at their borders.
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from advisor_app.domain.quantities import LanguageName
from advisor_app.domain.reference import Reference, TestBand
from advisor_app.domain.requirements.base import Answer, Candidate, Change, FindingStatus, Invalid, kind, known
from advisor_app.domain.student import LanguageSkill, PartScore
from advisor_app.domain.text import Listing, Message, Value, how_many, msg, msg_n

CEFR = ("A1", "A2", "B1", "B2", "C1", "C2")
PARTS: Final = {
    "listening": msg("listening"),
    "reading": msg("reading"),
    "writing": msg("writing"),
    "speaking": msg("speaking"),
}


@dataclass(frozen=True, slots=True)
class PartMinimum:
    """At least ``minimum`` in one part of a test (keys of PARTS)."""

    part: str
    minimum: Decimal


@dataclass(frozen=True, slots=True)
class TestMinimum:
    """A score of at least ``minimum`` in ``test``; ``scale`` (``0-120``) where the test has had several.

    ``each`` is asked of every part of the test, ``parts`` of some of them.
    """

    test: str
    minimum: Decimal
    scale: str | None = None
    each: Decimal | None = None
    parts: tuple[PartMinimum, ...] = ()

    @property
    def of_parts(self) -> dict[str, Decimal]:
        """The least score of every part for which one is asked."""
        everywhere = {} if self.each is None else dict.fromkeys(PARTS, self.each)
        return everywhere | {one.part: one.minimum for one in self.parts}

    def asked(self) -> Message:
        said: list[Value] = [msg("{test} {minimum}", test=self.test, minimum=self.minimum)]
        if self.each is not None:
            said.append(msg("{minimum} in each part", minimum=self.each))
        said += [msg("{minimum} in {part}", minimum=one.minimum, part=PARTS.get(one.part, one.part)) for one in self.parts]
        if len(said) == 1:
            return msg("{test} {minimum}", test=self.test, minimum=self.minimum)
        return msg("{score} and {parts}", score=said[0], parts=Listing(tuple(said[1:])))


@kind("language")
@dataclass(frozen=True, slots=True)
class Language:
    """``lang`` (ISO 639-1) at the level ``cefr``, or one of ``tests``; at least one of the two is given."""

    lang: str
    cefr: str | None = None
    tests: tuple[TestMinimum, ...] = ()

    def asked(self, reference: Reference) -> Message:
        ways: tuple[Value, ...] = tuple(one.asked() for one in self.tests)
        return msg(
            "{language}: {ways}", language=LanguageName(self.lang), ways=Listing(((self.cefr,) if self.cefr else ()) + ways, "or")
        )

    def check(self, candidate: Candidate) -> Answer:
        skills = [skill for skill in candidate.student.languages if skill.lang == self.lang]
        if not skills:
            return self._missing(msg("The student’s level in {language} is not given.", language=LanguageName(self.lang)))
        answers = [self._answer(skill, candidate.reference) for skill in skills]
        return min(answers, key=lambda answer: answer.status.rank)

    def problems(self, reference: Reference) -> tuple[Invalid, ...]:
        tests = {band.test for band in reference.language_tests if band.lang == self.lang}
        unknown = known("tests", tuple(one.test for one in self.tests), tests)
        unknown += known("parts", tuple(one.part for test in self.tests for one in test.parts), PARTS)
        if self.cefr is not None and self.cefr not in CEFR:
            return (Invalid("cefr", self.cefr, CEFR), *unknown)
        return unknown if self.cefr or self.tests else (Invalid("cefr", "", CEFR),)

    def _missing(self, reason: Message) -> Answer:
        return Answer.missing(f"languages.{self.lang}", reason)

    def _answer(self, skill: LanguageSkill, reference: Reference) -> Answer:
        if skill.cefr is None and skill.score is None:
            return self._missing(msg("The score of {test} is not given.", test=skill.test or ""))
        has = _said(skill)
        same_test = next((one for one in self.tests if one.test == skill.test), None)
        if same_test is not None and skill.score is not None:
            return self._by_score(skill, skill.score, same_test, reference)
        needed = self.cefr or self._cefr_of_tests(reference)
        if needed is None:
            return _incomparable(has)
        if skill.score is not None and skill.cefr is None:
            return self._by_table(skill, skill.score, needed, reference)
        return self._by_level(skill.cefr or needed, needed, has, exact=self.cefr is not None)

    def _by_score(self, skill: LanguageSkill, score: Decimal, asked: TestMinimum, reference: Reference) -> Answer:
        has = _said(skill)
        if _scale(self.lang, asked.test, asked.minimum, asked.scale, reference) != _scale(
            self.lang, asked.test, score, None, reference
        ):
            reason = msg("The test has changed its scale; a score of one scale is not compared with one of the other.")
            return Answer(status=FindingStatus.TO_CONFIRM, has=has, reason=reason)
        if score < asked.minimum:
            missing = asked.minimum - score
            return self._short(
                has,
                msg_n(
                    "{missing} point short of the {asked} asked for.",
                    "{missing} points short of the {asked} asked for.",
                    how_many(missing),
                    missing=missing,
                    asked=asked.minimum,
                ),
            )
        return self._by_parts(skill, asked) or Answer(status=FindingStatus.MET, has=has, reason=msg("The score is high enough."))

    def _by_parts(self, skill: LanguageSkill, asked: TestMinimum) -> Answer | None:
        """``None`` where every part is good enough."""
        given = {one.part: one.score for one in skill.parts}
        low = next((part for part, least in asked.of_parts.items() if part in given and given[part] < least), None)
        if low is not None:
            reason = msg(
                "The overall score would do; {part} is at {score} where {least} is asked for.",
                part=PARTS.get(low, low),
                score=given[low],
                least=asked.of_parts[low],
            )
            return self._short(_said(skill), reason)
        unknown = tuple(PARTS.get(part, part) for part in asked.of_parts if part not in given)
        if unknown:
            reason = msg("The overall score would do; the score in {parts} is not given.", parts=Listing(unknown))
            return replace(self._missing(reason), has=_said(skill))
        return None

    def _by_level(self, level: str, needed: str, has: Message, *, exact: bool) -> Answer:
        if CEFR.index(level) < CEFR.index(needed):
            reason = msg("{level} is below the {needed} asked for.", level=level, needed=needed)
            if not exact:
                reason = msg("{level} is below {needed}, for which the score asked for usually stands.", level=level, needed=needed)
            return self._short(has, reason)
        if exact:
            return Answer(status=FindingStatus.MET, has=has, reason=msg("The level is high enough."))
        reason = msg("{level} would be enough; the school asks for a test, so it decides.", level=level)
        return Answer(status=FindingStatus.TO_CONFIRM, has=has, reason=reason)

    def _by_table(self, skill: LanguageSkill, score: Decimal, needed: str, reference: Reference) -> Answer:
        """Through a table of correspondences. Tables differ at their borders, so the top of a band may be the next level."""
        has, bands = _said(skill), _scale_bands(skill.lang, skill.test or "", score, reference)
        if not bands:
            return _incomparable(has)
        usual = max((band for band in bands if _from(band) <= score), key=_from, default=None)
        if usual is None:  # below all that the table knows
            lowest = min(bands, key=_from).cefr
            if CEFR.index(lowest) > CEFR.index(needed):
                return _incomparable(has)
            return self._short(has, msg("By every table this score is below {needed}.", needed=needed))
        if CEFR.index(usual.cefr) >= CEFR.index(needed):
            reason = msg(
                "This score usually stands for {level}; tables of correspondence differ, so the school confirms it.",
                level=usual.cefr,
            )
            return Answer(status=FindingStatus.TO_CONFIRM, has=has, reason=reason)
        at_border = usual.maximum is not None and score >= usual.maximum
        if at_border and CEFR.index(usual.cefr) + 1 == CEFR.index(needed):
            reason = msg(
                "This score stands for {level} or {needed}, since tables of correspondence differ; the school decides.",
                level=usual.cefr,
                needed=needed,
            )
            return Answer(status=FindingStatus.TO_CONFIRM, has=has, reason=reason)
        reason = msg("This score usually stands for {level}, below {needed}.", level=usual.cefr, needed=needed)
        return self._short(has, reason)

    def _short(self, has: Message, reason: Message) -> Answer:
        """What would be enough is the level, where one is named, else the first test, just good enough."""
        if self.cefr is None:
            return Answer(status=FindingStatus.NOT_MET, has=has, reason=reason, change=self._passed(self.tests[0]))
        say = msg("{language} at {level}", language=LanguageName(self.lang), level=self.cefr)
        change = Change(field=f"languages.{self.lang}", value=LanguageSkill(lang=self.lang, cefr=self.cefr), say=say)
        return Answer(status=FindingStatus.NOT_MET, has=has, reason=reason, change=change)

    def _passed(self, test: TestMinimum) -> Change:
        parts = tuple(PartScore(part, least) for part, least in test.of_parts.items())
        skill = LanguageSkill(lang=self.lang, test=test.test, score=test.minimum, parts=parts)
        return Change(field=f"languages.{self.lang}", value=skill, say=test.asked())

    def _cefr_of_tests(self, reference: Reference) -> str | None:
        found = [level for one in self.tests if (level := _usual_level(self.lang, one, reference))]
        return min(found, key=CEFR.index, default=None)


def _incomparable(has: Message) -> Answer:
    reason = msg("This cannot be compared with what is asked for; the school decides.")
    return Answer(status=FindingStatus.TO_CONFIRM, has=has, reason=reason)


def _from(band: TestBand) -> Decimal:
    return band.minimum if band.minimum is not None else Decimal(0)


def _bands(lang: str, test: str, scale: str | None, reference: Reference) -> list[TestBand]:
    rows = [band for band in reference.language_tests if (band.lang, band.test) == (lang, test) and band.minimum is not None]
    return [band for band in rows if scale in {None, band.scale}]


def _scale_bands(lang: str, test: str, score: Decimal, reference: Reference) -> list[TestBand]:
    """The table's rows for the scale that the score is on."""
    return _bands(lang, test, _scale(lang, test, score, None, reference), reference)


def _usual_level(lang: str, asked: TestMinimum, reference: Reference) -> str | None:
    """The level that the table gives for the score asked for."""
    scale = _scale(lang, asked.test, asked.minimum, asked.scale, reference)
    fitting = [band for band in _bands(lang, asked.test, scale, reference) if _from(band) <= asked.minimum]
    return max(fitting, key=_from).cefr if fitting else None


def _scale(lang: str, test: str, score: Decimal, scale: str | None, reference: Reference) -> str | None:
    """The scale that a score is on: the one named, else the narrowest that holds it. A 5 in the TOEFL is no 5 of 120."""
    if scale is not None:
        return scale
    scales = dict.fromkeys(band.scale for band in _bands(lang, test, None, reference))
    holding = [(high - low, one) for one in scales for low, high in [_bounds(one)] if low <= score <= high]
    return min(holding)[1] if holding else None


def _bounds(scale: str) -> tuple[Decimal, Decimal]:
    low, _, high = scale.partition("-")
    return Decimal(low), Decimal(high)


def _said(skill: LanguageSkill) -> Message:
    if skill.cefr:
        return msg("{level}", level=skill.cefr)
    if skill.parts:
        parts = tuple(msg("{part} {score}", part=PARTS.get(one.part, one.part), score=one.score) for one in skill.parts)
        return msg("{test} {score} ({parts})", test=skill.test or "", score=skill.score or 0, parts=Listing(parts, "comma"))
    return msg("{test} {score}", test=skill.test or "", score=skill.score or 0)
