# ruff: noqa: E501 - sentences stay whole, so that they can be read
"""Sheets written by hand, in both languages, that show what a finished sheet of the three real programmes says.

``line`` reads a small notation, for these tests only: ``**strong**``, ``_emphasis_``, ``~not stated~``, ``|inferred|``,
``^raised^``, ``[[1]]`` for a reference and ``##4,2##`` for four full and two open boxes.
"""

import re
from dataclasses import replace
from datetime import date
from typing import Any

from advisor_app.domain.text import Lang
from advisor_app.sheets import model as m
from advisor_app.sheets.charts import (
    Bar,
    CostChart,
    CostRow,
    CourseGroup,
    CourseLine,
    Courses,
    CourseTable,
    Fill,
    Legend,
    Segment,
    Tick,
)
from advisor_app.sheets.lines import Counter, Inline, Line, Run, Style
from tests.sheets.french import FRENCH

STYLES = {"**": Style.STRONG, "_": Style.EMPHASIS, "~": Style.NOT_STATED, "|": Style.INFERRED, "^": Style.RAISED}
TOKEN = re.compile(r"\*\*.+?\*\*|_.+?_|~.+?~|\|.+?\||\^.+?\^|\[\[.+?\]\]|##\d,\d##|<.+?>")


def piece(token: str) -> Inline:
    if token.startswith("[["):
        sign = token[2:-2]
        return Run(sign, Style.REFERENCE, target=("source-" if sign[0].isdigit() else "note-") + sign.strip("†"))
    if token.startswith("##"):
        return Counter(int(token[2]), int(token[4]))
    if token.startswith("<"):
        return Run(token[1:-1], lang="en")
    opener = "**" if token.startswith("**") else token[0]
    return Run(token[len(opener) : -len(opener)], STYLES[opener])


def parsed(text: str) -> Line:
    runs: list[Inline] = []
    at = 0
    for found in TOKEN.finditer(text):
        if found.start() > at:
            runs.append(Run(text[at : found.start()]))
        runs.append(piece(found.group()))
        at = found.end()
    if at < len(text):
        runs.append(Run(text[at:]))
    return tuple(runs)


def cell(*blocks: m.Block, code: m.Code | None = None) -> m.Cell:
    return m.Cell(blocks, code)


class Maker:
    """Builds parts of a sheet from English texts in the notation, said in the words given for them."""

    def __init__(self, words: dict[str, str] | None) -> None:
        self.words = words

    def say(self, text: str) -> str:
        return text if self.words is None or not re.search("[A-Za-z]{2}|,", text) else self.words[text]

    def line(self, text: str) -> Line:
        return parsed(self.say(text))

    def lines(self, *texts: str) -> tuple[Line, ...]:
        return tuple(self.line(text) for text in texts)

    def para(self, *texts: str) -> m.Paragraph:
        return m.Paragraph(self.lines(*texts))

    def ask(self, mark: m.Mark | None, *texts: str) -> m.Requirement:
        return m.Requirement(mark, self.lines(*texts))

    def head(self, school: str, name: str, *texts: str) -> m.Head:
        return m.Head(school=school, name=name, name_lang="en", lines=self.lines(*texts))

    def entry(self, sign: str, text: str) -> m.Entry:
        return m.Entry(("source-" if sign[0].isdigit() else "note-") + sign.strip("†"), sign, self.line(text))

    def bar(
        self, title: tuple[str, ...], segments: tuple[tuple[Any, ...], ...], printed: str, words: str, opens: bool = False
    ) -> CostRow:
        said = tuple(self.say(text) for text in title)
        return CostRow(
            title=self.lines(*title),
            segments=tuple(Segment(float(part[0]), part[1], *(self.say(text) for text in part[2:])) for part in segments),
            printed=self.say(printed),
            words=self.lines(words),
            alt=f"{re.sub('[*†^]', '', ', '.join(said))}: {self.say(printed)}",
            opens_group=opens,
        )


MET = m.Mark.MET


def english() -> m.SheetModel:
    """The three programmes for a French Bac+4 in economics, in English."""
    return three("en", Maker(None))


def french() -> m.SheetModel:
    """The same in French."""
    return three("fr", Maker(FRENCH))


