import shutil
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from advisor_app.domain.facts import Status
from advisor_app.domain.quantities import Span
from advisor_app.domain.requirements.kinds.credits import Credits
from advisor_app.domain.requirements.tree import AppliesTo, AtLeast, Leaf, Readings, Strength, children, leaves
from advisor_app.domain.terms import FormatKind, YesNo
from advisor_app.domain.text import Text
from advisor_app.interchange.source_files import read_catalogue
from advisor_app.interchange.source_problems import SourceProblems
from tests.interchange.said import lines, said

MADE_UP = Path(__file__).parent.parent / "catalogues" / "made_up"
MARINE = "programmes/marine-data.toml"
BAKING = "programmes/night-baking.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MADE_UP, tmp_path / "catalogue"))


Spoil = Callable[..., list[str]]


@pytest.fixture
def spoil(folder: Path) -> Spoil:
    """Replaces words of a file and hands back every problem that is then found."""

    def replaced(name: str, *pairs: tuple[str, str]) -> list[str]:
        text = (folder / name).read_text(encoding="utf-8")
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new, 1)
        (folder / name).write_text(text, encoding="utf-8")
        return problems(folder)

    return replaced


def problems(folder: Path) -> list[str]:
    try:
        read_catalogue(folder)
    except SourceProblems as error:
        found = lines(error)
        assert not any("\n" in line for line in found)
        return found
    return []


def test_a_catalogue_is_read_whole() -> None:
    catalogue = read_catalogue(MADE_UP)
    marine, baking = catalogue.programmes["marine-data"], catalogue.programmes["night-baking"]
    assert (catalogue.version, catalogue.dated) == ("test 1", date(2026, 9, 1))
    assert list(catalogue.institutions) == ["fournil", "harbour"]
    assert marine.entry_points[0].duration.value == Span(minimum=Decimal(12), maximum=Decimal(36), unit="month")
    assert [charge.amount for charge in marine.charges] == [
        Decimal("11200.00"),
        Decimal(24900),
        Decimal("62.50"),
        None,
        Decimal(500),
    ]
    assert marine.plans[0].deposit_included is YesNo.YES
    assert marine.places.status is Status.NOT_STATED
    assert marine.entry_points[0].credits.status is Status.CALCULATED
    assert baking.formats[0].kind is FormatKind.APPRENTICESHIP
    assert catalogue.sources["fournil-2024"].day_known is False
    assert catalogue.reference.qualifications["GB-077"].country_name == Text("Royaume-Uni", "United Kingdom")
    assert catalogue.reference.tables["qualifications"].version == "test"
    assert catalogue.reference.is_within("oceanography", "science")


def test_requirement_trees_are_read() -> None:
    tree = read_catalogue(MADE_UP).programmes["marine-data"].entry_points[0].requirements
    assert tree is not None
    _, at_least, readings, motivation = children(tree)
    assert isinstance(at_least, AtLeast)
    assert at_least.n == 2
    assert isinstance(readings, Readings)
    assert isinstance(motivation, Leaf)
    assert motivation.strength is Strength.SOFT
    asked = [leaf for leaf in leaves(tree) if leaf.kind == "credits"]
    assert [leaf.test for leaf in asked] == [Credits(Decimal(150)), Credits(Decimal(180))]
    assert asked[1].applies_to is AppliesTo.FOREIGN_QUALIFICATION


