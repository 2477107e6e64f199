"""The name and the place of the PDF."""

import os
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from advisor_app.domain.text import Lang
from advisor_app.wording import Translator

_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')  # what some system does not allow in a file's name


def file_name(schools: Sequence[str], lang: Lang, today: date) -> str:
    """``Comparison HEIP ILERI 2026-11-22.pdf``, in the sheet's language."""
    words = {"en": "Comparison", "fr": "Comparaison"}[lang]
    parts = (words, *(_UNFIT.sub(" ", school).strip() for school in schools), today.isoformat())
    return " ".join(part for part in parts if part) + ".pdf"


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
