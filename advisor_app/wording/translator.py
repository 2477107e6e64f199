"""One language's voice: every text that a person reads passes through a :class:`Translator`."""

import datetime as dt
import logging
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.money import Interval, Money
from advisor_app.domain.quantities import LanguageName, Month, SchoolYear, Span
from advisor_app.domain.text import Lang, Listing, Message, Text, Value
from advisor_app.wording import catalogues, dates, numbers, typography, units

if TYPE_CHECKING:
    from advisor_app.domain.terms import Per

_log = logging.getLogger(__name__)

_JOINTS = {"comma": ", ", "dot": " · ", "semicolon": " ; "}


class Translator:
    """Says things in one language. Two may be in use at once: the window's and the sheet's.

    Templates are English and name their parameters in braces; a parameter may be anything that :meth:`render` can say.
    With ``euro_leads`` English amounts begin with the sign: ``€10,350`` and not ``10,350 €``.
    """

    def __init__(self, lang: Lang, folder: Path | None = None, *, euro_leads: bool = False) -> None:
        self.lang: Lang = lang
        self._euro_leads = euro_leads
        self._catalogue = catalogues.load(lang, folder or catalogues.default_folder())

    # --- messages

    def tr(self, template: str, /, **params: Value) -> str:
        """The sentence for an English template."""
        return self._message(Message(template, tuple(params.items())))

    def tr_n(self, one: str, many: str, count: int, /, **params: Value) -> str:
        """The form that goes with ``count``, which both templates may name as ``{count}``."""
        return self._message(Message(one, (("count", count), *params.items()), many, count))

    def tr_c(self, context: str, template: str, /, **params: Value) -> str:
        """A word that needs its context to be translated, such as one that is a noun here and a verb there."""
        return self._fill(self._catalogue.pgettext(context, template), template, params)

    def render(self, value: Value) -> str:
        """Anything that the domain hands out. Plain strings are names and quotations: they stay as they are."""
        match value:
            case Enum():
                return self._message(_word(value))
            case Text():
                return typography.set_type(value[self.lang], self.lang)
            case Message():
                return self._message(value)
            case Listing():
                return self.listing(value)
            case str():
                return value
            case _:
                return self._quantity(value)

    def sentence(self, value: Value) -> str:
        """As :meth:`render`, with a capital at the beginning: for what stands alone, such as a month in French."""
        said = self.render(value)
        return said[:1].upper() + said[1:]

    def _quantity(self, value: int | Decimal | dt.date | Money | Span | Month | SchoolYear | LanguageName) -> str:
        match value:
            case int():
                return numbers.whole(value, self.lang)
            case Decimal():
                return numbers.decimal(value, self.lang)
            case Money():
                return self.money(value)
            case Span():
                return self.span(value)
            case LanguageName():
                return self.language(value.code)
            case _:
                return self._when(value)

    def _when(self, value: dt.date | Month | SchoolYear) -> str:
        match value:
            case Month():
                return dates.month(value, self.lang)
            case SchoolYear():
                return dates.school_year(value, self.lang)
            case dt.date():
                return self.date(value)

    def _message(self, message: Message) -> str:
        one, many, count = message.template, message.many, message.count or 0
        if many is None:
            return self._fill(self._catalogue.gettext(one), one, dict(message.params))
        fallback = one if count == 1 else many
        return self._fill(self._catalogue.ngettext(one, many, count), fallback, dict(message.params))

    def _fill(self, template: str, original: str, params: dict[str, Value]) -> str:
        said = {name: self.render(value) for name, value in params.items()}
        try:
            return typography.set_type(template, self.lang).format_map(said)
        except (KeyError, ValueError, IndexError, AttributeError):
            _log.warning("The translation of %r does not fit its parameters: English is used.", original)
            return original.format_map(said)

    # --- lists and quotations

    def listing(self, value: Listing) -> str:
        """``a, b and c``, ``a, b or c``, or the items with a comma, a dot or a semicolon between them."""
        items = [self.render(item) for item in value.items]
        joint = typography.set_type(_JOINTS.get(value.joint, ", "), self.lang)
        if len(items) < 2 or value.joint in _JOINTS:
            return joint.join(items)
        some, last = joint.join(items[:-1]), items[-1]
        if value.joint == "or":
            return self.tr("{some} or {last}", some=some, last=last)
        return self.tr("{some} and {last}", some=some, last=last)

    def quoted(self, words: str) -> str:
        """Between the language's quotation marks; what is inside stays as printed."""
        return typography.quoted(words, self.lang)

    def language(self, code: str) -> str:
        """``French`` and ``français``; the code itself for a language that has no name here."""
        from babel import Locale  # late: not before the first paint

        return str(Locale(self.lang).languages.get(code, code))

    # --- money and figures

    def money(self, value: Money) -> str:
        """``9,262.50 €``; the bare number where no currency is printed. Cents only where there are any."""
        return numbers.money(value, self.lang, euro_leads=self._euro_leads)

    def money_per(self, value: Money, per: "Per") -> str:
        """An amount with its period: ``10,950 €/yr``, ``9,750 € (period not stated)``."""
        if per.value == "year":
            return self.render(units.per_year(value))
        return self.tr("{amount} {per}", amount=value, per=per)

    def money_between(self, value: Interval, currency: str | None) -> str:
        """``9,262.50 to 9,750 €``, or the one amount."""
        low, high = Money(value.minimum, currency), Money(value.maximum, currency)
        if value.exact:
            return self.money(low)
        leads = not self.money(high)[0].isdigit()  # “£5 to £6”, but “5 to 6 €”
        return self.tr("{low} to {high}", low=low if leads else numbers.amount(low.amount, self.lang), high=high)

    def percent(self, value: Decimal) -> str:
        """``5%`` and ``5 %``; the rate is given in hundredths."""
        return numbers.percent(value, self.lang)

    def span(self, value: Span) -> str:
        """``4 to 6 months``, ``at least 6 months``, ``2 years``."""
        return self.render(units.span(value))

    def ordinal(self, value: int, *, feminine: bool = False) -> str:
        """``1st``; ``1er`` or ``1re``."""
        return numbers.ordinal(value, self.lang, feminine=feminine)

    # --- time

    def date(self, value: dt.date, *, day_known: bool = True) -> str:
        """``24 November 2025``, ``March 2020``."""
        return dates.long(value, self.lang, day_known=day_known)

    def short_date(self, value: dt.date, *, day_known: bool = True) -> str:
        """``24 Nov 2025``, ``Mar 2020``."""
        return dates.short(value, self.lang, day_known=day_known)

    def school_year(self, written: str) -> str:
        """``2025/26`` and ``2025-2026``, from what a catalogue has. Anything else, such as a date, stays as it is written."""
        return self.render(SchoolYear.read(written) or written)

    def age(self, dated: dt.date, today: dt.date) -> str:
        """How long ago, as a length: ``12 months``, ``6 years``."""
        return self.render(units.age(_months(dated, today)))

    def age_old(self, dated: dt.date, today: dt.date) -> str:
        """How long ago, as said of a page: ``12 months old``, ``il y a 12 mois``."""
        return self.render(units.age_old(_months(dated, today)))

    def age_short(self, dated: dt.date, today: dt.date) -> str:
        """How long ago, for a narrow column: ``12 mo``, ``6 yr``."""
        return self.render(units.age_short(_months(dated, today)))


def _word(value: Enum) -> Message:
    from advisor_app.wording import words  # late: the first paint needs none

    return words.word(value)


def _months(dated: dt.date, today: dt.date) -> int:
    from advisor_app.domain.age import months_old  # late: as above

    return months_old(dated, today)