def three(lang: Lang, k: Maker) -> m.SheetModel:
    months = tuple("SONDJFMAMJJA")

    def applying(*more: str) -> m.Cell:
        return cell(m.VerdictBlock(MET, k.say("You can apply"), k.lines(*more)))

    ileri_process = "_Then_ a file, a reply on eligibility, an entrance examination: written paper and motivational interview."
    met = "Conditions met on what you told us; the school decides."
    rows = (
        m.Row(
            "applying",
            k.say("Applying"),
            (applying(met), applying(f"{met} Rule of 2020 [[2†]]"), applying(f"{met} Rule of 2020 [[3†]]")),
        ),
        m.Row(
            "requirements",
            k.say("Entry requirements"),
            (
                cell(
                    k.ask(MET, "**Level:** Bac+4 validated, 240 ECTS [[1]]", "You: Bac+4, 240 ECTS · met"),
                    k.ask(MET, "**Field:** one of those listed, economics among them [[1]]", "You: economics · met"),
                    k.para(
                        "_Then_ a file before a jury; test results four weeks later, tests ~not described~. Welcome, not counted: a keen interest in political science and international relations."
                    ),
                ),
                *(
                    cell(
                        k.ask(MET, f"**Level:** Bac+4, equivalent to 240 ECTS [[{source}]]", "You: Bac+4, 240 ECTS · met"),
                        k.ask(None, "**Field:** ~not stated~"),
                        k.para(ileri_process),
                    )
                    for source in ("2†", "3†")
                ),
            ),
        ),
        m.Row(
            "obtain",
            k.say("What you obtain"),
            (
                cell(
                    k.para(
                        "**RNCP title, level 7, no. 39853**",
                        "“Expert en relations et coopérations internationales” [[1]]",
                        "Certifier: MBA Institute. Decision of France Compétences of 28/11/2024; expiry ~not stated~. The page announces neither a "
                        "State master nor the _grade de master_. 60 ECTS for each validated year, says the school.",
                    )
                ),
                cell(
                    k.para(
                        "**School diploma and State master**",
                        "School: Higher Diploma in International Relations, option International Strategic Intelligence, ILERI [[2†]]",
                        "State: master in Economic Intelligence, awarded by IAE de Poitiers [[2†]]. RNCP no. and ECTS: ~not stated~",
                    )
                ),
                cell(
                    k.para(
                        "**School diploma and State master**",
                        "School: Higher Diploma in International Relations, option International Security and Defense, ILERI [[3†]]",
                        "State: Master 2 International and European Studies, specialty International Security and Defense, awarded by "
                        "Université Grenoble Alpes [[3†]]. RNCP no. and ECTS: ~not stated~",
                    )
                ),
            ),
        ),
        m.Row(
            "year",
            k.say("The year"),
            (
                cell(
                    m.YearStrip(
                        months,
                        ((m.Span(0, 0, m.Drawn.SOLID), m.Span(1, 11, m.Drawn.OPEN, k.say("end and rhythm not stated"))),),
                        k.say("Start in September; end and rhythm not stated."),
                    ),
                    k.para(
                        "Internship ##4,2## 4 to 6 months, dates ~not stated~ [[1]]",
                        "Compulsory every year; for direct entry, to be confirmed [[a]]",
                    ),
                ),
                cell(
                    m.YearStrip(
                        months,
                        ((m.Span(1, 7, m.Drawn.SOLID, k.say("courses, 2 days a week")),),),
                        k.say("Courses from October to April, two days a week."),
                    ),
                    k.para("Internship ##4,2## 4 to 6 months, full time [[2†]]", "Two intensive weeks, dates ~not stated~"),
                ),
                cell(
                    m.YearStrip(
                        months,
                        ((m.Span(1, 7, m.Drawn.SOLID, k.say("courses, 2 days a week")),),),
                        k.say("Courses from October to April, two days a week."),
                    ),
                    k.para(
                        "Internship ##4,2## 4 to 6 or ##6,0## + at least 6 months:",
                        "**≠ conflicting** [[3†]] [[b]] Long internship or alternance compulsory",
                        "Two intensive weeks, dates ~not stated~",
                    ),
                ),
            ),
        ),
        m.Row(
            "tuition",
            k.say("Tuition, initial"),
            (
                cell(
                    m.Price(
                        k.say("€10,350"),
                        k.line("a year, 2025/26 [[1]]"),
                        k.lines(
                            "Price for your intake: ~not stated~ [[c]]",
                            "Application fee: 80, currency not printed on the page [[d]]",
                        ),
                    )
                ),
                cell(
                    m.Price(
                        k.say("€9,750"),
                        k.line("year ~not stated~ [[2†]]"),
                        k.lines("In one payment: €9,262.50 or €9,337.50 [[e]]", "Application fee: ~not stated~"),
                    )
                ),
                cell(
                    m.Price(
                        k.say("Not confirmed"),
                        (),
                        k.lines(
                            "The page’s fee line names another programme [€9,750] [[3†]] [[f]]", "Application fee: ~not stated~"
                        ),
                    )
                ),
            ),
        ),
        m.Row(
            "options",
            k.say("Options"),
            (
                cell(
                    k.para("In Paris: International Affairs & Economic Diplomacy or International Security & Defense Policy [[1]]")
                ),
                cell(k.para("~not stated~")),
                cell(k.para("Two streams: research (“possibility” of a doctorate) and professional [[3†]]")),
            ),
        ),
        m.Row(
            "afterwards",
            k.say("Afterwards"),
            (
                cell(k.para("Outcome figures: ~not stated~ (footnotes, no figure [[1]])")),
                cell(k.para("Outcome figures: ~not stated~")),
                cell(k.para("Outcome figures: ~not stated~")),
            ),
        ),
        m.Row(
            "next",
            k.say("Next steps"),
            tuple(
                cell(
                    m.Steps(k.lines(first, "Gather diploma and transcript |(inferred)|", "File: deadline ~not stated~")),
                    code=m.Code(f"https://example.org/{page}", f"{k.say('Page of the programme')} {page}"),
                )
                for first, page in (
                    ("Ask in writing for the price and deadline of your intake", "heip"),
                    ("Ask whether the Poitiers master is still awarded, at what price", "ileri-intelligence"),
                    ("Ask in writing for the price and the internship length required", "ileri-security"),
                )
            ),
        ),
        m.Row(
            "disability",
            k.say("Disability"),
            (
                cell(k.para("Disability officer in Paris; tests can be adapted [[1]]")),
                cell(k.para("Contact: ~not stated~")),
                cell(k.para("Contact: ~not stated~")),
            ),
        ),
    )
    return m.SheetModel(
        lang=lang,
        title=k.say("Three programmes, side by side"),
        student=k.say("French Bac+4 in economics (240 ECTS) · aged 22 · initial study · Paris"),
        occasion=k.say("Student fair · 22 November 2026"),
        privacy=k.say("Anonymous sheet: no name is kept"),
        printed_on=date(2026, 11, 22),
        printed=k.say("22 November 2026"),
        heads=(
            k.head(
                "HEIP",
                "MSc Expert in International Relations & Cooperations",
                "Entry in year 2 (MSc 2) · initial · Paris · 1 year |(inferred)|",
                "Page of 24 November 2025, one year old [[1]]",
            ),
            k.head(
                "ILERI",
                "Master 2 International Strategic Intelligence",
                "M2 · initial · Paris La Défense · 1 year |(inferred)|",
                "**† Page of March 2020, six years old: check it all** [[2†]]",
            ),
            k.head(
                "ILERI",
                "Master 2 International Security and Defense",
                "M2 · initial · Paris La Défense · 1 year |(inferred)|",
                "**† Page of March 2020, six years old: check it all** [[3†]]",
            ),
        ),
        rows=rows,
        remarks=(
            m.Remark(
                k.say("Still to ask"),
                k.lines(
                    "~Not stated~ on any of the three pages: language of instruction · language level asked · minimum grade · application deadline · number of places"
                ),
            ),
        ),
        cost=cost(k),
        courses=courses(
            k,
            "The courses: shared and unique",
            "Titles as printed.    ≈ neighbouring theme at ILERI (inferred)    = same course under two names (inferred)",
            ("**HEIP MSc 2**, 20 lines [[1]] [[h]]", "20 unique, none shared"),
            ("**Strategic Intelligence**, 18 lines [[2†]]", "10 unique"),
            ("**Both ILERI**", "8 shared, 2 of them inferred"),
            ("**Security and Defense**, 20 lines [[3†]]", "12 unique"),
        ),
        references=m.References(
            k.say("Sources"),
            (
                k.entry(
                    "1", "HEIP, MSc Expert in International Relations & Cooperations, page updated 24 November 2025. Age: one year."
                ),
                k.entry(
                    "2†",
                    "ILERI, Master 2 International Strategic Intelligence, page of March 2020. Age: six years and eight months, stale.",
                ),
                k.entry(
                    "3†",
                    "ILERI, Master 2 International Security and Defense, page of March 2020. Age: six years and eight months, stale.",
                ),
            ),
            m.Key(
                k.say("How to read"),
                (
                    m.KeyMark(m.Mark.MET, k.say("met")),
                    m.KeyMark(m.Mark.TO_CONFIRM, k.say("to confirm")),
                    m.KeyMark(m.Mark.UNKNOWN, k.say("to tell us")),
                    m.KeyMark(m.Mark.NOT_MET, k.say("not yet")),
                ),
                k.lines(
                    "~not stated~ to be asked",
                    "|(inferred)| drawn from the page",
                    "≠ the page says two different things",
                    "[ ] printed for another programme",
                    "**†** over two years old: check again",
                    "OPCO: skills operator",
                ),
            ),
            k.say("Notes"),
            (
                k.entry(
                    "a",
                    "“For first-year students, an internship is compulsory every year”: read to the letter, entry in year 2 would be exempt.",
                ),
                k.entry(
                    "b",
                    "“4 to 6 months full time” and “at least six months”; alternance or a long internship is compulsory to validate the year.",
                ),
                k.entry("c", "2025/26 rates, “subject to annual review”."),
                k.entry("d", "“80 (regardless of the year you apply)”."),
                k.entry("e", "5% of €9,750: €9,262.50. 5% of the €8,250 balance: €9,337.50, deposit taken as included."),
                k.entry("f", "“Master 2 International Strategic Intelligence: 9750 €” on the Security and Defense page."),
                k.entry("g", "Have it put in writing before signing a contract."),
                k.entry(
                    "h", "The list is about public affairs and does not clearly match the aims announced: check with the school."
                ),
            ),
        ),
        foot=k.line(
            "Conditions as read on the schools’ pages; **the school decides.** What a page does not say is printed “not stated”, never zero, no or free."
        ),
        wording=m.Wording(k.say("Programme"), k.say("continued, note {note}"), k.say("a character that this sheet cannot print")),
    )


