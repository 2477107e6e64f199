"""What is said in French and in English, down to the spaces."""

import logging
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from advisor_app.domain.money import Interval, Money
from advisor_app.domain.quantities import LanguageName, Month, SchoolYear, Span
from advisor_app.domain.terms import Payer, Per
from advisor_app.domain.text import Listing, Text, Value, msg, msg_n
from advisor_app.domain.verdicts import Verdict
from advisor_app.wording import Translator, catalogues
from advisor_app.wording.typography import plain_spaces

EN, FR = Translator("en"), Translator("fr")
DAY = date(2025, 11, 24)


def span(low: int | None, high: int | None, unit: str = "month") -> Span:
    return Span(minimum=None if low is None else Decimal(low), maximum=None if high is None else Decimal(high), unit=unit)


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        (Money(Decimal("10950.00"), "EUR"), "10,950\u00a0€", "10\u202f950\u202f€"),
        (Money(Decimal("9262.5"), "EUR"), "9,262.50\u00a0€", "9\u202f262,50\u202f€"),
        (Money(Decimal(0), "EUR"), "0\u00a0€", "0\u202f€"),
        (Money(Decimal(80), None), "80", "80"),
        (Money(Decimal(9750), None), "9,750", "9\u202f750"),
        (Money(Decimal(9250), "GBP"), "£9,250", "9\u202f250\u202f£GB"),
        (Money(Decimal(9250), "CHF"), "9,250\u00a0CHF", "9\u202f250\u202fCHF"),
        (Decimal("7.50"), "7.5", "7,5"),
        (Decimal("1E+3"), "1,000", "1\u202f000"),
        (240, "240", "240"),
        (2025, "2025", "2025"),
        (200_000, "200,000", "200\u202f000"),
        (DAY, "24 November 2025", "24 novembre 2025"),
        (date(2025, 12, 1), "1 December 2025", "1er décembre 2025"),
        (Month(9), "September", "septembre"),
        (Month(9, 2026), "September 2026", "septembre 2026"),
        (SchoolYear(2025), "2025/26", "2025-2026"),
        (SchoolYear(1999), "1999/00", "1999-2000"),
        (span(4, 6), "4 to 6 months", "4 à 6 mois"),
        (span(6, None), "at least 6 months", "au moins 6 mois"),
        (span(None, 1), "at most 1 month", "au plus 1 mois"),
        (span(24, 24), "2 years", "2 ans"),
        (span(12, 12), "1 year", "1 an"),
        (span(18, 18), "18 months", "18 mois"),
        (span(4, 4, "week"), "4 weeks", "4 semaines"),
        (span(2, 2, "day/week"), "2 days a week", "2 jours par semaine"),
        (span(3, 3, "fortnight"), "3 fortnight", "3 fortnight"),
        (span(None, None), "not stated", "non communiqué"),
        (Verdict.NEED_INFO, "Need info", "À compléter"),
        ("plain ; as it is", "plain ; as it is", "plain ; as it is"),
        (Text(fr="Prix : 9 750 € ?", en="Price: 9750 €?"), "Price: 9750\u00a0€?", "Prix\u202f: 9\u202f750\u202f€\u202f?"),
        (Listing(("a", "b", "c")), "a, b and c", "a, b et c"),
        (Listing(("a", "b"), "or"), "a or b", "a ou b"),
        (Listing(("a",)), "a", "a"),
        (Listing(()), "", ""),
        (Listing(("a", "b"), "dot"), "a · b", "a · b"),
        (Listing(("a", "b"), "semicolon"), "a; b", "a\u202f; b"),
        (Listing(("a", "b"), "comma"), "a, b", "a, b"),
        (msg("{amount} {per}", amount=Money(Decimal(5), "EUR"), per=Per.YEAR), "5\u00a0€ per year", "5\u202f€ par an"),
        (msg_n("{count} year", "{count} years", 1), "1 year", "1 an"),
        (msg_n("{count} year", "{count} years", 0), "0 years", "0 an"),
        (msg("{some} or {last}", some=msg("Yes"), last=Payer.OPCO), "Yes or the OPCO", "Oui ou l’OPCO"),
    ],
    ids=str,
)
def test_each_kind_of_value_is_said_in_both_languages(value: Value, english: str, french: str) -> None:
    assert EN.render(value) == english
    assert FR.render(value) == french


