"""What tells a catalogue from any other SQLite file, and one version of it from another."""

from typing import Final

APPLICATION_ID: Final = 0x41445643  # "ADVC"
SCHEMA_VERSION: Final = 3
"""Raised by every change that an older program could not read."""
