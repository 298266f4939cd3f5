"""Bitmaps: sets of document numbers as integers, whose intersections and sizes cost next to nothing.

Bit *n* stands for the document with the id *n*; 10,000 documents are 1.25 KB a set.
"""

from collections.abc import Iterable


def bitmap(numbers: Iterable[int]) -> int:
    """Return the set of these numbers."""
    members = list(numbers)
    octets = bytearray(max(members, default=0) // 8 + 1)
    for number in members:
        octets[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(octets, "little")


def kept(numbers: Iterable[int], wanted: int) -> list[int]:
    """Return those of the numbers that are in a set, in their order."""
    octets = wanted.to_bytes(wanted.bit_length() // 8 + 1, "little")
    end = len(octets) * 8
    return [number for number in numbers if number < end and octets[number >> 3] >> (number & 7) & 1]
