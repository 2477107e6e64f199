"""A file is the old one or the new one."""

import os
from pathlib import Path

import pytest

from advisor_app.files import set_aside, write_whole


def test_the_new_content_replaces_the_old(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    write_whole(file, b"old")
    write_whole(file, b"new")
    assert file.read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir()] == ["a.json"], "nothing is left beside it"


def test_a_failure_leaves_the_old_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.json"
    write_whole(file, b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(file, b"new")
    assert file.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.json"]


@pytest.mark.skipif(os.name != "posix", reason="Windows lets only administrators make links")
def test_a_link_keeps_pointing_where_it_did(tmp_path: Path) -> None:
    there, link = tmp_path / "there.json", tmp_path / "link.json"
    there.write_bytes(b"old")
    link.symlink_to(there)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert there.read_bytes() == b"new"


def test_what_is_set_aside_never_overwrites_what_was_before(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    for content in (b"one", b"two"):
        file.write_bytes(content)
        set_aside(file)
    assert [(tmp_path / f"a.broken-{number}.json").read_bytes() for number in (1, 2)] == [b"one", b"two"]
    assert not file.exists()


def test_what_a_power_cut_left_is_swept_away_by_the_next_writing(tmp_path: Path) -> None:
    old, young, strange = (tmp_path / name for name in (".a-0123abcd.part", ".a-4567cdef.part", ".b-0123abcd.part"))
    for part in (old, young, strange):
        part.write_bytes(b"half")
    for part in (old, strange):
        os.utime(part, (0, 0))
    write_whole(tmp_path / "a.json", b"new")
    assert not old.exists()
    assert young.exists(), "somebody may be writing it"
    assert strange.exists(), "it belongs to another file"
