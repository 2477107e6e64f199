"""Made-up catalogues of any size, to try the program at size: ``python -m benchmarks.generate 10000 out.sqlite``.

What is silent, doubtful or contradictory is so in the proportion of the three real pages. The same number gives the same bytes.
Documents are shorter than those of the real pages (some 4 kB, not 45): fewer courses, one sentence where a page has three.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import TypeVar

from advisor_app.domain.catalogue import (
    Award,
    Block,
    Calendar,
    Campus,
    Catalogue,
    Charge,
    Combination,
    Course,
    EntryPoint,
    Financing,
    Format,
    Institution,
    Intake,
    JobList,
    Option,
    Programme,
    SkillBlock,
)
from advisor_app.domain.errors import Problem
from advisor_app.domain.facts import Fact, Flag, Reading, Severity, Source, Status
from advisor_app.domain.quantities import Span
from advisor_app.domain.terms import AwardKind, ChargeKind, FormatKind, Payer, Per, YesNo
from advisor_app.domain.text import Text, same
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.paths import default_catalogue
from advisor_app.services.build import build
from advisor_app.wording import Translator
from benchmarks.rules import requirements
from benchmarks.words import ANGLES, CITIES, COURSES, LEVELS, SCHOOLS, SKILLS, SUBJECTS, TRACKS, Subject

T = TypeVar("T")

SEED = 2026
DATED = date(2026, 11, 1)
# How facts are known on the three real pages, in percent; Fact and other evidence together.
STATUSES = {
    Status.STATED: 55,
    Status.NOT_STATED: 28,
    Status.INFERRED: 8,
    Status.CONFLICTING: 4,
    Status.CALCULATED: 3,
    Status.OTHER_PROGRAMME: 2,
}
SEVERITIES = {Severity.A: 24, Severity.B: 22, Severity.C: 12}
AWARDS = {
    AwardKind.NATIONAL_MASTER: 30,
    AwardKind.SCHOOL_DIPLOMA: 25,
    AwardKind.RNCP_TITLE: 30,
    AwardKind.VISE: 8,
    AwardKind.OTHER: 7,
}
FORMATS = (
    Format(id="initial", name=Text("Initiale", "Initial"), kind=FormatKind.INITIAL, section="Formats"),
    Format(id="alternance", name=same("Alternance"), kind=FormatKind.ALTERNANCE, section="Formats"),
    Format(id="apprenticeship", name=Text("Apprentissage", "Apprenticeship"), kind=FormatKind.APPRENTICESHIP, section="Formats"),
)
DOUBTS = ("requirements", "tuition", "award", "formats", "curriculum", "summary", "financing", "internship", "entry", "campus")


def made_up(count: int, seed: int = SEED) -> tuple[Catalogue, Iterator[Programme]]:
    """A catalogue without its programmes, and the ``count`` programmes, one after the other."""
    with open_catalogue(default_catalogue()) as real:
        reference = real.reference()
        known = real.sources()
    schools = [_school(number, Random(f"{seed} school {number}")) for number in range(max(2, round(count**0.68)))]
    pages = (_page(number, school, Random(f"{seed} page {number}")) for number, school in enumerate(schools))
    head = Catalogue(
        version=f"made up, {count}",
        dated=DATED,
        reference=reference,
        sources={**known, **{page.id: page for page in pages}},
        institutions={school.id: school for school in schools},
    )
    return head, (programme(number, schools, seed) for number in range(count))


def programme(number: int, schools: list[Institution], seed: int = SEED) -> Programme:
    """The programme of that number; no other has to be made for it."""
    chance = Random(f"{seed} {number}")
    place = chance.randrange(len(schools))
    subject, (level, after, years) = chance.choice(SUBJECTS), chance.choice(LEVELS)
    name, lang = _name(chance, subject, level)
    campuses = tuple(campus.id for campus in schools[place].campuses[: chance.choice((1, 1, 1, 2, 3))])
    bare = Programme(
        id=f"programme-{number}",
        institution=schools[place].id,
        name=name,
        name_lang="fr" if lang == "fr" else "en",
        short_name=same(name),
        source=f"page-{place}",
        summary=_fact(chance, Text(f"Une formation en {subject.name.fr.lower()}.", f"A programme in {subject.name.en.lower()}.")),
        fields=Fact(value=subject.fields[:2], status=Status.INFERRED, section="Programme"),
        awards=(_award(chance, name, after + years),),
        campuses=campuses,
        formats=tuple(FORMATS[: chance.choice((1, 2, 2, 3))]),
        entry_points=tuple(_entries(chance, subject, after, years)),
    )
    return _completed(chance, bare, subject)


def _completed(chance: Random, bare: Programme, subject: Subject) -> Programme:
    """With what depends on the entry points and formats."""
    options = tuple(Option(id=f"option-{n}", name=same(title)) for n, title in enumerate(subject.courses[:2]))
    specialisations = options if chance.random() < 0.2 else ()
    intakes = (Intake(id="september", month=9), Intake(id="february", month=2))[: chance.choice((1, 1, 1, 2))]
    combination = Combination(
        entry_points=tuple(entry.id for entry in bare.entry_points),
        formats=tuple(format_.id for format_ in bare.formats),
        campuses=bare.campuses,
        specialisations=tuple(option.id for option in specialisations),
        intakes=tuple(intake.id for intake in intakes) if len(intakes) > 1 else (),
        status=chance.choice((Status.STATED, Status.STATED, Status.INFERRED)),
        section="Formats",
    )
    return replace(
        bare,
        specialisations=specialisations,
        combinations=(combination,),
        charges=tuple(_charges(chance)),
        financing=tuple(_financing(bare)),
        calendar=Calendar(intakes=intakes, days_per_week=_fact(chance, Decimal(chance.randint(2, 5)))),
        curriculum=tuple(_curriculum(chance, subject, bare)),
        teaching_language=_fact(chance, chance.choice((Text("français", "French"), Text("anglais", "English")))),
        jobs=(JobList(jobs=subject.jobs, section="Careers"),),
        skills=(SkillBlock(title=subject.name, skills=tuple(_skills(chance, subject)), section="Skills"),),
        minimum_grade=Fact(status=Status.NOT_STATED, section="Admission"),
        flags=tuple(_flags(chance)),
    )


# --- parts


def _school(number: int, chance: Random) -> Institution:
    subject, city = chance.choice(SUBJECTS), chance.choice(CITIES)
    name = chance.choice(SCHOOLS).format(of=subject.of, en=subject.name.en, city=city)
    short = "".join(word[0] for word in name.replace(",", "").split() if word[0].isupper() or len(word) > 3).upper()
    cities = dict.fromkeys((city, *chance.sample(CITIES, 3)))
    campuses = tuple(Campus(id=f"campus-{CITIES.index(each)}", name=same(each), city=each) for each in cities)
    return Institution(
        id=f"school-{number}", name=f"{name} {number}", short_name=f"{short} {number}", city=city, campuses=campuses[:3]
    )


def _page(number: int, school: Institution, chance: Random) -> Source:
    day = date(chance.choice((2020, 2023, 2024, 2025, 2025, 2026)), chance.randint(1, 10), 1)
    title = f"{school.name}, programmes"
    return Source(
        id=f"page-{number}", title=title, publisher=school.name, lang="fr", kind="programme_page", dated=day, day_known=False
    )


def _name(chance: Random, subject: Subject, level: str) -> tuple[str, str]:
    fr, en = chance.choice(ANGLES)
    other, city = chance.choice(SUBJECTS).name, chance.choice(CITIES)
    tracks = [track.format(fr=other.fr, en=other.en, city=city) for track in chance.choice(TRACKS)]
    track_fr, track_en = tracks if chance.random() < 0.35 else ("", "")
    if level == "MSc" or chance.random() < 0.3:
        return " ".join(part for part in (level, en, subject.name.en, track_en) if part), "en"
    return " ".join(part for part in (level, subject.name.fr, fr, track_fr) if part), "fr"


def _fact(chance: Random, value: T) -> Fact[T]:
    """The value, known as facts of real pages are: often not at all, sometimes in two ways."""
    status = _drawn(chance, STATUSES)
    if status is Status.NOT_STATED:
        return Fact(status=status, section="Programme")
    if status is Status.CONFLICTING:
        return Fact(status=status, readings=(Reading(value=value, section="Programme"), Reading(value=value, section="FAQ")))
    return Fact(value=value, status=status, section="Programme")


def _drawn(chance: Random, weights: dict[T, int]) -> T:
    return chance.choices(tuple(weights), tuple(weights.values()))[0]


def _award(chance: Random, name: str, level: int) -> Award:
    kind = _drawn(chance, AWARDS)
    registered = kind is AwardKind.RNCP_TITLE
    return Award(
        id="award",
        title=name,
        title_lang="fr",
        kind=kind,
        level=_fact(chance, min(level + 2, 7)),
        confers_master_grade=YesNo.YES if kind is AwardKind.NATIONAL_MASTER else YesNo.NOT_STATED,
        registry="RNCP" if registered else None,
        number=Fact(value=str(chance.randint(30000, 41000))) if registered else Fact(status=Status.NOT_STATED),
        section="Diploma",
    )


def _entries(chance: Random, subject: Subject, after: int, years: int) -> Iterator[EntryPoint]:
    """The first year, and for most longer programmes later ones: some three for two programmes."""
    for year in range(1, years + 1):
        if year == 1 or chance.random() < 0.8:
            left = Decimal(12 * (years - year + 1))
            yield EntryPoint(
                id=f"year-{year}",
                name=f"Year {year}",
                year=year,
                after=after + year - 1,
                duration=_fact(chance, Span(minimum=left, maximum=left)),
                credits=_fact(chance, left * 5),
                requirements=requirements(chance, after + year - 1, subject.fields),
                section="Admission",
            )


def _charges(chance: Random) -> Iterator[Charge]:
    status = _drawn(chance, STATUSES)
    amount = None if status is Status.NOT_STATED else Decimal(chance.randrange(3000, 16000, 50))
    per = chance.choice((Per.YEAR, Per.YEAR, Per.YEAR, Per.PROGRAMME, Per.SEMESTER, Per.NOT_STATED))
    yield Charge(
        id="tuition",
        kind=ChargeKind.TUITION,
        amount=amount,
        currency="EUR",
        per=per,
        school_year="2026/2027",
        status=status,
        section="Fees",
    )
    if chance.random() < 0.5:
        fee = Decimal(chance.choice((50, 60, 80, 100)))
        yield Charge(id="application", kind=ChargeKind.APPLICATION, amount=fee, currency="EUR", per=Per.ONCE, section="Fees")


def _financing(bare: Programme) -> Iterator[Financing]:
    under = tuple(format_.id for format_ in bare.formats if format_.kind.has_contract)
    if under:
        words = Text("L'entreprise finance la scolarité.", "The company pays for the tuition.")
        yield Financing(formats=under, payer=Payer.EMPLOYER_OR_OPCO, text=words, section="Fees")


def _curriculum(chance: Random, subject: Subject, bare: Programme) -> Iterator[Block]:
    for year in sorted({entry.year for entry in bare.entry_points}):
        matters = chance.sample(subject.courses, chance.randint(4, len(subject.courses))) * 2
        others = chance.sample(chance.choice(SUBJECTS).courses, 4)
        titles = (chance.choice(COURSES).format(title=title, other=chance.choice(others)) for title in matters)
        courses = tuple(Course(title=title, lang="fr") for title in dict.fromkeys(titles))
        yield Block(id=f"core-{year}", title=Text("Tronc commun", "Common core"), year=year, courses=courses, section="Programme")


def _skills(chance: Random, subject: Subject) -> Iterator[Text]:
    for fr, en in chance.sample(SKILLS, 4):
        yield Text(fr.format(fr=subject.name.fr.lower()), en.format(en=subject.name.en.lower()))


def _flags(chance: Random) -> Iterator[Flag]:
    for number, about in enumerate(chance.sample(DOUBTS, chance.randint(2, 6))):
        yield Flag(
            id=f"doubt-{number}",
            severity=_drawn(chance, SEVERITIES),
            about=about,
            problem=Text("La page le dit de deux façons.", "The page says this in two ways."),
            recorded=Text("Les deux sont gardées.", "Both are kept."),
            short=Text("à vérifier", "to be checked") if chance.random() < 0.1 else None,
        )


def main() -> int:
    """Writes a made-up catalogue."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.generate", description="Writes a made-up catalogue.")
    parser.add_argument("programmes", type=int, help="how many, 3 to 200000")
    parser.add_argument("out", type=Path, help="the catalogue file to write")
    parser.add_argument("--seed", type=int, default=SEED, help="another number gives another catalogue (default %(default)s)")
    asked = parser.parse_args()
    if asked.programmes < 1:
        parser.error("there is no catalogue of no programmes")
    start = time.perf_counter()
    head, programmes = made_up(asked.programmes, asked.seed)
    try:
        build(head, asked.out, programmes)
    except Problem as problem:
        print(f"error: {Translator('en').render(problem.message)}", file=sys.stderr)
        return 1
    took, size = time.perf_counter() - start, asked.out.stat().st_size / 1e6
    print(f"{asked.programmes} programmes, {len(head.institutions)} schools: {size:.1f} MB in {took:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
