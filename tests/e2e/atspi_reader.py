"""A stand-in for a screen reader: runs with the system's Python, which has the AT-SPI bindings, within a D-Bus session of its own.

``atspi_reader.py [--save FILE.pdf] COMMAND…`` starts the program, does the main job through what the program tells assistive
technology, down to a PDF on the disk where one is named, and prints what it read as JSON. It never looks at the screen and presses
no key.
"""

import argparse
import json
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import gi  # type: ignore[import-not-found]

warnings.simplefilter("ignore", DeprecationWarning)  # the names that both older and newer bindings know
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402

PATIENCE = 60  # seconds: what is asked here is whether it works, and the machine may be building meanwhile
STEP = 40  # milliseconds
T = TypeVar("T")


class NotFoundError(Exception):
    """Something was waited for in vain."""


def waited(what: str, look: Callable[[], T | None]) -> T:
    """What ``look`` finds, as soon as it finds it."""
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        try:
            found = look()
        except GLib.Error:  # something went away while it was looked at
            found = None
        if found:
            return found
        pause()
    raise NotFoundError(what)


def pause() -> None:
    loop = GLib.MainLoop()
    GLib.timeout_add(STEP, loop.quit)
    loop.run()


def below(node: Any) -> Iterator[Any]:  # noqa: ANN401 - the bindings have no types
    """Everything under a node that is shown."""
    for number in range(node.get_child_count()):
        child = node.get_child_at_index(number)
        if child is not None:
            yield child
            yield from below(child)


def showing(node: Any) -> bool:  # noqa: ANN401
    return bool(node.get_state_set().contains(Atspi.StateType.SHOWING))


class Program:
    """The program as assistive technology meets it."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self.root = waited("the program on the accessibility bus", self._application)

    def _application(self) -> Any:  # noqa: ANN401
        if self._process.poll() is not None:
            raise NotFoundError("the program ended")
        desktop = Atspi.get_desktop(0)
        applications = [desktop.get_child_at_index(number) for number in range(desktop.get_child_count())]
        return next((one for one in applications if one is not None and one.get_process_id() == self._process.pid), None)

    def seen(self, name: str, role: str = "") -> Any:  # noqa: ANN401
        """What is shown under that name now, or ``None``."""
        self.root.clear_cache()
        named = (node for node in below(self.root) if node.get_name() == name and showing(node))
        return next((node for node in named if not role or node.get_role_name() == role), None)

    def find(self, name: str, role: str = "") -> Any:  # noqa: ANN401
        return waited(f"{role or 'something'} named {name!r}", lambda: self.seen(name, role))

    def press(self, name: str, role: str = "push button") -> None:
        actions = self.find(name, role).get_action_iface()
        names = [actions.get_action_name(number) for number in range(actions.get_n_actions())]
        actions.do_action(next(number for number, action in enumerate(names) if action in ("Press", "Toggle")))

    def write(self, name: str, text: str) -> None:
        self.find(name, "text").get_editable_text_iface().set_text_contents(text)

    def rows(self, wanted: Callable[[list[str]], bool]) -> list[str]:
        """The rows of the results, as soon as they are as wanted."""

        def look() -> list[str] | None:
            results = self.seen("Programmes", "list")
            names = [node.get_name() for node in below(results) if node.get_role_name() == "list item"] if results else []
            return names if names and wanted(names) else None

        return waited("rows of results", look)


def read(program: Program) -> dict[str, object]:
    """The main job: say the level, search, put two programmes side by side, read them, go to the sheet."""
    said: dict[str, object] = {"start": program.rows(lambda rows: all("Need info" in row for row in rows))}
    program.press("Bac+3")
    said["judged"] = program.rows(lambda rows: any("Not yet" in row for row in rows))
    said["level"] = program.find("Level").get_description()
    said["narrowed"] = _narrow(program, "ILERI 2")
    said["costs"] = _section(program, "Costs")
    said["added"] = [_add(program, words) for words in ("cooperations", "poitiers")]
    program.press("Open comparison")
    table = program.find("Comparison", "table")
    said["cells"] = waited("cells", lambda: [node.get_name() for node in below(table) if node.get_role_name() == "table cell"])
    program.press("Export sheet")
    program.find("Sheet preview")
    return said


def _narrow(program: Program, facet: str) -> list[str]:
    """Ticks the value of a facet, reads the rows that are left, and takes the choice back."""
    everything = len(program.rows(bool))
    program.press(facet, "check box")
    left = program.rows(lambda rows: len(rows) < everything)
    program.press("Clear the chosen facets")
    program.rows(lambda rows: len(rows) == everything)
    return left


def _section(program: Program, tab: str) -> list[str]:
    """Goes to a section of the details and reads its lines."""
    sections = program.find("Sections of the programme")
    tabs = (node for node in below(sections) if node.get_role_name() == "page tab")
    found = next(node for node in tabs if node.get_name().startswith(tab))
    found.get_action_iface().do_action(0)

    def look() -> list[str] | None:
        details = program.seen("Programme details", "list")
        lines = [node.get_name() for node in below(details) if node.get_role_name() == "list item"] if details else []
        return lines if any(line.startswith("Tuition") for line in lines) else None

    return waited(f"the lines of {tab}", look)


def _add(program: Program, words: str) -> str:
    """Searches a programme and puts it into the comparison, once its details are there; what its row says."""
    program.write("Search programmes", words)
    (row,) = program.rows(lambda rows: len(rows) == 1)
    program.find(row.partition(",")[0], "filler")  # the pane of its details
    program.press("Add to comparison", "check box")
    program.find("In comparison")
    return row


def saved(program: Program, file: Path) -> int:
    """Saves the sheet under that name and gives its size."""
    program.press("Export sheet")
    program.write("File name:", str(file))
    program.press("Save")
    return int(waited("the file", lambda: file.is_file() and file.stat().st_size))


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--save", type=Path)
    parser.add_argument("command", nargs=argparse.REMAINDER)
    given = parser.parse_args()
    with subprocess.Popen(given.command) as process:
        try:
            program = Program(process)
            said = read(program)
            if given.save:
                said["saved"] = saved(program, given.save)
        except NotFoundError as missing:
            said = {"missing": str(missing)}
        finally:
            process.terminate()
    sys.stdout.write(json.dumps(said) + "\n")
    return 1 if "missing" in said else 0


if __name__ == "__main__":
    sys.exit(main())
