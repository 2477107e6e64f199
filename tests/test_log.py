"""The log: what a programmer needs, and nothing that somebody typed."""

import logging
import subprocess
import sys
from pathlib import Path

from advisor_app import log


def failed(secret: str) -> BaseException:
    try:
        try:
            int(secret)
        except ValueError as cause:
            raise RuntimeError(f"about {secret}") from cause
    except RuntimeError as error:
        return error
    raise AssertionError("a word was taken for a number")


def test_a_fault_is_added_with_its_cause_and_without_its_words(own_data_dir: Path) -> None:
    first = log.keep(failed("Aïcha"))
    second = log.keep(failed("Zoé"))
    assert first == second == log.log_file()
    assert log.log_file().is_relative_to(own_data_dir)
    text = log.log_file().read_text(encoding="utf-8")
    assert text.count("builtins.ValueError") == text.count("builtins.RuntimeError") == 2
    assert text.index("ValueError") < text.index("RuntimeError"), "the cause first"
    assert "test_log.py:" in text
    assert "Aïcha" not in text
    assert "Zoé" not in text
    assert str(Path(__file__).parent) not in text


def test_where_nothing_can_be_written_the_program_goes_on(own_data_dir: Path) -> None:
    own_data_dir.rmdir()
    own_data_dir.write_text("in the way")
    assert log.keep(failed("x")) is None
    assert log.start() is None


def test_what_is_noted_before_the_log_is_open_is_written_when_it_is(own_data_dir: Path) -> None:
    log.note(logging.WARNING, "a word of Qt's")
    assert not log.log_file().exists()
    try:
        file = log.start()
        assert file is not None
        assert file.read_text(encoding="utf-8").count("WARNING a word of Qt's") == 1
    finally:
        log.stop()


CRASH = """
import faulthandler, sys
from advisor_app import log
log.watch_below()
faulthandler._sigsegv()
"""


def test_a_crash_below_python_leaves_its_way_without_the_names_of_folders(own_data_dir: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", CRASH], check=False, capture_output=True)
    assert ended.returncode != 0
    assert "Segmentation fault" in log.newest(50)
    assert str(Path(log.__file__).parent.parent) not in log.newest(50)


def test_the_newest_lines_come_last_and_are_not_too_many(own_data_dir: Path) -> None:
    own_data_dir.mkdir(exist_ok=True)
    log.log_file().write_text("\n".join(f"line {number}" for number in range(100)))
    assert log.newest(3).splitlines() == ["line 97", "line 98", "line 99"]
