"""How a fact is known and where it comes from, in the words of the details pane."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from advisor_app.domain.age import is_over, is_stale
from advisor_app.domain.facts import Evidence, Flag, Reading, Source, Status
from advisor_app.domain.rows import Shown
from advisor_app.domain.text import Value
from advisor_app.ui.browse.lines import Cell, Para, Run, small
from advisor_app.ui.fact_looks import FACTS
from advisor_app.ui.tokens import Role, Tone
from advisor_app.wording import Translator

_NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Voice:
    """What words need: a language, today's date and the documents that facts come from."""

    t: Translator
    today: date
    sources: Mapping[str, Source]
    _said: dict[tuple[str, str], str] = field(default_factory=dict, compare=False, repr=False)

    def document(self, source_id: str, section: str = "") -> str:
        """``North School, Programme page, “Rates”, 24 November 2025, 12 months old``."""
        if (source_id, section) not in self._said:
            self._said[source_id, section] = self._document(source_id, section)
        return self._said[source_id, section]

    def _document(self, source_id: str, section: str) -> str:
        t, source = self.t, self.sources.get(source_id)
        if source is None:
            return t.quoted(section) if section else ""
        parts = [] if source.title.startswith(source.publisher) else [source.publisher]
        parts += [source.title, *([t.quoted(section)] if section else [])]
        if source.dated is None:
            parts.append(t.tr("no date printed"))
        else:
            parts += [t.date(source.dated, day_known=source.day_known), t.age_old(source.dated, self.today)]
        return ", ".join(parts)

    def pair(self, label: str, value: str) -> str:
        """``Start: September``, with the colon of the language."""
        return self.t.tr("{label}: {value}", label=label, value=value) if label and value else label or value

    def age(self, source_id: str) -> tuple[str, bool]:
        """The age in short and whether the page is stale; empty where the document is not known."""
        source = self.sources.get(source_id)
        if source is None:
            return "", False
        said = self.t.age_short(source.dated, self.today) if source.dated else self.t.tr("no date")
        return said, is_stale(source, self.today)


def status_cell(status: Status, t: Translator) -> Cell:
    look = FACTS[status]
    return (Para((Run(t.render(status), Role.SMALL, look.tone),), icon=look.icon, icon_tone=look.tone),)


def source_cell(evidence: Evidence, voice: Voice) -> Cell:
    """The section under which to look and the age of its page."""
    age, stale = voice.age(evidence.source)
    tone: Tone = "confirm" if stale else "text2"
    source = voice.sources.get(evidence.source)
    where = evidence.section or (source.publisher if source else "")
    if evidence.status is Status.NOT_STATED and not evidence.section:
        return (small(voice.t.tr("whole page read")),)
    if not where:
        return ()
    together = age.replace(" ", _NO_BREAK)
    runs = (Run(where, Role.SMALL, "accent"), *((Run(f" ·{_NO_BREAK}{together}", Role.SMALL, tone),) if age else ()))
    return (Para(runs, icon="link-2", icon_tone="accent", most=2),)


def spoken_source(evidence: Evidence, voice: Voice) -> str:
    return voice.document(evidence.source, evidence.section)


def provenance(one: Shown, voice: Voice) -> tuple[Para, ...]:
    """Note, quotation, document, section and date of a fact; every reading where the page gives several."""
    return (*_readings(one.readings, voice), *_told(one.evidence, voice))


def told(evidence: Evidence, voice: Voice) -> tuple[Para, ...]:
    """The same for what has no readings."""
    return tuple(_told(evidence, voice))


def _told(evidence: Evidence, voice: Voice) -> Iterator[Para]:
    t = voice.t
    if evidence.quote:
        yield Para((Run(t.quoted(evidence.quote), Role.BODY, "text", italic=True),))
    if evidence.note:
        yield small(t.sentence(evidence.note), "text")
    if evidence.valid_for:
        yield _validity(evidence.valid_for, voice)
    document = voice.document(evidence.source, evidence.section)
    if document:
        yield small(document)
    elif evidence.status is Status.NOT_STATED:
        yield small(t.tr("The whole page was read; nothing on this was found."))


def _validity(valid_for: str, voice: Voice) -> Para:
    year = voice.t.school_year(valid_for)
    if is_over(valid_for, voice.today):
        return small(voice.t.tr("Holds for {year}, which is over.", year=year), "confirm")
    return small(voice.t.tr("Holds for {year}.", year=year))


def _readings(readings: tuple[Reading[Value], ...], voice: Voice) -> Iterator[Para]:
    for reading in readings:
        said = voice.t.sentence(reading.value)
        yield Para((Run(said, Role.BODY),), icon="split", icon_tone="confirm")
        quoted = f"{voice.t.quoted(reading.quote)} · " if reading.quote else ""
        where = voice.document(reading.source, reading.section)
        if quoted or where:
            yield Para((Run(quoted, Role.SMALL, "text", italic=True), Run(where, Role.SMALL, "text2")), indent=22)


def flag_paras(flag: Flag, voice: Voice) -> tuple[Para, ...]:
    """What was recorded, the words of the page, and where they stand."""
    t = voice.t
    quote = (Para((Run(t.quoted(flag.quote), Role.BODY, "text", italic=True),)),) if flag.quote else ()
    recorded = Para((Run(t.tr("Recorded:") + " ", Role.SMALL, "text2"), Run(t.render(flag.recorded), Role.SMALL)))
    where = voice.document(flag.source, flag.section)
    return (*quote, recorded, *((small(where),) if where else ()))
