"""The code that a telephone reads: what it opens, and that it says so."""

from dataclasses import replace

import pytest

from advisor_app.domain.columns import Column
from advisor_app.services.compare import compare
from advisor_app.sheets import model as m
from advisor_app.sheets.comparison import comparison_sheet
from advisor_app.sheets.parts.address import address
from advisor_app.wording import Translator
from tests.sheets.test_comparison import ECONOMIST, HEIP, THREE, TODAY, opened, whole


def code(*, url: str | None = None, site: str | None = "heip.fr", source: str | None = None) -> m.Code | None:
    """Of HEIP's programme, with those addresses in the catalogue."""
    real = whole()
    programme = replace(real.programmes[HEIP], url=url)
    school = replace(real.institutions["heip"], site=site)
    sources = {**real.sources, programme.source: replace(real.sources[programme.source], url=source)}
    held = opened(
        replace(
            real,
            programmes={**real.programmes, HEIP: programme},
            institutions={**real.institutions, "heip": school},
            sources=sources,
        )
    )
    sheet = comparison_sheet(compare(held, ECONOMIST, [Column(programme=one) for one in THREE]), Translator("en"), TODAY)
    return next(row for row in sheet.rows if row.key == "next").cells[0].code


def test_the_exact_page_comes_before_the_site() -> None:
    found = code(url="https://heip.fr/msc")
    assert found is not None
    assert (found.url, found.caption) == ("https://heip.fr/msc", "its page")
    assert "opens the page of" in found.alt
    second = code(source="https://heip.fr/source")
    assert second is not None
    assert second.url == "https://heip.fr/source"


def test_a_site_is_said_to_be_no_more_than_that() -> None:
    found = code()
    assert found is not None
    assert (found.url, found.caption) == ("https://heip.fr", "school’s site")
    assert "not the page of the programme" in found.alt


def test_an_address_is_never_guessed() -> None:
    assert code(site=None) is None
    assert code(site="ask at the desk") is None


@pytest.mark.parametrize(
    ("written", "opens"),
    [
        ("https://school.example/a?b=c", "https://school.example/a?b=c"),
        ("http://school.example", "http://school.example"),
        ("www.school.example/masters", "https://www.school.example/masters"),
        ("School.example", "https://School.example"),
        ("javascript:alert(1)", None),
        ("ftp://school.example", None),
        ("school", None),
        ("two words.example", None),
        ("", None),
        (None, None),
    ],
)
def test_what_a_telephone_opens(written: str | None, opens: str | None) -> None:
    assert address(written) == opens
