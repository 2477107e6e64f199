"""The field's own words as frozen dataclasses and pure functions.

Imports the standard library only: no database, no window, no finished sentence in any one language.
"""
