"""Puts the program's messages, amounts and dates into French or English. A translator is passed in; nothing is global."""

from advisor_app.wording.translator import Translator

__all__ = ["Translator"]
