"""Puts what a service found on a terminal, as text that reads well or as JSON for other programs. Knows no window."""
