"""Where a cell of the comparison comes from, in words: values, notes, readings, quotations, documents. Needs no Qt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from advisor_app.domain.charges import charge_label, charges_of
from advisor_app.domain.comparison import COURSES
from advisor_app.domain.curriculum import AlignedCourse, Likeness
from advisor_app.domain.facts import Evidence, Flag
from advisor_app.domain.rows import Filled, Shown
from advisor_app.services.compare import ComparedColumn
from advisor_app.ui.compare.comparison_said import ComparisonSaid
from advisor_app.ui.compare.cost_said import COMPUTED
from advisor_app.ui.compare.course_lines import COURSE
from advisor_app.ui.compare.payments_said import payment_blocks
from advisor_app.ui.compare.source_said import DOUBTS
from advisor_app.ui.compare.verdict_said import CONDITIONS
from advisor_app.ui.fact_looks import FACTS
from advisor_app.ui.itemmodels.comparison import Para, RowSaid
from advisor_app.ui.itemmodels.naming import Namer, before, document
from advisor_app.ui.looks import VERDICTS


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvenanceSaid:
    """``blocks`` are set apart by a line each."""

    title: str
    column: str
    blocks: tuple[tuple[Para, ...], ...]


def provenance_said(said: ComparisonSaid, row: RowSaid, place: int, name: Namer) -> ProvenanceSaid:
    """What stands behind the cell of ``row`` in the column at ``place``."""
    column, head = said.compared.columns[place], said.heads[place]
    maker = _Blocks(column, name)
    if row.key in COMPUTED:
        blocks = list(maker.cost())
    elif row.key == COURSES:
        blocks = [*maker.courses(place, said), *maker.flags(row.cells[place].filled)]
    elif row.key == CONDITIONS:
        blocks = list(maker.conditions())
    elif row.key.startswith(COURSE):
        blocks = list(maker.course(said.lines[row.key], place))
    elif row.key == DOUBTS:
        blocks = list(maker.doubts(column.subject.programme.flags))
    elif row.cells[place].filled is None:
        blocks = [list(row.cells[place].paras)]
    else:
        blocks = list(maker.facts(row.cells[place].filled))
    differs = [[Para(row.difference, icon="equal-not", tone="accent")]] if row.difference else []
    return ProvenanceSaid(title=row.label, column=head.spoken, blocks=tuple(tuple(block) for block in (*differs, *blocks)))


@dataclass(frozen=True, slots=True)
class _Blocks:
    column: ComparedColumn
    name: Namer

    def facts(self, filled: Filled | None) -> Iterator[list[Para]]:
        if filled is None:
            return
        for shown in filled.values:
            yield list(self._fact(shown))
        yield from self.flags(filled)

    def flags(self, filled: Filled | None) -> Iterator[list[Para]]:
        yield from self.doubts(filled.flags if filled else ())

    def doubts(self, flags: Iterable[Flag]) -> Iterator[list[Para]]:
        for flag in flags:
            yield list(self._flag(flag))

    def _fact(self, shown: Shown) -> Iterator[Para]:
        tr, look = self.name.tr, FACTS[shown.status]
        lead = before(tr, tr.sentence(shown.label)) if shown.label is not None else ""
        if shown.value is not None:
            yield Para(tr.render(shown.value) if lead else tr.sentence(shown.value), lead)
        elif not shown.readings:
            yield Para(tr.tr("Not stated"), lead, italic=True, tone="text2")
        elif lead:
            yield Para("", lead)
        if shown.detail is not None:
            yield Para(tr.sentence(shown.detail), tone="text2")
        for item in shown.items:
            yield Para(f"– {tr.render(item)}", small=True)
        yield Para(tr.render(shown.status), small=True, tone=look.tone, icon=look.icon)
        for reading in shown.readings:
            yield Para(tr.sentence(reading.value), tone="confirm")
            if reading.quote:
                yield Para(tr.quoted(reading.quote), small=True, italic=True)
            if reading.section or reading.source:
                yield Para(self._document(reading.source or shown.evidence.source, reading.section), small=True, tone="text2")
        yield from self._evidence(shown.evidence)

    def _evidence(self, evidence: Evidence) -> Iterator[Para]:
        tr = self.name.tr
        if evidence.note is not None:
            yield Para(tr.sentence(evidence.note), small=True)
        if evidence.quote:
            yield Para(tr.quoted(evidence.quote), small=True, italic=True)
        document = self._document(evidence.source, evidence.section)
        if document:
            yield Para(document, small=True, tone="text2", icon="link-2")

    def _document(self, source_id: str, section: str) -> str:
        """Publisher, title, section, date and age of the page."""
        tr = self.name.tr
        source = self.column.subject.sources.get(source_id)
        if source is None:
            return tr.quoted(section) if section else ""
        parts = [document(source), tr.quoted(section) if section else ""]
        if source.dated is not None:
            parts += [tr.date(source.dated, day_known=source.day_known), tr.age_old(source.dated, self.name.today)]
        return ", ".join(part for part in parts if part)

    def _flag(self, flag: Flag) -> Iterator[Para]:
        tr = self.name.tr
        yield Para(tr.sentence(flag.problem), tone="confirm", icon="flag")
        if flag.quote:
            yield Para(tr.quoted(flag.quote), small=True, italic=True)
        yield Para(tr.tr("Recorded: {what}", what=flag.recorded), small=True, tone="text2")

    def cost(self) -> Iterator[list[Para]]:
        """The payments, then the charges as the page prints them, each with its source."""
        tr, check = self.name.tr, self.column.check
        if check is None:
            return
        yield from payment_blocks(self.column, tr)
        for charge in charges_of(self.column.subject.programme, check.route):
            yield [Para(tr.sentence(charge_label(charge)), small=True), *self._evidence(charge)]

    def conditions(self) -> Iterator[list[Para]]:
        """Every condition with its finding, the reason, and where it stands on the page."""
        tr, check = self.name.tr, self.column.check
        for finding in check.assessment.findings if check else ():
            look, leaf = VERDICTS[finding.status.verdict], finding.leaf
            yield [
                Para(tr.sentence(finding.asked), icon=look.icon, tone=look.tone),
                Para(tr.sentence(finding.answer.reason), small=True),
                *self._evidence(Evidence(source=leaf.source, section=leaf.section, note=leaf.note, quote=leaf.quote)),
            ]

    def course(self, aligned: AlignedCourse, place: int) -> Iterator[list[Para]]:
        """The lines of one course in this column, each under its heading of the page."""
        tr = self.name.tr
        for line in aligned.lines[place]:
            where = tr.tr("{block}, year {year}", block=line.block.title, year=line.block.year)
            yield [Para(line.course.title), Para(tr.sentence(where), small=True, tone="text2"), *self._evidence(line.block)]
        if not aligned.lines[place]:
            yield [Para(tr.tr("not listed here"), tone="text2")]

    def courses(self, place: int, said: ComparisonSaid) -> Iterator[list[Para]]:
        """Every course line, those shared first, with its twin where it has another title."""
        tr = self.name.tr
        for likeness in Likeness:
            courses = said.compared.comparison.courses[place]
            lines = [line for line in courses.lines if line.likeness is likeness]
            if lines:
                block = [Para("", tr.render(likeness))]
                for line in lines:
                    others = ", ".join(before(tr, said.heads[at].title) + title for at, title in line.twins)
                    block.append(Para(line.course.title, small=True))
                    if likeness is Likeness.LIKELY and others:
                        block.append(Para(others, small=True, tone="text2"))
                yield block
