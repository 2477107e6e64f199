"""What the tabs say of a programme, line by line, without any window."""

import re
from decimal import Decimal

import pytest

from advisor_app.domain.facts import Severity
from advisor_app.domain.student import Student
from advisor_app.domain.text import Lang
from advisor_app.services.detailed import Detailed, details
from advisor_app.ui.browse.evidence import Voice
from advisor_app.ui.browse.lines import Line
from advisor_app.ui.browse.tab_titles import Tab
from advisor_app.ui.browse.tabs import flagged, lines_of
from advisor_app.wording import Translator
from tests.ui.small_catalogue import LICENCE_IN_LAW, NOBODY, SOURCES, TODAY, SmallCatalogue


def opened(programme: str = "affairs", student: Student = LICENCE_IN_LAW) -> Detailed:
    return details(SmallCatalogue(), student, programme)


def lines(tab: Tab, programme: str = "affairs", student: Student = LICENCE_IN_LAW, lang: Lang = "en") -> tuple[Line, ...]:
    return lines_of(tab, opened(programme, student), Voice(Translator(lang), TODAY, SOURCES))


def line(found: tuple[Line, ...], key: str) -> Line:
    return next(one for one in found if one.key == key)


def words(one: Line) -> str:
    return " | ".join(" ".join(para.text for para in cell) for cell in one.cells).replace("\u00a0", " ")


def below(one: Line) -> str:
    return "\n".join(para.text for para in one.fold)


@pytest.mark.parametrize("programme", ["affairs", "intelligence", "security"])
@pytest.mark.parametrize("student", [NOBODY, LICENCE_IN_LAW], ids=["nobody", "law"])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_tab_has_lines_with_keys_of_their_own_that_can_be_read_out(programme: str, student: Student, lang: Lang) -> None:
    for tab in Tab:
        found = lines(tab, programme, student, lang)
        keys = [one.key for one in found]
        assert found
        assert len(keys) == len(set(keys)), tab
        assert all(one.spoken.strip() for one in found), tab


def test_a_fact_says_value_status_section_and_age() -> None:
    assert words(line(lines(Tab.OVERVIEW), "start:0")) == "Start | September | Stated | Header · 11 mo"


def test_what_a_fact_rests_on_unfolds_quotation_document_section_and_date() -> None:
    told = below(line(lines(Tab.COSTS), "tuition:1"))
    assert "“For 2025/2026 : MSc sandwich course: €10,950/year”" in told
    assert "North School, Programme page, “Rates”, 24 November 2025, 11 months old" in told


def test_what_is_inferred_says_from_what() -> None:
    length = line(lines(Tab.OVERVIEW), "length:0")
    assert "Inferred" in words(length)
    assert "From the year that is entered" in below(length)


def test_values_known_alike_share_a_line() -> None:
    assert words(line(lines(Tab.OVERVIEW), "length:0")).startswith("Length | From Bac+3: 2 years From Bac+4: 1 year |")


def test_silence_says_what_was_looked_for_in_italics() -> None:
    taught = line(lines(Tab.OVERVIEW), "teaching-language:0")
    (run,) = taught.cells[1][0].runs
    assert run.text == "The page names no language"
    assert run.italic
    assert "Not stated" in words(taught)


def test_a_conflict_gives_every_reading_with_its_place() -> None:
    rhythm = line(lines(Tab.CALENDAR), "rhythm:0")
    assert "Two days or every other week" in words(rhythm)
    assert "Conflicting" in words(rhythm)
    told = below(rhythm)
    assert "“two days” · North School, Programme page, “Timetable”" in told
    assert "“Work-study”" in told
    assert "Two passages differ." in told


def test_a_label_is_not_said_twice() -> None:
    assert words(line(lines(Tab.OVERVIEW), "internship:0")).startswith("Internship | 4 to 6 months")


def test_courses_stand_by_year_and_block_with_their_count_and_apart_from_aims() -> None:
    found = lines(Tab.CURRICULUM)
    assert "7 course lines are printed" in words(line(found, "courses"))
    assert words(line(found, "heading:block:y1")).startswith("Year 1 · Common core  4 course lines")
    assert "Public law" in words(line(found, "courses:y1"))
    keys = [one.key for one in found]
    assert keys.index("courses:y2") < keys.index("heading:aims") < keys.index("aims:0")


def test_conditions_are_held_against_the_student() -> None:
    found = lines(Tab.ADMISSION)
    assert words(line(found, "heading:entry:msc1")) == "MSc1, from Bac+3 · Can apply"
    assert words(line(found, "heading:entry:msc2")) == "MSc2, from Bac+4 · Not yet"
    met = line(found, "finding:msc1:0")
    assert "Bac+3" in words(met)
    assert "Met" in words(met)
    assert "Welcome, never counted: an interest in politics" in words(line(found, "soft:msc1"))


