"""The log: what a programmer needs, and nothing that somebody typed."""

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
