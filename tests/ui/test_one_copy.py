"""One copy, many starts."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from advisor_app.ui.one_copy import Claim, Doorbell, OneCopy

LEFT_BEHIND = """
import os, sys
from pathlib import Path
from advisor_app.ui.one_copy import OneCopy
copy = OneCopy(Path(sys.argv[1]))
print(copy.claim().name, flush=True)
os._exit(9)
"""
SECOND_START = """
import sys
from pathlib import Path
from advisor_app.ui.one_copy import OneCopy
copy = OneCopy(Path(sys.argv[1]))
print(copy.claim().name, copy.bring_forward(Path(sys.argv[2])), flush=True)
"""


@pytest.fixture
def first(tmp_path: Path) -> Iterator[OneCopy]:
    copy = OneCopy(tmp_path / "own")
    assert copy.claim() is Claim.OURS
    yield copy
    copy.release()


def test_the_second_copy_is_told_that_there_is_a_first(first: OneCopy, tmp_path: Path) -> None:
    second = OneCopy(tmp_path / "own")
    assert second.claim() is Claim.ANOTHER_HERE
    first.release()
    assert second.claim() is Claim.OURS
    second.release()


def test_another_folder_is_another_copy(first: OneCopy, tmp_path: Path) -> None:
    other = OneCopy(tmp_path / "portable")
    assert other.claim() is Claim.OURS
    assert other.name != first.name
    other.release()


def test_a_second_start_brings_the_first_forward_with_its_file(first: OneCopy, tmp_path: Path, qtbot: QtBot) -> None:
    parent = QObject()
    bell = Doorbell(first.name, parent)
    file = tmp_path / "élève 1.toml"
    second = subprocess.Popen(
        [sys.executable, "-c", SECOND_START, str(tmp_path / "own"), str(file)], stdout=subprocess.PIPE, text=True
    )
    with qtbot.waitSignal(bell.rung, timeout=10_000) as rung:
        pass
    assert rung.args == [str(file)]
    assert second.communicate(timeout=10)[0].split() == ["ANOTHER_HERE", "True"]


def test_where_nobody_answers_it_is_said(first: OneCopy, tmp_path: Path) -> None:
    assert not OneCopy(tmp_path / "own").bring_forward(None)


def test_what_a_crash_leaves_behind_is_taken_over(tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "own"
    done = subprocess.run([sys.executable, "-c", LEFT_BEHIND, str(folder)], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.returncode) == ("OURS", 9)
    assert (folder / "advisor.lock").exists(), "the crash left it"
    copy = OneCopy(folder)
    assert copy.claim() is Claim.OURS
    copy.release()


def test_a_lock_of_another_machine_is_for_a_person_to_decide(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "advisor.lock").write_text("4242\nadvisor\nlaptop-of-a-colleague\n\n\n")
    copy = OneCopy(folder)
    assert copy.claim() is Claim.ANOTHER_MACHINE
    assert copy.owner() == "laptop-of-a-colleague"
    assert copy.take_over()
    assert OneCopy(folder).claim() is Claim.ANOTHER_HERE
    copy.release()


@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_keeps_nobody_out(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert OneCopy(tmp_path / "own").claim() is Claim.NO_LOCK


def test_a_file_in_the_folders_place_keeps_nobody_out(tmp_path: Path) -> None:
    (tmp_path / "own").write_text("")
    assert OneCopy(tmp_path / "own").claim() is Claim.NO_LOCK


@pytest.mark.parametrize("line", [b"\n", b"[]\n", b"{}\n", b'"open"\n', b"\xff\xfe\n", b"[" * 100_000 + b"\n", b"x" * 200_000])
def test_strangers_at_the_door_are_sent_away(line: bytes, first: OneCopy, qtbot: QtBot) -> None:
    parent = QObject()
    bell = Doorbell(first.name, parent)
    rung: list[str] = []
    bell.rung.connect(rung.append)
    stranger = QLocalSocket()
    stranger.connectToServer(first.name)
    assert stranger.waitForConnected(2_000)
    stranger.write(line)
    qtbot.waitUntil(lambda: stranger.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert rung == []
    friend = QLocalSocket()
    friend.connectToServer(first.name)
    with qtbot.waitSignal(bell.rung):
        friend.write(json.dumps({"open": None}).encode() + b"\n")
    assert rung == [""]
