"""What holds of every kind of sheet: tags, words, size, sameness, and what it does with hostile text."""

import re
from dataclasses import replace
from functools import cache

import pytest

from advisor_app.domain.catalogue import Programme
from advisor_app.domain.columns import Column
from advisor_app.domain.errors import UserProblem
from advisor_app.domain.look import NEUTRAL, Logo
from advisor_app.domain.student import Residence, Student
from advisor_app.domain.text import Lang, Text
from advisor_app.models.repository import CatalogueRepository
from advisor_app.services.check import check
from advisor_app.services.compare import compare
from advisor_app.services.detailed import Detailed, details
from advisor_app.sheets.charts import Fill
from advisor_app.sheets.document import Document, Rows
from advisor_app.sheets.lines import Run
from advisor_app.sheets.make import Printed, make, render
from advisor_app.sheets.model import SheetModel, texts_of
from advisor_app.sheets.order import Caution, ComparisonSheet, Content, Options, ProgrammeSheet, SummarySheet
from advisor_app.sheets.setting.paper import Paper
from tests.sheets import reading
from tests.sheets.test_comparison import ECONOMIST, HEIP, NEWCOMER, THREE, TODAY, catalogue, opened, whole

KINDS = ("comparison", "programme", "summary")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80"><rect width="200" height="80" fill="#7A1F3D"/></svg>'
LOOK = replace(NEUTRAL, school="École du Port", colour="#7A1F3D", logo=Logo(SVG, "École du Port"), footer="Déclarée")
HOSTILE = '*_#$[]\\@<> `raw` // c #import "a" #eval(1) $x^2$ @ref \u202e0001\u202c 😀 שלום'


def content(kind: str, student: Student, supposed: Student | None = None, held: CatalogueRepository | None = None) -> Content:
    held = held or catalogue()
    if kind == "comparison":
        columns = [Column(programme=one) for one in THREE]
        then = compare(held, supposed, columns) if supposed else None
        return ComparisonSheet(compared=compare(held, student, columns), supposed=then)
    if kind == "programme":
        opened: Detailed | None = details(held, supposed, HEIP) if supposed else None
        return ProgrammeSheet(detailed=details(held, student, HEIP), student=student, supposed=opened, supposed_student=supposed)
    return SummarySheet(checked=check(held, student), supposed=check(held, supposed) if supposed else None)


@cache
def made(kind: str, lang: Lang = "en", *, supposed: bool = False) -> Printed:
    return render(content(kind, NEWCOMER, ECONOMIST if supposed else None), Options(lang=lang, printed_on=TODAY))


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_screen_reader_finds_its_way(kind: str, lang: Lang) -> None:
    printed = made(kind, lang)
    pdf = reading.opened(printed.pdf)
    assert str(pdf.Root.Lang) == lang
    assert bool(pdf.Root.MarkInfo.Marked)
    with pdf.open_metadata() as metadata:
        assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
    assert str(pdf.docinfo["/Title"]) == reading.bookmarks(printed.pdf)[0]
    assert len(reading.bookmarks(printed.pdf)) > 3
    assert all(alt for tag, alt, _ in reading.tags(printed.pdf) if tag == "/Figure")
    assert all(reading.fonts(printed.pdf).values())


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_programmers_words_and_no_raw_identifier(kind: str, lang: Lang) -> None:
    said = reading.text(made(kind, lang).pdf)
    assert not re.search(r"\bNone\b|not_stated|[{}]|\bDecimal\b|Message\(", said)
    assert not [name for name in (*THREE, *whole().sources) if name in said]


@pytest.mark.parametrize("kind", KINDS)
def test_small_and_the_same_each_time(kind: str) -> None:
    printed = made(kind)
    assert len(printed.pdf) < 300_000
    assert render(content(kind, NEWCOMER), Options(lang="en", printed_on=TODAY)) == printed


def test_a_programme_in_full_takes_two_to_four_pages() -> None:
    for programme in THREE:
        sheet = ProgrammeSheet(detailed=details(catalogue(), NEWCOMER, programme), student=NEWCOMER)
        assert 2 <= render(sheet, Options(lang="fr", printed_on=TODAY)).pages <= 4


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_no_page_is_added_for_a_few_lines(lang: Lang) -> None:
    for student, supposed in ((NEWCOMER, None), (Student(), ECONOMIST), (ECONOMIST, NEWCOMER)):
        for kind in ("programme", "summary"):
            made = make(content(kind, student, supposed), Options(lang=lang, printed_on=TODAY))
            printed = made.pdf()
            assert printed.pages == 1 or reading.filled(printed.pdf) > 0.2
            assert len(made.pictures(30)) == printed.pages


