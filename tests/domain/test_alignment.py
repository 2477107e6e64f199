"""Courses of all columns beside each other: equal titles, decisions of people, and what is only offered."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.aligning import align
from advisor_app.domain.catalogue import Block, Course
from advisor_app.domain.course_words import Theme, opposed, words_of
from advisor_app.domain.curriculum import Alignment, Candidate, CourseKey, Decisions, Likeness, Pair
from advisor_app.domain.rows import Subject
from advisor_app.domain.text import same
from tests.domain.samples import INSTITUTION, programme, subject

TITLES = ["Law", "Public law", "Conformity", "Compliance and Audit", "English", "Seminar", "Art history"]


def page(programme_id: str, *titles: str, school: str = "school", year: int = 1) -> Subject:
    """A programme of a school with these courses."""
    courses = tuple(Course(title=title) for title in titles)
    block = Block(id="core", title=same("Core"), year=year, courses=courses)
    one = subject(programme(id=programme_id, curriculum=(block,)))
    return replace(one, institution=replace(INSTITUTION, id=school))


def pair(one: tuple[str, str], other: tuple[str, str]) -> Pair:
    return Pair.of(CourseKey(*one), CourseKey(*other))


AUDIT = pair(("two", "Compliance and Audit"), ("one", "Conformity"))
OFFER = (Candidate(AUDIT, 73),)
ONE, TWO = page("one", "Law", "Conformity"), page("two", "law", "Compliance and Audit")


def likeness(found: Alignment) -> list[list[str]]:
    return [[line.likeness.value for line in courses.lines] for courses in found.lists]


def test_a_pair_is_the_same_whichever_course_is_named_first() -> None:
    assert pair(("one", "Conformity"), ("two", "Compliance and Audit")) == AUDIT


def test_what_is_probably_the_same_is_offered_and_holds_one_row_together() -> None:
    found = align((ONE, TWO), OFFER)
    assert likeness(found) == [["shared", "likely"], ["shared", "likely"]]
    assert found.offered == OFFER
    likely = next(row for row in found.rows if row.likeness is Likeness.LIKELY)
    assert likely.columns == (0, 1)
    assert likely.pairs == OFFER
    assert found.lists[0].lines[1].offered == ((1, "Compliance and Audit"),)
    assert found.lists[0].lines[1].twins == ()


def test_an_accepted_pair_is_the_same_and_a_refused_one_is_not_offered_again() -> None:
    accepted, refused = (Decisions().having(AUDIT, accepted=word) for word in (True, False))
    assert likeness(align((ONE, TWO), OFFER, accepted)) == [["shared", "shared"], ["shared", "shared"]]
    assert align((ONE, TWO), (), accepted).lists[0].lines[1].twins == ((1, "Compliance and Audit"),)
    assert likeness(align((ONE, TWO), OFFER, refused)) == [["shared", "only_here"], ["shared", "only_here"]]
    assert align((ONE, TWO), OFFER, refused).offered == ()


def test_a_decision_can_be_changed_and_taken_back() -> None:
    decisions = Decisions().having(AUDIT, accepted=True)
    assert decisions.of(AUDIT) is True
    assert decisions.having(AUDIT, accepted=False).of(AUDIT) is False
    assert decisions.having(AUDIT, accepted=None) == Decisions()


def test_a_decision_on_courses_that_are_not_there_changes_nothing() -> None:
    elsewhere = Decisions().having(pair(("one", "Conformity"), ("nine", "Audit")), accepted=True)
    assert align((ONE, TWO), OFFER, elsewhere) == align((ONE, TWO), OFFER)
    assert align((ONE, TWO), (Candidate(pair(("one", "Conformity"), ("nine", "Audit")), 90),)) == align((ONE, TWO))


def test_even_an_equal_title_can_be_refused() -> None:
    refused = Decisions().having(pair(("one", "Law"), ("two", "law")), accepted=False)
    assert likeness(align((ONE, TWO), (), refused)) == [["only_here", "only_here"], ["only_here", "only_here"]]


def test_a_title_that_any_school_has_is_the_same_within_a_school_and_offered_elsewhere() -> None:
    within = align((page("one", "Seminar"), page("two", "Seminar")))
    assert likeness(within) == [["shared"], ["shared"]]
    between = align((page("one", "Seminar"), page("two", "Seminar", school="other")))
    assert likeness(between) == [["likely"], ["likely"]]
    assert [one.recorded for one in between.offered] == [False]


def test_a_course_has_one_twin_in_a_row_and_the_others_are_only_offered() -> None:
    two = page("two", "Public law", "Private law")
    offers = (
        Candidate(pair(("one", "Law"), ("two", "Public law")), 80),
        Candidate(pair(("one", "Law"), ("two", "Private law")), 70),
    )
    found = align((page("one", "Law"), two), offers)
    assert [row.columns for row in found.rows] == [(0, 1), (1,)]
    assert len(found.offered) == 2


def test_courses_by_year_and_by_theme() -> None:
    found = align((page("one", "Droit public", "Anglais"), page("two", "Public law", "Cybersecurity", year=2)))
    assert [row.theme for row in found.of_year(1)] == [Theme.LAW, Theme.LANGUAGES]
    assert len(found.of_year(2)) == 2
    assert found.themes == (Theme.LAW, Theme.SECURITY, Theme.LANGUAGES)
    assert [row.lines[0][0].course.title for row in found.of_theme(Theme.LANGUAGES)] == ["Anglais"]
    assert found.lists[1].years == (2,)


def test_one_title_printed_in_two_years_is_one_course() -> None:
    first, second = (Block(id=f"b{year}", title=same("B"), year=year, courses=(Course(title="English"),)) for year in (1, 2))
    [row] = align((subject(programme(id="one", curriculum=(first, second))), page("two"))).rows
    assert row.years == (1, 2)
    assert row.likeness is Likeness.ONLY_HERE


def test_words_of_titles() -> None:
    assert words_of("Droit international public").concepts == words_of("Public International Law").concepts
    assert words_of("Organization management").spelling == words_of("Organisation Management").spelling
    assert words_of("Finance II").numbers == words_of("Finance 2").numbers == {"2"}
    assert words_of("Political-ethnic conflicts (in English)").theme is not Theme.LANGUAGES
    assert words_of("Yoga").theme is Theme.OTHER
    assert opposed(words_of("Public law").concepts, words_of("Private law").concepts)
    assert not opposed(words_of("Public law").concepts, words_of("Public and private law").concepts)


@given(
    st.lists(st.lists(st.sampled_from(TITLES), max_size=5), min_size=2, max_size=5),
    st.lists(st.tuples(st.integers(0, 4), st.sampled_from(TITLES), st.integers(0, 4), st.sampled_from(TITLES)), max_size=6),
)
def test_every_line_stands_in_one_row_whatever_the_order_of_the_columns(
    pages: list[list[str]], offers: list[tuple[int, str, int, str]]
) -> None:
    subjects = [page(f"p{place}", *titles, school=f"s{place}") for place, titles in enumerate(pages)]
    candidates = [Candidate(pair((f"p{a}", left), (f"p{b}", right)), 70) for a, left, b, right in offers if a != b]
    found = align(subjects, candidates)
    for column, courses in enumerate(found.lists):
        listed = [line for row in found.rows for line in row.lines[column]]
        assert sorted(line.course.title for line in listed) == sorted(line.course.title for line in courses.lines)
    turned = align(subjects[::-1], candidates)
    assert [sorted(one) for one in likeness(turned)[::-1]] == [sorted(one) for one in likeness(found)]
    assert set(turned.offered) == set(found.offered)
