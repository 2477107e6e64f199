"""Columns of numbers, in memory and as they are stored: little-endian on every machine."""

from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

Numbers: TypeAlias = npt.NDArray[Any]
Bytes: TypeAlias = npt.NDArray[np.uint8]

INT: Final = np.dtype("<i4")
SMALL: Final = np.dtype("<u2")
BYTE: Final = np.dtype("u1")
