"""A single programme as a comparison would have it, so that its parts can say of it what they say there."""

from dataclasses import replace

from advisor_app.domain.attainment import level_of_student
from advisor_app.domain.check import ProgrammeCheck, RouteCheck
from advisor_app.domain.columns import Column
from advisor_app.domain.route import Route
from advisor_app.domain.rows import Subject
from advisor_app.domain.student import Student
from advisor_app.domain.timeline import timelines
from advisor_app.services.compare import ComparedColumn


def column_of(
    whole: Subject, found: ProgrammeCheck, check: RouteCheck | None, student: Student, wanted: Route | None = None
) -> ComparedColumn:
    """By the route of ``check``; ``wanted`` is the one that was asked for, if any was."""
    subject = replace(whole, route=check.route if check else None)
    level = level_of_student(student, subject.reference)
    return ComparedColumn(
        column=Column(programme=subject.programme.id, route=wanted),
        subject=subject,
        programme=found,
        check=check,
        name=subject.programme.short_name,
        timelines=timelines(subject.programme, check.route, student, subject.reference, level) if check else (),
    )
