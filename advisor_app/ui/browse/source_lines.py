"""The Sources tab: the documents with date and age, and every doubt about them, the gravest first."""

from collections.abc import Iterator
from itertools import groupby

from advisor_app.domain.age import is_stale
from advisor_app.domain.facts import Evidence, Flag, Severity, Source
from advisor_app.domain.text import Message, msg
from advisor_app.services.detailed import Detailed
from advisor_app.ui.browse.evidence import Voice, flag_paras, source_cell, spoken_source
from advisor_app.ui.browse.lines import Grid, Line, Para, Run, heading, plain, small
from advisor_app.ui.tokens import Role, Tone

_DOCUMENT = Grid((0, 200))
_DOUBT = Grid((0, 136), more=140)
_DOUBTS: dict[Severity, Message] = {
    Severity.A: msg("Doubts that change an answer"),
    Severity.B: msg("Doubts about a fact that is shown"),
    Severity.C: msg("Slips without consequence"),
}
_TONES: dict[Severity, Tone] = {Severity.A: "not", Severity.B: "confirm", Severity.C: "text2"}


def source_lines(detailed: Detailed, voice: Voice) -> Iterator[Line]:
    """Documents, then doubts by severity with what is wrong and what was recorded."""
    t, subject = voice.t, detailed.subject
    yield heading("documents", t.tr("Documents"))
    for source_id in _named(detailed):
        if source_id in subject.sources:
            yield _document(subject.sources[source_id], voice)
    flags = sorted(subject.programme.flags, key=lambda flag: flag.severity.value)
    for severity, found in groupby(flags, lambda flag: flag.severity):
        some = tuple(found)
        yield heading(f"doubts:{severity}", t.render(_DOUBTS[severity]), note=str(len(some)))
        yield from (_doubt(flag, voice) for flag in some)


def _named(detailed: Detailed) -> tuple[str, ...]:
    """The programme's own page first, then every other document that a fact names."""
    named = (shown.evidence.source for row in detailed.facts for shown in row.values)
    return tuple(dict.fromkeys(one for one in (detailed.subject.programme.source, *named) if one))


def _document(source: Source, voice: Voice) -> Line:
    t = voice.t
    stale = is_stale(source, voice.today)
    day = t.date(source.dated, day_known=source.day_known) if source.dated else t.tr("no date printed")
    again = t.tr("check again")
    age = t.age_old(source.dated, voice.today) if source.dated else again
    tone: Tone = "confirm" if stale else "text2"
    mark = small(f"{age} · {again}" if stale and source.dated else age, tone, icon="clock" if stale else None)
    named = source.title if source.title.startswith(source.publisher) else f"{source.publisher}, {source.title}"
    url = (small(source.url, "accent", icon="link-2"),) if source.url else ()
    return Line(
        key=f"source:{source.id}",
        grid=_DOCUMENT,
        cells=((plain(source.title, Role.STRONG), small(source.publisher), *url), (plain(t.sentence(day)), mark)),
        spoken=f"{named}, {day}, {age}" + (f", {again}" if stale else ""),
        copied=", ".join(part for part in (named, day, age, source.url) if part),
    )


def _doubt(flag: Flag, voice: Voice) -> Line:
    t = voice.t
    evidence = Evidence(source=flag.source, section=flag.section)
    problem = Para((Run(t.render(flag.problem)),), icon="flag", icon_tone=_TONES[flag.severity])
    recorded = Para(
        (Run(t.tr("Recorded:") + " ", Role.SMALL, "text2"), Run(t.render(flag.recorded), Role.SMALL, "text")), indent=22
    )
    said = " ".join((t.render(flag.problem), t.tr("Recorded:"), t.render(flag.recorded)))
    return Line(
        key=f"doubt:{flag.id}",
        grid=_DOUBT,
        cells=((problem, recorded), source_cell(evidence, voice)),
        fold=tuple(para for para in flag_paras(flag, voice) if para.text != recorded.text),
        spoken=f"{said} {spoken_source(evidence, voice)}",
        copied=said,
    )