F, E, EU, U, B = Fill.FAMILY, Fill.EMPLOYER, Fill.EMPLOYER_UNCONFIRMED, Fill.UNCONFIRMED, Fill.BETWEEN


def cost(k: Maker) -> CostChart:
    seven = ((1500, F, "1,500"),) + ((1375, F, "1,375"),) * 6
    return CostChart(
        title=k.say("The cost, from entry to award"),
        legend=(
            Legend(F, k.say("the family")),
            Legend(E, k.say("the employer or its OPCO")),
            Legend(U, k.say("amount or share not confirmed")),
        ),
        heading=k.say("Programme and format"),
        scale_heading=k.say("Amount"),
        words_heading=k.say("Who pays, and when"),
        ticks=(
            Tick(0, k.say("0")),
            Tick(3000, k.say("3,000")),
            Tick(6000, k.say("6,000")),
            Tick(9000, k.say("9,000")),
            Tick(12000, k.say("€12,000")),
        ),
        rows=(
            k.bar(
                ("**HEIP MSc, entry in year 2**", "Initial (your choice), 2025/26 price"),
                ((10350, F),),
                "€10,350",
                "The family. Schedule: ~not stated~. Add 80 for the application, currency not printed on the page. [[1]] [[c]] [[d]]",
                True,
            ),
            k.bar(
                ("In alternance, 2025/26 price",),
                ((10950, E),),
                "€10,950",
                "The employer or its OPCO; left to the student: zero. Without a contract, or for direct entry in year 2: ~not stated~ [[1]]",
            ),
            k.bar(
                ("**ILERI Strategic Intelligence†**", "Initial, in seven payments"),
                seven,
                "€9,750",
                "The family. €1,500 on registration, then six instalments, of €1,375 if the deposit is included |(inferred)|. Dates: ~not stated~. [[2†]]",
                True,
            ),
            k.bar(
                ("Initial, in one payment",),
                ((9262.5, F), (75, B)),
                "€9,262.50 or €9,337.50",
                "The family. Less 5% of the total or of the balance: ~not stated~ [[2†]] [[e]]",
            ),
            k.bar(
                ("In alternance",),
                ((9750, EU),),
                "€9,750, share not confirmed",
                "**≠ conflicting**: the company “finances all or part”; fees “are reimbursed”. [[2†]] [[g]]",
            ),
            k.bar(
                ("**ILERI Security and Defense†**", "Initial"),
                ((9750, U),),
                "[€9,750] not confirmed",
                "The family. Not confirmed: the page’s fee line names another programme (€9,750). [[3†]] [[f]]",
                True,
            ),
            k.bar(
                ("In alternance",),
                ((9750, U),),
                "[€9,750] not confirmed",
                "**≠ conflicting**: the company “pays the tuition fees”; “all or part”; “are reimbursed”. [[3†]] [[g]]",
            ),
        ),
    )


