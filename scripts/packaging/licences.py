"""The licences of everything in the folder, with the index that the window about Advisor reads, and the list of components."""

import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from scripts.packaging.bill import bill
from scripts.packaging.components import Component, components

FOLDER = "licences"
INDEX = "components.json"
BILL = "components.cdx.json"
_QT = Path(__file__).with_name("texts") / "Qt.txt"


def written(record: Path, work: Path) -> list[Path]:
    """Writes all of them to a folder below ``work``, from PyInstaller's record of what it collected; returns the files."""
    folder = work / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    carried = components(record)
    _texts(carried, folder)
    made = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    (folder / BILL).write_text(bill(carried, made), encoding="utf-8", newline="\n")
    return sorted(folder.iterdir())


def _texts(carried: Iterable[Component], folder: Path) -> None:
    """One text for each component, and the index."""
    listed: list[dict[str, str]] = []
    for one in carried:
        texts = [text.read_text(encoding="utf-8", errors="replace").strip() for text in one.texts]
        if not texts and one.licence.startswith("LGPL"):  # Qt's bindings, which leave their text out
            texts = [_QT.read_text(encoding="utf-8").strip()]
        if not texts:
            raise FileNotFoundError(f"{one.name} has no text of its licence")
        name = f"{one.name.replace(' ', '-')}.txt"
        (folder / name).write_text("\n\n\n".join(texts) + "\n", encoding="utf-8", newline="\n")
        listed.append({"name": one.name, "version": one.version, "licence": one.licence, "text": name})
    (folder / INDEX).write_text(json.dumps(listed, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
