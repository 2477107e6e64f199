"""The French is complete, fits the English, and is what the program reads."""

import gettext
import importlib.util
import io
import shutil
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Message

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """``scripts/translations.py``, which is a file to be run, not a module of the program."""
    spec = importlib.util.spec_from_file_location("translations", ROOT / "scripts" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def copy(tool: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the catalogues that a test may spoil."""
    folder = tmp_path / "translations"
    shutil.copytree(tool.FOLDER, folder)
    monkeypatch.setattr(tool, "FOLDER", folder)
    return folder


def test_the_french_is_complete_and_up_to_date(tool: ModuleType) -> None:
    assert sorted(set(tool.problems("fr"))) == []


def test_updating_and_compiling_change_nothing(tool: ModuleType, copy: Path) -> None:
    before = {file: file.read_bytes() for file in (tool.po_file("fr"), tool.mo_file("fr"))}
    assert tool.main(["update"]) == 0
    assert tool.main(["compile"]) == 0
    assert {file: file.read_bytes() for file in before} == before


def test_a_new_string_is_noticed(tool: ModuleType, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    po = tool.po_file("fr")
    po.write_text(po.read_text(encoding="utf-8").replace('msgid "Can apply"', 'msgid "Could apply"'), encoding="utf-8")
    assert tool.main(["check"]) == 1
    said = capsys.readouterr().err
    assert "not in the catalogue yet: ('Can apply',)" in said
    assert "no longer in the program: ('Could apply',)" in said
    assert "is not what advisor.po compiles to" in said


def test_a_string_that_comes_back_gets_its_translation_back(tool: ModuleType, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool.main(["update"])
    before = tool.po_file("fr").read_bytes()
    with monkeypatch.context() as without:
        without.setattr(tool, "sources", lambda: [file for file in tool.PACKAGE.rglob("*.py") if file.name != "words.py"])
        tool.main(["update"])
        assert '#~ msgid "Can apply"' in tool.po_file("fr").read_text(encoding="utf-8")
    tool.main(["update"])
    assert tool.po_file("fr").read_bytes() == before


@pytest.mark.parametrize(
    ("english", "french", "complaint"),
    [
        ("{a} of {b}", "{a} sur {c}", "has"),
        ("{a} of {b}", "{a}", "has"),
        ("{a}", "{a", "cannot be filled in"),
        (("{count} {a}", "{count} {a}s"), ("un {a}", "{count} {a}s"), None),
        ("{a}?", "{a} ?", None),
        ("it is", "c'est", "straight apostrophe"),
        ("{a}!", "{a}!", "lacks a space"),
        ("a: b", "a\u00a0: b", "no-break space"),
    ],
)
def test_what_a_translation_may_not_do(
    tool: ModuleType, english: str | tuple[str, str], french: str | tuple[str, str], complaint: str | None
) -> None:
    message = Message(english, french)
    found = [*tool.faults(message), *tool.typed_badly(message)]
    assert bool(found) is (complaint is not None), found
    assert complaint is None or complaint in found[0]


def test_the_compiled_file_holds_no_date_and_no_address(tool: ModuleType) -> None:
    header = gettext.GNUTranslations(io.BytesIO(tool.mo_file("fr").read_bytes())).info()
    assert set(header) <= {
        "project-id-version",
        "language",
        "plural-forms",
        "mime-version",
        "content-type",
        "content-transfer-encoding",
    }


def test_missing_translations_are_listed(tool: ModuleType, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    po = tool.po_file("fr")
    po.write_text(po.read_text(encoding="utf-8").replace('msgstr "Peut postuler"', 'msgstr ""'), encoding="utf-8")
    assert tool.main(["missing"]) == 0
    assert "'Can apply'  [advisor_app/wording/words.py]" in capsys.readouterr().out
