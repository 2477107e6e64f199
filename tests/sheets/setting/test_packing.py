"""A packed PDF is the same document, smaller."""

import io

import pikepdf
import pypdfium2
import pytest

from advisor_app.sheets import render as typeset
from advisor_app.sheets.setting.packing import packed
from tests.sheets import reading, samples


@pytest.fixture(scope="module")
def both() -> tuple[bytes, bytes]:
    loose = typeset.unpacked(samples.french())
    return loose, packed(loose)


def test_it_is_less_than_half_as_large(both: tuple[bytes, bytes]) -> None:
    loose, small = both
    assert len(small) < len(loose) / 2


def test_readers_find_the_same_in_it(both: tuple[bytes, bytes]) -> None:
    loose, small = both
    for look in (reading.pages, reading.fonts, reading.bookmarks):
        assert look(small) == look(loose)
    cells = {"/TD": "/cell", "/TH": "/cell"}
    before, after = ([(cells.get(kind, kind), *rest) for kind, *rest in reading.tags(pdf)] for pdf in both)
    assert after == before


def test_every_object_is_there_and_nothing_has_to_be_repaired(both: tuple[bytes, bytes]) -> None:
    loose, small = both
    with pikepdf.open(io.BytesIO(small)) as pdf, pikepdf.open(io.BytesIO(loose)) as before:
        assert pdf.check_pdf_syntax() == []
        assert str(pdf.Root.Lang) == "fr"
        assert str(pdf.docinfo["/Title"]) == str(before.docinfo["/Title"])
        assert pdf.Root.Metadata.read_bytes() == before.Root.Metadata.read_bytes()


def test_pages_look_the_same(both: tuple[bytes, bytes]) -> None:
    first, second = (pypdfium2.PdfDocument(pdf)[0].render(scale=0.5).to_numpy().tobytes() for pdf in both)
    assert first == second


def test_what_is_no_such_pdf_is_refused() -> None:
    with pytest.raises(ValueError, match="no plain table"):
        packed(b"%PDF-1.7\n%%EOF")
