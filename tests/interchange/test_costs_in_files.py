"""What source files say of countries, prices, dates of payment and contributions: read, and refused where it makes no sense."""

import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from advisor_app.domain.catalogue import Due
from advisor_app.domain.requirements.tree import leaves
from advisor_app.domain.terms import Moment
from advisor_app.interchange.source_files import read_catalogue
from advisor_app.interchange.source_problems import SourceProblems
from tests.interchange.said import lines

MADE_UP = Path(__file__).parent.parent / "catalogues" / "made_up"
MARINE = "programmes/marine-data.toml"
HARBOUR = "institutions/harbour.toml"
CONTRIBUTIONS = "reference/contributions.toml"
LEVY = """
version = "test"
dated = 2026-09-01
source = "made up"

[[contributions]]
id = "levy"
name = { fr = "Taxe", en = "Levy" }
country = "GB"
currency = "GBP"
owed_by = ["initial"]
checked_on = 2026-09-01
source = "made up"
amounts = [{ school_year = "2026/2027", amount = "12.50" }]
"""

DATED = """
deposit_due = { value = { moment = "registration" } }
instalments_due = { value = [{ month = 10, day = 1 }, { month = 1 }, { month = 4 }] }
"""

Changed = Callable[..., Path]


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    """A catalogue's folder with words of one file replaced; a pair without old words adds to its end."""

    def change(name: str, *pairs: tuple[str, str]) -> Path:
        folder = tmp_path / "catalogue"
        if not folder.exists():
            shutil.copytree(MADE_UP, folder)
        file = folder / name
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new, 1) if old else text + new
        file.write_text(text, encoding="utf-8")
        return folder

    return change


def problems(folder: Path) -> list[str]:
    with pytest.raises(SourceProblems) as error:
        read_catalogue(folder)
    return lines(error.value)


def test_a_programme_is_taught_in_the_country_of_its_school(changed: Changed) -> None:
    folder = changed(HARBOUR, ('short_name = "HU"', 'short_name = "HU"\ncountry = "GB"'))
    marine = read_catalogue(folder).programmes["marine-data"]
    assert marine.country == "GB"
    assert {leaf.home for entry in marine.entry_points if entry.requirements for leaf in leaves(entry.requirements)} == {"GB"}
    folder = changed(MARINE, ('institution = "harbour"', 'institution = "harbour"\ncountry = "FR"'))
    marine = read_catalogue(folder).programmes["marine-data"]
    assert marine.country == "FR"
    assert {leaf.home for entry in marine.entry_points if entry.requirements for leaf in leaves(entry.requirements)} == {None}


def test_a_file_may_not_say_where_a_requirement_is_at_home(changed: Changed) -> None:
    assert any("home" in line for line in problems(changed(MARINE, ('kind = "level"', 'home = "GB", kind = "level"'))))


def test_prices_are_tied_and_dated(changed: Changed) -> None:
    folder = changed(
        MARINE,
        ('per = "credit"\nformats = ["part-time"]', 'per = "credit"\ncredit_system = "CATS"\ncampuses = ["distance"]'),
        ("instalments = 3\n", "instalments = 3\n" + DATED),
    )
    marine = read_catalogue(folder).programmes["marine-data"]
    assert (marine.charges[2].credit_system, marine.charges[2].campuses) == ("CATS", ("distance",))
    assert marine.plans[0].deposit_due.value == Due(moment=Moment.REGISTRATION)
    assert marine.plans[0].instalments_due.value == (Due(month=10, day=1), Due(month=1), Due(month=4))


REFUSED = [
    ((HARBOUR, ('short_name = "HU"', 'short_name = "HU"\ncountry = "UK"')), "UK"),
    ((HARBOUR, ('short_name = "HU"', 'short_name = "HU"\ncountry = "Britain"')), "two capital letters"),
    ((MARINE, ('institution = "harbour"', 'institution = "harbour"\ncountry = "ZZ"')), "ZZ"),
    ((MARINE, ('per = "year"', 'per = "year"\ncredit_system = "CATS"')), "only a price per credit"),
    ((MARINE, ('per = "credit"', 'per = "credit"\ncredit_system = "CAST"')), "CATS"),
    ((MARINE, ('per = "year"', 'per = "year"\ncampuses = ["north"]')), "there is no “north”"),
    ((MARINE, ('[[awards]]', '[[awards]]\nstreams = ["deep-sea"]')), "deep-sea"),
    ((MARINE, ('per = "year"', 'per = "year"\ndue = { value = { day = 3 } }')), "either a moment or a month"),
    ((MARINE, ('per = "year"', 'per = "year"\ndue = { value = { moment = "start", day = 3 } }')), "a day needs its month"),
    ((MARINE, ('per = "year"', 'per = "year"\ndue = { value = { moment = "start", month = 3 } }')), "either a moment or a month"),
    ((MARINE, ('per = "year"', 'per = "year"\ndue = { value = { month = 2, day = 30 } }')), "from 1 to 29"),
    ((MARINE, ('per = "year"', 'per = "year"\ndue = { value = { month = 13 } }')), "from 1 to 12"),
    ((MARINE, ("instalments = 3\n", "instalments = 3\ninstalments_due = { value = [{ month = 1 }] }\n")), "for each instalment: 3"),
    ((MARINE, ("days_per_week", "deadlines = [{ month = 0, year = 1066 }]\ndays_per_week")), "from 1990 to 2100"),
    ((MARINE, ("days_per_week", 'deadlines = [{ month = 6, intakes = ["may"] }]\ndays_per_week')), "there is no “may”"),
    ((MARINE, ("days_per_week", "intensive_months = { value = [13] }\ndays_per_week")), "from 1 to 12"),
    ((MARINE, ("years = { value = [1] }", "years = { value = [1] }\nmonths = { value = [0] }")), "from 1 to 12"),
    ((CONTRIBUTIONS, ("", LEVY.replace('"GB"', '"XX"'))), "XX"),
    ((CONTRIBUTIONS, ("", LEVY.replace('"initial"', '"intial"'))), "initial"),
    ((CONTRIBUTIONS, ("", LEVY.replace("2026/2027", "2026"))), "a school year such as 2025/2026"),
    ((CONTRIBUTIONS, ("", LEVY.replace("12.50", "-12.50"))), "below 0"),
    ((CONTRIBUTIONS, ("", LEVY.partition("amounts")[0] + "amounts = []\n")), "an amount with its school year is missing"),
    ((CONTRIBUTIONS, ("", LEVY.replace('currency = "GBP"', ""))), "currency"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "words"), REFUSED, ids=[f"{place} {words}" for place, (_, words) in enumerate(REFUSED)])
def test_what_makes_no_sense_is_refused(change: tuple[str, tuple[str, str]], words: str, changed: Changed) -> None:
    found = problems(changed(*change))
    assert any(words in line for line in found), found


def test_a_contribution_is_one_row_for_each_school_year(changed: Changed) -> None:
    [levy] = read_catalogue(changed(CONTRIBUTIONS, ("", LEVY))).reference.contributions
    assert (levy.id, levy.school_year, levy.amount, levy.owed_by) == ("levy", "2026/2027", Decimal("12.50"), ("initial",))
