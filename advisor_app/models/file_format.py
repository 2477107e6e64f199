"""What tells a catalogue from any other SQLite file, and one version of it from another."""

from typing import Final

APPLICATION_ID: Final = 0x41445643  # "ADVC"
SCHEMA_VERSION: Final = 6
"""Raised by every change that an older program could not read, and by every change of what is worked out when a catalogue is built:
what facets programmes have, and what a list says of them while nothing is known of the student."""
