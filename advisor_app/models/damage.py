"""How it shows that a file is not what this program writes."""

DAMAGED = (ValueError, TypeError, LookupError, ArithmeticError, AttributeError, RecursionError)
"""What making something of what was read can raise when it is not what this program writes."""
