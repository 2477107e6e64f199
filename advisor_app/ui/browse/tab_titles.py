"""The tabs of the details and their titles. Apart from what they show, which a list of programmes does not wait for."""

from enum import StrEnum

from advisor_app.domain.text import Message, msg


class Tab(StrEnum):
    """The tabs, in their order."""

    OVERVIEW = "overview"
    CURRICULUM = "curriculum"
    ADMISSION = "admission"
    COSTS = "costs"
    CALENDAR = "calendar"
    OUTCOMES = "outcomes"
    AWARDS = "awards"
    ROUTES = "routes"
    SOURCES = "sources"


TITLES: dict[Tab, Message] = {
    Tab.OVERVIEW: msg("Overview"),
    Tab.CURRICULUM: msg("Curriculum"),
    Tab.ADMISSION: msg("Admission"),
    Tab.COSTS: msg("Costs"),
    Tab.CALENDAR: msg("Calendar"),
    Tab.OUTCOMES: msg("Outcomes"),
    Tab.AWARDS: msg("Awards"),
    Tab.ROUTES: msg("Routes"),
    Tab.SOURCES: msg("Sources"),
}