@pytest.mark.parametrize("kind", KINDS)
def test_a_what_if_stands_beside_the_real_verdict_and_is_named(kind: str) -> None:
    alone, both = (reading.text(made(kind, supposed=supposed).pdf) for supposed in (False, True))
    assert "What if: Bac+4 in economics" in both
    assert "What if" not in alone
    assert "Bac+3 in law" in both
    assert both.count("You can apply") > alone.count("You can apply")
    assert both.count("Not yet") >= 1


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("paper", list(Paper))
def test_a_school_s_look_and_the_paper_are_kept(kind: str, paper: Paper) -> None:
    options = Options(lang="fr", printed_on=TODAY, look=LOOK, paper=paper, occasion="Salon", advisor="Marie", first_name="Zoé")
    pdf = render(content(kind, ECONOMIST), options).pdf
    document = reading.opened(pdf)
    sides = sorted(float(side) for side in document.pages[0].MediaBox.as_list()[2:])
    assert sides == pytest.approx({Paper.A4: [595.3, 841.9], Paper.LETTER: [612, 792]}[paper], abs=0.5)
    first = reading.pages(pdf)[0]
    for words in ("Salon · 22 novembre 2026", "avec Marie", "Zoé · ", "École du Port · Déclarée"):
        assert words in first
    assert "Fiche anonyme" not in first
    assert any(alt == "École du Port" for tag, alt, _ in reading.tags(pdf) if tag == "/Figure")


@pytest.mark.parametrize("kind", KINDS)
def test_cautions_stand_on_the_first_page_with_their_rule(kind: str) -> None:
    caution = Caution(text=Text("ce titre n’est pas un master.", "this title is no master."), rule="Code, D612-34", programme="MSc")
    pages = reading.pages(render(content(kind, ECONOMIST), Options(lang="en", printed_on=TODAY, cautions=(caution,))).pdf)
    assert "Caution" in pages[0]
    note = re.search(r"MSc: This title is no master\. ([a-z]{1,2})\b", pages[0])
    assert note is not None, "the caution leads to a note"
    assert re.search(rf"\b{note[1]} Code, D612-34\.", pages[-1]), "the note names the rule"


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_text_is_printed_as_it_is(kind: str) -> None:
    long = "word " * 2_000
    real = whole()

    def spoilt(programme: Programme) -> Programme:
        return replace(
            programme,
            short_name=Text(HOSTILE, HOSTILE),
            awards=tuple(replace(award, title=long) for award in programme.awards),
            flags=tuple(replace(flag, problem=Text(HOSTILE, HOSTILE)) for flag in programme.flags),
            accessibility=tuple(replace(point, text=Text(long, long)) for point in programme.accessibility),
        )

    held = opened(replace(real, programmes={name: spoilt(one) for name, one in real.programmes.items()}))
    options = Options(lang="en", printed_on=TODAY, occasion=HOSTILE, look=replace(LOOK, school=HOSTILE))
    pdf = render(content(kind, ECONOMIST, held=held), options).pdf
    said = reading.text(pdf)
    assert '*_#$[]\\@<> `raw` // c #import "a" #eval(1) $x^2$ @ref 0001 □' in said
    assert "□ a character that this sheet cannot print" in said


def test_every_page_of_a_programme_has_its_code() -> None:
    real = whole()
    pages = {name: replace(one, url=f"https://school.example/{name}") for name, one in real.programmes.items()}
    held = opened(replace(real, programmes=pages))
    for kind, count in (("comparison", 3), ("programme", 1)):
        pdf = render(content(kind, ECONOMIST, held=held), Options(lang="en", printed_on=TODAY)).pdf
        codes = [alt for tag, alt, _ in reading.tags(pdf) if tag == "/Figure" and "school.example" in alt.replace("\u200b", "")]
        assert len(codes) == count
    assert len(reading.pages(render(content("comparison", ECONOMIST, held=held), Options(lang="fr", printed_on=TODAY)).pdf)) == 2


def test_documents_and_dates_to_bring_stand_in_the_next_steps() -> None:
    said = reading.text(made("comparison").pdf)
    assert "Have ready: certificate of enrolment and transcript" in said
    assert "have ready: what usually proves it (inferred)" in said
    assert "Apply; deadline: not stated; start: September" in said


def test_every_sheet_of_a_foreign_diploma_says_that_none_has_a_legal_equivalence() -> None:
    rule = "A foreign diploma has no legal equivalence in France"
    for level, row in ((4, False), (1, True)):
        held = replace(ECONOMIST.qualifications[0], country="SN", level=level, credits=None)
        foreign = replace(ECONOMIST, qualifications=(held,))
        for kind in KINDS:
            said = reading.text(render(content(kind, foreign), Options(lang="en", printed_on=TODAY)).pdf)
            assert rule in said
            assert (f"Equivalence {rule}" in said) is row  # a row of its own only where no verdict says it already
    assert rule not in reading.text(made("comparison").pdf)


