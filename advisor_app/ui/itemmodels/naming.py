"""What programmes and routes are called on the screen, and how old what they rest on is. Needs no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from advisor_app.domain.age import is_stale
from advisor_app.domain.catalogue import Option, Programme
from advisor_app.domain.check import RouteCheck
from advisor_app.domain.facts import Source
from advisor_app.domain.quantities import Month
from advisor_app.domain.route import Route
from advisor_app.domain.routes import entry_of, format_of
from advisor_app.domain.rows import Subject
from advisor_app.domain.text import Listing, Value
from advisor_app.domain.verdicts import Verdict
from advisor_app.ui.tokens import Tone
from advisor_app.wording import Translator
from advisor_app.wording.typography import inside
from advisor_app.wording.words import law

DOT = " · "


@dataclass(frozen=True, slots=True)
class Namer:
    """Names in one language. ``subjects`` are those on the screen: they decide how short a name may be and still tell apart."""

    tr: Translator
    subjects: Mapping[str, Subject]
    today: date

    def programme(self, programme: str) -> str:
        """``HEIP MSc International Relations``; the school alone says nothing."""
        one = self.subjects[programme]
        return f"{one.institution.short_name} {self.tr.render(one.programme.short_name)}"

    def entry(self, route: Route) -> str:
        """Programme and entry point, as short as can be: the entry's name says enough for a school's only programme."""
        one = self.subjects[route.programme]
        name = entry_of(one.programme, route).name
        if len(one.programme.entry_points) < 2:
            return self.programme(route.programme)
        alone = sum(other.institution.id == one.institution.id for other in self.subjects.values()) == 1
        return f"{one.institution.short_name} {name}" if alone else f"{self.programme(route.programme)}, {name}"

    def format(self, route: Route) -> str:
        return inside(self.tr.render(format_of(self.subjects[route.programme].programme, route).name))

    def campus(self, route: Route) -> str:
        return self.tr.render(self.subjects[route.programme].campus_name(route.campus))

    def options(self, route: Route) -> str:
        """The specialisation and the stream, where the programme has any, and the intake where it has several."""
        programme = self.subjects[route.programme].programme
        chosen = (_named(programme.specialisations, route.specialisation), _named(programme.streams, route.stream))
        said: list[Value] = [option.name for option in chosen if option]
        if len(programme.calendar.intakes) > 1:
            said += [Month(intake.month, intake.year) for intake in programme.calendar.intakes if intake.id == route.intake]
        return DOT.join(map(self.tr.render, said))

    def title(self, route: Route) -> str:
        """``HEIP MSc 2 · alternance · Paris``."""
        return DOT.join((self.entry(route), self.format(route), self.campus(route)))

    def subtitle(self, route: Route) -> str:
        """The options, the length from here, and the award that the route leads to."""
        programme = self.subjects[route.programme].programme
        length = entry_of(programme, route).duration.value
        said = self.tr.span(length) if length else self.tr.tr("length not stated")
        return DOT.join(part for part in (self.options(route), self._to_award(said, programme)) if part)

    def _to_award(self, length: str, programme: Programme) -> str:
        if not programme.awards:
            return length
        kinds = tuple(dict.fromkeys(award.kind for award in programme.awards))
        return self.tr.tr("{length}, leads to: {awards}", length=length, awards=Listing(kinds, "and"))

    def stale(self, programme: str) -> str:
        """``rule of 2020`` where the programme's page is over two years old, else nothing."""
        source = self.source(programme)
        if source is None or not is_stale(source, self.today):
            return ""
        return self.tr.tr("rule of {year}", year=source.dated.year) if source.dated else self.tr.tr("rule without a date")

    def source(self, programme: str) -> Source | None:
        one = self.subjects[programme]
        return one.sources.get(one.programme.source)

    def law(self, check: RouteCheck) -> str:
        """The legal verdict in words, to stand after "Law"; a route without a contract says so."""
        if not check.legal.applies:
            return self.tr.tr("no contract")
        return inside(self.tr.render(law(check.legal.verdict)))

    def law_before(self, verdict: Verdict) -> str:
        """The legal verdict for the real student, while something is supposed."""
        return self.tr.tr("before: {was}", was=inside(self.tr.render(law(verdict))))

    def before(self, verdict: Verdict) -> str:
        """What a route is for the real student, while something is supposed."""
        return self.tr.tr("before: {was}", was=inside(self.tr.render(verdict)))


def document(source: Source) -> str:
    """Publisher and title; titles that begin with the publisher's name say it once."""
    return source.title if source.title.startswith(source.publisher) else f"{source.publisher}, {source.title}"


def before(tr: Translator, label: str) -> str:
    """A label with the colon that stands between it and its value."""
    return tr.tr("{label}: ", label=label)


LAW_TONES: dict[Verdict, Tone] = {
    Verdict.CAN_APPLY: "ok",
    Verdict.TO_CONFIRM: "confirm",
    Verdict.NEED_INFO: "info",
    Verdict.NOT_YET: "not",
}


def _named(options: tuple[Option, ...], chosen: str | None) -> Option | None:
    return next((option for option in options if option.id == chosen), None)
