"""Every screen and state of the window, and the sheet's pages, as PNG: ``python scripts/pictures.py [FOLDER]``.

Starts a virtual display of its own (Xvfb; where there is none, Qt's offscreen platform serves). ``--readme`` refreshes the few
pictures that the README shows; ``--only WORD`` takes the screens whose names hold the word.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from advisor_app import paths
from advisor_app.domain.columns import Column
from advisor_app.domain.text import Lang
from advisor_app.interchange.student_file import read_student
from advisor_app.models.catalogue_file import open_catalogue
from advisor_app.services.sheet import SheetKind, SheetRequest, gather
from advisor_app.sheets.order import Options
from advisor_app.sheets.proof import prove

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from advisor_app.ui.theme import Mode
    from scripts.screens import Stage

ROOT = Path(__file__).resolve().parent.parent
DPI = 120
LANGS: tuple[Lang, ...] = ("en", "fr")


class Size(NamedTuple):
    """A screen to photograph on: pixels as the window sees them, and how many real ones each is wide."""

    name: str
    width: int
    height: int
    scale: int


SIZES = (
    Size("1366x768", 1366, 768, 1),
    Size("1366x690", 1366, 690, 1),  # what a title bar and a task bar leave of it
    Size("200-percent", 960, 540, 2),  # 1920×1080 at 200 %
)
LOOKS: "dict[str, tuple[tuple[Lang, Mode], ...]]" = {
    "1366x768": (("en", "light"), ("en", "dark"), ("fr", "light"), ("fr", "dark")),
    "1366x690": (("fr", "light"),),
    "200-percent": (("en", "light"), ("fr", "dark")),
}
README = {
    "programmes-compared-en-light": "programmes-en-light",
    "eligibility-en-light": "eligibility-en-light",
    "compare-3-en-light": "compare-en-light",
    "programmes-compared-fr-dark": "programmes-fr-dark",
}
"""The pictures of the README, by the name they have here and there; the sheet's first page comes with them."""


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "build" / "pictures")
    parser.add_argument("--readme", action="store_true", help="refresh docs/pictures instead")
    parser.add_argument("--only", default="", metavar="WORD", help="only screens whose names hold WORD")
    parser.add_argument("--size", choices=[size.name for size in SIZES], help="only at this size")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)  # within the display that was started
    given = parser.parse_args()
    if given.here:
        return photograph(next(size for size in SIZES if size.name == given.size), given.folder, given.only)
    if given.readme:
        return refresh_readme()
    given.folder.mkdir(parents=True, exist_ok=True)
    sheets(given.folder)
    return max(start(size, given.folder, given.only) for size in SIZES if given.size in (None, size.name))


def refresh_readme() -> int:
    """Writes ``docs/pictures`` anew, in few colours so that they stay small."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        sheets(folder)
        status = start(SIZES[0], folder, "|".join(README))
        if status == 0:
            for name, shown in README.items():
                shrink(folder / SIZES[0].name / f"{name}.png", ROOT / "docs" / "pictures" / f"{shown}.png")
            shrink(folder / "sheet-en-1.png", ROOT / "docs" / "pictures" / "sheet-en-1.png")
    return status


def shrink(picture: Path, to: Path) -> None:
    from PIL import Image

    to.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(picture) as image:
        image.convert("RGB").quantize(255, dither=Image.Dither.NONE).save(to, optimize=True)
    print(to)


# --- the sheet


def sheets(folder: Path) -> None:
    """The comparison's pages, in both languages, as they print."""
    from scripts.screens import HEIP, INTELLIGENCE, SAMPLE, SECURITY

    with open_catalogue(paths.default_catalogue()) as catalogue:
        student = read_student(SAMPLE, catalogue.reference(), catalogue.campus_ids())
        columns = tuple(Column(programme=one) for one in (HEIP, INTELLIGENCE, SECURITY))
        gathered = gather(catalogue, SheetRequest(kind=SheetKind.COMPARISON, student=student, columns=columns))
        for lang in LANGS:
            made = prove(gathered, Options(lang=lang, printed_on=datetime.now(UTC).date())).made
            for number, page in enumerate(made.pictures(DPI), 1):
                (folder / f"sheet-{lang}-{number}.png").write_bytes(page)


# --- the window


def start(size: Size, folder: Path, only: str) -> int:
    """Photographs at one size, in a process of its own: Qt reads its scale when it starts."""
    with display(size) as variables:
        child = [sys.executable, __file__, str(folder), "--here", "--size", size.name, "--only", only]
        env = {**os.environ, **variables, "QT_SCALE_FACTOR": str(size.scale), "QT_ENABLE_HIGHDPI_SCALING": "1"}
        for unwanted in ("ADVISOR_LANG", "WAYLAND_DISPLAY", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME"):
            env.pop(unwanted, None)
        return subprocess.run(child, env=env, check=False).returncode


@contextmanager
def display(size: Size) -> Iterator[dict[str, str]]:
    """A virtual display with a screen of that size; yields the variables that lead Qt there."""
    program = shutil.which("Xvfb")
    if program is None:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    screen = f"{size.width * size.scale}x{size.height * size.scale}x24"
    reading, writing = os.pipe()
    command = [program, "-displayfd", str(writing), "-screen", "0", screen, "-dpi", "96", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as said:
            number = said.readline().strip()
        try:
            yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"} if number else {"QT_QPA_PLATFORM": "offscreen"}
        finally:
            server.terminate()


def photograph(size: Size, folder: Path, only: str) -> int:
    """Walks every screen in the display at hand. Returns 1 where the program failed on the way."""
    from PySide6.QtWidgets import QApplication

    from scripts.screens import SCREENS, Stage

    into = folder / size.name
    into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as own:
        os.environ["ADVISOR_DATA_DIR"] = own
        app = QApplication(["advisor"])
        app.setApplicationDisplayName("Advisor")
        stage = Stage(app)
        stage.open(size.width, size.height)
        for lang, mode in LOOKS[size.name]:
            stage.look(lang, mode)
            for screen in SCREENS:
                name = f"{screen.name}-{lang}-{mode}"
                if any(word in name for word in only.split("|")):
                    stage.clear()
                    screen.show(stage)
                    save(stage, into / f"{name}.png")
        faults = list(stage.faults)
        stage.close()
        faults += without_catalogue(app, size, into, Path(own)) if not only else []
    for fault in faults:
        print(f"error: {type(fault).__name__}: {fault}", file=sys.stderr)
    return 1 if faults else 0


def without_catalogue(app: "QApplication", size: Size, into: Path, own: Path) -> list[BaseException]:
    """The window on a file that is no catalogue, opened anew in each language."""
    from scripts.screens import Stage

    file = own / "shopping.sqlite"
    file.write_text("milk\n", encoding="utf-8")
    faults: list[BaseException] = []
    for lang, mode in LOOKS[size.name]:
        os.environ["ADVISOR_LANG"] = lang
        stage = Stage(app, file)
        stage.open(size.width, size.height)
        stage.look(lang, mode)
        save(stage, into / f"no-catalogue-{lang}-{mode}.png")
        faults += stage.faults
        stage.close()
    return faults


def save(stage: "Stage", file: Path) -> None:
    stage.picture().save(str(file))
    print(file)


if __name__ == "__main__":
    sys.exit(main())
