"""One module for each outside format that programmes or students come from or go to."""
