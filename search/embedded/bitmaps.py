"""Bitmaps: sets of document numbers as integers, whose intersections and sizes cost next to nothing.

Bit *n* stands for the document with the id *n*; 10,000 documents are 1.25 KB a set.
"""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


def bitmap(numbers: Iterable[int] | Numbers) -> int:
    """Return the set of these numbers."""
    members = numbers if isinstance(numbers, np.ndarray) else np.fromiter(numbers, dtype=np.int64)
    if not members.size:
        return 0
    flags = np.zeros(int(members.max()) + 1, dtype=np.bool_)
    flags[members] = True
    return int.from_bytes(np.packbits(flags, bitorder="little").tobytes(), "little")


def flags_of(members: int, size: int) -> Flags:
    """Return whether each number below a size is in a set."""
    octets = (members & ((1 << size) - 1)).to_bytes(size // 8 + 1, "little")
    return np.unpackbits(np.frombuffer(octets, dtype=np.uint8), bitorder="little")[:size].astype(np.bool_)


def kept(numbers: Numbers, wanted: int) -> Numbers:
    """Return those of the numbers that are in a set, in their order."""
    if not numbers.size:
        return numbers
    members: Numbers = numbers[flags_of(wanted, int(numbers.max()) + 1)[numbers]]
    return members
