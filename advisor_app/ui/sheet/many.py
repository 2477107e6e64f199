"""Many sheets in one go, apart from any widget: what to make, and making it. Runs on a pool's thread.

Every file is whole or absent; what stands in the folder already is never replaced. One sheet that cannot be made does not keep the
others from being made.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from advisor_app.domain.columns import Column
from advisor_app.domain.errors import EnvironmentProblem, Problem, UserProblem, reason
from advisor_app.domain.student import Student
from advisor_app.domain.text import LANGS, Lang, Message, msg
from advisor_app.interchange.student_file import read_student
from advisor_app.services.reader import CatalogueReader
from advisor_app.services.sheet import SheetKind, SheetRequest, gather
from advisor_app.sheets import files
from advisor_app.sheets.order import Options
from advisor_app.sheets.proof import prove, refusal
from advisor_app.ui.sheet import saving
from advisor_app.ui.sheet.preview import OpenCatalogue, Wanted

STUDENT_FILES = "*.toml"
MOST = 500  # sheets at once

Told: TypeAlias = Callable[[int], None]
Stopped: TypeAlias = Callable[[], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One sheet to make. ``student_file`` is read when its turn comes; ``about`` goes into the name of the file."""

    request: SheetRequest
    options: Options
    about: tuple[str, ...] = ()
    student_file: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of it. ``failed`` names what was left out and why; ``stopped`` says that the rest was not begun."""

    saved: tuple[Path, ...] = ()
    failed: tuple[tuple[str, Message], ...] = ()
    stopped: bool = False


def in_every_language(wanted: Wanted) -> tuple[Job, ...]:
    """The sheet in sight, once for each language."""
    return tuple(Job(request=wanted.request, options=replace(wanted.options, lang=lang)) for lang in LANGS)


def each_programme(wanted: Wanted, programmes: Sequence[Column], langs: Sequence[Lang]) -> tuple[Job, ...]:
    """One sheet in full for each programme and language."""
    return tuple(
        Job(
            request=replace(wanted.request, kind=SheetKind.PROGRAMME, columns=(column,)),
            options=replace(wanted.options, lang=lang, left_off=frozenset()),
        )
        for lang in langs
        for column in programmes
    )


def each_student(wanted: Wanted, folder: Path, langs: Sequence[Lang]) -> tuple[Job, ...]:
    """One summary for each student file of a folder and each language.

    Raises ``EnvironmentProblem``, or ``UserProblem`` for too many. No first name is printed: that of one student must not stand on
    another's sheet.
    """
    try:
        found = sorted(path for path in folder.glob(STUDENT_FILES) if path.is_file())
    except OSError as error:
        raise EnvironmentProblem(msg("{path} cannot be read ({reason})", path=str(folder), reason=reason(error))) from error
    if len(found) * len(langs) > MOST:
        raise UserProblem(
            msg(
                "{folder} holds {count} student files; at most {most} sheets are made at once",
                folder=str(folder),
                count=len(found),
                most=MOST,
            )
        )
    request = replace(wanted.request, kind=SheetKind.SUMMARY, supposed=None)
    options = replace(wanted.options, left_off=frozenset(), first_name="")
    return tuple(
        Job(request=request, options=replace(options, lang=lang), about=(path.stem,), student_file=path)
        for path in found
        for lang in langs
    )


def make(jobs: Sequence[Job], folder: Path, open_catalogue: OpenCatalogue, told: Told, stopped: Stopped) -> Outcome:
    """Makes the sheets one after the other; ``told`` hears how many are done, ``stopped`` is asked before each."""
    saved: list[Path] = []
    failed: list[tuple[str, Message]] = []
    with open_catalogue() as catalogue:
        for number, job in enumerate(jobs):
            if stopped():
                return Outcome(saved=tuple(saved), failed=tuple(failed), stopped=True)
            try:
                saved.append(_made(job, folder, catalogue))
            except EnvironmentProblem as problem:  # a full disk or a folder that is gone would refuse every other sheet too
                return Outcome(saved=tuple(saved), failed=(*failed, (_called(job), problem.message)), stopped=True)
            except Problem as problem:
                failed.append((_called(job), problem.message))
            told(number + 1)
    return Outcome(saved=tuple(saved), failed=tuple(failed))


def _made(job: Job, folder: Path, catalogue: CatalogueReader) -> Path:
    gathered = gather(catalogue, replace(job.request, student=_student(job, catalogue)))
    proof = prove(gathered, job.options)
    if proof.to_mend:
        raise UserProblem(refusal(proof.to_mend))
    subjects = gathered.subjects
    schools = tuple(dict.fromkeys(subject.institution.short_name for subject in subjects))
    about = job.about or (schools if len(subjects) > 1 else (subjects[0].programme.name,))
    name = saving.file_name(job.request.kind, about, job.options.lang, job.options.printed_on)
    path = saving.free(folder / name)
    files.save(path, proof.made.pdf().pdf)
    return path


def _student(job: Job, catalogue: CatalogueReader) -> Student:
    if job.student_file is None:
        return job.request.student
    return read_student(job.student_file, catalogue.reference(), catalogue.campus_ids())


def _called(job: Job) -> str:
    """What a sheet that could not be made is called."""
    if job.student_file is not None:
        return job.student_file.name
    return job.request.columns[0].programme if job.request.kind is SheetKind.PROGRAMME else job.options.lang