def test_the_source_of_the_file_goes_down_to_every_part() -> None:
    catalogue = read_catalogue(MADE_UP)
    marine = catalogue.programmes["marine-data"]
    tree = marine.entry_points[0].requirements
    assert tree is not None
    assert {leaf.source for leaf in leaves(tree)} == {"harbour-2026"}
    assert marine.entry_points[0].duration.source == marine.flags[0].source == marine.places.source == "harbour-2026"
    assert catalogue.institutions["harbour"].facts[0].source == "harbour-2026"
    assert catalogue.programmes["night-baking"].charges[0].source == "fournil-2024"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # names and lists that say nothing
        ('name = "MSc Marine Data Science"', 'name = " "', ":4: name: the text is empty"),
        ('name = "Year 1"', 'name = ""', "entry_points[1].name: the text is empty"),
        ('title = "Master of Science"', 'title = ""', "awards[1].title: the text is empty"),
        ('name = "Harbour University"', 'name = ""', "awards[1].parties[1].name: the text is empty"),
        ('formats = ["full-time"]', "formats = []", "combinations[1].formats: an empty list makes no route; name at least one"),
        # keys
        ('name = "MSc', 'nmae = "MSc', ":4: nmae: this key is not known; did you mean “name”"),
        ('name = "MSc', 'nmae = "MSc', ":1: “name” is missing"),
        ('audience = { fr = "R', 'audiense = { fr = "R', "charges[1].audiense: this key is not known; did you mean “audience”?"),
        ("minimum = 12,", "minimun = 12,", "entry_points[1].duration.value.minimun: this key is not known; did you mean “minimum”"),
        # types
        ("year = 1\nafter", 'year = "1"\nafter', "entry_points[1].year: a whole number without quotation marks is expected, not 1"),
        (
            "year = 1\nafter",
            "year = true\nafter",
            "entry_points[1].year: a whole number without quotation marks is expected, not true",
        ),
        (
            "year = 1\nafter",
            "year = 1.5\nafter",
            "entry_points[1].year: a whole number without quotation marks is expected, not 1.5",
        ),
        ("year = 1\nafter", "year = 99999999999999999999\nafter", "entry_points[1].year: 99999999999999999999 is too large"),
        ('name = "Year 1"', "name = 1", "entry_points[1].name: a text in quotation marks is expected, not 1"),
        ('name = "Year 1"', r'name = "Year\u0007"', "entry_points[1].name: a text may not hold the control character U+0007"),
        (
            'amount = "11200.00"',
            "amount = 11200.00",
            "charges[1].amount: a number with decimals stands in quotation marks: “11200.00”",
        ),
        (
            'amount = "11200.00"',
            'amount = "11 200"',
            "charges[1].amount: a number such as “9750” or “10350.00” is expected, not “11 200”",
        ),
        ('amount = "11200.00"', "amount = true", "charges[1].amount: a number is expected, not true"),
        ('amount = "11200.00"', 'amount = "1e9"', "charges[1].amount: a number such as"),
        ('amount = "11200.00"', 'amount = "٣"', "charges[1].amount: a number such as"),
        (
            "mandatory = { value = true }",
            "mandatory = { value = 1 }",
            "duties[1].mandatory.value: true or false is expected, not 1",
        ),
        ('campuses = ["quay", "distance"]', 'campuses = "quay"', ":9: campuses: a list in [brackets] is expected, not quay"),
        (
            'short_name = { fr = "Données marines", en = "Marine data" }',
            'short_name = "x"',
            ": short_name: both languages are needed here",
        ),
        ('en = "Marine data"', 'en = " "', "short_name.en: the text is empty; both languages are needed"),
        ("years = { value = [1] }", "years = { value = [1, true] }", "duties[1].years.value[2]: a whole number"),
        # values of a fixed set
        ('kind = "supplement"', 'kind = "suplement"', "charges[4].kind: “suplement” is not known here; did you mean “supplement”?"),
        ('name_lang = "en"', 'name_lang = "de"', "name_lang: “de” is not known here; known are fr and en"),
        (
            'status = "not_stated" }',
            'status = "unstated" }',
            "places.status: “unstated” is not known here; did you mean “stated” or “not_stated”",
        ),
        (
            'unit = "day"',
            'unit = "days"',
            "entry_points[1].process[1].delay.value.unit: “days” is not known here; did you mean “day”",
        ),
        # names
        ('institution = "harbour"', 'institution = "harbor"', ":3: institution: there is no “harbor”; did you mean “harbour”?"),
        (
            'section = "Overview"',
            'source = "harbour-2025"',
            ":10: fields.source: there is no “harbour-2025”; did you mean “harbour-2026”",
        ),
        ('"quay", "distance"]', '"quay", "distanc"]', ":9: campuses[2]: there is no “distanc”; did you mean “distance”?"),
        (
            'formats = ["part-time"]',
            'formats = ["partime"]',
            "combinations[2].formats[1]: there is no “partime”; did you mean “part-time”",
        ),
        (
            'entry_points = ["year-1"]',
            'entry_points = ["year-2"]',
            "combinations[1].entry_points[1]: there is no “year-2”; did you mean “year-1”?",
        ),
        (
            'specialisations = ["ice"]',
            'specialisations = ["icy"]',
            "combinations[1].specialisations[1]: there is no “icy”; did you mean “ice”?",
        ),
        ('specialisations = ["ice"]', 'streams = ["x"]', "combinations[1].streams[1]: there is no “x”"),
        (
            'intakes = ["jan", "sep"]',
            'intakes = ["jan", "sept"]',
            "combinations[1].intakes[2]: there is no “sept”; did you mean “sep”",
        ),
        ('specialisation = "ice"', 'specialisation = "fire"', "curriculum[2].specialisation: there is no “fire”; known are ice"),
        ('charge = "home"\ndeposit', 'charge = "hom"\ndeposit', "plans[1].charge: there is no “hom”; did you mean “home”"),
        ('included_in = "home"', 'included_in = "deposit"', "charges[5].included_in: a charge cannot be a part of itself"),
        ('value = ["computing"', 'value = ["computer"', ":10: fields.value[1]: there is no “computer”; did you mean “computing”?"),
        (
            'of = ["law"]',
            'of = ["laws"]',
            "requirements.all[1].any[2].all[2].not.of: “laws” is not known here; did you mean “law”?",
        ),
        (
            'kind = "level", minimum = 3, s',
            'kind = "levels", minimum = 3, s',
            "all[1].any[1].kind: “levels” is not known here; did you mean “level”",
        ),
        ("minimum = 3, section", "minimum = 3, setcion", "all[1].any[1].setcion: this key is not known; did you mean “section”?"),
        ("minimum = 3, section", "minimun = 3, section", "all[1].any[1].minimun: this key is not known; did you mean “minimum”"),
        ("minimum = 3, section", "minimun = 3, section", "all[1].any[1]: “minimum” is missing"),
        ("at_least = 2,", "at_least = 2, all = [],", "all[2]: a requirement has exactly one of"),
        ("at_least = 2,", "at_least = 2, source = 'x',", "all[2].source: this key is not known; known are at_least and of"),
        ("{ readings = [{", "{ readings = [1, {", "all[3].readings[1]: a requirement is a table with one of"),
        (
            ', note = { fr = "ambigu", en = "ambiguous" }',
            "",
            "all[3].note: a sentence that can be read in several ways needs a note",
        ),
        ("{ not = { kind", "{ not = [], x = { kind", "all[1].any[2].all[2].x: this key is not known"),
        ("{ any = [\n", "{ any = [], x = [\n", "all[1].x: this key is not known"),
        ("of = [\n", "of = 1, x = [\n", "all[2].x: this key is not known"),
        ('quote = "love of the sea"', 'quote = "' + "word " * 21 + '"', "all[4].quote: a quotation has at most 20 words"),
        ("at_least = 2", "at_least = 4", "all[2].at_least: a number from 1 to 3 is expected"),
        ("at_least = 2", "at_lest = 2", "all[2]: a requirement has exactly one of all or any"),
        ('note = { fr = "ambigu", en = "ambiguous" }', 'note = { fr = "ambigu" }', "requirements.all[3].note: “en” is missing"),
        # identifiers
        ('id = "bench"', 'id = "deposit"', "charges[5].id: “deposit” stands here a second time"),
        (
            'id = "bench"',
            'id = "Bench fee"',
            "charges[4].id: an identifier is written with small letters, digits and single hyphens",
        ),
        # evidence
        (
            'status = "inferred", note = { fr = "RQF 7", en = "RQF 7" }',
            'status = "inferred"',
            "level.status: what is inferred or calculated needs a note",
        ),
        (
            'status = "not_stated" }',
            'status = "not_stated", value = { fr = "a", en = "a" } }',
            "places.value: what is not stated has no value",
        ),
        ('places = { status = "not_stated" }', "places = { }", "places: a fact has a value, or a status that says why not"),
        (
            'places = { status = "not_stated" }',
            'places = { status = "stated" }',
            "places.status: a value is missing for a fact with the status “stated”",
        ),
        ('status = "not_stated" }', 'status = "conflicting" }', "places.status: a conflicting fact keeps at least two readings"),
        ('quote = "a 2:2', f'quote = "{"word " * 21}a 2:2', "flags[1].quote: a quotation has at most 20 words"),
        ('school_year = "2026/2027"', 'school_year = "2026/2028"', "charges[1].school_year: a school year such as 2025/2026"),
        (
            'status = "not_stated" }',
            'value = { fr = "a", en = "a" }, readings = [{ value = { fr = "b", en = "b" } }] }',
            "places.readings: readings belong to",
        ),
        ('section = "Overview" }', 'valid_for = "spring" }', "fields.valid_for: a school year such as 2025/2026 or a date"),
        # sums and bounds
        (
            'delay = { value = { maximum = 10, unit = "day" } }',
            "delay = { value = { } }",
            "delay.value: a quantity has a minimum, a maximum or both",
        ),
        ("{ maximum = 10,", "{ maximum = -10,", "delay.value.maximum: a number below 0 makes no sense here: -10"),
        ('amount = "24900"', 'amount = "-1"', "charges[2].amount: a number below 0 makes no sense here"),
        ('deposit = "500"\n', 'deposit = "-500"\n', "plans[1].deposit: a number below 0 makes no sense here"),
        ("instalments = 3", "instalments = 0", "plans[1].instalments: a number from 1 to 60 is expected, not 0"),
        (
            'days_per_week = { value = "2.5" }',
            "days_per_week = { value = 8 }",
            "calendar.days_per_week.value: a number from 0 to 7",
        ),
        ("month = 1, year = 2027", "month = 1, year = 2026", "calendar.intakes: intakes are listed from the first to the last"),
        ('kind = "initial"', 'kind = "sequence"', "formats[1].years: a sequence lists the kind of each of its years"),
        (
            'kind = "initial"',
            'kind = "sequence"\nyears = ["sequence"]',
            "formats[1].years: a year of a sequence is not itself a sequence",
        ),
        (
            'title_lang = "en"',
            'title_lang = "en"\ndecided_on = { value = 2025-01-01 }\nexpires_on = { value = 2024-01-01 }',
            "awards[1].expires_on: the award expires before",
        ),
        ('total = "10080"', 'total = "10079.99"', "bases[1].total: 10 % of 11200 leaves 10080.00 of 11200.00, not 10079.99"),
        (
            'value = "3566.67"',
            'value = "3500"',
            "plans[1].instalment.value: the instalments add up to 11000.00, the charge is 11200.00",
        ),
        ('rate = "10"', 'rate = "110"', "discounts[1].rate: a rate is a percentage"),
        (
            "minimum = 12, maximum = 36",
            "minimum = 36, maximum = 12",
            "duration.value.minimum: the minimum is larger than the maximum",
        ),
        ("month = 9", "month = 13", "calendar.intakes[1].month: a number from 1 to 12 is expected, not 13"),
        ("{ value = 7, status", "{ value = 9, status", "awards[1].level.value: a number from 1 to 8 is expected, not 9"),
        ("after = 3", "after = 33", "entry_points[1].after: a number from 0 to 8 is expected, not 33"),
        (
            'currency = "GBP"\nper = "year"',
            'currency = "Pounds"\nper = "year"',
            "charges[1].currency: a currency is three capital letters",
        ),
        ('currency = "GBP"\nper = "year"', 'per = "year"', "charges[1].amount: an amount without a currency needs a currency_note"),
        ('recorded = { fr = "2:2"', 'recorded = { fr = "a.b@c.example"', "flags[1].recorded.fr: e-mail addresses are not stored"),
    ],
)
def test_each_mistake_is_named_with_its_place_and_its_mend(spoil: Spoil, old: str, new: str, expected: str) -> None:
    found = spoil(MARINE, (old, new))
    assert any(line.startswith(f"{MARINE}:") and expected in line for line in found), found
    assert len(found) <= 3, found


