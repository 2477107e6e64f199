"""What can go wrong, in the two kinds that a person can do something about.

Anything else is a fault of the program and is left to reach the root that reports it.
"""

from advisor_app.domain.text import Message


class Problem(Exception):
    """A problem said in one line: what, where and how to mend. ``message`` is put into words by the root that shows it."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.template)
        self.message = message


class UserProblem(Problem):
    """Something in what the user gave: an unknown key, a broken file, an unknown identifier."""


class EnvironmentProblem(Problem):
    """Something around the program: no space, no permission, a locked or vanished file. Says what is still safe."""
