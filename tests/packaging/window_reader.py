"""The main job in a built window through assistive technology, down to a PDF on the disk: ``window_reader.py FILE.pdf COMMAND…``.

Runs with the system's Python, as ``tests/e2e/atspi_reader.py`` does, from which it takes all but the saving.
"""

import json
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "e2e"))

import atspi_reader  # type: ignore[import-not-found]
from atspi_reader import NotFoundError, Program, read, waited

atspi_reader.PATIENCE = 60  # seconds: what is asked here is whether it works, and the machine may be building meanwhile


def saved(program: Program, file: Path) -> int:
    """Saves the sheet under that name and gives its size."""
    program.press("Export sheet")
    program.write("File name:", str(file))
    program.press("Save")
    return int(waited("the file", lambda: file.is_file() and file.stat().st_size))


def main() -> int:
    with subprocess.Popen(sys.argv[2:]) as process:
        try:
            program = Program(process)
            said = {**read(program), "saved": saved(program, Path(sys.argv[1]))}
        except NotFoundError as missing:
            said = {"missing": str(missing)}
        finally:
            process.terminate()
    sys.stdout.write(json.dumps(said) + "\n")
    return 1 if "missing" in said else 0


if __name__ == "__main__":
    sys.exit(main())
