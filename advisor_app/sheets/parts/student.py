"""What the student told us, in one line: everything on the sheet rests on it."""

from collections.abc import Iterator

from advisor_app.domain.quantities import Month
from advisor_app.domain.rows import Subject
from advisor_app.domain.student import ALTERNANCE, LanguageSkill, Qualification, Residence, Standing, Student
from advisor_app.domain.text import Listing
from advisor_app.sheets.press import Press


def student_line(press: Press, student: Student, subject: Subject, first_name: str = "") -> str:
    """``Bac+4 in economics, France (240 ECTS) · aged 22 · initial study · Paris``."""
    parts = [*([first_name] if first_name else []), *_parts(press, student, subject)]
    return " · ".join(parts) if _told(student) or first_name else press.words("For no student in particular")


def supposed_line(press: Press, actual: Student, supposed: Student, subject: Subject) -> str:
    """What a what-if changes: what is said of the supposed student and not of the real one."""
    real = set(_parts(press, actual, subject))
    parts = list(_parts(press, supposed, subject))
    changed = [part for part in parts if part not in real] or parts
    return press.words("What if: {change}", change=" · ".join(changed) or press.words("nothing said about the student"))


def _told(student: Student) -> bool:
    return not student.empty


def _parts(press: Press, student: Student, subject: Subject) -> Iterator[str]:
    for qualification in student.qualifications[:2]:
        yield _qualification(press, qualification, subject)
    if student.residence is not None:
        yield {
            Residence.FRENCH: press.words("French national"),
            Residence.EU: press.words("EU, EEA or Swiss national"),
            Residence.OTHER: press.words("from outside the EU"),
        }[student.residence]
    if student.age is not None:
        yield press.words("aged {age}", age=student.age)
    if student.years_in_france is not None and student.residence is not Residence.FRENCH:  # asked of others only
        years = student.years_in_france
        yield (
            press.voice.tr_n("{count} year in France", "{count} years in France", years)
            if years
            else press.words("not in France yet")
        )
    yield from (_language(press, skill) for skill in student.languages)
    yield from (press.words("{test} {score}", test=score.test, score=score.score) for score in student.tests)
    if student.experience_months is not None:
        yield press.voice.tr_n("{count} month of work", "{count} months of work", student.experience_months)
    yield from _wishes(press, student, subject)


def _qualification(press: Press, held: Qualification, subject: Subject) -> str:
    reference = subject.reference
    row = reference.qualifications.get(held.title) if held.title else None
    said = row.title if row else press.words("Bac+{level}", level=held.level) if held.level is not None else press.words("Diploma")
    if held.fields:
        names = tuple(reference.fields[slug].name if slug in reference.fields else slug for slug in held.fields)
        said = press.words("{diploma} in {fields}", diploma=said, fields=Listing(names))
    country = reference.countries.get(held.country) if held.country else None
    more = [press.voice.render(country)] if country else []
    if held.credits is not None:
        more.append(press.words("{credits} {system}", credits=held.credits, system=held.credit_system or "ECTS"))
    if held.status is Standing.IN_PROGRESS:
        more.append(press.words("in progress"))
    return f"{said} ({', '.join(more)})" if more else said


def _language(press: Press, skill: LanguageSkill) -> str:
    names = {"fr": press.words("French"), "en": press.words("English")}
    level = skill.cefr or " ".join(part for part in (skill.test or "", str(skill.score or "")) if part)
    return f"{names.get(skill.lang, skill.lang.upper())} {level}".strip()


def _campus(press: Press, campus: str, subject: Subject) -> str:
    """Its name at this school; of a campus of another school, which the sheet need not know, the words of its identifier."""
    known = subject.campus_name(campus)
    return press.voice.render(known) if known != campus else campus.replace("-", " ").title()


def _wishes(press: Press, student: Student, subject: Subject) -> Iterator[str]:
    wishes = student.wishes
    if wishes.format is not None:
        yield press.words("alternance") if wishes.format == ALTERNANCE else press.words("initial study")
    if wishes.campus is not None:
        yield _campus(press, wishes.campus, subject)
    if wishes.start is not None:
        year, month = (int(part) for part in wishes.start.split("-"))
        yield press.words("start in {month}", month=Month(month, year))
    if wishes.budget_per_year is not None:
        yield press.words("{amount} a year", amount=press.amount(wishes.budget_per_year, "EUR"))