def test_lines_are_those_of_the_file(spoil: Spoil) -> None:
    (line,) = spoil(MARINE, ('kind = "supplement"', 'kind = "suplement"'))
    number = int(line.split(":")[1])
    assert (
        'kind = "suplement"'
        in (MADE_UP / MARINE).read_text(encoding="utf-8").replace("supplement", "suplement").splitlines()[number - 1]
    )


def test_everything_is_said_at_once_and_the_first_problem_counts_the_others(folder: Path, spoil: Spoil) -> None:
    spoil(BAKING, ('per = "once"', 'per = "one"'), ("after = 0", "after = 9"))
    found = spoil(MARINE, ('total = "10080"', 'total = "1"'), ('included_in = "home"', 'included_in = "hom"'))
    assert len(found) == 4
    with pytest.raises(SourceProblems) as caught:
        read_catalogue(folder)
    assert said(caught.value.message).endswith("(and 3 more problems)")
    assert said(caught.value.message).startswith(MARINE)


def test_a_broken_school_does_not_make_its_programmes_wrong(spoil: Spoil, folder: Path) -> None:
    assert len(spoil("institutions/harbour.toml", ('city = "Port Ellen"\nsite', "city = 1\nsite"))) == 1
    (folder / "institutions/harbour.toml").write_text("= nonsense", encoding="utf-8")
    assert problems(folder) == ["institutions/harbour.toml:1: this is neither a key nor a table"]


