"""Messages as a person reads them, in English, without the program's own wording layer."""

from advisor_app.domain.text import Listing, Message, Text, Value
from advisor_app.interchange.source_problems import SourceProblems


def said(value: Value) -> str:
    """One line."""
    match value:
        case Message():
            template = value.many if value.many is not None and value.count != 1 else value.template
            return template.format(**{name: said(part) for name, part in value.params})
        case Listing():
            return f" {value.joint} ".join(said(item) for item in value.items)
        case Text():
            return value.en
        case _:
            return str(value)


def lines(error: SourceProblems) -> list[str]:
    """Every problem, one line each."""
    return [said(problem.message) for problem in error.problems]