def test_cautions_stand_on_the_first_page_or_it_leads_to_them() -> None:
    cautions = tuple(Caution(text=f"finding {number}. " + "Why it matters. " * 12, rule=f"rule {number}") for number in range(4))
    for ids in (THREE, (*THREE, HEIP), (*THREE, HEIP, HEIP)):
        compared = compare(catalogue(), NEWCOMER, [Column(programme=one) for one in ids])
        options = Options(lang="fr", printed_on=TODAY, cautions=cautions)
        first, *others = reading.pages(render(ComparisonSheet(compared=compared), options).pdf)
        if not all(f"inding {number}" in first for number in range(4)):
            page = re.search(r"Attention : page (\d)", first)
            assert page is not None
            assert all(f"inding {number}" in others[int(page[1]) - 2] for number in range(4))


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_that_says_next_to_nothing_makes_a_sheet_all_the_same(kind: str) -> None:
    real = whole()
    bare = {
        name: replace(one, combinations=(), charges=(), curriculum=(), awards=(), flags=(), contacts=())
        for name, one in real.programmes.items()
    }
    said = reading.text(
        render(content(kind, Student(), held=opened(replace(real, programmes=bare))), Options(lang="fr", printed_on=TODAY)).pdf
    )
    assert "Le coût, de l’entrée au diplôme Formation et format" not in said
    if kind != "summary":
        assert "non communiqué" in said
        assert "l’école décide" in said


def test_a_summary_of_nothing_is_refused_in_words() -> None:
    with pytest.raises(UserProblem):
        render(SummarySheet(checked=check(catalogue(), Student(), ())), Options(lang="en", printed_on=TODAY))


# --- words that fit the verdict and the law

ABROAD = replace(NEWCOMER, residence=Residence.OTHER, years_in_france=0, wishes=replace(NEWCOMER.wishes, format="alternance"))


def test_a_way_that_the_law_closes_is_no_offer_and_the_wish_for_it_is_answered() -> None:
    sheet = make(content("comparison", ABROAD), Options(lang="en", printed_on=TODAY)).model
    assert isinstance(sheet, SheetModel)
    assert sheet.cost is not None
    closed = [row for row in sheet.cost.rows if row.closed]
    assert [row.alt.partition(":")[0] for row in closed] == [
        "MSc International Relations, Alternance, 2 years",
        "M2 Strategic Intelligence, Alternance, contrat de professionnalisation, 1 year",
    ]
    for row in closed:
        assert {part.fill for part in row.segments} == {Fill.CLOSED}
        assert "Not open to you, by law: from outside the EU" in row.alt
        assert "left to the family" not in row.alt
    said = "\n".join(texts_of(sheet.rows))
    assert "Alternance: closed by law. Shown here: Initial, then alternance" in said
    assert "The contract starts after a first year of study in France" in said


def test_nobody_is_told_to_apply_under_a_not_yet() -> None:
    sheet = make(content("comparison", NEWCOMER), Options(lang="en", printed_on=TODAY)).model
    assert isinstance(sheet, SheetModel)
    steps = next(row for row in sheet.rows if row.key == "next").cells
    assert "Apply; deadline" in "\n".join(texts_of(steps[0]))
    assert all("Only then apply" in "\n".join(texts_of(cell)) for cell in steps[1:])


def test_who_may_live_abroad_begins_with_the_procedure_for_a_visa() -> None:
    senegal = replace(ABROAD, qualifications=tuple(replace(held, country="SN") for held in ABROAD.qualifications))
    for kind in KINDS:
        assert "1 If you live where your diploma is from (Senegal): begin on Études en France" in reading.text(
            render(content(kind, senegal), Options(lang="en", printed_on=TODAY)).pdf
        )
        assert "If you live where" not in reading.text(made(kind).pdf)


def test_a_sheet_for_nobody_puts_no_question_to_its_reader() -> None:
    for kind in ("comparison", "programme"):
        said = reading.text(render(content(kind, Student()), Options(lang="en", printed_on=TODAY)).pdf)
        assert "Conditions to be met" in said
        assert "Tell us" not in said
        assert "You:" not in said


def test_a_summary_answers_first_then_says_what_it_costs_and_what_to_do() -> None:
    said = reading.text(made("summary").pdf)
    assert "To be confirmed: MSc International Relations (HEIP), entry MSc 1." in said
    assert "1 entry: to be confirmed · 3 entries: not yet" in said
    assert said.index("a year, 2025/26") < said.index("Apply; deadline") < said.index("You would need a Bac+4")


def test_instalments_without_dates_take_one_line_and_doubts_are_few() -> None:
    sheet = make(content("programme", Student()), Options(lang="en", printed_on=TODAY)).model
    assert isinstance(sheet, Document)
    doubts = next(section for section in sheet.sections if section.title == "Doubts about the page")
    assert sum(len(part.rows) for part in doubts.parts if isinstance(part, Rows)) == 5
    assert "".join(run.text for run in doubts.lead if isinstance(run, Run)).endswith("more: ask whoever gave you this sheet")
    held = catalogue()
    intelligence = ProgrammeSheet(detailed=details(held, Student(), THREE[1]))
    printed = reading.text(render(intelligence, Options(lang="en", printed_on=TODAY)).pdf)
    assert "6 instalments, the whole programme" in printed
    assert "instalment 1 of 6" not in printed


def test_only_the_words_of_a_sheet_are_explained_on_it() -> None:
    for kind in KINDS:
        assert "Alternance: study and paid work" in reading.text(made(kind).pdf)
    assert "NSF codes: fields" in reading.text(made("programme").pdf)
    assert "NSF codes" not in reading.text(made("comparison").pdf)
