#!/usr/bin/env python3
"""Keeps the French translation in step with the program.

    scripts/translations.py update    takes the program's strings into the .po file; what is no longer used is set aside at its end
    scripts/translations.py compile   writes the .mo file that the program reads
    scripts/translations.py check     fails, and says why, unless both are complete and up to date
    scripts/translations.py missing   prints what still lacks a translation

To translate: ``update``, edit ``resources/translations/fr/LC_MESSAGES/advisor.po``, ``compile``. In the French, type plain spaces
before ; : ! ? % € and inside « »: the program sets them. The files hold no dates and no places in the program, so that they
only change when a string does; `missing` says where a string stands.
"""

import argparse
import ast
import io
import string
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "advisor_app"
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("fr",)

# Which argument of which call is translated. `msg` and `msg_n` mark it, `words` is the sheet’s own, the others are a Translator’s.
KEYWORDS = {"msg": None, "msg_n": (1, 2), "tr": None, "tr_n": (1, 2), "tr_c": ((1, "c"), 2), "words": None}
HEADER = "# The French of Advisor. See scripts/translations.py for how this file is kept."

Key: TypeAlias = "tuple[str | None, tuple[str, ...]]"  # context; the string, with its plural where it has one


class Plain(Catalog):
    """A catalogue without dates, addresses and tool versions in its header, so that the same strings give the same bytes."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Project-Id-Version", "Advisor"),
            ("Language", str(self.locale_identifier)),
            ("Plural-Forms", self.plural_forms),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=UTF-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]

    @mime_headers.setter
    def mime_headers(self, headers: object) -> None:
        """What a file's header says is not kept: it is written anew."""


def po_file(lang: str) -> Path:
    return FOLDER / lang / "LC_MESSAGES" / "advisor.po"


def mo_file(lang: str) -> Path:
    return po_file(lang).with_suffix(".mo")


def key_of(message: Message) -> Key:
    return message.context, tuple(forms(message.id))


# --- the program's strings


def sources() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def extracted() -> Catalog:
    """Every marked string of the program, with the files that it stands in."""
    found = Catalog(charset="utf-8")
    for file in sources():
        name = file.relative_to(ROOT).as_posix()
        for line, identity, _comments, context in extract_from_file("python", file, KEYWORDS):
            words = tuple(identity) if isinstance(identity, list | tuple) else identity
            found.add(words, locations=[(name, line)], context=context, flags=())
    for message in found:
        message.flags.discard("python-format")
    return found


def unmarkable() -> Iterator[str]:
    """Calls whose string is put together while the program runs, or stands inside another, where no extractor looks."""
    wanted = {"msg": 1, "tr": 1, "msg_n": 2, "tr_n": 2, "tr_c": 2}
    for file in sources():
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for call in (call for text in ast.walk(tree) if isinstance(text, ast.JoinedStr) for call in calls(text)):
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            if name in KEYWORDS:
                yield f"{file.relative_to(ROOT)}:{call.lineno}: {name}() stands inside an f-string, out of the extractor's sight"
        for call in calls(tree):
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            if not all(isinstance(each, ast.Constant) and isinstance(each.value, str) for each in call.args[: wanted.get(name, 0)]):
                yield f"{file.relative_to(ROOT)}:{call.lineno}: {name}() needs its words as a literal"


def calls(node: ast.AST) -> Iterator[ast.Call]:
    """Every call but those in a function that has a marker's name itself and passes on what it is given."""
    if isinstance(node, ast.FunctionDef) and node.name in KEYWORDS:
        return
    if isinstance(node, ast.Call):
        yield node
    for child in ast.iter_child_nodes(node):
        yield from calls(child)


# --- the catalogue


def read(lang: str) -> Catalog:
    """The translations as they are kept, those set aside included."""
    catalog = Plain(locale=lang, charset="utf-8", header_comment=HEADER, fuzzy=False)
    file = po_file(lang)
    if file.exists():
        kept = read_po(io.BytesIO(file.read_bytes()), locale=lang, charset="utf-8")
        for message in kept:
            if message.id:
                catalog[message.id] = message
        catalog.obsolete.update(kept.obsolete)
    return catalog


def merged(lang: str) -> Catalog:
    """The program's strings with the translations there are. A string that comes back gets its translation back."""
    old = {key_of(message): message for message in read(lang) if message.id}
    aside = {key_of(message): message for message in read(lang).obsolete.values()}
    catalog = Plain(locale=lang, charset="utf-8", header_comment=HEADER, fuzzy=False)
    used = set()
    for message in extracted():
        if not message.id:
            continue
        known = old.get(key_of(message)) or aside.get(key_of(message))
        used.add(key_of(message))
        catalog.add(
            message.id,
            known.string if known else untranslatable(message),
            locations=message.locations,
            context=message.context,
            flags=known.flags - {"python-format"} if known else (),
            user_comments=known.user_comments if known else (),
        )
    for key, message in {**aside, **old}.items():
        if key not in used and translated(message):
            catalog.obsolete[forms(message.id)[0]] = message
    for message in catalog:
        message.flags.discard("python-format")
    return catalog