@pytest.mark.parametrize(
    ("typed", "english", "french"),
    [
        ("aujourd'hui, it's", "aujourd’hui, it’s", "aujourd’hui, it’s"),
        ('"quoted"', "“quoted”", '"quoted"'),
        ("« mot »", "« mot »", "«\u202fmot\u202f»"),
        ("titre n° 39853", "titre n° 39853", "titre n°\u00a039853"),
        ("déjà\u00a0: oui", "déjà\u00a0: oui", "déjà\u202f: oui"),
        ("5 %", "5%", "5\u202f%"),
        ("Bac+4 240 crédits", "Bac+4 240 crédits", "Bac+4 240 crédits"),
        ("à 10:30, http://x.fr", "à 10:30, http://x.fr", "à 10:30, http://x.fr"),
    ],
)
def test_texts_are_set_by_the_rules_of_their_language(typed: str, english: str, french: str) -> None:
    text = Text(fr=typed, en=typed)
    assert EN.render(text) == english
    assert FR.render(text) == french


def test_a_value_within_a_sentence_keeps_its_own_spelling() -> None:
    """A quotation or a name stays as printed, even where French would set it otherwise."""
    assert FR.tr("{place}: {what}", place="a : b", what="c") == "a : b\u202f: c"


def test_braces_in_a_value_are_no_parameters() -> None:
    assert EN.tr("{some} or {last}", some="{last}", last="{0.__class__}") == "{last} or {0.__class__}"


def test_what_stands_alone_begins_with_a_capital() -> None:
    assert FR.sentence(Month(9)) == "Septembre"
    assert FR.sentence("") == ""


def test_dates_of_which_only_the_month_is_known() -> None:
    march = date(2020, 3, 1)
    assert (EN.date(march, day_known=False), FR.date(march, day_known=False)) == ("March 2020", "mars 2020")
    assert (EN.short_date(march, day_known=False), FR.short_date(DAY)) == ("Mar 2020", "24 nov. 2025")


@pytest.mark.parametrize(
    ("today", "english", "french", "short"),
    [
        (date(2025, 11, 25), "less than a month old", "il y a moins d’un mois", "< 1 mo"),
        (date(2025, 12, 24), "1 month old", "il y a 1 mois", "1 mo"),
        (date(2026, 11, 24), "12 months old", "il y a 12 mois", "12 mo"),
        (date(2027, 11, 23), "23 months old", "il y a 23 mois", "23 mo"),
        (date(2027, 11, 24), "2 years old", "il y a 2 ans", "2 yr"),
        (date(2032, 7, 1), "over 6 years old", "il y a plus de 6 ans", "6 yr"),
        (date(2015, 1, 1), "less than a month old", "il y a moins d’un mois", "< 1 mo"),
    ],
)
def test_the_age_of_a_page(today: date, english: str, french: str, short: str) -> None:
    assert EN.age_old(DAY, today) == english
    assert FR.age_old(DAY, today) == french
    assert EN.age_short(DAY, today) == short


def test_ages_as_lengths() -> None:
    assert EN.age(date(2020, 3, 1), date(2026, 11, 22)) == "6 years"
    assert FR.age(DAY, date(2026, 11, 24)) == "12 mois"
    assert FR.age(DAY, DAY) == "moins d’un mois"


def test_prices_with_their_period() -> None:
    price = Money(Decimal(10950), "EUR")
    assert plain_spaces(EN.money_per(price, Per.YEAR)) == "10,950 €/yr"
    assert plain_spaces(FR.money_per(price, Per.YEAR)) == "10 950 €/an"
    assert plain_spaces(EN.money_per(price, Per.NOT_STATED)) == "10,950 € (period not stated)"


