"""The procedure of Études en France: whoever lives in one of its countries goes through it for a visa, whatever the school.

The list is dated reference data (facts of 2025-2026). What counts is the country where one lives. A student's answers hold the
country of the diploma only, so that the procedure is said with an "if"; when to apply differs by country and is not in the table.
"""

from advisor_app.domain.reference import Reference
from advisor_app.domain.student import Residence, Student
from advisor_app.domain.text import Message, msg

TABLE = "campus_france"


def step(student: Student, reference: Reference) -> Message | None:
    """What to do about it; ``None`` for whom it does not concern: EU nationals, residents of France, people of other countries."""
    if student.residence is not Residence.OTHER or student.years_in_france:
        return None
    countries = (held.country for held in student.qualifications if held.country in reference.campus_france)
    name = next((reference.countries[code] for code in countries if code in reference.countries), None)
    if name is None:
        return None
    return msg(
        "If you live where your diploma is from ({country}): begin on Études en France (Campus France), which the visa asks for;"
        " ask the school whether one applies there too",
        country=name,
    )


def source(reference: Reference) -> Message | None:
    """Where the list of countries is from, of which year, and what it leaves open."""
    table = reference.tables.get(TABLE)
    if table is None:
        return None
    return msg(
        "Countries of the procedure in {year}: {source}. Dates and fees differ by country: see the site of Campus France of yours.",
        year=table.version,
        source=table.source,
    )
