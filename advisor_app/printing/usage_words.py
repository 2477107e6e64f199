"""What Python's reader of arguments says itself, in the user's language.

It looks its sentences up in the system's language alone; for the time of one reading they are looked up here instead.
"""

import argparse
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from advisor_app.wording import Translator
from advisor_app.wording.typography import plain_spaces


@contextmanager
def spoken_in(t: Translator) -> Iterator[None]:
    """While it lasts, usage, headings and mistakes are said in the translator's language."""
    words = {} if t.lang == "en" else _words(t)  # it speaks English already
    before = {name: getattr(argparse, name) for name in ("_", "ngettext")}
    setattr(argparse, "_", lambda text: words.get(text, text))  # noqa: B010 - it has no public name
    setattr(argparse, "ngettext", lambda one, many, count: words.get(one if count == 1 else many, one if count == 1 else many))  # noqa: B010
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(argparse, name, value)


def _words(t: Translator) -> Mapping[str, str]:
    """By the English that it looks up, with its own marks for what goes in."""
    said = {
        "usage: ": t.tr("usage: "),
        "options": t.tr("options"),
        "positional arguments": t.tr("positional arguments"),
        "show this help message and exit": t.tr("show this help message and exit"),
        "argument %(argument_name)s: %(message)s": t.tr("argument %(argument_name)s: %(message)s"),
        "the following arguments are required: %s": t.tr("the following arguments are required: %s"),
        "unrecognized arguments: %s": t.tr("unrecognized arguments: %s"),
        "invalid choice: %(value)r (choose from %(choices)s)": t.tr("invalid choice: %(value)r (choose from %(choices)s)"),
        "invalid %(type)s value: %(value)r": t.tr("invalid %(type)s value: %(value)r"),
        "expected one argument": t.tr("expected one argument"),
        "expected at least one argument": t.tr("expected at least one argument"),
        "expected at most one argument": t.tr("expected at most one argument"),
        "expected %s argument": t.tr("expected %s argument"),
        "expected %s arguments": t.tr("expected %s arguments"),
        "ignored explicit argument %r": t.tr("ignored explicit argument %r"),
        "not allowed with argument %s": t.tr("not allowed with argument %s"),
        "ambiguous option: %(option)s could match %(matches)s": t.tr("ambiguous option: %(option)s could match %(matches)s"),
    }
    return {english: plain_spaces(words) for english, words in said.items()}
