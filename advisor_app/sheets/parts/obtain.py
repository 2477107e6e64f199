"""The cell on what is obtained: each award with its body, its number and dates, and what it gives and does not."""

from collections.abc import Iterator

from advisor_app.domain.catalogue import Award, Party
from advisor_app.domain.facts import Status
from advisor_app.domain.routes import entry_of
from advisor_app.domain.rows import Shown
from advisor_app.domain.rows.study import ects
from advisor_app.domain.terms import AwardKind, PartyRole
from advisor_app.services.compare import ComparedColumn
from advisor_app.sheets.lines import Line
from advisor_app.sheets.model import Cell, Paragraph
from advisor_app.sheets.press import Press, joined, strong, within

MOST_WITHOUT = 2  # the grade and the doctorate: what matters most to whoever goes on or goes home


def obtain(press: Press, column: ComparedColumn) -> Cell:
    awards = column.subject.programme.awards
    if not awards:
        return Cell((Paragraph((press.tr("Award: {silence}", silence=press.not_stated),)),))
    said = [_award(press, column, award, alone=len(awards) == 1) for award in awards]
    worth = joined(_worth(press, column), ". ")
    said[-1] = (*said[-1][:-1], joined((said[-1][-1], worth), ". "))
    return Cell(tuple(Paragraph(lines) for lines in said))


def _award(press: Press, column: ComparedColumn, award: Award, *, alone: bool) -> tuple[Line, ...]:
    """The kind as a heading, on a line of its own where there is one award only."""
    kind: Line = (*strong(", ".join(_kind(press, award))), *press.inferred(award.level), *press.ref(award))
    bodies = [_body(press, party) for party in award.parties if party.role in {PartyRole.CERTIFYING, PartyRole.AWARDING}]
    named = joined((press.quote(award.title, award.title_lang), *bodies, *_registration(press, column, award)), press.semicolon)
    return (kind, named) if alone else (joined((kind, named), " "),)


def _kind(press: Press, award: Award) -> Iterator[str]:
    yield press.voice.render(award.kind)
    if award.level.value is not None:
        yield press.words("level {level}", level=award.level.value)
    if award.number.value is not None:
        yield press.words("no. {number}", number=award.number.value)


def _body(press: Press, party: Party) -> Line:
    name = party.name
    return (
        press.tr("certified by {name}", name=name)
        if party.role is PartyRole.CERTIFYING
        else press.tr("awarded by {name}", name=name)
    )


def _registration(press: Press, column: ComparedColumn, award: Award) -> Iterator[Line]:
    if award.number.status is Status.NOT_STATED:
        if award.kind is not AwardKind.SCHOOL_DIPLOMA and not _both_silent(column):
            yield press.tr("RNCP number {silence}", silence=press.not_stated)
        return
    if award.decided_on.value is not None:
        yield press.tr("registered on {date}", date=press.voice.short_date(award.decided_on.value))
    expiry = press.voice.short_date(award.expires_on.value) if award.expires_on.value else None
    yield press.tr("until {date}", date=expiry) if expiry else press.tr("expiry {silence}", silence=press.not_stated)


def _worth(press: Press, column: ComparedColumn) -> Iterator[Line]:
    """What the awards do not give, and the credits: the two things that are most often taken for granted."""
    for award in column.subject.programme.awards:
        for point in award.gives[:1] if award.kind is not AwardKind.RNCP_TITLE else ():  # its level and number say it
            yield (*press.tr("Gives: {what}", what=within(press.say(point.text))), *press.ref(point))
        without = tuple((*within(press.say(point.text)), *press.ref(point)) for point in award.gives_not[:MOST_WITHOUT])
        if without:
            yield press.tr("Does not give: {what}", what=joined(without, press.semicolon))
    entry = entry_of(column.subject.programme, column.check.route) if column.check else None
    if entry is not None:
        credits_ = entry.credits.value
        known = None if credits_ is None else ects(column.subject.awards, credits_)
        if _both_silent(column):
            yield press.tr("RNCP number and ECTS credits: {silence}", silence=press.not_stated)
            return
        yield press.tr("Credits: {credits}", credits=press.shown(Shown(value=known, evidence=entry.credits)))


def _both_silent(column: ComparedColumn) -> bool:
    """Whether neither number nor credits are known, which is then said in one go."""
    entry = entry_of(column.subject.programme, column.check.route) if column.check else None
    last = column.subject.programme.awards[-1]
    silent = entry is not None and entry.credits.value is None and entry.credits.status is Status.NOT_STATED
    return silent and last.number.status is Status.NOT_STATED and last.kind is not AwardKind.SCHOOL_DIPLOMA
