"""What is read when the first list is there: it is for whoever answers first, and nobody sees it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from advisor_app import paths

ANSWERED = """
import sys
from pathlib import Path
from advisor_app import opening
with opening.opened(Path(sys.argv[1])) as catalogue:
    from advisor_app import afterwards
    from advisor_app.wording import Translator
    words = Translator(sys.argv[2])
    afterwards.rehearse(catalogue, words)
    before = set(sys.modules)
    from datetime import date
    from advisor_app.domain.student import Qualification, Student
    from advisor_app.services.browse import Query
    from advisor_app.ui.browse.asking import Speaker, find, open_one
    from advisor_app.ui.browse.tab_titles import Tab
    speaker = Speaker(words, date.today())
    student = Student(qualifications=(Qualification(level=4, country="GB"),))
    found = find(catalogue, student, Query(text="relations"), speaker, None)
    open_one(catalogue, student, found.chunks[0].rows[0].id, Tab.OVERVIEW, speaker)
    print(*sorted(set(sys.modules) - before))
"""


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_first_answer_imports_nothing_any_more(lang: str, own_data_dir: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "ADVISOR_DATA_DIR": str(own_data_dir)}
    command = [sys.executable, "-c", ANSWERED, str(paths.default_catalogue()), lang]
    said = subprocess.run(command, env=environment, check=True, capture_output=True, text=True, timeout=120).stdout
    assert [name for name in said.split() if name.startswith("advisor_app")] == []
