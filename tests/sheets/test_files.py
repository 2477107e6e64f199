"""Saving a sheet: the old file or the new one, whole."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from advisor_app.domain.errors import EnvironmentProblem, UserProblem
from advisor_app.sheets.files import save

ROOT = Path(__file__).parents[2]
AS_ROOT = os.name == "posix" and os.geteuid() == 0


def test_a_sheet_is_saved_and_replaces_an_older_one(tmp_path: Path) -> None:
    target = tmp_path / "sheet.pdf"
    save(target, b"%PDF-old")
    save(target, b"%PDF-new")
    assert target.read_bytes() == b"%PDF-new"
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.pdf"]


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem) as problem:
        save(tmp_path, b"%PDF-new")
    assert "is a folder" in problem.value.message.template


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem) as problem:
        save(tmp_path / "nowhere" / "sheet.pdf", b"%PDF-new")
    assert dict(problem.value.message.params)["path"] == str(tmp_path / "nowhere" / "sheet.pdf")


@pytest.mark.skipif(AS_ROOT or os.name != "posix", reason="root may write everywhere")
def test_a_read_only_folder_is_said_and_the_old_file_stays(tmp_path: Path) -> None:
    target = tmp_path / "sheet.pdf"
    save(target, b"%PDF-old")
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(EnvironmentProblem):
            save(target, b"%PDF-new")
    finally:
        tmp_path.chmod(0o700)
    assert target.read_bytes() == b"%PDF-old"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "sheet.pdf"
    save(target, b"%PDF-old")
    real_open = os.open

    def on_a_full_disk(path: Path, flags: int, mode: int = 0o777) -> int:
        return real_open("/dev/full", flags & ~os.O_EXCL) if str(path).endswith(".part") else real_open(path, flags, mode)

    monkeypatch.setattr(os, "open", on_a_full_disk)
    with pytest.raises(EnvironmentProblem) as problem:
        save(target, b"%PDF-new")
    monkeypatch.undo()
    assert "could not be written" in problem.value.message.template
    assert target.read_bytes() == b"%PDF-old"
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.pdf"]


def test_a_link_keeps_pointing_where_it_did(tmp_path: Path) -> None:
    real = tmp_path / "real.pdf"
    save(real, b"%PDF-old")
    link = tmp_path / "link.pdf"
    try:
        link.symlink_to(real)
    except OSError:
        pytest.skip("no links here")
    save(link, b"%PDF-new")
    assert link.is_symlink()
    assert real.read_bytes() == b"%PDF-new"


def test_a_new_file_can_be_read_by_others_as_any_other_file(tmp_path: Path) -> None:
    target, plain = tmp_path / "sheet.pdf", tmp_path / "plain.txt"
    save(target, b"%PDF-new")
    plain.write_bytes(b"")
    assert target.stat().st_mode == plain.stat().st_mode


def test_what_is_no_sheet_is_not_overwritten(tmp_path: Path) -> None:
    student = tmp_path / "student.toml"
    student.write_text("[person]\nage = 22\n")
    with pytest.raises(UserProblem):
        save(student, b"%PDF-1.7")
    assert student.read_text() == "[person]\nage = 22\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_or_a_link_to_itself_is_not_replaced(tmp_path: Path) -> None:
    pipe, loop = tmp_path / "pipe", tmp_path / "loop"
    os.mkfifo(pipe)
    loop.symlink_to(loop)
    for path in (pipe, loop):
        with pytest.raises(UserProblem):
            save(path, b"%PDF-1.7")
    assert pipe.is_fifo()
    assert loop.is_symlink()


SAVING = """
import sys
from pathlib import Path
from advisor_app.sheets.files import save
sheets = [b"%PDF-" + letter * 3_000_000 for letter in (b"a", b"b")]
print("ready", flush=True)
while True:
    for sheet in sheets:
        save(Path(sys.argv[1]), sheet)
"""


@pytest.mark.skipif(os.name != "posix", reason="this system kills otherwise")
def test_killed_while_saving_the_old_sheet_or_the_new_one_is_there_whole(tmp_path: Path) -> None:
    target = tmp_path / "sheet.pdf"
    whole = {b"%PDF-" + letter * 3_000_000 for letter in (b"a", b"b")}
    seen = set()
    for round_ in range(12):
        with subprocess.Popen([sys.executable, "-c", SAVING, str(target)], stdout=subprocess.PIPE, cwd=ROOT) as saving:
            assert saving.stdout is not None
            saving.stdout.readline()
            with pytest.raises(subprocess.TimeoutExpired):
                saving.wait(timeout=0.01 + 0.013 * round_)
            saving.kill()
        if target.exists():
            seen.add(target.read_bytes())
    assert seen <= whole
    assert seen, "at least one sheet was saved in all that time"
