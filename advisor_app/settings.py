"""What the user chose, kept from one start to the next in a small TOML file.

A file that cannot be read, is broken or cannot be written never stops the program: the defaults hold and a :class:`Notice`
says what happened. Nothing in the file is lost: keys of a newer version are kept, and a broken file is set aside, not
overwritten.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, time
from pathlib import Path
from typing import Literal, TypeAlias, cast

from advisor_app.files import set_aside, write_whole
from advisor_app.paths import user_data_dir

Language: TypeAlias = Literal["fr", "en"]
Theme: TypeAlias = Literal["system", "light", "dark"]
Paper: TypeAlias = Literal["a4", "letter"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The user's choices. ``None`` means: the system's language, the window's language, the documents folder.

    ``occasion`` is the school or event that sheets name; ``seen`` the version that was started last, ``None`` before the welcome.
    """

    language: Language | None = None
    sheet_language: Language | None = None
    theme: Theme = "system"
    sheet_folder: str | None = None
    sheet_paper: Paper = "a4"
    occasion: str = ""
    seen: str | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell the user: an English template and its parameters, shaped as the domain's ``Message`` is.

    A refusal of the system stays what it is, since its words are the domain's.
    """

    template: str
    params: "tuple[tuple[str, str | OSError | Notice], ...]"

    def __str__(self) -> str:
        return self.template.format(**{name: _plain(value) for name, value in self.params})


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings that can always be used, and what was wrong with the file."""

    settings: Settings
    notices: tuple[Notice, ...] = ()


class BrokenFileError(Exception):
    """The file is there and can be read, but is no TOML."""


CHOICES: Mapping[str, tuple[str, ...]] = {
    "language": ("fr", "en"),
    "sheet_language": ("fr", "en"),
    "theme": ("system", "light", "dark"),
    "sheet_paper": ("a4", "letter"),
}


def msg(template: str, /, **params: str | OSError | Notice) -> Notice:
    """A notice. Has the name that the extractor of translatable strings looks for."""
    return Notice(template, tuple(params.items()))


def settings_file() -> Path:
    """Where the settings are kept."""
    return user_data_dir() / "settings.toml"


def load(file: Path | None = None) -> Loaded:
    """Read the settings; a missing file gives the defaults without a word."""
    file = file or settings_file()
    try:
        raw = _read(file)
    except BrokenFileError as error:
        said = msg("The settings in {file} cannot be understood ({why}); the defaults are used.", file=str(file), why=str(error))
        return Loaded(Settings(), (said,))
    except OSError as error:
        said = msg("The settings in {file} cannot be read ({why}); the defaults are used.", file=str(file), why=error)
        return Loaded(Settings(), (said,))
    return _checked(raw, file)


def save(settings: Settings, file: Path | None = None) -> Notice | None:
    """Write the settings, whole or not at all; returns what went wrong, if anything did."""
    file = file or settings_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, _toml(_kept(file) | _given(settings)).encode())
    except OSError as error:
        return _not_saved(file, error)
    except UnicodeEncodeError:  # a folder's name that is no Unicode, which TOML cannot hold
        return _not_saved(file, msg("a name is not valid Unicode"))
    return None


def _not_saved(file: Path, why: OSError | Notice) -> Notice:
    return msg("The settings cannot be saved in {file} ({why}); they hold until you quit.", file=str(file), why=why)


def language_in_use(settings: Settings) -> Language:
    """The window's language: ``ADVISOR_LANG``, else the one chosen, else the system's where it is French, else English."""
    named = os.environ.get("ADVISOR_LANG", "").lower()
    if named in CHOICES["language"]:
        return cast("Language", named)
    return settings.language or _system_language()


def _system_language() -> Language:
    variables = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    named = next((value for value in variables if value), None)
    if named is None:
        import locale  # late: seldom needed, and the first paint waits for this module

        named = locale.getlocale()[0] or ""
    return "fr" if named.lower().startswith("fr") else "en"


def _read(file: Path) -> dict[str, object]:
    try:
        text = file.read_text(encoding="utf-8")
        import tomllib  # late: where nothing was chosen yet there is nothing to read, and the first paint waits for this

        return tomllib.loads(text)
    except FileNotFoundError:
        return {}
    except (ValueError, RecursionError) as error:  # also: bytes that are no UTF-8, a number or a nesting beyond all bounds
        raise BrokenFileError(str(error)) from error


def _checked(raw: dict[str, object], file: Path) -> Loaded:
    good: dict[str, object] = {}
    notices: list[Notice] = []
    for name in (field.name for field in fields(Settings)):
        value = raw.get(name)
        if value is None:
            continue
        if isinstance(value, str) and value in CHOICES.get(name, (value,)):
            good[name] = value
        else:
            notices.append(_not_a_choice(file, name, value))
    return Loaded(Settings(**good), tuple(notices))  # type: ignore[arg-type]  # each value was just checked


def _not_a_choice(file: Path, name: str, value: object) -> Notice:
    choices = ", ".join(CHOICES.get(name, ("text",)))
    return msg(
        "In {file}, “{key}” is {value}; it can be: {choices}. The default is used.",
        file=str(file),
        key=name,
        value=_literal(value),
        choices=choices,
    )


def _given(settings: Settings) -> dict[str, object]:
    values = {field.name: getattr(settings, field.name) for field in fields(Settings)}
    return {name: value for name, value in values.items() if value is not None}


def _kept(file: Path) -> dict[str, object]:
    """What the file holds beyond our keys. A file that is no TOML is set aside under another name first."""
    try:
        raw = _read(file)
    except BrokenFileError:
        set_aside(file)
        return {}
    return {name: value for name, value in raw.items() if name not in {field.name for field in fields(Settings)}}


def _toml(values: Mapping[str, object]) -> str:
    return "".join(f"{_key(name)} = {_literal(value)}\n" for name, value in values.items())


def _key(name: str) -> str:
    bare = name and name.isascii() and name.replace("-", "").replace("_", "").isalnum()
    return name if bare else _literal(name)


def _literal(value: object) -> str:
    match value:
        case str():
            import json  # here: only needed to write, or to say what is wrong

            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case bool():
            return "true" if value else "false"
        case datetime() | date() | time():
            return value.isoformat()
        case list():
            return f"[{', '.join(map(_literal, value))}]"
        case dict():
            return f"{{{', '.join(f'{_key(name)} = {_literal(item)}' for name, item in value.items())}}}"
        case _:
            return str(value)


def _plain(value: str | OSError | Notice) -> str:
    return (value.strerror or str(value)) if isinstance(value, OSError) else str(value)
