"""The line that says where something was found, and the parts of it that were typed."""

from advisor_app.domain.glossary import Concept, Glossary
from advisor_app.domain.searching import Where
from advisor_app.services.snippets import LINE, joined, marks_in, snippet

NONE = Glossary.of(())
LONG = " ".join(f"word{number}" for number in range(60))


def marked(text: str, *words: str, glossary: Glossary = NONE) -> list[str]:
    marks = joined(marks_in(text, [(word,) for word in words], glossary).values())
    return [text[start:stop] for start, stop in marks]


def test_the_letters_that_were_typed_are_marked() -> None:
    assert marked("Sécurité et défense, sécurité", "secur", "def") == ["Sécur", "déf", "sécur"]
    assert marked("Œuvres", "oeuv") == ["Œuvres"]  # folding has changed the number of letters
    assert marked("Strategic", "strat", "strategic") == ["Strategic"]
    assert marked("nothing", "x") == []


def test_the_other_languages_words_are_marked_whole() -> None:
    glossary = Glossary.of((Concept(fr=("relations internationales",), en=("international relations",), source=""),))
    assert marked("Les relations internationales", "international", glossary=glossary) == ["international"]
    law = Glossary.of((Concept(fr=("droit des affaires",), en=("business law",), source=""),))
    assert marked("Le droit des affaires", "busi", glossary=law) == ["droit des affaires"]


def test_a_long_text_is_cut_around_what_was_found() -> None:
    made = snippet(Where.PROSE, LONG, marks_in(LONG, [("word40",)], NONE)[("word40",)])
    assert [made.words[start:stop] for start, stop in made.marks] == ["word40"]
    assert made.words.startswith("…word")
    assert made.words.endswith("…")
    assert len(made.words) <= LINE + 2


def test_a_short_text_and_the_beginning_of_a_long_one_keep_their_start() -> None:
    assert snippet(Where.COURSE, "Lobbying", ((0, 5),)).words == "Lobbying"
    made = snippet(Where.PROSE, LONG, ((0, 5),))
    assert made.words.startswith("word0")
    assert (made.marks, snippet(Where.PROSE, "x" * 500, ()).marks) == (((0, 5),), ())
