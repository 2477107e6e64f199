"""Browsing at size: from a key to ranked rows and counted facets, the first screen, scrolling, opening, and memory."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from random import Random

from advisor_app.domain.student import Student
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.models.repository import CatalogueRepository
from advisor_app.services.browse import Browsed, Query, browse
from advisor_app.services.listed import rows
from benchmarks.catalogues import Plain, catalogue
from benchmarks.figures import ROOT, Figure
from benchmarks.generate import SEED
from benchmarks.verdicts import LAW

SIZES = {3: (10.0, None), 10_000: (10.0, 0.5), 200_000: (30.0, 0.15)}
"""Programmes, milliseconds for a key at most, and how that may compare to FTS5 with GROUP BY."""
SLOWEST = 50.0
TYPED = ("master droit paris", "management international", "securite lyon", "juriste", "finance de marche", "rncp 3")
RANKED, SCREEN = 50, 10
STUDENT = Student(qualifications=(LAW,), age=21)

OPENING = """
import sys, time
from benchmarks.memory import most_memory
start = time.perf_counter()
from pathlib import Path
from advisor_app.domain.student import Student
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.services.browse import Query, browse
from advisor_app.services.listed import rows
with open_catalogue(Path(sys.argv[1])) as opened:
    list(rows(opened, browse(opened, Student(), Query()), 0, 10))
    taken = time.perf_counter() - start
    for text in ("m", "master", "droit paris"):
        rows(opened, browse(opened, Student(), Query(text=text)), 0, 50)
print(taken * 1000, most_memory())
"""


def figures() -> Iterator[Figure]:
    """For each size; processor time, since others may be using the machine."""
    opening, small = _opened(3)
    scrolled = {}
    for size, (at_most, ratio) in SIZES.items():
        with open_catalogue(catalogue(size)) as opened:
            browse(opened, STUDENT, Query(text="zz"))  # reads the columns
            yield from _keys(opened, size, at_most, ratio)
            found = browse(opened, STUDENT, Query())
            scrolled[size] = _median(partial(_anywhere, opened, found))
            screen = _median(partial(_screen, opened))
        yield Figure(name=f"first screen of a search, {size:,}", value=screen, unit="ms", at_most=SLOWEST)
        if size > min(SIZES):
            yield Figure(
                name=f"scrolling anywhere, {size:,}",
                value=scrolled[size],
                unit="ms",
                peer=scrolled[10_000],
                against="10,000",
                at_most=1.5,
            )
            taken, memory = _opened(size)
            yield Figure(name=f"opening, {size:,}", value=taken, unit="ms", peer=opening, against="opening 3", at_most=1.5)
            yield Figure(name=f"memory then, {size:,}", value=memory, unit="MB", at_most=300)
    yield Figure(name="memory then, 3", value=small, unit="MB", at_most=150)


def _keys(opened: CatalogueRepository, size: int, at_most: float, ratio: float | None) -> Iterator[Figure]:
    taken = [_time(partial(_key, opened, text)) for text in _texts()]
    name = f"a key: {RANKED} rows and all facets, {size:,}"
    yield Figure(name=name, value=statistics.median(taken), unit="ms", at_most=at_most)
    yield Figure(name=f"{name}, of 100 the 95th", value=_slow(taken), unit="ms", at_most=max(at_most, SLOWEST))
    if ratio is not None:
        plain = Plain(size)
        peer = [_time(partial(plain.keystroke, text)) for text in _texts()]
        mean, plainly = statistics.mean(taken), statistics.mean(peer)
        yield Figure(name=name, value=mean, unit="ms", peer=plainly, against="FTS5 + GROUP BY", at_most=ratio)


def _texts() -> Iterator[str]:
    """Everything that stands in the search while somebody types."""
    return (text[:length] for text in TYPED for length in range(1, len(text) + 1) if text[length - 1] != " ")


def _key(opened: CatalogueRepository, text: str) -> None:
    found = browse(opened, STUDENT, Query(text=text))
    rows(opened, found, 0, RANKED)
    for facet in found.facets.values():
        facet.leading(SCREEN)


_places = Random(SEED)


def _anywhere(opened: CatalogueRepository, found: Browsed) -> None:
    start = _places.randrange(max(1, len(found) - SCREEN))
    for row in rows(opened, found, start, start + SCREEN):
        assert row.reason and row.price  # a closer look  # noqa: S101, PT018


def _screen(opened: CatalogueRepository) -> None:
    text = _places.choice(TYPED)[: _places.randint(2, 6)]
    for row in rows(opened, browse(opened, STUDENT, Query(text=text)), 0, SCREEN):
        assert row.reason and row.price  # noqa: S101, PT018


def _opened(size: int) -> tuple[float, float]:
    """Milliseconds from the first import to the first screen in a new process, and megabytes after a few searches."""
    command = [sys.executable, "-c", OPENING, str(catalogue(size))]
    runs = [subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split() for _ in range(5)]
    return statistics.median(float(taken) for taken, _ in runs), statistics.median(float(memory) for _, memory in runs)


def _median(work: Callable[[], object], times: int = 30) -> float:
    return statistics.median(_time(work) for _ in range(times))


def _slow(taken: list[float]) -> float:
    return statistics.quantiles(taken, n=100, method="inclusive")[94]


def _time(work: Callable[[], object]) -> float:
    start = time.thread_time()
    work()
    return (time.thread_time() - start) * 1000
