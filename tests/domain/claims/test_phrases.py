"""Phrases are found whatever their capitals, accents and spaces, and never across sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.claims.phrases import BadPhraseError, compiled, folded, plain


def hits(text: str, find: str, *unless: str) -> list[str]:
    return [hit.words for hit in compiled((find,), unless).hits(text)]


@pytest.mark.parametrize("text", ["diplôme d’État", "DIPLÔME D'ETAT", "Diplo\u0302me\u00a0d’E\u0301tat", "diplôme  d'état,"])
def test_capitals_accents_and_spaces_make_no_difference(text: str) -> None:
    assert len(hits(text, "diplôme d état")) == 1


@pytest.mark.parametrize("text", ["Bac+5", "bac + 5", "BAC +5", "(Bac+5)"])
def test_signs_are_words(text: str) -> None:
    assert len(hits(text, "bac + 5")) == 1


def test_what_is_found_is_given_as_it_is_written() -> None:
    assert hits("Notre Diplôme d’État, en deux ans", "diplôme d état") == ["Diplôme d’État"]


def test_the_notation() -> None:
    assert hits("masters et masterclass", "master*") == ["masters", "masterclass"]
    assert hits("un master, un titre", "master|titre") == ["master", "titre"]
    assert hits("accès doctorat, accès au doctorat", "accès au? doctorat") == ["accès doctorat", "accès au doctorat"]
    assert hits("12 500,50 € et 9 €", "# €") == ["12 500,50 €", "9 €"]
    assert hits("95 % de nos anciens élèves sont en emploi", "# % .. emploi") == ["95 % de nos anciens élèves sont en emploi"]


def test_no_phrase_reaches_over_the_end_of_a_sentence() -> None:
    assert hits("95 % de présence. Un emploi", "# % .. emploi") == []
    assert hits("Pas de stage. Un master", "master", "pas .. ~") == ["master"]


def test_exceptions_stand_before_after_or_over_what_is_found() -> None:
    assert hits("pas vraiment un master", "master", "pas .. ~") == []
    assert hits("master of ceremonies", "master", "~ of ceremonies") == []
    assert hits("un grade de licence", "grade", "grade de licence") == []


def test_letters_with_dots_are_one_word() -> None:
    assert hits("M.Sc. in Finance, an M.B.A.", "msc|mba") == ["M.Sc", "M.B.A"]


@pytest.mark.parametrize("phrase", ["", "~", "diplôme (d'État)", "mas*ter", "bac+5", "a||b", "[a-z]+"])
def test_what_is_no_phrase_is_refused(phrase: str) -> None:
    with pytest.raises(BadPhraseError):
        compiled((phrase,) if "~" not in phrase else (), (phrase,) if "~" in phrase else ())


@given(st.text(max_size=200))
def test_any_text_can_be_looked_through(text: str) -> None:
    seen = plain(text)
    assert len(seen.starts) == len(seen.spans)
    for hit in compiled(("# %", "master*", "struck-out", "a .. b"), ("pas .. ~",)).hits(text):
        assert hit.words in seen.text
        assert f" {hit.around} " in f" {folded((text,))} "


def test_a_long_hostile_text_takes_no_time() -> None:
    assert hits("% 9 " * 50_000 + "x" * 100_000, "# % .. # % .. emploi") == []
