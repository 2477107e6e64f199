"""Words as they are compared, and as the two languages share them."""

import pytest

from advisor_app.domain.folding import folded, words_at, words_of
from advisor_app.domain.glossary import Concept, Glossary

GLOSSARY = Glossary.of(
    (
        Concept(fr=("droit",), en=("law", "legal"), source=""),
        Concept(fr=("ressources humaines",), en=("human resources", "HR"), source=""),
        Concept(fr=("réseaux",), en=("networks",), source=""),
        Concept(fr=("droits de l'homme",), en=("human rights",), source=""),
    )
)


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("Œuvre d’été", "oeuvre d'ete"),
        ("STRASSE straße", "strasse strasse"),
        ("e\u0301te\u0301", "ete"),
        ("ﬁnance Ⅱ", "finance ii"),
        ("Łódź Ærø", "lodz aero"),
        ("plain ASCII", "plain ascii"),
    ],
)
def test_letters_that_people_do_not_keep_apart(written: str, same: str) -> None:
    assert folded(written) == same


def test_words_know_where_they_stand() -> None:
    text = "L’e\u0301tude : Œuvres_2"
    assert [(word, text[start:stop]) for word, start, stop in words_at(text)] == [
        ("l", "L"),
        ("etude", "e\u0301tude"),
        ("oeuvres", "Œuvres"),
        ("2", "2"),
    ]
    assert words_of("x" * 100) == ["x" * 40]


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Droit des affaires", ["law", "legal"]),
        ("Les droits", ["law", "legal"]),
        ("Legal English", ["droit", "law"]),
        ("direction des ressources humaines", ["hr", "human", "resources"]),
        ("HR", ["humaines", "human", "resources", "ressources"]),
        ("un réseau", ["networks"]),
        ("nothing known", []),
        ("human", []),  # a part of a name is not the name
        ("droits de l'homme", ["human", "law", "legal", "rights"]),
        ("", []),
    ],
)
def test_what_is_named_is_named_in_both_languages(text: str, others: list[str]) -> None:
    assert GLOSSARY.others(words_of(text)) == others
