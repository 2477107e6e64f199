"""Row labels as a screen reader finds them: headers that every other cell of their row names."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pikepdf
import pytest

from advisor_app.sheets.make import render
from advisor_app.sheets.order import Options
from tests.sheets import reading
from tests.sheets.test_comparison import ECONOMIST, NEWCOMER, TODAY
from tests.sheets.test_every_kind import KINDS, content


@cache
def pdf(kind: str) -> pikepdf.Pdf:
    return reading.opened(render(content(kind, NEWCOMER, ECONOMIST), Options(lang="fr", printed_on=TODAY)).pdf)


def _rows(node: Any) -> Iterator[Any]:  # noqa: ANN401 - pikepdf objects have no types of their own
    if isinstance(node, pikepdf.Array):
        for part in node:
            yield from _rows(part)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        if node.S == "/TR":
            yield node
        elif "/K" in node:
            yield from _rows(node.K)


def attribute(cell: Any, name: str) -> Any:  # noqa: ANN401 - as above
    tables = (one for one in cell.A if one.O == "/Table")
    return next((one[name] for one in tables if name in one), None)


def bodies(kind: str) -> list[list[Any]]:
    """The cells of every row below the heads."""
    rows = [list(row.K) for row in _rows(pdf(kind).Root.StructTreeRoot.K)]
    return [cells for cells in rows if attribute(cells[0], "/Scope") != "/Column"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_cell_of_every_row_is_its_header(kind: str) -> None:
    found = bodies(kind)
    assert found
    for first, *others in found:
        assert first.S == "/TH"
        assert attribute(first, "/Scope") == "/Row"
        for cell in others:
            named = [str(name) for name in attribute(cell, "/Headers")]
            assert cell.S == "/TD"
            assert str(first.ID) in named
            assert len(named) >= 2


@pytest.mark.parametrize("kind", KINDS)
def test_every_header_can_be_found_by_its_name(kind: str) -> None:
    names = list(pdf(kind).Root.StructTreeRoot.IDTree.Names)
    keys = [str(name) for name in names[::2]]
    assert keys == sorted(set(keys))
    for key, element in zip(keys, names[1::2], strict=True):
        assert str(element.ID) == key
        assert element.S == "/TH"
    used = {str(name) for cells in bodies(kind) for cell in cells for name in attribute(cell, "/Headers")}
    assert used <= set(keys)