def test_without_a_student_conditions_need_information_and_are_not_unmet() -> None:
    found = lines(Tab.ADMISSION, student=NOBODY)
    assert words(line(found, "heading:entry:msc1")).endswith("Need info")
    assert not any("Not met" in words(one) for one in found)


def test_steps_are_numbered_and_the_law_is_kept_apart() -> None:
    found = lines(Tab.ADMISSION)
    assert words(line(found, "step:2")).startswith("2.  Interview")
    keys = [one.key for one in found]
    law = next(one for one in found if one.key.startswith("law:"))
    assert keys.index("heading:law") < keys.index(law.key)
    assert "L6222-1" in words(law)
    assert "checked on 1 November 2026" in below(law)


def test_costs_give_both_amounts_of_a_discount_and_what_is_open() -> None:
    found = lines(Tab.COSTS, "intelligence")
    discount = words(line(found, "discount:0"))
    assert "9,262.50 €" in discount
    assert "9,337.50 €" in discount
    assert "Application fee: not stated" in words(line(found, "cost:open"))


def test_a_price_is_never_without_its_doubts() -> None:
    found = lines(Tab.COSTS)
    assert "80, currency not printed" in words(line(found, "application-fee:0"))
    doubt = line(found, "flag:application-fee:fee")
    assert words(doubt) == "No currency."
    assert "Recorded: 80, currency not printed." in below(doubt)


def test_awards_say_what_they_give_and_do_not_give() -> None:
    found = lines(Tab.AWARDS)
    assert "A level 7 title" in words(line(found, "award-gives:0"))
    assert "The grade de master" in words(line(found, "award-gives-not:0"))


def test_every_route_has_its_verdict_best_first() -> None:
    routes = [one for one in lines(Tab.ROUTES) if one.key.startswith("route:")]
    verdicts = [words(one).split(" | ")[0] for one in routes]
    assert len(routes) == 12
    assert verdicts == ["Can apply"] * 6 + ["Not yet"] * 6
    (alternance, *_) = [one for one in routes if words(one).endswith("| 2 of 2")]
    assert "2 of 2 wishes met" in alternance.spoken


def test_sources_say_their_age_and_old_ones_are_marked() -> None:
    fresh = words(line(lines(Tab.SOURCES), "source:north"))
    stale = words(line(lines(Tab.SOURCES, "intelligence"), "source:south"))
    assert "24 November 2025" in fresh
    assert "check again" not in fresh
    assert "March 2020 over 6 years old · check again" in stale


def test_doubts_stand_by_severity_with_what_was_recorded() -> None:
    found = lines(Tab.SOURCES)
    keys = [one.key for one in found]
    assert keys.index(f"heading:doubts:{Severity.A}") < keys.index("doubt:fee") < keys.index("doubt:curriculum")
    assert "Recorded: Kept as printed." in words(line(found, "doubt:curriculum"))
    assert "“Utilities law”" in below(line(found, "doubt:curriculum"))


def test_tabs_with_a_grave_doubt_are_marked() -> None:
    assert flagged(opened()) == {Tab.COSTS}


ENGLISH = re.compile(
    r"\b(the|pages? of|stated|years?|routes?|course|lines|months?|and|not|check|recorded|from|of|with|by)\b(?! 20|s? de)",
    re.IGNORECASE,
)
PRINTED = re.compile(
    r"«.*?»|Programme page|(North|South) School|Diplomacy|Public law|Negotiation|Geopolitics|Master 2 page"
    r"|Admission|Header|Rates|Timetable|Work-study|Diploma|Campus|Options|Formats|First year|Second year|Teaching|Aims"
)


def test_french_has_no_english_left() -> None:
    """What the page itself says (course titles, sections, quotations, names) stays as printed and is left out here."""
    left = []
    for tab in Tab:
        for one in lines(tab, lang="fr"):
            said = PRINTED.sub("", f"{words(one)} {below(one)} {one.spoken}")
            left += [f"{tab} {one.key}: {found.group()} in {said}" for found in ENGLISH.finditer(said)]
    assert not left, "\n".join(left[:20])


def test_amounts_follow_the_language() -> None:
    assert "10\u202f950\u202f€ par an" in words(line(lines(Tab.COSTS, lang="fr"), "tuition:1"))
    assert Decimal(10950) == opened().subject.programme.charges[1].amount
