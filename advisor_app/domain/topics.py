"""What a student has asked about, so that a comparison can be cut down to it."""

from enum import StrEnum

from advisor_app.domain.student import Residence, Student


class Topic(StrEnum):
    """A row may bear on several, or on none: it is then never what this student in particular asked about."""

    DIPLOMA = "diploma"
    LANGUAGES = "languages"
    RESIDENCE = "residence"
    FORMAT = "format"
    CONTRACT = "contract"
    CAMPUS = "campus"
    START = "start"
    BUDGET = "budget"


def topics_of(student: Student) -> frozenset[Topic]:
    """What the student has told something about, or wishes for."""
    wishes = student.wishes
    given = {
        Topic.DIPLOMA: bool(student.qualifications),
        Topic.LANGUAGES: bool(student.languages),
        Topic.RESIDENCE: student.residence is Residence.OTHER,
        Topic.FORMAT: wishes.format is not None,
        Topic.CONTRACT: wishes.format == "alternance",
        Topic.CAMPUS: wishes.campus is not None,
        Topic.START: wishes.start is not None,
        Topic.BUDGET: wishes.budget_per_year is not None,
    }
    return frozenset(topic for topic, asked in given.items() if asked)
