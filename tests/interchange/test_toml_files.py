import os
from pathlib import Path

import pytest

from advisor_app.interchange.source_problems import SourceProblems
from advisor_app.interchange.toml_files import LIMIT, read_toml
from tests.interchange.said import said


def problem(path: Path) -> str:
    with pytest.raises(SourceProblems) as caught:
        read_toml(path, Path("x.toml"))
    line = said(caught.value.message)
    assert "\n" not in line
    return line


def written(folder: Path, content: bytes) -> Path:
    path = folder / "x.toml"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'a = 1\nb = "caf\xe9"', "x.toml:2: this is not UTF-8 text; save the file in the UTF-8 encoding"),
        (b"a = 1\na = 2", "x.toml:2: this key stands here a second time"),
        (b"[t]\na = 1\n[t]\n", "x.toml:3: this table stands here a second time"),
        (b"a = {b = 1, b = 2}", "x.toml:1: this key stands here a second time"),
        (b"a = [1,\n2", "x.toml:2: a list is not closed with ]"),
        (b'a = "b\n', "x.toml:1: this is not valid TOML (Illegal character '\\n')"),
        (b"a\n", "x.toml:1: an equals sign is missing after the key"),
        (b"a = yes", "x.toml:1: this value is neither a text in quotation marks"),
        (b"a = 2026-02-30", "x.toml:1: there is no such date"),
        (b"a = \x00", "x.toml:1: this value is neither"),
        (b"a = " + b"[" * 5_000, "x.toml: tables and lists lie within one another more than 40 deep"),
        (b"a = " + b"[" * 60 + b"]" * 60, "x.toml: tables and lists lie within one another more than 40 deep"),
        (b".".join([b"a"] * 200_000) + b" = 1", "x.toml: tables and lists lie within one another more than 40 deep"),
        (b"a = " + b"9" * 5_000, "x.toml: a number has too many digits"),
        (b"a = 1 \xe2\x80\xae", "x.toml:1: something follows the value on the same line"),
        (b"x = " + b"a" * 4_000_000, "x.toml:1: this value is neither"),
        (b"x" + b" " * 4_000_000, "x.toml:1: an equals sign is missing after the key"),
        (b"a = [" + b"1," * 30_001 + b"]", "x.toml: there are more than 30000 values"),
        (b"#" * (LIMIT + 1), "x.toml: the file is larger than 5000 kB"),
    ],
)
def test_whatever_is_in_a_file_makes_one_plain_line(tmp_path: Path, content: bytes, expected: str) -> None:
    assert problem(written(tmp_path, content)).startswith(expected)


def test_an_empty_file_and_a_file_from_notepad_are_read(tmp_path: Path) -> None:
    assert read_toml(written(tmp_path, b"")).data == {}
    assert read_toml(written(tmp_path, b"\xef\xbb\xbfa = 1\r\n")).data == {"a": 1}


def test_what_is_no_file(tmp_path: Path) -> None:
    assert problem(tmp_path) == "x.toml: this is a folder, not a file"
    assert problem(tmp_path / "none.toml") == "x.toml: there is no such file"
    assert problem(tmp_path / "a\0b") == "x.toml: the file cannot be read (embedded null byte)"
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert problem(loop) == "x.toml: symbolic links lead in a circle"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert problem(tmp_path / "pipe") == "x.toml: this is not a file that can be read"
