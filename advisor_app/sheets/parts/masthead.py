"""What stands around the facts of every sheet: who hands it out and when, cautions, and what holds of foreign diplomas."""

from collections.abc import Iterator

from advisor_app.domain.attainment import is_foreign
from advisor_app.domain.reference import Reference
from advisor_app.domain.student import Student
from advisor_app.sheets.model import Line, Remark, Run, Style
from advisor_app.sheets.order import Caution, Options
from advisor_app.sheets.parts.requirements import NO_EQUIVALENCE
from advisor_app.sheets.press import Press, strong


def occasion(press: Press, options: Options) -> str:
    """School or event, date, and with whom one spoke."""
    whom = press.words("with {name}", name=options.advisor) if options.advisor else ""
    school = options.occasion or options.look.school
    date = press.voice.date(options.printed_on).replace(" ", "\u00a0")
    return " · ".join(part for part in (school, date, whom.replace(" ", "\u00a0")) if part)


def privacy(press: Press, options: Options) -> str:
    return "" if options.first_name else press.words("Anonymous sheet: no name is kept")


def cautions(press: Press, options: Options) -> Iterator[Remark]:
    """What the check of claims found and nobody mended, each with its rule; the first carries the word."""
    for place, caution in enumerate(options.cautions):
        label = press.words("Caution") if place == 0 else ""
        yield Remark(label, _caution(press, caution), warning=place == 0)


def _caution(press: Press, caution: Caution) -> Line:
    whom = press.voice.render(caution.programme)
    about = (*strong(whom), Run(press.colon)) if whom else ()
    rule = Run(f"({press.voice.render(caution.rule)})", Style.SOFT)
    return (*about, Run(press.voice.sentence(caution.text)), Run(" "), rule)


def foreign_diploma(press: Press, student: Student, reference: Reference) -> Iterator[Remark]:
    if any(is_foreign(held, reference) for held in student.qualifications):
        yield Remark(press.words("Equivalence"), press.say(NO_EQUIVALENCE))
