"""Made-up catalogues to measure on, made once and kept under ``build/``, and plain SQLite on the same files."""

import hashlib
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

from sqlcipher3 import dbapi2

from advisor_app.models.search_index import PLACES, SHIFT
from advisor_app.services.build import build
from benchmarks.figures import ROOT
from benchmarks.generate import made_up

FOLDER: Final = ROOT / "build" / "bench"
_SAMPLE: Final = 60
_WEIGHTS: Final = "1e6, 3e5, 1e5, 1e5, 1e5, 1e5, 1e5, 1e3, 3e2, 1e2, 1.0"  # one for each of PLACES


def catalogue(size: int) -> Path:
    """A catalogue of that many programmes. It is made again when what a small one comes to has changed."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    return _kept(FOLDER / f"{size}-{_now()}.sqlite", lambda file: _build(size, file))


@cache
def _now() -> str:
    """What the generator and the format of catalogues come to today."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sample.sqlite"
        _build(_SAMPLE, file)
        return hashlib.sha256(file.read_bytes()).hexdigest()[:12]


def _build(size: int, file: Path) -> None:
    head, programmes = made_up(size)
    build(head, file, programmes)


def _kept(file: Path, make: Callable[[Path], None]) -> Path:
    if not file.exists():
        print(f"making {file.relative_to(ROOT)}, once", file=sys.stderr, flush=True)
        for older in FOLDER.glob(f"{file.name.split('-')[0]}-*"):
            older.unlink()
        make(file)
    return file


# --- plain SQLite


class Plain:
    """FTS5 over programmes, a column for each place, ranked by ``bm25``; facets counted by GROUP BY over the catalogue's tables."""

    def __init__(self, size: int) -> None:
        file = catalogue(size)
        index = _kept(file.with_name(f"fts5_{file.name}"), lambda new: _write_fts5(file, new))
        self._connection = dbapi2.connect(str(index))
        self._connection.execute("ATTACH ? AS c", (str(file),))
        self._connection.execute("PRAGMA c.mmap_size = 268435456")

    def keystroke(self, words: str) -> list[Any]:
        """Fifty ranked rows, and the counts of six facets."""
        query = " ".join(f'"{word}" *' for word in words.split())
        return [self._connection.execute(question, (query,)).fetchall() for question in (_RANKED, *_COUNTED)]


_RANKED: Final = (
    "SELECT p.id, p.name, i.short_name FROM plain JOIN c.programme p ON p.position = plain.rowid "  # noqa: S608 - constants
    f"JOIN c.institution i ON i.id = p.institution WHERE plain MATCH ? ORDER BY bm25(plain, {_WEIGHTS}), p.position LIMIT 50"
)
_COUNTED: Final = tuple(
    f"SELECT {column}, count(DISTINCT {owner}) FROM c.{table} WHERE {owner} IN (SELECT rowid FROM plain WHERE plain MATCH ?) GROUP BY 1"  # noqa: S608, E501
    for table, owner, column in (
        ("programme", "position", "institution"),
        ("programme_campus", "programme", "campus"),
        ("entry_point", "programme", "after"),
        ("format", "programme", "kind"),
        ("award", "programme", "kind"),
        ("programme_field", "programme", "field"),
    )
)


def _write_fts5(file: Path, new: Path) -> None:
    connection = dbapi2.connect(str(new), isolation_level=None)
    connection.execute("ATTACH ? AS c", (str(file),))
    names = ", ".join(place.value for place in PLACES)
    connection.execute(
        f"CREATE VIRTUAL TABLE plain USING fts5({names}, tokenize = \"unicode61 remove_diacritics 2\", prefix = '1 2 3')"
    )
    words: dict[int, str] = dict(connection.execute("SELECT id, words FROM c.search_text"))
    connection.execute("BEGIN")
    rows = connection.execute("SELECT position, texts FROM c.card ORDER BY position")
    marks = ", ".join("?" * (len(PLACES) + 1))
    connection.executemany(
        f"INSERT INTO plain(rowid, {names}) VALUES ({marks})",  # noqa: S608 - constants
        ((position, *_columns(memoryview(texts).cast("I"), words)) for position, texts in rows),
    )
    connection.execute("INSERT INTO plain(plain) VALUES ('optimize')")
    connection.execute("COMMIT")
    connection.close()


def _columns(texts: "memoryview[int]", words: dict[int, str]) -> list[str]:
    columns: list[list[str]] = [[] for _ in PLACES]
    for text in texts:
        columns[text >> SHIFT].append(words[text])
    return [" · ".join(column) for column in columns]