def test_broken_reference_tables_do_not_make_programmes_wrong(spoil: Spoil) -> None:
    found = spoil("reference/fields.toml", ('parents = ["science"]', 'parents = ["sciences", "oceanography"]'))
    assert found == [
        "reference/fields.toml:14: fields[2].parents[1]: “sciences” is not known here; did you mean “science”?",
        "reference/fields.toml:14: fields[2].parents: a field cannot lie within itself",
    ]


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("qualifications.csv", "GB-077,GB", "GB-077,UK", ":3: country: “UK” is not known here"),
        ("qualifications.csv", "GB-077,GB", "FR-009,GB", ":3: id: “FR-009” stands here a second time"),
        ("qualifications.csv", ",tier,", ",tire,", ":1: tire: this column is not known; did you mean “tier”"),
        ("qualifications.csv", ",tier,", ",tire,", ":1: tier: this column is missing"),
        ("qualifications.csv", "first_cycle,3,3", "first_cycle,3", ":2: 25 columns are expected, there are 24"),
        ("qualifications.csv", "first_cycle,3,3", "first_cycle,4,3", ":2: bac_plus_min: the minimum is larger than the maximum"),
        ("qualifications.csv", "first_cycle,3,3", "first_cycle,three,3", ":2: bac_plus_min: a whole number"),
        (
            "qualifications.csv",
            ",CATS,false,true",
            ",CATZ,false,true",
            ":3: credit_system: “CATZ” is not known here; did you mean “CATS”",
        ),
        ("qualifications.csv", ",CATS,false,true", ",CATS,no,true", ":3: level_official: true or false is expected, not no"),
        ("qualifications.csv", "Écosse", '"Écosse', "this line is not CSV"),
        ("credit_systems.csv", "CATS,0.5", "CATS,-0.5", ":3: ects_per_unit: a ratio is more than 0"),
        ("language_tests.csv", "0-9,B2", "0-9,B3", ":2: cefr: “B3” is not known here"),
        ("countries.toml", 'GB = { fr = "Royaume-Uni",', "GB = {", ":7: countries.GB: “fr” is missing"),
        ("fields.toml", 'version = "test"\n', "", ":1: “version” is missing"),
        (
            "index.toml",
            'id = "qualifications"',
            'id = "qualification"',
            ":9: tables[2].id: “qualification” is not known here; did you mean",
        ),
    ],
)
def test_reference_tables_are_checked_too(spoil: Spoil, name: str, old: str, new: str, expected: str) -> None:
    found = spoil(f"reference/{name}", (old, new))
    assert any(expected in line for line in found), found


