"""The claim check on whole programmes: those of the seed, and what they would be with worse pages."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from advisor_app.domain.catalogue import Catalogue, OutcomeFigure, Party, Programme
from advisor_app.domain.claims.check import Claim, check_claims, check_own_words, citation, printed_on
from advisor_app.domain.claims.rules import Weight
from advisor_app.domain.facts import Fact, Point, Status
from advisor_app.domain.rows import Subject
from advisor_app.domain.terms import AwardKind, PartyRole
from advisor_app.domain.text import Lang, same
from advisor_app.interchange.source_files import read_catalogue
from advisor_app.wording import Translator

TODAY = date(2026, 11, 22)
HEIP, SECURITY = "heip-msc-international-relations", "ileri-m2-security-defence"
EN = Translator("en")


@cache
def catalogue() -> Catalogue:
    return read_catalogue(Path(__file__).parents[3] / "data" / "catalogue")


def subject(programme_id: str, change: Callable[[Programme], Programme] = lambda programme: programme) -> Subject:
    programme = change(catalogue().programmes[programme_id])
    return Subject(
        programme=programme,
        institution=catalogue().institutions[programme.institution],
        reference=catalogue().reference,
        sources=catalogue().sources,
    )


def found(one: Subject, *, lang: Lang = "en", today: date = TODAY, start: date | None = None) -> dict[str, list[Claim]]:
    claims = check_claims([one], catalogue().reference.claim_rules.values(), lang, today, start)
    return {rule: [claim for claim in claims if claim.rule.id == rule] for rule in {claim.rule.id for claim in claims}}


def said(claim: Claim) -> str:
    return EN.render(claim.detail)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_seed_gives_what_a_careful_reader_sees_and_no_more(lang: Lang) -> None:
    assert {rule: claims[0].weight for rule, claims in found(subject(HEIP), lang=lang).items()} == {
        "msc-name": Weight.CAUTION,
        "past-price": Weight.CAUTION,
        "old-source": Weight.SAID,
        "registration": Weight.SAID,
    }
    assert set(found(subject(SECURITY), lang=lang)) == {"partner", "old-source"}


def test_the_worst_comes_first() -> None:
    weights = [claim.weight for claim in check_claims([subject(SECURITY)], catalogue().reference.claim_rules.values(), "en", TODAY)]
    assert weights == sorted(weights, key=tuple(Weight).index)


def test_a_name_that_the_school_prints_is_quoted_never_changed() -> None:
    (name, *_) = found(subject(HEIP))["msc-name"]
    assert (name.words, name.quoted) == ("MSc", True)
    assert EN.render(name.warning).startswith("“MSc” is how the school puts it. The name is not protected in France")
    assert EN.render(name.citation) == "CGE, label MSc · Onisep, reconnaissance des diplômes, text of 2025"


def test_a_master_that_rests_on_a_university_s_diploma_is_one_but_the_partnership_is_old() -> None:
    claims = found(subject(SECURITY))
    assert "master-name" not in claims
    cautions = [said(claim) for claim in claims["partner"] if claim.weight is Weight.CAUTION]
    assert cautions == ["partnership with Université Grenoble Alpes, read on a page of March 2020"]


def test_without_the_university_s_diploma_every_mention_is_severe() -> None:
    def only_the_school_s(programme: Programme) -> Programme:
        return replace(programme, awards=tuple(one for one in programme.awards if one.kind is AwardKind.SCHOOL_DIPLOMA))

    claims = found(subject(SECURITY, only_the_school_s))
    assert {claim.weight for claim in claims["master-name"]} == {Weight.SEVERE}
    assert claims["master-name"][0].words == "Master 2"


def test_an_award_of_a_kind_that_says_little_is_a_warning_only() -> None:
    def other(programme: Programme) -> Programme:
        return replace(programme, name="Master of Science", awards=(replace(programme.awards[0], kind=AwardKind.OTHER),))

    claims = found(subject(HEIP, other))
    assert {claim.weight for claim in claims["master-name"]} == {Weight.CAUTION}


def test_a_figure_without_its_number_of_people_is_left_off_and_said() -> None:
    def boasting(programme: Programme) -> Programme:
        figure = OutcomeFigure(label=same("Jobs"), value=same("95 %"), year=2024, source=programme.source)
        return replace(programme, figures=(figure,))

    (claim,) = found(subject(HEIP, boasting))["figure"]
    assert said(claim) == "Jobs: left off, without the number of people"

    def complete(programme: Programme) -> Programme:
        return replace(programme, figures=(replace(boasting(programme).figures[0], people=80),))

    assert "figure" not in found(subject(HEIP, complete))


def test_a_price_is_past_when_its_school_year_is_over_or_the_student_starts_later() -> None:
    past = found(subject(HEIP))["past-price"]
    assert [said(claim) for claim in past] == ["price of the school year 2025/26"] * 2
    assert "past-price" not in found(subject(HEIP), today=date(2026, 3, 1))
    assert "past-price" in found(subject(HEIP), today=date(2026, 3, 1), start=date(2026, 9, 1))


def test_a_page_is_as_old_as_it_is_today_whenever_the_student_starts() -> None:
    now, then = date(2026, 3, 1), date(2029, 9, 1)
    assert found(subject(HEIP), today=now, start=then)["old-source"] == found(subject(HEIP), today=now)["old-source"]
    assert len(found(subject(HEIP), today=then)["old-source"]) > len(found(subject(HEIP), today=now)["old-source"])


def test_a_partnership_without_a_source_is_severe() -> None:
    def unsourced(programme: Programme) -> Programme:
        return replace(programme, partners=(Party(name="Harbour", role=PartyRole.PARTNER, source="nowhere"),))

    (claim,) = found(subject(HEIP, unsourced))["partner"]
    assert (claim.weight, said(claim)) == (Weight.SEVERE, "partnership with Harbour, without a source")

    def inferred(programme: Programme) -> Programme:
        party = Party(name="Harbour", role=PartyRole.PARTNER, source=programme.source, status=Status.INFERRED)
        return replace(programme, partners=(party,))

    (claim,) = found(subject(HEIP, inferred))["partner"]
    assert claim.weight is Weight.CAUTION


def test_a_registration_that_has_ended_is_severe() -> None:
    def until(day: date) -> Callable[[Programme], Programme]:
        return lambda programme: replace(programme, awards=(replace(programme.awards[0], expires_on=Fact(value=day)),))

    (claim,) = found(subject(HEIP, until(date(2025, 1, 1))))["registration"]
    assert (claim.weight, said(claim)) == (Weight.SEVERE, "registration ended on 1 January 2025")
    assert "registration" not in found(subject(HEIP, until(date(2029, 1, 1))))
    (claim,) = found(subject(HEIP, until(date(2027, 6, 1))), start=date(2027, 9, 1))["registration"]
    assert (claim.weight, said(claim)) == (Weight.SEVERE, "registration ends on 1 June 2027, before the start")
    (claim,) = found(subject(HEIP), today=date(2030, 1, 1))["registration"]
    assert claim.weight is Weight.SEVERE, "five years after a decision whose end is not stated"


def test_a_title_without_its_number_its_certifier_and_its_date_is_a_caution() -> None:
    def bare(programme: Programme) -> Programme:
        award = replace(programme.awards[0], number=Fact(), decided_on=Fact(), parties=())
        return replace(programme, awards=(award,))

    (claim,) = found(subject(HEIP, bare))["registration"]
    assert said(claim) == "the number in the register, the certifying body and the date of registration not stated"


def test_only_what_the_sheet_prints_counts_each_thing_once() -> None:
    def boasting(programme: Programme) -> Programme:
        proud = Point(text=same("A State diploma. And again: a State diploma"), source=programme.source)
        return replace(programme, strengths=(proud,))

    claims = check_claims([subject(HEIP, boasting)], catalogue().reference.claim_rules.values(), "en", TODAY)
    assert Counter(claim.rule.id for claim in claims)["state-diploma"] == 2
    printed = printed_on(claims, ["MSc Expert in International Relations", "“A STATE diploma.  And again…”"])
    assert Counter(claim.rule.id for claim in printed if claim.words) == {"state-diploma": 1, "msc-name": 1}
    assert not any(claim.rule.id == "old-source" for claim in printed), "no page is named on that sheet"


def test_own_words_may_claim_only_what_holds_of_every_programme() -> None:
    rules = tuple(catalogue().reference.claim_rules.values())
    event = [("event", "Les masters de l’école")]
    assert [claim.weight for claim in check_own_words(event, [subject(HEIP), subject(SECURITY)], rules)] == [Weight.SEVERE]
    assert all(claim.own for claim in check_own_words(event, [subject(HEIP)], rules))
    assert check_own_words(event, [subject(SECURITY)], rules) == ()
    assert check_own_words([("event", "Salon de Paris, 22 novembre")], [subject(HEIP)], rules) == ()


def test_a_rule_of_the_house_is_called_one() -> None:
    rules = catalogue().reference.claim_rules
    assert EN.render(citation(rules["old-source"])) == "advice of this service, 2026"
    assert EN.render(citation(rules["master-name"])) == "Code de l’éducation, L613-1, text of 2024"
