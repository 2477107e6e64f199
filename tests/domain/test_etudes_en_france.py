"""Whom the procedure of Études en France concerns."""

from dataclasses import replace

import pytest

from advisor_app.domain.etudes_en_france import source, step
from advisor_app.domain.reference import Reference
from advisor_app.domain.student import Qualification, Residence, Student
from advisor_app.domain.text import Text
from tests.domain.wording import said

REFERENCE = Reference(
    countries={"SN": Text(fr="Sénégal", en="Senegal"), "DE": Text(fr="Allemagne", en="Germany")}, campus_france=("SN",)
)
ABROAD = Student(residence=Residence.OTHER, years_in_france=0, qualifications=(Qualification(country="SN", level=3),))


def test_it_is_said_with_an_if_since_nobody_asks_where_a_student_lives() -> None:
    found = step(ABROAD, REFERENCE)
    assert found is not None
    assert said(found).startswith("If you live where your diploma is from (Senegal): ")
    assert step(replace(ABROAD, years_in_france=None), REFERENCE) == found


@pytest.mark.parametrize(
    "student",
    [
        Student(),
        replace(ABROAD, residence=Residence.FRENCH),
        replace(ABROAD, residence=None),
        replace(ABROAD, years_in_france=2),
        replace(ABROAD, qualifications=(Qualification(country="DE", level=3),)),
        replace(ABROAD, qualifications=()),
    ],
)
def test_whom_it_does_not_concern_is_not_told(student: Student) -> None:
    assert step(student, REFERENCE) is None


def test_without_its_table_there_is_no_source() -> None:
    assert source(REFERENCE) is None