def test_names_of_files_are_checked(folder: Path) -> None:
    (folder / "reference" / "qualification.csv").touch()
    (folder / "programms").mkdir()
    (folder / ".hidden").touch()
    (folder / "NOTES").touch()
    assert problems(folder) == [
        "programms: this name is not known here; did you mean “programmes”?",
        "reference/qualification.csv: this is none of the reference tables; did you mean “qualifications.csv”?",
    ]


def test_names_are_given_once(folder: Path) -> None:
    shutil.copy(folder / BAKING, folder / "programmes" / "zzz.toml")
    assert [line.split(": ", 1)[1] for line in problems(folder)] == [
        f"id: “night-baking” is already defined in {BAKING}",
        f"sources[1].id: “fournil-2024” is already defined in {BAKING}",
        f"institutions[1].id: “fournil” is already defined in {BAKING}",
    ]


def test_what_is_no_catalogue(tmp_path: Path) -> None:
    assert problems(tmp_path / "nowhere") == [f"{tmp_path}/nowhere: there is no such folder"]
    (tmp_path / "file").touch()
    assert problems(tmp_path / "file") == [f"{tmp_path}/file: this is a file; the folder of a catalogue is expected"]
    (tmp_path / "empty").mkdir()
    assert problems(tmp_path / "empty") == [
        "catalogue.toml: there is no such file",
        "programmes: there is no folder of this name; a catalogue has its programmes there",
    ]
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert problems(loop) == [f"{loop}: symbolic links lead in a circle"]


