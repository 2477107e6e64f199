"""Draws the program's mark for the systems that want it as pixels: ``python -m scripts.packaging.icons``.

Writes ``advisor.ico`` (Windows) and ``advisor.icns`` (macOS) into ``resources/desktop`` from ``resources/icons/advisor.svg``. Run
it after the drawing has changed; both files are committed, so a build needs no drawing.
"""

import io
import os
import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent.parent
DRAWING = ROOT / "resources" / "icons" / "advisor.svg"
FOLDER = ROOT / "resources" / "desktop"
WINDOWS = (16, 20, 24, 32, 40, 48, 64, 128, 256)
MACOS = (16, 32, 64, 128, 256, 512, 1024)


def drawn(size: int) -> Image.Image:
    """The mark, ``size`` pixels wide: drawn anew at each size, not shrunk."""
    from PySide6.QtCore import QBuffer, QIODevice, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, b"PNG")
    return Image.open(io.BytesIO(bytes(buffer.data().data())))


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication([])
    for name, sizes in (("advisor.ico", WINDOWS), ("advisor.icns", MACOS)):
        *others, largest = (drawn(size) for size in sizes)
        largest.save(FOLDER / name, sizes=[(size, size) for size in sizes], append_images=others)
        print(FOLDER / name)
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
