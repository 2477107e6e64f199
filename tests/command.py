"""Running the command line within the test's own process."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from advisor_app.cli import main

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "data" / "catalogue"
SEED = ROOT / "data" / "seed.sqlite"  # another test sees to it that it is what the sources give
SAMPLE = ROOT / "resources" / "samples" / "student.toml"

HEIP = "heip-msc-international-relations"
INTELLIGENCE = "ileri-m2-strategic-intelligence"
SECURITY = "ileri-m2-security-defence"


@dataclass(frozen=True)
class Ran:
    """What one command gave."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:  # noqa: ANN401 - JSON
        assert self.err == ""
        return json.loads(self.out)

    @property
    def words(self) -> str:
        """The text without its line breaks and columns, to look for sentences in."""
        return " ".join(self.out.split())

    @property
    def problem(self) -> str:
        """The one line that a user who can mend something gets."""
        assert self.status == 1, self
        assert self.err.startswith("error: "), self.err
        assert self.err.count("\n") == 1, self.err
        assert "Traceback" not in self.err
        return self.err.removeprefix("error: ").strip()


class Advisor:
    """The command line on one catalogue."""

    def __init__(self, catalogue: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.catalogue = catalogue
        self._capsys = capsys

    def __call__(self, *arguments: str | Path) -> Ran:
        self._capsys.readouterr()
        status = main(["--catalogue", str(self.catalogue), *map(str, arguments)])
        out, err = self._capsys.readouterr()
        return Ran(status, out, err)
