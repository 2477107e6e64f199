"""What the words mean that stand on this very sheet."""

from dataclasses import replace
from itertools import islice
from typing import TypeVar

from advisor_app.domain.definitions import Definition, defined
from advisor_app.sheets.document import Document
from advisor_app.sheets.lines import Line, Run
from advisor_app.sheets.model import SheetModel, texts_of
from advisor_app.sheets.press import Press, strong

Sheet = TypeVar("Sheet", SheetModel, Document)


def explained(press: Press, sheet: Sheet, most: int | None = None) -> Sheet:
    """The sheet with the words that it uses, once everything else on it is said; ``most`` of them where there is little room."""
    terms = tuple(_term(press, definition) for definition in islice(defined(texts_of(sheet)), most))
    return replace(sheet, references=replace(sheet.references, terms_title=press.words("In other words"), terms=terms))


def _term(press: Press, definition: Definition) -> Line:
    return (*strong(press.voice.render(definition.term)), Run(press.colon), *press.say(definition.meaning))
