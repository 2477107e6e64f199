"""What is asked for on the command line."""

from pathlib import Path

import pytest

from advisor_app import paths
from advisor_app.printing import usage
from advisor_app.printing.console import Console
from advisor_app.wording import Translator


@pytest.mark.parametrize(
    ("given", "catalogue", "opens"),
    [
        ((), paths.default_catalogue(), None),
        (("Léa Martin.toml",), paths.default_catalogue(), Path("Léa Martin.toml")),
        (("/media/stick/other.sqlite",), Path("/media/stick/other.sqlite"), None),
        (("--catalogue", "other.sqlite"), Path("other.sqlite"), None),
        (("--catalogue", "other.sqlite", "student.toml"), Path("other.sqlite"), Path("student.toml")),
        (("--catalogue=other.sqlite", "student.toml"), Path("other.sqlite"), Path("student.toml")),
    ],
)
def test_a_file_alone_opens_the_window_with_it(given: tuple[str, ...], catalogue: Path, opens: Path | None) -> None:
    found = usage.parsed(given, Translator("en"), Console())
    assert (found.does, found.catalogue, found.opens) == ("window", catalogue, opens)


@pytest.mark.parametrize("given", [("check", "student.toml"), ("catalogue", "build", "sources", "out.sqlite")])
def test_a_file_after_a_command_belongs_to_the_command(given: tuple[str, ...]) -> None:
    assert usage.parsed(given, Translator("en"), Console()).does != "window"


def test_a_file_of_another_kind_is_no_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        usage.parsed(("letter.docx",), Translator("en"), Console())
    assert "letter.docx" in capsys.readouterr().err
