"""Copies the icons and fonts that the window and the sheet use into ``resources/``, with their licences.

Run it after adding a name to ``ICONS`` or after a new release of the two packages::

    python scripts/refresh_assets.py

Both packages are needed only here; the program reads the copies, so a frozen build carries nothing else.
"""

import re
import sys
from importlib import import_module, resources
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ICON_FOLDER = ROOT / "resources" / "icons"
FONT_FOLDER = ROOT / "resources" / "fonts"

ICONS = (
    *("library", "list-checks", "columns-3", "file-text"),
    *("circle-check", "hourglass", "circle-question-mark", "circle-x"),
    *("check", "corner-down-right", "split", "circle-dashed", "calculator", "copy"),
    *("flag", "link-2", "scale", "signpost", "lightbulb", "equal-not", "equal"),
    *("graduation-cap", "book-open", "globe", "languages", "house", "cake", "coins"),
    *("briefcase", "map-pin", "calendar", "wallet"),
    *("search", "plus", "minus", "x", "chevron-down", "chevron-right", "chevron-up", "arrow-right", "arrow-down"),
    *("sun", "moon", "sun-moon", "keyboard", "clock", "info", "triangle-alert", "circle-alert", "shield-check", "file-check"),
    *(
        "printer",
        "download",
        "corner-down-left",
        "undo-2",
        "list-tree",
        "ellipsis",
        "external-link",
        "user-plus",
        "award",
        "route",
        "pin",
    ),
    *("eye-off", "notebook-pen", "presentation", "message-circle-question-mark", "arrow-left-right", "redo-2", "save"),
    *("folder-open", "file-spreadsheet", "copy-plus", "pencil"),
    *("bookmark", "arrow-left", "database", "command"),
)

FONTS = ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf", "SourceSansPro-It.ttf")

LUCIDE_LICENCE = """\
The icons in this folder are from Lucide (https://lucide.dev), with strokes of 1.75 instead of 2.

ISC License

Copyright (c) for portions of Lucide are held by Cole Bemis 2013-2022 as part of Feather (MIT).
All other copyright (c) for Lucide are held by Lucide Contributors.

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted,
provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED
WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR
CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF
CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.

---

The MIT License (MIT), for the portions that come from Feather

Copyright (c) 2013-2022 Cole Bemis

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def slim(svg: str) -> str:
    """The drawing on one line, with the thinner stroke and without the attributes that only a web page needs."""
    svg = re.sub(r'\sclass="[^"]*"', "", svg)
    svg = svg.replace('stroke-width="2"', 'stroke-width="1.75"')
    return re.sub(r">\s+<", "><", svg.strip()) + "\n"


def refresh_icons() -> list[str]:
    """Writes every icon; returns the names that the package does not have."""
    lucide = import_module("lucide")
    known = set(lucide.get_icon_list())
    ICON_FOLDER.mkdir(parents=True, exist_ok=True)
    for name in known.intersection(ICONS):
        (ICON_FOLDER / f"{name}.svg").write_text(slim(lucide.lucide_icon(name)), encoding="utf-8", newline="\n")
    (ICON_FOLDER / "LICENSE.txt").write_text(LUCIDE_LICENCE, encoding="utf-8", newline="\n")
    return sorted(set(ICONS) - known)


def refresh_fonts() -> None:
    files = resources.files("font_source_sans_pro") / "files"
    FONT_FOLDER.mkdir(parents=True, exist_ok=True)
    for name in FONTS:
        (FONT_FOLDER / name).write_bytes((files / name).read_bytes())
    (FONT_FOLDER / "LICENSE.txt").write_bytes((files / "LICENSE.txt").read_bytes())


def main() -> int:
    missing = refresh_icons()
    refresh_fonts()
    if missing:
        print(f"error: the icon package has no {', '.join(missing)}", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
