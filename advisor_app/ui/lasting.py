"""Keeps PySide6 6.12.0 from bringing Python 3.11 and older down.

That release hands out ``None``, ``True`` and ``False`` without counting the reference, as is right from Python 3.12 on, where they
never die. Before, each call of a Qt function that returns nothing takes one reference of ``None`` away, and after some
thousand of them the interpreter ends with "none_dealloc". 6.11.3 does not do it. So that no such count ever reaches zero, it is
raised once, far beyond what a program can use up. It is half a remedy: that release was also seen to crash Python's garbage
collector below 3.12, which 6.11.3 does not.
"""

import ctypes
import sys

_RAISED_BY = 1 << 40
_SINGLETONS = (None, True, False)


def keep_singletons() -> bool:
    """Raises the counts, where this interpreter needs it; returns whether it did."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython" or sys.maxsize < _RAISED_BY:
        return False
    for one in _SINGLETONS:
        ctypes.c_ssize_t.from_address(id(one)).value += _RAISED_BY
    return True