HEIP = """Project design in the digital age and AI|Public policy and territorial development|Public policy and transitions|Public policy analysis and evaluation|Organizational transformation and change management|European public funding|Case studies|Public services undergoing change and tension|Transforming human resources in the public sector|Tenders and public procurement|Crisis management ≈|Managing a communication plan|Crisis communication and image strategy|English ≈|Influence, lobbying and institutional networks ≈|Mediatraining|Feedback methodology|Grand Oral methodology|Grand Oral|Conferences"""
SI = """Public policy of economic intelligence|Information system|Monitoring and Knowledge Management Tools|Economic security|Cyber security and information systems security|Crisis governance|Attractiveness of territories|Methodology|Contemporary mobility and global challenges in the transport world|Economic Intelligence Law"""
BOTH = """Public Affairs and Lobbying|Actors and networks of foreign policy|Practice of international business negotiation|Intercultural Intelligence|Foreign languages (English, European language, Eastern language)|Economic intelligence|Compliance and Audit = Conformity|To be recruited and recruit effectively = Insertion into the professional world"""
SD = """EU Security and External Relations: History, Institutions and Challenges|International Security Law and Defense|Economics of international security|Law of armed conflict|Political-ethnic conflicts (in English)|Peacekeeping law|International Security and Defense Policy|War and economic conflict|Cyber, nano, etc.: new technologies and security issues|International security seen by its actors|Seminar on methodology and memory preparation|Professional memory"""


