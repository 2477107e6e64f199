"""The figures of a comparison's pictures for programs, each with the sentence that describes it."""

from advisor_app.domain.curriculum import Likeness
from advisor_app.domain.money import cents
from advisor_app.domain.pictures.calendar_strip import CalendarColumn, CalendarStrip, Mark
from advisor_app.domain.pictures.cost_bars import CostBar, CostBars
from advisor_app.domain.pictures.course_strip import CourseStrip
from advisor_app.domain.pictures.requirements_side import RequirementsSideBySide
from advisor_app.printing import data
from advisor_app.printing.data import Json
from advisor_app.services.compare import Pictures
from advisor_app.wording import Translator


def as_data(pictures: Pictures, t: Translator) -> Json:
    """For JSON: one list of columns for each picture."""
    return {
        "costs": _costs(pictures.costs, t),
        "calendar": _calendar(pictures.calendar, t),
        "courses": _courses(pictures.courses, t),
        "requirements": _requirements(pictures.requirements, t),
    }


def _costs(costs: CostBars, t: Translator) -> Json:
    columns: list[Json] = [
        {"currency": one.currency, "said": t.render(one.said), "bars": [_bar(bar, t) for bar in one.bars]} for one in costs.columns
    ]
    return {"one_scale": costs.one_scale, "columns": columns}


def _bar(bar: CostBar, t: Translator) -> Json:
    return {
        "year": bar.year,
        "reaches": bar.reaches,
        "elsewhere": bar.elsewhere,
        "school_year": data.figures(bar.school_year),
        "price": data.interval(bar.price) if bar.price else None,
        "known": {part.payer.value: str(cents(part.amount)) for part in bar.known},
        "open": str(cents(bar.open)),
        "left_out": [t.sentence(one) for one in bar.left_out],
        "between": [payer.value for payer in bar.between],
        "said": t.render(bar.said),
    }


def _calendar(strip: CalendarStrip, t: Translator) -> Json:
    return {"months": list(strip.months), "columns": [_months(column, strip, t) for column in strip.columns]}


def _months(column: CalendarColumn, strip: CalendarStrip, t: Translator) -> Json:
    marked = zip(strip.months, column.marks, strict=True)
    return {
        "marks": {str(month): [mark.value for mark in Mark if mark in marks] for month, marks in marked if marks},
        "undated": [t.render(message) for message in column.undated],
        "said": t.render(column.said),
    }


def _courses(strip: CourseStrip, t: Translator) -> Json:
    return [
        {
            "said": t.render(column.said),
            "years": [
                {"year": year.year, **{likeness.value: year.count(likeness) for likeness in Likeness}} for year in column.years
            ],
        }
        for column in strip.columns
    ]


def _requirements(found: RequirementsSideBySide, t: Translator) -> Json:
    rows: list[Json] = []
    for row in found.rows:
        statuses = [row.status(place) for place in range(len(row.cells))]
        rows.append(
            {
                "kind": row.kind,
                "statuses": [status.value if status else None for status in statuses],
                "asked": [[t.render(finding.asked) for finding in cell] for cell in row.cells],
            }
        )
    return {"rows": rows, "said": [t.render(column.said) for column in found.columns]}
