"""The documents behind what is printed: numbered in the order in which they are first named, and listed at the end."""

from collections.abc import Iterator, Mapping
from datetime import date

from advisor_app.domain.age import is_stale
from advisor_app.domain.facts import Source, Status
from advisor_app.printing.console import wrapped
from advisor_app.wording import Translator
from advisor_app.wording.typography import NO_BREAK

SHORT = 16  # a heading up to this length is not broken over two lines


class Numbered:
    """Gives each source a number the first time it is named."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self._numbers: dict[str, int] = {}

    def reference(self, source_id: str, section: str, t: Translator) -> str:
        """``“Rates” [1]``: the section under which to look, and the document."""
        number = f"[{self._numbers.setdefault(source_id, len(self._numbers) + 1)}]" if source_id in self._sources else ""
        heading = section.replace(" ", NO_BREAK) if len(section) <= SHORT else section
        return " ".join(part for part in (t.quoted(heading) if heading else "", number) if part)

    def known_from(self, status: Status, source_id: str, section: str, t: Translator) -> str:
        """``Stated, “Rates” [1]``: how something is known, and where it is printed."""
        where = self.reference(source_id, section, t)
        return f"{t.render(status)}{',' if section else ''} {where}".rstrip()

    def named(self) -> Iterator[tuple[int, Source]]:
        """Those that were named, by number."""
        return ((number, self._sources[source_id]) for source_id, number in self._numbers.items())

    def lines(self, t: Translator, today: date, width: int) -> Iterator[str]:
        """The list under what was printed."""
        if self._numbers:
            yield ""
            yield t.tr("Sources")
        for number, source in self.named():
            yield from wrapped(described(source, t, today), width, indent="      ", first=f"  [{number}] ")


def described(source: Source, t: Translator, today: date) -> str:
    """A document with its date and its age. Titles that begin with the publisher say it once."""
    title = source.title if source.title.startswith(source.publisher) else f"{source.publisher}, {source.title}"
    if source.dated is None:
        return t.tr("{title}, no date printed: check again", title=title)
    day, age = t.date(source.dated, day_known=source.day_known), t.age_old(source.dated, today)
    if is_stale(source, today):
        return t.tr("{title}, {day}, {age}: check again", title=title, day=day, age=age)
    return f"{title}, {day}, {age}"
