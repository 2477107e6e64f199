"""Catalogues that are torn, foreign, newer, damaged or swapped: a plain sentence, or the catalogue as it was."""

import os
import random
import shutil
import struct
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from advisor_app import paths
from advisor_app.domain.errors import Problem
from advisor_app.domain.student import Student
from advisor_app.models.catalogue_file import SOON_READ, open_catalogue
from advisor_app.models.file_format import SCHEMA_VERSION
from advisor_app.models.repository import CatalogueRepository
from advisor_app.printing import facts
from advisor_app.services.browse import Query, browse
from advisor_app.services.check import check
from advisor_app.services.detailed import details
from advisor_app.wording import Translator
from scripts.faults.disks import in_a_child
from scripts.faults.outcome import Outcome

_WORDS = Translator("en")
_DAY = date(2026, 11, 22)
_VERSION_AT = 60


def outcomes(flips: int) -> Iterator[Outcome]:
    """All of them; ``flips`` is how many single bits are turned over."""
    seed = paths.default_catalogue().read_bytes()
    expected = _everything(paths.default_catalogue())
    yield _read("torn at any length", (seed[: len(seed) * part // 200] for part in range(200)), expected)
    chance = random.Random(flips)
    yield _read("with one bit turned over", (_flipped(seed, chance.randrange(len(seed) * 8)) for _ in range(flips)), expected)
    yield _read(
        "of a newer version", [seed[:_VERSION_AT] + struct.pack(">I", SCHEMA_VERSION + 1) + seed[_VERSION_AT + 4 :]], expected
    )
    strangers = [b"milk\n", b"%PDF-1.7\n" + seed, b"PK\x03\x04" + seed, b"\0" * 4096, seed[:68] + b"\0\0\0\0" + seed[72:]]
    yield _read("of some other program", strangers, expected)
    yield _swapped("replaced by another while it is open", _replaced)
    yield _swapped("cut short in its place while it is open", _cut)


def _everything(file: Path) -> str:
    """What a user of the commands can read of a catalogue, in one string."""
    with open_catalogue(file, seal_up_to=SOON_READ) as catalogue:
        return _all_of(catalogue)


def _all_of(catalogue: CatalogueRepository) -> str:
    found = browse(catalogue, Student(), Query(text="international"))
    said = [str(list(found.positions))]
    for one in catalogue.programme_ids():
        said += facts.as_lines(details(catalogue, Student(), one), _WORDS, _DAY, 80)
    return "\n".join([*said, str(check(catalogue, Student()).routes)])


def _read(fault: str, contents: "Iterator[bytes] | list[bytes]", expected: str) -> Outcome:
    """Reads everything; what comes is a problem in words, or what is right."""
    tried = refused = wrong = failed = 0
    sees: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "catalogue.sqlite"
        for content in contents:
            tried += 1
            file.write_bytes(content)
            try:
                wrong += _everything(file) != expected
            except Problem as problem:
                refused += 1
                sees.setdefault(problem.message.template, _WORDS.render(problem.message).replace(f"{folder}/", ""))
            except Exception:  # noqa: BLE001 - what nobody foresaw is counted
                failed += 1
    note = f"{refused} refused, {tried - refused - wrong - failed} read as they were, {wrong} read otherwise, {failed} failed"
    return Outcome(fault=f"a catalogue {fault}", tried=tried, lost=wrong + failed, note=note, sees=tuple(sees.values()))


def _flipped(content: bytes, bit: int) -> bytes:
    changed = bytearray(content)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def _swapped(fault: str, swap: Callable[[Path], None]) -> Outcome:
    """Opens it, swaps the file, reads everything: in a process of its own, which the system may end."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "catalogue.sqlite"
        shutil.copy(paths.default_catalogue(), file)
        sentence, status = in_a_child(lambda: _read_swapped(file, swap))
    sees = (sentence.replace(f"{folder}/", ""),) if sentence else ()
    note = f"the process was ended by signal {-status}" if status < 0 else ""
    return Outcome(fault=f"a catalogue {fault}", tried=1, lost=int(status != 0), note=note, sees=sees)


def _read_swapped(file: Path, swap: Callable[[Path], None]) -> str:
    with open_catalogue(file) as catalogue:
        catalogue.programme_ids()
        swap(file)
        try:
            _all_of(catalogue)
        except Problem as problem:
            return _WORDS.render(problem.message)
    return "the catalogue that was opened, unchanged"


def _replaced(file: Path) -> None:
    other = file.with_name("other")
    other.write_bytes(b"milk\n" * 1000)
    other.replace(file)


def _cut(file: Path) -> None:
    os.truncate(file, 5_000)