def test_a_folder_or_a_bomb_instead_of_a_programme(folder: Path) -> None:
    (folder / "programmes" / "a.toml").mkdir()
    (folder / "programmes" / "b.toml").write_text("[[" + "a." * 50_000 + "b]]", encoding="utf-8")
    nested = "{ all = [" * 30 + "{ kind = 'level', minimum = 3 }" + "] }" * 30
    (folder / "programmes" / "c.toml").write_text(f"entry_points = [{{ requirements = {nested} }}]", encoding="utf-8")
    (folder / "programmes" / "d.toml").write_text("", encoding="utf-8")
    found = problems(folder)
    assert found[0] == "programmes/a.toml: this is a folder, not a file"
    assert [line for line in found if "more than 40 deep" in line] == [
        f"programmes/{name}.toml: tables and lists lie within one another more than 40 deep" for name in "bc"
    ]
    assert "programmes/d.toml:1: “id” is missing" in found


def test_a_catalogue_of_another_shape_altogether(folder: Path) -> None:
    (folder / MARINE).write_text('id = 1\nsources = "x"\nentry_points = [1, [], "x"]\ncalendar = []\nflags = {}', encoding="utf-8")
    found = problems(folder)
    assert f"{MARINE}:1: id: a text in quotation marks is expected, not 1" in found
    assert f"{MARINE}:2: sources: a list of tables is expected: [[sources]]" in found
    assert f"{MARINE}:3: entry_points[2]: a table of keys and values is expected, not […]" in found
    assert f"{MARINE}:5: flags: a list in [brackets] is expected, not {{…}}" in found
