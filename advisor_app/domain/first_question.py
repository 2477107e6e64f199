"""The question that a conversation begins with, before anything is known of the student."""

from typing import Final

from advisor_app.domain.text import msg

FIRST_FIELD: Final = "qualification.level"
FIRST_QUESTION: Final = msg("What is the highest diploma, held or in progress?")
