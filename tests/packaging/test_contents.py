"""What is decided before anything is built."""

import tarfile
import zipfile
from pathlib import Path

from scripts.packaging import archive, contents, windows

LIB = "PySide6/Qt/lib"


def entry(place: str, kind: str = "BINARY") -> contents.Entry:
    return (place, f"/from/{place}", kind)


def test_only_parts_that_are_used_go_in() -> None:
    kept = (
        *("PySide6/Qt/plugins/platforms/libqxcb.so", "PySide6/Qt/translations/qtbase_fr.qm", "babel/locale-data/fr.dat", "a/x.so"),
        *("advisor-0.1.0.dist-info/METADATA", "resources/translations/fr/LC_MESSAGES/advisor.mo"),
    )
    left = (
        *("PySide6/Qt/plugins/platforms/libqeglfs.so", "PySide6/Qt/plugins/sqldrivers/libqsqlite.so", "numpy/tests/data.csv"),
        *("PySide6/Qt/translations/qtbase_de.qm", "babel/locale-data/de.dat", "advisor-0.1.0.dist-info/direct_url.json"),
        *("resources/desktop/advisor.ico", "typst/py.typed", "attrs-26.1.0.dist-info/METADATA"),
        "resources/translations/fr/LC_MESSAGES/advisor.po",
    )
    assert [place for place in (*kept, *left) if contents.wanted(entry(place))] == list(kept)


def test_a_library_stays_only_where_something_that_is_left_asks_for_it() -> None:
    asked = {
        "/from/QtGui.abi3.so": ["libQt6Gui.so.6", "libz.so.1"],
        f"/from/{LIB}/libQt6Gui.so.6": ["libz.so.1"],
        "/from/PySide6/Qt/plugins/printsupport/libcupsprintersupport.so": ["libcups.so.2", "libgnutls.so.30", "libz.so.1"],
        "/from/libcups.so.2": ["libgnutls.so.30", "libz.so.1"],
    }
    given = [
        entry("QtGui.abi3.so", "EXTENSION"),
        entry("PySide6/Qt/plugins/printsupport/libcupsprintersupport.so"),
        *map(entry, (f"{LIB}/libQt6Gui.so.6", "libz.so.1", "libcups.so.2", "libgnutls.so.30", f"{LIB}/libQt6Quick.so.6")),
    ]
    kept = {Path(place).name for place, _, _ in contents.reachable(given, lambda file: asked.get(file, []))}
    assert kept == {"QtGui.abi3.so", "libcupsprintersupport.so", "libQt6Gui.so.6", "libz.so.1"}


def test_an_archive_is_the_same_whenever_and_by_whomever_it_is_packed(tmp_path: Path) -> None:
    packed = []
    for number, rights in enumerate((0o755, 0o700)):
        folder = tmp_path / f"copy-{number}"
        (folder / "inner").mkdir(parents=True)
        (folder / "advisor").write_bytes(b"\x7fELF")
        (folder / "advisor").chmod(rights)
        (folder / "inner" / "été.txt").write_text("text", encoding="utf-8")
        for suffix in ("tar.xz", "zip"):
            out = tmp_path / f"{number}.{suffix}"
            archive.pack(folder, out, "advisor-1", 1_700_000_000)
            packed.append(out.read_bytes())
    assert packed[:2] == packed[2:]
    with tarfile.open(tmp_path / "0.tar.xz") as tar:
        assert {one.name: oct(one.mode) for one in tar} == {"advisor-1/advisor": "0o755", "advisor-1/inner/été.txt": "0o644"}
    with zipfile.ZipFile(tmp_path / "0.zip") as found:
        assert sorted(found.namelist()) == ["advisor-1/advisor", "advisor-1/inner/été.txt"]


def test_the_checksum_is_what_sha256sum_reads(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"a")
    said = archive.checksum(tmp_path / "a.zip").read_text(encoding="ascii")
    assert said == "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  a.zip\n"


def test_windows_wants_four_numbers() -> None:
    assert windows.four_numbers("0.1.0") == (0, 1, 0, 0)
    assert windows.four_numbers("1.2.3rc1") == (1, 2, 3, 0)
    assert windows.four_numbers("2.0+local.7") == (2, 0, 0, 0)