def test_sums_between_two_bounds_name_the_currency_once() -> None:
    between = Interval(Decimal("9262.50"), Decimal(9750))
    assert plain_spaces(EN.money_between(between, "EUR")) == "9,262.50 to 9,750 €"
    assert plain_spaces(FR.money_between(between, "EUR")) == "9 262,50 à 9 750 €"
    assert EN.money_between(between, "GBP") == "£9,262.50 to £9,750"
    assert plain_spaces(EN.money_between(Interval.of(Decimal(5)), "EUR")) == "5 €"


def test_school_years_as_catalogues_write_them() -> None:
    for written in ("2025/2026", "2025-26", "2025–2026"):
        assert EN.school_year(written) == "2025/26"
        assert FR.school_year(written) == "2025-2026"
    assert EN.school_year("2025-11-28") == "2025-11-28"
    assert FR.school_year("2025/2027") == "2025/2027"


def test_languages_are_named_in_the_language_spoken() -> None:
    assert (EN.render(LanguageName("de")), FR.render(LanguageName("de"))) == ("German", "allemand")
    assert EN.language("xx")


def test_numbers_that_are_none_do_not_stop_anything() -> None:
    assert EN.render(Decimal("NaN")) == "NaN"


def test_ordinals() -> None:
    assert [EN.ordinal(number) for number in (1, 2, 3, 4, 11, 21)] == ["1st", "2nd", "3rd", "4th", "11th", "21st"]
    assert [FR.ordinal(1), FR.ordinal(1, feminine=True), FR.ordinal(2)] == ["1er", "1re", "2e"]


def test_rates_and_quotations() -> None:
    assert (EN.percent(Decimal(5)), FR.percent(Decimal("2.5"))) == ("5%", "2,5\u202f%")
    assert (EN.quoted("x"), FR.quoted("x")) == ("“x”", "«\u202fx\u202f»")


def test_a_word_may_need_its_context() -> None:
    assert EN.tr_c("place", "Compare") == "Compare"
    assert EN.tr_n("{count} year", "{count} years", 2) == "2 years"


def test_without_its_file_the_program_speaks_english_and_says_so(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert Translator("fr", tmp_path).tr("Not stated") == "Not stated"
    assert "English is used" in caplog.text


@pytest.mark.parametrize("content", [b"", b"not a catalogue at all", b"\xde\x12\x04\x95" + b"\xff" * 40])
def test_a_broken_file_never_stops_the_program(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "fr" / "LC_MESSAGES" / "advisor.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    assert Translator("fr", tmp_path).tr("Not stated") == "Not stated"


def test_a_translation_that_does_not_fit_gives_way_to_english(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    class Wrong(catalogues.English):
        def gettext(self, message: str) -> str:
            return "{nobody} knows {"

    monkeypatch.setattr(catalogues, "load", lambda *_: Wrong())
    with caplog.at_level(logging.WARNING):
        assert Translator("fr").tr("{some} or {last}", some="a", last="b") == "a or b"
    assert "English is used" in caplog.text


def test_two_languages_can_be_in_use_at_once() -> None:
    assert (Translator("fr").render(Verdict.NOT_YET), Translator("en").render(Verdict.NOT_YET)) == ("Pas encore", "Not yet")


def test_a_language_whose_catalogue_is_missing_or_broken_is_not_spoken(tmp_path: Path) -> None:
    assert catalogues.speaks("en", tmp_path)
    assert not catalogues.speaks("fr", tmp_path)
    broken = tmp_path / "broken" / "fr" / "LC_MESSAGES" / "advisor.mo"
    broken.parent.mkdir(parents=True)
    broken.write_bytes(b"not a catalogue")
    assert not catalogues.speaks("fr", tmp_path / "broken")
    assert catalogues.speaks("fr")