def untranslatable(message: Message) -> str | None:
    """The string itself where it has no words, such as ``{place}: {what}``, which French spacing alone would change."""
    if isinstance(message.id, str) and not any(text.strip(" ()/·,–") for text, *_ in string.Formatter().parse(message.id)):
        return message.id
    return None


def po_bytes(catalog: Catalog) -> bytes:
    out = io.BytesIO()
    write_po(out, catalog, width=120, sort_output=True, no_location=True)
    return out.getvalue().rstrip(b"\n") + b"\n"


def mo_bytes(lang: str) -> bytes:
    out = io.BytesIO()
    write_mo(out, read(lang))
    return out.getvalue()


# --- what can be wrong with a translation


def forms(string_or_forms: object) -> list[str]:
    if isinstance(string_or_forms, list | tuple):
        return [str(form or "") for form in string_or_forms]
    return [str(string_or_forms or "")]


def translated(message: Message) -> bool:
    return all(forms(message.string))


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def faults(message: Message) -> Iterator[str]:
    """What keeps a translated message from being used. The number itself may be left out or added: “one” says it in words."""
    english = [placeholders(form) - {"count"} for form in forms(message.id)]
    if message.fuzzy:
        yield "is marked as unsure (fuzzy)"
    for place, form in enumerate(forms(message.string)):
        try:
            named = placeholders(form) - {"count"} if len(english) > 1 else placeholders(form)
        except ValueError as error:
            yield f"cannot be filled in: {error}"
            continue
        needed = english[min(place, len(english) - 1)] if len(english) > 1 else placeholders(forms(message.id)[0])
        if named != needed:
            yield f"has {sorted(named)} where the English has {sorted(needed)}"


def typed_badly(message: Message) -> Iterator[str]:
    """French that the program would set wrongly."""
    for form in forms(message.string):
        if "'" in form:
            yield "has a straight apostrophe; type ’"
        if "\u00a0" in form or "\u202f" in form:
            yield "has a no-break space; type a plain one"
        if any(f"{char}{mark}" in form for mark in ";!?»" for char in "abcdefghijklmnopqrstuvwxyzéè}’)"):
            yield "lacks a space before ; ! ? or »"


def problems(lang: str) -> Iterator[str]:
    """Everything that is wrong with a language's two files, one line each."""
    catalog = read(lang)
    kept = {key_of(message): message for message in catalog if message.id}
    wanted = {key_of(message) for message in extracted() if message.id}
    yield from unmarkable()
    yield from (f"not in the catalogue yet: {key[1]!r}" for key in wanted - kept.keys())
    yield from (f"no longer in the program: {key[1]!r}" for key in kept.keys() - wanted)
    for key, message in kept.items():
        if not translated(message):
            yield f"not translated: {key[1]!r}"
        else:
            yield from (f"{key[1]!r} {fault}" for check in (faults, typed_badly) for fault in check(message))
    if not mo_file(lang).exists() or mo_file(lang).read_bytes() != mo_bytes(lang):
        yield f"{mo_file(lang).name} is not what {po_file(lang).name} compiles to"


# --- the verbs


def update() -> int:
    for lang in LANGUAGES:
        po_file(lang).parent.mkdir(parents=True, exist_ok=True)
        po_file(lang).write_bytes(po_bytes(merged(lang)))
    return 0


def compile_() -> int:
    for lang in LANGUAGES:
        mo_file(lang).write_bytes(mo_bytes(lang))
    return 0


def check() -> int:
    found = [f"{lang}: {problem}" for lang in LANGUAGES for problem in sorted(set(problems(lang)))]
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0


def missing() -> int:
    for lang in LANGUAGES:
        for message in merged(lang):
            if message.id and not translated(message):
                print(f"{lang}: {message.id!r}  [{', '.join(sorted({name for name, _ in message.locations}))}]")
    return 0


VERBS: dict[str, Callable[[], int]] = {"update": update, "compile": compile_, "check": check, "missing": missing}


def main(argv: list[str] | None = None) -> int:
    """The command line; the exit status says whether all is well."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verb", choices=VERBS)
    return VERBS[parser.parse_args(argv).verb]()


if __name__ == "__main__":
    sys.exit(main())
