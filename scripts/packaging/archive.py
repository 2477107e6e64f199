"""The archive of the folder and its checksum: the same bytes for the same files."""

import hashlib
import lzma
import stat
import sys
import tarfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

SUFFIX = ".tar.xz" if sys.platform.startswith("linux") else ".zip"
_EXECUTABLE = 0o755
_PLAIN = 0o644
_PRESET = 6  # higher ones take twice as long for two in a hundred


def pack(folder: Path, archive: Path, root: str, moment: int) -> Path:
    """Packs ``folder`` under the name ``root``, every file of the same moment (seconds since 1970); returns the checksum's file."""
    if archive.suffix == ".zip":
        _zip(folder, archive, root, moment)
    else:
        _tar(folder, archive, root, moment)
    return checksum(archive)


def checksum(archive: Path) -> Path:
    """Writes what ``sha256sum --check`` reads, beside the archive."""
    with archive.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    beside = archive.with_name(archive.name + ".sha256")
    beside.write_text(f"{digest}  {archive.name}\n", encoding="ascii", newline="\n")
    return beside


def _files(folder: Path) -> Iterator[tuple[Path, str, int]]:
    """Every file and link with its place and the rights that it gets, whatever the umask was."""
    for file in sorted(folder.rglob("*"), key=lambda one: one.relative_to(folder).as_posix()):
        if file.is_symlink() or file.is_file():
            runs = (
                bool(file.stat().st_mode & stat.S_IXUSR)
                and not file.name.endswith((".so", ".py", ".txt"))
                and ".so." not in file.name
            )
            yield file, file.relative_to(folder).as_posix(), _EXECUTABLE if runs else _PLAIN


def _tar(folder: Path, archive: Path, root: str, moment: int) -> None:
    with (
        lzma.open(archive, "wb", preset=_PRESET) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for file, place, rights in _files(folder):
            entry = tar.gettarinfo(str(file), f"{root}/{place}")
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = ""
            entry.mtime, entry.mode = moment, rights
            if entry.isfile():
                with file.open("rb") as stream:
                    tar.addfile(entry, stream)
            else:
                tar.addfile(entry)


def _zip(folder: Path, archive: Path, root: str, moment: int) -> None:
    when = time.gmtime(max(moment, 315532800))[:6]  # a zip begins in 1980
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for file, place, rights in _files(folder):
            entry = zipfile.ZipInfo(f"{root}/{place}", when)
            entry.create_system = 3  # so that rights and links are kept
            entry.compress_type = zipfile.ZIP_DEFLATED
            kind = stat.S_IFLNK if file.is_symlink() else stat.S_IFREG
            entry.external_attr = (kind | rights) << 16
            packed.writestr(entry, str(file.readlink()).encode() if file.is_symlink() else file.read_bytes())
