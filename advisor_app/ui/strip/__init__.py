"""The student strip: a chip for each fact and wish, each a picker of two keystrokes. Knows no catalogue: its options are data."""

from advisor_app.ui.strip.fields import FIELDS, FieldKey, StripField
from advisor_app.ui.strip.options import Option, Options
from advisor_app.ui.strip.student_strip import StudentStrip

__all__ = ["FIELDS", "FieldKey", "Option", "Options", "StripField", "StudentStrip"]
