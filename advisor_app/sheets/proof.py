"""A sheet with its claims checked: what may not be said as it stands is printed with a caution."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from advisor_app.domain.claims.check import Claim, each_once, printed_on
from advisor_app.domain.claims.rules import Weight
from advisor_app.domain.text import Message, Value, msg, msg_n
from advisor_app.services.check import Checked
from advisor_app.services.compare import Compared
from advisor_app.services.detailed import Detailed
from advisor_app.services.sheet import Gathered, claims_in
from advisor_app.sheets.make import Made, make
from advisor_app.sheets.model import texts_of
from advisor_app.sheets.order import Caution, ComparisonSheet, Content, Options, ProgrammeSheet, SummarySheet
from advisor_app.sheets.voice import voice_of


@dataclass(frozen=True, slots=True)
class Proof:
    """The sheet as it will be printed, and everything that was found in it, the worst first."""

    made: Made
    claims: tuple[Claim, ...]

    @property
    def to_mend(self) -> tuple[Claim, ...]:
        """What whoever makes the sheet wrote and must mend: until then it is neither saved nor printed."""
        return tuple(claim for claim in self.claims if claim.own and claim.weight is Weight.SEVERE)

    @property
    def cautions(self) -> tuple[Claim, ...]:
        """What the sheet prints a caution about."""
        return tuple(claim for claim in self.claims if claim.cautioned)


def prove(gathered: Gathered, options: Options) -> Proof:
    """The sheet in words, with the cautions that its claims ask for.

    It is put into words once where it prints all that was found, which a comparison and a programme in full nearly always do.
    """
    content = content_of(gathered)
    found = claims_in(gathered, options.lang, options.printed_on, _own_words(options))
    likely = () if isinstance(content, SummarySheet) else each_once(found)
    made = make(content, _with_cautions(options, gathered, likely))
    printed = printed_on(found, _texts_but_cautions(made))
    wanted = _with_cautions(options, gathered, printed)
    return Proof(made if wanted == made.options else make(content, wanted), printed)


def _with_cautions(options: Options, gathered: Gathered, claims: Iterable[Claim]) -> Options:
    several = len(gathered.subjects) > 1
    cautions = tuple(
        Caution(text=claim.warning, rule=claim.citation, programme=claim.subject if several else "")
        for claim in claims
        if claim.cautioned
    )
    return replace(options, cautions=cautions)


def _texts_but_cautions(made: Made) -> list[str]:
    """What a sheet says besides its cautions and the rules behind them, which repeat the words that they are about."""
    voice = voice_of(made.options.lang)
    rules = {f"{voice.sentence(caution.rule)}." for caution in made.options.cautions}
    without = replace(made.model, remarks=tuple(remark for remark in made.model.remarks if not remark.warning))
    return [text for text in texts_of(without) if text not in rules]


def content_of(gathered: Gathered) -> Content:
    """What the sheets take."""
    match gathered.real, gathered.supposed:
        case Compared() as compared, Compared() | None as supposed:
            return ComparisonSheet(compared=compared, supposed=supposed)
        case Detailed() as detailed, Detailed() | None as supposed:
            asked = gathered.request
            return ProgrammeSheet(
                detailed=detailed,
                student=asked.student,
                route=gathered.route,
                supposed=supposed,
                supposed_student=asked.supposed,
            )
        case Checked() as checked, Checked() | None as supposed:
            return SummarySheet(checked=checked, supposed=supposed)
    raise TypeError("the real and the supposed student are on different sheets")


def refusal(claims: tuple[Claim, ...]) -> Message:
    """Why a sheet is neither saved nor printed: what stands in the advisor's own words."""
    claim, more = claims[0], len(claims) - 1
    first = msg("{place}: “{words}”. {why} {mend}", place=claim.place, words=claim.words, why=claim.rule.why, mend=claim.rule.mend)
    if not more:
        return first
    return msg_n("{first} (and {count} more problem)", "{first} (and {count} more problems)", more, first=first)


def _own_words(options: Options) -> Iterator[tuple[Value, str]]:
    look = options.look
    yield msg("School or event"), options.occasion
    for text in (look.school, *look.address, look.footer):
        yield msg("School’s own look"), text
