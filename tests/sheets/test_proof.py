"""Sheets with their claims checked: what is printed, and what is held back."""

from datetime import date
from pathlib import Path

import pytest

from advisor_app.domain.claims.rules import Weight
from advisor_app.domain.columns import Column
from advisor_app.domain.look import Look
from advisor_app.domain.student import Qualification, Student, Wishes
from advisor_app.domain.text import Lang
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.models.repository import CatalogueRepository
from advisor_app.services.sheet import SheetKind, SheetRequest, gather, summed
from advisor_app.sheets.order import Options
from advisor_app.sheets.proof import Proof, prove, refusal
from advisor_app.wording import Translator
from tests.command import HEIP, INTELLIGENCE, SECURITY, SEED
from tests.sheets import reading

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def catalogue() -> CatalogueRepository:
    return open_catalogue(SEED)


def proof(
    catalogue: CatalogueRepository,
    kind: SheetKind = SheetKind.COMPARISON,
    *programmes: str,
    lang: Lang = "en",
    occasion: str = "",
    look: Look | None = None,
    supposed: Student | None = None,
) -> Proof:
    columns = tuple(Column(programme=one) for one in programmes or (HEIP, INTELLIGENCE, SECURITY))
    request = SheetRequest(kind=kind, student=Student(), columns=columns, supposed=supposed)
    options = Options(lang=lang, printed_on=TODAY, occasion=occasion, look=look or Look())
    return prove(gather(catalogue, request), options)


def test_a_name_of_the_school_s_choosing_is_printed_with_a_caution_and_unchanged(catalogue: CatalogueRepository) -> None:
    made = proof(catalogue)
    text = reading.text(made.made.pdf().pdf)
    assert "MSc Expert in International Relations & Cooperations" in text
    assert "The name is not protected in France" in " ".join(text.split())


@pytest.mark.parametrize("kind", list(SheetKind))
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_kind_of_sheet_is_checked_in_both_languages(catalogue: CatalogueRepository, kind: SheetKind, lang: Lang) -> None:
    made = proof(catalogue, kind, lang=lang)
    assert all(claim.weight is not Weight.SEVERE for claim in made.claims), "the seed itself makes no severe claim"
    assert len(made.made.options.cautions) == len(made.cautions)


@pytest.mark.parametrize("kind", [SheetKind.COMPARISON, SheetKind.PROGRAMME])
@pytest.mark.parametrize(
    ("lang", "caution"), [("en", "Price of the school year 2025/26"), ("fr", "Tarif de l’année scolaire 2025-2026")]
)
def test_a_price_of_a_past_school_year_is_printed_with_a_caution(
    catalogue: CatalogueRepository, kind: SheetKind, lang: Lang, caution: str
) -> None:
    text = " ".join(reading.text(proof(catalogue, kind, lang=lang).made.pdf().pdf).split())
    assert caution in text


def test_a_page_is_named_once_however_many_programmes_rest_on_it(catalogue: CatalogueRepository) -> None:
    old = [claim.detail for claim in proof(catalogue).claims if claim.rule.id == "old-source"]
    assert len(old) == len(set(old)) > 0


def test_own_words_that_claim_too_much_are_to_be_mended(catalogue: CatalogueRepository) -> None:
    made = proof(catalogue, occasion="Les masters de HEIP")
    assert [claim.words for claim in made.to_mend] == ["masters"]
    said = Translator("en").render(refusal(made.to_mend))
    assert said.startswith("School or event: “masters”. In France only national diplomas may be called a master")
    assert proof(catalogue, occasion="Salon de Paris").to_mend == ()


def test_the_school_s_footer_is_checked_too(catalogue: CatalogueRepository) -> None:
    footer = Look(footer="Diplôme d’État, en partenariat avec l’université")
    made = proof(catalogue, look=footer)
    assert {claim.rule.id for claim in made.to_mend} == {"state-diploma", "own-partnership"}
    assert Translator("en").render(refusal(made.to_mend)).endswith("(and 1 more problem)")


def test_a_what_if_is_gathered_beside_the_real_student(catalogue: CatalogueRepository) -> None:
    supposed = Student(age=31)
    for kind in SheetKind:
        request = SheetRequest(kind=kind, student=Student(age=22), columns=(Column(programme=HEIP), Column(programme=SECURITY)))
        assert gather(catalogue, request).supposed is None
        both = gather(catalogue, SheetRequest(kind=kind, student=Student(age=22), columns=request.columns, supposed=supposed))
        assert both.supposed is not None
        assert len(prove(both, Options(lang="en", printed_on=TODAY)).made.title) > 0


def test_a_price_is_past_for_a_student_who_starts_later(catalogue: CatalogueRepository) -> None:
    def past(start: str | None, today: date) -> bool:
        student = Student(wishes=Wishes(start=start))
        request = SheetRequest(kind=SheetKind.PROGRAMME, student=student, columns=(Column(programme=HEIP),))
        made = prove(gather(catalogue, request), Options(lang="en", printed_on=today))
        return any(claim.rule.id == "past-price" for claim in made.claims)

    assert not past(None, date(2026, 1, 15))
    assert past("2026-09", date(2026, 1, 15))


def test_a_summary_of_a_large_catalogue_is_about_what_was_chosen_or_fits_best(
    catalogue: CatalogueRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    lawyer = Student(qualifications=(Qualification(country="FR", level=3, fields=("law",)),))

    def programmes(*chosen: str) -> tuple[str, ...]:
        columns = tuple(Column(programme=one) for one in chosen)
        return summed(catalogue, SheetRequest(kind=SheetKind.SUMMARY, student=lawyer, columns=columns))

    assert programmes(SECURITY) == catalogue.programme_ids(), "a small one is summed up whole"
    monkeypatch.setattr("advisor_app.services.sheet.MOST_SUMMED", 1)
    assert programmes(SECURITY, INTELLIGENCE, SECURITY) == (SECURITY, INTELLIGENCE)
    assert programmes() == (HEIP,), "the one that a bachelor of law can join"


def test_the_words_of_the_check_are_in_french_too(catalogue: CatalogueRepository) -> None:
    french = Translator("fr")
    for claim in proof(catalogue, lang="fr", occasion="Les masters").claims:
        said = french.render(claim.warning)
        assert not {"the", "is", "of", "read", "page"} & set(said.replace("’", " ").split()) - {"page"}, said


def test_the_case_file_and_the_seed_share_their_rules(catalogue: CatalogueRepository) -> None:
    assert "master-name" in catalogue.reference().claim_rules
    assert Path(SEED).exists()