def courses(k: Maker, title: str, hint: str, *heads: tuple[str, str]) -> Courses:
    def items(text: str) -> tuple[Line, ...]:
        return tuple((Run(course, lang="en"),) for course in text.split("|"))

    return Courses(
        title=k.say(title),
        hint=k.say(hint),
        columns=5,
        bars=(Bar(0, 0), Bar(1, 2), Bar(2, 3, 1)),
        groups=tuple(
            CourseGroup(k.line(heading), k.say(count), items(text), columns)
            for (heading, count), text, columns in zip(heads, (HEIP, SI, BOTH, SD), (2, 1, 1, 1), strict=True)
        ),
    )


def columns(model: m.SheetModel, *chosen: int, title: str | None = None) -> m.SheetModel:
    """The same sheet with other columns, such as ``0, 1`` or ``0, 1, 2, 0, 1``."""
    crowded = len(chosen) > 3
    taught = tuple(tuple(index != 1 or place % 2 == 0 for index in chosen) for place in range(40))
    table = CourseTable(
        heading="Course",
        heads=tuple(model.heads[index].name for index in chosen),
        lines=tuple(
            CourseLine((Run(course, lang="en"),), yes)
            for course, yes in zip(f"{HEIP}|{SI}|{BOTH}".split("|"), taught, strict=False)
        ),
        yes="taught",
    )
    return replace(
        model,
        title=title or model.title,
        heads=tuple(model.heads[index] for index in chosen),
        rows=tuple(replace(row, cells=tuple(row.cells[index] for index in chosen)) for row in model.rows),
        courses=replace(model.courses, table=table, bars=()) if crowded and model.courses else model.courses,
    )


def lang_of(model: m.SheetModel) -> Lang:
    return model.lang
