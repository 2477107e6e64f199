"""The name and the place of the PDF."""

import os
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from advisor_app.domain.text import Lang, Message, msg
from advisor_app.services.sheet import SheetKind
from advisor_app.wording import Translator

_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')  # what some system does not allow in a file's name


_LONGEST = 120  # characters of a name: some systems take no more than 255 bytes
_WORDS: dict[SheetKind, Message] = {
    SheetKind.COMPARISON: msg("Comparison"),
    SheetKind.PROGRAMME: msg("Programme"),
    SheetKind.SUMMARY: msg("Eligibility"),
}


def file_name(kind: SheetKind, about: Sequence[str], lang: Lang, day: date) -> str:
    """``Comparison HEIP ILERI 2026-11-22.pdf``, in the sheet's language. Never a student's name."""
    parts = (Translator(lang).render(_WORDS[kind]), *(fit(words) for words in about))
    return f"{' '.join(part for part in parts if part)[:_LONGEST].rstrip(' .')} {day.isoformat()}.pdf"


def fit(words: str) -> str:
    """What every system takes in a file's name."""
    return " ".join(_UNFIT.sub(" ", words).split())


def free(path: Path) -> Path:
    """The path, or one like it that nothing stands at."""
    number = 2
    found = path
    while found.exists() or found.is_symlink():
        found = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    return found


def first_folder() -> Path:
    """The user's documents, or the home folder where there are none, or for a user without a home the folder at hand."""
    places = (QStandardPaths.StandardLocation.DocumentsLocation, QStandardPaths.StandardLocation.HomeLocation)
    found = (QStandardPaths.writableLocation(place) for place in places)
    return next((Path(one) for one in found if one and os.access(one, os.W_OK)), Path.cwd())


def ask_for_file(parent: QWidget, suggested: Path, translator: Translator) -> Path | None:
    """Asks where to save; the dialog itself asks before it replaces a file. ``None``: the user changed their mind."""
    title, kinds = translator.tr("Save the sheet as PDF"), translator.tr("PDF files (*.pdf)")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
