"""What comes from outside: student files and catalogue sources that are huge, cut short or fuzzed; a clock years off."""

import random
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from advisor_app import paths, settings
from advisor_app.domain.columns import Column
from advisor_app.domain.errors import Problem
from advisor_app.domain.student import Student
from advisor_app.interchange.source_files import read_catalogue
from advisor_app.interchange.student_file import read_student
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.printing import facts
from advisor_app.services.check import check
from advisor_app.services.compare import compare
from advisor_app.services.detailed import details
from advisor_app.sheets.comparison import comparison_sheet
from advisor_app.sheets.render import render
from advisor_app.wording import Translator
from scripts.faults.outcome import Outcome
from scripts.faults.writers import sources

_WORDS = Translator("en")
_PATIENCE = 10.0
_BITS = (
    b"",
    b"\xff",
    b"\0",
    b"[[",
    b"]]",
    b'"""',
    b"9" * 400,
    b"=",
    b"\n",
    "\u202e".encode(),
    b"nan",
    b"{",
    b"2027-02-30",
    b"-",
    b"'",
)
DAYS = (date(1, 1, 1), date(1970, 1, 1), date(2016, 11, 22), date(2036, 11, 22), date(2038, 1, 20), date(9999, 12, 31))


def outcomes(fuzzed: int) -> Iterator[Outcome]:
    """All of them; ``fuzzed`` is how many student files are spoilt."""
    sample = (paths.resource_dir() / "samples" / "student.toml").read_bytes()
    chance = random.Random(fuzzed)
    reference, campuses = sources().reference, ("paris", "lyon")

    def student(file: Path) -> object:
        return read_student(file, reference, campuses)

    yield _read("a student file cut short at any byte", (sample[:end] for end in range(len(sample))), student)
    yield _read("a student file that was fuzzed", (_spoilt(sample, chance) for _ in range(fuzzed)), student)
    yield _read("a student file that is huge or a bomb", _bombs(), student)
    yield _read(
        "settings that were fuzzed", (_spoilt(b'language = "fr"\ntheme = "dark"\n', chance) for _ in range(fuzzed)), settings.load
    )
    yield _sources_spoilt(fuzzed // 20, chance)
    yield _clock()


def _read(fault: str, contents: Iterable[bytes], read: Callable[[Path], object]) -> Outcome:
    tried = refused = failed = 0
    slowest = 0.0
    sees: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "student.toml"
        for content in contents:
            tried += 1
            file.write_bytes(content)
            start = time.perf_counter()
            try:
                read(file)
            except Problem as problem:
                refused += 1
                sees.setdefault(problem.message.template, _WORDS.render(problem.message).replace(f"{folder}/", ""))
            except Exception:  # noqa: BLE001 - what nobody foresaw is counted
                failed += 1
            slowest = max(slowest, time.perf_counter() - start)
    failed += slowest > _PATIENCE
    note = f"{refused} refused, {failed} failed, the slowest took {slowest:.2f} s"
    return Outcome(fault=fault, tried=tried, lost=failed, note=note, sees=tuple(sorted(sees.values(), key=len))[:3])


def _spoilt(content: bytes, chance: random.Random) -> bytes:
    """A few bytes taken out, put in or turned over."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(changed) + 1)
        changed[at : at + chance.choice((0, 0, 1, 5, 40))] = chance.choice((*_BITS, bytes([chance.randrange(256)])))
    return bytes(changed)


def _bombs() -> Iterator[bytes]:
    yield b"#" * 100_000_000
    yield b"a = " + b"[" * 200_000
    yield b"a = " + b"{b = " * 5_000
    yield b".".join([b"a"] * 100_000) + b" = 1"
    yield b"a = 0x" + b"f" * 4_000_000
    yield b"".join(b"k%d = 1\n" % number for number in range(400_000))
    yield b"\0" * 10_000_000


def _sources_spoilt(times: int, chance: random.Random) -> Outcome:
    """One file of the catalogue's sources spoilt at a time."""
    tried = refused = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "catalogue"
        shutil.copytree(paths.data_dir() / "catalogue", copy)
        files = sorted(file for file in copy.rglob("*") if file.is_file())
        for _ in range(times):
            file = chance.choice(files)
            content = file.read_bytes()
            file.write_bytes(_spoilt(content, chance))
            tried += 1
            try:
                read_catalogue(copy)
            except Problem:
                refused += 1
            except Exception:  # noqa: BLE001 - what nobody foresaw is counted
                failed += 1
            file.write_bytes(content)
    return Outcome(fault="a catalogue source that was fuzzed", tried=tried, lost=failed, note=f"{refused} refused, {failed} failed")


def _clock() -> Outcome:
    """Facts, verdicts and the sheet on days that no calendar of today's should show."""
    failed = 0
    with open_catalogue(paths.default_catalogue()) as catalogue:
        ids = catalogue.programme_ids()
        checked = check(catalogue, Student())
        compared = compare(catalogue, Student(), [Column(programme=one) for one in ids])
        for day in DAYS:
            try:
                for one in ids:
                    list(facts.as_lines(details(catalogue, Student(), one), _WORDS, day, 80))
                render(comparison_sheet(compared, _WORDS, day))
            except Exception:  # noqa: BLE001 - what nobody foresaw is counted
                failed += 1
    note = f"from {DAYS[0]} to {DAYS[-1]}; {len(checked.routes)} verdicts do not depend on it"
    return Outcome(fault="a clock that is years off", tried=len(DAYS), lost=failed, note=note)
